// SPDX-License-Identifier: MIT
// What `watch` knows, and what each event makes of it. Pure: no file, no clock, no terminal.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "exercise.hpp"
#include "verdict.hpp"

namespace atelier::watch {

enum class Phase {
    checking,  ///< a verification is under way
    judged,    ///< the verdict is of what is saved
    failed,    ///< the grader could not work
    missing,   ///< there is no answer to check
};

/// The output of a command, shown in the place of the verdict until a key is pressed or the answer is saved.
struct View {
    std::string title;
    std::string text;
    bool complete = false;  ///< false: the command is at work
    bool markdown = false;  ///< to be laid out; else as the command wrote it
    std::string about{};    ///< how the line begins that the student looks for; empty: none
};

struct State {
    Exercise exercise;
    std::string statement;           ///< its README.md
    std::string answer;              ///< path of the student's file, as they would type it
    std::set<std::string> commands;  ///< the names of those that exist
    bool plain = false;              ///< no screen: commands that can speak in words do

    Phase phase = Phase::checking;
    std::optional<Verdict> verdict;  ///< the last one; of what was saved before while `phase` is not `judged`
    std::string trouble;             ///< why the grader could not work
    std::string note;                ///< something to say once
    bool has_passed = false;         ///< now or some day
    std::size_t passed = 0;          ///< exercises of the course that are
    std::size_t total = 0;

    std::optional<View> view;
    bool asks_reset = false;   ///< waits for a yes
    int hint = 0;              ///< level of the hint shown; 0: none yet
    std::size_t scroll = 0;    ///< first line shown of what is higher than the screen
    std::size_t page = 1;      ///< lines that the screen shows at once, and
    std::size_t furthest = 0;  ///< the most that `scroll` may be: both told by the screen
};

// --- What happens -------------------------------------------------------------------------------------------------
struct Saved {};
struct Missing {};
struct Judged {
    Verdict verdict;
    std::string warning;  ///< what did not stop it
    std::size_t passed = 0;
    bool has_passed = false;
};
struct Failed {
    std::string sentence;
};
struct Shown {  ///< a command has ended
    std::string text;
};
struct Pressed {
    int key = 0;
};
using Event = std::variant<Saved, Missing, Judged, Failed, Shown, Pressed>;

// --- What is to be done -------------------------------------------------------------------------------------------
struct Check {};  ///< anew, in the place of the one under way
struct Command {  ///< one of ours, in the place of the one under way
    std::vector<std::string> words;
    std::string input;
};
struct StopCommand {};
struct Advance {};  ///< to the next exercise
struct Quit {};
using Action = std::variant<Check, Command, StopCommand, Advance, Quit>;

/// What there is to be done about `event`, once `state` knows of it.
[[nodiscard]] std::vector<Action> update(State& state, const Event& event);

/// A key that means something now.
struct Choice {
    char key;
    std::string word;
};

/// Those to show, in the order of the screen.
[[nodiscard]] std::vector<Choice> choices(const State& state);

}  // namespace atelier::watch
