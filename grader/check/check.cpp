// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <sys/stat.h>

#include <map>

#include "check/fixture.hpp"
#include "check/runner.hpp"
#include "check/session.hpp"
#include "digest.hpp"
#include "error.hpp"
#include "files.hpp"
#include "sandbox.hpp"

namespace atelier::check {

struct Exercise::State {
    State(const fs::path& folder, std::uint64_t seed) : scene(folder), random(seed) {}

    /// Moves what was made aside to where programs find it, whatever they left there.
    void show(const std::string& name) const
    {
        give_to_sandbox(scene.aside() / name);
        remove_tree(scene.work() / name);
        fs::rename(scene.aside() / name, scene.work() / name);
    }

    Scene scene;
    Random random;
    std::map<std::string, std::string> sql;  ///< what was added to the fixture, by database: a replay needs it
    bool by_hand = true;                     ///< the scene holds nothing but what `run` makes: base.db
};

Exercise::Exercise()
{
    const Job& job = session().job;
    const ::testing::TestInfo* test = ::testing::UnitTest::GetInstance()->current_test_info();
    state_ = std::make_unique<State>(job.scratch / test->name(), digest(test->name(), job.seed));
    session().runs.clear();
    session().findings.clear();
}

Exercise::~Exercise() = default;

const fs::path& Exercise::folder() const { return state_->scene.work(); }

Database Exercise::fixture(const std::string& more_sql, const std::string& name)
{
    const Job& job = session().job;
    // Made in a folder where nobody else can write, then moved: no link that a stranger plants here is ever followed.
    const fs::path aside = state_->scene.aside() / name;
    make_fixture(aside, fixture_sql(job.exercise) + "\n" + more_sql, digest(name, job.seed));
    state_->show(name);
    state_->sql[name] = more_sql;
    state_->by_hand = state_->by_hand && name == "base.db";
    return {folder(), name};
}

Database Exercise::database(const std::string& name) const { return {folder(), name}; }

Execution Exercise::program(const std::vector<Argument>& arguments, std::string_view input)
{
    std::vector<std::string> words;
    std::string added_sql;
    for (const Argument& argument : arguments) {
        words.push_back(argument.text());
        if (const auto found = state_->sql.find(argument.text()); found != state_->sql.end()) {
            added_sql = found->second;
        }
    }
    Session& s = session();
    s.runs.push_back({.arguments = words, .input = std::string(input), .sql = added_sql, .by_hand = state_->by_hand});
    std::string replay = replay_command(s.job, s.runs.back());
    if (s.runs_over_time >= 2) {
        return Observer::given_up(std::move(replay));
    }
    Execution execution = run_program(s.job, state_->scene, words, input, std::move(replay));
    s.runs_over_time += execution.ending() == Ending::out_of_time ? 1 : 0;
    s.stopped_by_clock = s.stopped_by_clock || execution.stopped_by_clock();
    if (execution.finding()) {
        s.findings.push_back(*execution.finding());
    }
    return execution;
}

std::unique_ptr<Neighbour> Exercise::neighbour(const Database& base, const NeighbourPlan& plan)
{
    const std::string name = "signes";
    const fs::path aside = state_->scene.aside() / name;
    if (::mkfifo(aside.c_str(), 0600) != 0) {
        throw system_error("cannot make the fifo " + name);
    }
    state_->show(name);
    state_->by_hand = false;
    return std::make_unique<Neighbour>(base.path(), folder() / name, plan);
}

void Exercise::write(const std::string& name, std::string_view bytes) const
{
    write_file(state_->scene.aside() / name, bytes);
    state_->show(name);
    state_->by_hand = false;
}

std::string Exercise::read(const std::string& name) const
{
    const fs::path path = folder() / name;
    try {
        return fs::is_regular_file(fs::symlink_status(path)) ? read_file(path, std::size_t{1} << 20U) : std::string();
    } catch (const Error&) {
        return {};
    }
}

std::vector<std::string> Exercise::files() const { return names_in(folder()); }

std::int64_t Exercise::random(std::int64_t min, std::int64_t max) { return state_->random.between(min, max); }

}  // namespace atelier::check
