// SPDX-License-Identifier: MIT
// The examples for clusters: Slurm's is run for real, on a cluster of one node that tests/cluster/slurm.py starts and ends.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>

#include "catalog.hpp"
#include "files.hpp"
#include "process.hpp"

namespace atelier {
namespace {

const fs::path source = ATELIER_SOURCE_FOLDER;

Outcome python(const fs::path& folder, const std::vector<std::string>& words)
{
    Command command;
    command.arguments = {"/usr/bin/python3"};
    command.arguments.insert(command.arguments.end(), words.begin(), words.end());
    command.folder = folder;
    command.environment = {"PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8", "PYTHONDONTWRITEBYTECODE=1"};
    for (const char* name : {"HOME", "USER", "LOGNAME", "XDG_CACHE_HOME", "ATELIER_CACHE"}) {
        if (const char* value = std::getenv(name)) {
            command.environment.push_back(std::string(name) + "=" + value);
        }
    }
    command.limits.wall_time = std::chrono::minutes(4);  // its own bounds come before
    command.limits.cpu_time = std::chrono::minutes(4);
    command.limits.memory_bytes = ~std::size_t{0};
    command.limits.file_bytes = std::size_t{1} << 30U;
    return run(command);
}

TEST(ClusterExamples, SayWhatGitLabAndKubernetesRequire)
{
    if (::access("/usr/lib/python3/dist-packages/yaml/__init__.py", R_OK) != 0) {
        GTEST_SKIP() << "python3-yaml is missing: apt-get install python3-yaml, and the examples are read.";
    }
    const TemporaryFolder folder;
    const Outcome outcome =
        python(folder.path(), {source / "tests" / "cluster" / "examples.py", source / "examples" / "cluster"});
    EXPECT_TRUE(outcome.succeeded()) << outcome.err;
}

TEST(ClusterExamples, GradeAClassInFourPartsUnderSlurmAndMergeThemIntoTheSameReports)
{
    for (const char* tool :
         {"/usr/bin/python3", "/usr/sbin/munged", "/usr/sbin/slurmctld", "/usr/sbin/slurmd", "/usr/bin/sbatch"}) {
        if (::access(tool, X_OK) != 0) {
            GTEST_SKIP() << tool
                         << " is missing: apt-get install slurm-wlm munge python3, and the example for Slurm is run.";
        }
    }
    const fs::path course = source / "tests" / "catalog";
    const Catalog catalog = load_catalog(course);
    const TemporaryFolder folder;
    const fs::path copies = folder.path() / "copies";
    for (const std::string& student : {"ana", "bao", "chloé", "dana", "éli", "fay"}) {
        for (const Exercise& exercise : catalog.exercises) {
            make_folder(copies / student / exercise.id);
            write_file(copies / student / exercise.id / exercise.answer,
                       student == "bao" ? "int x(" : read_file(catalog.solutions_of(exercise) / exercise.answer));
        }
    }
    const Outcome outcome =
        python(folder.path(), {source / "tests" / "cluster" / "slurm.py", ATELIER_BUILD_FOLDER "/bin/atelier-grader",
                               course, copies, source / "examples" / "cluster"});
    EXPECT_TRUE(outcome.succeeded()) << outcome.out << outcome.err;
}

}  // namespace
}  // namespace atelier
