// SPDX-License-Identifier: MIT
#include "citations.hpp"

#include <algorithm>
#include <charconv>

#include "files.hpp"
#include "markdown.hpp"
#include "message.hpp"
#include "show.hpp"

namespace atelier {

namespace {

constexpr std::string_view opening = "« ";
constexpr std::string_view closing = " »";
constexpr std::size_t longest_title = 200;  // of one whose » is missing

/// The length of the blank that `text` begins with: 0 when it begins with none.
std::size_t blank_at(std::string_view text)
{
    for (const std::string_view blank : {" ", "\n", "\r", "\t", "\u00A0", "\u202F"}) {
        if (text.substr(0, blank.size()) == blank) {
            return blank.size();
        }
    }
    return 0;
}

/// The length of what stands between two literals of one text: a quote, blanks, the next quote.
std::size_t joint_at(std::string_view text)
{
    if (text.empty() || text.front() != '"') {
        return 0;
    }
    const std::size_t quote = text.find_first_not_of(" \t\r\n", 1);
    const bool joins = quote != std::string_view::npos && text[quote] == '"' &&
                       text.substr(0, quote).find('\n') != std::string_view::npos;
    return joins ? quote + 1 : 0;
}

/// A text with one space for any run of blanks, without joints or marks of code; and whence each of its bytes comes.
struct Flat {
    std::string text;
    std::vector<std::size_t> origins;
};

Flat flattened(std::string_view text)
{
    Flat flat;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        const std::size_t blank = blank_at(rest);
        std::size_t skipped = blank > 0 ? blank : joint_at(rest);
        if (blank > 0 ? flat.text.empty() || flat.text.back() != ' ' : skipped == 0 && text[at] != '`') {
            flat.text += blank > 0 ? ' ' : text[at];
            flat.origins.push_back(at);
        }
        at += std::max<std::size_t>(skipped, 1);
    }
    return flat;
}

/// Takes `word` from the beginning of `text`; whether it was there.
bool take(std::string_view& text, std::string_view word)
{
    const bool there = text.substr(0, word.size()) == word;
    text.remove_prefix(there ? word.size() : 0);
    return there;
}

/// Takes the number that begins `text`; 0 when none does.
int take_number(std::string_view& text)
{
    int number = 0;
    const char* after = std::from_chars(text.data(), text.data() + text.size(), number).ptr;
    text.remove_prefix(static_cast<std::size_t>(after - text.data()));
    return number;
}

/// The titles between « and » that `text` begins with, one after the other.
std::vector<std::string> titles_at(std::string_view text)
{
    std::vector<std::string> titles;
    while (take(text, opening)) {
        const std::size_t end = std::min(text.find(closing), text.size());
        titles.emplace_back(text.substr(0, std::min(end, longest_title)));
        text.remove_prefix(std::min(end + closing.size(), text.size()));
        std::string_view next = text;
        if ((take(next, ", ") || take(next, " et ")) && next.substr(0, opening.size()) == opening) {
            text = next;
        }
    }
    return titles;
}

const Lesson* lesson_numbered(const Catalog& catalog, int number)
{
    for (const Lesson& lesson : catalog.lessons) {
        std::string_view id = lesson.id;
        if (take_number(id) == number) {
            return &lesson;
        }
    }
    return nullptr;
}

/// What is wrong with `citation`; empty when it leads somewhere, or to a lesson whose text is missing.
std::string problem_of(const Catalog& catalog, const Citation& citation)
{
    const Lesson* lesson = lesson_numbered(catalog, citation.lesson);
    if (lesson == nullptr) {
        return tr("il n'y a pas de leçon {} ; corrigez le renvoi", citation.lesson);
    }
    if (!fs::is_regular_file(lesson->text)) {
        return {};
    }
    const std::vector<Heading> all = headings(read_file(lesson->text));
    const bool found = std::any_of(
        all.begin(), all.end(), [&](const Heading& heading) { return flattened(heading.text).text == citation.title; });
    return found ? std::string()
                 : tr("la leçon {} n'a pas de section « {} » ; corrigez le renvoi ou le titre", citation.lesson,
                      visible_lines(citation.title));
}

}  // namespace

std::vector<Citation> citations_in(std::string_view text)
{
    constexpr std::string_view word = "leçon ";
    const Flat flat = flattened(text);
    std::vector<Citation> citations;
    for (std::size_t at = flat.text.find(word); at != std::string::npos; at = flat.text.find(word, at + 1)) {
        std::string_view rest = std::string_view(flat.text).substr(at + word.size());
        const int lesson = take_number(rest);
        if (take(rest, "](")) {
            rest.remove_prefix(std::min(rest.find(')'), rest.size()));
            (void)take(rest, ")");
        }
        (void)take(rest, ",");
        (void)take(rest, " ");
        (void)(take(rest, "section ") || take(rest, "sections "));
        const auto before = text.begin() + static_cast<std::ptrdiff_t>(flat.origins[at]);
        const int line = 1 + static_cast<int>(std::count(text.begin(), before, '\n'));
        for (std::string& title : lesson > 0 ? titles_at(rest) : std::vector<std::string>{}) {
            citations.push_back({.lesson = lesson, .title = std::move(title), .line = line});
        }
    }
    return citations;
}

std::vector<std::string> broken_citations(const Catalog& catalog, std::string_view text)
{
    std::vector<std::string> problems;
    for (const Citation& citation : citations_in(text)) {
        if (std::string problem = problem_of(catalog, citation); !problem.empty()) {
            problems.push_back(tr("ligne {} : {}", citation.line, problem));
        }
    }
    return problems;
}

std::vector<std::string> broken_citations_of_files(const Catalog& catalog, const fs::path& folder)
{
    std::vector<std::string> problems;
    for (const std::string& name : fs::is_directory(folder) ? names_in(folder) : std::vector<std::string>{}) {
        if (fs::is_regular_file(folder / name)) {
            for (const std::string& problem : broken_citations(catalog, read_file(folder / name))) {
                problems.push_back(name + ", " + problem);
            }
        }
    }
    return problems;
}

}  // namespace atelier
