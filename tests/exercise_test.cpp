// SPDX-License-Identifier: MIT
#include "exercise.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "error.hpp"
#include "files.hpp"

namespace atelier {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* one_check = R"(
[[check]]
name = "Un"
points = 2
title = "Le premier"
task = 1
)";

/// A sentence that names the line and the key, in whatever words.
auto told(int line, const std::string& key)
{
    return AllOf(HasSubstr("ligne " + std::to_string(line)), HasSubstr(key));
}

/// An exercise in a folder of its own.
class AnExercise : public testing::Test {
protected:
    AnExercise()
    {
        make_folder(folder());
        write_file(folder() / "reponse.cpp", "");
    }
    [[nodiscard]] fs::path folder() const { return temporary_.path() / "04b-compter"; }
    [[nodiscard]] Exercise load(const std::string& toml) const
    {
        write_file(folder() / "exercise.toml", toml);
        return load_exercise(folder());
    }
    /// What is said of a broken exercise.toml, its path left out.
    [[nodiscard]] std::string complaint(const std::string& toml) const
    {
        try {
            (void)load(toml);
        } catch (const Error& error) {
            const std::string file = (folder() / "exercise.toml").string();
            const std::string sentence = error.what();
            EXPECT_THAT(sentence, StartsWith(file));
            return sentence.substr(std::min(sentence.size(), file.size()));
        }
        return "no Error";
    }

private:
    TemporaryFolder temporary_;
};

TEST_F(AnExercise, IsReadWhole)
{
    const Exercise exercise = load(R"(
        title = "Compter les lignes"
        level = 3
        [limits]
        cpu_seconds = 4
        wall_seconds = 9
        memory_mib = 64
        output_kib = 16
        [[check]]
        name = "Un"
        points = 2
        title = "Le premier"
        task = 1
        hint = 3
        [[check]]
        name = "Deux"
        points = 5
        title = "Le deuxième"
        task = 2)");
    EXPECT_EQ(exercise.id, "04b-compter");
    EXPECT_EQ(exercise.short_id(), "04b");
    EXPECT_EQ(exercise.lesson_number(), "04");
    EXPECT_EQ(exercise.folder, folder());
    EXPECT_EQ(exercise.title, "Compter les lignes");
    EXPECT_EQ(exercise.level, 3);
    EXPECT_EQ(exercise.limits.cpu_time, 4s);
    EXPECT_EQ(exercise.limits.wall_time, 9s);
    EXPECT_EQ(exercise.limits.memory_bytes, std::size_t{64} << 20);
    EXPECT_EQ(exercise.limits.output_bytes, std::size_t{16} << 10);
    ASSERT_EQ(exercise.checks.size(), 2U);
    EXPECT_EQ(exercise.checks[0].name, "Un");
    EXPECT_EQ(exercise.checks[0].hint, 3);
    EXPECT_EQ(exercise.checks[1].title, "Le deuxième");
    EXPECT_EQ(exercise.checks[1].task, 2);
    EXPECT_EQ(exercise.checks[1].hint, 0);
    EXPECT_EQ(exercise.max_points(), 7);
    EXPECT_EQ(exercise.answer, "reponse.cpp");
    EXPECT_FALSE(exercise.is_header());
}

TEST_F(AnExercise, GivesTheHeadersOfItsFolderAndThoseItNames)
{
    write_file(folder() / "fourni.hpp", "");
    make_folder(folder().parent_path() / "partage");
    write_file(folder().parent_path() / "partage" / "commun.hpp", "");
    const std::string end = std::string("\ntitle = \"T\"\nlevel = 1\n") + one_check;
    EXPECT_THAT(load(end).given, testing::ElementsAre(folder() / "fourni.hpp"));
    EXPECT_THAT(load("given = [\"../partage/commun.hpp\"]" + end).given,
                testing::ElementsAre(folder().parent_path() / "partage" / "commun.hpp", folder() / "fourni.hpp"));

    write_file(folder().parent_path() / "partage" / "fourni.hpp", "");
    write_file(folder().parent_path() / "partage" / "commun.txt", "");
    for (const std::string wrong : {"3", "[3]", "[\"../partage/absent.hpp\"]", "[\"../partage/fourni.hpp\"]",
                                    "[\"../partage/commun.txt\"]", "[\"../partage\"]"}) {
        EXPECT_THAT(complaint("given = " + wrong + end), told(1, "given")) << wrong;
    }
}

TEST_F(AnExercise, HasTheUsualLimitsWhenItSaysNothing)
{
    const Exercise exercise = load(std::string("title = \"T\"\nlevel = 1\n") + one_check);
    const Limits usual;
    EXPECT_EQ(exercise.limits.cpu_time, usual.cpu_time);
    EXPECT_EQ(exercise.limits.wall_time, usual.wall_time);
    EXPECT_EQ(exercise.limits.memory_bytes, usual.memory_bytes);
    EXPECT_EQ(exercise.limits.output_bytes, usual.output_bytes);
    const Exercise partly = load(std::string("title = \"T\"\nlevel = 1\nlimits = {cpu_seconds = 3}\n") + one_check);
    EXPECT_EQ(partly.limits.cpu_time, 3s);
    EXPECT_EQ(partly.limits.wall_time, usual.wall_time);
    EXPECT_EQ(partly.limits.memory_bytes, usual.memory_bytes);
    EXPECT_EQ(partly.limits.output_bytes, usual.output_bytes);
}

TEST_F(AnExercise, ThatIsNoTomlIsToldByItsLine)
{
    EXPECT_THAT(complaint("title = \"T\"\nlevel = = 1\n"), told(2, "TOML"));
}

TEST_F(AnExercise, ThatIsNoTextIsNoToml) { EXPECT_THAT(complaint("title = \"caf\xE9\"\n"), told(1, "TOML")); }

TEST_F(AnExercise, AnUnknownKeyIsToldByItsLine)
{
    EXPECT_THAT(complaint(std::string("title = \"T\"\nlevel = 1\nlevle = 2\n") + one_check), told(3, "levle"));
    EXPECT_THAT(complaint("title = \"T\"\nlevel = 1\n[limits]\ncpu = 2\n" + std::string(one_check)), told(4, "cpu"));
    EXPECT_THAT(complaint("title = \"T\"\nlevel = 1" + std::string(one_check) + "pionts = 2\n"), told(8, "pionts"));
}

TEST_F(AnExercise, AMissingKeyIsNamed)
{
    EXPECT_THAT(complaint(std::string("level = 1\n") + one_check), told(1, "title"));
    EXPECT_THAT(complaint("title = \"T\"\nlevel = 1\n\n[[check]]\nname = \"Un\"\n"), told(4, "points"));
}

TEST_F(AnExercise, AValueOfAnotherTypeOrOutOfRangeIsToldByItsLine)
{
    const std::string end = std::string("\nlevel = 1\n") + one_check;
    EXPECT_THAT(complaint("title = 3" + end), told(1, "title"));
    EXPECT_THAT(complaint("title = \"\"" + end), told(1, "title"));
    EXPECT_THAT(complaint(std::string("title = \"T\"\nlevel = 5\n") + one_check), told(2, "level"));
    EXPECT_THAT(complaint(std::string("title = \"T\"\nlevel = 1.0\n") + one_check), told(2, "level"));
    EXPECT_THAT(complaint(std::string("title = \"T\"\nlevel = \"1\"\n") + one_check), told(2, "level"));
    EXPECT_THAT(complaint("title = \"T\"\nlimits = 3" + end), told(2, "limits"));
    EXPECT_THAT(complaint("title = \"T\"\nlevel = 1\n[limits]\nwall_seconds = -1" + std::string(one_check)),
                told(4, "wall_seconds"));
}

TEST_F(AnExercise, WithoutChecksOrWithOneTwiceIsRefused)
{
    EXPECT_THAT(complaint("title = \"T\"\nlevel = 1\n"), HasSubstr("[[check]]"));
    EXPECT_THAT(complaint("title = \"T\"\nlevel = 1\ncheck = []\n"), HasSubstr("[[check]]"));
    EXPECT_THAT(complaint("title = \"T\"\nlevel = 1\ncheck = [3]\n"), told(3, "[[check]]"));
    EXPECT_THAT(complaint(std::string("title = \"T\"\nlevel = 1\n") + one_check + one_check), told(10, "Un"));
}

TEST_F(AnExercise, HasExactlyOneAnswer)
{
    const std::string toml = std::string("title = \"T\"\nlevel = 1\n") + one_check;
    write_file(folder() / "reponse.hpp", "");
    EXPECT_THROW((void)load(toml), Error);
    fs::remove(folder() / "reponse.cpp");
    EXPECT_TRUE(load(toml).is_header());
    fs::remove(folder() / "reponse.hpp");
    EXPECT_THROW((void)load(toml), Error);
}

TEST_F(AnExercise, WithoutItsFileIsAnError)
{
    try {
        (void)load_exercise(folder());
        FAIL() << "no Error";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), AllOf(HasSubstr("exercise.toml"), HasSubstr("n'existe pas")));
    }
}

TEST_F(AnExercise, HasAShortIdEvenWithoutAHyphen)
{
    Exercise exercise;
    exercise.id = "05";
    EXPECT_EQ(exercise.short_id(), "05");
    EXPECT_EQ(exercise.lesson_number(), "05");
    exercise.id = "brouillon";
    EXPECT_EQ(exercise.short_id(), "brouillon");
    EXPECT_EQ(exercise.lesson_number(), "");
}

}  // namespace
}  // namespace atelier
