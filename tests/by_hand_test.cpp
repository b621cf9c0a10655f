// SPDX-License-Identifier: MIT
// A program played by hand, with all that the probe can tell, in the sandbox of this machine.
#include "by_hand.hpp"

#include <gmock/gmock.h>

#include "catalog.hpp"
#include "sql_story.hpp"
#include "support.hpp"

namespace atelier {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;
using Kind = StoryItem::Kind;

const Catalog& catalog()
{
    static const Catalog the_catalog = load_catalog(fs::path(ATELIER_SOURCE_FOLDER) / "tests" / "catalog");
    return the_catalog;
}

std::vector<std::string> arguments(const std::string& command)
{
    const auto line = hand_line(catalog().exercise("01a"), command);
    return line ? line->arguments : std::vector<std::string>{"(none)"};
}

TEST(HandLine, IsReadAsAShellWould)
{
    EXPECT_THAT(arguments("./atelier run 01a -- noter base.db 'a b' \"L'Haÿ\" ''"),
                ElementsAre("noter", "base.db", "a b", "L'Haÿ", ""));
    EXPECT_EQ(
        hand_line(catalog().exercise("01a"), "./atelier run 01a --sql 'DELETE FROM notes' -- compter base.db")->sql,
        "DELETE FROM notes");
}

TEST(HandLine, TakesWhatIsPipedAndWhatIsSpelled)
{
    const auto line =
        hand_line(catalog().exercise("01a"), "printf %s $'a\\x0ab' | ./atelier run 01a -- noter $'\\x09'");
    ASSERT_TRUE(line);
    EXPECT_THAT(line->arguments, ElementsAre("noter", "\t"));
    EXPECT_EQ(line->input, "a\nb");
}

TEST(HandLine, IsNoLineThatAShellWouldHaveToWorkFor)
{
    for (const char* command :
         {"", "./atelier run 01a --", "./atelier run 01b -- x", "./atelier check 01a", "./atelier run 01a -- $HOME",
          "./atelier run 01a -- `id`", "echo x | ./atelier run 01a -- x", "printf %s x | ./atelier check 01a",
          "./atelier run 01a -- 'open", "./atelier run 01a --seed 4 -- x", "./atelier run 01a -- x; rm -r y",
          "./atelier run 01a -- \"$x\""}) {
        EXPECT_THAT(arguments(command), ElementsAre("(none)")) << command;
    }
}

/// What SQLite saw of `compter base.db`, whose body is `body`.
Story story(const std::string& body)
{
    const TemporaryFolder folder;
    write_file(folder.path() / "reponse.cpp",
               "#include \"fourni.hpp\"\n#include <sqlite3.h>\n#include <unistd.h>\n#include <sonde.hpp>\n"
               "void noter(SQLite::Database&, const std::string&) {}\n"
               "int compter(SQLite::Database& base)\n{\n" +
                   body + "\n    return 0;\n}\n");
    HandScene scene({.toolchain = prepare_toolchain()}, catalog().exercise("01a"), folder.path());
    EXPECT_EQ(scene.problem(), "");
    scene.make_base("");
    return story_of(scene.play({"compter", "base.db"}, "", check::TraceDetail::full).trace());
}

std::vector<std::string> texts(const Story& story)
{
    std::vector<std::string> all;
    for (const StoryItem& item : story.items) {
        if (item.kind == Kind::ran) {
            all.push_back(item.text);
        }
    }
    return all;
}

/// SQLite's own statements, those of triggers, begin like a comment: a student's comment is no trigger.
TEST(HandScene, TellsTheSqlThatBeginsWithAComment)
{
    const Story told = story(R"(    base.exec("-- toutes\nDELETE FROM notes");
    SQLite::Statement lecture(base, "-- une seule\nSELECT ?");
    lecture.bind(1, 7);
    while (lecture.executeStep()) {
    })");
    EXPECT_THAT(texts(told), ElementsAre("-- toutes\nDELETE FROM notes", "-- une seule\nSELECT ?"));
    EXPECT_EQ(told.items[1].changes, 1);
    EXPECT_EQ(told.items[2].rows, 1);
    EXPECT_THAT(told.items[2].values, ElementsAre("7"));
}

TEST(HandScene, TellsNothingOfTriggers)
{
    const Story told = story(
        R"(    base.exec("CREATE TRIGGER d AFTER DELETE ON notes BEGIN INSERT INTO notes (texte) VALUES ('x'); END");
    base.exec("DELETE FROM notes");)");
    EXPECT_THAT(texts(told), SizeIs(2));
}

/// A text of four million characters has no place in the trace, and costs the program nothing there: it has a second.
TEST(HandScene, DoesNotSpellATextThatHasNoPlace)
{
    const Story told = story(R"cpp(    SQLite::Statement ajout(base, "INSERT INTO notes (texte) VALUES (?)");
    ajout.bind(1, std::string(4000000, 'a'));
    ajout.exec();
    sonde::rendre("fait", 1);)cpp");
    EXPECT_TRUE(told.cut);
    EXPECT_EQ(told.items.size(), 1U);
}

/// A program that writes on descriptor 3 itself is told what it says, and hurts nobody.
TEST(HandScene, ReadsAForgedTraceAsBytes)
{
    const Story told = story(
        R"(    const std::string forged = "s\t1\t" + std::string(100000, '\'') + "\t%1B[2J\nq\t9\t-1\t-1\t9\t-5\nf\tx\n\xff\n";
    for (int i = 0; i < 300; ++i) {
        (void)!::write(3, forged.data(), forged.size());
    })");
    for (const StoryItem& item : told.items) {
        EXPECT_GE(item.rows, 0);
        EXPECT_GE(item.nanoseconds, 0);
    }
    EXPECT_GE(told.executions, 1U);
}

TEST(HandScene, TakesWhatEarlierRunsLeftAndMakesTheBaseAnew)
{
    const TemporaryFolder folder;
    for (const char* name : {"base.db", "autre.db", "reponse.2026-01-01.cpp", "un nom.db", ".cache"}) {
        write_file(folder.path() / name, name);
    }
    write_file(folder.path() / "reponse.cpp",
               "#include \"fourni.hpp\"\nvoid noter(SQLite::Database&, const std::string&) {}\n"
               "int compter(SQLite::Database&) { return 0; }\n");
    HandScene scene({.toolchain = prepare_toolchain()}, catalog().exercise("01a"), folder.path());
    ASSERT_EQ(scene.problem(), "");
    EXPECT_THAT(scene.take_files(folder.path()), ElementsAre("autre.db"));
    scene.make_base("");
    EXPECT_NE(read_file(scene.work() / "base.db"), "base.db");
    EXPECT_EQ(read_file(scene.work() / "autre.db"), "autre.db");
}

}  // namespace
}  // namespace atelier
