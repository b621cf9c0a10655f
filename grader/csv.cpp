// SPDX-License-Identifier: MIT
#include "csv.hpp"

#include <csv.h>

#include <algorithm>
#include <new>
#include <optional>

#include "encodings.hpp"
#include "error.hpp"
#include "message.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";

/// The most frequent separator of the first row that is not blank; the comma when there is none.
char separator_of(std::string_view text)
{
    constexpr std::string_view separators = ",;\t";
    std::size_t counts[separators.size()] = {};
    bool quoted = false;
    bool blank = true;
    for (const char c : text) {
        quoted = quoted != (c == '"');
        if (!quoted && (c == '\n' || c == '\r')) {
            if (!blank) {
                break;
            }
            continue;
        }
        blank = false;
        const std::size_t which = separators.find(c);
        if (!quoted && which != std::string_view::npos) {
            ++counts[which];
        }
    }
    return separators[static_cast<std::size_t>(std::max_element(std::begin(counts), std::end(counts)) -
                                               std::begin(counts))];
}

/// libcsv's parser, strict, told of one line of the file at a time so that rows know where they begin.
class Parser {
public:
    Parser(char separator, const std::string& file) : file_(file)
    {
        ::csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
        ::csv_set_delim(&parser_, static_cast<unsigned char>(separator));
        ::csv_set_space_func(&parser_, [](unsigned char) { return 0; });  // blanks are part of fields
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    ~Parser() { ::csv_free(&parser_); }

    std::vector<CsvRow> rows(std::string_view text)
    {
        std::size_t line = 0;
        while (!text.empty()) {
            ++line;
            if (row_.fields.empty() && !inside_) {
                row_.line = line;
            }
            const std::string_view whole = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
            inside_ = whole.find_first_not_of("\r\n") != std::string_view::npos || inside_;
            const std::size_t taken = ::csv_parse(&parser_, whole.data(), whole.size(), end_field, end_row, this);
            if (taken != whole.size()) {
                refuse(line, whole.substr(0, taken));
            }
            text.remove_prefix(whole.size());
        }
        if (::csv_fini(&parser_, end_field, end_row, this) != 0) {
            throw Error(tr(
                "{}, ligne {} : un guillemet (\") qui s'ouvre dans cette ligne du tableau n'est jamais fermé. Fermez-le, ou enregistrez de nouveau le fichier depuis votre tableur.",
                visible(file_), row_.line));
        }
        return std::move(rows_);
    }

private:
    static void end_field(void* bytes, std::size_t size, void* self)
    {
        static_cast<Parser*>(self)->row_.fields.emplace_back(static_cast<const char*>(bytes), size);
    }

    static void end_row(int /*by*/, void* self)
    {
        auto* parser = static_cast<Parser*>(self);
        parser->rows_.push_back(std::move(parser->row_));
        parser->row_ = {.line = parser->rows_.back().line, .fields = {}};
        parser->inside_ = false;
    }

    [[noreturn]] void refuse(std::size_t line, std::string_view before)
    {
        if (::csv_error(&parser_) != CSV_EPARSE) {
            throw std::bad_alloc();
        }
        const Characters characters(before);
        throw Error(tr(
            "{}, ligne {}, colonne {} : un guillemet (\") est mal placé. Un champ qui en contient s'écrit entre guillemets, et chacun s'y double (\"\").",
            visible(file_), line, 1 + std::distance(characters.begin(), characters.end())));
    }

    csv_parser parser_{};
    const std::string& file_;
    bool inside_ = false;  ///< a row has begun and goes on
    CsvRow row_;
    std::vector<CsvRow> rows_;
};

/// Whether a spreadsheet would calculate with it. Full-width signs are signs to those of Asia.
bool is_formula(std::string_view text)
{
    constexpr std::string_view signs = "=+-@\t\r\n";
    if (!text.empty() && signs.find(text.front()) != std::string_view::npos) {
        return true;
    }
    const auto wide = {"＝", "＋", "－", "＠"};
    return std::any_of(wide.begin(), wide.end(), [&](const char* sign) { return text.starts_with(sign); });
}

}  // namespace

Csv read_csv(std::string_view bytes, const std::string& file)
{
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        throw Error(tr("{} est en UTF-16. Enregistrez-le de nouveau depuis votre tableur, au format « CSV UTF-8 ».",
                       visible(file)));
    }
    if (const std::size_t zero = bytes.find('\0'); zero != std::string_view::npos) {
        throw Error(tr("{}, ligne {} : ce n'est pas un texte. Il faut un fichier CSV, non un classeur.", visible(file),
                       1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(zero), '\n')));
    }
    Csv table;
    if (bytes.starts_with(mark)) {
        table.encoding = CsvEncoding::utf8_with_mark;
        bytes.remove_prefix(mark.size());
    }
    std::string converted;
    if (!is_valid_utf8(bytes)) {
        table.encoding = CsvEncoding::windows_1252;
        converted = from_windows_1252(bytes);
        bytes = converted;
    }
    table.separator = separator_of(bytes);
    table.rows = Parser(table.separator, file).rows(bytes);
    return table;
}

std::string csv_field(std::string_view text)
{
    std::string field = "\"";
    for (const char c : text) {
        field.append(c == '"' ? 2 : 1, c);
    }
    return field + '"';
}

std::string csv_field_for_people(std::string_view text)
{
    return csv_field(std::string(is_formula(text) ? "'" : "").append(text));
}

std::string csv_bytes(const Csv& table)
{
    std::string text;
    for (const CsvRow& row : table.rows) {
        for (std::size_t i = 0; i < row.fields.size(); ++i) {
            text.append(i == 0 ? 0 : 1, table.separator) += csv_field(row.fields[i]);
        }
        text += "\r\n";
    }
    if (table.encoding == CsvEncoding::windows_1252) {
        if (std::optional<std::string> bytes = to_windows_1252(text)) {
            return *bytes;
        }
    }
    return table.encoding == CsvEncoding::utf8 ? text : std::string(mark) + text;
}

}  // namespace atelier
