// SPDX-License-Identifier: MIT
#include "progress.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "error.hpp"
#include "files.hpp"
#include "message.hpp"
#include "work.hpp"

namespace atelier {

namespace {

using nlohmann::json;

constexpr std::size_t most_bytes = std::size_t{1} << 20U;

fs::path state_file(const Catalog& catalog) { return work_folder(catalog) / ".progression.json"; }

/// Locks the work folder itself, so that no file is needed for that. Network disks may refuse, and who holds the lock may
/// have been suspended: after a second we go on without, since what is written is whole in any case.
Descriptor lock_of(const fs::path& folder)
{
    Descriptor lock(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    for (int tries = 0; lock && tries < 200 && ::flock(lock.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
         ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return lock;
}

Record record_from(const json& entry)
{
    return {.passed = entry.at("passed").get<bool>(),
            .best_points = entry.at("best_points").get<int>(),
            .max_points = entry.at("max_points").get<int>(),
            .answer_sha256 = entry.at("answer_sha256").get<std::string>(),
            .replay = entry.value("replay", std::string()),
            .hint = entry.value("hint", 0)};
}

json to_json(const Record& record)
{
    return {{"passed", record.passed},         {"best_points", record.best_points},
            {"max_points", record.max_points}, {"answer_sha256", record.answer_sha256},
            {"replay", record.replay},         {"hint", record.hint}};
}

/// What `document` says; throws json::exception when it is not what we write.
Progress progress_from(const json& document)
{
    Progress progress;
    progress.last = document.value("last", std::string());
    for (const auto& [id, entry] : document.at("exercises").get<std::map<std::string, json>>()) {
        progress.records[id] = record_from(entry);
    }
    return progress;
}

/// Gives a broken file another name, which nothing has; that name.
fs::path put_aside(const fs::path& file)
{
    fs::path aside;
    for (int i = 1; aside.empty() || fs::exists(fs::symlink_status(aside)); ++i) {
        aside = file.parent_path() / fmt::format(".progression-illisible-{}.json", i);
    }
    fs::rename(file, aside);
    return aside;
}

/// The file as it is, with what it means. The folder must be locked.
struct Loaded {
    json document = {{"exercises", json::object()}};
    Progress progress;
};

Loaded load(const fs::path& file)
{
    Loaded loaded;
    if (!fs::exists(fs::symlink_status(file))) {
        return loaded;
    }
    const std::string bytes = read_file(file, most_bytes);  // what cannot be read now is not broken: it stays
    try {
        json document = json::parse(bytes);
        loaded.progress = progress_from(document);
        loaded.document = std::move(document);
    } catch (const json::exception&) {
        loaded.progress = {};
        loaded.progress.problem = tr(
            "Le fichier où l'atelier note vos réussites est abîmé ; il est gardé sous le nom {}. Vos réponses sont intactes : ./atelier check les vérifie toutes et le refait.",
            as_typed(put_aside(file)));
    }
    return loaded;
}

/// Adds one verdict to what is known.
Record updated(Record record, const Verdict& verdict)
{
    // Points of another total cannot be compared: the course has changed.
    if (record.max_points != verdict.max_points() || verdict.points() >= record.best_points) {
        record.best_points = verdict.points();
        record.max_points = verdict.max_points();
    }
    const CheckVerdict* lost = verdict.first_failure();
    record.hint = lost == nullptr ? 0 : lost->info.hint;
    if (verdict.outcome == VerdictOutcome::graded) {
        constexpr std::size_t most_replay_bytes = 2000;
        const bool noted = lost != nullptr && lost->replay.size() <= most_replay_bytes;
        record.replay = noted ? lost->replay : std::string();
    }
    if (verdict.is_perfect()) {
        record.passed = true;
        record.answer_sha256 = verdict.answer_sha256;
    }
    return record;
}

}  // namespace

bool Progress::has_passed(const Exercise& exercise) const
{
    const auto found = records.find(exercise.id);
    return found != records.end() && found->second.passed;
}

Progress read_progress(const Catalog& catalog) noexcept
try {
    const fs::path file = state_file(catalog);
    const Descriptor lock = lock_of(file.parent_path());
    return load(file).progress;
} catch (const std::exception& error) {
    Progress none;
    none.problem = tr("Vos réussites ne peuvent pas être lues : {}", error.what());
    return none;
}

bool has_passed(const Catalog& catalog, const Exercise& exercise) noexcept
{
    return read_progress(catalog).has_passed(exercise);
}

std::string remember(const Catalog& catalog, const Verdict& verdict, bool is_worked_on) noexcept
try {
    const fs::path file = state_file(catalog);
    const Descriptor lock = lock_of(file.parent_path());
    Loaded loaded = load(file);
    json after = loaded.document;
    after["exercises"][verdict.exercise].update(to_json(updated(loaded.progress.records[verdict.exercise], verdict)));
    if (is_worked_on) {
        after["last"] = verdict.exercise;
    }
    if (after != loaded.document) {
        write_file_durably(file, after.dump(2) + '\n');
    }
    return loaded.progress.problem;
} catch (const std::exception& error) {
    return tr("Votre réussite n'a pas pu être notée : {}", error.what());
}

Stage stage_of(const Catalog& catalog, const Progress& progress, const Exercise& exercise)
{
    if (progress.has_passed(exercise)) {
        return Stage::passed;
    }
    return has_begun(catalog, exercise) ? Stage::begun : Stage::untouched;
}

const Exercise* next_exercise(const Catalog& catalog, const Progress& progress)
{
    const std::vector<Exercise>& all = catalog.exercises;
    const auto is_left = [&](const Exercise& exercise) { return !progress.has_passed(exercise); };
    const auto last = std::find_if(all.begin(), all.end(), [&](const Exercise& e) { return e.id == progress.last; });
    auto found = std::find_if(last, all.end(), is_left);
    if (found == all.end()) {
        found = std::find_if(all.begin(), last, is_left);
    }
    return found == all.end() || !is_left(*found) ? nullptr : &*found;
}

}  // namespace atelier
