// SPDX-License-Identifier: MIT
// Who is in a class: a teacher's list, as a spreadsheet or a school's system saves it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// One line of the list.
struct RosterPerson {
    std::string name;                      ///< to be shown; unique in a list
    std::vector<std::string> identifiers;  ///< in the order of the columns: folder, login, address, Moodle's id...
    std::vector<std::string> names;        ///< as people write them: « Léa Durand », « Durand Léa »
    std::string group;
    std::string handed_in;  ///< as utc_moment(); empty when the list does not say
    std::size_t line = 0;   ///< of the file
};

/// The people in `csv`, `file` being what messages call it: a header in French or English, of which docs/corriger-une-classe.md
/// lists what is understood, then a line a person. Moodle's grading worksheet is one. Throws Error, with line and
/// column, for what csv.hpp refuses, no column that says who somebody is, one twice, a line of too many fields or without
/// anybody, an identifier that two people have, a time that is none.
[[nodiscard]] std::vector<RosterPerson> read_roster(std::string_view csv, const std::string& file);

/// How identifiers and names are compared: small letters, without blanks around, « 12 » for Moodle's « Participant 12 ».
[[nodiscard]] std::string compared(std::string_view text);

}  // namespace atelier
