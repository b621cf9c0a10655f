// SPDX-License-Identifier: MIT
#include "similarity/similar.hpp"

#include <algorithm>
#include <numeric>

namespace atelier {

namespace {

/// Answers that have all their words in common, as one.
struct Voice {
    std::vector<std::size_t> answers;  ///< whose they are, by name
    std::vector<std::uint64_t> own;  ///< runs, sorted, without those that prove nothing; once commonplaces are dropped
};

/// A run, and who wrote it.
struct Posting {
    std::uint64_t run = 0;
    std::uint32_t voice = 0;

    bool operator<(const Posting& other) const { return std::pair(run, voice) < std::pair(other.run, other.voice); }
};

struct Candidate {
    std::size_t a = 0;
    std::size_t b = 0;
    std::size_t shared = 0;
    std::size_t fewer = 0;  ///< own runs of the one that has fewer

    /// The most alike first; the same share of more is more.
    bool operator<(const Candidate& other) const
    {
        const std::size_t mine = shared * other.fewer;
        const std::size_t others = other.shared * fewer;
        return mine != others           ? mine > others
               : shared != other.shared ? shared > other.shared
                                        : std::pair(a, b) < std::pair(other.a, other.b);
    }
};

/// The lines on which one of `runs`, sorted, stands.
std::vector<LineRange> lines_of_runs(const std::vector<Fingerprint>& kept, const std::vector<std::uint64_t>& runs)
{
    std::vector<LineRange> ranges;
    for (const Fingerprint& print : kept) {
        if (!std::binary_search(runs.begin(), runs.end(), print.run)) {
            continue;
        }
        if (!ranges.empty() && print.first_line <= ranges.back().second + 1) {
            ranges.back().second = std::max(ranges.back().second, print.last_line);
        } else {
            ranges.emplace_back(print.first_line, print.last_line);
        }
    }
    return ranges;
}

class Comparison {
public:
    Comparison(std::vector<AnswerPrints> answers, const std::vector<std::uint64_t>& known,
               const SimilarityLimits& limits)
        : answers_(std::move(answers)), limits_(limits)
    {
        std::sort(answers_.begin(), answers_.end(),
                  [](const AnswerPrints& x, const AnswerPrints& y) { return x.student < y.student; });
        gather(known);
        drop_commonplaces();
    }

    Similarity result()
    {
        Similarity similarity{.answers = answers_.size(), .too_short = {}, .twins = {}, .pairs = {}, .more_pairs = 0};
        for (const Voice& voice : voices_) {
            std::vector<std::string> students;
            for (const std::size_t answer : voice.answers) {
                students.push_back(answers_[answer].student);
            }
            if (voice.own.size() < limits_.fewest_own) {
                similarity.too_short.insert(similarity.too_short.end(), students.begin(), students.end());
            } else if (students.size() > 1) {
                similarity.twins.push_back({std::move(students)});
            }
        }
        std::sort(similarity.too_short.begin(), similarity.too_short.end());
        std::vector<Candidate> found = candidates();
        const std::size_t told = std::min(found.size(), limits_.most_pairs);
        similarity.more_pairs = found.size() - told;
        found.resize(told);
        std::transform(found.begin(), found.end(), std::back_inserter(similarity.pairs),
                       [&](const Candidate& c) { return in_full(c); });
        return similarity;
    }

private:
    /// One voice for answers that have the same words, by the name of the first who wrote them; who wrote the runs that are not
    /// known.
    void gather(const std::vector<std::uint64_t>& known)
    {
        std::vector<std::size_t> order(answers_.size());
        std::iota(order.begin(), order.end(), 0U);
        const auto words = [&](std::size_t i) { return answers_[i].prints.all_words; };
        std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) { return words(x) < words(y); });
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i == 0 || words(order[i]) != words(order[i - 1])) {
                voices_.emplace_back();
            }
            voices_.back().answers.push_back(order[i]);
        }
        std::sort(voices_.begin(), voices_.end(),
                  [](const Voice& x, const Voice& y) { return x.answers.front() < y.answers.front(); });
        std::size_t most = 0;
        for (const Voice& voice : voices_) {
            most += prints_of_voice(voice).size();
        }
        postings_.reserve(most);
        std::vector<std::uint64_t> runs;
        for (std::size_t v = 0; v < voices_.size(); ++v) {
            runs.clear();
            for (const Fingerprint& print : prints_of_voice(voices_[v])) {
                if (!std::binary_search(known.begin(), known.end(), print.run)) {
                    runs.push_back(print.run);
                }
            }
            std::sort(runs.begin(), runs.end());
            runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
            for (const std::uint64_t run : runs) {
                postings_.push_back({run, static_cast<std::uint32_t>(v)});
            }
        }
    }

    [[nodiscard]] const std::vector<Fingerprint>& prints_of_voice(const Voice& voice) const
    {
        return answers_[voice.answers.front()].prints.kept;
    }

    /// Takes out what so many write that it proves nothing; what is left is each voice's own.
    void drop_commonplaces()
    {
        std::sort(postings_.begin(), postings_.end());
        const double many = limits_.common_share * static_cast<double>(voices_.size());
        auto kept = postings_.begin();
        for (auto begin = postings_.begin(); begin != postings_.end();) {
            const auto end =
                std::find_if(begin, postings_.end(), [&](const Posting& p) { return p.run != begin->run; });
            const auto writers = static_cast<std::size_t>(end - begin);
            const bool is_common =
                (writers >= limits_.common_few && static_cast<double>(writers) > many) || writers > limits_.common_many;
            kept = is_common ? kept : std::copy(begin, end, kept);
            begin = end;
        }
        postings_.erase(kept, postings_.end());
        for (const Posting& posting : postings_) {
            voices_[posting.voice].own.push_back(posting.run);  // sorted, as postings are
        }
    }

    /// The pairs of voices that share enough: for each voice, those after it, counted run by run.
    [[nodiscard]] std::vector<Candidate> candidates() const
    {
        std::vector<Candidate> found;
        std::vector<std::uint32_t> shared(voices_.size());
        std::vector<std::uint32_t> met;
        for (std::size_t a = 0; a < voices_.size(); ++a) {
            for (const std::uint64_t run : voices_[a].own) {
                const auto after =
                    std::upper_bound(postings_.begin(), postings_.end(), Posting{run, static_cast<std::uint32_t>(a)});
                for (auto it = after; it != postings_.end() && it->run == run; ++it) {
                    if (shared[it->voice]++ == 0) {
                        met.push_back(it->voice);
                    }
                }
            }
            for (const std::uint32_t b : met) {
                const std::size_t fewer = std::min(voices_[a].own.size(), voices_[b].own.size());
                if (fewer >= limits_.fewest_own &&
                    static_cast<double>(shared[b]) >= limits_.share * static_cast<double>(fewer)) {
                    found.push_back({.a = a, .b = b, .shared = shared[b], .fewer = fewer});
                }
                shared[b] = 0;
            }
            met.clear();
        }
        std::sort(found.begin(), found.end());
        return found;
    }

    [[nodiscard]] SimilarPair in_full(const Candidate& candidate) const
    {
        const Voice& a = voices_[candidate.a];
        const Voice& b = voices_[candidate.b];
        std::vector<std::uint64_t> runs;
        std::set_intersection(a.own.begin(), a.own.end(), b.own.begin(), b.own.end(), std::back_inserter(runs));
        return {.a = answers_[a.answers.front()].student,
                .b = answers_[b.answers.front()].student,
                .shared = candidate.shared,
                .share = static_cast<double>(candidate.shared) / static_cast<double>(candidate.fewer),
                .lines_a = lines_of_runs(prints_of_voice(a), runs),
                .lines_b = lines_of_runs(prints_of_voice(b), runs)};
    }

    std::vector<AnswerPrints> answers_;  ///< by student
    SimilarityLimits limits_;
    std::vector<Voice> voices_;  ///< by their first student
    std::vector<Posting> postings_;
};

}  // namespace

Similarity similar_answers(std::vector<AnswerPrints> answers, const std::vector<std::uint64_t>& known,
                           const SimilarityLimits& limits)
{
    return Comparison(std::move(answers), known, limits).result();
}

}  // namespace atelier
