// SPDX-License-Identifier: MIT
#include "reports/grades_table.hpp"

#include <gtest/gtest.h>

#include "class_sample.hpp"
#include "csv.hpp"
#include "french.hpp"
#include "message.hpp"

namespace atelier {
namespace {

std::string written(void (*write)(const ClassResults&, const Sink&), const ClassResults& results)
{
    std::string text;
    write(results, [&](std::string_view piece) { text += piece; });
    return text;
}

std::vector<CsvRow> rows(void (*write)(const ClassResults&, const Sink&), const ClassResults& results)
{
    return read_csv(test::plain(written(write, results)), "notes.csv").rows;
}

using Fields = std::vector<std::string>;

TEST(GradesTable, HasARowForAStudentAndAColumnForAnExercise)
{
    const std::vector<CsvRow> table = rows(write_grades_csv, sample_class());
    ASSERT_EQ(table.size(), 4U);
    EXPECT_EQ(table[0].fields, (Fields{"Étudiant", "Identifiant", "Rendu le", "01a (sur 5)", "01b (sur 5)",
                                       "Total (sur 10)", "Remarques"}));
    EXPECT_EQ(table[1].fields, (Fields{"Alice Éluard", "alice@exemple.fr", "2026-10-02T08:30:00Z", "5", "4,25", "9,25",
                                       "01b : 4,25 points au lieu de 5. Rendu avec 1 jour de retard : -15 %."}));
    EXPECT_EQ(table[3].fields, (Fields{"Zoé", "", "", "0", "0", "0", ""}));
}

TEST(GradesTable, IsWrittenAsExcelReadsItInFrance)
{
    const std::string text = written(write_grades_csv, sample_class());
    const Csv table = read_csv(text, "notes.csv");
    EXPECT_EQ(table.encoding, CsvEncoding::utf8_with_mark);
    EXPECT_EQ(table.separator, ';');
    EXPECT_EQ(text.substr(text.size() - 2), "\r\n");
}

TEST(GradesTable, IsWrittenAsExcelReadsItElsewhere)
{
    use_language("en");
    const Csv table = read_csv(written(write_grades_csv, sample_class()), "notes.csv");
    use_language("fr");
    EXPECT_EQ(table.separator, ',');
    EXPECT_EQ(table.rows[1].fields[4], "4.25");
}

TEST(GradesTable, HoldsNoFormulaAndNoCommand)
{
    ClassResults results = class_of(sample_exercises(), {sample_student("=cmd|' /C calc'!A0\x1B[2J", {})});
    EXPECT_EQ(rows(write_grades_csv, results)[1].fields[0], "'=cmd|' /C calc'!A0␛[2J");
    EXPECT_EQ(written(write_checks_csv, sample_class()).find('\x1B'), std::string::npos);
    EXPECT_EQ(written(write_checks_csv, sample_class()).find("\xE2\x80\xAE"), std::string::npos);
}

TEST(GradesTable, TellsEveryCheckInItsLongForm)
{
    const std::vector<CsvRow> table = rows(write_checks_csv, sample_class());
    ASSERT_EQ(table.size(), 10U);
    for (const CsvRow& row : table) {
        EXPECT_EQ(row.fields.size(), 10U);
    }
    EXPECT_EQ(table[1].fields, (Fields{"Alice Éluard", "alice@exemple.fr", "01a-noter", "1", "Existe", "La base existe",
                                       "réussie", "2", "2", ""}));
    EXPECT_EQ(table[6].fields[6], "perdue");
    EXPECT_EQ(table[7].fields[6], "non exécutée");
    EXPECT_EQ(table[7].fields[9],
              "reponse.cpp:3:5: il manque un point-virgule.\n\n    3 | return 1\n      |         ^");
    EXPECT_EQ(table[8].fields[9], "Cette vérification n'a pas eu lieu, pour la même raison que la première.");
}

TEST(GradesTable, IsWrittenForNobodyAndAfterAFailureToo)
{
    ClassResults results = class_of(sample_exercises(), {});
    EXPECT_EQ(rows(write_grades_csv, results).size(), 1U);
    results.failure = "Le disque est plein.";
    for (auto* write : {write_grades_csv, write_checks_csv}) {
        EXPECT_EQ(rows(write, results).back().fields,
                  (Fields{"La correction ne s'est pas terminée, et les réponses n'y sont pour rien : Le disque est "
                          "plein."}));
    }
}

}  // namespace
}  // namespace atelier
