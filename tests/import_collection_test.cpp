// SPDX-License-Identifier: MIT
#include "import/collection.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "archives.hpp"
#include "error.hpp"
#include "utf8.hpp"

namespace atelier {
namespace {

using test::Format;
using test::Packed;
using test::packed;
using test::RawZip;
using testing::ElementsAre;
using testing::IsEmpty;

/// A class of the miniature course, in some layout.
class ACollection : public testing::Test {
protected:
    void put(const std::string& name, const std::string& bytes = "int x;") const
    {
        make_folder((at(name)).parent_path());
        write_file(at(name), bytes);
    }
    [[nodiscard]] fs::path at(const std::string& name) const { return folder_.path() / name; }

    /// « Léa Durand <12>: 01a-noter 01b-doubler », a student each.
    std::vector<std::string> collected(const std::string& source, const char* only = nullptr)
    {
        collection_ = collect(catalog_, at(source), only == nullptr ? nullptr : &catalog_.exercise(only));
        std::vector<std::string> lines;
        for (const Submission& submission : collection_.submissions) {
            std::string line = submission.student + " <" + submission.key + ">:";
            for (const auto& [id, path] : submission.answers) {
                EXPECT_TRUE(fs::exists(path)) << path;
                line += " " + id;
            }
            lines.push_back(line);
        }
        return lines;
    }
    [[nodiscard]] std::vector<std::string> refused() const
    {
        std::vector<std::string> lines;
        for (const Refusal& refusal : collection_.refused) {
            lines.push_back(refusal.where + " : " + refusal.reason);
        }
        return lines;
    }
    [[nodiscard]] std::string layout() const { return name_of(collection_.layout); }
    std::string error(const std::string& source)
    {
        try {
            (void)collected(source);
        } catch (const Error& e) {
            return e.what();
        }
        return "no error";
    }

    Catalog catalog_ = load_catalog(fs::path(ATELIER_SOURCE_FOLDER) / "tests" / "catalog");
    TemporaryFolder folder_;
    Collection collection_;
};

TEST_F(ACollection, IsAFolderAStudent)
{
    put("copies/alice/01a-noter/reponse.cpp");
    put("copies/bob/travail/01b/reponse.hpp");
    put("copies/liste.csv");
    put("copies/.git/config");
    make_folder(at("copies/zoé"));
    fs::create_directory_symlink(at("copies/alice"), at("copies/copie"));
    EXPECT_THAT(collected("copies"), ElementsAre("alice <>: 01a-noter", "bob <>: 01b-doubler", "zoé <>:"));
    EXPECT_EQ(layout(), "un dossier ou une archive par étudiant");
    EXPECT_THAT(refused(), IsEmpty());
}

TEST_F(ACollection, IsAnArchiveAStudent)
{
    put("copies/alice.zip",
        packed(Format::zip, {{"Mon devoir/01a-noter/reponse.cpp", "x"}, {"Mon devoir/plus.zip", "PK"}}));
    put("copies/bob.tar.gz", packed(Format::tar_gz, {{"01b/reponse.hpp", "x"}}));
    put("copies/bob/01a/reponse.cpp");
    put("copies/eve.zip", "PK");
    EXPECT_THAT(collected("copies"),
                ElementsAre("alice <>: 01a-noter", "bob <>: 01a-noter", "bob.tar.gz <>: 01b-doubler", "eve <>:"));
    EXPECT_THAT(
        refused(),
        ElementsAre(
            "alice.zip/Mon devoir/plus.zip : c'est une archive dans une archive qui est elle-même dans une archive",
            "eve.zip : ce n'est ni un zip, ni un tar, ni un 7z, ou il est abîmé"));
}

TEST_F(ACollection, IsWhatMoodleGives)
{
    const std::string own = packed(Format::zip, {{"devoir/01a/reponse.cpp", "x"}, {"devoir/01b/reponse.hpp", "x"}});
    put("moodle.zip", packed(Format::zip, {{"Léa Durand_12_assignsubmission_file/01a-noter/reponse.cpp", "int x;"},
                                           {"Léa Durand_12_assignsubmission_onlinetext/onlinetext.html", "<p>"},
                                           {"Ali Ben_7_assignsubmission_file/devoir.zip", own},
                                           {"Zoé Roux_31_assignsubmission_file/rapport.pdf", "%PDF"},
                                           {"Jean Dupont_40_assignsubmission_file/01a/reponse.cpp", "a"},
                                           {"Jean Dupont_41_assignsubmission_file/01b/reponse.hpp", "b"}}));
    EXPECT_THAT(collected("moodle.zip"),
                ElementsAre("Ali Ben <7>: 01a-noter 01b-doubler", "Jean Dupont (40) <40>: 01a-noter",
                            "Jean Dupont (41) <41>: 01b-doubler", "Léa Durand <12>: 01a-noter", "Zoé Roux <31>:"));
    EXPECT_EQ(layout(), "les travaux remis, téléchargés de Moodle");
    EXPECT_THAT(refused(), IsEmpty());
}

TEST_F(ACollection, IsWhatMoodleGivesUnpackedAndBlind)
{
    put("m/Devoir 1/Participant_12_assignsubmission_file_/01a/reponse.cpp");
    put("m/Devoir 1/Participant_7_assignsubmission_file_/reponse.cpp");
    EXPECT_THAT(collected("m"), ElementsAre("Participant 12 <12>: 01a-noter", "Participant 7 <7>:"));
    EXPECT_THAT(refused(),
                ElementsAre("Participant_7_assignsubmission_file_/reponse.cpp : rien ne dit à quel exercice il "
                            "répond\u00A0; il faut un dossier du nom de l'exercice"));
    EXPECT_THAT(collected("m", "01a"), ElementsAre("Participant 12 <12>: 01a-noter", "Participant 7 <7>: 01a-noter"));
    EXPECT_THAT(refused(), IsEmpty());
}

TEST_F(ACollection, IsWhatMoodleGivesWithoutFolders)
{
    put("m.zip", packed(Format::zip,
                        {{"Léa Durand_12_assignsubmission_file_reponse.cpp", "int x;"},
                         {"Ali Ben_7_assignsubmission_file_tout.zip", packed(Format::zip, {{"reponse.cpp", "x"}})},
                         {"Zoé_9_assignsubmission_file_devoir.zip", packed(Format::zip, {{"01a/reponse.cpp", "x"}})}}));
    EXPECT_THAT(collected("m.zip", "01a"),
                ElementsAre("Ali Ben <7>: 01a-noter", "Léa Durand <12>: 01a-noter", "Zoé <9>: 01a-noter"));
    EXPECT_THAT(refused(), IsEmpty());
}

TEST_F(ACollection, IsWhatGithubClassroomClones)
{
    put("tp-sql-submissions/tp-sql-lea-d/travail/01a-noter/reponse.cpp");
    put("tp-sql-submissions/tp-sql-lea-d/.git/HEAD");
    put("tp-sql-submissions/tp-sql-lea-d/exercises/01a-noter/reponse.cpp");
    put("tp-sql-submissions/tp-sql-tp-sql-bob/README.md");
    for (const char* source : {"tp-sql-submissions", "."}) {
        EXPECT_THAT(collected(source), ElementsAre("lea-d <lea-d>: 01a-noter", "tp-sql-bob <tp-sql-bob>:"));
        EXPECT_EQ(layout(), "les dépôts clonés par «\u00A0gh classroom clone\u00A0»");
        EXPECT_THAT(refused(), IsEmpty());
    }
}

TEST_F(ACollection, IsWhatAGitlabGroupHolds)
{
    put("promo/alice/tp/.git/HEAD");
    put("promo/alice/tp/travail/01a/reponse.cpp");
    put("promo/bob/tp/.git");  // a file, as in a worktree
    put("promo/groupe-3/eve/sql/.git/HEAD");
    put("promo/groupe-3/zoe/sql/.git/HEAD");
    put("promo/groupe-3/zoe/sql/01b/reponse.hpp");
    put("promo/luc/01a/reponse.cpp");  // no clone, and not lost
    EXPECT_THAT(collected("promo"),
                ElementsAre("alice <alice/tp>: 01a-noter", "bob <bob/tp>:", "groupe-3/eve <groupe-3/eve/sql>:",
                            "groupe-3/zoe <groupe-3/zoe/sql>: 01b-doubler", "luc <luc>: 01a-noter"));
    EXPECT_EQ(layout(), "les dépôts clonés d'un groupe GitLab");
}

TEST_F(ACollection, IsWhatGradescopeGives)
{
    put("autograder/submission/01a/reponse.cpp");
    put("autograder/submission_metadata.json",
        R"({"created_at": "2026-11-03T23:05:00+01:00", "users": [{"name": "Léa Durand", "email": "lea@x.fr"}]})");
    for (const char* source : {"autograder", "autograder/submission"}) {
        EXPECT_THAT(collected(source), ElementsAre("Léa Durand <lea@x.fr>: 01a-noter"));
        EXPECT_EQ(collection_.submissions[0].handed_in, "2026-11-03T22:05:00Z");
        EXPECT_EQ(layout(), "une copie remise à Gradescope");
    }
}

TEST_F(ACollection, IsOneSubmission)
{
    put("alice/01a-noter/reponse.cpp");
    EXPECT_THAT(collected("alice"), ElementsAre("alice <>: 01a-noter"));
    EXPECT_EQ(layout(), "une seule copie");
    put("bob.tar.xz", packed(Format::tar_xz, {{"./travail/01a/reponse.cpp", "x"}, {"./.git/HEAD", "x"}}));
    EXPECT_THAT(collected("bob.tar.xz"), ElementsAre("bob <>: 01a-noter"));
}

TEST_F(ACollection, OfAnArchiveMayHaveAFolderAround)
{
    put("copies.7z",
        packed(Format::seven_zip, {{"copies/alice/01a/reponse.cpp", "x"}, {"copies/bob/01b/reponse.hpp", "x"}}));
    EXPECT_THAT(collected("copies.7z"), ElementsAre("alice <>: 01a-noter", "bob <>: 01b-doubler"));
    put("un.zip", packed(Format::zip, {{"alice/01a/reponse.cpp", "x"}}));
    EXPECT_THAT(collected("un.zip"), ElementsAre("alice <>: 01a-noter"));
}

TEST_F(ACollection, OneStudentsNameDoesNotDecideForAll)
{
    put("copies/01a/01a/reponse.cpp");
    put("copies/Eve_1_assignsubmission_file/01a/reponse.cpp");
    put("copies/alice/01a/reponse.cpp");
    put("copies/alice/01a/.git/HEAD");
    put("copies/bob/travail/01a/reponse.cpp");
    put("copies/bob/outils/a/.git/HEAD");
    put("copies/travail/01a/reponse.cpp");
    put("copies/zoe/01a/reponse.cpp");
    EXPECT_THAT(collected("copies"),
                ElementsAre("01a <>: 01a-noter", "Eve_1_assignsubmission_file <>: 01a-noter", "alice <>: 01a-noter",
                            "bob <>: 01a-noter", "travail <>: 01a-noter", "zoe <>: 01a-noter"));
}

TEST_F(ACollection, HasHostileNames)
{
    make_folder(at("copies"));
    for (const char* name : {"=cmd|' /C calc'!A0", "-rf", "x\x1B[2J\n",
                             "L\xE9"
                             "a",
                             "Léa", "\xFF\xFE", "..."}) {
        put(std::string("copies/") + name + "/01a/reponse.cpp");
    }
    (void)collected("copies");
    EXPECT_EQ(collection_.submissions.size(), 6U);  // « ... » is hidden
    for (const Submission& submission : collection_.submissions) {
        EXPECT_TRUE(is_valid_utf8(submission.student));
        EXPECT_EQ(submission.answers.size(), 1U);
    }
    RawZip zip;
    zip.add("L\x82"
            "a/01a/reponse.cpp",
            "Windows");
    zip.add("../evil/01a/reponse.cpp", "evil");
    zip.add("b\x1B[2J/01a/reponse.cpp", "evil");
    zip.add("bob/01a/reponse.cpp", "", 0, 0120777);
    put("copies.zip", zip.bytes());
    EXPECT_THAT(collected("copies.zip"), ElementsAre("Léa <>: 01a-noter"));
    EXPECT_THAT(refused(), ElementsAre("copies.zip/../evil/01a/reponse.cpp : son chemin sort de l'archive (..)",
                                       "copies.zip/b␛[2J/01a/reponse.cpp : son nom contient des caractères de contrôle",
                                       "copies.zip/bob/01a/reponse.cpp : c'est un lien"));
}

TEST_F(ACollection, IsGradedOnWhatSomebodyAnswers)
{
    const auto answered = [&] {
        std::vector<std::string> ids;
        for (const Exercise* exercise : answered_exercises(catalog_, collect(catalog_, at("copies")).submissions)) {
            ids.push_back(exercise->id);
        }
        return ids;
    };
    make_folder(at("copies/alice"));
    EXPECT_THROW((void)answered(), Error);
    put("copies/bob/01b-doubler/reponse.hpp");
    EXPECT_THAT(answered(), ElementsAre("01b-doubler"));
    put("copies/alice/01a/reponse.cpp");
    EXPECT_THAT(answered(), ElementsAre("01a-noter", "01b-doubler"));
}

TEST_F(ACollection, GivesAnswersOrSaysWhyThereIsNone)
{
    put("copies/alice/01a/reponse.cpp", "int alice;");
    fs::create_directories(at("copies/bob/01a"));
    fs::create_symlink("/etc/passwd", at("copies/bob/01a/reponse.cpp"));
    make_folder(at("copies/eve"));
    const std::vector<Submission> all = collect(catalog_, at("copies")).submissions;
    const Exercise& exercise = catalog_.exercise("01a");
    EXPECT_EQ(all[0].answer_to(exercise).source, "int alice;");
    EXPECT_THAT(all[1].answer_to(exercise).problem, testing::HasSubstr("n'est pas un fichier ordinaire"));
    EXPECT_EQ(all[2].answer_to(exercise).problem,
              "Il n'y a pas de fichier reponse.cpp\u00A0: c'est là que s'écrit votre réponse.");
}

TEST_F(ACollection, WithoutStudentsIsAnError)
{
    make_folder(at("vide"));
    put("liste.csv");
    EXPECT_EQ(error("vide").substr(0, 8), at("vide").string().substr(0, 8));
    EXPECT_THAT(error("vide"), testing::HasSubstr("ne contient aucune copie"));
    EXPECT_THAT(error("absent"), testing::HasSubstr("n'existe pas"));
    EXPECT_EQ(error("liste.csv"),
              "liste.csv ne se laisse pas ouvrir\u00A0: ce n'est ni un zip, ni un tar, ni un 7z, ou il est abîmé.");
}

}  // namespace
}  // namespace atelier
