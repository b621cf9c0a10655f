// SPDX-License-Identifier: MIT
#include "check/sanitizer_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "message.hpp"
#include "show.hpp"

namespace atelier::check {

namespace {

struct Kind {
    const char* rule;
    std::string_view english;
    const char* french;  ///< null: where it happened is all that there is to say
};

constexpr std::array kinds{
    Kind{"abort", "AddressSanitizer: ABRT on unknown address", nullptr},
    Kind{
        "heap-use-after-free", "heap-use-after-free",
        translatable(
            "Le programme lit ou écrit dans une mémoire déjà libérée : un pointeur, une référence ou une vue (string_view, span) a survécu à ce qu'il désignait.")},
    Kind{
        "stack-use-after-return", "stack-use-after-return",
        translatable(
            "Le programme utilise une variable locale d'une fonction déjà terminée : ne gardez ni pointeur, ni référence, ni vue vers elle.")},
    Kind{
        "stack-use-after-scope", "stack-use-after-scope",
        translatable(
            "Le programme utilise une variable après la fin du bloc où elle vivait : ne gardez ni pointeur, ni référence, ni vue vers elle.")},
    Kind{"heap-buffer-overflow", "heap-buffer-overflow",
         translatable("Le programme lit ou écrit à côté d'un tableau : un indice ou une longueur dépasse la taille.")},
    Kind{"stack-buffer-overflow", "stack-buffer-overflow",
         translatable(
             "Le programme lit ou écrit à côté d'un tableau local : un indice ou une longueur dépasse la taille.")},
    Kind{"global-buffer-overflow", "global-buffer-overflow",
         translatable(
             "Le programme lit ou écrit à côté d'un tableau global : un indice ou une longueur dépasse la taille.")},
    Kind{"container-overflow", "container-overflow",
         translatable(
             "Le programme lit un élément que le conteneur n'a plus : un indice ou un itérateur dépasse la fin.")},
    Kind{"stack-overflow", "stack-overflow",
         translatable("La pile déborde : une fonction s'appelle elle-même sans fin, ou un tableau local est immense.")},
    Kind{"double-free", "attempting double-free", translatable("La même ressource est libérée deux fois.")},
    Kind{"bad-free", "attempting free on address which was not malloc()-ed",
         translatable("Le programme libère une adresse qui ne vient pas d'une allocation.")},
    Kind{"alloc-dealloc-mismatch", "alloc-dealloc-mismatch",
         translatable(
             "Ce qui a été alloué d'une façon (new, new[], malloc) est libéré d'une autre (delete, delete[], free).")},
    Kind{"null-pointer", "SEGV on unknown address 0x000000000", translatable("Le programme suit un pointeur nul.")},
    Kind{"segv", "SEGV on unknown address",
         translatable("Le programme suit un pointeur qui ne désigne rien (erreur de segmentation).")},
    Kind{
        "memory-leak", "detected memory leaks",
        translatable(
            "De la mémoire allouée n'est jamais libérée (fuite). Confiez chaque ressource à un objet qui la libère : std::unique_ptr, std::string, std::vector, SQLite::Database.")},
    Kind{"signed-integer-overflow", "runtime error: signed integer overflow",
         translatable("Un calcul sur des entiers signés dépasse leur capacité.")},
    Kind{"null-pointer-load", "runtime error: load of null pointer",
         translatable("Le programme lit à travers un pointeur nul.")},
    Kind{"null-pointer-store", "runtime error: store to null pointer",
         translatable("Le programme écrit à travers un pointeur nul.")},
    Kind{"null-pointer-member", "runtime error: member access within null pointer",
         translatable("Le programme cherche un membre à travers un pointeur nul.")},
    Kind{"null-pointer-call", "runtime error: member call on null pointer",
         translatable("Le programme appelle une fonction membre à travers un pointeur nul.")},
    Kind{"null-reference", "runtime error: reference binding to null pointer",
         translatable("Une référence est liée à un pointeur nul.")},
    Kind{"missing-return", "runtime error: execution reached the end of a value-returning function",
         translatable("Une fonction qui doit rendre une valeur se termine sans return.")},
    Kind{
        "shift-exponent", "runtime error: shift exponent",
        translatable(
            "Un décalage (<< ou >>) sort du type : son nombre de bits doit être positif ou nul, et plus petit que la largeur du type décalé.")},
    Kind{"index-out-of-bounds", "out of bounds for type",
         translatable("Un indice dépasse la taille du tableau : il va de 0 à cette taille moins un.")},
    Kind{"division-by-zero", "runtime error: division by zero", translatable("Le programme divise par zéro.")},
    Kind{"undefined-behavior",
         "runtime error:", translatable("Le programme fait une opération que C++ ne définit pas.")},
    Kind{"address-sanitizer", "AddressSanitizer",
         translatable("Le programme fait un accès à la mémoire que C++ ne permet pas.")},
};

constexpr const char* of_variable =
    translatable("Cette mémoire est celle de la variable {}, déclarée à la ligne {} de {}.");

struct Section {
    std::string_view mark;
    const char* french;
};

constexpr std::array sections{
    Section{"is located in stack of thread", of_variable},
    Section{"freed by thread", translatable("Cette mémoire a été libérée à la ligne {} de {}.")},
    Section{"allocated by thread", translatable("Cette mémoire est allouée à la ligne {} de {}.")},
    Section{"leak of", translatable("Cette mémoire est allouée à la ligne {} de {}.")},
};

/// A frame of the program's own code: which part of the report it is in, and its offset.
struct Frame {
    const char* french;
    std::string offset;
};

std::vector<Frame> frames_of(std::string_view err)
{
    std::vector<Frame> frames;
    const char* section = translatable("C'est à la ligne {} de {}.");
    for (const std::string_view line : lines_of(err)) {
        for (const Section& candidate : sections) {
            if (line.find(candidate.mark) != std::string_view::npos) {
                section = candidate.french;
            }
        }
        const std::size_t at = line.find("/programme+0x");
        if (at == std::string_view::npos || frames.size() == 64) {
            continue;
        }
        const std::string_view offset = line.substr(at + 11, 2 + 16);  // « 0x » and the digits of 64 bits
        const std::size_t end = std::min(offset.find_first_not_of("0123456789abcdef", 2), offset.size());
        if (end > 2) {
            frames.push_back({section, std::string(offset.substr(0, end))});
        }
    }
    return frames;
}

/// The number of a line that begins `text`; nothing when none does.
std::optional<int> line_number(std::string_view text)
{
    int line = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), line);
    return parsed.ec == std::errc{} && line > 0 ? std::optional(line) : std::nullopt;
}

/// Whether a file's name may begin at `at` in `line`.
bool may_begin_name(std::string_view line, std::size_t at)
{
    const auto is_of_a_name = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               c == '.';
    };
    return at == 0 || !is_of_a_name(line[at - 1]);
}

/// « reponse.cpp:12:5: runtime error » names its line itself.
std::optional<int> line_named(std::string_view err, std::string_view answer)
{
    const std::string mark = std::string(answer) + ":";
    for (const std::string_view line : lines_of(err)) {
        const std::size_t at = line.find(mark);
        if (at != std::string_view::npos && may_begin_name(line, at) &&
            line.find("runtime error:", at) != std::string_view::npos) {
            if (const std::optional<int> number = line_number(line.substr(at + mark.size()))) {
                return number;
            }
        }
    }
    return std::nullopt;
}

/// The line's number when `place`, « FILE:LINE », is in the answer; nothing otherwise, as where the compiler added code.
std::optional<int> line_in_answer(std::string_view place, std::string_view answer)
{
    const std::size_t colon = place.rfind(':');
    const std::size_t slash = place.rfind('/', colon);
    const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
    if (colon == std::string_view::npos || place.substr(name, colon - name) != answer) {
        return std::nullopt;
    }
    return line_number(place.substr(colon + 1));
}

/// The local variable whose memory was used, as AddressSanitizer marks it in the function's frame; empty when it marks none or
/// several. The compiler may have changed its name: it gives one to a temporary object, and numbers the second i of a function.
std::string about_variable(std::string_view err, std::string_view answer)
{
    constexpr std::string_view digits = "0123456789";
    constexpr std::string_view of_name = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
    std::string_view marked;
    for (const std::string_view line : lines_of(err)) {
        if (line.find(" <== Memory access at offset ") != std::string_view::npos) {
            if (!marked.empty()) {
                return {};
            }
            marked = line;
        }
    }
    const std::size_t begin = marked.find(") '");
    const std::size_t end = marked.find("' (line ");
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin + 3) {
        return {};
    }
    const std::string_view name = marked.substr(begin + 3, end - begin - 3);
    const std::optional<int> line = line_number(marked.substr(end + 8));
    if (!line) {
        return {};
    }
    if (name.substr(0, 7) == "ref.tmp" || name.substr(0, 7) == "agg.tmp") {
        return tr("Cette mémoire est celle d'un objet temporaire, créé à la ligne {} de {}.", *line, answer);
    }
    const bool is_certain = !name.empty() && name.size() <= 40 && digits.find(name.back()) == std::string_view::npos &&
                            name.find_first_not_of(std::string(of_name) += digits) == std::string_view::npos;
    return is_certain ? tr(of_variable, name, *line, answer)
                      : tr("Cette mémoire est celle d'une variable déclarée à la ligne {} de {}.", *line, answer);
}

/// The address whose use stopped the program.
std::optional<std::uint64_t> faulty_address(std::string_view err)
{
    constexpr std::string_view mark = " on address 0x";
    const std::size_t at = err.find(mark);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view rest = err.substr(at + mark.size());
    std::uint64_t address = 0;
    const auto parsed = std::from_chars(rest.data(), rest.data() + rest.size(), address, 16);
    return parsed.ec == std::errc{} ? std::optional(address) : std::nullopt;
}

/// Where in the student's file.
struct Place {
    std::string sentence;  ///< empty: nowhere
    int line = 0;          ///< the one that matters most
};

/// The innermost line of the student's in each section of the report.
Place place_in_answer(std::string_view err, std::string_view answer, const Symbolizer& symbolizer)
{
    if (const std::optional<int> line = line_named(err, answer)) {
        return {tr("C'est à la ligne {} de {}.", *line, answer), *line};
    }
    const std::vector<Frame> frames = frames_of(err);
    std::vector<std::string> offsets;
    for (const Frame& frame : frames) {
        offsets.push_back(frame.offset);
    }
    const std::vector<std::string> places = frames.empty() ? std::vector<std::string>{} : symbolizer(offsets);
    std::vector<std::string> told;
    Place place;
    const char* last = nullptr;
    for (std::size_t i = 0; i < places.size() && i < frames.size(); ++i) {
        // What follows the frame of a variable is none: another thread's.
        if (i > 0 && frames[i].french == of_variable && frames[i - 1].french == of_variable) {
            continue;
        }
        const std::optional<int> number = line_in_answer(places[i], answer);
        if (number && frames[i].french != last) {
            last = frames[i].french;
            place.line = place.line == 0 && last != of_variable ? *number : place.line;
            told.push_back(last == of_variable ? about_variable(err, answer) : tr(last, *number, answer));
        }
    }
    for (const std::string& one : told) {
        place.sentence += (place.sentence.empty() || one.empty() ? "" : " ") + one;
    }
    return place;
}

}  // namespace

SanitizerReport read_sanitizers(std::string_view err, std::string_view answer, const Symbolizer& symbolizer)
{
    if (err.find("Sanitizer") == std::string_view::npos && err.find("runtime error:") == std::string_view::npos) {
        return {};
    }
    for (const Kind& kind : kinds) {
        if (err.find(kind.english) == std::string_view::npos) {
            continue;
        }
        const Place where = place_in_answer(err, answer, symbolizer);
        if (kind.french == nullptr) {
            return {.text = where.sentence, .finding = {}};
        }
        SanitizerReport report{.text = tr(kind.french) + (where.sentence.empty() ? "" : "\n" + where.sentence),
                               .finding = {}};
        if (where.line > 0) {
            report.finding = {.line = where.line, .column = 0, .rule = kind.rule, .message = tr(kind.french)};
        }
        return report;
    }
    return {};
}

std::string explain_sanitizers(std::string_view err, std::string_view answer, const Symbolizer& symbolizer)
{
    return read_sanitizers(err, answer, symbolizer).text;
}

std::string explain_uncopied_text(std::string_view err, const std::vector<ProbeStream::Uncopied>& texts,
                                  std::string_view answer, const Symbolizer& symbolizer)
{
    const std::optional<std::uint64_t> address = faulty_address(err);
    if (!address) {
        return {};
    }
    // The last one: an address that was free has been used again.
    const auto text = std::find_if(texts.rbegin(), texts.rend(), [&](const ProbeStream::Uncopied& one) {
        return one.address <= *address && *address - one.address < one.size;
    });
    if (text == texts.rend()) {
        return {};
    }
    const std::vector<std::string> places = symbolizer({fmt::format("{:#x}", text->offset)});
    const std::optional<int> line = places.empty() ? std::nullopt : line_in_answer(places.front(), answer);
    return !line
               ? std::string()
               : tr("Ce sont les octets du texte lié avec SQLITE_STATIC à la ligne {} de {} : SQLite n'en a retenu que l'adresse, et le texte n'existe plus quand la requête s'exécute.",
                    *line, answer);
}

}  // namespace atelier::check
