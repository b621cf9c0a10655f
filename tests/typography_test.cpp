// SPDX-License-Identifier: MIT
// The typography of every French text of the course and of the grader.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "files.hpp"
#include "sentences.hpp"
#include "show.hpp"
#include "typography.hpp"

namespace atelier::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const fs::path root = ATELIER_SOURCE_FOLDER;

/// What is shown as it is typed, in texts that have no marks for code.
std::string without_code(std::string text)
{
    for (const std::string_view typed : {"// Échoue : NomDeLaVérification", ":memory:"}) {
        for (std::size_t at = text.find(typed); at != std::string::npos; at = text.find(typed)) {
            text.replace(at, typed.size(), "x");
        }
    }
    return text;
}

void expect_well_written(std::string_view text, const std::string& place, int number = 1)
{
    for (const std::string_view line : lines_of(text)) {
        for (const std::string& mistake : typography_mistakes(line)) {
            ADD_FAILURE() << place << ':' << number << ": " << mistake << "\n  " << line;
        }
        ++number;
    }
}

/// The Markdown files of a folder, at any depth, that `is_wanted` takes.
template <class Predicate>
std::vector<fs::path> texts_in(const fs::path& folder, Predicate is_wanted)
{
    std::vector<fs::path> found;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && is_wanted(entry.path().filename().string())) {
            found.push_back(entry.path());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

void expect_texts_well_written(const std::vector<fs::path>& files)
{
    for (const fs::path& file : files) {
        expect_well_written(prose_of(read_file(file)), fs::relative(file, root).string());
    }
}

TEST(Typography, OfLessonsIsFrench)
{
    expect_texts_well_written(
        texts_in(root / "lessons", [](const std::string& name) { return fs::path(name).extension() == ".md"; }));
}

TEST(Typography, OfStatementsAndHintsIsFrench)
{
    expect_texts_well_written(texts_in(
        root / "exercises", [](const std::string& name) { return name == "README.md" || name == "indices.md"; }));
}

TEST(Typography, OfWhatIsSaidOfDataIsFrench)
{
    expect_texts_well_written(texts_in(root / "donnees", [](const std::string& name) { return name == "README.md"; }));
}

TEST(Typography, OfTheReadmeIsFrench)
{
    if (!fs::exists(root / "README.md")) {
        GTEST_SKIP() << "README.md is not written yet.";
    }
    expect_texts_well_written({root / "README.md", root / "docs" / "corriger-une-classe.md",
                               root / "docs" / "ressemblances.md", root / "docs" / "pack" / "README.md"});
}

TEST(Typography, OfTitlesIsFrench)
{
    for (const fs::path& file :
         texts_in(root / "exercises", [](const std::string& name) { return name == "exercise.toml"; })) {
        int number = 0;
        for (const std::string_view line : lines_of(read_file(file))) {
            ++number;
            if (line.substr(0, 5) == "title") {
                const std::size_t first = line.find('"') + 1;
                expect_well_written(without_code(std::string(line.substr(first, line.rfind('"') - first))),
                                    fs::relative(file, root).string(), number);
            }
        }
    }
}

TEST(Typography, OfMessagesIsFrench)
{
    const std::optional<std::vector<Sentence>> sentences = sentences_of_sources();
    if (!sentences) {
        GTEST_SKIP() << "xgettext is not there to read the sources; install gettext.";
    }
    for (const Sentence& sentence : *sentences) {
        for (const std::string& text : {without_code(sentence.french), without_code(sentence.plural)}) {
            for (const std::string_view line : lines_of(text)) {
                for (const std::string& mistake : typography_mistakes(line)) {
                    ADD_FAILURE() << sentence.place << ": " << mistake << "\n  " << line;
                }
            }
        }
    }
}

// --- The test itself ----------------------------------------------------------------------------------------------

TEST(TypographyRules, AcceptGoodLines)
{
    for (const char* line : {
             "Que rend «\u00A0SELECT\u00A0»\u00A0? Une table\u00A0: des lignes\u202F; rien d'autre\u00A0!",
             "À 12:30, std::string et SQLite::Statement (1:n), 03:05.",
             "Vraiment\u00A0?! Une fin…",
             "![Une image](x) et **gras\u00A0:** ou **gras**\u00A0:",
             "«\u00A0?\u00A0» est un marqueur, «\u00A0:nom\u00A0» un autre.",
             "L'étudiant l'a dit (et pourquoi\u00A0?).",
         }) {
        EXPECT_THAT(typography_mistakes(line), IsEmpty()) << line;
    }
}

TEST(TypographyRules, RefuseBadLines)
{
    for (const char* line : {
             "Une table : des lignes",
             "Une table: des lignes",
             "Une fin;\u00A0puis",
             "Pourquoi ?",
             "Pourquoi?",
             "Bravo!",
             "(lequel ?)",
             "**Attention :** ceci",
             "**Attention:** ceci",
             "«\u00A0SELECT\u00A0» ?",
             "L’étudiant",
             "Et puis...",
             "? seul",
             "la clé « nom\u00A0»",
             "la clé «\u00A0nom »",
             "la clé «nom\u00A0»",
             "la clé «\u202Fnom\u00A0»",
             "une ligne\u00A0; une autre ;",
         }) {
        EXPECT_THAT(typography_mistakes(line), SizeIs(1)) << line;
    }
}

TEST(TypographyRules, SayWhatToWrite)
{
    EXPECT_THAT(typography_mistakes("« a » : L’b..."),
                ElementsAre("write U+00A0 after «", "write U+00A0 before »", "write U+00A0 before :, not a space",
                            "write ' for an apostrophe", "write … for three dots"));
}

TEST(TypographyRules, LeaveCodeAndAddressesAlone)
{
    EXPECT_THAT(typography_mistakes(
                    prose_of("Lisez `a ? b : c` et ``x ` y; `` puis [ici](https://a.fr/?b=c;d) ou <http://a.fr:80/>.")),
                IsEmpty());
    const std::string code = prose_of(
        "avant\n```cpp\nint a = b ? c : d; // L’a\n```\naprès <!-- a : b -->\n\n| a | b |\n|:--|--:|\n\n- liste\n  ~~~~\n  a : b\n  ~~~~\n");
    for (const std::string_view line : lines_of(code)) {
        EXPECT_THAT(typography_mistakes(line), IsEmpty()) << line;
    }
}

TEST(TypographyRules, KeepTheNumbersOfLines)
{
    const std::string text = prose_of("un\n```\ndeux ;\n```\n`trois\nquatre` cinq ;\n");
    const std::vector<std::string_view> lines = lines_of(text);
    ASSERT_EQ(lines.size(), 6U);
    EXPECT_THAT(typography_mistakes(lines[5]), SizeIs(1));
}

}  // namespace
}  // namespace atelier::test
