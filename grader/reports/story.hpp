// SPDX-License-Identifier: MIT
// The story of what SQLite saw, as a student reads it: a line for each statement, the transaction drawn in the margin.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sql_story.hpp"

namespace atelier {

struct StoryLook {
    int width = 80;
    bool plain = false;  ///< no drawing: a transaction is told in words
    bool times = true;   ///< what share of SQLite's time each statement took
};

/// The whole of `story` (of told_once(), so that repetitions are one line), bounded: long texts are cut, and the middle of
/// a long story is counted, not shown. Ends with a newline.
[[nodiscard]] std::string story_for_terminal(const Story& story, const StoryLook& look);

/// `story` (of story_of(): each execution, the first 50,000), without times unless asked: then the same program gives the same bytes.
[[nodiscard]] nlohmann::ordered_json to_json(const Story& story, bool times);

}  // namespace atelier
