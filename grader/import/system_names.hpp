// SPDX-License-Identifier: MIT
// Hostile: what school systems write down about a submission. Who sent it, as Moodle names its folders and as Gradescope's
// metadata say.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace atelier {

/// A folder or a file of Moodle's « Télécharger tous les travaux remis ».
struct MoodleName {
    std::string student;  ///< « Léa Durand », « Participant » for blind marking, the group's name for a group
    std::string id;       ///< what Moodle's grading worksheet calls « Participant 12 »; empty for the default group
    std::string plugin;   ///< « file », « onlinetext »
    std::string rest;     ///< the file's own name; empty for a folder
};

/// `name` taken apart (`STUDENT_ID_assignsubmission_PLUGIN[_REST]`); nothing when Moodle would not write it.
[[nodiscard]] std::optional<MoodleName> moodle_name(std::string_view name);

/// Whom Gradescope's submission_metadata.json speaks of.
struct GradescopeMetadata {
    std::string student;    ///< the names of its users, sorted, « , » between them; empty when it has none
    std::string key;        ///< the first user's address
    std::string handed_in;  ///< as utc_moment()
};

/// Reads submission_metadata.json, of which a student chooses some. What is missing or of another type is empty.
[[nodiscard]] GradescopeMetadata gradescope_metadata(std::string_view json);

}  // namespace atelier
