// SPDX-License-Identifier: MIT
// Whatever a name in an archive, a folder of Moodle's or Gradescope's metadata say, what is made of it keeps its promises.
//
// The input: one text, taken for each of them in turn.
#include "encodings.hpp"
#include "fuzz.hpp"
#include "import/entry_name.hpp"
#include "import/moment.hpp"
#include "import/system_names.hpp"

namespace atelier {
namespace {

using fuzz::promise;

void check_entry(std::string_view input)
{
    for (const NameEncoding encoding : {NameEncoding::utf8, NameEncoding::unknown}) {
        const EntryName name = judged_name(input, encoding);
        promise(name.path.empty() || name.problem.empty(), "a name is a path or a problem", input);
        fuzz::promise_readable(name.problem, 200);
        promise(is_valid_utf8(name.path), "a path is text", name.path);
        promise(name.path.size() <= 1'000, "a path is bounded", name.path);
        promise(!name.path.starts_with('/') && !name.path.ends_with('/'), "a path is relative", name.path);
        for (const std::string& part : fuzz::split(name.path, '/')) {
            promise(!part.empty() && part != "." && part != ".." && part.size() <= 200, "a path goes down", name.path);
        }
        const EntryName again = judged_name(name.path, NameEncoding::utf8);
        promise(again.path == name.path && again.problem.empty(), "a path is its own", name.path);
    }
    NamesSeen seen;
    for (const std::string& line : fuzz::split(input, '\n')) {
        const EntryName name = judged_name(line, NameEncoding::utf8);
        if (!name.path.empty() && seen.problem(name.path, false).empty()) {
            promise(!seen.problem(name.path, false).empty(), "a name comes once", line);
            promise(!seen.problem(name.path + "/x", false).empty(), "a file is no folder", line);
        }
    }
}

void test(std::string_view input)
{
    check_entry(input);
    promise(is_valid_utf8(from_unknown_encoding(input)), "a guessed text is one", input);
    promise(to_windows_1252(from_windows_1252(input)) == input, "bytes of Windows come back", input);
    if (const auto moodle = moodle_name(input)) {
        promise(!moodle->student.empty(), "somebody sent it", input);
        promise(moodle->id.find_first_not_of("0123456789") == std::string::npos, "an id is a number", input);
    }
    const std::string moment = utc_moment(input);
    promise(moment.empty() || (moment.size() == 20 && utc_moment(moment) == moment), "a moment is its own", moment);
    const GradescopeMetadata metadata = gradescope_metadata(input);
    promise(is_valid_utf8(metadata.student) && is_valid_utf8(metadata.key), "what JSON says is text", input);
}

}  // namespace
}  // namespace atelier

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    atelier::test(atelier::fuzz::text_of(data, size));
    return 0;
}
