// SPDX-License-Identifier: MIT
#include "reports/html.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <map>

#include "class_sample.hpp"
#include "class_synthetic.hpp"
#include "course_machine.hpp"
#include "error.hpp"
#include "files.hpp"
#include "french.hpp"
#include "message.hpp"
#include "well_formed.hpp"

namespace atelier {
namespace {

using test::plain;
using test::xml_problem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// A page's text without its style sheet and script: nobody reads those.
std::string body_of(const std::string& page)
{
    const std::size_t begin = page.find("<body>");
    return page.substr(begin, page.find("<script>", begin) - begin);
}

/// Every file of a report, by its place in it.
std::map<std::string, std::string> pages_of(const fs::path& report)
{
    std::map<std::string, std::string> pages;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(report)) {
        if (entry.is_regular_file()) {
            pages[entry.path().lexically_relative(report).string()] = read_file(entry.path());
        }
    }
    return pages;
}

class HtmlReport : public testing::Test {
protected:
    std::map<std::string, std::string> written(const ClassResults& results)
    {
        write_html_report(results, report_);
        return pages_of(report_);
    }
    /// The pages of the students of sample_class(), in their order.
    std::vector<std::string> student_pages()
    {
        std::vector<std::string> pages;
        for (const auto& [name, page] : written(sample_class())) {
            if (name != "index.html") {
                pages.push_back(page);
            }
        }
        return pages;
    }
    void TearDown() override { use_language("fr"); }

    TemporaryFolder folder_;
    fs::path report_ = folder_.path() / "rapport";
};

TEST_F(HtmlReport, IsWellFormedInBothLanguages)
{
    ClassResults failed = sample_class();
    failed.failure = std::string("Le disque est plein. ") + hostile_text;
    for (const char* language : {"fr", "en"}) {
        use_language(language);
        for (const ClassResults& results :
             {sample_class(), failed, class_of(sample_exercises(), {}), class_of({}, {}), synthetic_class(30, 26)}) {
            for (const auto& [name, page] : written(results)) {
                EXPECT_EQ(xml_problem(page), "") << name;
                EXPECT_THAT(page, HasSubstr(fmt::format("<html lang=\"{}\">", language)));
            }
        }
    }
}

TEST_F(HtmlReport, HasAPageForEachStudentLinkedFromTheClass)
{
    const std::map<std::string, std::string> pages = written(sample_class());
    ASSERT_THAT(pages, SizeIs(4));
    for (const auto& [name, page] : pages) {
        if (name != "index.html") {
            EXPECT_THAT(pages.at("index.html"), HasSubstr("href=\"" + name + "\""));
        }
    }
}

TEST_F(HtmlReport, AsksNothingOfTheNetworkAndRunsNothingElse)
{
    for (const auto& [name, page] : written(sample_class())) {
        EXPECT_THAT(page, HasSubstr("content=\"default-src 'none'; style-src 'sha256-")) << name;
        const std::string body = body_of(page);
        for (const char* forbidden :
             {"<script", "<img", "<link", "<iframe", " style=", " on", "http:", "https:", "src="}) {
            if (std::string(forbidden) == " on") {
                EXPECT_THAT(body, Not(testing::ContainsRegex("<[^>]* on[a-z]+=")));
            } else {
                EXPECT_THAT(body, Not(HasSubstr(forbidden))) << name;
            }
        }
    }
}

TEST_F(HtmlReport, TellsAStudentNothingOfTheOthersNorOfTheSeed)
{
    ClassResults secret = sample_class();
    secret.run.seed = 918'273'645;
    secret.for_each_student = [](const auto& visit) {
        sample_class().for_each_student([&](const StudentResult& student) {
            StudentResult told = student;
            for (Verdict& verdict : told.verdicts) {
                verdict.seed = 918'273'645;
                for (CheckVerdict& check : verdict.checks) {
                    check.replay = "./atelier run 01a --seed 918273645 -- compter";
                }
            }
            visit(told);
        });
    };
    const std::map<std::string, std::string> pages = written(secret);
    EXPECT_THAT(pages.at("index.html"), HasSubstr("918273645"));
    for (const auto& [name, page] : pages) {
        if (name != "index.html") {
            EXPECT_THAT(page, Not(HasSubstr("918273645"))) << name;
            EXPECT_THAT(page, Not(HasSubstr(report_.string())));
            int named = 0;
            for (const char* student : {"Alice", "alert(1)", "<bdi>Zoé"}) {
                named += body_of(page).find(student) != std::string::npos ? 1 : 0;
            }
            EXPECT_EQ(named, 1) << name;
        }
    }
}

TEST_F(HtmlReport, TellsAStudentEverythingOfTheirOwn)
{
    const std::vector<std::string> pages = student_pages();
    ASSERT_THAT(pages, SizeIs(3));
    EXPECT_THAT(pages[0], HasSubstr("9,25 / 10"));
    EXPECT_THAT(plain(pages[0]),
                HasSubstr("Points de la réponse : 5 ; après les règles de la classe : 4,25. Rendu avec 1 jour"));
    EXPECT_THAT(pages[0], HasSubstr("2026-10-02 08:30 UTC"));
    EXPECT_THAT(pages[1],
                HasSubstr("<p>Attendu : 2 lignes. Obtenu : 1 ligne.</p>\n<pre tabindex=\"0\">  nom\n  NULL</pre>"));
    EXPECT_THAT(pages[1], HasSubstr("<code>./atelier hint 01a 2</code>"));
    EXPECT_THAT(pages[1], HasSubstr("./atelier run 01a -- compter &#39;Zoé&#39;"));
    EXPECT_THAT(
        pages[2],
        HasSubstr("il manque un point-virgule.</p>\n<pre tabindex=\"0\">    3 | return 1\n      |         ^</pre>"));
    EXPECT_THAT(pages[2], HasSubstr("Aucune réponse n&#39;a été trouvée"));
}

TEST_F(HtmlReport, OfAStudentReadsAsThis)
{
    test::expect_golden(body_of(student_pages()[1]), fs::path(ATELIER_SOURCE_FOLDER) / "tests/golden/etudiant.html");
}

TEST_F(HtmlReport, ShowsTheSameMessageOnce)
{
    std::vector<GradedExercise> exercises = sample_exercises();
    write_html_report(
        class_of(exercises,
                 {sample_student("Zoé", {sample_verdict(exercises[0], VerdictOutcome::graded, "ff", "La table manque."),
                                         sample_verdict(exercises[1], VerdictOutcome::graded, "p", "")})}),
        report_);
    for (const auto& [name, page] : pages_of(report_)) {
        if (name != "index.html") {
            EXPECT_THAT(plain(page), HasSubstr("Même échec que « La base existe »."));
            EXPECT_EQ(page.find("La table manque."), page.rfind("La table manque."));
        }
    }
}

TEST_F(HtmlReport, TellsTheClassWhatWasRefusedAndWhyTheGraderStopped)
{
    ClassResults failed = sample_class();
    failed.failure = "Le disque est plein.";
    const std::string page = written(failed).at("index.html");
    EXPECT_THAT(page, HasSubstr("Le disque est plein."));
    EXPECT_THAT(page, HasSubstr("Zoé/../../etc/passwd"));
    EXPECT_THAT(page, HasSubstr("clang version 14.0.6"));
    EXPECT_THAT(page, HasSubstr("Rendu avec 1 jour de retard"));
    EXPECT_THAT(written(sample_class()).at("index.html"), Not(HasSubstr("class=\"fault\"")));
}

TEST_F(HtmlReport, TellsEachCellInWordsToo)
{
    const std::string page = written(sample_class()).at("index.html");
    EXPECT_THAT(page, HasSubstr("<td class=\"h5\" data-v=\"500\">5</td><td class=\"h4\" data-v=\"425\">4,25*</td>"));
    EXPECT_THAT(page, HasSubstr("<td class=\"h2\" data-v=\"200\">2</td><td class=\"h0\" data-v=\"0\">0</td>"));
    EXPECT_THAT(page, HasSubstr("<td class=\"nc\" data-v=\"-1\">NC</td><td class=\"no\" data-v=\"-2\">abs.</td>"));
}

TEST_F(HtmlReport, TellsStudentsOfOneNameApart)
{
    const std::vector<GradedExercise> exercises = sample_exercises();
    const std::vector<Verdict> verdicts{sample_verdict(exercises[0], VerdictOutcome::graded, "pp", {}),
                                        sample_verdict(exercises[1], VerdictOutcome::graded, "p", {})};
    std::vector<StudentResult> students{sample_student("Ana", verdicts), sample_student("Zoé", verdicts),
                                        sample_student("Zoé", verdicts)};
    students[0].key = "ana@exemple.fr";
    students[1].key = "z1@exemple.fr";
    students[2].key = "z2@exemple.fr";
    const std::map<std::string, std::string> pages = written(class_of(exercises, students));
    EXPECT_THAT(pages, SizeIs(4));
    EXPECT_THAT(pages.at("index.html"), HasSubstr("<bdi>Zoé</bdi> <bdi class=\"key\">(z1@exemple.fr)</bdi>"));
    EXPECT_THAT(pages.at("index.html"), HasSubstr("(z2@exemple.fr)"));
    EXPECT_THAT(pages.at("index.html"), Not(HasSubstr("ana@exemple.fr")));
}

TEST_F(HtmlReport, IsTheSameTwice)
{
    const std::map<std::string, std::string> first = written(synthetic_class(40, 6));
    EXPECT_EQ(first, written(synthetic_class(40, 6)));
}

TEST_F(HtmlReport, TakesThePlaceOfAnOlderOneWhole)
{
    (void)written(synthetic_class(10, 2));
    const std::map<std::string, std::string> pages = written(sample_class());
    EXPECT_THAT(pages, SizeIs(4));
    EXPECT_THAT(names_in(folder_.path()), ElementsAre("rapport"));
}

TEST_F(HtmlReport, LeavesTheOlderOneWhenItCannotBeMade)
{
    const std::map<std::string, std::string> before = written(sample_class());
    ClassResults broken = sample_class();
    broken.for_each_student = [](const auto&) { throw Error("the gradebook is gone"); };
    EXPECT_THROW(write_html_report(broken, report_), Error);
    EXPECT_EQ(pages_of(report_), before);
    EXPECT_THAT(names_in(folder_.path()), ElementsAre("rapport"));
}

TEST_F(HtmlReport, ReplacesNothingButAReport)
{
    make_folder(report_);
    write_file(report_ / "notes.txt", "à garder");
    EXPECT_THROW(write_html_report(sample_class(), report_), Error);
    EXPECT_EQ(read_file(report_ / "notes.txt"), "à garder");
    fs::remove_all(report_);
    (void)written(sample_class());
    write_file(report_ / "etudiants" / "annotee.pdf", "à garder");
    EXPECT_THROW(write_html_report(sample_class(), report_), Error);
    fs::remove(report_ / "etudiants" / "annotee.pdf");
    write_file(report_ / ".DS_Store", "what a file manager leaves");
    EXPECT_THAT(written(sample_class()), SizeIs(4));
    fs::remove_all(report_);
    fs::create_directory_symlink(folder_.path(), report_);
    EXPECT_THROW(write_html_report(sample_class(), report_), Error);
}

TEST_F(HtmlReport, OfTwoHundredStudentsTakesNoTime)
{
    const auto start = std::chrono::steady_clock::now();
    EXPECT_THAT(written(synthetic_class(200, 20)), SizeIs(201));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20)) << "0.3 s on a laptop";
}

}  // namespace
}  // namespace atelier
