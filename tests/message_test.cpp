// SPDX-License-Identifier: MIT
#include "message.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "error.hpp"
#include "files.hpp"

namespace atelier {
namespace {

using testing::HasSubstr;

/// Each test leaves French behind it.
class Message : public testing::Test {
protected:
    void TearDown() override { use_language("fr"); }
};

TEST_F(Message, IsFrenchUntilToldOtherwise)
{
    EXPECT_EQ(language(), "fr");
    EXPECT_EQ(tr("une phrase"), "une phrase");
}

TEST_F(Message, TakesArguments)
{
    EXPECT_EQ(tr("{} sur {}", 3, std::string("cinq")), "3 sur cinq");
    EXPECT_EQ(tr("{1} puis {0}", "a", "b"), "b puis a");
    EXPECT_EQ(tr("« {{ » et {}", "{}"), "« { » et {}");
}

TEST_F(Message, CountsAsFrenchDoes)
{
    const auto said = [](long n) { return tr_plural("{} point", "{} points", n); };
    EXPECT_EQ(said(0), "0 point");
    EXPECT_EQ(said(1), "1 point");
    EXPECT_EQ(said(2), "2 points");
}

TEST_F(Message, AnotherLanguageIsRefused)
{
    try {
        use_language("de");
        FAIL() << "no UsageError";
    } catch (const UsageError& error) {
        EXPECT_THAT(error.what(), HasSubstr("de"));
    }
    EXPECT_EQ(language(), "fr");
}

TEST_F(Message, WithoutATranslationStaysFrench)
{
    use_language("en");
    EXPECT_EQ(language(), "en");
    EXPECT_EQ(tr("une phrase que personne n'a traduite : {}", 1), "une phrase que personne n'a traduite : 1");
    EXPECT_EQ(tr_plural("{} chose intraduite", "{} choses intraduites", 2), "2 choses intraduites");
}

TEST_F(Message, SpeaksEnglishWhateverTheMachinesLocale)
{
    if (!fs::exists(fs::path(ATELIER_BUILD_FOLDER) / "locale" / "en" / "LC_MESSAGES" / "atelier.mo")) {
        GTEST_SKIP() << "no English catalogue was built";
    }
    use_language("en");
    EXPECT_NE(tr("le disque est plein\u00A0; libérez de la place, puis recommencez"),
              "le disque est plein\u00A0; libérez de la place, puis recommencez");
    use_language("fr");
    EXPECT_EQ(tr("le disque est plein\u00A0; libérez de la place, puis recommencez"),
              "le disque est plein\u00A0; libérez de la place, puis recommencez");
}

}  // namespace
}  // namespace atelier
