// SPDX-License-Identifier: MIT
// Which answers to one exercise resemble each other more than the exercise explains: a hint for a person to judge, never a
// penalty. Pure: the same answers, in any order, give the same result.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "similarity/fingerprints.hpp"

namespace atelier {

/// An answer whose source need not be kept.
struct AnswerPrints {
    std::string student;
    SourcePrints prints;
};

/// When a resemblance is told. The figures behind these numbers are in docs/ressemblances.md.
struct SimilarityLimits {
    double share = 0.7;            ///< of the shorter answer's own fingerprints
    std::size_t fewest_own = 12;   ///< fingerprints: an answer with fewer is too short to say anything of
    double common_share = 0.25;    ///< what more than this part of the class writes is commonplace…
    std::size_t common_few = 4;    ///< …when that many do at least,
    std::size_t common_many = 60;  ///< or when more than that many do, however large the class
    std::size_t most_pairs = 500;  ///< told in full; the others are counted
};

using LineRange = std::pair<std::uint32_t, std::uint32_t>;  ///< both ends included, from 1

/// Two answers, and what they share. Copies but for names, comments and layout count as one answer: see `twins`.
struct SimilarPair {
    std::string a;  ///< the first by name of those who handed it in
    std::string b;
    std::size_t shared = 0;  ///< fingerprints
    double share = 0;        ///< of the own fingerprints of the one that has fewer
    std::vector<LineRange> lines_a;
    std::vector<LineRange> lines_b;

    bool operator==(const SimilarPair&) const = default;
};

/// Answers that are the same but for names, comments and layout; by name, at least two.
struct Twins {
    std::vector<std::string> students;

    bool operator==(const Twins&) const = default;
};

struct Similarity {
    std::size_t answers = 0;
    std::vector<std::string> too_short;  ///< students of whose answer nothing can be said; by name
    std::vector<Twins> twins;            ///< by their first student
    std::vector<SimilarPair> pairs;      ///< the most alike first
    std::size_t more_pairs = 0;          ///< beyond `most_pairs`

    bool operator==(const Similarity&) const = default;
};

/// Compares the answers to one exercise. `known`, sorted, are the runs that prove nothing: those of the starter, of given
/// headers, of the reference. Students' names must differ.
[[nodiscard]] Similarity similar_answers(std::vector<AnswerPrints> answers, const std::vector<std::uint64_t>& known,
                                         const SimilarityLimits& limits = {});

}  // namespace atelier
