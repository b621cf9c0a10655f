// SPDX-License-Identifier: MIT
// The commands for a class: grading what everybody handed in, telling it again, and a demonstration of it.

#include <sys/random.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "catalog.hpp"
#include "commands.hpp"
#include "commands_common.hpp"
#include "console.hpp"
#include "error.hpp"
#include "files.hpp"
#include "grade_class.hpp"
#include "gradebook/gradebook.hpp"
#include "import/collection.hpp"
#include "import/roster_match.hpp"
#include "message.hpp"
#include "pseudonyms.hpp"
#include "reports/formats.hpp"
#include "reports/moodle.hpp"
#include "reports/results.hpp"
#include "reports/table.hpp"
#include "reports/terminal.hpp"
#include "shard.hpp"
#include "utf8.hpp"
#include "work.hpp"

namespace atelier {

namespace {

/// A seed that nobody can guess, and that every reader of JSON takes whole.
std::uint64_t secret_seed()
{
    std::uint64_t seed = 0;
    if (::getrandom(&seed, sizeof seed, 0) != sizeof seed) {
        throw system_error(tr("Impossible de tirer une graine au hasard"));
    }
    return seed >> 16U;
}

/// The part that is asked for, by « 2/4 » or by what the machine says; else the whole class.
Shard shard_for(const std::string& asked)
{
    if (asked.empty()) {
        return {};
    }
    if (asked == "auto") {
        return shard_from_environment([](const char* name) -> std::optional<std::string> {
            const char* value = std::getenv(name);
            return value == nullptr ? std::nullopt : std::optional<std::string>(value);
        });
    }
    const std::optional<Shard> shard = shard_from_text(asked);
    if (!shard) {
        throw UsageError(tr(
            "« {} » n'est pas une part : écrivez par exemple --shard 2/4 pour la deuxième de quatre, ou --shard auto",
            visible(asked)));
    }
    return *shard;
}

/// A gradebook is of one part: merging reads what it was graded for last.
void require_same_shard(const fs::path& out, const Shard& shard)
{
    const std::optional<GradingTerms> terms =
        Gradebook::is_in(out) ? Gradebook::to_read(out).last_terms() : std::nullopt;
    if (terms && terms->shard != shard.text()) {
        throw Error(tr(
            "{} contient déjà la part {} d'une classe (1/1 : toute la classe). Donnez à la part {} un dossier à elle.",
            out.string(), visible(terms->shard), shard.text()));
    }
}

/// The seed that is asked for; else that of what is graded already in `out`; else a new one, for a class graded at once.
std::uint64_t seed_for(const CommonOptions& common, const fs::path& out, const Shard& shard)
{
    if (common.seed_given) {
        return common.seed;
    }
    if (Gradebook::is_in(out)) {
        if (const std::optional<GradingTerms> terms = Gradebook::to_read(out).last_terms()) {
            return terms->run.seed;
        }
    }
    if (!shard.is_whole()) {
        throw Error(tr(
            "Toutes les parts d'une classe se corrigent sur les mêmes données : tirez un nombre au hasard, gardez-le secret, et donnez-le à chacune par --seed."));
    }
    return secret_seed();
}

/// Shows what is done, how fast, and how long the rest will take.
class ClassProgressLine {
public:
    void operator()(const ClassProgress& progress)
    {
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - began_;
        const std::size_t judged = progress.done - progress.known;
        std::string what = tr("Correction :");
        if (judged >= 5 && taken.count() >= 1) {
            const double rate = static_cast<double>(judged) / taken.count();
            const auto left = static_cast<long>(static_cast<double>(progress.total - progress.done) / rate);
            const std::string speed = shown_points(static_cast<int>(rate * 10) * 10);
            what = left >= 120 ? tr("Correction ({} par seconde, encore {} min) :", speed, (left + 30) / 60)
                               : tr("Correction ({} par seconde, encore {} s) :", speed, left);
        }
        show_progress(what, progress.done, progress.total);
        known_ = progress.known;
    }
    [[nodiscard]] std::size_t known() const { return known_; }

private:
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
    std::size_t known_ = 0;
};

std::vector<const ReportFormat*> chosen_formats(const std::vector<std::string>& names)
{
    std::vector<const ReportFormat*> chosen;
    for (const ReportFormat& format : report_formats()) {
        if (names.empty() && format.usual) {
            chosen.push_back(&format);
        }
    }
    for (const std::string& name : names) {
        chosen.push_back(&report_format(name));
    }
    return chosen;
}

void write_reports(const ClassResults& results, const std::vector<const ReportFormat*>& formats, const fs::path& out)
{
    for (const ReportFormat* format : formats) {
        format->write(results, out / format->file);
    }
}

/// What the command prints, and its exit status.
int tell(const CommonOptions& common, const ClassResults& results, const std::vector<const ReportFormat*>& formats,
         const fs::path& out, const fs::path& folder)
{
    if (common.json) {
        write_results_json(results, [](std::string_view piece) { print(std::string(piece)); });
    } else {
        print(results_table(results));
        print(tr("\nBac à sable : {}. Carnet de notes : {}\n", name_of(results.run.tier),
                 as_typed(folder / Gradebook::file_name)));
        for (const ReportFormat* format : formats) {
            print(fmt::format("  {:<12} {}\n", format->name, as_typed(out / format->file)));
        }
    }
    bool perfect = true;
    results.for_each_student(
        [&](const StudentResult& student) { perfect = perfect && student.hundredths() == student.max_points() * 100; });
    return perfect ? 0 : 1;
}

/// The rules in the file named, kept with the gradebook, which goes by them from now on.
void keep_policy(Gradebook& book, const std::string& file)
{
    if (!file.empty()) {
        const std::string rules = read_file(file);
        (void)policy_from_toml(rules, file);
        book.set_policy(rules);
    }
}

/// Anonymous reports stand neither beside the names nor beside the key that gives them back.
void refuse_beside_names(const fs::path& key, const fs::path& out, const fs::path& folder)
{
    std::error_code code;
    if (out == folder || fs::equivalent(out, folder, code)) {
        throw UsageError(tr(
            "des rapports anonymes ne se rangent pas à côté du carnet, qui contient les noms : donnez un autre dossier par --to"));
    }
    for (const fs::path& place : {out, folder}) {
        if (fs::weakly_canonical(key).string().starts_with(fs::weakly_canonical(place).string() + "/")) {
            throw UsageError(tr("la clé redonne les noms : gardez-la ailleurs que dans {}", as_typed(place)));
        }
    }
}

/// What was found in what was handed in, before the grades are believed.
void warn_of(const Collection& collection, const RosterFindings& findings)
{
    warn(tr("Copies reconnues\u00A0: {} ({}).", name_of(collection.layout), collection.submissions.size()));
    const auto list = [](std::string text, const std::vector<std::string>& lines) {
        constexpr std::size_t most = 20;
        for (std::size_t i = 0; i < std::min(lines.size(), most); ++i) {
            text += "\n  - " + lines[i];
        }
        if (lines.size() > most) {
            text += "\n  - " + tr("et {} de plus", lines.size() - most);
        }
        warn(lines.empty() ? std::string() : text);
    };
    std::vector<std::string> refused;
    for (const Refusal& refusal : collection.refused) {
        refused.push_back(tr("{}\u00A0: {}", refusal.where, refusal.reason));
    }
    std::vector<std::string> strangers;
    std::transform(findings.not_in_roster.begin(), findings.not_in_roster.end(), std::back_inserter(strangers),
                   visible);
    std::vector<std::string> absent;
    std::transform(findings.without_submission.begin(), findings.without_submission.end(), std::back_inserter(absent),
                   visible);
    list(tr("Refusé, et le reste corrigé\u00A0:"), refused);
    list(tr("Copies qui ne sont à personne de la liste\u00A0:"), strangers);
    list(tr("Personnes de la liste sans copie\u00A0:"), absent);
}

/// Reports of what there is, which say why there is no more: whoever waits for them is not left with those of another day, nor
/// with none. A gradebook that was not touched keeps its reports.
void report_failure(const std::string& why, const std::vector<const ReportFormat*>& formats, const fs::path& out,
                    bool begun)
{
    if (!begun && Gradebook::is_in(out)) {
        return;
    }
    try {
        make_folder(out);
        std::optional<Gradebook> book;
        ClassResults results;
        results.for_each_student = [](const auto& /*visit*/) {};
        if (begun && book.emplace(Gradebook::to_read(out)).last_terms()) {
            results = book->results();
        }
        results.failure = why;
        write_reports(results, formats, out);
    } catch (const Error&) {  // the first one is told, and is probably the cause
    }
}

/// Fills in the worksheet `file` of Moodle's, in `out`, and lists whatever could not be.
void fill_in(const std::string& file, const ClassResults& results, const fs::path& out, bool silent)
{
    const fs::path place = out / "moodle.csv";
    const FilledWorksheet filled = fill_worksheet(results, read_file(file), file);
    write_file_durably(place, filled.bytes);
    for (const std::string& note : filled.notes) {
        warn(note);
    }
    if (!silent) {
        print(fmt::format("  {:<12} {} ({})\n", "moodle", as_typed(place),
                          tr_plural("{} ligne remplie", "{} lignes remplies", static_cast<long>(filled.filled))));
    }
}

/// Grades and tells. `begun` becomes true once there may be something new in the gradebook.
int grade_to_the_end(const CommonOptions& common, const GradeOptions& options,
                     const std::vector<const ReportFormat*>& formats, const fs::path& out, bool& begun)
{
    const Catalog catalog = catalog_of(common);
    const Shard shard = shard_for(options.shard);
    std::vector<const Exercise*> exercises;
    if (!options.only.empty()) {
        exercises = chosen_exercises(catalog, options.only);
    }
    Collection collection =
        collect(catalog, fs::absolute(options.submissions), exercises.size() == 1 ? exercises.front() : nullptr);
    RosterFindings findings;
    if (!options.roster.empty()) {
        findings = match_roster(read_roster(read_file(options.roster), options.roster), collection.submissions);
    }
    if (options.only.empty()) {
        exercises = answered_exercises(catalog, collection.submissions);
    }
    make_folder(out);
    require_room(out);  // better said now than after an hour
    Grading grading = grading_of(common);
    if (grading.toolchain.tier == Tier::none && !options.without_sandbox) {
        throw Error(tr(
            "Sans bac à sable, les copies pourraient lire et modifier vos fichiers, et celles des autres. « ./atelier doctor » dit ce qui manque. "
            "Pour passer outre, à vos risques et périls : --let-submissions-reach-my-files"));
    }
    require_same_shard(out, shard);
    grading.seed = seed_for(common, out, shard);
    grading.patient = true;
    Gradebook book = Gradebook::to_write(out);
    keep_policy(book, options.policy);
    ClassProgressLine line;
    begun = true;
    grade_class(book, collection, exercises, grading, options.workers, shard,
                [&](const ClassProgress& progress) { line(progress); });
    if (line.known() > 0) {
        warn(tr_plural("{} verdict était déjà dans le carnet de notes.",
                       "{} verdicts étaient déjà dans le carnet de notes.", static_cast<long>(line.known())));
    }
    const ClassResults results = book.results();
    write_reports(results, formats, out);
    if (!shard.is_whole()) {
        warn(tr(
            "Part {} de la classe, copies corrigées : {} sur {}. Quand toutes seront corrigées : ./atelier merge PARTS… --out DOSSIER",
            shard.text(), results.students, collection.submissions.size()));
    }
    const int status = tell(common, results, formats, out, out);
    warn_of(collection, findings);
    return status;
}

}  // namespace

int command_grade(const CommonOptions& common, const GradeOptions& options)
{
    if (options.submissions.empty() || options.out.empty()) {
        throw UsageError(tr("nommez le dossier des copies, et celui des résultats après --out"));
    }
    const std::vector<const ReportFormat*> formats = chosen_formats(options.formats);
    const fs::path out = fs::absolute(options.out);
    bool begun = false;
    try {
        return grade_to_the_end(common, options, formats, out, begun);
    } catch (const UsageError&) {
        throw;
    } catch (const Error& error) {
        report_failure(error.what(), formats, out, begun);
        throw;
    }
}

int command_merge(const CommonOptions& common, const MergeOptions& options)
{
    const std::vector<const ReportFormat*> formats = chosen_formats(options.formats);
    std::vector<fs::path> parts;
    std::transform(options.parts.begin(), options.parts.end(), std::back_inserter(parts),
                   [](const std::string& part) { return fs::absolute(part); });
    const fs::path out = fs::absolute(options.out);
    make_folder(out);
    require_room(out);
    Gradebook book = Gradebook::to_write(out);
    book.merge(parts);
    keep_policy(book, options.policy);
    const ClassResults results = book.results();
    write_reports(results, formats, out);
    return tell(common, results, formats, out, out);
}

int command_report(const CommonOptions& common, const ReportOptions& options)
{
    const fs::path folder = fs::absolute(options.results);
    if (!options.policy.empty()) {
        Gradebook writable = Gradebook::to_write(folder);
        keep_policy(writable, options.policy);
    }
    const fs::path out = options.to.empty() ? folder : fs::absolute(options.to);
    std::function<std::string(const std::string&)> pseudonym;
    if (!options.anonymise.empty()) {
        refuse_beside_names(fs::absolute(options.anonymise), out, folder);
        pseudonym = [names = Pseudonyms(fs::absolute(options.anonymise))](const std::string& name) {
            return names.of(name);
        };
    }
    if (!options.worksheet.empty() && pseudonym) {
        throw UsageError(tr("la feuille de Moodle a besoin des noms : --worksheet ne va pas avec --anonymise"));
    }
    const Gradebook book = Gradebook::to_read(folder);
    const ClassResults results = book.results(pseudonym);
    const std::vector<const ReportFormat*> formats = chosen_formats(options.formats);
    make_folder(out);
    write_reports(results, formats, out);
    const int status = tell(common, results, formats, out, folder);
    if (!options.worksheet.empty()) {
        fill_in(options.worksheet, results, out, common.json);
    }
    return status;
}

int command_demo(const CommonOptions& common)
{
    const Catalog catalog = catalog_of(common);
    const fs::path class_folder = catalog.root / "examples" / "classe-demo";
    if (!fs::is_directory(class_folder)) {
        throw Error(tr(
            "La classe de démonstration n'est pas dans ce dossier\u00A0: elle contient des réponses, que les étudiants ne reçoivent pas. Pour commencer\u00A0: ./atelier check 00"));
    }
    const Collection collection = collect(catalog, class_folder);
    const std::vector<const Exercise*> exercises = answered_exercises(catalog, collection.submissions);
    const Grading grading = grading_of(common);
    print(tr(
        "La classe de démonstration ({}) a rendu {} copies. Chaque réponse est compilée, exécutée dans le bac à sable, puis vérifiée de l'extérieur.\n\n",
        as_typed(class_folder), collection.submissions.size()));
    const TemporaryFolder folder;
    Gradebook book = Gradebook::to_write(folder.path());
    grade_class(book, collection, exercises, grading, 0, Shard{}, ClassProgressLine());
    const ClassResults results = book.results();
    print(results_table(results));
    results.for_each_student([&](const StudentResult& student) {
        for (std::size_t i = 0; i < exercises.size(); ++i) {
            const Verdict& verdict = student.verdicts[i];
            if (!verdict.is_perfect() && verdict.outcome != VerdictOutcome::no_answer) {
                print("\n" + visible(student.student) + " — " +
                      report_for_terminal(
                          verdict, *exercises[i],
                          {.colour = wants_colour(), .answer = {}, .elsewhere = false, .only_first_failure = true}));
            }
        }
    });
    print(tr("\nÀ vous : ./atelier check 00 (bac à sable : {})\n", name_of(grading.toolchain.tier)));
    return 0;
}

}  // namespace atelier
