// SPDX-License-Identifier: MIT
#include "install.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include "error.hpp"
#include "support.hpp"

namespace atelier {
namespace {

using test::Variable;

TEST(Install, TheProjectIsWhereItWasBuiltUnlessToldOtherwise)
{
    {
        const Variable root("ATELIER_RACINE", std::nullopt);
        EXPECT_EQ(project_folder(), ATELIER_SOURCE_FOLDER);
    }
    {
        const Variable root("ATELIER_RACINE", "");
        EXPECT_EQ(project_folder(), ATELIER_SOURCE_FOLDER);
    }
    const Variable root("ATELIER_RACINE", "/tmp/a course");
    EXPECT_EQ(project_folder(), "/tmp/a course");
}

TEST(Install, OurProgramsAreBesideTheOneThatRuns)
{
    EXPECT_EQ(program_folder(), fs::canonical(fs::path(ATELIER_BUILD_FOLDER) / "bin"));
}

TEST(Install, TheCacheIsWhereItIsTold)
{
    const Variable cache("ATELIER_CACHE", "/tmp/cache");
    EXPECT_EQ(cache_folder(), "/tmp/cache");
    const Variable relative("ATELIER_CACHE", "cache");
    EXPECT_EQ(cache_folder(), fs::current_path() / "cache");
}

TEST(Install, TheCacheOfRootCanBeReachedByOthers)
{
    const Variable cache("ATELIER_CACHE", std::nullopt);
    if (::geteuid() != 0) {
        GTEST_SKIP() << "only root has that cache";
    }
    EXPECT_EQ(cache_folder(), "/var/cache/atelier");
}

TEST(Install, TheCacheOfAUserFollowsXdg)
{
    const bool root = ::geteuid() == 0;  // who has another cache: for a moment, we are somebody else
    ASSERT_TRUE(!root || ::seteuid(65534) == 0);
    const Variable cache("ATELIER_CACHE", std::nullopt);
    const Variable home("HOME", "/home/alice");
    {
        const Variable xdg("XDG_CACHE_HOME", "/tmp/xdg");
        EXPECT_EQ(cache_folder(), "/tmp/xdg/atelier");
    }
    const Variable xdg("XDG_CACHE_HOME", std::nullopt);
    EXPECT_EQ(cache_folder(), "/home/alice/.cache/atelier");
    const Variable homeless("HOME", std::nullopt);
    EXPECT_THROW((void)cache_folder(), Error);
    ASSERT_TRUE(!root || ::seteuid(0) == 0);
}

}  // namespace
}  // namespace atelier
