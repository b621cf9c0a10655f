// SPDX-License-Identifier: MIT
#include "diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "explanations.hpp"
#include "message.hpp"
#include "show.hpp"

namespace atelier {

namespace {

/// Where something is said, and what.
struct Said {
    int line = 0;    ///< from 1; 0: unknown
    int column = 0;  ///< the same
    std::string text;
    std::string file;   ///< where the tool says it, when that is not in the answer
    std::string notes;  ///< the lines that follow, as far as the next error of another line
};

void replace_all(std::string& text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

/// Erases whatever stands from `begin` to `end`, both included.
void erase_all(std::string& text, std::string_view begin, std::string_view end)
{
    for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
        const std::size_t last = text.find(end, at);
        text.erase(at, last == std::string::npos ? last : last + end.size() - at);
    }
}

/// The tool's words with straight quotes, and without the long names behind a type's usual one.
std::string simplified(std::string_view output)
{
    std::string text(output);
    replace_all(text, "‘", "'");
    replace_all(text, "’", "'");
    replace_all(text, "std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> >", "std::string");
    replace_all(text, "std::__cxx11::basic_string<char>", "std::string");
    replace_all(text, "std::basic_string<char>", "std::string");
    replace_all(text, ", 18446744073709551615>", ">");  // of a span whose size is not in its type
    replace_all(text, ", 18446744073709551615ul>", ">");
    replace_all(text, "std::basic_string_view<char>", "std::string_view");
    replace_all(text, "const struct ", "const ");
    replace_all(text, "'struct ", "'");
    replace_all(text, "'class ", "'");
    erase_all(text, " (aka '", "')");
    erase_all(text, " {aka '", "'}");
    return text;
}

/// Reads « FILE:LINE:COLUMN: », or an assembler's « FILE:LINE: », anywhere in `line`; FILE's last part is `answer`.
std::optional<Said> place_in(std::string_view line, std::string_view answer)
{
    const std::string mark = std::string(answer) + ":";
    const std::size_t at = line.find(mark);
    if (at == std::string_view::npos || (at > 0 && line[at - 1] != '/' && line[at - 1] != ' ')) {
        return std::nullopt;
    }
    Said said;
    const char* end = line.data() + line.size();
    const auto number = std::from_chars(line.data() + at + mark.size(), end, said.line);
    if (number.ec != std::errc{} || said.line < 1) {
        return std::nullopt;
    }
    if (number.ptr != end && *number.ptr == ':') {
        std::from_chars(number.ptr + 1, end, said.column);
    }
    return said;
}

/// What follows « error: » in `line`; empty when it tells of none. A text left open is one, and one between apostrophes too,
/// whatever compilers call it.
std::string_view error_in(std::string_view line)
{
    for (const std::string_view mark :
         {" error: ", " Error: ", " warning: missing terminating", " warning: character constant too long",
          " warning: multi-character character constant"}) {
        if (const std::size_t at = line.find(mark); at != std::string_view::npos) {
            return line.substr(line.find(": ", at) + 2);
        }
    }
    return {};
}

/// Whether `line` only tells by which files an error was reached: the prelude, for a student, or a thousand times the same.
bool is_road(std::string_view line)
{
    return line.rfind("In file included from ", 0) == 0 || line.rfind("                 from ", 0) == 0;
}

/// The lines that follow the error of line `at`, as far as the next error about another line than `number` of the answer.
std::string notes_after(const std::vector<std::string_view>& lines, std::size_t at, int number, std::string_view answer)
{
    constexpr std::size_t most_lines = 100;
    std::string notes;
    for (std::size_t i = at + 1; i < std::min(lines.size(), at + most_lines); ++i) {
        const std::optional<Said> place = place_in(lines[i], answer);
        if (!error_in(lines[i]).empty() && place && place->line != number) {
            break;
        }
        notes += std::string(lines[i]) + "\n";
    }
    return notes;
}

/// The first error said of the answer; else the first error anywhere, at the first line of the answer that a note or
/// a « required from » near it names.
Said first_error(std::string_view output, std::string_view answer)
{
    Said elsewhere;
    const std::vector<std::string_view> lines = lines_of(output);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view line = lines[i];
        if (is_road(line)) {
            continue;
        }
        const std::optional<Said> place = place_in(line, answer);
        const std::string_view error = error_in(line);
        if (!error.empty() && place) {
            return {.line = place->line,
                    .column = place->column,
                    .text = std::string(error),
                    .file = {},
                    .notes = notes_after(lines, i, place->line, answer)};
        }
        if (!error.empty() && elsewhere.text.empty()) {
            elsewhere.text = error;
            elsewhere.file = line.substr(0, line.find(':'));
            elsewhere.notes = notes_after(lines, i, 0, answer);
        }
        if (place && elsewhere.line == 0 && line.find(" warning: ") == std::string_view::npos) {
            elsewhere.line = place->line;
            elsewhere.column = place->column;
        }
    }
    return elsewhere;
}

/// Where `error` is, as the beginning of a sentence.
std::string place_of(const Said& error, std::string_view answer)
{
    if (error.line == 0) {
        return error.file == "programme.cpp"
                   ? tr("programme.cpp, qui se sert de votre réponse, ne compile pas avec elle :") + "\n"
                   : std::string();
    }
    const std::string line = tr("À la ligne {} de {}", error.line, answer);
    if (!error.file.empty()) {
        return line + tr(" (l'erreur est signalée ailleurs, mais vient de là) :") + "\n";
    }
    return line + (error.column > 0 ? tr(", colonne {} :", error.column) : tr(" :")) + "\n";
}

/// The function that a linker did not find, with its parameters; empty when it is about something else.
std::string missing_function(std::string_view output)
{
    std::vector<std::string> found;
    return matches(output, "undefined symbol: ~\n", found) || matches(output, "undefined reference to `~'", found)
               ? found.front()
               : std::string();
}

/// Whether one of the `symbols` of an object is a function of the same name as `function`, outside any class.
bool defines(const std::vector<std::string>& symbols, const std::string& function)
{
    const std::string name = function.substr(0, function.find('('));
    const std::string mangled = fmt::format("_Z{}{}", name.size(), name);
    return !name.empty() && std::any_of(symbols.begin(), symbols.end(),
                                        [&](const std::string& symbol) { return symbol.rfind(mangled, 0) == 0; });
}

std::string tool_words(std::string_view output)
{
    std::string text;
    for (const std::string_view line : lines_of(output)) {
        text += is_road(line) ? std::string() : shortened(line, 1, 240);
    }
    return tr("Le message d'origine :") + "\n" + indented(shortened(visible_lines(text), 25, 4000), "  | ");
}

}  // namespace

Diagnosis diagnose_compiler(std::string_view output, std::string_view answer)
{
    const Said error = first_error(simplified(output), answer);
    const Explained explained = explanation_of_compiler_error(error.text, error.notes);
    std::string sentence;
    if (!explained.french.empty()) {
        sentence = explained.french + "\n";
    } else if (!error.text.empty()) {
        sentence = tr("Le compilateur refuse cela : {}\n", excerpt(error.text, 500));
    }
    return {.text = place_of(error, answer) + sentence + tool_words(output),
            .explanation = explained.name,
            .line = error.line,
            .column = error.column,
            .sentence = sentence};
}

Diagnosis diagnose_linker(std::string_view output, std::string_view answer, const std::vector<std::string>& defined)
{
    const std::string text = simplified(output);
    Explained explained = explanation_of_linker_error(text);
    if (const std::string name = missing_function(text);
        explained.name == "fonction-absente" && defines(defined, name)) {
        explained = {
            .name = "signature-differente",
            .french = tr(
                "Votre réponse définit bien une fonction « {} », mais pas avec ces types de paramètres : « {} ». Comparez-la signe par signe avec celle de fourni.hpp : types, référence (&), const.",
                quoted_name(name.substr(0, name.find('('))), quoted_name(name))};
    }
    if (explained.french.empty()) {
        explained.french = tr("{} compile, mais ne s'assemble pas avec le reste du programme.", answer);
    }
    return {.text = explained.french + "\n" + tool_words(output), .explanation = explained.name};
}

std::string explain_compiler(std::string_view output, std::string_view answer)
{
    return diagnose_compiler(output, answer).text;
}

std::string explain_linker(std::string_view output, std::string_view answer)
{
    return diagnose_linker(output, answer).text;
}

}  // namespace atelier
