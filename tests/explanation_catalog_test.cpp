// SPDX-License-Identifier: MIT
// The catalogue of what beginners get wrong: each file of tests/explanations/ is built as an answer, by each compiler of the
// machine, and must meet the very explanation, at the very line, that its first line names:
//
//     // 03b-inserer-tous : point-virgule, ligne 8
//
// « clang++ seulement » or « g++ seulement » ends that line when the other compiler takes it, « g++ sans ligne » when it tells
// no line of the answer. Without a line, the explanation
// is about no line of the answer (a linker's).
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <regex>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "catalog.hpp"
#include "explanations.hpp"
#include "message.hpp"
#include "program.hpp"
#include "support.hpp"

namespace atelier {
namespace {

const fs::path source = ATELIER_SOURCE_FOLDER;
const fs::path folder_of_mistakes = source / "tests" / "explanations";

struct Expected {
    std::string exercise;
    std::string explanation;
    int line = 0;
    std::string only;      ///< the one compiler that refuses it; empty: each does
    std::string lineless;  ///< the one compiler that names no line of the answer
};

Expected expected_by(const std::string& text)
{
    static const std::regex head(
        "// ([^ ]+) : ([^ ,\n]+)(?:, ligne ([0-9]+))?(?:, ([^ ]+) seulement)?(?:, ([^ ]+) sans ligne)?\n");
    std::smatch found;
    if (!std::regex_search(text, found, head, std::regex_constants::match_continuous)) {
        ADD_FAILURE() << "the first line names no exercise and explanation: " << text.substr(0, 80);
        return {};
    }
    return {.exercise = found[1],
            .explanation = found[2],
            .line = found[3].matched ? std::stoi(found[3]) : 0,
            .only = found[4],
            .lineless = found[5]};
}

/// What comes of building `text` as an answer to `exercise`, with `compiler`.
Build built(const std::string& exercise, const std::string& text, const std::string& compiler)
{
    static const Catalog course = load_catalog(source);
    const test::Variable chosen("ATELIER_COMPILER", "/usr/bin/" + compiler);
    const TemporaryFolder outer;
    share_with_sandbox(outer.path());
    make_folder(outer.path() / "construction");
    return build_program(prepare_toolchain(), course.exercise(exercise), text, outer.path() / "construction");
}

bool has(const std::string& compiler) { return ::access(("/usr/bin/" + compiler).c_str(), X_OK) == 0; }

class Mistake : public ::testing::TestWithParam<std::tuple<std::string, std::string>> {};

TEST_P(Mistake, MeetsTheExplanationThatItNames)
{
    const auto& [file, compiler] = GetParam();
    const std::string text = read_file(folder_of_mistakes / file);
    const Expected expected = expected_by(text);
    if (!has(compiler)) {
        GTEST_SKIP() << compiler << " is not installed";
    }
    const Build build = built(expected.exercise, text, compiler);
    if (!expected.only.empty() && expected.only != compiler) {
        EXPECT_TRUE(build.problem.empty() || build.explanation != expected.explanation)
            << "both compilers refuse it: its first line should not say « " << expected.only << " seulement »";
        return;
    }
    EXPECT_EQ(build.explanation, expected.explanation) << build.problem;
    EXPECT_EQ(build.line, expected.lineless == compiler ? 0 : expected.line) << build.problem;
    EXPECT_NE(build.problem.find("Le message d'origine"), std::string::npos) << build.problem;
}

std::string name_of(const ::testing::TestParamInfo<std::tuple<std::string, std::string>>& info)
{
    std::string name = std::get<0>(info.param) + "_" + std::get<1>(info.param);
    std::replace_if(
        name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Catalog, Mistake,
                         ::testing::Combine(::testing::ValuesIn(names_in(folder_of_mistakes)),
                                            ::testing::Values(std::string("clang++"), std::string("g++"))),
                         name_of);

// --- What keeps those tests honest ----------------------------------------------------------------------------------

TEST(ExplanationCatalog, HoldsEnoughMistakesOfDifferentKinds)
{
    std::set<std::string> kinds;
    for (const std::string& file : names_in(folder_of_mistakes)) {
        kinds.insert(expected_by(read_file(folder_of_mistakes / file)).explanation);
    }
    EXPECT_GE(kinds.size(), 60U);
}

/// Were the machine unable to compile at all, every mistake would be refused: the right answers must not be.
TEST(ExplanationCatalog, FindsNothingWrongWithTheRightAnswers)
{
    std::set<std::string> exercises;
    for (const std::string& file : names_in(folder_of_mistakes)) {
        exercises.insert(expected_by(read_file(folder_of_mistakes / file)).exercise);
    }
    const Catalog course = load_catalog(source);
    for (const std::string& id : exercises) {
        const Exercise& exercise = course.exercise(id);
        const std::string right = read_file(course.solutions_of(exercise) / exercise.answer);
        for (const char* compiler : {"clang++", "g++"}) {
            if (has(compiler)) {
                const Build build = built(id, right, compiler);
                EXPECT_EQ(build.problem, "") << id << ", " << compiler;
                EXPECT_EQ(build.explanation, "");
            }
        }
    }
}

/// An entry that nobody needs could be wrong for years: each family's names are met by a mistake, or are known not to be.
TEST(ExplanationCatalog, MeetsNearlyEveryExplanation)
{
    std::set<std::string> met;
    for (const std::string& file : names_in(folder_of_mistakes)) {
        met.insert(expected_by(read_file(folder_of_mistakes / file)).explanation);
    }
    std::set<std::string> unmet;
    for (const Family family : {c_api_explanations, sqlitecpp_explanations, orm_explanations, standard_explanations,
                                declaration_explanations, syntax_explanations, member_explanations, call_explanations,
                                type_explanations, template_explanations, linker_explanations}) {
        for (const Explanation& explanation : family()) {
            if (met.count(explanation.name) == 0) {
                unmet.insert(explanation.name);
            }
        }
    }
    EXPECT_LE(unmet.size(), 40U) << ::testing::PrintToString(unmet);
}

TEST(ExplanationCatalog, CanFillEachSentence)
{
    for (const Family family : {c_api_explanations, sqlitecpp_explanations, orm_explanations, standard_explanations,
                                declaration_explanations, syntax_explanations, member_explanations, call_explanations,
                                type_explanations, template_explanations, linker_explanations}) {
        for (const Explanation& explanation : family()) {
            EXPECT_NO_THROW((void)tr(explanation.french, "", "", "", "", "")) << explanation.name;
            EXPECT_FALSE(explanation.said.empty() && explanation.noted.empty()) << explanation.name;
        }
    }
}

/// Every pattern is tried on what no compiler says: none may fit anything at all.
TEST(ExplanationCatalog, HasNoPatternThatFitsAnything)
{
    for (const char* text : {"", "x", "the moon is full", "'a' 'b' 'c'", "reponse.cpp:3:1: error: "}) {
        EXPECT_EQ(explanation_of_compiler_error(text, text).name, "") << text;
        EXPECT_EQ(explanation_of_linker_error(text).name, "") << text;
    }
}

}  // namespace
}  // namespace atelier
