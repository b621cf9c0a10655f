// SPDX-License-Identifier: MIT
#include "similarity/fingerprints.hpp"

#include <algorithm>

#include "similarity/cpp_words.hpp"

namespace atelier {

namespace {

/// Spreads the bits of `x` (splitmix64's last step).
constexpr std::uint64_t mixed(std::uint64_t x)
{
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31U);
}

std::uint64_t number_of(const std::vector<CppWord>& words, std::size_t begin, std::size_t count)
{
    std::uint64_t number = count;
    for (std::size_t i = begin; i < begin + count; ++i) {
        number = mixed(number * 0x9e3779b97f4a7c15U + words[i].word);
    }
    return number;
}

/// The runs of a source that has at least one; a shorter source has none, and cannot be compared.
std::vector<std::uint64_t> runs_of(const std::vector<CppWord>& words)
{
    std::vector<std::uint64_t> runs;
    for (std::size_t i = 0; i + run_length <= words.size(); ++i) {
        runs.push_back(number_of(words, i, run_length));
    }
    return runs;
}

}  // namespace

SourcePrints prints_of(std::string_view source)
{
    const std::vector<CppWord> words = cpp_words(source);
    const std::vector<std::uint64_t> runs = runs_of(words);
    SourcePrints prints{.kept = {}, .all_words = number_of(words, 0, words.size())};
    const std::size_t windows = runs.empty() ? 0 : runs.size() - std::min(window, runs.size()) + 1;
    std::size_t last = runs.size();
    for (std::size_t begin = 0; begin < windows; ++begin) {
        const auto first = runs.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto end = first + static_cast<std::ptrdiff_t>(std::min(window, runs.size()));
        const std::uint64_t smallest = *std::min_element(first, end);
        if (last < runs.size() && last >= begin && runs[last] == smallest) {
            continue;  // the one kept before stands for this window too
        }
        last = begin;
        for (std::size_t i = begin; i < begin + static_cast<std::size_t>(end - first); ++i) {
            last = runs[i] == smallest ? i : last;  // the last of equal ones: it stays the longest
        }
        prints.kept.push_back(
            {.run = smallest, .first_line = words[last].line, .last_line = words[last + run_length - 1].line});
    }
    prints.kept.shrink_to_fit();  // a class of ten thousand keeps them all
    return prints;
}

std::vector<std::uint64_t> all_runs_of(std::string_view source)
{
    std::vector<std::uint64_t> runs = runs_of(cpp_words(source));
    std::sort(runs.begin(), runs.end());
    runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
    return runs;
}

}  // namespace atelier
