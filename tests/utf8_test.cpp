// SPDX-License-Identifier: MIT
#include "utf8.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace atelier {
namespace {

using namespace std::string_view_literals;

std::u32string characters(std::string_view text)
{
    const Characters range(text);
    return {range.begin(), range.end()};
}

TEST(Utf8, AcceptsEveryLengthOfSequence)
{
    EXPECT_TRUE(is_valid_utf8(""));
    EXPECT_TRUE(is_valid_utf8("Alice"));
    EXPECT_TRUE(is_valid_utf8("L'Haÿ-les-Roses"));
    EXPECT_TRUE(is_valid_utf8("€ 中"));
    EXPECT_TRUE(is_valid_utf8("😀"));
    EXPECT_TRUE(is_valid_utf8("\0"sv));
    EXPECT_TRUE(is_valid_utf8("\xF4\x8F\xBF\xBF"));  // U+10FFFF
    EXPECT_TRUE(is_valid_utf8("\xED\x9F\xBF"));      // U+D7FF, last before the surrogates
    EXPECT_TRUE(is_valid_utf8("\xEE\x80\x80"));      // U+E000, first after them
}

TEST(Utf8, RefusesOverlongForms)
{
    EXPECT_FALSE(is_valid_utf8("\xC0\x80"));
    EXPECT_FALSE(is_valid_utf8("\xC1\xBF"));
    EXPECT_FALSE(is_valid_utf8("\xE0\x9F\xBF"));
    EXPECT_FALSE(is_valid_utf8("\xF0\x8F\xBF\xBF"));
}

TEST(Utf8, RefusesSurrogates)
{
    EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));
    EXPECT_FALSE(is_valid_utf8("\xED\xBF\xBF"));
}

TEST(Utf8, RefusesWhatIsAboveTheLastCharacter)
{
    EXPECT_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));
    EXPECT_FALSE(is_valid_utf8("\xF5\x80\x80\x80"));
    EXPECT_FALSE(is_valid_utf8("\xFF"));
}

TEST(Utf8, RefusesSequencesCutShortAndStrayBytes)
{
    EXPECT_FALSE(is_valid_utf8("caf\xC3"));
    EXPECT_FALSE(is_valid_utf8("\xE2\x82"));
    EXPECT_FALSE(is_valid_utf8("\xE2\x82"
                               "a"));
    EXPECT_FALSE(is_valid_utf8("\x80"));
    EXPECT_FALSE(is_valid_utf8("caf\xE9"));  // Latin-1
}

TEST(Utf8, IteratesOverCharactersNotBytes)
{
    EXPECT_EQ(characters("aé€😀"), U"aé€😀");
    EXPECT_EQ(characters(""), U"");
}

TEST(Utf8, AMalformedByteIsOneReplacementCharacterAndLosesNothingAfterIt)
{
    EXPECT_EQ(characters("a\xE2\x82z"), U"a\uFFFD\uFFFDz");
}

TEST(Utf8, EncodesWhatItDecodes)
{
    const std::vector<char32_t> samples{U'\0',  U'a',   0x7F,   0x80,    0x7FF,   0x800,
                                        0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF};
    for (const char32_t character : samples) {
        std::string text;
        append_utf8(text, character);
        const DecodedCharacter decoded = decode_utf8(text);
        EXPECT_TRUE(decoded.valid);
        EXPECT_EQ(decoded.value, character);
        EXPECT_EQ(decoded.bytes, text.size());
    }
}

TEST(Utf8, NeverEncodesASurrogate)
{
    std::string text;
    append_utf8(text, 0xD800);
    append_utf8(text, 0x110000);
    EXPECT_EQ(text, "\uFFFD\uFFFD");
}

TEST(Utf8, WidthCountsColumnsNotBytes)
{
    EXPECT_EQ(display_width(""), 0U);
    EXPECT_EQ(display_width("Haÿ"), 3U);
    EXPECT_EQ(display_width("e\u0301"), 1U);
    EXPECT_EQ(display_width("中文"), 4U);
    EXPECT_EQ(display_width("😀"), 2U);
    EXPECT_EQ(display_width("═─│…«»"), 6U);
    EXPECT_EQ(display_width("a\u00A0b\u202Fc"), 5U);
    EXPECT_EQ(display_width("a\u200Bb"), 2U);
}

TEST(Utf8, WidthOfWhatIsNotShownIsTheWidthOfItsPicture)
{
    const std::string hostile = "a\x1B[31m\x7F\xC2\x9B\xFF\u202E";
    EXPECT_EQ(display_width(hostile), display_width(visible(hostile)));
    EXPECT_EQ(display_width("\x1B"), 1U);
}

TEST(Utf8, VisibleLeavesNothingThatCommandsATerminal)
{
    EXPECT_EQ(visible("a\x1B[31m"), "a␛[31m");
    EXPECT_EQ(visible("\0\n\t\x7F"sv), "␀␊␉␡");
    EXPECT_EQ(visible("\xC2\x9B"
                      "31m"),
              "\uFFFD31m");                          // CSI in one character
    EXPECT_EQ(visible("\u202Egrof"), "\uFFFDgrof");  // right-to-left override
    EXPECT_EQ(visible("\xFF"), "\uFFFD");
    EXPECT_EQ(visible("L'Haÿ :\u00A0中😀e\u0301"), "L'Haÿ :\u00A0中😀e\u0301");
}

}  // namespace
}  // namespace atelier
