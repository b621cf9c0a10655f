// SPDX-License-Identifier: MIT
#include "reports/junit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <pugixml.hpp>
#include <set>

#include "class_sample.hpp"
#include "french.hpp"
#include "process.hpp"

namespace atelier {
namespace {

using Write = void (*)(const ClassResults&, const Sink&);
constexpr Write gitlab = write_junit_gitlab;
constexpr Write jenkins = write_junit_jenkins;

std::string written(Write write, const ClassResults& results)
{
    std::string text;
    write(results, [&](std::string_view piece) { text += piece; });
    return text;
}

ClassResults nobody_and_a_failure()
{
    ClassResults results = class_of(sample_exercises(), {});
    results.failure = std::string("Le disque est plein. ") + hostile_text;
    return results;
}

/// What xmllint says of `xml`, given the rules that Jenkins has; empty when it finds nothing to say.
std::string problems(const std::string& xml, bool with_rules)
{
    const TemporaryFolder folder;
    write_file(folder.path() / "tests.xml", xml);
    Command command;
    command.arguments = {"/usr/bin/xmllint", "--noout", (folder.path() / "tests.xml").string()};
    if (with_rules) {
        command.arguments.insert(command.arguments.begin() + 2,
                                 {"--schema", ATELIER_SOURCE_FOLDER "/tests/reports/jenkins.xsd"});
    }
    command.folder = folder.path();
    command.environment = {"LC_ALL=C.UTF-8"};
    const Outcome outcome = run(command);
    return outcome.succeeded() ? std::string() : outcome.err + outcome.out + "?";
}

class JUnit : public testing::TestWithParam<Write> {};

INSTANTIATE_TEST_SUITE_P(InBothDialects, JUnit, testing::Values(gitlab, jenkins),
                         [](const auto& info) { return info.param == gitlab ? "GitLab" : "Jenkins"; });

TEST_P(JUnit, IsWhatItsReaderAccepts)
{
    if (!fs::exists("/usr/bin/xmllint")) {
        GTEST_SKIP() << "xmllint (libxml2-utils) is not there";
    }
    EXPECT_EQ(problems(written(GetParam(), sample_class()), GetParam() == jenkins), "");
    EXPECT_EQ(problems(written(GetParam(), class_of(sample_exercises(), {})), GetParam() == jenkins), "");
    EXPECT_EQ(problems(written(GetParam(), nobody_and_a_failure()), GetParam() == jenkins), "");
    EXPECT_NE(problems("<testsuites><testsuite name='a'/></testsuites>", true), "") << "the rules are followed";
}

TEST_P(JUnit, CountsItsTestsAndNamesEachOnce)
{
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(written(GetParam(), sample_class()).c_str()));
    std::set<std::string> names;
    int tests = 0;
    for (const pugi::xml_node suite : document.child("testsuites")) {
        std::map<std::string, int> counts;
        for (const pugi::xml_node test : suite) {
            EXPECT_TRUE(names.insert(test.attribute("name").value()).second) << test.attribute("name").value();
            EXPECT_FALSE(test.attribute("file"));
            ++tests;
            ++counts["tests"];
            ++counts[test.first_child().name()];
        }
        EXPECT_EQ(suite.attribute("tests").as_int(), counts["tests"]);
        EXPECT_EQ(suite.attribute("failures").as_int(), counts["failure"]);
        EXPECT_EQ(suite.attribute("errors").as_int(), counts["error"]);
        EXPECT_EQ(suite.attribute("skipped").as_int(), counts["skipped"]);
    }
    EXPECT_EQ(tests, 2 + 3 * 3);
}

TEST_P(JUnit, LetsNobodyWriteTestsOfTheirOwn)
{
    std::vector<StudentResult> students;
    sample_class().for_each_student([&](const StudentResult& student) { students.push_back(student); });
    students[1].student = "A\"/><testcase name='faux'/>\x01\xEF\xBF\xBE";
    students[1].verdicts[1].checks[0].message = "]]></failure></testcase><testcase name='faux'>\x0B";
    const std::string text = written(GetParam(), class_of(sample_exercises(), students));
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(text.c_str()));
    EXPECT_FALSE(document.find_node(
        [](pugi::xml_node node) { return std::string_view(node.attribute("name").value()) == "faux"; }));
    EXPECT_NE(text.find("␁"), std::string::npos) << text;
    EXPECT_NE(text.find("␋"), std::string::npos);
    EXPECT_EQ(text.find("\xEF\xBF\xBE"), std::string::npos);
}

TEST(JUnitForJenkins, PutsAStudentInAPackageAndAnExerciseInAClass)
{
    const std::string text = written(jenkins, sample_class());
    EXPECT_NE(text.find("classname=\"Alice Éluard.01a-noter\""), std::string::npos) << text;
    EXPECT_EQ(text.find("classname=\"M."), std::string::npos);
}

TEST(JUnitForGitLab, TellsWhatWasLostInFull)
{
    const std::string text = written(gitlab, sample_class());
    EXPECT_NE(text.find("<testcase classname=\"Alice Éluard\" name=\"01a · La base existe · Alice Éluard\" />"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("<failure message=\"Attendu : 2 lignes. Obtenu : 1 ligne.\">Attendu : 2 lignes. "
                        "Obtenu : 1 ligne.\n  nom\n  NULL\n"),
              std::string::npos);
}

TEST(JUnitForGitLab, CountsThoseForWhomThereIsNoRoom)
{
    std::string text;
    write_junit_gitlab(
        sample_class(), [&](std::string_view piece) { text += piece; }, 1000);
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(text.c_str()));
    EXPECT_LT(text.size(), 2000U);
    EXPECT_NE(test::plain(text).find("2 copies ne sont pas dans ce rapport"), std::string::npos) << text;
}

}  // namespace
}  // namespace atelier
