// SPDX-License-Identifier: MIT
// Whatever two students write is compared: within bounds, the same in any order, and an answer is a twin of itself.
//
// The input: two answers, behind 0x1E, and the names of those who wrote them.
#include <algorithm>

#include "fuzz.hpp"
#include "similarity/cpp_words.hpp"
#include "similarity/similar.hpp"
#include "similarity/told.hpp"

namespace atelier {
namespace {

using fuzz::promise;

void test_words(std::string_view source)
{
    const std::vector<CppWord> words = cpp_words(source);
    const auto lines = static_cast<std::uint32_t>(std::count(source.begin(), source.end(), '\n')) + 1;
    promise(words.size() <= source.size(), "no more words than bytes");
    std::uint32_t line = 1;
    for (const CppWord& word : words) {
        promise(word.line >= line && word.line <= lines, "words are on lines of the source, in order");
        line = word.line;
    }
    const std::vector<CppWord> few = cpp_words(source, 5);
    promise(std::equal(few.begin(), few.end(), words.begin()), "the first words are the first of all");
    std::vector<CppWord> commented = cpp_words("// ceci\n" + std::string(source));
    for (CppWord& word : commented) {
        --word.line;
    }
    promise(commented == words, "a comment changes nothing");
}

void test(std::string_view input)
{
    const std::vector<std::string_view> parts = fuzz::parts_of(input, 4);
    test_words(parts[0]);
    test_words(parts[1]);
    const AnswerPrints a{.student = "a" + std::string(parts[2]), .prints = prints_of(parts[0])};
    const AnswerPrints b{.student = "b" + std::string(parts[3]), .prints = prints_of(parts[1])};
    const AnswerPrints again{.student = "c", .prints = a.prints};
    const Similarity found = similar_answers({a, b, again}, {});
    promise(found == similar_answers({again, b, a}, {}), "the order does not matter");
    promise(!found.twins.empty() || !found.too_short.empty(), "an answer is its own twin, or too short");
    for (const SimilarPair& pair : found.pairs) {
        promise(pair.share >= 0.7 && pair.share <= 1, "a share is a share");
        promise(!pair.lines_a.empty() && !pair.lines_b.empty(), "what is shared can be seen");
    }
    promise(similar_answers({a, b}, all_runs_of(parts[0])).twins.empty() || a.prints.all_words != b.prints.all_words,
            "what is known proves nothing");
    fuzz::promise_readable(similarity_text({{.id = "01a-noter", .title = "Noter", .found = found}}), 20'000);
}

}  // namespace
}  // namespace atelier

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    atelier::test(atelier::fuzz::text_of(data, size));
    return 0;
}
