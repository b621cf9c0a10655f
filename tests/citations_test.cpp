// SPDX-License-Identifier: MIT
#include "citations.hpp"

#include <gmock/gmock.h>

#include "course_copy.hpp"
#include "french.hpp"

namespace atelier {
namespace {

using test::CourseCopy;
using ::testing::ElementsAre;
using ::testing::Gt;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> told(const std::vector<Citation>& citations)
{
    std::vector<std::string> lines;
    for (const Citation& citation : citations) {
        lines.push_back(std::to_string(citation.line) + ": " + std::to_string(citation.lesson) + " " + citation.title);
    }
    return lines;
}

std::vector<std::string> plain(std::vector<std::string> sentences)
{
    for (std::string& sentence : sentences) {
        sentence = test::plain(std::move(sentence));
    }
    return sentences;
}

TEST(Citations, AreReadInProse)
{
    EXPECT_THAT(
        told(citations_in(
            "Relisez (leçon 4, «\u00A0Lire une valeur\u00A0»).\nDans la\nleçon\u00A012, « À qui\u00A0? », rien.")),
        ElementsAre("1: 4 Lire une valeur", "3: 12 À qui ?"));
    EXPECT_THAT(told(citations_in("leçon 3 « A » ; leçon 2, section « B »")), ElementsAre("1: 3 A", "1: 2 B"));
}

TEST(Citations, MayStandBehindALink)
{
    EXPECT_THAT(told(citations_in("la [leçon 5](../05-x/README.md), sections « `NULL` seul » et « B », puis « c »")),
                ElementsAre("1: 5 NULL seul", "1: 5 B"));
}

TEST(Citations, MayBeCutIntoLiterals)
{
    EXPECT_THAT(told(citations_in("<< \"Voyez (leçon \"\n   \"4, « Lire \"\n\"une valeur »).\" << \"leçon 5, « A »\"")),
                ElementsAre("1: 4 Lire une valeur", "3: 5 A"));
}

TEST(Citations, AreNotAnyMentionOfALesson)
{
    EXPECT_THAT(citations_in("À la leçon 7, on verra. La leçon « SQL » aussi ; la leçon 7 dit « non »."), IsEmpty());
    EXPECT_THAT(citations_in("leçon 7](x"), IsEmpty());
    EXPECT_THAT(told(citations_in("leçon 7, « sans fin")), ElementsAre("1: 7 sans fin"));
}

TEST(Citations, ThatLeadNowhereAreTold)
{
    const CourseCopy copy;
    const Catalog catalog = load_catalog(copy.root());
    EXPECT_THAT(broken_citations(catalog, "leçon 1, «\u00A0Ce que vous\nsaurez\u202Ffaire\u00A0»"), IsEmpty());
    EXPECT_THAT(
        plain(broken_citations(catalog, "\nleçon 1, « Ce que vous saurez »\nleçon 9, « Tout »")),
        ElementsAre("ligne 2 : la leçon 1 n'a pas de section « Ce que vous saurez » ; corrigez le renvoi ou le titre",
                    "ligne 3 : il n'y a pas de leçon 9 ; corrigez le renvoi"));
}

TEST(Citations, OfAnExerciseAreToldWithTheirFile)
{
    const CourseCopy copy;
    CourseCopy::replace(copy.exercise() / "indices.md", "## Indice 1", "leçon 2, « Rien »\n\n## Indice 1");
    CourseCopy::replace(copy.exercise() / "checks.cpp", "EndsWell());", "EndsWell()) << \"(leçon 1, « Faire »)\";");
    const Catalog catalog = load_catalog(copy.root());
    const std::vector<std::string> problems =
        plain(broken_citations_of_files(catalog, catalog.exercises.front().folder));
    ASSERT_THAT(problems, SizeIs(3));
    EXPECT_EQ(problems[0].substr(0, problems[0].find(" :")), "checks.cpp, ligne 17");
    EXPECT_EQ(problems[2].substr(problems[2].find(':')), ": il n'y a pas de leçon 2 ; corrigez le renvoi");
}

// What `atelier verify` does not see: the grader's own sentences.
TEST(Citations, OfTheGraderLeadSomewhere)
{
    const fs::path root = ATELIER_SOURCE_FOLDER;
    const Catalog catalog = load_catalog(root);
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / "grader")) {
        const std::string extension = entry.path().extension();
        // citations.* tell what a citation looks like.
        if ((extension == ".cpp" || extension == ".hpp") && entry.path().stem() != "citations") {
            EXPECT_THAT(plain(broken_citations(catalog, read_file(entry.path()))), IsEmpty()) << entry.path();
        }
    }
}

TEST(Citations, OfTheCourseAreFound)
{
    std::size_t count = 0;
    const Catalog catalog = load_catalog(ATELIER_SOURCE_FOLDER);
    for (const Exercise& exercise : catalog.exercises) {
        count += citations_in(read_file(exercise.folder / "checks.cpp")).size();
        EXPECT_THAT(plain(broken_citations_of_files(catalog, exercise.folder)), IsEmpty()) << exercise.id;
    }
    EXPECT_THAT(count, Gt(100U));
}

}  // namespace
}  // namespace atelier
