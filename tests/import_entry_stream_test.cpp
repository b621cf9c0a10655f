// SPDX-License-Identifier: MIT
#include "import/entry_stream.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace atelier {
namespace {

using Kind = ArchiveEntry::Kind;

/// What is heard of `bytes` that come `piece` at a time.
std::vector<std::string> heard(const std::string& bytes, std::size_t piece = 1'000)
{
    std::vector<std::string> told;
    EntryStream stream(100, [&](const ArchiveEntry& entry) {
        told.push_back(std::to_string(static_cast<int>(entry.kind)) + entry.name + "=" + entry.bytes);
    });
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        stream.hear(std::string_view(bytes).substr(at, piece));
    }
    return told;
}

TEST(EntryStream, GivesBackWhatWasTold)
{
    const std::string bytes = framed({Kind::folder, "alice", ""}) +
                              framed({Kind::file, "alice/reponse.cpp", std::string("a\0b", 3)}) +
                              framed({Kind::refused, "../x", "non"});
    const std::vector<std::string> all{"0alice=", std::string("1alice/reponse.cpp=a\0b", 22), "2../x=non"};
    for (const std::size_t piece : {1U, 7U, 24U, 1'000U}) {
        EXPECT_EQ(heard(bytes, piece), all);
    }
    EXPECT_EQ(heard(bytes.substr(0, bytes.size() - 1)).size(), 2U);
}

TEST(EntryStream, HearsNothingAfterNonsense)
{
    const std::string good = framed({Kind::folder, "a", ""});
    std::string bad = good;
    bad[0] = 9;
    EXPECT_EQ(heard(good + bad + good).size(), 1U);
    EXPECT_EQ(heard(framed({Kind::file, "a", std::string(101, 'x')}) + good).size(), 0U);
    EXPECT_EQ(heard(std::string(48, '\xFF') + good).size(), 0U);
}

}  // namespace
}  // namespace atelier
