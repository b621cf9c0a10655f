// SPDX-License-Identifier: MIT
#include "similarity/cpp_words.hpp"

#include <gmock/gmock.h>

namespace atelier {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::uint64_t> words_of(std::string_view source)
{
    std::vector<std::uint64_t> words;
    for (const CppWord& word : cpp_words(source)) {
        words.push_back(word.word);
    }
    return words;
}

TEST(CppWords, AreTheSameUnderADisguise)
{
    EXPECT_EQ(words_of("int somme(int a, int b) { return a + b; }"),
              words_of("// la somme\nint\ttotal(int x,\n          int /* le second */ y)\n{\n  return x+y;\n}\n"));
    EXPECT_EQ(words_of("if (a and not b) {}"), words_of("if (a && !b) {}"));
    EXPECT_EQ(words_of("x = 12 + 'a';"), words_of("y = 0x1F'FFuz + '\\n';"));
    EXPECT_EQ(words_of("#include <vector>\n#pragma once\nint a;"), words_of("#include \\\n \"x.hpp\"\nint a;"));
    EXPECT_EQ(words_of("été = élève;"), words_of("a = b;"));
}

TEST(CppWords, DifferWhereTheProgramDoes)
{
    EXPECT_NE(words_of("a + b"), words_of("a - b"));
    EXPECT_NE(words_of("a->b"), words_of("a.b"));
    EXPECT_NE(words_of("while (a)"), words_of("if (a)"));
    EXPECT_NE(words_of("#if X"), words_of("#include X"));
}

TEST(CppWords, OfATextAreItsOwn)
{
    EXPECT_EQ(words_of("\"SELECT nom FROM t WHERE age > 10\""),
              words_of("R\"sql(\n select  nom\nfrom t where age>11)sql\""));
    EXPECT_EQ(words_of("\"SELECT nom \" \"FROM t\""), words_of("\"SELECT nom FROM t\""));
    EXPECT_NE(words_of("\"SELECT nom FROM t\""), words_of("\"SELECT age FROM t\""));
    EXPECT_EQ(words_of("u8\"a\\\"b\""), words_of("\"a\\n b\""));
    EXPECT_EQ(words_of("f(\"a\"), g(\"b\")").size(), 11U);
}

TEST(CppWords, KnowTheirLines)
{
    const std::vector<CppWord> words = cpp_words("a\n/*\n*/ b R\"(\nc\n)\" d \\\n e");
    std::vector<std::uint32_t> lines;
    for (const CppWord& word : words) {
        lines.push_back(word.line);
    }
    EXPECT_THAT(lines, testing::ElementsAre(1, 3, 3, 4, 5, 6));
}

TEST(CppWords, AreFoundInAnyBytes)
{
    EXPECT_THAT(words_of(""), IsEmpty());
    EXPECT_THAT(words_of(" \n/* never closed"), IsEmpty());
    EXPECT_THAT(words_of("// \\\n still a comment"), IsEmpty());
    for (const char* source : {"\"never closed", "R\"x(never closed", "R\"", "'", "\\", "#", "#include", "0x", "1e+",
                               "\xff\xfe", "R\"12345678901234567(x)12345678901234567\"", "u8", "L'"}) {
        EXPECT_LE(words_of(source).size(), 30U) << source;
    }
    EXPECT_THAT(words_of(std::string_view("\0a\0", 3)), SizeIs(1));
}

TEST(CppWords, AreOnlySoMany)
{
    EXPECT_THAT(cpp_words(std::string(1'000'000, ';')), SizeIs(50'000));
    EXPECT_THAT(cpp_words("\"a b c d\" e", 3), SizeIs(3));
}

}  // namespace
}  // namespace atelier
