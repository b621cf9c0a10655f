// SPDX-License-Identifier: MIT
#include "check/sanitizer_report.hpp"

#include <gmock/gmock.h>

#include <map>

#include "french.hpp"

namespace atelier::check {
namespace {

using ::testing::EndsWith;
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

TEST(SanitizerReport, IsAlsoAFindingOnTheLineThatMattersMost)
{
    const Symbolizer symbolizer = knowing({{"0xe38f6", "/construction/reponse.cpp:12"},
                                           {"0xe3834", "/construction/reponse.cpp:11"},
                                           {"0xe37c9", "reponse.cpp:10"}});
    const SanitizerReport report = read_sanitizers(use_after_free, "reponse.cpp", symbolizer);
    EXPECT_EQ(report.finding.line, 12);
    EXPECT_EQ(report.finding.rule, "heap-use-after-free");
    EXPECT_EQ(report.finding.message.find("\n"), std::string::npos);
    EXPECT_EQ(read_sanitizers("reponse.cpp:7:9: runtime error: division by zero", "reponse.cpp", nothing).finding.line,
              7);
    EXPECT_EQ(read_sanitizers(use_after_free, "reponse.cpp", nothing).finding.line, 0) << "in no line of theirs";
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

TEST(SanitizerReport, TellsAShiftOutOfRange)
{
    // Clang 14's words.
    for (const char* words :
         {"shift exponent 40 is too large for 32-bit type 'int'", "shift exponent -1 is negative"}) {
        EXPECT_EQ(
            explained("reponse.cpp:12:42: runtime error: " + std::string(words) + "\n", nothing),
            "Un décalage (<< ou >>) sort du type : son nombre de bits doit être positif ou nul, et plus petit que la largeur du type décalé.\n"
            "C'est à la ligne 12 de reponse.cpp.");
    }
    EXPECT_EQ(explained("reponse.cpp:9:62: runtime error: index 4 out of bounds for type 'int[4]'\n", nothing),
              "Un indice dépasse la taille du tableau : il va de 0 à cette taille moins un.\n"
              "C'est à la ligne 9 de reponse.cpp.");
}

/// What clang 14 says of a variable used after its block, its lines of other variables shortened; `variables` are its own.
std::string use_after_scope(const std::string& variables)
{
    return R"(==13470==ERROR: AddressSanitizer: stack-use-after-scope on address 0x7f6f15700054 at pc 0x5644 bp 0x7fff sp 0x7fff
READ of size 4 at 0x7f6f15700054 thread T0
    #0 0x5644c7fcff3d  (/programme/programme+0xe4f3d) (BuildId: 41c0)
    #1 0x7f6f17365249  (/lib/x86_64-linux-gnu/libc.so.6+0x27249) (BuildId: 93ac)

Address 0x7f6f15700054 is located in stack of thread T0 at offset 84 in frame
    #0 0x5644c7fcf71f  (/programme/programme+0xe471f) (BuildId: 41c0)

  This frame has 3 object(s):
    [32, 48) 'tab' (line 9)
)" + variables;
}

const Symbolizer in_the_answer = knowing({{"0xe4f3d", "reponse.cpp:11"}, {"0xe471f", "reponse.cpp:7"}});

TEST(SanitizerReport, NamesTheLocalVariable)
{
    const std::string used =
        use_after_scope("    [80, 92) 'valeur' (line 10) <== Memory access at offset 84 is inside this variable\n"
                        "    [112, 116) 'n' (line 12)\n");
    EXPECT_THAT(
        explained(used, in_the_answer),
        EndsWith(
            "\nC'est à la ligne 11 de reponse.cpp. Cette mémoire est celle de la variable valeur, déclarée à la ligne 10 de reponse.cpp."));
    // A variable of another file is none of the student's.
    EXPECT_THAT(explained(used, knowing({{"0xe4f3d", "reponse.cpp:11"}, {"0xe471f", "programme.cpp:7"}})),
                EndsWith("\nC'est à la ligne 11 de reponse.cpp."));
}

TEST(SanitizerReport, DoesNotRepeatANameOfTheCompilers)
{
    const auto told = [](const std::string& name) {
        return explained(use_after_scope("    [384, 416) '" + name +
                                         "' (line 17) <== Memory access at offset 400 is inside this variable\n"),
                         in_the_answer);
    };
    EXPECT_THAT(told("ref.tmp49"),
                EndsWith(" Cette mémoire est celle d'un objet temporaire, créé à la ligne 17 de reponse.cpp."));
    for (const std::string name : {"tab75", "x.addr", "", "\x1b[31m", "Tout est juste"}) {
        EXPECT_THAT(told(name),
                    EndsWith(" Cette mémoire est celle d'une variable déclarée à la ligne 17 de reponse.cpp."));
    }
}

TEST(SanitizerReport, NamesNoVariableBetweenTwo)
{
    EXPECT_THAT(
        explained(use_after_scope(
                      "    [464, 468) 'petit' (line 18) <== Memory access at offset 468 overflows this variable\n"
                      "    [480, 520) 'autre' (line 18) <== Memory access at offset 468 underflows this variable\n"),
                  in_the_answer),
        EndsWith("\nC'est à la ligne 11 de reponse.cpp."));
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
