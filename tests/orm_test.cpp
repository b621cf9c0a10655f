// SPDX-License-Identifier: MIT
// The mini-ORM of lessons 11 to 13, as a library: each header alone, all of it under the sanitizers, and no line of it that
// says one thing in orm/ and another in the reference of the exercise that asks for it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "files.hpp"
#include "process.hpp"
#include "toolchain.hpp"

namespace atelier {
namespace {

namespace fs = std::filesystem;

const fs::path root = ATELIER_SOURCE_FOLDER;

std::vector<std::string> compilers()
{
    std::vector<std::string> found{"/usr/bin/clang++", "/usr/bin/g++"};
    std::erase_if(found, [](const std::string& path) { return ::access(path.c_str(), X_OK) != 0; });
    return found;
}

/// Compiles in `folder`, the mini-ORM being where its users have it, with every warning an error.
Outcome compile(const fs::path& folder, const std::string& compiler, const std::vector<std::string>& more)
{
    Command command;
    command.arguments = {compiler,       "-std=c++20", "-Wall",
                         "-Wextra",      "-Wpedantic", "-Wshadow",
                         "-Wconversion", "-Werror",    "-I" + (root / "orm").string()};
    command.arguments.insert(command.arguments.end(), more.begin(), more.end());
    command.folder = folder;
    command.environment = {"PATH=/usr/bin", "LC_ALL=C.UTF-8"};
    command.limits = compile_limits();
    return run(command);
}

std::vector<std::string> headers()
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(root / "orm")) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

TEST(Orm, HeadersCompileAlone)
{
    ASSERT_THAT(headers(), testing::IsSupersetOf({"orm.hpp", "table.hpp", "suivi.hpp", "session.hpp"}));
    const TemporaryFolder folder;
    for (const std::string& name : headers()) {
        write_file(folder.path() / (name + ".cpp"), "#include \"" + name + "\"\n");
        const std::string compiler = compilers().at(0);  // the tour is compiled by all of them
        const Outcome outcome = compile(folder.path(), compiler, {"-fsyntax-only", name + ".cpp"});
        EXPECT_TRUE(outcome.succeeded()) << compiler << ", " << name << "\n" << outcome.err;
    }
}

TEST(Orm, IsCleanUnderTheSanitizers)
{
    for (const std::string& compiler : compilers()) {
        const TemporaryFolder folder;
        const Outcome compiled =
            compile(folder.path(), compiler,
                    {"-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all",
                     (root / "tests/orm/tour.cpp").string(), "-o", "tour", "-lSQLiteCpp", "-lsqlite3"});
        ASSERT_TRUE(compiled.succeeded()) << compiler << "\n" << compiled.err;
        Command command;
        command.arguments = {(folder.path() / "tour").string()};
        command.folder = folder.path();
        command.limits.reserved_bytes = std::size_t{1} << 45;  // AddressSanitizer's shadow
        const Outcome outcome = run(command);
        EXPECT_TRUE(outcome.succeeded() && outcome.err.empty()) << compiler << "\n" << outcome.err;
    }
}

/// The lines of code of a file, in order: neither comments, nor blanks, nor what only makes it a file.
std::vector<std::string> code_of(const fs::path& path)
{
    std::vector<std::string> lines;
    const std::string text = read_file(path);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string line = text.substr(at, end - at);
        at = end + 1;
        line.erase(std::min(line.find("//"), line.size()));
        line.erase(line.find_last_not_of(' ') + 1);
        line.erase(0, std::min(line.find_first_not_of(' '), line.size()));
        if (!line.empty() && line[0] != '#' && line != "namespace orm {") {
            lines.push_back(line);
        }
    }
    return lines;
}

/// A reference, and what it is a copy of; `elsewhere` names what else of orm/ its exercise gives, declares or leaves out.
struct Copy {
    std::string exercise;
    std::vector<std::string> headers;
    std::vector<std::string> elsewhere;
};

TEST(Orm, ReferencesAreItsOwnLines)
{
    const std::vector<std::string> query{"template <Entite T>",
                                         "class Query;",
                                         "template <Entite T>",
                                         "Query<T> query()",
                                         "{",
                                         "return Query<T>(*this);",
                                         "}"};
    const std::vector<std::string> optional{"template <class T>", "inline constexpr bool est_optionnel = false;",
                                            "template <class T>",
                                            "inline constexpr bool est_optionnel<std::optional<T>> = true;"};
    for (const Copy& copy : std::vector<Copy>{{"11b-convertir", {"conversion.hpp"}, optional},
                                              {"11c-depuis-ligne", {"ligne.hpp"}, {}},
                                              {"11d-create-all", {"creation.hpp"}, {}},
                                              {"12b-interroger", {"requete.hpp"}, {}},
                                              {"12c-un-seul-objet", {"session.hpp"}, query},
                                              {"12d-modifier", {"ecriture.hpp", "session.hpp"}, query},
                                              {"12e-annuler", {"session.hpp"}, query}}) {
        std::vector<std::string> ours;
        for (const std::string& header : copy.headers) {
            const std::vector<std::string> more = code_of(root / "orm" / header);
            ours.insert(ours.end(), more.begin(), more.end());
        }
        std::vector<std::string> left = code_of(root / "exercises" / copy.exercise / "fourni.hpp");
        left.insert(left.end(), copy.elsewhere.begin(), copy.elsewhere.end());
        std::multiset<std::string> allowed(left.begin(), left.end());
        for (std::size_t i = 1; i < copy.headers.size(); ++i) {
            allowed.insert("}");  // of the namespace that each header closes
        }

        const std::vector<std::string> reference = code_of(root / "solutions" / copy.exercise / "reponse.hpp");
        auto next = reference.begin();
        for (const std::string& line : ours) {
            if (next != reference.end() && *next == line) {
                ++next;
            } else if (const auto known = allowed.find(line); known != allowed.end()) {
                allowed.erase(known);
            } else {
                ADD_FAILURE() << "the reference of " << copy.exercise << " does not say, where orm/ does:\n  " << line;
                break;
            }
        }
        EXPECT_TRUE(next == reference.end()) << "orm/ does not say, where the reference of " << copy.exercise
                                             << " does:\n  " << (next == reference.end() ? "" : *next);
    }
}

}  // namespace
}  // namespace atelier
