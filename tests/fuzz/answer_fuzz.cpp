// SPDX-License-Identifier: MIT
// Whatever is handed in as an answer is its bytes, when they are text, or a sentence that says why not.
//
// The input: the name of the file, then behind 0x1E what it holds.
#include "answer.hpp"

#include "error.hpp"
#include "files.hpp"
#include "fuzz.hpp"

namespace atelier {
namespace {

using fuzz::promise;

void test(std::string_view input)
{
    static const TemporaryFolder folder;
    const std::vector<std::string_view> parts = fuzz::parts_of(input, 2);
    std::string name(parts[0].substr(0, 200));
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '/' || c == '\0'; }, '_');
    name += ".cpp";
    write_file(folder.path() / name, parts[1]);
    Exercise exercise;
    exercise.answer = name;
    const Answer by_file = read_answer(exercise, folder.path() / name);
    const Answer by_folder = read_answer(exercise, folder.path());
    remove_tree(folder.path() / name);
    promise(by_file.source == by_folder.source && by_file.problem == by_folder.problem, "a folder is its file");
    fuzz::promise_readable(by_file.problem, 1'000);
    const bool is_text = is_valid_utf8(parts[1]) && parts[1].find('\0') == std::string_view::npos;
    promise(by_file.problem.empty() == is_text, "text is taken, other bytes are not", by_file.problem);
    promise(by_file.source == (is_text ? parts[1] : std::string_view()), "an answer is its bytes");
    fuzz::promise_readable(read_answer(exercise, folder.path() / name).problem, 1'000);
}

}  // namespace
}  // namespace atelier

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    atelier::test(atelier::fuzz::text_of(data, size));
    return 0;
}
