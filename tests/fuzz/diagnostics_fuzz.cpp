// SPDX-License-Identifier: MIT
// Whatever a compiler or a linker was made to say is told in a few safe lines: a place that it named, a sentence, its own
// words behind a margin.
#include "diagnostics.hpp"

#include "fuzz.hpp"
#include "show.hpp"

namespace atelier {
namespace {

using fuzz::promise;

constexpr std::string_view answer = "reponse.cpp";

void check_message(const std::string& said, std::string_view output)
{
    fuzz::promise_readable(said, 8'000);
    const std::size_t words = ("\n" + said).find("\nLe message d'origine");  // a line of ours: quotes have none
    promise(words != std::string::npos, "the tool's own words are kept", said);
    const std::vector<std::string> before = fuzz::split(said.substr(0, words), '\n');
    promise(before.size() <= 2, "a place and a sentence come first, and no line of a student's", said);
    const std::vector<std::string> quoted = fuzz::split(said.substr(words), '\n');
    for (std::size_t i = 1; i < quoted.size(); ++i) {
        promise(quoted[i].empty() || quoted[i].substr(0, 4) == "  | ", "the tool's words stand behind a margin", said);
    }
    if (!before.empty() && before[0].rfind("À la ligne ", 0) == 0) {
        for (const std::string& number : fuzz::lines_named(before[0])) {
            promise(fuzz::is_said_of(output, answer, number), "a line that is told was said of the answer", said);
        }
        promise(before[0].find("colonne 0") == std::string::npos && before[0].find("colonne -") == std::string::npos,
                "a column that is told is one", said);
    }
}

void test(std::string_view output)
{
    check_message(explain_compiler(output, answer), output);
    check_message(explain_linker(output, answer), output);
}

}  // namespace
}  // namespace atelier

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    atelier::test(atelier::fuzz::text_of(data, size));
    return 0;
}
