// SPDX-License-Identifier: MIT
// The source lists of grader/CMakeLists.txt are the order of dependency, bottom up: proves that includes respect it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "files.hpp"
#include "show.hpp"

namespace atelier {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Each source file, and the project headers that it includes, as they are written.
using Includes = std::map<std::string, std::vector<std::string>>;

std::string header_of(const std::string& file) { return fs::path(file).replace_extension(".hpp").string(); }

/// The rank of each file of `list`: a .hpp entry stands for the header alone, a .cpp entry for itself and, unless that
/// stands above already, its header.
std::map<std::string, std::size_t> ranks(const std::vector<std::string>& list, const Includes& includes)
{
    std::map<std::string, std::size_t> result;
    for (std::size_t i = 0; i < list.size(); ++i) {
        result.emplace(list[i], i);
        if (includes.contains(header_of(list[i]))) {
            result.emplace(header_of(list[i]), i);
        }
    }
    return result;
}

/// A sentence for each file that is not listed (or listed and not there), and for each include of something that is not
/// listed strictly above.
std::vector<std::string> layering_problems(const std::vector<std::string>& list, const Includes& includes)
{
    const std::map<std::string, std::size_t> rank = ranks(list, includes);
    std::vector<std::string> problems;
    for (const std::string& entry : list) {
        if (!includes.contains(entry)) {
            problems.push_back(entry + " is listed, but there is no such file");
        }
        if (std::count(list.begin(), list.end(), entry) > 1) {
            problems.push_back(entry + " is listed twice");
        }
    }
    for (const auto& [file, included] : includes) {
        if (!rank.contains(file)) {
            problems.push_back(file + " is not listed");
            continue;
        }
        for (const std::string& header : included) {
            if (header == header_of(file) && header != file) {
                continue;
            }
            if (!rank.contains(header)) {
                problems.push_back(file + " includes " + header + ", which is not listed");
            } else if (rank.at(header) >= rank.at(file)) {
                problems.push_back(file + " includes " + header + ", which is not listed above it");
            }
        }
    }
    return problems;
}

/// The headers between quotes that `source` includes.
std::vector<std::string> included_by(const std::string& source)
{
    static const std::regex include(R"re(^\s*#\s*include\s*"([^"]*)".*)re");
    std::vector<std::string> result;
    for (const std::string_view line : lines_of(source)) {
        std::smatch match;
        const std::string text(line);
        if (std::regex_match(text, match, include)) {
            result.push_back(match[1]);
        }
    }
    return result;
}

/// The sources of the target `name` in `cmake`, in their order.
std::vector<std::string> sources_of(const std::string& cmake, const std::string& name)
{
    std::vector<std::string> result;
    std::smatch match;
    if (std::regex_search(cmake, match,
                          std::regex("add_(?:library|executable)\\(" + name + "( STATIC)?\\s([^)]*)\\)"))) {
        const std::string words = match[2];
        static const std::regex word(R"([^\s]+)");
        for (std::sregex_iterator it(words.begin(), words.end(), word), end; it != end; ++it) {
            result.push_back(it->str());
        }
    }
    return result;
}

const fs::path grader = fs::path(ATELIER_SOURCE_FOLDER) / "grader";

/// Those that no library holds: programs of their own, and what is compiled into students' programs.
bool has_rules_of_its_own(const std::string& file)
{
    return file == "main.cpp" || file == "check/main.cpp" || file.substr(0, 8) == "sandbox/" ||
           file.substr(0, 6) == "probe/";
}

Includes all_includes()
{
    Includes result;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(grader)) {
        const std::string extension = entry.path().extension().string();
        const std::string name = entry.path().lexically_relative(grader).string();
        if ((extension == ".hpp" || extension == ".cpp") && !has_rules_of_its_own(name)) {
            result[name] = included_by(read_file(entry.path()));
        }
    }
    return result;
}

std::vector<std::string> whole_list()
{
    const std::string cmake = read_file(grader / "CMakeLists.txt");
    std::vector<std::string> list;
    for (const char* library : {"atelier_core", "atelier_check", "atelier_grader"}) {
        const std::vector<std::string> sources = sources_of(cmake, library);
        EXPECT_FALSE(sources.empty()) << "no list of " << library << " was found";
        list.insert(list.end(), sources.begin(), sources.end());
    }
    return list;
}

TEST(Layering, EveryIncludeOfTheGraderGoesDown)
{
    std::string told;
    for (const std::string& problem : layering_problems(whole_list(), all_includes())) {
        told += "\n  grader/" + problem;
    }
    EXPECT_EQ(told, "") << "The lists of grader/CMakeLists.txt are the order of dependency, bottom up.";
}

TEST(Layering, ProgramsIncludeOnlyWhatTheirLibrariesHold)
{
    const std::vector<std::string> list = whole_list();
    const std::map<std::string, std::size_t> rank = ranks(list, all_includes());
    const auto last_of = [&](const char* library) {
        return rank.at(sources_of(read_file(grader / "CMakeLists.txt"), library).back());
    };
    for (const std::string& header : included_by(read_file(grader / "check" / "main.cpp"))) {
        ASSERT_TRUE(rank.contains(header)) << header;
        EXPECT_LE(rank.at(header), last_of("atelier_check"))
            << "check/main.cpp includes " << header << ", which checks programs are not linked with";
    }
    for (const std::string& header : included_by(read_file(grader / "main.cpp"))) {
        EXPECT_TRUE(rank.contains(header)) << "main.cpp includes " << header;
    }
    // What is linked statically, to be the last step into a box, knows nothing of the rest.
    Includes of_enter;
    for (const std::string& name : names_in(grader / "sandbox")) {
        of_enter["sandbox/" + name] = included_by(read_file(grader / "sandbox" / name));
    }
    EXPECT_THAT(layering_problems(sources_of(read_file(grader / "CMakeLists.txt"), "atelier-enter"), of_enter),
                IsEmpty());
}

TEST(Layering, TheProbeKnowsNothingOfTheGrader)
{
    // It is compiled into students' programs, where no file of the grader is.
    for (const std::string& name : names_in(grader / "probe")) {
        for (const std::string& header : included_by(read_file(grader / "probe" / name))) {
            EXPECT_TRUE(fs::exists(grader / "probe" / header)) << "probe/" << name << " includes " << header;
        }
    }
}

TEST(Layering, AnIncludeThatGoesUpIsFound)
{
    EXPECT_THAT(layering_problems({"low.cpp", "high.cpp"}, {{"low.hpp", {}},
                                                            {"low.cpp", {"low.hpp", "high.hpp"}},
                                                            {"high.hpp", {"low.hpp"}},
                                                            {"high.cpp", {"high.hpp"}}}),
                ElementsAre("low.cpp includes high.hpp, which is not listed above it"));
}

TEST(Layering, ACycleIsFound)
{
    EXPECT_THAT(
        layering_problems({"a.cpp", "b.cpp"},
                          {{"a.hpp", {"b.hpp"}}, {"a.cpp", {"a.hpp"}}, {"b.hpp", {"a.hpp"}}, {"b.cpp", {"b.hpp"}}}),
        ElementsAre("a.hpp includes b.hpp, which is not listed above it"));
}

TEST(Layering, AHeaderThatIncludesItselfIsFound)
{
    EXPECT_THAT(layering_problems({"a.hpp"}, {{"a.hpp", {"a.hpp"}}}),
                ElementsAre("a.hpp includes a.hpp, which is not listed above it"));
}

TEST(Layering, WhatIsNotListedIsFound)
{
    EXPECT_THAT(layering_problems({"a.cpp"}, {{"a.cpp", {"b.hpp"}}, {"b.hpp", {}}}),
                ElementsAre("a.cpp includes b.hpp, which is not listed", "b.hpp is not listed"));
    EXPECT_THAT(layering_problems({"a.cpp", "gone.cpp"}, {{"a.cpp", {}}}),
                ElementsAre("gone.cpp is listed, but there is no such file"));
}

TEST(Layering, AHeaderListedBeforeItsSourceBreaksAnHonestLoop)
{
    const Includes includes{{"error.hpp", {}},
                            {"error.cpp", {"error.hpp", "message.hpp"}},
                            {"message.hpp", {}},
                            {"message.cpp", {"message.hpp", "error.hpp"}}};
    EXPECT_THAT(layering_problems({"error.hpp", "message.cpp", "error.cpp"}, includes), IsEmpty());
    EXPECT_THAT(layering_problems({"message.cpp", "error.cpp"}, includes),
                ElementsAre("message.cpp includes error.hpp, which is not listed above it"));
}

TEST(Layering, IncludesAndListsAreReadAsTheyAreWritten)
{
    EXPECT_THAT(
        included_by("#include \"a.hpp\"\n#include <vector>\n  # include \"b/c.hpp\"  // why\n// #include \"d.hpp\"\n"),
        ElementsAre("a.hpp", "b/c.hpp"));
    EXPECT_THAT(sources_of("add_library(one STATIC\n  a.hpp\n  b/c.cpp)\nadd_library(two STATIC d.cpp)\n", "one"),
                ElementsAre("a.hpp", "b/c.cpp"));
}

}  // namespace
}  // namespace atelier
