// SPDX-License-Identifier: MIT
#include "check/sanitizer_report.hpp"

#include <gmock/gmock.h>

#include <map>

#include "french.hpp"

namespace atelier::check {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// Knows the places of these offsets, and no others.
Symbolizer knowing(const std::map<std::string, std::string>& places)
{
    return [places](const std::vector<std::string>& offsets) {
        std::vector<std::string> result;
        for (const std::string& offset : offsets) {
            const auto found = places.find(offset);
            result.push_back(found == places.end() ? "??:0" : found->second);
        }
        return result;
    };
}

/// What the report says, with blanks that can be typed.
std::string explained(std::string_view err, const Symbolizer& symbolizer)
{
    return test::plain(explain_sanitizers(err, "reponse.cpp", symbolizer));
}

const Symbolizer nothing = knowing({});

/// A report of clang 14's, its addresses shortened.
const std::string use_after_free = R"(=================================================================
==12==ERROR: AddressSanitizer: heap-use-after-free on address 0x602000000014 at pc 0x555f bp 0x7ffd sp 0x7ffd
READ of size 4 at 0x602000000014 thread T0
    #0 0x555f1235d8f6  (/programme/programme+0xe38f6) (BuildId: 35fb)
    #1 0x7f590bc45249  (/lib/x86_64-linux-gnu/libc.so.6+0x27249) (BuildId: 93ac)

0x602000000014 is located 4 bytes inside of 12-byte region [0x602000000010,0x60200000001c)
freed by thread T0 here:
    #0 0x555f1235b8dd  (/programme/programme+0xe18dd) (BuildId: 35fb)
    #1 0x555f1235d834  (/programme/programme+0xe3834) (BuildId: 35fb)

previously allocated by thread T0 here:
    #0 0x555f1235b08d  (/programme/programme+0xe108d) (BuildId: 35fb)
    #1 0x555f1235d7c9  (/programme/programme+0xe37c9) (BuildId: 35fb)
)";

TEST(SanitizerReport, IsEmptyWhenThereIsNone)
{
    EXPECT_THAT(explained("", nothing), IsEmpty());
    EXPECT_THAT(explained("SQLite error: no such table\n", nothing), IsEmpty());
}

TEST(SanitizerReport, TellsEachPlaceOfTheStudentsOwnOnce)
{
    const Symbolizer symbolizer = knowing({{"0xe38f6", "/construction/reponse.cpp:12"},
                                           {"0xe18dd", "/build/asan_new_delete.cpp:152"},
                                           {"0xe3834", "/construction/reponse.cpp:11"},
                                           {"0xe37c9", "reponse.cpp:10"}});
    EXPECT_EQ(
        explained(use_after_free, symbolizer),
        "Le programme lit ou écrit dans une mémoire déjà libérée : un pointeur, une référence ou une vue (string_view, span) a survécu à ce qu'il désignait.\n"
        "C'est à la ligne 12 de reponse.cpp. Cette mémoire a été libérée à la ligne 11 de reponse.cpp. Cette mémoire est allouée à la ligne 10 de reponse.cpp.");
}

TEST(SanitizerReport, NamesNoLineOfAnotherFile)
{
    const Symbolizer symbolizer =
        knowing({{"0xe38f6", "/construction/programme.cpp:12"}, {"0xe3834", "/usr/include/c++/12/reponse.cpp.h:3"}});
    EXPECT_THAT(explained(use_after_free, symbolizer), Not(HasSubstr("ligne")));
}

TEST(SanitizerReport, SaysWhatHappenedWithoutASymbolizer)
{
    const Symbolizer none = [](const std::vector<std::string>&) { return std::vector<std::string>(); };
    EXPECT_THAT(explained(use_after_free, none), HasSubstr("déjà libérée"));
}

TEST(SanitizerReport, DoesNotTakeTheAllocationForTheAccess)
{
    const std::string report = R"(==13704==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x602000000020
READ of size 4 at 0x602000000020 thread T0
    #0 0x55d500157cc3  (/usr/lib/libsqlite3.so.0+0xe3cc3)

0x602000000020 is located 4 bytes to the right of 12-byte region [0x602000000010,0x60200000001c)
allocated by thread T0 here:
    #0 0x55d500154f7d  (/programme/programme+0xe0f7d) (BuildId: 35fb)
)";
    const std::string text = explained(report, knowing({{"0xe0f7d", "/construction/reponse.cpp:7"}}));
    EXPECT_THAT(text, HasSubstr("allouée à la ligne 7"));
    EXPECT_THAT(text, Not(HasSubstr("C'est à la ligne")));
}

TEST(SanitizerReport, ReadsTheLineThatUndefinedBehaviourNames)
{
    EXPECT_EQ(
        explained(
            "reponse.cpp:8:32: runtime error: signed integer overflow: 2147483647 + 2 cannot be represented in type 'int'\n",
            nothing),
        "Un calcul sur des entiers signés dépasse leur capacité.\nC'est à la ligne 8 de reponse.cpp.");
    EXPECT_EQ(explained("programme.cpp:8:32: runtime error: division by zero\n", nothing),
              "Le programme divise par zéro.");
    EXPECT_EQ(explained("reponse.cpp:3:1: runtime error: something new\n", nothing),
              "Le programme fait une opération que C++ ne définit pas.\nC'est à la ligne 3 de reponse.cpp.");
}

TEST(SanitizerReport, TellsWhereALeakWasAllocated)
{
    const std::string report = R"(
=================================================================
==13690==ERROR: LeakSanitizer: detected memory leaks

Direct leak of 100 byte(s) in 1 object(s) allocated from:
    #0 0x562107d0e1ae  (/programme/programme+0xa61ae) (BuildId: 35fb)
    #1 0x562107d4b9a1  (/programme/programme+0xe39a1) (BuildId: 35fb)
)";
    const std::string text = explained(report, knowing({{"0xe39a1", "/construction/reponse.cpp:9"}}));
    EXPECT_THAT(text, HasSubstr("fuite"));
    EXPECT_THAT(text, HasSubstr("Cette mémoire est allouée à la ligne 9 de reponse.cpp."));
}

TEST(SanitizerReport, HasASentenceForTheUsualKinds)
{
    for (const auto& [english, french] :
         std::map<std::string, std::string>{{"heap-buffer-overflow", "à côté d'un tableau :"},
                                            {"stack-buffer-overflow", "tableau local"},
                                            {"global-buffer-overflow", "tableau global"},
                                            {"container-overflow", "conteneur"},
                                            {"stack-overflow", "La pile déborde"},
                                            {"attempting double-free", "libérée deux fois"},
                                            {"alloc-dealloc-mismatch", "libéré d'une autre"},
                                            {"SEGV on unknown address 0x000000000000 (pc", "un pointeur nul"},
                                            {"SEGV on unknown address 0x1234", "qui ne désigne rien"},
                                            {"stack-use-after-scope", "la fin du bloc"},
                                            {"tout-nouveau", "que C++ ne permet pas"}}) {
        EXPECT_THAT(explained("==1==ERROR: AddressSanitizer: " + english + " on address\n", nothing), HasSubstr(french))
            << english;
    }
}

TEST(SanitizerReport, AsksForFewOffsetsWhateverItIsGiven)
{
    std::string report = "==1==ERROR: AddressSanitizer: stack-overflow on address\n";
    for (int i = 0; i < 5000; ++i) {
        report += "    #" + std::to_string(i) + " 0x1 (/programme/programme+0x" + std::to_string(i) + "; rm -rf /)\n";
    }
    (void)explained(report, [](const std::vector<std::string>& offsets) {
        EXPECT_LE(offsets.size(), 64U);
        for (const std::string& offset : offsets) {
            EXPECT_EQ(offset.find_first_not_of("0123456789abcdefx"), std::string::npos) << offset;
        }
        return std::vector<std::string>(offsets.size() + 3, "reponse.cpp");
    });
}

TEST(SanitizerReport, AsksForNumbersOnly)
{
    std::vector<std::string> asked;
    (void)explained("AddressSanitizer\n/programme+0x\n/programme+0xxxx\n/programme+0x12g\n/programme+0x" +
                        std::string(60'000, 'f') + "\n",
                    [&](const std::vector<std::string>& offsets) {
                        asked = offsets;
                        return std::vector<std::string>();
                    });
    EXPECT_THAT(asked, ::testing::ElementsAre("0x12", "0x" + std::string(16, 'f')));
}

TEST(SanitizerReport, TellsNumbersOfLinesAndNoOtherWords)
{
    EXPECT_THAT(explained("reponse.cpp:rien à redire runtime error: x\n", nothing), Not(HasSubstr("ligne")));
    EXPECT_THAT(explained("reponse.cpp:-3: runtime error: x\n", nothing), Not(HasSubstr("ligne")));
    EXPECT_THAT(
        explained("AddressSanitizer\n/programme+0x1\n", knowing({{"0x1", "reponse.cpp:" + std::string(60'000, '9')}})),
        Not(HasSubstr("ligne")));
}

TEST(SanitizerReport, DoesNotTakeALongerNameForTheAnswers)
{
    EXPECT_EQ(
        explained("ma_reponse.cpp:8:1: runtime error: division by zero\nreponse.cpp:9:1: runtime error: x\n", nothing),
        "Le programme divise par zéro.\nC'est à la ligne 9 de reponse.cpp.");
}

TEST(SanitizerReport, SurvivesAForgedOne)
{
    EXPECT_THAT(explained("reponse.cpp:\x1b[31m: runtime error: \n", nothing), Not(HasSubstr("\x1b")));
    EXPECT_THAT(explained("AddressSanitizer /programme+0x", knowing({{"0x", "reponse.cpp:\x1b[31m"}})),
                Not(HasSubstr("\x1b")));
    EXPECT_THAT(explained("reponse.cpp:Tout est juste:1: runtime error: \n", nothing), Not(HasSubstr("juste")));
}

}  // namespace
}  // namespace atelier::check
