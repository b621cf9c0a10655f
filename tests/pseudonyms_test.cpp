// SPDX-License-Identifier: MIT
#include "pseudonyms.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <set>

#include "error.hpp"
#include "files.hpp"

namespace atelier {
namespace {

TEST(PseudonymsOfPeople, DependOnTheKeyAndTheNameAlone)
{
    const TemporaryFolder folder;
    const fs::path key = folder.path() / "clé";
    const Pseudonyms first(key);
    EXPECT_EQ(first.of("Zoé"), Pseudonyms(key).of("Zoé"));
    EXPECT_NE(first.of("Zoé"), Pseudonyms(folder.path() / "autre").of("Zoé"));
    std::set<std::string> seen;
    for (int i = 0; i < 10'000; ++i) {
        seen.insert(first.of(std::to_string(i)));
    }
    EXPECT_EQ(seen.size(), 10'000U);
    struct stat status {};
    ASSERT_EQ(::stat(key.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

// RFC 4231, test case 2, has another key; this value was computed with Python's hmac module.
TEST(PseudonymsOfPeople, AreAKeyedDigestOfTheName)
{
    const TemporaryFolder folder;
    write_file(folder.path() / "k", std::string(64, '0') + '\n');
    EXPECT_EQ(Pseudonyms(folder.path() / "k").of("Alice"), "8FDK1-5N4MK");
}

TEST(PseudonymsOfPeople, NeedAKeyThatIsOne)
{
    const TemporaryFolder folder;
    for (const std::string& bad : {std::string(), std::string(63, '0'), std::string(64, 'x'), std::string(200, '0')}) {
        write_file(folder.path() / "k", bad);
        EXPECT_THROW(Pseudonyms(folder.path() / "k"), Error) << bad;
    }
    EXPECT_THROW(Pseudonyms(folder.path() / "absent" / "k"), Error);
}

}  // namespace
}  // namespace atelier
