// SPDX-License-Identifier: MIT
// Names of files for students: whoever chose a student's name, the file's is safe on every system, and nobody else's.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>

namespace atelier {

/// Gives each student of a class, in the class's order, the name of a file without its extension: letters a-z, digits and
/// hyphens, at most 60 of them: what can be read of the name, then 16 digits of a SHA-256 of the name and the key. The same
/// class has the same names, and a student keeps theirs whoever joins the class.
class PageNames {
public:
    [[nodiscard]] std::string next(const std::string& student, const std::string& key);

private:
    std::unordered_set<std::string> given_;
};

/// What a name looks like in a-z, 0-9 and hyphens, cut: « Zoé Martin » is « zoe-martin ». Empty when nothing is left of it.
[[nodiscard]] std::string readable_part(const std::string& name);

}  // namespace atelier
