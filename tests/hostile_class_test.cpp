// SPDX-License-Identifier: MIT
// Hostile submissions to `grade`: what lies beside an answer, in its place, and what students' folders are called.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <string>
#include <utility>
#include <vector>

#include "hostile_course.hpp"
#include "utf8.hpp"

namespace atelier {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string honest = read_file(test::catalog / "answers" / "tout-juste" / "reponse.cpp");
const std::string half_right = read_file(test::catalog / "answers" / "points-perdus" / "reponse.cpp");

class HostileClass : public test::InATier {
protected:
    /// Puts a file into the submissions: « STUDENT/FOLDER/FILE ».
    void give(const std::string& path, const std::string& text) const
    {
        const fs::path file = copies() / path;
        make_folder(file.parent_path());
        write_file(file, text);
    }

    /// Grades them all; the exercises of each student, in the order of their names.
    std::vector<std::pair<std::string, json>> grade()
    {
        const test::Ran ran = machine({"grade", "copies", "--out", "resultats", "--seed", "20260101"});
        EXPECT_NE(ran.status, 2) << "one submission stopped all: " << ran.err;
        table = ran.out;
        std::vector<std::pair<std::string, json>> results;
        if (ran.status != 2) {
            const json told = json::parse(read_file(machine.home() / "resultats" / "results.json"));
            for (const json& one : told.at("submissions")) {
                results.emplace_back(one.at("student"), one.at("exercises").front());
            }
        }
        return results;
    }

    [[nodiscard]] fs::path copies() const { return machine.home() / "copies"; }

    std::string table;
};

/// Files that a build system, a compiler or a teacher would take for their own, on the side of those who cheat.
const std::vector<std::pair<std::string, std::string>>& files_beside()
{
    static const std::vector<std::pair<std::string, std::string>> all{
        {"CMakeLists.txt", "execute_process(COMMAND touch /tmp/attaque)\nmessage(FATAL_ERROR attaque)\n"},
        {"CMakePresets.json", "{"},
        {"Makefile", "all:\n\ttouch /tmp/attaque\n"},
        {"meson.build", "run_command('touch', '/tmp/attaque')\n"},
        {".clang-tidy", "Checks: '*'\nWarningsAsErrors: '*'\n"},
        {".clang", "-fplugin=attaque.so\n"},
        {"compile_flags.txt", "-Dnoter=ancien_noter\n-fplugin=attaque.so\n"},
        {"reponse.cpp.gch", "attaque"},
        {"reponse.o", "attaque"},
        {"reponse.hpp", "#error attaque\n"},
        {"fourni.hpp", "#error attaque\n"},
        {"sonde.hpp", "#error attaque\n"},
        {"sonde.cpp", "#error attaque\n"},
        {"prelude.hpp", "#error attaque\n"},
        {"string", "#error attaque\n"},
        {"SQLiteCpp/SQLiteCpp.h", "#error attaque\n"},
        {"libSQLiteCpp.so", "attaque"},
        {"programme.cpp", "int main() { return 0; }\n"},
        {"checks.cpp", "#include \"check/check.hpp\"\nTEST(Carnet, UneNote) {}\nTEST(Carnet, Compte) {}\n"},
        {"exercise.toml", "title = \"Facile\"\nlevel = 1\n[[check]]\nname = \"UneNote\"\npoints = 100\n"},
        {"fixture.sql", "SELECT load_extension('attaque');\n"},
        {"results.json", "{\"points\": 5}\n"},
        {".github/workflows/ci.yml", "run: echo 5/5\n"},
        {".git/hooks/post-checkout", "#!/bin/sh\ntouch /tmp/attaque\n"},
        {".git/config", "[core]\n\tfsmonitor = touch /tmp/attaque\n"},
    };
    return all;
}

TEST_P(HostileClass, Row10And25_WhatLiesBesideAnAnswerIsIgnored)
{
    for (const auto& [name, text] : files_beside()) {
        for (const char* folder : {"juste/01a-noter/", "moitie/01a-noter/", "juste/", ""}) {
            give(folder + name, text);
        }
    }
    give("juste/01a-noter/reponse.cpp", honest);
    give("moitie/01a-noter/reponse.cpp", half_right);
    for (const auto& [student, verdict] : grade()) {
        if (student == "juste" || student == "moitie") {
            EXPECT_EQ(verdict.at("outcome"), "graded") << test::words_of(verdict);
            EXPECT_EQ(verdict.at("points"), student == "juste" ? 5 : 2) << test::words_of(verdict);
            EXPECT_EQ(verdict.at("max_points"), 5);
        } else {
            EXPECT_EQ(verdict.at("outcome"), "no_answer") << student;
        }
    }
}

TEST_P(HostileClass, Row21_ArchivesGiveUpNothingThatLeavesThem)
{
    // The beginning of a zip whose one entry is called ../../attaque, and of a gzip.
    const std::string zip =
        std::string("PK\3\4\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\1\0\0\0\x0d\0\0\0", 30) + "../../attaque" + "a";
    const std::string gzip("\x1f\x8b\x08\0\0\0\0\0\0\3", 10);
    for (const char* place : {"archives/01a-noter/reponse.zip", "archives/01a-noter.zip", "archives.zip",
                              "archives/01a-noter/reponse.cpp.zip"}) {
        give(place, zip);
    }
    give("archives/01a-noter/reponse.tar.gz", gzip);
    give("deguise/01a-noter/reponse.cpp", zip);
    give("juste/01a-noter/reponse.cpp", honest);
    const auto results = grade();
    ASSERT_EQ(results.size(), 4U);
    EXPECT_EQ(results[0].second.at("outcome"), "no_answer");
    EXPECT_EQ(results[1].first, "archives.zip");
    EXPECT_EQ(results[1].second.at("outcome"), "no_answer");
    EXPECT_EQ(results[2].second.at("outcome"), "no_answer");
    EXPECT_THAT(results[2].second.at("message").get<std::string>(), HasSubstr("UTF-8"));
    EXPECT_EQ(results[3].second.at("points"), 5);
    EXPECT_EQ(names_in(machine.home()), (std::vector<std::string>{"copies", "resultats", "tmp"}));
}

TEST_P(HostileClass, Row20_WhatStandsInTheAnswersPlaceIsNotFollowedNorWaitedFor)
{
    give("juste/01a-noter/reponse.cpp", honest);
    const fs::path copied = copies() / "juste" / "01a-noter";
    std::vector<std::string> odd{"bouche", "creux", "dossier", "lien", "lien-dossier", "lien-rompu", "prise", "tube"};
    for (const std::string& student : odd) {
        make_folder(copies() / student / (student == "lien-dossier" ? "" : "01a-noter"));
    }
    const auto place = [&](const char* student) { return copies() / student / "01a-noter" / "reponse.cpp"; };
    write_file(place("bouche"), honest);
    fs::permissions(place("bouche"), fs::perms::none);
    write_file(place("creux"), "");
    ASSERT_EQ(::truncate(place("creux").c_str(), off_t{100} << 30U), 0);
    make_folder(place("dossier"));
    fs::create_symlink(copied / "reponse.cpp", place("lien"));
    fs::create_symlink("../juste/01a-noter", copies() / "lien-dossier" / "01a-noter");
    fs::create_symlink("/dev/zero", place("lien-rompu"));
    ASSERT_EQ(::mkfifo(place("tube").c_str(), 0666), 0);
    ASSERT_EQ(::mknod(place("prise").c_str(), S_IFSOCK | 0666, 0), 0);
    if (::geteuid() == 0) {
        make_folder(copies() / "zero" / "01a-noter");
        ASSERT_EQ(::mknod(place("zero").c_str(), S_IFCHR | 0666, ::makedev(1, 5)), 0);
    }
    fs::create_symlink("juste", copies() / "un-autre-nom");
    for (const auto& [student, verdict] : grade()) {
        const bool is_right = student == "juste" || (student == "bouche" && ::geteuid() == 0);
        EXPECT_EQ(verdict.at("outcome"), is_right ? "graded" : "no_answer") << student;
        EXPECT_EQ(verdict.at("points"), is_right ? 5 : 0) << student;
        EXPECT_NE(student, "un-autre-nom") << "a link to another student's folder";
    }
}

const std::vector<std::string>& odd_names()
{
    static const std::vector<std::string> all{"-rf",
                                              "--out=attaque",
                                              "::error file=a::attaque",
                                              "##vso[task.complete]",
                                              "=cmd|' $(touch attaque)'!A0",
                                              "@SUM(1+1)",
                                              "<script>alert(1)<",
                                              "$(touch attaque)`touch attaque`;touch attaque",
                                              "a\nb ✓ réussie",
                                              "a\rb",
                                              "\033[2J\033]0;attaque\007",
                                              "\u202Eeurt",
                                              "\u00A0",
                                              "%s%n{}{0}\\",
                                              "\xff\xfe\x9b",
                                              "e\u0301\u0301\u0301\u0301\u0301\u0301",
                                              "'; DROP TABLE notes; --",
                                              std::string(255, 'a')};
    return all;
}

TEST_P(HostileClass, Row22And30_NamesAreShownNotObeyed)
{
    for (const std::string& name : odd_names()) {
        give(name + "/01a-noter/reponse.cpp", honest);
    }
    const auto results = grade();
    EXPECT_EQ(results.size(), odd_names().size());
    for (const auto& [student, verdict] : results) {
        EXPECT_EQ(verdict.at("points"), 5) << student;
    }
    test::expect_plain(table);
    EXPECT_EQ(names_in(machine.home()), (std::vector<std::string>{"copies", "resultats", "tmp"}));
}

TEST_P(HostileClass, Row30_AnExerciseCalledOtherwiseIsNotRead)
{
    give("juste/01a-noter/reponse.cpp", honest);
    give("majuscules/01A-NOTER/reponse.cpp", honest);
    give("majuscules/01a-noter/REPONSE.CPP", honest);
    give("double/01a/reponse.cpp", half_right);
    give("double/01a-noter/reponse.cpp", honest);
    give("ailleurs/..01a-noter/reponse.cpp", honest);
    const auto results = grade();
    ASSERT_EQ(results.size(), 4U);
    EXPECT_EQ(results[0].second.at("outcome"), "no_answer");
    EXPECT_EQ(results[1].second.at("outcome"), "no_answer") << "of two answers to one exercise, neither is chosen";
    EXPECT_EQ(results[2].second.at("points"), 5);
    EXPECT_EQ(results[3].second.at("outcome"), "no_answer");
}

INSTANTIATE_TEST_SUITE_P(namespaces, HostileClass, ::testing::Values("namespaces"), test::no_name);
INSTANTIATE_TEST_SUITE_P(landlock, HostileClass, ::testing::Values("landlock"), test::no_name);

}  // namespace
}  // namespace atelier
