// SPDX-License-Identifier: MIT
#include "import/roster_match.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace atelier {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class AMatch : public testing::Test {
protected:
    /// Submissions afterwards: « name <key> moment ».
    std::vector<std::string> matched(const std::string& csv, std::vector<Submission> submissions)
    {
        findings_ = match_roster(read_roster(csv, "liste.csv"), submissions);
        std::vector<std::string> lines;
        for (const Submission& submission : submissions) {
            lines.push_back(submission.student + " <" + submission.key + "> " + submission.handed_in +
                            (submission.answers.empty() ? "" : "answers"));
        }
        return lines;
    }
    static Submission sent(const std::string& student, const std::string& key = "")
    {
        return {.student = student, .key = key, .handed_in = "", .answers = {{"01a", "x"}}};
    }
    RosterFindings findings_;
};

TEST_F(AMatch, GivesNamesByFolderLoginAddressOrMoodlesNumber)
{
    EXPECT_THAT(matched("dossier,nom complet\ntp-lea,Léa Durand\n", {sent("TP-Lea")}),
                ElementsAre("Léa Durand <tp-lea> answers"));
    EXPECT_THAT(matched("login;prénom;nom\nlead;Léa;Durand\n", {sent("lead", "lead")}),
                ElementsAre("Léa Durand <lead> answers"));
    EXPECT_THAT(matched("email,name\nlea@x.fr,Léa\n", {sent("L. D.", "LEA@x.fr")}),
                ElementsAre("Léa <LEA@x.fr> answers"));
    EXPECT_THAT(matched("Identifiant,Nom complet\nParticipant 12,Léa Durand\n", {sent("Participant 12", "12")}),
                ElementsAre("Léa Durand <12> answers"));
    EXPECT_THAT(findings_.not_in_roster, IsEmpty());
    EXPECT_THAT(findings_.without_submission, IsEmpty());
}

TEST_F(AMatch, GivesNamesByNameWhenOnePersonHasIt)
{
    EXPECT_THAT(matched("prénom,nom,email\nLéa,Durand,lea@x.fr\n", {sent("DURAND Léa")}),
                ElementsAre("Léa Durand <lea@x.fr> answers"));
    EXPECT_THAT(
        matched("nom complet,email\nJean Dupont,a@x.fr\nJean Dupont,b@x.fr\n", {sent("Jean Dupont")}),
        ElementsAre("Jean Dupont <> answers", "Jean Dupont (a@x.fr) <a@x.fr> ", "Jean Dupont (b@x.fr) <b@x.fr> "));
    EXPECT_THAT(findings_.not_in_roster, ElementsAre("Jean Dupont"));
}

TEST_F(AMatch, TellsWhoIsMissingOnEitherSide)
{
    EXPECT_THAT(matched("login,nom\nlea,Léa\nzoe,Zoé\n", {sent("bob"), sent("lea")}),
                ElementsAre("Léa <lea> answers", "Zoé <zoe> ", "bob <> answers"));
    EXPECT_THAT(findings_.not_in_roster, ElementsAre("bob"));
    EXPECT_THAT(findings_.without_submission, ElementsAre("Zoé"));
}

TEST_F(AMatch, OfTwoSubmissionsOfOnePersonTheSecondIsAStranger)
{
    EXPECT_THAT(matched("login,nom\nlea,lea.zip\n", {sent("lea"), sent("lea.zip")}),
                ElementsAre("lea.zip <lea> answers", "lea.zip (2) <> answers"));
    EXPECT_THAT(findings_.not_in_roster, ElementsAre("lea.zip (2)"));
}

TEST_F(AMatch, TheListSaysWhenItWasHandedIn)
{
    Submission submission = sent("lea");
    submission.handed_in = "2026-01-01T00:00:00Z";
    submission.answers.clear();
    EXPECT_THAT(matched("login,rendu le\nlea,2026-11-03T22:05Z\n", {submission}),
                ElementsAre("lea <lea> 2026-11-03T22:05:00Z"));
    EXPECT_THAT(matched("login,rendu le\nlea,\n", {submission}), ElementsAre("lea <lea> 2026-01-01T00:00:00Z"));
}

}  // namespace
}  // namespace atelier
