// SPDX-License-Identifier: MIT
#include "reports/page_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "class_sample.hpp"

namespace atelier {
namespace {

using testing::MatchesRegex;
using testing::StartsWith;

TEST(PageNames, AreReadableAndPlain)
{
    PageNames names;
    EXPECT_THAT(names.next("Zoé Le Goff", ""), MatchesRegex("zoe-le-goff-[0-9a-f]{16}"));
    EXPECT_THAT(names.next("Œuf Ça", ""), StartsWith("oeuf-ca-"));
    EXPECT_THAT(names.next("E\u0301lodie", ""), StartsWith("elodie-"));
}

TEST(PageNames, OfHostileNamesAreSafeOnEverySystem)
{
    PageNames names;
    for (const std::string& name :
         {std::string(hostile_text), std::string("../../etc/passwd"), std::string("CON"), std::string(),
          std::string("-rf"), std::string("漢字"), std::string("\xFF\0\n", 3), std::string(5000, 'a')}) {
        EXPECT_THAT(names.next(name, ""), MatchesRegex("[a-z0-9][a-z0-9-]{0,58}[a-z0-9]")) << name;
    }
}

TEST(PageNames, AreUniqueWhateverTheCase)
{
    PageNames names;
    const std::string first = names.next("Zoé", "");
    const std::string other_case = names.next("ZOÉ", "");
    const std::string other_key = names.next("Zoé", "z2");
    const std::string again = names.next("Zoé", "");
    EXPECT_NE(first, other_case);
    EXPECT_NE(first, other_key);
    EXPECT_EQ(again, first + "-2") << "two students whom nothing tells apart";
}

TEST(PageNames, DoNotDependOnTheOthers)
{
    PageNames alone;
    PageNames among;
    (void)among.next("Alice", "");
    EXPECT_EQ(alone.next("Zoé", "z"), among.next("Zoé", "z"));
}

}  // namespace
}  // namespace atelier
