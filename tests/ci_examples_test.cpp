// SPDX-License-Identifier: MIT
// The workflows of examples/ci do what they say: their own steps, run here as GitHub Actions and GitLab CI would run them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>

#include "files.hpp"
#include "process.hpp"
#include "show.hpp"

namespace atelier {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

const fs::path source = ATELIER_SOURCE_FOLDER;
const fs::path grader = fs::path(ATELIER_BUILD_FOLDER) / "bin" / "atelier-grader";

Outcome run_in_folder(const fs::path& folder, const std::vector<std::string>& arguments)
{
    Command command;
    command.arguments = arguments;
    command.folder = folder;
    command.environment = {"LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=" + folder.string()};
    command.limits.wall_time = std::chrono::minutes(5);
    command.limits.cpu_time = std::chrono::minutes(5);
    command.limits.memory_bytes = ~std::size_t{0};
    command.limits.file_bytes = std::size_t{1} << 30U;
    command.limits.output_bytes = std::size_t{1} << 20U;
    command.limits.processes = 10'000;
    return run(command);
}

/// What became of a workflow.
struct Told {
    std::string printed;
    json result;
};

class CiExamples : public testing::Test {
protected:
    void SetUp() override
    {
        if (!fs::exists("/usr/bin/python3") || !fs::exists("/usr/bin/git")) {
            GTEST_SKIP() << "python3 or git is not there";
        }
    }

    /// A repository made of `files`, committed.
    [[nodiscard]] fs::path repository(const std::string& name, const std::map<std::string, std::string>& files) const
    {
        const fs::path place = folder_.path() / name;
        for (const auto& [path, bytes] : files) {
            make_folder((place / path).parent_path());
            write_file(place / path, bytes);
        }
        return place;
    }
    static void commit(const fs::path& place)
    {
        for (const std::vector<std::string>& words :
             {std::vector<std::string>{"init", "--quiet"},
              {"add", "-A"},
              {"-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", "Rendu"}}) {
            std::vector<std::string> arguments{"/usr/bin/git"};
            arguments.insert(arguments.end(), words.begin(), words.end());
            const Outcome outcome = run_in_folder(place, arguments);
            ASSERT_TRUE(outcome.succeeded()) << outcome.err;
        }
    }

    [[nodiscard]] Told workflow(const char* file, const fs::path& repository) const
    {
        const Outcome outcome = run_in_folder(
            folder_.path(), {"/usr/bin/python3", (source / "tests" / "ci" / "run_workflow.py").string(),
                             (source / "examples" / "ci" / file).string(), (folder_.path() / "espace").string(),
                             grader.string(), (source / "tests" / "catalog").string(), repository.string()});
        if (!outcome.succeeded()) {
            ADD_FAILURE() << outcome.code << " " << outcome.out << outcome.err;
            return {};
        }
        const std::string_view last = lines_of(outcome.out).back();
        return {outcome.out, json::parse(last)};
    }

    [[nodiscard]] static std::string solution()
    {
        return read_file(source / "tests" / "catalog" / "solutions" / "01a-noter" / "reponse.cpp");
    }

    /// A class of an honest student and of one who edits all that graders of other schools believed.
    [[nodiscard]] fs::path class_repository() const
    {
        const fs::path honest = repository("alice", {{"travail/01a-noter/reponse.cpp", solution()}});
        commit(honest);
        const fs::path other = repository("mallory", {{"01a-noter/reponse.cpp", "int x = ;\n"},
                                                      {"01a-noter/checks.cpp", "// tout est juste\n"},
                                                      {"01a-noter/exercise.toml", "title = \"facile\"\n"},
                                                      {".github/workflows/correction.yml", "on: push\n"},
                                                      {".gitlab-ci.yml", "faux:\n  script: exit 0\n"},
                                                      {"resultats/results.json", "{}"},
                                                      {"cours/atelier", "#!/bin/sh\necho 20/20\n"}});
        fs::create_symlink("/etc/passwd", other / "01b-doubler");
        commit(other);
        return repository("classe", {{"depots.txt", "alice file://" + honest.string() + "\nmallory file://" +
                                                        other.string() + "\nzoe file:///nulle/part\n"}});
    }

    TemporaryFolder folder_;
};

TEST_F(CiExamples, GitHubShowsStudentsTheirLines)
{
    const fs::path place =
        repository("depot", {{"travail/01a-noter/reponse.cpp", "int x = ;\n#pragma message \"\\n::error::faux\"\n"}});
    const Told told = workflow("github/etudiant.yml", place);
    EXPECT_EQ(told.result.at("succeeded"), false);
    EXPECT_THAT(told.result.at("summary").get<std::string>(), HasSubstr("## Atelier"));
    std::string mark;
    bool obeyed = true;
    std::vector<std::string> orders;
    for (const std::string_view line : lines_of(told.printed)) {
        if (line.substr(0, 17) == "::stop-commands::") {
            mark = line.substr(17);
            obeyed = false;
        } else if (!mark.empty() && line == "::" + mark + "::") {
            obeyed = true;
        } else if (obeyed && line.substr(0, 2) == "::") {
            orders.emplace_back(line);
        }
    }
    EXPECT_EQ(mark.size(), 32U);
    EXPECT_THAT(orders, Contains(HasSubstr("::error file=travail/01a-noter/reponse.cpp,line=1,")));
    EXPECT_THAT(orders, Not(Contains(HasSubstr("::error::faux"))));
}

TEST_F(CiExamples, GitHubIsGreenForARightAnswer)
{
    const fs::path place = repository("depot", {{"01a-noter/reponse.cpp", solution()}});
    EXPECT_EQ(workflow("github/etudiant.yml", place).result.at("succeeded"), true);
}

TEST_F(CiExamples, GitHubGradesAClassFromTheTeachersFilesAlone)
{
    const Told told = workflow("github/enseignant.yml", class_repository());
    EXPECT_EQ(told.result.at("succeeded"), true) << told.printed;
    EXPECT_THAT(told.printed, AllOf(HasSubstr("Le dépôt de zoe n'a pas pu être lu."), Not(HasSubstr("s3cret")),
                                    Not(HasSubstr("20/20"))));
    EXPECT_THAT(told.result.at("artifacts").at("resultats").dump(), HasSubstr("notes.csv"));
    const std::string notes = read_file(folder_.path() / "espace" / "resultats" / "notes.csv");
    EXPECT_THAT(notes, HasSubstr("\"alice\";\"\";\"\";\"5\""));
    EXPECT_THAT(notes, HasSubstr("\"mallory\";\"\";\"\";\"0\""));
}

TEST_F(CiExamples, MoodlesWorksheetIsFilledInFromAGradebook)
{
    (void)repository("copies", {{"alice/01a/reponse.cpp", solution()}, {"zoe/01a/reponse.cpp", "int x = ;\n"}});
    (void)run_in_folder(folder_.path(), {grader.string(), "--course", (source / "tests" / "catalog").string(), "grade",
                                         "copies", "--out", "resultats", "--format", "json"});
    write_file(folder_.path() / "notes.csv",
               "Identifiant,Nom complet,Note,Note maximale,Feedback par commentaires\nParticipant1,alice,,\"20,00\",\n"
               "Participant2,bob,,\"20,00\",\n");
    const Outcome outcome = run_in_folder(
        folder_.path(), {grader.string(), "report", "resultats", "--format", "json", "--worksheet", "notes.csv"});
    EXPECT_EQ(outcome.code, 1) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("moodle       resultats/moodle.csv (1 ligne remplie)"));
    EXPECT_THAT(outcome.err, HasSubstr("zoe"));
    EXPECT_THAT(read_file(folder_.path() / "resultats" / "moodle.csv"),
                HasSubstr("Participant1,alice,\"20,00\",\"20,00\","));
    const Outcome refused = run_in_folder(folder_.path(), {grader.string(), "report", "resultats", "--worksheet",
                                                           "notes.csv", "--anonymise", "cle", "--to", "ailleurs"});
    EXPECT_EQ(refused.code, 2);
}

TEST_F(CiExamples, GitLabShowsStudentsTheirTests)
{
    const fs::path place = repository("depot", {{"01a-noter/reponse.cpp", "int x = ;\n"}, {"resultats/faux", "x"}});
    commit(place);
    const Told told = workflow("gitlab/etudiant.yml", place);
    EXPECT_EQ(told.result.at("succeeded"), false);
    EXPECT_FALSE(told.result.at("artifacts").at("junit").is_null());
    EXPECT_FALSE(fs::exists(folder_.path() / "espace" / "resultats" / "faux"));
}

TEST_F(CiExamples, GitLabGradesAClassFromTheTeachersFilesAlone)
{
    const Told told = workflow("gitlab/enseignant.yml", class_repository());
    EXPECT_EQ(told.result.at("succeeded"), true) << told.printed;
    EXPECT_THAT(told.printed, Not(HasSubstr("s3cret")));
    const std::string notes = read_file(folder_.path() / "espace" / "resultats" / "notes.csv");
    EXPECT_THAT(notes, HasSubstr("\"alice\";\"\";\"\";\"5\""));
    EXPECT_THAT(notes, HasSubstr("\"mallory\";\"\";\"\";\"0\""));
}

}  // namespace
}  // namespace atelier
