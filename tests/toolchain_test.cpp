// SPDX-License-Identifier: MIT
#include "toolchain.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "error.hpp"
#include "support.hpp"

namespace atelier {
namespace {

using test::Variable;
using testing::Contains;
using testing::HasSubstr;
using testing::StartsWith;

/// A cache of our own, empty, where the programs of a box can reach it.
class FreshCache {
public:
    FreshCache() { share_with_sandbox(folder_.path()); }
    /// The folders of what was prepared.
    [[nodiscard]] std::vector<fs::path> prepared() const
    {
        std::vector<fs::path> result;
        for (const std::string& name : names_in(folder_.path())) {
            if (fs::is_directory(folder_.path() / name)) {
                result.push_back(folder_.path() / name);
            }
        }
        return result;
    }

private:
    TemporaryFolder folder_;
    Variable cache_{"ATELIER_CACHE", folder_.path().string()};
};

TEST(Toolchain, FindsTheToolsOfThisMachine)
{
    const Variable unnamed("ATELIER_COMPILER", std::nullopt);
    const Tools tools = find_tools();
    EXPECT_EQ(::access(tools.compiler.c_str(), X_OK), 0);
    EXPECT_EQ(tools.clang, tools.compiler.string().find("clang") != std::string::npos);
    if (::access("/usr/bin/clang++", X_OK) == 0) {
        EXPECT_EQ(tools.compiler, "/usr/bin/clang++");
    }
    EXPECT_EQ(!tools.mold.empty(), ::access("/usr/bin/mold", X_OK) == 0);
    const Variable empty("ATELIER_COMPILER", "");
    EXPECT_EQ(find_tools().compiler, tools.compiler);
}

TEST(Toolchain, TakesTheCompilerThatIsNamed)
{
    const Variable named("ATELIER_COMPILER", "/bin/true");
    EXPECT_EQ(find_tools().compiler, "/bin/true");
    EXPECT_FALSE(find_tools().clang);
    const Variable absent("ATELIER_COMPILER", "/nowhere/clang++");
    try {
        (void)find_tools();
        FAIL() << "no Error";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("/nowhere/clang++"));
    }
}

TEST(Toolchain, IsPreparedOnceEvenByTwoAtOnce)
{
    const FreshCache cache;
    std::vector<Toolchain> chains(2);
    {
        std::vector<std::jthread> threads;
        for (Toolchain& chain : chains) {
            threads.emplace_back([&chain] { chain = prepare_toolchain(); });
        }
    }
    ASSERT_EQ(cache.prepared().size(), 1U);
    const fs::path machine = cache.prepared().front() / "machine.json";
    const auto written = fs::last_write_time(machine);
    chains.push_back(prepare_toolchain());
    EXPECT_EQ(fs::last_write_time(machine), written);
    for (const Toolchain& chain : chains) {
        EXPECT_EQ(chain.folder, cache.prepared().front());
        EXPECT_EQ(chain.sanitizer_bytes, chains.front().sanitizer_bytes);
        EXPECT_THAT(chain.version, chain.tools.clang ? HasSubstr("clang") : HasSubstr("g++"));
        EXPECT_EQ(chain.tier, why_not(Tier::namespaces).empty() ? Tier::namespaces : Tier::none);
    }
    // AddressSanitizer reserves terabytes; what counts as data is gigabytes.
    EXPECT_GT(chains.front().sanitizer_bytes, std::size_t{1} << 30);
}

TEST(Toolchain, CannotBeTamperedWithFromABox)
{
    const Toolchain chain = prepare_toolchain();
    for (const char* name : {".", "prelude.hpp", "sonde.o", "objects", "enter", "machine.json"}) {
        EXPECT_EQ(::access((chain.folder / name).c_str(), R_OK), 0) << name;
    }
    const TemporaryFolder folder;
    share_with_sandbox(folder.path());
    make_folder(folder.path() / "work");
    give_to_sandbox(folder.path() / "work");
    Box box = chain.box(folder.path() / "work", "/construction", true);
    box.tier = Tier::namespaces;
    if (!why_not(Tier::namespaces).empty()) {
        GTEST_SKIP() << why_not(Tier::namespaces);
    }
    EXPECT_EQ(
        run_in(
            box,
            {"/bin/sh", "-c",
             "cat /atelier/prelude.hpp > /dev/null && echo read; for f in essai objects/essai prelude.hpp; do (: > /atelier/$f) 2> /dev/null && echo written; done"},
            {})
            .out,
        "read\n");
}

TEST(Toolchain, IsPreparedAgainWhenItsRecordIsDamaged)
{
    // As a power cut leaves it: the name is there, the bytes are not.
    const FreshCache cache;
    const Toolchain first = prepare_toolchain();
    const fs::path machine = first.folder / "machine.json";
    write_file(machine, "");
    const Toolchain again = prepare_toolchain();
    EXPECT_EQ(again.version, first.version);
    EXPECT_NE(read_file(machine), "");
}

TEST(Toolchain, WithoutAPlaceForItsCacheIsAnError)
{
    const Variable cache("ATELIER_CACHE", "/proc/nowhere");
    EXPECT_THROW((void)prepare_toolchain(), Error);
}

TEST(Toolchain, ShowsItselfInABoxAsItsArgumentsSay)
{
    Toolchain chain;
    chain.tools.compiler = "/usr/bin/clang++";
    chain.tools.clang = true;
    chain.folder = "/cache/chain";
    const Box box = chain.box("/tmp/work", "/construction", true);
    EXPECT_EQ(box.at("/tmp/work/reponse.cpp"), "/construction/reponse.cpp");
    EXPECT_EQ(box.at("/cache/chain/sonde.o"), "/atelier/sonde.o");
    EXPECT_TRUE(box.tools);
    EXPECT_FALSE(box.proc);
    EXPECT_TRUE(box.folder.writable);
    EXPECT_FALSE(box.mounts.front().writable);
    const std::vector<std::string> arguments = chain.compile_arguments(box);
    EXPECT_EQ(arguments.front(), "/usr/bin/clang++");
    for (const char* argument : {"-std=c++20", "-fsanitize=address,undefined", "/atelier/prelude.pch", "-I/atelier"}) {
        EXPECT_THAT(arguments, Contains(argument));
    }
    chain.tools.clang = false;
    EXPECT_THAT(chain.compile_arguments(box), Contains("/atelier/prelude.hpp"));
    chain.tier = Tier::none;
    EXPECT_THAT(chain.compile_arguments(chain.box("/tmp/work", "/construction", true)), Contains("-I/cache/chain"));
}

}  // namespace
}  // namespace atelier
