// SPDX-License-Identifier: MIT
// Tables as teachers' spreadsheets and school systems exchange them: CSV (RFC 4180), read whole and written back alike.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

enum class CsvEncoding { utf8, utf8_with_mark, windows_1252 };

/// Fields are UTF-8, without their quotes, blanks around them kept.
struct CsvRow {
    std::size_t line = 0;  ///< of the file, from 1, where the row begins
    std::vector<std::string> fields;
};

/// A table, and what a program that reads it again expects to find unchanged.
struct Csv {
    char separator = ',';
    CsvEncoding encoding = CsvEncoding::utf8;
    std::vector<CsvRow> rows;  ///< blank lines are left out; the header, where there is one, is the first
};

/// The table that `bytes` are, `file` being what messages call it. The separator is the one of « , », « ; » and tab that
/// stands most often in the first row, outside quotes. What is not UTF-8 is taken for Windows-1252, which is what Excel
/// saves in France. Rows may have different numbers of fields. Throws Error, with line and column, for a quote that is not
/// doubled or not closed, and for what is no text: a zero byte, UTF-16.
[[nodiscard]] Csv read_csv(std::string_view bytes, const std::string& file);

/// `text` as one field, quoted, for a program to read: nothing but quotes is changed.
[[nodiscard]] std::string csv_field(std::string_view text);

/// The same for people, who open the file in a spreadsheet: behind an apostrophe when a spreadsheet would take it for a
/// formula.
[[nodiscard]] std::string csv_field_for_people(std::string_view text);

/// `table` as bytes that read_csv() reads alike, all fields quoted, lines ended by CR LF. In Windows-1252 only while every
/// character has its place there; else it becomes UTF-8 with its mark, which Excel knows.
[[nodiscard]] std::string csv_bytes(const Csv& table);

}  // namespace atelier
