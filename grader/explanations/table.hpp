// SPDX-License-Identifier: MIT
// What is known of the errors of clang 14 and g++ 12, as data: one function for each family, each in a file of its own.
// Adding an explanation is adding an entry; tests/explanations/ holds a wrong answer for each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// One meaning, with the ways in which compilers say it.
///
/// In a pattern, « * » matches anything, « ~ » anything within a line, and « \\* » a star; a pattern may match anywhere.
/// What the first five cover fills the holes {0} to {4} of the sentence.
struct Explanation {
    const char* name;                     ///< what the catalogue of wrong answers calls it; never shown
    const char* french;                   ///< what it means, why here, what to do
    std::vector<const char*> said;        ///< patterns of the error's own line
    std::vector<const char*> noted = {};  ///< patterns of that line and of the notes that follow it
};

/// What was found, ready to be read; both empty when nothing was.
struct Explained {
    std::string name;
    std::string french;
};

using Family = const std::vector<Explanation>& (*)();

const std::vector<Explanation>& c_api_explanations();        ///< SQLite's own functions
const std::vector<Explanation>& sqlitecpp_explanations();    ///< SQLiteCpp's classes
const std::vector<Explanation>& orm_explanations();          ///< the mini-ORM of lessons 11 to 13
const std::vector<Explanation>& standard_explanations();     ///< optional, span, string_view, string, unique_ptr
const std::vector<Explanation>& declaration_explanations();  ///< what is defined, against what was declared
const std::vector<Explanation>& syntax_explanations();       ///< signs that are missing, or too many
const std::vector<Explanation>& call_explanations();         ///< functions, arguments, lambdas
const std::vector<Explanation>& member_explanations();       ///< members, and how one reaches them
const std::vector<Explanation>& type_explanations();         ///< values, conversions, const
const std::vector<Explanation>& template_explanations();     ///< templates, constants, whatever the compiler computes
const std::vector<Explanation>& linker_explanations();       ///< what mold and GNU ld say

/// A name that the compiler does not know: a word of Python, a std:: or a header forgotten, a slip of the keyboard.
[[nodiscard]] Explained about_unknown_name(std::string_view text);

/// A member that a class does not have: often the one that Python's class has.
[[nodiscard]] Explained about_unknown_member(std::string_view text);

/// Whether `pattern` matches `text`; then what each `*` and `~` of it covers.
[[nodiscard]] bool matches(std::string_view text, std::string_view pattern, std::vector<std::string>& captures);

/// `text` for a sentence to quote: a template or a forger can make a name long, and its beginning tells which it is.
[[nodiscard]] std::string quoted_name(std::string_view text);

}  // namespace atelier
