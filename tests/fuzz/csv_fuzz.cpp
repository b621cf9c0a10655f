// SPDX-License-Identifier: MIT
// Whatever a roster's bytes are, they are a table of texts or a sentence; a table written is read alike.
//
// The input: the file.
#include "csv.hpp"

#include "error.hpp"
#include "fuzz.hpp"

namespace atelier {
namespace {

using fuzz::promise;

void test(std::string_view input)
{
    Csv table;
    try {
        table = read_csv(input, "liste.csv");
    } catch (const Error& error) {
        fuzz::promise_readable(error.what(), 1'000);
        return;
    }
    std::size_t line = 0;
    for (const CsvRow& row : table.rows) {
        promise(row.line >= line, "rows follow each other");
        line = row.line;
        promise(!row.fields.empty(), "a row has a field");
        for (const std::string& field : row.fields) {
            promise(is_valid_utf8(field), "a field is text", field);
        }
    }
    const std::string written = csv_bytes(table);
    const Csv again = read_csv(written, "liste.csv");
    promise(again.rows.size() == table.rows.size(), "a table written has its rows", written);
    const bool has_many = !table.rows.empty() && table.rows[0].fields.size() > 1;
    promise(!has_many || again.separator == table.separator, "a table written keeps its separator", written);
    for (std::size_t i = 0; has_many && i < table.rows.size(); ++i) {
        promise(again.rows[i].fields == table.rows[i].fields, "a table written keeps its fields", written);
    }
    for (const CsvRow& row : table.rows) {
        for (const std::string& field : row.fields) {
            const std::string shown = csv_field_for_people(field);
            promise(shown.size() > 1 && std::string_view("=+-@\t\r\n").find(shown[1]) == std::string_view::npos,
                    "no field is a formula", shown);
        }
    }
}

}  // namespace
}  // namespace atelier

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    atelier::test(atelier::fuzz::text_of(data, size));
    return 0;
}
