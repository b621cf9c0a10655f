// SPDX-License-Identifier: MIT
// A teacher's list put beside what was handed in: everybody has their name, and who sent nothing is there too.
#pragma once

#include <string>
#include <vector>

#include "import/collection.hpp"
#include "import/roster.hpp"

namespace atelier {

/// What a teacher should look at before believing the grades. Names are valid UTF-8, and no more than that.
struct RosterFindings {
    std::vector<std::string> not_in_roster;       ///< submissions that are nobody's: they keep their names
    std::vector<std::string> without_submission;  ///< people: they have a submission without any answer now
};

/// Gives each of `submissions` the name, and where the list says so the moment, of the person it is of; adds an empty one for
/// everybody else. A person is known by what the system knows them by, then by their folder's name, then by their own, if
/// one person only has it. Of two submissions of one person the first in order is theirs. The order is by name afterwards.
[[nodiscard]] RosterFindings match_roster(const std::vector<RosterPerson>& people,
                                          std::vector<Submission>& submissions);

}  // namespace atelier
