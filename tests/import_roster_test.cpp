// SPDX-License-Identifier: MIT
#include "import/roster.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "error.hpp"

namespace atelier {
namespace {

using testing::ElementsAre;

/// « name <identifiers> group moment », a person each.
std::vector<std::string> people(std::string_view csv)
{
    std::vector<std::string> lines;
    for (const RosterPerson& person : read_roster(csv, "liste.csv")) {
        std::string line = person.name + " <";
        for (const std::string& identifier : person.identifiers) {
            line += (line.back() == '<' ? "" : " ") + identifier;
        }
        lines.push_back(line + "> " + person.group + " " + person.handed_in);
    }
    return lines;
}

std::string refusal(std::string_view csv)
{
    try {
        (void)read_roster(csv, "liste.csv");
    } catch (const Error& error) {
        return error.what();
    }
    return "accepted";
}

TEST(Roster, SpeaksFrenchAsExcelSavesIt)
{
    EXPECT_THAT(people("Dossier;Pr\xE9nom;NOM;Adresse de courriel;Groupe;Rendu le;Remarque\r\n"
                       "tp-lea;L\xE9"
                       "a;Durand;lea@x.fr;A;2026-11-03 23:05 +01:00;bien\r\n"
                       "tp-ali;Ali;Ben;;;\r\n"),
                ElementsAre("Léa Durand <tp-lea lea@x.fr> A 2026-11-03T22:05:00Z", "Ali Ben <tp-ali>  "));
}

TEST(Roster, SpeaksEnglishToo)
{
    EXPECT_THAT(
        people("github_username,Full Name,Email Address,Handed-in\nlead,Léa Durand,lea@x.fr,2026-11-03T22:05:00Z\n"),
        ElementsAre("Léa Durand <lead lea@x.fr>  2026-11-03T22:05:00Z"));
    EXPECT_THAT(people("\"identifier\",\"github_username\",\"github_id\",\"name\"\n\"12\",\"lead\",\"99\",\"\"\n"),
                ElementsAre("12 <12 lead 99>  "));
}

TEST(Roster, MayBeTheWorksheetOfMoodle)
{
    EXPECT_THAT(people("\xEF\xBB\xBFIdentifiant,\"Nom complet\",\"Adresse de courriel\",Statut,Note,\"Note maximale\"\n"
                       "\"Participant 12\",\"Léa Durand\",lea@x.fr,\"Remis pour évaluation\",-,\"20,00\"\n"),
                ElementsAre("Léa Durand <Participant 12 lea@x.fr>  "));
    EXPECT_EQ(compared(" Participant 12 "), "12");
    EXPECT_EQ(compared("Participant Douze"), "participant douze");
    EXPECT_EQ(compared("ÉVA@x.fr"), "éva@x.fr");
}

TEST(Roster, NamesakesAreToldApart)
{
    EXPECT_THAT(people("nom,login\nJean Dupont,jd1\nJean Dupont,jd2\n"),
                ElementsAre("Jean Dupont (jd1) <jd1>  ", "Jean Dupont (jd2) <jd2>  "));
    EXPECT_THAT(people("nom\nJean Dupont\nJean Dupont\n"),
                ElementsAre("Jean Dupont <>  ", "Jean Dupont (ligne 3) <>  "));
    EXPECT_THAT(people("nom\nA (ligne 3)\nA\nA\nA (ligne 3)\n"),
                ElementsAre("A (ligne 3) <>  ", "A <>  ", "A (ligne 4) <>  ", "A (ligne 3) (ligne 5) <>  "));
}

TEST(Roster, MistakesAreToldWithTheirPlace)
{
    EXPECT_EQ(refusal(""), "liste.csv est vide. Il faut une ligne de titres, puis une ligne par personne.");
    EXPECT_EQ(
        refusal("\nNote,Groupe\n"),
        "liste.csv, ligne 2\u00A0: aucune colonne ne dit qui est qui. Il en faut au moins une parmi\u00A0: dossier, identifiant, "
        "login, email, nom, prénom.");
    EXPECT_EQ(
        refusal("Nom,Last name\n"),
        "liste.csv, ligne 1\u00A0: les colonnes «\u00A0Nom\u00A0» et «\u00A0Last name\u00A0» disent la même chose. Gardez-en une.");
    EXPECT_EQ(refusal("nom,email\nA,a@x.fr\n\nB,A@X.fr\n"),
              "liste.csv, ligne 4, colonne «\u00A0email\u00A0»\u00A0: A@X.fr désigne déjà la personne de la ligne 2.");
    EXPECT_EQ(
        refusal("nom,rendu le\nA,03/11/2026\n"),
        "liste.csv, ligne 2, colonne «\u00A0rendu le\u00A0»\u00A0: 03/11/2026 n'est pas un instant. Il faut la date, l'heure et le "
        "décalage, comme 2026-11-03T23:05+01:00.");
    EXPECT_EQ(
        refusal("nom\nA,b\n"),
        "liste.csv, ligne 2\u00A0: cette ligne a plus de champs que le tableau n'a de colonnes (2 pour 1). Un champ qui contient le séparateur s'écrit entre guillemets.");
    EXPECT_EQ(refusal("nom,groupe\n,A\n"),
              "liste.csv, ligne 2\u00A0: cette ligne ne nomme personne. Complétez-la, ou supprimez-la.");
    EXPECT_EQ(refusal("nom,email\nA,a@x.fr;b\x1B\nB,\"\n").substr(0, 20), "liste.csv, ligne 3\u00A0");
}

}  // namespace
}  // namespace atelier
