// SPDX-License-Identifier: MIT
// What each command does, once its arguments are understood. Each returns its exit status: 0 every point earned, 1
// points lost; "could not work" is an Error.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "job.hpp"
#include "sandbox.hpp"
#include "usage.hpp"
#include "verify.hpp"

namespace atelier {

/// Options that every command takes.
struct CommonOptions {
    std::string course;  ///< root of the course; empty: the project's
    bool json = false;
    std::uint64_t seed = default_seed;
    bool seed_given = false;   ///< by the command line
    std::optional<Tier> tier;  ///< imposed; else the best that works
    bool no_cache = false;     ///< judge anew what was judged before
};

struct CheckOptions {
    std::vector<std::string> ids;
    std::string answer;  ///< a file or a folder to grade instead of the student's own
};

struct RunOptions {
    std::string id;
    std::string answer;
    std::string sql;  ///< run on the fixture after fixture.sql
    std::vector<std::string> arguments;
    bool plain = false;  ///< words instead of drawings
};

struct TraceOptions {
    RunOptions run;
    bool times = false;  ///< in JSON too
};

struct WatchOptions {
    std::string id;                  ///< empty: the next exercise to pass
    bool plain = false;              ///< lines that follow one another instead of a screen
    std::set<std::string> commands;  ///< the names of all our commands
};

struct GradeOptions {
    std::string submissions;
    std::string out;
    std::vector<std::string> only;  ///< exercises; empty: those that somebody answers
    unsigned workers = 0;
    bool without_sandbox = false;      ///< accept tier `none`
    std::vector<std::string> formats;  ///< of reports; empty: the usual ones
    std::string policy;                ///< file of rules on lateness and attempts
    std::string roster;                ///< file of who is in the class
    std::string shard;                 ///< « 2/4 », « auto »; empty: the whole class
};

struct MergeOptions {
    std::vector<std::string> parts;  ///< folders of gradebooks
    std::string out;
    std::vector<std::string> formats;
    std::string policy;
};

struct ReportOptions {
    std::string results;  ///< folder of a gradebook
    std::vector<std::string> formats;
    std::string policy;
    std::string to;         ///< another folder for the reports
    std::string anonymise;  ///< file of a key; empty: people keep their names
    std::string worksheet;  ///< of Moodle's, to fill in; empty: none
};

struct PurgeOptions {
    std::string results;
    std::vector<std::string> students;
    std::string before;
    bool answers = false;
    bool yes = false;
};

struct ExplainOptions {
    std::string results;
    std::string student;
    std::string exercise;
};

struct RegradeOptions {
    std::string results;
    std::string student;   ///< empty: everybody
    std::string exercise;  ///< empty: all
    std::string reason;
};

struct AdjustOptions {
    std::string results;
    std::string exercise;
    std::string check;
    int points = -1;
    std::string student;  ///< empty: everybody
    std::string reason;
};

struct SimilarOptions {
    std::string submissions;
    std::vector<std::string> only;  ///< exercises; empty: those that somebody answers
    std::string jplag;              ///< a folder to lay the answers out in, for JPlag, instead of comparing them
    std::string dolos;              ///< the same, for Dolos
};

struct PackOptions {
    std::string out;  ///< the archive; its name says its format
};

struct ListOptions {
    std::string lesson;  ///< its number or its name; empty: all
    int level = 0;       ///< 0: all
    bool todo = false;   ///< those not passed
    bool done = false;   ///< those passed
};

struct SolutionOptions {
    std::string id;
    std::string variant;  ///< a folder of right/; empty: the reference
    bool plain = false;   ///< words instead of two columns
};

/// Where the student is, and what comes next.
int command_home(const CommonOptions& common);
/// Begins the next exercise that is not passed, and says what to open.
int command_next(const CommonOptions& common);
/// Stays, and checks each save, until the student quits.
int command_watch(const CommonOptions& common, const WatchOptions& options);
int command_reset(const CommonOptions& common, const std::string& id);
int command_check(const CommonOptions& common, const CheckOptions& options);
int command_list(const CommonOptions& common, const ListOptions& options);
int command_lesson(const CommonOptions& common, const std::string& id);
int command_hint(const CommonOptions& common, const std::string& id, int level);
int command_run(const CommonOptions& common, const RunOptions& options);
int command_trace(const CommonOptions& common, const TraceOptions& options);
int command_verify(const CommonOptions& common, const VerifyOptions& options);
int command_doctor(const CommonOptions& common);
int command_grade(const CommonOptions& common, const GradeOptions& options);
/// Makes one gradebook, and its reports, of those of a class's parts.
int command_merge(const CommonOptions& common, const MergeOptions& options);
/// Writes reports of what is graded.
int command_report(const CommonOptions& common, const ReportOptions& options);
/// Why a grade is what it is, and how to make it again.
int command_explain(const CommonOptions& common, const ExplainOptions& options);
int command_regrade(const CommonOptions& common, const RegradeOptions& options);
int command_adjust(const CommonOptions& common, const AdjustOptions& options);
/// Which answers resemble each other: a hint, never a grade.
int command_similar(const CommonOptions& common, const SimilarOptions& options);
int command_pack(const CommonOptions& common, const PackOptions& options);
/// Forgets people, for good.
int command_purge(const CommonOptions& common, const PurgeOptions& options);
int command_demo(const CommonOptions& common);
int command_solution(const CommonOptions& common, const SolutionOptions& options);
int command_new(const CommonOptions& common, const std::string& id);
int command_completions(const CommandUsage& program, const std::string& shell);
int command_man(const CommandUsage& program);
/// What completion scripts ask: one line a name, with its title behind a tab.
int command_names(const CommonOptions& common, const std::string& kind);

}  // namespace atelier
