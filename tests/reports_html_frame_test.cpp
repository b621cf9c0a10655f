// SPDX-License-Identifier: MIT
#include "reports/html_frame.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "french.hpp"
#include "message.hpp"

namespace atelier {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(HtmlFrame, HashesAsBrowsersDo)
{
    // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
    EXPECT_EQ(hash_source("alert(1)"), "sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=");
}

TEST(HtmlFrame, AllowsAScriptOnlyWhereThereIsOne)
{
    EXPECT_THAT(page_head("Titre", true).text, HasSubstr("script-src 'sha256-"));
    EXPECT_THAT(page_head("Titre", false).text, Not(HasSubstr("script-src")));
    EXPECT_THAT(page_foot(false).text, Not(HasSubstr("<script")));
}

TEST(HtmlFrame, WritesTimesAndSharesForPeople)
{
    EXPECT_EQ(shown_time("2026-10-02T08:30:00Z"), "2026-10-02 08:30 UTC");
    EXPECT_EQ(shown_time("hier"), "hier");
    EXPECT_EQ(shown_time("2026-10-02T08:30:00Z<b>"), "2026-10-02T08:30:00Z<b>");
    EXPECT_EQ(test::plain(shown_percent(87)), "87 %");
}

TEST(HtmlFrame, SaysWhatIsInFrenchInAPageThatIsNot)
{
    EXPECT_EQ(in_french().text, "");
    use_language("en");
    EXPECT_EQ(in_french().text, " lang=\"fr\"");
    EXPECT_EQ(shown_percent(87), "87%");
    use_language("fr");
}

}  // namespace
}  // namespace atelier
