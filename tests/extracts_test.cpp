// SPDX-License-Identifier: MIT
#include "extracts.hpp"

#include <gmock/gmock.h>

#include "error.hpp"
#include "files.hpp"
#include "french.hpp"

namespace atelier {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::ThrowsMessage;

TEST(Extracts, AreFoundWithTheirKindAndLine)
{
    const std::vector<Extract> found = extracts_of("# Leçon\n"
                                                   "```cpp déclarations\nint f();\n```\n"
                                                   "texte\n"
                                                   "```cpp\nf();\n```\n"
                                                   "```cpp programme\nint main() {}\n```\n"
                                                   "```cpp refusé\nint n = \"a\";\n```\n"
                                                   "```python\nprint(1)\n```\n"
                                                   "```\nrien\n```\n");
    ASSERT_THAT(found, SizeIs(4));
    EXPECT_EQ(found[0].kind, ExtractKind::declarations);
    EXPECT_EQ(found[0].line, 3);
    EXPECT_EQ(found[0].source, "int f();\n");
    EXPECT_EQ(found[1].kind, ExtractKind::fragment);
    EXPECT_EQ(found[1].line, 7);
    EXPECT_EQ(found[2].kind, ExtractKind::program);
    EXPECT_EQ(found[3].kind, ExtractKind::refused);
}

TEST(Extracts, TakeTheOutputThatFollows)
{
    const std::vector<Extract> found =
        extracts_of("```cpp\na();\n```\nAffiche :\n```sortie\nun\n\ndeux\n\n```\n```cpp\nb();\n```\n");
    ASSERT_THAT(found, SizeIs(2));
    EXPECT_EQ(found[0].expected, "un\n\ndeux");
    EXPECT_EQ(found[1].expected, "");
}

TEST(Extracts, MustSayAKnownKind)
{
    for (const char* info : {"cpp programe", "cpp  programme", "cpp fragment", "cpp17", "cpp,refusé"}) {
        EXPECT_THAT([&] { (void)extracts_of("# Leçon\n\n```" + std::string(info) + "\nint n;\n```\n"); },
                    ThrowsMessage<Error>(HasSubstr("ligne 3")));
    }
    EXPECT_THAT(extracts_of("```c++\nint n;\n```\n```C\nint n;\n```\n"), IsEmpty());
}

TEST(Extracts, RefuseAnOutputOfNothing)
{
    for (const char* before :
         {"", "```cpp déclarations\nint f();\n```\n", "```cpp refusé\nint n = \"a\";\n```\n",
          "```cpp\nf();\n```\n```sortie\n1\n```\n", "```cpp\nf();\n```\n```console\n$ ls\n```\n"}) {
        EXPECT_THAT([&] { (void)extracts_of(std::string(before) + "```sortie\n1\n```\n"); },
                    ThrowsMessage<Error>(HasSubstr("ne suit aucun extrait")))
            << before;
    }
}

// --- At work ------------------------------------------------------------------------------------------------------

std::vector<std::string> tried(std::string_view lesson)
{
    std::vector<std::string> problems;
    for (const std::string& problem : try_extracts(prepare_toolchain(), extracts_of(lesson))) {
        problems.push_back(test::plain(problem));
    }
    return problems;
}

TEST(ExtractsAtWork, DoWhatTheLessonShows)
{
    EXPECT_THAT(
        tried("```cpp\nstd::cout << 6 * 7 << '\\n';\n```\n```sortie\n42\n```\n"
              "```cpp programme\n#include <iostream>\nint main() { std::cout << \"é\"; }\n```\n```sortie\né\n```\n"
              "```cpp\nint inutile = 3;\n```\n"),
        IsEmpty());
}

TEST(ExtractsAtWork, KnowTheDeclarationsAbove)
{
    EXPECT_THAT(
        tried(
            "```cpp déclarations\nint doubler(int n) { return 2 * n; }\n```\n```cpp\nstd::cout << doubler(4);\n```\n```sortie\n8\n```\n"
            "```cpp refusé\nint n = doubler(\"a\");\n```\n"),
        IsEmpty());
}

TEST(ExtractsAtWork, IncludeTheHeadersThatTheyAreGiven)
{
    const TemporaryFolder folder;
    write_file(folder.path() / "trois.hpp", "constexpr int trois = 3;\n");
    const std::vector<Extract> extracts = extracts_of("```cpp déclarations\n#include \"trois.hpp\"\n```\n"
                                                      "```cpp\nstd::cout << trois;\n```\n```sortie\n3\n```\n");
    EXPECT_THAT(try_extracts(prepare_toolchain(), extracts, {folder.path() / "trois.hpp"}), IsEmpty());
    EXPECT_THAT(try_extracts(prepare_toolchain(), extracts), SizeIs(2));
}

TEST(ExtractsAtWork, ShareOneFolder)
{
    EXPECT_THAT(
        tried(
            "```cpp\nSQLite::Database base(\"a.db\", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);\nbase.exec(\"CREATE TABLE t (x)\");\n```\n"
            "```cpp\nSQLite::Database base(\"a.db\");\nstd::cout << base.tableExists(\"t\") << '\\n';\n```\n```sortie\n1\n```\n"),
        IsEmpty());
}

TEST(ExtractsAtWork, AreToldByTheirLineWhenTheyDoNotCompile)
{
    EXPECT_THAT(tried("# L\n\n```cpp\nint n = \"a\";\n```\n"),
                ElementsAre(AllOf(HasSubstr("ligne 4 : cet extrait ne compile pas :\n"), HasSubstr("error"))));
}

TEST(ExtractsAtWork, MustPrintWhatIsShownAndNothingElse)
{
    EXPECT_THAT(
        tried("```cpp\nstd::cout << 1 << '\\n';\n```\n```sortie\n2\n```\n"),
        ElementsAre(AllOf(HasSubstr("n'affiche pas ce que montre la leçon"), HasSubstr(":\n2\n"), HasSubstr(":\n1"))));
    EXPECT_THAT(tried("```cpp\nstd::cout << \"bavard\\n\";\n```\n"), ElementsAre(HasSubstr("bavard")));
}

TEST(ExtractsAtWork, MustNotCompileWhenRefused)
{
    EXPECT_THAT(tried("```cpp refusé\nint n = 1;\n(void)n;\n```\n"),
                ElementsAre(HasSubstr("ligne 2 : le compilateur devait refuser cet extrait")));
}

TEST(ExtractsAtWork, AreToldWhenTheyEndBadly)
{
    EXPECT_THAT(tried("```cpp\nthrow std::runtime_error(\"aïe\");\n```\n"),
                ElementsAre(HasSubstr("cet extrait s'arrête mal")));
    EXPECT_THAT(tried("```cpp\nint* p = nullptr;\n*p = 1;\n```\n"), ElementsAre(HasSubstr("cet extrait s'arrête mal")));
    EXPECT_THAT(tried("```cpp\nstd::vector<int>* v = new std::vector<int>(3);\nv = nullptr;\n```\n"),
                ElementsAre(HasSubstr("cet extrait s'arrête mal")));
}

TEST(ExtractsAtWork, AreToldWhenTheyDoNotLink)
{
    EXPECT_THAT(tried("```cpp déclarations\nint absente();\n```\n```cpp\nstd::cout << absente();\n```\n"),
                ElementsAre(HasSubstr("cet extrait ne s'assemble pas")));
}

TEST(ExtractsAtWork, AreAllTriedWhateverTheFirstDoes)
{
    EXPECT_THAT(tried("```cpp\nint n = \"a\";\n```\n```cpp\nint n = \"b\";\n```\n"), SizeIs(2));
}

TEST(ExtractsAtWork, CommandNoTerminal)
{
    EXPECT_THAT(tried("```cpp\nstd::cout << \"\\x1b[31m\";\n```\n"), ElementsAre(Not(HasSubstr("\x1b"))));
}

}  // namespace
}  // namespace atelier
