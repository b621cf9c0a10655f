// SPDX-License-Identifier: MIT
#include "check/observe.hpp"

#include <algorithm>
#include <cctype>
#include <csignal>
#include <set>

#include "check/probe_stream.hpp"
#include "check/sanitizer_report.hpp"
#include "check/sqlite_codes.hpp"
#include "message.hpp"
#include "show.hpp"
#include "utf8.hpp"

namespace atelier::check {

namespace {

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool ran_out_of_memory(const Outcome& outcome)
{
    for (const std::string_view mark :
         {"out-of-memory", "out of memory", "allocation-size-too-big", "failed to allocate", "std::bad_alloc",
          "requested allocation size", "ERROR: Failed to mmap"}) {
        if (contains(outcome.err, mark)) {
            return true;
        }
    }
    return false;
}

std::string signal_name(int number)
{
    switch (number) {
        case SIGSEGV: return tr("SIGSEGV, un accès à une adresse interdite");
        case SIGABRT: return tr("SIGABRT, un arrêt volontaire : assert, std::terminate ou abort");
        case SIGFPE: return tr("SIGFPE, une division entière par zéro");
        case SIGILL: return tr("SIGILL, une instruction interdite");
        case SIGBUS: return tr("SIGBUS, un accès à la mémoire impossible");
        case SIGKILL: return tr("SIGKILL, un arrêt imposé de l'extérieur");
        case SIGTERM: return tr("SIGTERM, une demande d'arrêt");
        default: return tr("signal {}", number);
    }
}

/// Of what a program says in one breath, this is enough: a forged exception has megabytes to say.
constexpr std::size_t most_words = 500;

/// The rest of the line that follows `mark` in `text`, blanks left out; empty when it is not there.
std::string after(std::string_view text, std::string_view mark)
{
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos) {
        return {};
    }
    std::string_view rest = text.substr(at + mark.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    return excerpt(rest.substr(0, rest.find('\n')), most_words);
}

/// What a program wrote, with a margin that tells it from what we say; no newline at its end.
std::string quoted(std::string_view text, std::size_t most_lines, std::size_t most_bytes)
{
    std::string lines = indented(shortened(visible_lines(text), most_lines, most_bytes), "  | ");
    if (!lines.empty()) {
        lines.pop_back();
    }
    return lines;
}

/// What standard error says of an abort, told in French where it is a known way to die; whole lines.
std::string explain_abort(std::string_view err)
{
    if (contains(err, "database is locked")) {
        return tr("SQLiteCpp a trouvé la base encore occupée, ou déjà fermée, en la fermant. Si une SQLite::Statement vit encore, détruisez-la avant la base : déclarez-la après elle, et ni static ni globale. Et n'appelez pas sqlite3_close : le destructeur de la base s'en charge.") +
               "\n";
    }
    if (contains(err, "terminate called without an active exception")) {
        return tr("std::terminate a été appelé sans qu'une exception soit en cours. C'est souvent un std::thread détruit avant join().") +
               "\n";
    }
    if (contains(err, "terminate called")) {
        const std::string what = after(err, "what():");
        std::string type = after(err, "instance of");
        std::erase(type, '\'');
        const std::string thrown = type + (what.empty() ? "" : tr(" (« {} »)", what));
        return tr("Une exception n'a été rattrapée par personne, ou est sortie d'un destructeur ou d'une fonction noexcept : {}.",
                  thrown) +
               "\n";
    }
    if (contains(err, "Assertion '__n < this->size()'")) {
        return tr("Un indice entre crochets dépasse la fin du conteneur.") + "\n";
    }
    if (contains(err, "Assertion '!this->empty()'")) {
        return tr("Le programme demande un élément d'un conteneur vide.") + "\n";
    }
    if (contains(err, "Assertion 'this->_M_is_engaged()'")) {
        return tr("Le programme lit la valeur d'un std::optional vide.") + "\n";
    }
    return err.empty() ? std::string()
                       : tr("Sur l'erreur standard :") + "\n" + indented(shortened(visible_lines(err), 6, 800), "  | ");
}

std::string explain_exception(const CaughtException& e)
{
    std::string text = tr("Une exception que rien n'a rattrapée a interrompu le programme : {} « {} »",
                          excerpt(e.type, most_words), excerpt(e.what, most_words));
    if (e.code != 0) {
        text += e.extended_code != e.code && e.extended_code > 0
                    ? tr(" (code SQLite {}, étendu {})", e.code, e.extended_code)
                    : tr(" (code SQLite {})", e.code);
    }
    const std::string meaning = about_exception(e);
    return text + "." + (meaning.empty() ? "" : "\n" + meaning);
}

struct Verdict {
    Ending ending;
    std::string explanation;
};

/// How a program that aborted says so: by its signal, or through AddressSanitizer, which then tells where.
bool aborted(const Outcome& outcome)
{
    return (outcome.end == Outcome::End::signaled && outcome.code == SIGABRT) ||
           contains(outcome.err, "AddressSanitizer: ABRT");
}

Verdict judge(const Outcome& outcome, const ProbeStream& probe, const Limits& limits, const std::string& sanitizers)
{
    using End = Outcome::End;
    const bool signaled = outcome.end == End::signaled;
    const bool leaks = contains(outcome.err, "detected memory leaks");
    if (outcome.succeeded() && probe.reached_end) {
        return {Ending::well, {}};  // whatever words it printed
    }
    if (outcome.end == End::exited && (outcome.code == 1 || leaks) && !probe.reached_end && !probe.exceptions.empty() &&
        probe.exceptions.back().type != "std::bad_alloc") {
        return {Ending::exception,
                explain_exception(probe.exceptions.back()) + (sanitizers.empty() ? "" : "\n" + sanitizers)};
    }
    if (ran_out_of_memory(outcome) || outcome.end == End::too_much_memory) {
        return {
            Ending::out_of_memory,
            tr("Le programme demande plus de mémoire que les {} Mio permis. Cherchez un conteneur qui grossit sans fin, ou une taille absurde.",
               limits.memory_bytes >> 20U)};
    }
    if (outcome.end == End::out_of_wall_time ||
        (signaled && (outcome.code == SIGXCPU || (outcome.code == SIGKILL && !probe.reached_end)))) {
        if (probe.trace.cut) {
            return {
                Ending::out_of_time,
                tr("Le programme exécute des requêtes sans fin : il a été arrêté. Cherchez une boucle qui recommence toujours la même, par exemple à cause d'un reset() à l'intérieur.")};
        }
        return {
            Ending::out_of_time,
            tr("Le programme ne s'est pas arrêté à temps (limite : {} s de calcul, {} s en tout). Cherchez une boucle dont la condition ne devient jamais fausse.",
               limits.cpu_time.count(), std::chrono::duration_cast<std::chrono::seconds>(limits.wall_time).count())};
    }
    if (outcome.end == End::too_much_output && sanitizers.empty()) {  // a report may well be longer than the limit
        if (outcome.probe.size() >= limits.probe_bytes) {
            return {
                Ending::too_much_output,
                tr("Le programme rend des valeurs sans fin. Cherchez une boucle dont la condition ne devient jamais fausse.")};
        }
        const std::string& shown = outcome.out.empty() ? outcome.err : outcome.out;
        return {Ending::too_much_output,
                tr("Le programme écrit sans fin : il a été arrêté après {} Kio. Début de ce qu'il affiche : « {} »",
                   limits.output_bytes / 1024, visible(shown.substr(0, 60)))};
    }
    if (outcome.end == End::too_many_files) {
        return {
            Ending::too_much_output,
            tr("Le programme remplit son dossier : trop de fichiers, de dossiers ou de données, il a été arrêté. Cherchez une boucle qui en crée sans fin.")};
    }
    if (outcome.end == End::too_many_threads) {
        return {
            Ending::crashed,
            tr("Le programme lance plus de {} fils d'exécution : il a été arrêté. Cherchez une boucle qui en crée sans fin.",
               limits.processes)};
    }
    if (signaled && outcome.code == SIGXFSZ) {
        return {
            Ending::too_much_output,
            tr("Le programme écrit un fichier de plus de {} Mio : il a été arrêté. Cherchez une boucle qui ajoute sans fin.",
               limits.file_bytes >> 20U)};
    }
    if (aborted(outcome)) {
        return {Ending::crashed, tr("Le programme s'est arrêté brutalement ({}).", signal_name(SIGABRT)) + "\n" +
                                     explain_abort(outcome.err.substr(0, outcome.err.find("AddressSanitizer:"))) +
                                     sanitizers};
    }
    if (!sanitizers.empty()) {
        return {leaks ? Ending::leak : Ending::sanitizer, sanitizers};
    }
    if (signaled) {
        return {Ending::crashed, tr("Le programme s'est arrêté brutalement ({}).", signal_name(outcome.code))};
    }
    if (outcome.code == 64) {
        return {Ending::stopped_early,
                tr("Ces arguments ne correspondent à aucun scénario du programme.") + "\n" +
                    quoted(outcome.err.substr(0, outcome.err.find_last_not_of('\n') + 1), 40, 4000)};
    }
    return {
        Ending::stopped_early,
        tr("Le programme s'est terminé (code {}) avant la fin du scénario : exit, _exit ou quick_exit a été appelé. Votre fonction doit rendre la main à celui qui l'appelle.",
           outcome.code)};
}

bool begins_with_word(std::string_view sql, std::string_view word)
{
    const std::size_t start = sql.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || sql.size() - start < word.size()) {
        return false;
    }
    return std::equal(word.begin(), word.end(), sql.begin() + static_cast<std::ptrdiff_t>(start), [](char a, char b) {
        return std::toupper(static_cast<unsigned char>(a)) == std::toupper(static_cast<unsigned char>(b));
    });
}

}  // namespace

std::size_t Trace::count(std::string_view word) const
{
    return static_cast<std::size_t>(std::count_if(statements.begin(), statements.end(),
                                                  [&](const Statement& s) { return begins_with_word(s.sql, word); }));
}

std::size_t Trace::count_prepared(std::string_view word) const
{
    return static_cast<std::size_t>(std::count_if(prepared.begin(), prepared.end(),
                                                  [&](const std::string& sql) { return begins_with_word(sql, word); }));
}

bool Trace::logged(std::string_view words) const
{
    return std::any_of(log.begin(), log.end(), [&](const LogLine& line) { return contains(line.text, words); });
}

Table Execution::returned(std::string_view name) const
{
    Table table;
    for (const Returned& one : returned_) {
        if (one.name == name) {
            table.rows.push_back(one.row);
        }
    }
    return table;
}

std::vector<std::string> Execution::returned_names() const
{
    std::vector<std::string> names;
    std::set<std::string_view> known;
    for (const Returned& one : returned_) {
        if (known.insert(one.name).second) {
            names.push_back(one.name);
        }
    }
    return names;
}

std::optional<CaughtException> Execution::exception(std::string_view name) const
{
    const auto found =
        std::find_if(exceptions_.begin(), exceptions_.end(), [&](const CaughtException& e) { return e.name == name; });
    return found == exceptions_.end() ? std::nullopt : std::optional(*found);
}

void PrintTo(const Execution& execution, std::ostream* out) { *out << execution.replay(); }

Execution Observer::observe(const Outcome& outcome, const Limits& limits, std::string replay) const
{
    ProbeStream probe = read_probe_stream(outcome.probe);
    SanitizerReport report = read_sanitizers(outcome.err, answer_, symbolizer_);
    std::string& sanitizers = report.text;
    if (!sanitizers.empty() && !probe.uncopied.empty()) {
        const std::string bound = explain_uncopied_text(outcome.err, probe.uncopied, answer_, symbolizer_);
        sanitizers += bound.empty() ? "" : "\n" + bound;
    }
    Verdict verdict = judge(outcome, probe, limits, sanitizers);
    Execution execution;
    execution.ending_ = verdict.ending;
    execution.stopped_by_clock_ = outcome.end == Outcome::End::out_of_wall_time;
    execution.explanation_ = std::move(verdict.explanation);
    execution.out_ = outcome.out;
    execution.err_ = outcome.err;
    for (ProbeStream::Returned& one : probe.returned) {
        execution.returned_.push_back({std::move(one.name), std::move(one.row)});
    }
    execution.exceptions_ = std::move(probe.exceptions);
    execution.trace_ = std::move(probe.trace);
    execution.replay_ = std::move(replay);
    if (report.finding.line > 0 && execution.ending_ != Ending::well) {
        execution.finding_ = std::move(report.finding);
    }
    return execution;
}

Execution Observer::given_up(std::string replay)
{
    Execution execution;
    execution.ending_ = Ending::not_started;
    execution.explanation_ = tr("Le programme a déjà dépassé deux fois le temps permis : il n'a pas été relancé.");
    execution.replay_ = std::move(replay);
    return execution;
}

}  // namespace atelier::check
