// SPDX-License-Identifier: MIT
// What a child process tells of a hostile file is an answer, or nothing; it never costs more than it weighs.
#include "check/hostile_answer.hpp"

#include "fuzz.hpp"

namespace atelier::check {
namespace {

using fuzz::promise;

void test(std::string_view bytes)
{
    const std::optional<HostileAnswer> answer = from_bytes(bytes);
    if (!answer) {
        return;
    }
    promise(to_bytes(*answer) == bytes, "an answer was written by to_bytes()");
    std::size_t values = answer->table.columns.size();
    for (const Row& row : answer->table.rows) {
        promise(row.size() == answer->table.columns.size(), "a row has a value for each column");
        values += row.size();
    }
    promise(values <= bytes.size(), "a value costs a byte at least");
}

}  // namespace
}  // namespace atelier::check

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    atelier::check::test(atelier::fuzz::text_of(data, size));
    return 0;
}
