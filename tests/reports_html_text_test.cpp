// SPDX-License-Identifier: MIT
#include "reports/html_text.hpp"

#include <gtest/gtest.h>

#include "class_sample.hpp"

namespace atelier {
namespace {

TEST(HtmlText, EscapesMarkupInTextAndInAttributes)
{
    EXPECT_EQ(html_escaped("<a href=\"x\" id='y'>&amp;").text, "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;");
    EXPECT_EQ(html_escaped("]]>").text, "]]&gt;");
    EXPECT_EQ(html_escaped("Élodie « Nguyễn » 漢字 😀").text, "Élodie « Nguyễn » 漢字 😀");
}

TEST(HtmlText, ShowsWhatCommandsInsteadOfObeying)
{
    EXPECT_EQ(html_escaped(std::string_view("a\0b\x1B[2J\n", 7)).text, "a␀b␛[2J");
    EXPECT_EQ(html_escaped("\u202Eexe.txt\u2066").text, "\uFFFDexe.txt\uFFFD");
    EXPECT_EQ(html_escaped("\xFF\xC3").text, "\uFFFD\uFFFD");
    EXPECT_EQ(html_escaped("\uFFFE\U0001FFFF\uFDD0").text, "\uFFFD\uFFFD\uFFFD") << "no page may hold those";
}

TEST(HtmlText, KeepsLinesWhereTheyAreShown)
{
    EXPECT_EQ(html_lines("a\n\tb\r<\n").text, "a\n    b␍&lt;\n");
    EXPECT_EQ(html_escaped("a\nb").text, "a␊b");
}

TEST(HtmlText, PutsOnlyHtmlIntoAPageAsItIs)
{
    EXPECT_EQ(html("<p>{} {} {}</p>", "<b>", html("<i>{}</i>", std::string("&")), 3).text,
              "<p>&lt;b&gt; <i>&amp;</i> 3</p>");
    EXPECT_EQ(html("<p title=\"{}\">", hostile_text).text.find("<script"), std::string::npos);
}

}  // namespace
}  // namespace atelier
