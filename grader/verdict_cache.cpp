// SPDX-License-Identifier: MIT
#include "verdict_cache.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "checks_program.hpp"
#include "error.hpp"
#include "exercise_digest.hpp"
#include "files.hpp"
#include "message.hpp"
#include "sha256.hpp"

namespace atelier {

namespace {

/// Files in one of the 256 folders, at most: about a hundred megabytes in all.
constexpr std::size_t most_in_a_folder = 128;

/// Removes the older half of what `folder` holds, when that is too much. Others may be doing the same.
void make_place(const fs::path& folder)
{
    std::vector<std::pair<fs::file_time_type, fs::path>> files;
    std::error_code code;
    for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
        std::error_code gone;
        files.emplace_back(it->last_write_time(gone), it->path());
    }
    if (files.size() < most_in_a_folder) {
        return;
    }
    std::sort(files.begin(), files.end());
    for (std::size_t i = 0; i < files.size() / 2; ++i) {
        fs::remove(files[i].second, code);
    }
}

}  // namespace

VerdictCache::Turn::Turn(VerdictCache& cache, std::string key) : cache_(cache), key_(std::move(key))
{
    std::unique_lock lock(cache_.guard_);
    cache_.somebody_is_done_.wait(lock, [&] { return !cache_.at_work_.contains(key_); });
    cache_.at_work_.insert(key_);
}

VerdictCache::Turn::~Turn()
{
    const std::lock_guard lock(cache_.guard_);
    cache_.at_work_.erase(key_);
    cache_.somebody_is_done_.notify_all();
}

Verdict VerdictCache::verdict(const Toolchain& toolchain, std::uint64_t seed, const Exercise& exercise,
                              const std::string& source, const std::function<Verdict()>& judge)
{
    const std::string name = key(toolchain, seed, exercise, source);
    const Turn turn(*this, name);
    if (std::optional<Verdict> known = find(name, exercise)) {
        return std::move(*known);
    }
    Verdict verdict = judge();
    if (verdict.repeatable) {
        keep(name, verdict);
    }
    return verdict;
}

std::string VerdictCache::key(const Toolchain& toolchain, std::uint64_t seed, const Exercise& exercise,
                              const std::string& source)
{
    std::string known;
    {
        const std::lock_guard lock(guard_);
        std::string& digest = exercises_[exercise.folder];
        if (digest.empty()) {
            digest = Sha256().add(stamp_of(checks_program(exercise))).add(exercise_digest(exercise)).hex();
        }
        known = digest;
    }
    // machine.json says which compiler, headers and libraries; checks and grader are told by their files' times, which
    // building them anew changes.
    return Sha256()
        .add(stamp_of(fs::read_symlink("/proc/self/exe")))
        .add(toolchain.folder.filename().string())
        .add(read_file(toolchain.folder / "machine.json"))
        .add(name_of(toolchain.tier))
        .add(std::to_string(seed))
        .add(language())
        .add(known)
        .add(source)
        .hex();
}

fs::path VerdictCache::file_of(const std::string& key) const { return folder_ / key.substr(0, 2) / (key + ".json"); }

std::optional<Verdict> VerdictCache::find(const std::string& key, const Exercise& exercise) const
{
    try {
        const fs::path path = file_of(key);
        if (!fs::exists(path)) {
            return std::nullopt;
        }
        const auto json = nlohmann::ordered_json::parse(read_file(path), nullptr, false);
        return verdict_from_json(exercise, json);
    } catch (const std::exception&) {  // it cannot be read: judging anew is always right
        return std::nullopt;
    }
}

void VerdictCache::keep(const std::string& key, const Verdict& verdict) const
{
    try {
        const fs::path path = file_of(key);
        make_folder(path.parent_path());
        ::chmod(folder_.c_str(), S_IRWXU);
        make_place(path.parent_path());
        write_file(path, to_json(verdict).dump());
    } catch (const std::exception&) {  // the next one judges anew
    }
}

}  // namespace atelier
