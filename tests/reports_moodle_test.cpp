// SPDX-License-Identifier: MIT
#include "reports/moodle.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "class_sample.hpp"
#include "csv.hpp"
#include "encodings.hpp"
#include "error.hpp"
#include "french.hpp"

namespace atelier {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// As Moodle 4 writes it in French: what needs no quotes has none.
const std::string head =
    "\xEF\xBB\xBFIdentifiant,\"Nom complet\",\"Adresse de courriel\",Statut,Note,\"Note maximale\",\"La note peut être "
    "modifiée\",\"Dernière modification (travail remis)\",\"Dernière modification (note)\",\"Feedback par "
    "commentaires\"\r\n";
const std::string alice = "Participant101,\"Éluard Alice\",alice@exemple.fr,\"Remis pour évaluation\",";
const std::string after_grade = ",\"20,00\",Oui,\"vendredi 2 octobre 2026, 10:30\",-,";

FilledWorksheet filled(const std::string& worksheet, const ClassResults& results = sample_class())
{
    FilledWorksheet filled = fill_worksheet(results, worksheet, "Notes-TP.csv");
    for (std::string& note : filled.notes) {
        note = test::plain(note);
    }
    return filled;
}

/// The rows of what is filled in.
std::vector<CsvRow> rows(const FilledWorksheet& filled) { return read_csv(filled.bytes, "Notes-TP.csv").rows; }

/// A class of Alice, under a key of the school's.
ClassResults class_with_key(const std::string& key)
{
    std::vector<StudentResult> students;
    sample_class().for_each_student([&](const StudentResult& student) { students.push_back(student); });
    students[0].key = key;
    return class_of(sample_exercises(), {students[0]});
}

TEST(MoodleWorksheet, IsFilledInAndAllElseKeepsItsBytes)
{
    const FilledWorksheet result = filled(head + alice + after_grade + "\r\n");
    const std::string feedback =
        "\"<h4>Atelier</h4><p><b>01a · Noter une base : 5 / 5</b></p><p><b>01b · Doubler : 4,25 / "
        "5</b></p><p>01b : 4,25 points au lieu de 5. Rendu avec 1 jour de retard : -15 %.</p>\"";
    EXPECT_EQ(test::plain(result.bytes), head + alice + "\"18,50\"" + after_grade + feedback + "\r\n");
    EXPECT_EQ(result.filled, 1U);
}

TEST(MoodleWorksheet, ListsThoseWhomItDoesNotKnow)
{
    const FilledWorksheet result =
        filled(head + alice + after_grade + "\r\nParticipant102,Inconnu,,," + after_grade + "\r\n");
    ASSERT_EQ(result.notes.size(), 3U);
    EXPECT_THAT(result.notes[0], AllOf(HasSubstr("aucune ligne de la feuille (points : 2)"), Not(HasSubstr("\x1B"))));
    EXPECT_EQ(result.notes[1], "Zoé : aucune ligne de la feuille (points : 0).");
    EXPECT_EQ(result.notes[2], "1 ligne de la feuille n'a pas de copie ; elle est restée telle quelle.");
}

TEST(MoodleWorksheet, KnowsStudentsByNumberAddressOrName)
{
    const std::string worksheet = head + alice + after_grade + "\r\n";
    for (const char* key : {"101", "Participant 101", "participant101", "Alice@Exemple.FR"}) {
        EXPECT_EQ(filled(worksheet, class_with_key(key)).filled, 1U) << key;
    }
    EXPECT_EQ(filled(worksheet, class_with_key("102")).filled, 0U);
    EXPECT_EQ(filled(head + "Participant101,\"Alice Éluard\",,," + after_grade + "\r\n", class_with_key("")).filled,
              1U);
}

TEST(MoodleWorksheet, GuessesNothingBetweenTwoOfTheSameName)
{
    const std::string row = ",\"Alice Éluard\",,," + after_grade + "\r\n";
    const std::string worksheet = head + "Participant1" + row + "Participant2" + row;
    const FilledWorksheet result = filled(worksheet, class_with_key(""));
    EXPECT_EQ(result.bytes, worksheet);
    EXPECT_EQ(result.notes.at(0), "Alice Éluard : plusieurs lignes de la feuille (points : 9,25).");
}

TEST(MoodleWorksheet, IsReadInEnglishToo)
{
    const std::string worksheet =
        "Identifier,\"Full name\",\"Email address\",Status,Grade,\"Maximum Grade\",\"Grade can be changed\",\"Last modified "
        "(grade)\",\"Feedback comments\"\nParticipant 101,\"Alice\",alice@exemple.fr,,,100.00,Yes,-,\n";
    const FilledWorksheet result = filled(worksheet);
    EXPECT_EQ(rows(result).at(1).fields.at(4), "92.50");
    EXPECT_EQ(rows(result).at(1).fields.at(5), "100.00");
}

TEST(MoodleWorksheet, ScalesExactlyAndRoundsHalvesUp)
{
    StudentResult student =
        sample_student("a", {sample_verdict(sample_exercises()[0], VerdictOutcome::graded, "pf", "perdu")});
    const auto grade = [&](int hundredths, const std::string& most) {
        student.marks[0].hundredths = hundredths;
        const FilledWorksheet result = filled("Identifiant,Nom complet,Note,Note maximale\n1,a,,\"" + most + "\"\n",
                                              class_of({sample_exercises()[0]}, {student}));
        return rows(result).at(1).fields.at(2);
    };
    EXPECT_EQ(grade(200, "20,00"), "8,00");
    EXPECT_EQ(grade(500, "20,00"), "20,00");
    EXPECT_EQ(grade(1, "1,25"), "0,00");
    EXPECT_EQ(grade(1, "2,50"), "0,01") << "half a hundredth";
    EXPECT_EQ(grade(333, "100000"), "66600,00");
    EXPECT_EQ(grade(100, "10.5"), "2.10");
}

TEST(MoodleWorksheet, KeepsWhatTheTeacherWroteAndReplacesItsOwn)
{
    const FilledWorksheet first = filled(head + alice + after_grade + "\"<p>Très bien, \"\"vraiment\"\".</p>\"\r\n");
    const std::string told = rows(first).at(1).fields.at(9);
    EXPECT_THAT(told, testing::StartsWith("<p>Très bien, \"vraiment\".</p><h4>Atelier</h4>"));
    EXPECT_EQ(filled(first.bytes).bytes, first.bytes);
}

TEST(MoodleWorksheet, IsNoPlaceForHtmlOfOthers)
{
    const FilledWorksheet result = filled(
        head + "Participant7,\"Zoé\",,," + after_grade + "\r\n" + "Participant8,\"M. x\",m@x,," + after_grade + "\r\n",
        [] {
            std::vector<StudentResult> students;
            sample_class().for_each_student([&](const StudentResult& student) { students.push_back(student); });
            students[1].key = "m@x";
            return class_of(sample_exercises(), students);
        }());
    EXPECT_EQ(result.filled, 2U);
    EXPECT_THAT(result.bytes, Not(HasSubstr("<script")));
    EXPECT_THAT(result.bytes, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; &#39;y&#39;"));
    EXPECT_THAT(result.bytes, Not(HasSubstr("\x1B")));
}

TEST(MoodleWorksheet, LeavesRowsThatMoodleWouldRefuse)
{
    const std::string worksheet = head + alice + ",\"20,00\",Non,-,-,\r\n";
    const FilledWorksheet result = filled(worksheet);
    EXPECT_EQ(result.bytes, worksheet);
    EXPECT_EQ(result.notes.at(0),
              "Alice Éluard : Moodle ne laisse pas changer cette note ; sa ligne est restée telle quelle.");
    const std::string scale = head + alice + ",\"Bien, Moyen\",Oui,-,-,\r\n";
    EXPECT_EQ(filled(scale).bytes, scale);
}

TEST(MoodleWorksheet, SavedAnewByASpreadsheetKeepsItsEncodingAndIsToldOf)
{
    const std::string worksheet = "Identifiant;Nom complet;Note;Note maximale;Feedback par commentaires\r\n"
                                  "Participant1;Zoé;;20;\r\n";
    const FilledWorksheet result = filled(to_windows_1252(worksheet).value());
    EXPECT_EQ(read_csv(result.bytes, "f").encoding, CsvEncoding::windows_1252);
    EXPECT_EQ(rows(result).at(1).fields.at(2), "0,00");
    EXPECT_THAT(result.notes.at(0), HasSubstr("a été enregistré de nouveau par un tableur"));
}

TEST(MoodleWorksheet, IsNotTakenForAnotherFile)
{
    try {
        (void)filled("Nom,Prénom\nÉluard,Alice\n");
        FAIL();
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), AllOf(HasSubstr("Notes-TP.csv n'est pas une feuille d'évaluation de Moodle"),
                                        HasSubstr("Nom, Prénom")));
    }
    EXPECT_THROW((void)filled(""), Error);
}

TEST(MoodleWorksheet, IsLeftAloneForNobodyAndAfterAFailureTellsIt)
{
    ClassResults results = class_of({}, {});
    results.failure = "Le disque est plein.";
    const std::string worksheet = head + alice + after_grade + "\r\n";
    const FilledWorksheet result = filled(worksheet, results);
    EXPECT_EQ(result.bytes, worksheet);
    EXPECT_THAT(result.notes.at(0), HasSubstr("Le disque est plein."));
}

}  // namespace
}  // namespace atelier
