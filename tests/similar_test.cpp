// SPDX-License-Identifier: MIT
// What a teacher types to see which answers resemble each other: the real executable.
#include <gmock/gmock.h>

#include "course_machine.hpp"

namespace atelier::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// An answer to 01b that only its writer would have thought of, in names of their own.
std::string long_answer(const std::string& name)
{
    std::string text = "#pragma once\n// " + name + "\n";
    for (const char* body :
         {"if (x < 0) { return -x; } return x;", "int s = 0; while (x > 0) { s += x % 10; x /= 10; } return s;",
          "for (int i = 2; i * i <= x; ++i) { if (x % i == 0) { return i; } } return x;"}) {
        std::string function = "inline int f_NAME(int x) { " + std::string(body) + " }\n";
        replace_all(function, "NAME", name);
        text += function;
    }
    return text;
}

class SimilarCommand : public testing::Test {
protected:
    SimilarCommand()
    {
        for (const char* name : {"alice", "bruno", "\x1b[31m::error::"}) {
            make_folder(copies() / name / "01b-doubler");
            write_file(copies() / name / "01b-doubler" / "reponse.hpp", long_answer(name[0] == '\x1b' ? "z" : name));
        }
        make_folder(copies() / "chloé" / "01b-doubler");
        write_file(copies() / "chloé" / "01b-doubler" / "reponse.hpp", "int x;\n");
    }
    [[nodiscard]] fs::path copies() const { return machine_.home() / "copies"; }

    Machine machine_;
};

TEST_F(SimilarCommand, ShowsAHintAndJudgesNobody)
{
    const Ran ran = machine_({"similar", copies().string()});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, StartsWith("Des réponses qui se ressemblent plus que l'exercice ne l'explique."));
    EXPECT_THAT(ran.out,
                AllOf(HasSubstr("alice et bruno\u00A0: la même réponse"), HasSubstr("De 1 réponse, trop courte")));
    EXPECT_THAT(ran.out, Not(HasSubstr("\x1b")));
    const json told = json::parse(machine_({"similar", copies().string(), "--json"}).out);
    EXPECT_EQ(told.at("exercises").at(0).at("answers"), 4);
    EXPECT_EQ(told.at("exercises").at(0).at("too_short"), json::array({"chloé"}));
}

TEST_F(SimilarCommand, LaysAnswersOutForOtherTools)
{
    const fs::path out = machine_.home() / "jplag";
    const Ran ran = machine_({"similar", copies().string(), "--only", "01b", "--jplag", out.string()});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, StartsWith("java -jar jplag.jar -l cpp -bc "));
    EXPECT_TRUE(fs::exists(out / "01b-doubler" / "copies" / "alice" / "reponse.hpp"));
    EXPECT_EQ(machine_({"similar", copies().string(), "--jplag", out.string()}).status, 2)
        << "it is not empty any more";
    EXPECT_EQ(machine_({"similar", copies().string(), "--jplag", "a", "--dolos", "b"}).status, 2);
}

TEST_F(SimilarCommand, SaysWhatItCannotRead)
{
    const Ran ran = machine_({"similar", (machine_.home() / "absent").string()});
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, AllOf(StartsWith("atelier\u00A0: "), HasSubstr("absent")));
}

}  // namespace
}  // namespace atelier::test
