// SPDX-License-Identifier: MIT
#include "watch/screen.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "markdown.hpp"
#include "markdown_terminal.hpp"
#include "message.hpp"
#include "reports/terminal.hpp"
#include "show.hpp"
#include "utf8.hpp"
#include "watch/lines.hpp"

namespace atelier::watch {

namespace {

std::string painted(bool colour, const char* code, const std::string& words)
{
    return colour && !words.empty() ? fmt::format("\033[{}m{}\033[0m", code, words) : words;
}

/// The task that the first lost check belongs to; 0 when none is lost, or none ran.
int task_at_hand(const State& state)
{
    if (!state.verdict || state.verdict->outcome != VerdictOutcome::graded) {
        return 0;
    }
    for (const CheckVerdict& check : state.verdict->checks) {
        if (check.status != CheckStatus::passed) {
            return check.info.task;
        }
    }
    return 0;
}

/// Task `number` of a statement, as Markdown: from its heading to the next one. Empty when there is none.
std::string task_text(const std::string& statement, int number)
{
    int begin = 0;
    int end = 0;
    for (const Heading& heading : headings(statement)) {
        if (begin > 0 && end == 0 && heading.level <= 2) {
            end = heading.line;
        }
        const std::string start = fmt::format("Tâche {}", number);
        const bool ours = heading.level == 2 && heading.text.rfind(start, 0) == 0 &&
                          (heading.text.size() == start.size() ||
                           std::string_view("0123456789").find(heading.text[start.size()]) == std::string_view::npos);
        begin = begin == 0 && ours ? heading.line : begin;
    }
    std::string text;
    int line = 0;
    for (const std::string_view one : lines_of(statement)) {
        ++line;
        if (begin > 0 && line >= begin && (end == 0 || line < end)) {
            text += std::string(one) + '\n';
        }
    }
    return text;
}

/// At most so many lines of the task stand above the checks: the whole statement is one key away.
constexpr std::size_t most_task_lines = 5;

std::string task_block(const State& state, std::size_t columns, bool colour)
{
    const std::string text = task_text(state.statement, task_at_hand(state));
    if (text.empty()) {
        return {};
    }
    const std::string whole = render_for_terminal(
        text, {.width = static_cast<int>(std::min<std::size_t>(columns, 80)), .colour = colour, .hyperlinks = false});
    const std::vector<std::string_view> lines = lines_of(whole);
    std::string block;
    std::size_t taken = 0;
    for (const std::string_view line : lines) {
        if (taken == most_task_lines && lines.size() > most_task_lines + 1) {
            return block + tr("(la suite de l'énoncé : touche e)") + "\n\n";
        }
        block += std::string(line) + '\n';
        ++taken;
    }
    return block + '\n';
}

/// The verdict, with its task above.
std::string body(const State& state, std::size_t columns, bool colour)
{
    if (!state.verdict) {
        return {};
    }
    std::string text = task_block(state, columns, colour);
    text += report_for_terminal(*state.verdict, state.exercise,
                                {.colour = colour, .answer = {}, .elsewhere = false, .only_first_failure = true});
    if (!state.verdict->is_perfect()) {
        text += '\n' +
                tr("À corriger dans {} ; la vérification repart quand vous enregistrez.", visible(state.answer)) + '\n';
    }
    return text;
}

/// How things stand, in one sentence.
std::string status(const State& state)
{
    switch (state.phase) {
        case Phase::checking:
            return state.verdict ? tr("Vérification… (ci-dessous, le résultat d'avant)") : tr("Vérification…");
        case Phase::failed: return tr("L'atelier n'a pas pu vérifier : {}", visible_lines(state.trouble));
        case Phase::missing:
            return tr("{} n'est plus là : enregistrez-le de nouveau, ou tapez r pour repartir du début.",
                      visible(state.answer));
        default: break;
    }
    if (state.verdict->is_perfect()) {
        return tr("Exercice réussi. Tapez s quand vous voudrez passer au suivant.");
    }
    if (state.verdict->outcome == VerdictOutcome::does_not_compile) {
        return tr("Votre réponse ne compile pas.");
    }
    return tr("Vérifié\u00A0: {} sur {}.", tr_plural("{} point", "{} points", state.verdict->points()),
              state.verdict->max_points());
}

const char* colour_of(const State& state)
{
    const bool perfect = state.phase == Phase::judged && state.verdict->is_perfect();
    return perfect ? "32;1" : state.phase == Phase::checking ? "33;1" : "31;1";
}

std::string title(const State& state)
{
    return tr("{} · {}", state.exercise.id, state.exercise.title) + (state.has_passed ? " · " + tr("déjà réussi") : "");
}

std::string course(const State& state)
{
    return fmt::format(
               fmt::runtime(tr_plural("{} exercice réussi", "{} exercices réussis", static_cast<long>(state.passed)))) +
           tr(" sur {}", state.total);
}

/// The keys, on as many lines as they need.
std::string keys(const State& state)
{
    if (state.asks_reset) {
        return tr(
            "Repartir du début ? Votre réponse restera à côté, sous un nom daté. o : oui ; une autre touche : non");
    }
    std::string text;
    for (const Choice& choice : choices(state)) {
        // No-break spaces keep a key beside its word.
        text += (text.empty() ? "" : "  ") + std::string(1, choice.key) + "\u00A0" + choice.word;
    }
    return text;
}

std::string view_text(const View& view, std::size_t columns, bool colour)
{
    if (view.markdown) {
        return render_for_terminal(
            view.text,
            {.width = static_cast<int>(std::min<std::size_t>(columns, 80)), .colour = colour, .hyperlinks = colour});
    }
    return view.complete ? view.text : tr("Un instant…");
}

/// Cuts `lines` to what fits above `below`, from `scroll` on, and says what is left.
void fit(std::vector<std::string>& lines, std::size_t rows, std::size_t scroll)
{
    if (lines.size() <= rows) {
        lines.resize(rows);
        return;
    }
    const std::size_t shown = rows - 1;
    const std::size_t above = std::min(scroll, lines.size() - shown);
    const std::size_t below = lines.size() - shown - above;
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(above));
    lines.resize(shown);
    lines.push_back(below > 0 ? tr_plural("… encore {} ligne : Espace ou ↓", "… encore {} lignes : Espace ou ↓",
                                          static_cast<long>(below))
                              : tr("… fin ; pour remonter : b ou ↑"));
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines) {
        text += (&line == &lines.front() ? "" : "\n") + line;
    }
    return text;
}

}  // namespace

Frame screen(const State& state, const ScreenSize& size, bool colour)
{
    const std::size_t columns = std::max<std::size_t>(size.columns, 20);
    const std::size_t rows = std::max<std::size_t>(size.rows, 6);
    std::vector<std::string> head = folded(painted(colour, "1", title(state)) + " · " + course(state), columns);
    for (const std::string& line : folded(painted(colour, colour_of(state), status(state)), columns)) {
        head.push_back(line);
    }
    for (const std::string& line : folded(state.note, columns)) {
        head.push_back(line);
    }
    if (state.view) {
        const std::string back = tr("{} (Échap pour revenir)", visible(state.view->title));
        for (const std::string& line : folded(painted(colour, "1", back), columns)) {
            head.push_back(line);
        }
    }
    std::vector<std::string> foot = folded(painted(colour, "36", keys(state)), columns);
    // On a tiny screen, what scrolls keeps its room.
    const std::size_t around = rows - std::min<std::size_t>(rows / 2, 4);
    foot.resize(std::min(foot.size(), around / 2));
    head.resize(std::min(head.size(), around - foot.size()));
    if (head.size() + foot.size() + 6 < rows) {
        head.emplace_back();
    }
    const std::size_t room = rows - head.size() - foot.size();
    std::vector<std::string> lines =
        folded(state.view ? view_text(*state.view, columns, colour) : body(state, columns, colour), columns);
    Frame frame;
    frame.page = std::max<std::size_t>(room, 2) - 1;
    frame.furthest = lines.size() > room ? lines.size() - frame.page : 0;
    fit(lines, room, state.scroll);
    head.insert(head.end(), lines.begin(), lines.end());
    head.insert(head.end(), foot.begin(), foot.end());
    head.resize(rows);
    frame.text = joined(head);
    return frame;
}

namespace {

struct Narrator {
    const State& state;
    std::size_t columns;
    bool has_keys;

    std::string operator()(const Saved&) const { return tr("Vérification…") + '\n'; }
    std::string operator()(const Missing&) const { return status(state) + '\n'; }
    std::string operator()(const Failed&) const { return status(state) + '\n'; }
    std::string operator()(const Judged&) const
    {
        return '\n' + (state.note.empty() ? "" : state.note + '\n') + body(state, columns, false) + course(state) +
               ".\n" + (has_keys ? tr("Touches : {}", keys(state)) + '\n' : "") + '\n';
    }
    std::string operator()(const Shown& shown) const { return shown.text + (has_keys ? keys(state) + '\n' : ""); }
    std::string operator()(const Pressed&) const
    {
        if (state.asks_reset) {
            return keys(state) + '\n';
        }
        if (!state.view) {
            return {};
        }
        return state.view->title + '\n' + (state.view->complete ? view_text(*state.view, columns, false) : "");
    }
};

}  // namespace

std::string narrated(const State& state, const Event& event, std::size_t columns, bool has_keys)
{
    std::string text;
    for (const std::string& line : folded(std::visit(Narrator{state, columns, has_keys}, event), columns)) {
        text += line + '\n';
    }
    return text;
}

}  // namespace atelier::watch
