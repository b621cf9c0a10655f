// SPDX-License-Identifier: MIT
#include "explanations.hpp"

#include <algorithm>

#include "message.hpp"

namespace atelier {

namespace {

/// The most stars of a pattern whose sentence quotes them.
constexpr std::size_t most_holes = 5;

std::string filled(const char* french, std::vector<std::string> captures)
{
    captures.resize(std::max(captures.size(), most_holes));
    for (std::string& capture : captures) {
        capture = quoted_name(capture);
    }
    return tr(french, captures[0], captures[1], captures[2], captures[3], captures[4]);
}

/// The first of `family` that fits `text`, or `text` with its `notes`.
Explained explain(Family family, std::string_view text, std::string_view with_notes)
{
    std::vector<std::string> captures;
    for (const Explanation& explanation : family()) {
        const auto fits = [&](std::string_view words, const std::vector<const char*>& patterns) {
            return std::any_of(patterns.begin(), patterns.end(),
                               [&](const char* pattern) { return matches(words, pattern, captures); });
        };
        if (fits(text, explanation.said) || fits(with_notes, explanation.noted)) {
            return {.name = explanation.name, .french = filled(explanation.french, captures)};
        }
    }
    return {};
}

}  // namespace

Explained explanation_of_compiler_error(std::string_view text, std::string_view notes)
{
    const std::string with_notes = std::string(text) + "\n" + std::string(notes);
    Explained found;
    for (const Family family : {c_api_explanations, sqlitecpp_explanations, orm_explanations, standard_explanations,
                                declaration_explanations, syntax_explanations, member_explanations}) {
        if (found = explain(family, text, with_notes); !found.name.empty()) {
            return found;
        }
    }
    for (const auto about : {about_unknown_name, about_unknown_member}) {
        if (found = about(text); !found.name.empty()) {
            return found;
        }
    }
    for (const Family family : {call_explanations, type_explanations, template_explanations}) {
        if (found = explain(family, text, with_notes); !found.name.empty()) {
            return found;
        }
    }
    return found;
}

Explained explanation_of_linker_error(std::string_view output) { return explain(linker_explanations, output, output); }

}  // namespace atelier
