// SPDX-License-Identifier: MIT
// The story of one run, as SQLite saw it: the probe's trace put in order, each execution with what it gave, what is
// repeated told once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "check/execution.hpp"

namespace atelier {

/// Where an execution stands to a transaction of its connection.
enum class Margin { outside, opens, inside, closes };

/// One moment of the story. Its texts come from the program: any bytes.
struct StoryItem {
    enum class Kind {
        opened,      ///< a connection, on the file `text`
        ran,         ///< the statement `text`
        refused,     ///< a call, before anything ran; `text` is the SQL that could not be prepared, if it was that
        complained,  ///< SQLite blames the program, in the words `text`
        closed,      ///< a connection
        left_open,   ///< a connection, at the end of the scenario
    };
    Kind kind = Kind::ran;
    int connection = 0;  ///< from 1; 0 where nothing tells
    Margin margin = Margin::outside;
    std::string text;
    std::string refusal;  ///< why SQLite refused, in its own words; empty: it did not
    int code = 0;         ///< of the refusal or complaint, extended

    // Of what ran.
    std::size_t number = 0;                ///< of the first execution, from 1
    std::vector<std::string> values;       ///< bound to it, as SQL writes them
    std::vector<std::string> last_values;  ///< those of the last execution
    bool many_values = false;              ///< the executions differ by their bound values
    std::size_t times = 1;                 ///< executions in a row, told as one
    std::size_t rounds = 1;                ///< how often that came round
    std::size_t period = 1;                ///< of the items that came round together, told of the first
    bool many_texts = false;               ///< the executions differ by the values written in their text
    bool finished = true;                  ///< came to its end, or was reset
    std::size_t prepared = 0;              ///< preparations by the program just before
    std::int64_t rows = 0;                 ///< of all its executions, as are the counts below
    std::int64_t changes = 0;
    std::size_t commits = 0;
    std::size_t rollbacks = 0;
    std::int64_t nanoseconds = 0;  ///< preparations included

    // Of a closed connection.
    std::vector<std::string> left;  ///< statements still alive
    bool in_transaction = false;    ///< also of one left open
};

struct Story {
    std::vector<StoryItem> items;
    std::vector<std::string> never_run;  ///< prepared, never executed
    std::size_t executions = 0;
    std::size_t preparations = 0;
    std::size_t commits = 0;
    std::size_t rollbacks = 0;
    std::size_t connections = 0;
    std::int64_t nanoseconds = 0;  ///< spent in SQLite
    bool cut = false;              ///< there was more to tell
};

/// The story of a detailed trace, one item for each execution.
[[nodiscard]] Story story_of(const check::Trace& trace);

/// The same, where executions in a row that differ by their values only are one item, and up to six items that come round
/// at least three times are told once.
[[nodiscard]] Story told_once(Story story);

}  // namespace atelier
