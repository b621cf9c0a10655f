// SPDX-License-Identifier: MIT
// A student's machine: the real grader's command line on the miniature course of tests/catalog, and what it may not show.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <optional>
#include <regex>
#include <string>
#include <vector>

#include "files.hpp"
#include "process.hpp"

namespace atelier::test {

using nlohmann::json;

inline const fs::path project = ATELIER_SOURCE_FOLDER;
inline const fs::path grader_program = fs::path(ATELIER_BUILD_FOLDER) / "bin" / "atelier-grader";
inline const fs::path catalog = project / "tests" / "catalog";

struct Ran {
    int status = -1;
    std::string out;
    std::string err;
};

inline void replace_all(std::string& text, const std::string& from, const std::string& to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

inline Ran run_program(const std::vector<std::string>& arguments, const fs::path& folder,
                       const std::vector<std::string>& environment, std::optional<Identity> identity = {})
{
    Limits limits;  // none of them is what is tested: the grader has its own
    limits.wall_time = std::chrono::minutes(3);
    limits.cpu_time = std::chrono::minutes(3);
    limits.memory_bytes = ~std::size_t{0};
    limits.file_bytes = std::size_t{1} << 30U;
    limits.output_bytes = std::size_t{1} << 20U;
    const Outcome outcome = run({.arguments = arguments,
                                 .folder = folder,
                                 .environment = environment,
                                 .input = {},
                                 .limits = limits,
                                 .identity = identity});
    return {.status = outcome.end == Outcome::End::exited ? outcome.code : -1, .out = outcome.out, .err = outcome.err};
}

/// A student's machine: a folder of their own, and the grader's command line in it.
class Machine {
public:
    /// Runs the grader on `course` (the miniature one) in `folder` (the project's).
    [[nodiscard]] Ran operator()(std::vector<std::string> arguments) const
    {
        const std::string command = arguments.empty() ? std::string() : arguments.front();
        if (judges_anew && (command == "check" || command == "grade")) {
            arguments.insert(arguments.begin() + 1, "--no-cache");
        }
        arguments.insert(arguments.begin(), {grader_program.string(), "--course", course.string()});
        Ran ran = run_program(arguments, folder, environment(), identity);
        for (std::string* text : {&ran.out, &ran.err}) {
            replace_all(*text, home_.path().string(), "$HOME");
            replace_all(*text, ATELIER_BUILD_FOLDER, "$BUILD");
            replace_all(*text, project.string(), "$PROJECT");
            // The assembler quotes a name of the answer's without its accents.
            std::string plain = project.string();
            std::erase_if(plain, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
            replace_all(*text, plain, "$PROJECT");
        }
        return ran;
    }

    [[nodiscard]] std::vector<std::string> environment() const
    {
        std::vector<std::string> all = more_environment;  // the first of a name is the one that counts
        all.insert(all.end(), {"PATH=/usr/bin:/bin", "ATELIER_RACINE=" + project.string(),
                               "ATELIER_TRAVAIL=" + (home_.path() / "travail").string()});
        for (const char* name : {"HOME", "TMPDIR", "XDG_CACHE_HOME", "ATELIER_CACHE", "ATELIER_COMPILER"}) {
            if (const char* value = std::getenv(name); value != nullptr) {
                all.push_back(std::string(name) + "=" + value);
            }
        }
        return all;
    }

    /// Where this student may write; shown as $HOME.
    [[nodiscard]] const fs::path& home() const { return home_.path(); }

    fs::path folder = project;
    fs::path course = catalog;
    bool judges_anew = true;  ///< whatever an earlier test has had judged
    std::vector<std::string> more_environment;
    std::optional<Identity> identity;  ///< none: ours

private:
    TemporaryFolder home_;
};

/// What `doctor` says of this machine, asked once.
inline const json& diagnosis()
{
    static const json said = json::parse(Machine()({"doctor", "--json"}).out);
    return said;
}

inline bool has_sandbox() { return diagnosis().at("tier") == "namespaces"; }

/// The golden texts quote a compiler, a linker and paths inside the sandbox: they hold for those of Debian 12.
inline bool has_golden_tools()
{
    const std::string compiler = diagnosis().at("compiler");
    return has_sandbox() && compiler.find("clang version 14.") != std::string::npos &&
           diagnosis().at("linker") == "/usr/bin/mold";
}

/// Compares `text` with the file `golden`, or rewrites it when ATELIER_GOLDEN=write.
inline void expect_golden(const std::string& text, const fs::path& golden)
{
    const char* wish = std::getenv("ATELIER_GOLDEN");
    if (wish != nullptr && std::string(wish) == "write") {
        make_folder(golden.parent_path());
        write_file(golden, text);
        return;
    }
    ASSERT_TRUE(fs::exists(golden)) << golden
                                    << " is missing; tests/catalog/README.md says how to write it. It would say:\n"
                                    << text;
    EXPECT_EQ(text, read_file(golden)) << golden;
}

/// What no output may ever show: text of ours or of the machine's, and what changes from run to run.
inline void expect_discreet(const Ran& ran)
{
    for (const std::string& text : {ran.out, ran.err}) {
        EXPECT_THAT(text, ::testing::Not(::testing::HasSubstr("CANARI"))) << "a line of the checks or of a solution";
        EXPECT_THAT(text, ::testing::Not(::testing::HasSubstr("root:x:"))) << "a line of /etc/passwd";
        EXPECT_THAT(text, ::testing::Not(::testing::HasSubstr("/tmp/")));
        EXPECT_THAT(text, ::testing::Not(::testing::HasSubstr("\033"))) << "an escape sequence";
        EXPECT_FALSE(std::regex_search(text, std::regex("0x[0-9a-f]{5,}"))) << "an address:\n" << text;
    }
}

inline std::string exercise_of(const fs::path& answer) { return fs::exists(answer / "reponse.hpp") ? "01b" : "01a"; }

inline std::vector<std::string> passed_checks(const json& verdict)
{
    std::vector<std::string> names;
    for (const json& check : verdict.at("checks")) {
        if (check.at("status") == "passed") {
            names.push_back(check.at("name"));
        }
    }
    return names;
}

/// `name` as gtest allows a parameter to be called.
inline std::string test_name(std::string name)
{
    std::replace_if(
        name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
    return name;
}

}  // namespace atelier::test
