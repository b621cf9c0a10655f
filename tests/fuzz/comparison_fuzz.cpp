// SPDX-License-Identifier: MIT
// Whatever values and texts a program returns, comparing them with what was expected tells equal from different, in
// lines that fit, through GoogleTest's frame.
//
// The input: the probe's stream of what was expected, then behind 0x1E that of what came.
#include "check/comparison.hpp"

#include "check/failure_text.hpp"
#include "check/probe_stream.hpp"
#include "fuzz.hpp"
#include "show.hpp"

namespace atelier::check {
namespace {

using fuzz::promise;

Table table_of(std::string_view bytes)
{
    Table table;
    for (ProbeStream::Returned& one : read_probe_stream(bytes).returned) {
        table.rows.push_back(std::move(one.row));
    }
    return table;
}

void check_text(const std::string& text, std::size_t cells)
{
    fuzz::promise_readable(text, 4'000 + cells * 400);
    const std::string framed =
        "Value of: x\nExpected: y\n  Actual: z" + std::string(begin_french) + text + std::string(end_french) + "added";
    promise(text.empty() ||
                failure_text(framed) == text.substr(text.find_first_not_of('\n'),
                                                    text.find_last_not_of('\n') + 1 - text.find_first_not_of('\n')) +
                                            "\nadded",
            "a text comes out of its frame", text);
}

void test(std::string_view input)
{
    const std::vector<std::string_view> parts = fuzz::parts_of(input, 2);
    const Table expected = table_of(parts[0]);
    const Table obtained = table_of(parts[1]);
    std::size_t cells = expected.rows.size() + obtained.rows.size();
    for (const Table* table : {&expected, &obtained}) {
        for (const Row& row : table->rows) {
            cells += row.size();
        }
    }
    for (const Order order : {Order::matters, Order::does_not_matter}) {
        promise(compare(expected, expected, order).empty() && compare(obtained, obtained, order).empty(),
                "a table is equal to itself");
        const std::string text = compare(expected, obtained, order);
        promise(order == Order::does_not_matter || text.empty() == (expected.rows == obtained.rows),
                "tables that differ are told, others are not", text);
        check_text(text, cells);
    }
    promise(compare_texts(parts[0], parts[0]).empty(), "a text is equal to itself");
    const std::string text = compare_texts(parts[0], parts[1]);
    promise(text.empty() == (parts[0] == parts[1]), "texts that differ are told, others are not", text);
    check_text(text, 8);
    (void)failure_text(input);
}

}  // namespace
}  // namespace atelier::check

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    atelier::check::test(atelier::fuzz::text_of(data, size));
    return 0;
}
