// SPDX-License-Identifier: MIT
#include "watch/state.hpp"

#include <algorithm>

#include "message.hpp"
#include "show.hpp"
#include "watch/keys.hpp"
#include "watch/replay.hpp"

namespace atelier::watch {

namespace {

using Actions = std::vector<Action>;

const CheckVerdict* first_failure(const State& state)
{
    return state.verdict ? state.verdict->first_failure() : nullptr;
}

void show(State& state, std::string title)
{
    state.view = View{.title = std::move(title), .text = {}, .complete = false, .markdown = false, .about = {}};
    state.scroll = 0;
}

Actions command(State& state, std::string title, std::vector<std::string> words, std::string input = {})
{
    const std::string name = words.front();
    if (state.plain && (name == "run" || name == "trace" || name == "solution")) {
        words.insert(words.begin() + 1, "--plain");
    }
    show(state, std::move(title));
    return {Command{.words = std::move(words), .input = std::move(input)}};
}

/// The program, as in the first failure; without arguments, which says what it takes, when there is none to replay.
Actions run(State& state, const std::string& name, const std::string& title)
{
    const CheckVerdict* failure = first_failure(state);
    std::optional<Replay> replay = failure == nullptr ? std::nullopt : replay_of(failure->replay);
    if (!replay) {
        return command(state, title, {name, state.exercise.short_id()});
    }
    replay->words.front() = name;
    std::string replayed = failure->replay;
    const std::string played = "./atelier run ";
    if (const std::size_t at = replayed.find(played); at != std::string::npos) {
        replayed.replace(at, played.size(), "./atelier " + name + " ");
    }
    return command(state, std::move(replayed), std::move(replay->words), std::move(replay->input));
}

/// The hint that helps most, then the following ones.
Actions hint(State& state)
{
    const CheckVerdict* failure = first_failure(state);
    state.hint = state.hint > 0 ? state.hint + 1 : std::max(1, failure == nullptr ? 1 : failure->info.hint);
    return command(state, tr("Indice {}", state.hint), {"hint", state.exercise.short_id(), std::to_string(state.hint)});
}

/// The exercises of the course, from those around this one.
Actions progress(State& state)
{
    Actions actions = command(state, tr("Avancement"), {"list"});
    state.view->about = "  " + state.exercise.short_id() + " ";
    return actions;
}

/// Scrolls so that the line that begins with `about` has a few above it.
std::size_t scroll_to(std::string_view text, std::string_view about)
{
    constexpr std::size_t a_few = 5;
    const std::vector<std::string_view> lines = lines_of(text);
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [&](std::string_view line) { return !about.empty() && line.starts_with(about); });
    const auto at = found == lines.end() ? 0 : static_cast<std::size_t>(found - lines.begin());
    return at - std::min(at, a_few);
}

Actions chosen(State& state, int key)
{
    const std::string id = state.exercise.short_id();
    switch (key) {
        case 'i': return hint(state);
        case 'e':
            state.view =
                View{.title = tr("Énoncé"), .text = state.statement, .complete = true, .markdown = true, .about = {}};
            state.scroll = 0;
            return {StopCommand{}};
        case 'l': return command(state, tr("Leçon"), {"lesson", state.exercise.lesson_number()});
        case 'a': return progress(state);
        case 'x': return run(state, "run", tr("Votre programme"));
        case 't': return run(state, "trace", tr("Ce que SQLite a vu"));
        case 'c': return command(state, tr("Corrigé"), {"solution", id});
        case 'r': state.asks_reset = true; return {};
        case 's': return {Advance{}};
        case 'q': return {Quit{}};
        default: return {};
    }
}

Actions scrolled(State& state, int key)
{
    const std::size_t page = std::max<std::size_t>(state.page, 2) - 1;
    switch (key) {
        case up: state.scroll -= std::min<std::size_t>(state.scroll, 1); break;
        case down: ++state.scroll; break;
        case page_up:
        case 'b': state.scroll -= std::min(state.scroll, page); break;
        case page_down:
        case ' ': state.scroll += page; break;
        case home: state.scroll = 0; break;
        case end: state.scroll = state.furthest; break;
        default: break;
    }
    state.scroll = std::min(state.scroll, state.furthest);
    return {};
}

Actions handle(State& state, const Pressed& pressed)
{
    state.note.clear();
    if (state.asks_reset) {
        state.asks_reset = false;
        if (pressed.key != 'o' && pressed.key != 'y') {
            return {};
        }
        state.view.reset();
        return {Command{.words = {"reset", state.exercise.short_id()}, .input = {}}};
    }
    const std::vector<Choice> possible = choices(state);
    if (std::any_of(possible.begin(), possible.end(), [&](const Choice& c) { return c.key == pressed.key; })) {
        return chosen(state, pressed.key);
    }
    const bool scrolls = pressed.key == ' ' || pressed.key == 'b' || (pressed.key > 255 && pressed.key != escape);
    if (scrolls) {
        return scrolled(state, pressed.key);
    }
    if (state.view && (pressed.key == escape || pressed.key == '\n' || pressed.key == '\r')) {
        state.view.reset();
        state.scroll = 0;
        return {StopCommand{}};
    }
    return {};
}

Actions handle(State& state, const Saved&)
{
    const bool had_view = state.view.has_value();
    state.phase = Phase::checking;
    state.note.clear();
    state.trouble.clear();
    state.asks_reset = false;
    state.view.reset();
    state.scroll = 0;
    state.hint = 0;
    // What the old answer is doing is of no use any more. A reset is no view: it ends by itself.
    return had_view ? Actions{StopCommand{}, Check{}} : Actions{Check{}};
}

Actions handle(State& state, const Missing&)
{
    state.phase = Phase::missing;
    return {};
}

Actions handle(State& state, const Judged& judged)
{
    state.phase = Phase::judged;
    state.verdict = judged.verdict;
    state.passed = judged.passed;
    state.has_passed = state.has_passed || judged.has_passed || judged.verdict.is_perfect();
    if (!judged.warning.empty()) {
        state.note = judged.warning;
    }
    return {};
}

Actions handle(State& state, const Failed& failed)
{
    state.phase = Phase::failed;
    state.trouble = failed.sentence;
    return {};
}

Actions handle(State& state, const Shown& shown)
{
    if (state.view) {
        state.view->text = shown.text;
        state.view->complete = true;
        state.scroll = std::max(state.scroll, scroll_to(shown.text, state.view->about));
    } else {
        state.note = shown.text;  // of a reset
    }
    return {};
}

}  // namespace

std::vector<Action> update(State& state, const Event& event)
{
    return std::visit([&](const auto& one) { return handle(state, one); }, event);
}

std::vector<Choice> choices(const State& state)
{
    std::vector<Choice> all{{'i', tr("indice")}, {'e', tr("énoncé")}};
    if (state.exercise.lesson_number() != "00") {
        all.push_back({'l', tr("leçon")});
    }
    all.push_back({'a', tr("avancement")});
    all.push_back({'x', tr("exécuter")});
    if (state.commands.contains("trace")) {
        all.push_back({'t', tr("trace")});
    }
    if (state.has_passed && state.commands.contains("solution")) {
        all.push_back({'c', tr("corrigé")});
    }
    all.push_back({'s', tr("suivant")});
    all.push_back({'r', tr("recommencer")});
    all.push_back({'q', tr("quitter")});
    return all;
}

}  // namespace atelier::watch
