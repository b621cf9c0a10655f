// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using LireTous = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* everyone = "SELECT id, nom, age FROM utilisateurs ORDER BY id";

/// What was returned, with the names of its fields.
Table people(const Execution& run)
{
    Table found = run.returned("habitant");
    found.columns = {"id", "nom", "age"};
    return found;
}

bool any(const Table& table, std::size_t field, const Value& value)
{
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) { return row.at(field) == value; });
}

bool all(const Table& table, std::size_t field, const Value& value)
{
    return !table.empty() &&
           std::all_of(table.rows.begin(), table.rows.end(), [&](const Row& row) { return row.at(field) == value; });
}

/// The age returned for the first person of this name; a text when there is none.
Value age_of(const Table& found, const std::string& name)
{
    const auto person =
        std::find_if(found.rows.begin(), found.rows.end(), [&](const Row& row) { return row.at(1) == Value(name); });
    return person == found.rows.end() ? Value("personne") : person->at(2);
}

/// What is known of the mistake behind an exception or a way of ending.
std::string why(const Execution& run)
{
    if (run.explanation().find("déjà libérée") != std::string::npos) {
        return "Si c'est un texte obtenu par getText() ou sqlite3_column_text, son adresse ne vaut que "
               "jusqu'au pas suivant : getString() en fait une copie (leçon 4, « Ranger les lignes dans un vecteur »).";
    }
    const auto caught = run.exception("lire").has_value() ? run.exception("lire") : run.exception("renverse");
    if (!caught) {
        return {};
    }
    if (caught->what.find("Column index out of range") != std::string::npos) {
        return "Les colonnes d'un résultat se comptent à partir de 0 : pour trois colonnes, ce sont getColumn(0), getColumn(1) et "
               "getColumn(2) (leçon 4, « Lire une valeur »).";
    }
    if (caught->what.find("Unknown column name") != std::string::npos) {
        return "getColumn a reçu un nom qui n'est celui d'aucune colonne du résultat. Les noms sont id, nom et age (leçon 4, « Lire une "
               "valeur »).";
    }
    if (caught->what.find("No row to get a column from") != std::string::npos) {
        return "getColumn a été appelée alors que la requête n'était sur aucune ligne : soit avant le premier executeStep(), soit après "
               "celui qui a rendu faux (leçon 4, « Avancer d'une ligne »).";
    }
    if (caught->what.find("reseted") != std::string::npos) {
        return "« Statement needs to be reseted » : executeStep() a été appelée une fois de trop, après avoir rendu faux (leçon 4, "
               "« Avancer d'une ligne »).";
    }
    if (caught->what.find("exec() does not expect results") != std::string::npos) {
        return "exec() est faite pour les instructions qui ne rendent pas de ligne. Un SELECT s'exécute pas à pas, avec executeStep() "
               "(leçon 4, « Avancer d'une ligne »).";
    }
    if (caught->what.find("bad_optional_access") != std::string::npos || caught->type == "std::bad_optional_access") {
        return "Vous avez demandé sa valeur à un std::optional qui n'en a pas.";
    }
    return {};
}

/// What the people returned tell of the mistake, when it is one that shows on any table; else nothing.
std::string about(const Table& found, const Table& expected)
{
    if (found.empty()) {
        return "Le vecteur rendu est vide (leçon 4, « Ranger les lignes dans un vecteur »).";
    }

    if (all(found, 1, "") && found.rows.size() == expected.rows.size()) {
        return "Tous les noms sont vides. Soit aucun n'a été lu avec getString(), soit des SQLite::Column ont été gardés pour être lus après la boucle : la "
               "requête n'est alors plus sur aucune ligne (leçon 4, « Ranger les lignes dans un vecteur »).";
    }
    if (found.rows.size() == 2 * expected.rows.size() && any(found, 1, "") && any(found, 0, 0)) {
        return "Il y a deux fois plus d'habitants que dans la table, et la moitié sont des Utilisateur vides : push_back ajoute à la suite de ceux que le vecteur contient déjà "
               "(leçon 4, « Ranger les lignes dans un vecteur »).";
    }
    if (found.rows.size() == 1 && expected.rows.size() > 1) {
        return "Un seul habitant a été rendu : executeStep() n'avance que d'une ligne, il faut la rappeler tant qu'elle rend vrai (leçon 4, "
               "« Avancer d'une ligne »).";
    }
    if (found.rows.size() + 1 == expected.rows.size() && !any(found, 0, expected.rows.front().front())) {
        return "Il manque le premier habitant, et lui seul. Chaque appel d'executeStep() avance d'une ligne : un appel avant la boucle fait perdre "
               "celle qu'il donne (leçon 4, « Avancer d'une ligne »).";
    }
    if (found.rows.size() == expected.rows.size() && expected.rows.size() > 1 &&
        all(found, 0, found.rows.front().front())) {
        return "Le même habitant revient à chaque fois : est-ce un objet neuf, rempli à cette ligne-ci, que vous ajoutez au vecteur ? (leçon 4, "
               "« Ranger les lignes dans un vecteur »)";
    }
    return {};
}

std::string or_else(const std::string& remark, const std::string& otherwise)
{
    return remark.empty() ? otherwise : remark;
}

/// Without what other tasks are about: absent ages, large ids.
constexpr const char* plain = "UPDATE utilisateurs SET age = hasard(18, 90) WHERE age IS NULL;"
                              "UPDATE utilisateurs SET id = hasard(300, 999) WHERE id > 999;";

constexpr const char* nobody = "DELETE FROM utilisateurs;";

}  // namespace

TEST_F(LireTous, ChaqueHabitant)
{
    const std::int64_t large = 3'000'000'000 + random(1, 1'000'000);
    const std::string age = std::to_string(random(18, 90));
    const Database base =
        fixture("UPDATE utilisateurs SET age = hasard(18, 90) WHERE age IS NULL;"
                "INSERT INTO utilisateurs VALUES (" +
                std::to_string(large) + ", 'L''Haÿ', " + age + "), (301, 'avant' || char(0) || 'après', " + age +
                "), (302, '', " + age + "), (303, 'Zoé, dite \"la Belle\"', " + age + ");");
    const auto run = program({"lire", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table expected = base.rows(everyone);
    const Table found = people(run);
    EXPECT_THAT(found, SameRowsAs(expected))
        << (any(found, 0, std::int64_t{static_cast<std::int32_t>(large)})
                ? "Un grand id n'a gardé que 32 de ses 64 bits : getInt() rend un int. Un id se lit avec getInt64() (leçon 4, « Lire une valeur »)."
            : any(found, 1, "avant")
                ? "Un nom s'arrête à l'octet nul : getText() n'est qu'une adresse, et qui la lit s'arrête là. getString() donne le texte entier (leçon 4, « Le "
                  "type d'une valeur »)."
                : or_else(
                      about(found, expected),
                      "Un Utilisateur par ligne de la table, avec son id, son nom et son âge (leçon 4, « Ranger les lignes dans un "
                      "vecteur »)."));
}

TEST_F(LireTous, TableVide)
{
    const Database base = fixture(nobody);
    const auto run = program({"lire", base});
    ASSERT_THAT(run, EndsWell()) << or_else(
        why(run), "La table est vide : le vecteur l'est aussi, et ce n'est pas une erreur (tâche 1).");
    ASSERT_THAT(people(run), AreRows({})) << "La table est vide : il n'y a personne à rendre (tâche 1).";

    // Nobody for nobody is only an achievement for an answer that finds somebody.
    const Database one = fixture(std::string(nobody) + "INSERT INTO utilisateurs VALUES (" +
                                     std::to_string(random(1, 99)) + ", 'Ada', 36);",
                                 "une.db");
    const auto second = program({"lire", one});
    ASSERT_THAT(second, EndsWell()) << why(second);
    EXPECT_THAT(people(second), SameRowsAs(one.rows(everyone)))
        << "La table vide donne un vecteur vide, mais celle qui n'a qu'une ligne doit donner un habitant : voyez d'abord le reste de la tâche 1.";
}

TEST_F(LireTous, AgeAbsent)
{
    const std::int64_t age = random(18, 90);
    const Database base =
        fixture(std::string(nobody) + "INSERT INTO utilisateurs VALUES (1, 'Ada', NULL), (2, 'Alice', " +
                std::to_string(age) + "), (3, 'Zoé', NULL), (4, 'Léa', 0), (5, 'Bob', " + std::to_string(age + 1) +
                "), (6, 'Basile', NULL), (7, 'Chloé', NULL);");
    const auto run = program({"lire", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table expected = base.rows(everyone);
    const Table found = people(run);
    EXPECT_THAT(found, SameRowsAs(expected))
        << (age_of(found, "Ada") == Value(0)
                ? "Ada a maintenant 0 an : lu comme un nombre, NULL donne 0. getColumns et « u.age = requete.getColumn(…) » le font sans prévenir. "
                  "Demandez d'abord isNull() (leçon 4, « NULL à la lecture »)."
            : age_of(found, "Zoé") == Value(age) && age_of(found, "Alice") == Value(age)
                ? "Zoé a reçu l'âge d'Alice, la ligne d'avant : si l'Utilisateur est déclaré avant la boucle, l'âge y reste d'un tour à l'autre. "
                  "Déclarez-le dans la boucle (leçon 4, « Ranger les lignes dans un vecteur »)."
            : age_of(found, "Léa").is_null() && age_of(found, "Alice") == Value(age)
                ? "Léa a 0 an, et son âge est connu : 0 n'est pas NULL. C'est isNull() qui fait la différence (leçon 4, « NULL à la lecture »)."
            : age_of(found, "Ada").integer()
                ? "Ada a reçu un âge inventé pour dire « absent ». C'est le std::optional vide qui le dit (leçon 4, « NULL à la lecture »)."
            : age_of(found, "Ada").text() && age_of(found, "Alice") == Value(age)
                ? "Les habitants sans âge manquent. Une comparaison avec NULL n'est jamais vraie : un WHERE sur age les écarte (leçon 4, « Quand ça se "
                  "passe mal »)."
                : or_else(
                      about(found, expected),
                      "Un âge NULL donne un std::optional vide, un âge connu donne cet âge (leçon 4, « NULL à la lecture »)."));
}

TEST_F(LireTous, OrdreDesId)
{
    const Database base = fixture(plain);
    const Table expected = base.rows(everyone);
    const auto reversed = program({"renverse", base});
    ASSERT_THAT(reversed, EndsWell()) << why(reversed);
    const Table found = people(reversed);
    const bool backwards = found.rows == std::vector<Row>(expected.rows.rbegin(), expected.rows.rend());
    ASSERT_THAT(found, AreRowsInOrder(expected.rows))
        << (backwards && reversed.trace().statements.size() > 1 &&
                    reversed.trace().statements.back().sql.find("DESC") != std::string::npos
                ? "Les lignes sont dans l'ordre décroissant : DESC le demande. ORDER BY id, sans rien de plus, est croissant (leçon 4, « L'ordre des lignes »)."
            : backwards
                ? "Les lignes sont à l'envers, comme SQLite les rend ici quand on ne demande pas d'ordre. Celui qu'on ne demande pas n'est promis par "
                  "personne : ORDER BY id (leçon 4, « L'ordre des lignes »)."
                : or_else(
                      about(found, expected),
                      "Les habitants sont rendus dans l'ordre croissant des id : ORDER BY id (leçon 4, « L'ordre des lignes »)."));

    // Here id is not the key by which SQLite stores the rows.
    const Database other =
        fixture(std::string(plain) +
                    "CREATE TABLE inscrits (id INTEGER NOT NULL, nom TEXT NOT NULL, age INTEGER);"
                    "INSERT INTO inscrits VALUES (10, 'Ada', " +
                    std::to_string(random(18, 90)) +
                    "), (9, 'Zoé', 40), (100, 'Bob', 41), (-1, 'Alice', 42);"
                    "INSERT INTO inscrits SELECT * FROM utilisateurs ORDER BY nom;"
                    "DROP TABLE utilisateurs; ALTER TABLE inscrits RENAME TO utilisateurs;"
                    "DELETE FROM utilisateurs WHERE id IN (9, 10, 100) AND nom NOT IN ('Ada', 'Zoé', 'Bob');",
                "autre.db");
    const auto run = program({"lire", other});
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(people(run), AreRowsInOrder(other.rows(everyone).rows))
        << "Ici, id n'est pas la clé qui range les lignes : l'ordre où SQLite les lit est celui des inscriptions. ORDER BY id donne toujours le "
           "même ordre (leçon 4, « L'ordre des lignes »).";
}

TEST_F(LireTous, ColonnesDeplacees)
{
    const Database base = fixture(
        std::string(plain) +
        "CREATE TABLE ailleurs (age INTEGER, adresse TEXT, nom TEXT NOT NULL, id INTEGER PRIMARY KEY);"
        "INSERT INTO ailleurs (id, nom, age, adresse) SELECT id, nom, age, hasard(1, 99) || ', rue Haute' FROM utilisateurs;"
        "DROP TABLE utilisateurs; ALTER TABLE ailleurs RENAME TO utilisateurs;");
    const auto run = program({"lire", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table expected = base.rows(everyone);
    const Table found = people(run);
    const bool by_place = std::any_of(found.rows.begin(), found.rows.end(), [](const Row& row) {
        return row.at(1).text().value_or("").find("rue Haute") != std::string::npos;
    });
    EXPECT_THAT(found, SameRowsAs(expected))
        << (by_place
                ? "L'adresse a été lue à la place du nom : SELECT * rend les colonnes dans l'ordre de la table, et votre programme les lit par "
                  "position. Nommez-les dans le SELECT (leçon 4, « L'ordre des colonnes »)."
                : or_else(
                      about(found, expected),
                      "La table a les mêmes habitants, mais ses colonnes sont déclarées dans un autre ordre : age, adresse, nom, id (leçon "
                      "4, « L'ordre des colonnes »)."));
}
