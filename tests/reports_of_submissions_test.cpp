// SPDX-License-Identifier: MIT
// The reports that are a file for each submission: Gradescope's, Exercism's, GitHub Classroom's.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nettle/base64.h>

#include <nlohmann/json.hpp>

#include "class_sample.hpp"
#include "files.hpp"
#include "french.hpp"
#include "reports/classroom.hpp"
#include "reports/exercism.hpp"
#include "reports/gradescope.hpp"
#include "reports/runner_commands.hpp"
#include "utf8.hpp"

namespace atelier {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using Write = void (*)(const ClassResults&, const fs::path&);

/// The files of the report on `results`, by their paths.
std::map<std::string, std::string> files(Write write, const ClassResults& results)
{
    const TemporaryFolder folder;
    write(results, folder.path() / "r");
    std::map<std::string, std::string> found;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder.path() / "r")) {
        if (entry.is_regular_file()) {
            found[entry.path().lexically_relative(folder.path() / "r").string()] = read_file(entry.path());
        }
    }
    return found;
}

json one_of(Write write, const ClassResults& results, const std::string& name)
{
    return json::parse(files(write, results).at(name));
}

ClassResults alone(std::size_t which)
{
    std::vector<StudentResult> students;
    sample_class().for_each_student([&](const StudentResult& student) { students.push_back(student); });
    return class_of(sample_exercises(), {students[which]});
}

ClassResults failed()
{
    ClassResults results = class_of(sample_exercises(), {});
    results.failure = "Le disque est plein.";
    return results;
}

/// What Gradescope's documentation asks of results.json.
void expect_gradescope(const json& file)
{
    EXPECT_TRUE(file.at("score").is_number());
    for (const char* format : {"output_format", "test_output_format", "test_name_format"}) {
        EXPECT_EQ(file.at(format), "text");
    }
    EXPECT_EQ(file.at("visibility"), "visible");
    EXPECT_EQ(file.at("stdout_visibility"), "hidden");
    EXPECT_EQ(file.dump().find("seed"), std::string::npos) << "nobody learns how data are drawn";
    for (const json& test : file.at("tests")) {
        EXPECT_TRUE(test.at("status") == "passed" || test.at("status") == "failed");
        EXPECT_LE(test.at("score"), test.at("max_score"));
        EXPECT_TRUE(test.at("name").is_string() && test.at("number").is_string());
        EXPECT_EQ(test.at("visibility"), "visible");
        EXPECT_EQ(test.contains("output"), test.at("status") == "failed");
    }
}

TEST(Gradescope, HasAFileForEachStudentAsItsReaderWants)
{
    const auto all = files(write_gradescope, sample_class());
    EXPECT_EQ(all.size(), 3U);
    for (const auto& [name, text] : all) {
        SCOPED_TRACE(name);
        expect_gradescope(json::parse(text));
    }
    EXPECT_TRUE(all.contains("Alice Éluard.json"));
}

TEST(Gradescope, CountsTheMarkNotThePoints)
{
    const json file = one_of(write_gradescope, alone(0), "results.json");
    EXPECT_EQ(file.at("score"), 9.25);
    EXPECT_EQ(test::plain(file.at("output")), "01b : 4,25 points au lieu de 5. Rendu avec 1 jour de retard : -15 %.");
    EXPECT_EQ(file.at("tests").at(2).at("number"), "2.1");
    EXPECT_EQ(file.at("tests").at(2).at("score"), 5);
}

TEST(Gradescope, KeepsTheSeedThatDrewTheData)
{
    StudentResult student =
        sample_student("a", {sample_verdict(sample_exercises()[1], VerdictOutcome::graded, "f", "perdu")});
    student.verdicts[0].checks[0].replay = "./atelier run 01b --seed 445838787770 -- entier 466";
    const json file = one_of(write_gradescope, class_of({sample_exercises()[1]}, {student}), "results.json");
    EXPECT_EQ(file.dump().find("445838787770"), std::string::npos);
}

TEST(Gradescope, TellsWhyAnAnswerEarnedNothing)
{
    const json file = one_of(write_gradescope, alone(2), "results.json");
    EXPECT_EQ(file.at("score"), 0);
    EXPECT_THAT(file.at("tests").at(0).at("output").get<std::string>(), HasSubstr("il manque un point-virgule"));
}

TEST(Gradescope, IsThereWhenTheGraderFailed)
{
    const json file = one_of(write_gradescope, failed(), "results.json");
    expect_gradescope(file);
    EXPECT_THAT(file.at("output").get<std::string>(), HasSubstr("Le disque est plein."));
    expect_gradescope(one_of(write_gradescope, class_of({}, {}), "results.json"));
}

std::size_t length(const std::string& text)
{
    const Characters characters(text);
    return static_cast<std::size_t>(std::distance(characters.begin(), characters.end()));
}

/// What Exercism's specification asks of results.json, version 3.
void expect_exercism(const json& file)
{
    EXPECT_EQ(file.at("version"), 3);
    const std::string status = file.at("status");
    EXPECT_EQ(file.at("message").is_string(), status == "error");
    EXPECT_EQ(file.at("tests").empty(), status == "error");
    bool lost = false;
    for (const json& test : file.at("tests")) {
        EXPECT_LE(length(test.at("name")), 500U);
        lost = lost || test.at("status") != "pass";
        EXPECT_EQ(test.contains("message"), test.at("status") != "pass");
        EXPECT_TRUE(!test.contains("task_id") || test.at("task_id").is_number_unsigned());
    }
    EXPECT_EQ(lost, status == "fail");
}

TEST(Exercism, HasAFileForEachAnswerAsItsReaderWants)
{
    const auto all = files(write_exercism, sample_class());
    EXPECT_EQ(all.size(), 6U);
    for (const auto& [name, text] : all) {
        SCOPED_TRACE(name);
        expect_exercism(json::parse(text));
    }
    const json perfect = json::parse(all.at("Alice Éluard/01a-noter.json"));
    EXPECT_EQ(perfect.at("status"), "pass");
    EXPECT_EQ(perfect.at("tests").at(1).at("task_id"), 2);
    EXPECT_EQ(json::parse(all.at("Zoé/01a-noter.json")).at("status"), "error");
}

TEST(Exercism, IsThereWhenTheGraderFailed)
{
    expect_exercism(one_of(write_exercism, failed(), "results.json"));
    expect_exercism(one_of(write_exercism, class_of({}, {}), "results.json"));
}

TEST(Exercism, CutsBetweenCharacters)
{
    EXPECT_EQ(first_characters("été", 3, 100), "été");
    EXPECT_EQ(first_characters("étés", 3, 100), "ét…");
    EXPECT_EQ(first_characters("", 3, 100), "");
    EXPECT_EQ(first_characters("été", 3, 5), "été");
    EXPECT_EQ(first_characters("étéé", 9, 6), "ét…");
    StudentResult student = sample_student(
        "a", {sample_verdict(sample_exercises()[1], VerdictOutcome::does_not_compile, "n", std::string(70'000, 'e'))});
    for (int i = 0; i < 40'000; ++i) {
        student.verdicts[0].message += "é";
    }
    const std::string message =
        one_of(write_exercism, class_of({sample_exercises()[1]}, {student}), "results.json").at("message");
    EXPECT_LE(message.size(), 65'535U);
    EXPECT_TRUE(is_valid_utf8(message));
}

json decoded(const std::string& line)
{
    std::string text(BASE64_DECODE_LENGTH(line.size()), '\0');
    std::size_t size = text.size();
    base64_decode_ctx context;
    ::base64_decode_init(&context);
    EXPECT_EQ(line.find('\n'), line.size() - 1);
    EXPECT_TRUE(::base64_decode_update(&context, &size, reinterpret_cast<std::uint8_t*>(text.data()), line.size() - 1,
                                       line.data()));
    EXPECT_TRUE(::base64_decode_final(&context));
    return json::parse(text.substr(0, size));
}

TEST(Classroom, HasScoresThatAddUpToTheMark)
{
    const json file = decoded(files(write_classroom, alone(0)).at("result.txt"));
    EXPECT_EQ(file.at("version"), 1);
    EXPECT_EQ(file.at("max_score"), 10);
    double sum = 0;
    for (const json& test : file.at("tests")) {
        sum += test.at("score").get<double>();
    }
    EXPECT_EQ(sum, 9.25);
    EXPECT_EQ(decoded(files(write_classroom, sample_class()).at("Zoé.txt")).at("status"), "fail");
}

TEST(Classroom, SaysNothingThatARunnerWouldObey)
{
    EXPECT_EQ(without_commands("a\n  ::error::z\nstd::string ##[error]"), "a\n|   ::error::z\nstd::string # #[error]");
    const json file = decoded(files(write_classroom, alone(1)).at("result.txt"));
    EXPECT_EQ(file.dump().find("##["), std::string::npos);
}

TEST(Classroom, IsThereWhenTheGraderFailed)
{
    const json file = decoded(files(write_classroom, failed()).at("result.txt"));
    EXPECT_EQ(file.at("status"), "error");
    EXPECT_EQ(file.at("max_score"), 10);
    EXPECT_THAT(file.at("tests").at(0).at("message").get<std::string>(), HasSubstr("Le disque est plein."));
}

}  // namespace
}  // namespace atelier
