// SPDX-License-Identifier: MIT
#include "reports/sarif.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "class_sample.hpp"
#include "french.hpp"
#include "process.hpp"

namespace atelier {
namespace {

using nlohmann::json;
using testing::HasSubstr;

std::string written(const ClassResults& results, std::size_t most = 25'000)
{
    std::string text;
    write_sarif(
        results, [&](std::string_view piece) { text += piece; }, most);
    return text;
}

json run_of(const ClassResults& results, std::size_t most = 25'000)
{
    return json::parse(written(results, most)).at("runs").at(0);
}

ClassResults failed()
{
    ClassResults results = class_of({}, {});
    results.failure = "Le disque est plein.";
    return results;
}

TEST(Sarif, IsWhatItsSchemaAsks)
{
    const TemporaryFolder folder;
    Command command;
    command.arguments = {"/usr/bin/python3", ATELIER_SOURCE_FOLDER "/tests/reports/validate.py",
                         ATELIER_SOURCE_FOLDER "/tests/reports/sarif.schema.json"};
    command.folder = folder.path();
    command.environment = {"LC_ALL=C.UTF-8"};
    int count = 0;
    for (const ClassResults& results : {sample_class(), class_of({}, {}), failed()}) {
        const fs::path file = folder.path() / std::to_string(++count);
        write_file(file, written(results));
        command.arguments.push_back(file.string());
    }
    if (!fs::exists(command.arguments.front())) {
        GTEST_SKIP() << "python3 is not there";
    }
    const Outcome outcome = run(command);
    if (outcome.code == 77) {
        GTEST_SKIP() << "python3-jsonschema is not there";
    }
    EXPECT_TRUE(outcome.succeeded()) << outcome.out << outcome.err;
    write_file(folder.path() / "faux", R"({"version": "2.1.0", "runs": [{"results": [{}]}]})");
    command.arguments.back() = (folder.path() / "faux").string();
    EXPECT_EQ(run(command).code, 1) << "the schema is followed";
}

TEST(Sarif, PointsAtTheStudentsLines)
{
    const json run = run_of(sample_class());
    ASSERT_EQ(run.at("results").size(), 2U);
    const json& result = run.at("results").at(1);
    EXPECT_EQ(result.at("ruleId"), "compilation/point-virgule");
    const json& place = result.at("locations").at(0).at("physicalLocation");
    EXPECT_EQ(place.at("artifactLocation").at("uri"), "Zo%C3%A9/01a-noter/reponse.cpp");
    EXPECT_EQ(place.at("region"), json::parse(R"({"startLine":3,"startColumn":5})"));
    EXPECT_EQ(run.at("results").at(0).at("ruleId"), "execution/null-pointer");
    EXPECT_FALSE(
        run.at("results").at(0).at("locations").at(0).at("physicalLocation").at("region").contains("startColumn"));
    std::set<std::string> rules;
    for (const json& rule : run.at("tool").at("driver").at("rules")) {
        rules.insert(rule.at("id"));
    }
    EXPECT_EQ(rules, (std::set<std::string>{"compilation/point-virgule", "execution/null-pointer"}));
}

TEST(Sarif, NamesFilesThatCannotLeadOut)
{
    const std::string uri = run_of(sample_class())
                                .at("results")
                                .at(0)
                                .at("locations")
                                .at(0)
                                .at("physicalLocation")
                                .at("artifactLocation")
                                .at("uri");
    EXPECT_EQ(uri.find_first_of(" :?#\\\"<>"), std::string::npos) << uri;
    EXPECT_EQ(uri.find(".."), std::string::npos) << uri;
    EXPECT_THAT(uri, HasSubstr("/travail/a%20b%2Cc/reponse.cpp"));
}

TEST(Sarif, KnowsAFindingAgainWhenItsLineHasMoved)
{
    StudentResult student =
        sample_student("a", {sample_verdict(sample_exercises()[1], VerdictOutcome::graded, "f", "perdu")});
    const auto print = [&](int line) {
        student.verdicts[0].findings = {{.line = line, .column = 0, .rule = "segv", .message = "m"},
                                        {.line = line + 1, .column = 0, .rule = "segv", .message = "m"}};
        const json results = run_of(class_of({sample_exercises()[1]}, {student})).at("results");
        EXPECT_NE(results.at(0).at("partialFingerprints"), results.at(1).at("partialFingerprints"));
        return results.at(0).at("partialFingerprints");
    };
    EXPECT_EQ(print(3), print(30));
}

TEST(Sarif, SaysHowManyAreLeftOut)
{
    const json run = run_of(sample_class(), 1);
    EXPECT_EQ(run.at("results").size(), 1U);
    EXPECT_THAT(test::plain(run.at("invocations").dump()), HasSubstr("1 autre remarque n'est pas dans ce rapport"));
}

TEST(Sarif, IsThereWhenTheGraderFailed)
{
    const json run = run_of(failed());
    EXPECT_TRUE(run.at("results").empty());
    EXPECT_EQ(run.at("invocations").at(0).at("executionSuccessful"), false);
    EXPECT_THAT(run.at("invocations").dump(), HasSubstr("Le disque est plein."));
}

}  // namespace
}  // namespace atelier
