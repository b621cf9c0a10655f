// SPDX-License-Identifier: MIT
// The English of po/en.po: all there, nothing left over, and really spoken.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cctype>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "files.hpp"
#include "process.hpp"
#include "sentences.hpp"
#include "show.hpp"

namespace atelier::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// The numbers of the {}-arguments of a format, sorted: "{1} {0} {{" gives 0 and 1, "{} {}" too.
std::multiset<int> arguments_of(std::string_view format)
{
    std::multiset<int> numbers;
    int next = 0;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] == '{' && i + 1 < format.size() && format[i + 1] == '{') {
            ++i;
        } else if (format[i] == '{' && i + 1 < format.size()) {
            numbers.insert(std::isdigit(static_cast<unsigned char>(format[i + 1])) != 0 ? format[i + 1] - '0' : next++);
        }
    }
    return numbers;
}

std::vector<Sentence> english() { return sentences_of(read_file(fs::path(ATELIER_SOURCE_FOLDER) / "po" / "en.po")); }

/// What both sides say: the sentences of the sources, and their translations by the French.
class Translation : public testing::Test {
protected:
    void SetUp() override
    {
        const std::optional<std::vector<Sentence>> found = sentences_of_sources();
        if (!found) {
            GTEST_SKIP() << "xgettext is not there to read the sources; install gettext.";
        }
        sources_ = *found;
        ASSERT_GT(sources_.size(), 100U) << "xgettext failed";
        for (const Sentence& sentence : english()) {
            english_[sentence.french] = sentence;
        }
    }

    std::vector<Sentence> sources_;
    std::map<std::string, Sentence> english_;
};

TEST_F(Translation, IsComplete)
{
    for (const Sentence& sentence : sources_) {
        const auto found = english_.find(sentence.french);
        if (found == english_.end() || found->second.obsolete) {
            ADD_FAILURE() << sentence.place << ": po/en.po has no English (po/update adds the entry) for \""
                          << sentence.french << '"';
            continue;
        }
        EXPECT_FALSE(found->second.fuzzy) << sentence.place << ": check the English of \"" << sentence.french << '"';
        EXPECT_EQ(found->second.plural, sentence.plural) << sentence.place;
        EXPECT_EQ(found->second.translations.size(), sentence.plural.empty() ? 1U : 2U) << sentence.place;
        for (const std::string& text : found->second.translations) {
            EXPECT_FALSE(text.empty()) << sentence.place
                                       << ": po/en.po has no English (po/update adds the entry) for \""
                                       << sentence.french << '"';
        }
    }
}

TEST_F(Translation, HasNothingUnused)
{
    std::set<std::string> used;
    for (const Sentence& sentence : sources_) {
        used.insert(sentence.french);
    }
    for (const auto& [french, sentence] : english_) {
        EXPECT_TRUE(used.contains(french)) << "no source says it any more (po/update removes it): \"" << french << '"';
    }
}

TEST_F(Translation, KeepsTheArguments)
{
    for (const auto& [french, sentence] : english_) {
        for (const std::string& text : sentence.translations) {
            EXPECT_TRUE(text.empty() || arguments_of(text) == arguments_of(french)) << french << '\n' << text;
        }
        EXPECT_TRUE(sentence.plural.empty() || arguments_of(sentence.plural) == arguments_of(french)) << french;
    }
}

TEST_F(Translation, HasNoFrenchPunctuation)
{
    for (const auto& [french, sentence] : english_) {
        for (const std::string& text : sentence.translations) {
            for (const char* mark : {"\u00A0", "\u202F", "«", "»"}) {
                EXPECT_THAT(text, Not(HasSubstr(mark)));
            }
        }
    }
}

TEST(TranslationArguments, AreCountedAsFormatDoes)
{
    EXPECT_EQ(arguments_of("{} et {}"), (std::multiset<int>{0, 1}));
    EXPECT_EQ(arguments_of("{1} et {0}, {{ et }}"), (std::multiset<int>{0, 1}));
    EXPECT_THAT(arguments_of("{{}}"), IsEmpty());
}

TEST(TranslationFile, IsReadWithItsMarks)
{
    const std::vector<Sentence> read = sentences_of(
        "msgid \"\"\nmsgstr \"x\"\n\n#: a.cpp:3 b.cpp:4\n#, fuzzy\nmsgid \"\"\n\"un\\n\"\n\"\\\"deux\\\"\"\n"
        "msgid_plural \"s\"\nmsgstr[0] \"one\"\nmsgstr[1] \"\"\n\n#~ msgid \"vieux\"\n#~ msgstr \"old\"\n");
    ASSERT_EQ(read.size(), 2U);
    EXPECT_EQ(read[0].place, "a.cpp:3");
    EXPECT_EQ(read[0].french, "un\n\"deux\"");
    EXPECT_EQ(read[0].plural, "s");
    EXPECT_EQ(read[0].translations, (std::vector<std::string>{"one", ""}));
    EXPECT_TRUE(read[0].fuzzy);
    EXPECT_TRUE(read[1].obsolete);
}

// --- What the grader says -----------------------------------------------------------------------------------------

std::string said(const std::vector<std::string>& arguments, const std::string& locale)
{
    Command command;
    command.arguments = {(fs::path(ATELIER_BUILD_FOLDER) / "bin" / "atelier-grader").string()};
    command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
    command.folder = ATELIER_SOURCE_FOLDER;
    command.environment = {locale};
    const Outcome outcome = run(command);
    return outcome.out + outcome.err;
}

/// The help, and that of every command that it names.
std::string whole_help(const std::string& language, const std::string& locale)
{
    const std::string first = said({"--lang", language, "--help"}, locale);
    std::string all = first;
    bool in_commands = false;
    for (const std::string_view line : lines_of(first)) {
        in_commands = in_commands || line.substr(0, 4) == "Comm";
        if (in_commands && line.substr(0, 2) == "  " && line[2] != ' ') {
            all += said({"--lang", language, std::string(line.substr(2, line.find(' ', 2) - 2)), "--help"}, locale);
        }
    }
    return all;
}

/// The words of a text, in small letters; what is typed (--lang, base.db, 01a) stays in one piece.
std::set<std::string> words_of(std::string_view text)
{
    std::set<std::string> words;
    std::string word;
    for (const char c : std::string(text) + ' ') {
        const bool glues =
            std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0 || c == '-' || c == '.' || c == '_';
        if (glues) {
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        } else if (!word.empty()) {
            while (!word.empty() && word.back() == '.') {
                word.pop_back();
            }
            words.insert(word);
            word.clear();
        }
    }
    return words;
}

const std::vector<std::string> french_words{
    "le",        "la",       "les",     "des",     "du",     "un",       "une",       "ou",      "vos",
    "votre",     "cette",    "donne",   "affiche", "montre", "lance",    "corrige",   "dit",     "prouve",
    "langue",    "leçon",    "dossier", "fichier", "bases",  "exercice", "exercices", "réponse", "réponses",
    "commandes", "commande", "chemin",  "nombre",  "niveau", "graine",   "copies",    "écrit",   "obligatoire"};
const std::vector<std::string> english_words{
    "the",     "of",     "your",     "this",     "these",     "and",    "or",       "show",      "give",
    "write",   "file",   "folder",   "exercise", "exercises", "answer", "language", "messages:", "commands",
    "command", "usage:", "required", "number",   "level",     "seed",   "path",     "text"};

class EachLocale : public testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(Translation, EachLocale,
                         testing::Values("LANG=C", "LANG=fr_FR.UTF-8", "LC_ALL=C.UTF-8", "LANGUAGE=fr"));

TEST_P(EachLocale, SpeaksEnglishWhenAsked)
{
    const std::string help = whole_help("en", GetParam());
    const std::set<std::string> words = words_of(help);
    EXPECT_THAT(help, HasSubstr("Usage: atelier grade [OPTIONS] SUBMISSIONS"));
    for (const std::string& word : french_words) {
        EXPECT_FALSE(words.contains(word)) << word << " in\n" << help;
    }
    EXPECT_THAT(said({"--lang=en", "--tier", "x", "list"}, GetParam()), HasSubstr("there is no sandbox 'x'"));
    EXPECT_THAT(said({"liste", "--lang", "en", "de trop"}, GetParam()),
                HasSubstr("an argument is not expected here: de trop"));
}

TEST_P(EachLocale, SpeaksFrenchOtherwise)
{
    const std::string help = whole_help("fr", GetParam());
    const std::set<std::string> words = words_of(help);
    EXPECT_EQ(help.substr(0, 200), said({"--help"}, GetParam()).substr(0, 200));
    EXPECT_THAT(help, HasSubstr("Usage\u00A0: atelier grade [OPTIONS] COPIES"));
    for (const std::string& word : english_words) {
        EXPECT_FALSE(words.contains(word)) << word << " in\n" << help;
    }
    EXPECT_THAT(said({"--tier", "x", "list"}, GetParam()), HasSubstr("le bac à sable «\u00A0x\u00A0» n'existe pas"));
}

}  // namespace
}  // namespace atelier::test
