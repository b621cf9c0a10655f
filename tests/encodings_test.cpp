// SPDX-License-Identifier: MIT
#include "encodings.hpp"

#include <gtest/gtest.h>

#include <string>

#include "utf8.hpp"

namespace atelier {
namespace {

std::string every_byte()
{
    std::string bytes;
    for (int byte = 0; byte < 256; ++byte) {
        bytes += static_cast<char>(byte);
    }
    return bytes;
}

TEST(Encodings, WindowsWritesFrenchAndTheEuro)
{
    EXPECT_EQ(from_windows_1252("Fran\xE7oise \x8Cuvre \x80 d\x92\xE9t\xE9"), "Françoise Œuvre € d’été");
    EXPECT_EQ(to_windows_1252("Françoise Œuvre € d’été"), "Fran\xE7oise \x8Cuvre \x80 d\x92\xE9t\xE9");
}

TEST(Encodings, EveryByteOfWindowsComesBack)
{
    EXPECT_EQ(to_windows_1252(from_windows_1252(every_byte())), every_byte());
}

TEST(Encodings, WhatWindowsLacksIsNotWritten)
{
    EXPECT_FALSE(to_windows_1252("Zażółć"));
    EXPECT_FALSE(to_windows_1252("中"));
    EXPECT_FALSE(to_windows_1252("\u0080"));  // its byte is the euro's
}

TEST(Encodings, MsDosWritesFrenchCapitalsToo)
{
    EXPECT_EQ(from_code_page_850("L\x82"
                                 "a \x90tienne \xB7 \xD4ve \x87"),
              "Léa Étienne À Ève ç");
    EXPECT_TRUE(is_valid_utf8(from_code_page_850(every_byte())));
}

TEST(Encodings, AnUnknownOneIsTheOneThatMakesFrench)
{
    EXPECT_EQ(from_unknown_encoding("Léa"), "Léa");
    EXPECT_EQ(from_unknown_encoding("L\x82"
                                    "a"),
              "Léa");
    EXPECT_EQ(from_unknown_encoding("L\xE9"
                                    "a"),
              "Léa");
    EXPECT_EQ(from_unknown_encoding("No\x89l"), "Noël");
    EXPECT_EQ(from_unknown_encoding("No\xEBl"), "Noël");
    EXPECT_EQ(from_unknown_encoding("B\xEAte"), "Bête");  // not « BÛte »
    EXPECT_EQ(from_unknown_encoding("\xB0"), "░");        // nothing French in either
}

}  // namespace
}  // namespace atelier
