// SPDX-License-Identifier: MIT
#include "reports/github.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "class_sample.hpp"
#include "french.hpp"
#include "reports/runner_commands.hpp"
#include "show.hpp"

namespace atelier {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string annotations(const ClassResults& results)
{
    std::string text;
    write_annotations(results, [&](std::string_view piece) { text += piece; });
    return test::plain(text);
}

std::string summary(const ClassResults& results, std::size_t most_bytes = 1'000'000)
{
    std::string text;
    write_summary(
        results, [&](std::string_view piece) { text += piece; }, most_bytes);
    return test::plain(text);
}

ClassResults alone(std::size_t which)
{
    std::vector<StudentResult> students;
    sample_class().for_each_student([&](const StudentResult& student) { students.push_back(student); });
    return class_of(sample_exercises(), {students[which]});
}

TEST(RunnerCommand, KeepsWhatIsSaidInItsPlace)
{
    EXPECT_EQ(runner_command("error", {{"file", "a,b:c%\n"}, {"line", "3"}}, "100 %\n::warning::x\r##[error]"),
              "::error file=a%2Cb%3Ac%25%0A,line=3::100 %25%0A| ::warning::x␍# #[error]\n");
    EXPECT_EQ(runner_command("notice", {}, ""), "::notice::\n");
}

TEST(GitHubAnnotations, StandOnTheStudentsLines)
{
    const std::string text = annotations(alone(2));
    EXPECT_EQ(text, "::error file=01a-noter/reponse.cpp,line=3,col=5,title=01a · Noter une base::Il manque un "
                    "point-virgule.\n");
}

TEST(GitHubAnnotations, AreCommandsOfOursAndNothingElse)
{
    const std::string text = annotations(alone(1));
    for (const std::string_view line : lines_of(text)) {
        EXPECT_THAT(std::string(line), testing::AnyOf(StartsWith("::error file="), StartsWith("::warning file=")));
        EXPECT_THAT(std::string(line), Not(HasSubstr("##[")));
        EXPECT_THAT(std::string(line), Not(HasSubstr("\x1B")));
    }
    EXPECT_THAT(text, HasSubstr("::error file=travail/a b%2Cc/reponse.cpp,line=7,title="));
    EXPECT_THAT(text, HasSubstr("::warning file=01b-doubler/reponse.cpp,")) << "a path stays inside";
}

TEST(GitHubAnnotations, AreTenOfEachKindAndTheOthersAreCounted)
{
    StudentResult student =
        sample_student("a", {sample_verdict(sample_exercises()[1], VerdictOutcome::graded, "p", "")});
    for (int i = 0; i < 13; ++i) {
        student.verdicts[0].findings.push_back({.line = i + 1, .column = 0, .rule = "r", .message = "m"});
    }
    const std::string text = annotations(class_of({sample_exercises()[1]}, {student}));
    EXPECT_EQ(lines_of(text).size(), 11U);
    EXPECT_EQ(lines_of(text).back(),
              "::notice::3 autres remarques ne sont pas montrées ici : elles sont dans le résumé.");
}

TEST(GitHubAnnotations, OfAClassNameNoLine)
{
    EXPECT_EQ(annotations(sample_class()),
              "::warning title=Refusé %3A Zoé/../../etc/passwd::Ce nom sort de l'archive.\n");
}

TEST(GitHubAnnotations, TellThatTheGraderFailed)
{
    ClassResults results = class_of({}, {});
    EXPECT_EQ(annotations(results), "");
    results.failure = "Le disque est plein.\n::error::faux";
    EXPECT_EQ(annotations(results), "::error title=Atelier::La correction ne s'est pas terminée, et les réponses n'y "
                                    "sont pour rien : Le disque est plein.␊::error::faux\n");
}

TEST(GitHubSummary, IsATableOfTheClass)
{
    const std::string text = summary(sample_class());
    EXPECT_THAT(text, StartsWith("## Atelier\n\n| Étudiant | 01a &#40;sur 5&#41; | 01b &#40;sur 5&#41; | Total "
                                 "&#40;sur 10&#41; |\n| --- | ---: | ---: | ---: |\n| Alice Éluard | 5 | 4&#44;25 | "
                                 "9&#44;25 |\n"));
    EXPECT_THAT(text, HasSubstr("| Zoé | 0 | – | 0 |\n"));
    EXPECT_THAT(text, Not(HasSubstr("<script")));
    EXPECT_THAT(text, Not(HasSubstr("](javascript")));
}

TEST(GitHubSummary, TellsOneStudentWhatWasLost)
{
    const std::string text = summary(alone(2));
    EXPECT_THAT(text, HasSubstr("### 01a · Noter une base\n\n<pre>reponse.cpp:3:5: il manque un point-virgule.\n\n"
                                "    3 | return 1\n      |         ^</pre>\n"));
    const std::string hostile = summary(alone(1));
    EXPECT_THAT(hostile, HasSubstr("<pre>&lt;script&gt;alert(1)&lt;/script&gt; &amp;"));
    EXPECT_THAT(hostile, Not(HasSubstr("<script")));
    EXPECT_THAT(hostile, Not(HasSubstr("\x1B")));
}

TEST(GitHubSummary, StopsAtARowAndSaysSo)
{
    const std::string text = summary(sample_class(), 700);
    EXPECT_LE(text.size(), 700U);
    EXPECT_THAT(text, HasSubstr("| Alice"));
    EXPECT_THAT(text, Not(HasSubstr("| Zoé")));
    EXPECT_THAT(text, testing::EndsWith("|\n\nCe résumé s&#39;arrête là&#44; faute de place &#58; le reste est dans "
                                        "les autres rapports&#46;\n"));
}

TEST(GitHubSummary, IsThereForNobodyAndAfterAFailureToo)
{
    ClassResults results = class_of({}, {});
    results.failure = "Le disque est *plein*.";
    EXPECT_THAT(summary(results), HasSubstr("Le disque est &#42;plein&#42;&#46;**"));
}

TEST(GitHub, IsAFolderWithBoth)
{
    const TemporaryFolder folder;
    write_github(sample_class(), folder.path() / "github");
    EXPECT_THAT(names_in(folder.path() / "github"), ElementsAre("annotations.txt", "summary.md"));
    EXPECT_EQ(test::plain(read_file(folder.path() / "github" / "summary.md")), summary(sample_class()));
}

}  // namespace
}  // namespace atelier
