// SPDX-License-Identifier: MIT
// Whatever stands on standard error, and whatever the symbolizer makes of it, is told in a few sentences of ours and the
// numbers of the answer's lines.
//
// The input: standard error, then behind 0x1E what the symbolizer says, a place on each line, then behind 0x1E the probe's
// stream.
#include "check/sanitizer_report.hpp"

#include "check/probe_stream.hpp"
#include "fuzz.hpp"

namespace atelier::check {
namespace {

using fuzz::promise;

constexpr std::string_view answer = "reponse.cpp";

void test(std::string_view input)
{
    const std::vector<std::string_view> parts = fuzz::parts_of(input, 3);
    const std::vector<std::string> places = fuzz::split(parts[1], '\n');
    const auto symbolizer = [&](const std::vector<std::string>& offsets) {
        promise(!offsets.empty() && offsets.size() <= 64, "few offsets are asked for, and some");
        for (const std::string& offset : offsets) {
            promise(offset.substr(0, 2) == "0x" && offset.size() <= 18 &&
                        offset.find_first_not_of("0123456789abcdef", 2) == std::string::npos,
                    "an offset is a number", offset);
        }
        return places;
    };
    const std::string said = explain_sanitizers(parts[0], answer, symbolizer);
    fuzz::promise_readable(said, 2'000);
    const std::string bound = explain_uncopied_text(parts[0], read_probe_stream(parts[2]).uncopied, answer, symbolizer);
    fuzz::promise_readable(bound, 1'000);
    const bool is_report = parts[0].find("Sanitizer") != std::string_view::npos ||
                           parts[0].find("runtime error:") != std::string_view::npos;
    promise(is_report || said.empty(), "nothing is told where there is no report", said);
    const std::string words = std::string(parts[0]) + '\n' + std::string(parts[1]);
    for (const std::string& number : fuzz::lines_named(said + ' ' + bound)) {
        promise(fuzz::is_said_of(words, answer, number), "a line that is told was said of the answer", said);
    }
}

}  // namespace
}  // namespace atelier::check

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    atelier::check::test(atelier::fuzz::text_of(data, size));
    return 0;
}
