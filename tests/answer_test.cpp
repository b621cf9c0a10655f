// SPDX-License-Identifier: MIT
#include "answer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>

#include "files.hpp"

namespace atelier {
namespace {

using testing::HasSubstr;
using namespace std::string_literals;

class AnAnswer : public testing::Test {
protected:
    AnAnswer() { exercise_.answer = "reponse.cpp"; }

    [[nodiscard]] fs::path at(const std::string& name) const { return folder_.path() / name; }
    [[nodiscard]] Answer read(const fs::path& path) const { return read_answer(exercise_, path); }
    [[nodiscard]] std::string problem(const fs::path& path) const
    {
        const Answer answer = read(path);
        EXPECT_EQ(answer.source, "");
        return answer.problem;
    }

    Exercise exercise_;
    TemporaryFolder folder_;
};

TEST_F(AnAnswer, IsAFileOrTheFolderThatHoldsIt)
{
    write_file(at("reponse.cpp"), "int un() { return 1; }  // où\n");
    for (const fs::path& path : {at("reponse.cpp"), folder_.path()}) {
        const Answer answer = read(path);
        EXPECT_EQ(answer.source, "int un() { return 1; }  // où\n");
        EXPECT_EQ(answer.problem, "");
    }
    write_file(at("essai.txt"), "x");
    EXPECT_EQ(read(at("essai.txt")).source, "x");  // a file may have any name
}

TEST_F(AnAnswer, MayBeEmpty)
{
    write_file(at("reponse.cpp"), "");
    EXPECT_EQ(read(at("reponse.cpp")).problem, "");
}

TEST_F(AnAnswer, ThatIsMissingIsNamed)
{
    EXPECT_THAT(problem(folder_.path()), HasSubstr("Il n'y a pas de fichier reponse.cpp"));
    EXPECT_THAT(problem(at("absent/reponse.cpp")), HasSubstr("Il n'y a pas de fichier reponse.cpp"));
    EXPECT_THAT(problem(at("absent")), HasSubstr("Il n'y a pas de fichier reponse.cpp"));  // a folder, no doubt
    EXPECT_THAT(problem(at("absent.cpp")), HasSubstr("Il n'y a pas de fichier absent.cpp"));
}

TEST_F(AnAnswer, IsNeverReachedThroughALink)
{
    write_file(at("secret"), "x");
    fs::create_symlink(at("secret"), at("reponse.cpp"));
    EXPECT_THAT(problem(folder_.path()), HasSubstr("les liens ne sont pas suivis"));
    make_folder(at("folder"));
    write_file(at("folder/reponse.cpp"), "x");
    fs::create_directory_symlink(at("folder"), at("link"));
    EXPECT_THAT(problem(at("link")), HasSubstr("les liens ne sont pas suivis"));
}

TEST_F(AnAnswer, IsARegularFile)
{
    ASSERT_EQ(::mkfifo(at("reponse.cpp").c_str(), 0600), 0);
    EXPECT_THAT(problem(folder_.path()), HasSubstr("reponse.cpp n'est pas un fichier ordinaire"));
    EXPECT_THAT(problem("/dev/zero"), HasSubstr("n'est pas un fichier ordinaire"));
    fs::remove(at("reponse.cpp"));
    make_folder(at("reponse.cpp"));
    EXPECT_THAT(problem(folder_.path()), HasSubstr("reponse.cpp n'est pas un fichier ordinaire"));
}

TEST_F(AnAnswer, HasAtMostOneMebibyte)
{
    write_file(at("reponse.cpp"), std::string(std::size_t{1} << 20, ' '));
    EXPECT_EQ(read(folder_.path()).problem, "");
    write_file(at("reponse.cpp"), std::string((std::size_t{1} << 20) + 1, ' '));
    EXPECT_THAT(problem(folder_.path()), HasSubstr("dépasse 1 Mio"));
}

TEST_F(AnAnswer, IsText)
{
    for (const std::string& bytes : {"// caf\xE9\n"s, "a\0b"s, "\xFF\xFEi\0n\0t\0"s}) {
        write_file(at("reponse.cpp"), bytes);
        EXPECT_THAT(problem(folder_.path()), HasSubstr("UTF-8"));
    }
}

TEST_F(AnAnswer, ThatCannotBeReadIsNoErrorOfOurs)
{
    if (::geteuid() == 0) {
        GTEST_SKIP() << "root reads everything";
    }
    write_file(at("reponse.cpp"), "x");
    ASSERT_EQ(::chmod(at("reponse.cpp").c_str(), 0), 0);
    EXPECT_THAT(problem(folder_.path()), HasSubstr("la permission est refusée"));
}

TEST_F(AnAnswer, CannotCommandATerminalByItsName)
{
    EXPECT_THAT(problem(at("a\x1B[31m.cpp")), HasSubstr("fichier a␛[31m.cpp"));
}

}  // namespace
}  // namespace atelier
