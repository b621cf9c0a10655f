// SPDX-License-Identifier: MIT
// Verdicts given before, kept for answers that come again: the same bytes, judged by the same means, are worth the same.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "exercise.hpp"
#include "toolchain.hpp"
#include "verdict.hpp"

namespace atelier {

/// What is kept stands in files of one folder, named by the digest of all that a verdict depends on: the answer, the
/// exercise, its checks, the grader, the toolchain, the seed, the tier, the language. Safe to use from several threads, and
/// from several processes at once. Losing the folder loses time only.
class VerdictCache {
public:
    /// Keeps verdicts in `folder`, which is made when the first one is.
    explicit VerdictCache(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// The verdict on `source` (the bytes of an answer to `exercise`): the one that is kept, else what `judge` says, which is
    /// then kept if it is repeatable. Two threads that ask for one verdict at once get it from one call of `judge`. What
    /// `judge` throws is thrown; a verdict that cannot be kept is not.
    [[nodiscard]] Verdict verdict(const Toolchain& toolchain, std::uint64_t seed, const Exercise& exercise,
                                  const std::string& source, const std::function<Verdict()>& judge);

private:
    /// The right to judge one key, waited for.
    class Turn {
    public:
        Turn(VerdictCache& cache, std::string key);
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;
        ~Turn();

    private:
        VerdictCache& cache_;
        std::string key_;
    };

    [[nodiscard]] std::string key(const Toolchain& toolchain, std::uint64_t seed, const Exercise& exercise,
                                  const std::string& source);
    [[nodiscard]] std::filesystem::path file_of(const std::string& key) const;
    [[nodiscard]] std::optional<Verdict> find(const std::string& key, const Exercise& exercise) const;
    void keep(const std::string& key, const Verdict& verdict) const;

    std::filesystem::path folder_;
    std::mutex guard_;  // of what follows
    std::condition_variable somebody_is_done_;
    std::set<std::string> at_work_;
    std::map<std::filesystem::path, std::string> exercises_;  // their digests, read once, by folder
};

}  // namespace atelier
