// SPDX-License-Identifier: MIT
// A class where most attack the machine itself, all at once: those who do not must not notice.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "hostile_course.hpp"

namespace atelier {
namespace {

using nlohmann::json;

/// An answer that does `body` whatever it is asked for.
std::string answer_that(const std::string& includes, const std::string& body)
{
    return "#include \"fourni.hpp\"\n" + includes + "namespace {\nvoid attaquer()\n{\n" + body +
           "}\n}\n"
           "void noter(SQLite::Database&, const std::string&) { attaquer(); }\n"
           "int compter(SQLite::Database&) { attaquer(); return 0; }\n";
}

std::string bomb()
{
    return answer_that("#include <sched.h>\n#include <csignal>\n#include <thread>\n#include <unistd.h>\n", R"(
    static char piles[64][4096];
    for (int i = 0;; i = (i + 1) % 64) {
        (void)!fork();
        clone([](void*) { for (;;) { fork(); } return 0; }, piles[i] + 4000, CLONE_VM | SIGCHLD, nullptr);
        try {
            std::thread([] { for (;;) { fork(); } }).detach();
        } catch (const std::exception&) {
        }
    }
)");
}

std::string hog()
{
    return answer_that("#include <cstring>\n#include <sys/mman.h>\n#include <unistd.h>\n", R"(
    for (;;) {
        for (const int partage : {MAP_SHARED, MAP_PRIVATE}) {
            void* bloc = mmap(nullptr, 1 << 24, PROT_READ | PROT_WRITE, partage | MAP_ANONYMOUS, -1, 0);
            if (bloc != MAP_FAILED) {
                std::memset(bloc, 1, 1 << 24);
            }
        }
    }
)");
}

std::string spinner()
{
    return answer_that("#include <csignal>\n#include <cstdio>\n", R"(
    for (int numero = 1; numero < NSIG; ++numero) {
        std::signal(numero, SIG_IGN);
    }
    for (volatile unsigned long n = 0;; n = n + 1) {
    }
)");
}

class HostileLoad : public test::InATier {
protected:
    void give(const std::string& student, const std::string& text) const
    {
        const fs::path folder = machine.home() / "copies" / student / "01a-noter";
        make_folder(folder);
        write_file(folder / "reponse.cpp", text);
    }
};

TEST_P(HostileLoad, Row12_HonestAnswersKeepTheirVerdictsBesideBombsHogsAndSpinners)
{
    const std::string honest = read_file(test::catalog / "answers" / "tout-juste" / "reponse.cpp");
    for (int i = 0; i < 8; ++i) {
        const std::string number = std::to_string(i);  // so that all kinds are side by side in the order of names
        give(number + "-bombe", bomb());
        give(number + "-goinfre", hog());
        give(number + "-honnete", honest);
        give(number + "-toupie", spinner());
    }
    const auto start = std::chrono::steady_clock::now();
    const test::Ran ran = machine({"grade", "copies", "--out", "resultats"});
    const auto lasted = std::chrono::steady_clock::now() - start;
    ASSERT_NE(ran.status, 2) << ran.err;
    const json told = json::parse(read_file(machine.home() / "resultats" / "results.json"));
    ASSERT_EQ(told.at("submissions").size(), 32U);
    for (const json& one : told.at("submissions")) {
        const std::string student = one.at("student");
        EXPECT_EQ(one.at("points"), student.find("honnete") == std::string::npos ? 0 : 5)
            << student << "\n"
            << test::words_of(one.at("exercises").front());
    }
    // 24 of them may each use their 2 s, twice if the machine is alone with them and once for each worker.
    EXPECT_LT(lasted, std::chrono::minutes(2));
}

INSTANTIATE_TEST_SUITE_P(namespaces, HostileLoad, ::testing::Values("namespaces"), test::no_name);
INSTANTIATE_TEST_SUITE_P(landlock, HostileLoad, ::testing::Values("landlock"), test::no_name);

}  // namespace
}  // namespace atelier
