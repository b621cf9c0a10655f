// SPDX-License-Identifier: MIT
#include "error.hpp"

#include <gtest/gtest.h>

#include <cerrno>
#include <string>

namespace atelier {
namespace {

std::string said(int code)
{
    errno = code;
    return system_error("Impossible d'écrire x").what();
}

TEST(Error, CarriesItsSentence)
{
    EXPECT_STREQ(Error("Le disque est plein.").what(), "Le disque est plein.");
    try {
        throw UsageError("aide");
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(), "aide");
    }
}

TEST(Error, OfTheSystemSaysWhatToDoAboutUsualRefusals)
{
    EXPECT_EQ(said(ENOSPC),
              "Impossible d'écrire x\u00A0: le disque est plein\u00A0; libérez de la place, puis recommencez");
    EXPECT_EQ(said(EDQUOT), said(ENOSPC));
    EXPECT_EQ(said(EACCES), "Impossible d'écrire x\u00A0: la permission est refusée\u00A0; vérifiez les droits");
    EXPECT_EQ(said(EPERM), said(EACCES));
    EXPECT_EQ(said(EROFS), "Impossible d'écrire x\u00A0: ce dossier est en lecture seule");
    EXPECT_EQ(said(ENOENT), "Impossible d'écrire x\u00A0: ce fichier ou ce dossier n'existe pas");
    EXPECT_EQ(said(ENOTDIR), "Impossible d'écrire x\u00A0: ce n'est pas un dossier");
    EXPECT_EQ(said(EISDIR), "Impossible d'écrire x\u00A0: c'est un dossier, non un fichier");
    EXPECT_EQ(said(EMFILE), said(ENFILE));
    EXPECT_EQ(said(ENAMETOOLONG), "Impossible d'écrire x\u00A0: ce nom est trop long");
}

TEST(Error, OfTheSystemKeepsTheSystemsWordsForTheRest)
{
    EXPECT_EQ(said(EIO), "Impossible d'écrire x\u00A0: Input/output error");
}

}  // namespace
}  // namespace atelier
