// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using Types = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr int constraint = 19;  // SQLITE_CONSTRAINT, whatever kind of constraint was chosen

const char* const lesson = " (leçon 2, « Un type est une préférence »).";

/// What SQLite has in every row, types visible.
Table people(const Database& base) { return base.rows("SELECT nom, age FROM utilisateurs"); }

std::string repeated(const std::string& character, std::int64_t times)
{
    std::string result;
    for (std::int64_t i = 0; i < times; ++i) {
        result += character;
    }
    return result;
}

bool any_row(const Table& table, bool (*matches)(const Row&))
{
    return std::any_of(table.rows.begin(), table.rows.end(), matches);
}

}  // namespace

TEST_F(Types, LignesOrdinaires)
{
    const Database base = database("ma_base.db");
    const std::int64_t age = random(1, 119);
    const auto run = program({"essayer", base, "Alice", 30, "L'Haÿ", age, "Zoé", 0, "M", 120, "Alice", 41});
    ASSERT_THAT(run, EndsWell());
    EXPECT_THAT(base.rows("SELECT id, nom, age FROM utilisateurs"),
                AreRows({{1, "Alice", 30}, {2, "L'Haÿ", age}, {3, "Zoé", 0}, {4, "M", 120}, {5, "Alice", 41}}))
        << "Ces cinq lignes respectent l'énoncé : un nouveau-né a 0 an, un nom peut n'avoir qu'une lettre, deux personnes peuvent porter le même nom. "
           "SQLite les numérote de 1 à 5, ce qui demande « id INTEGER PRIMARY KEY »"
        << lesson;
    for (const char* line : {"ligne 1", "ligne 2", "ligne 3", "ligne 4", "ligne 5"}) {
        EXPECT_THAT(run, DoesNotThrow(line))
            << "La " << line << " de la commande est correcte, et votre table l'a refusée.";
    }
}

TEST_F(Types, AgeInconnu)
{
    const Database base = database("ma_base.db");
    const auto run = program({"essayer", base, "Alice", 30, "Bob", "NULL"});
    ASSERT_THAT(run, EndsWell());
    EXPECT_THAT(people(base), AreRows({{"Alice", 30}, {"Bob", nullptr}}))
        << "L'âge de Bob est inconnu : NULL doit être accepté. typeof(NULL) vaut 'null', pas 'integer', et NOT NULL n'a pas sa place sur age"
        << lesson;
    EXPECT_THAT(run, DoesNotThrow("ligne 2")) << "L'insertion de (Bob, NULL) a été refusée.";
}

TEST_F(Types, AgePasEntier)
{
    const Database base = database("ma_base.db");
    const std::int64_t n = random(10, 99);
    const std::string half = std::to_string(n) + ".5";
    const auto run = program(
        {"essayer", base, "Alice", n, "Bob", "trente", "Chloé", std::to_string(n) + "abc", "Zoé", "", "Hugo", half});
    ASSERT_THAT(run, EndsWell());
    const Table found = people(base);
    const bool text = any_row(found, [](const Row& row) { return row.at(1).text().has_value(); });
    EXPECT_THAT(found, AreRows({{"Alice", n}}))
        << (text
                ? "Un texte s'est logé dans la colonne age : en SQLite, INTEGER n'est qu'une préférence. Pour en faire une règle, il y a STRICT, ou "
                  "un CHECK sur typeof(age)"
                : "Seule Alice a un âge entier : les quatre autres lignes devaient être refusées, et elles seules")
        << lesson;
    for (const char* line : {"ligne 2", "ligne 3", "ligne 4", "ligne 5"}) {
        EXPECT_THAT(run, Throws(line, constraint))
            << "L'âge de la " << line
            << " de la commande n'est pas un entier : l'insertion doit échouer avec le code 19.";
    }
}

TEST_F(Types, NomAbsent)
{
    const Database base = database("ma_base.db");
    const auto run = program({"essayer", base, "Alice", 30, "", random(1, 99), "NULL", random(1, 99)});
    ASSERT_THAT(run, EndsWell());
    const Table found = people(base);
    const bool null = any_row(found, [](const Row& row) { return row.at(0).is_null(); });
    const bool empty = any_row(found, [](const Row& row) { return row.at(0).text() == ""; });
    const char* remark = "Seule Alice a un nom : les deux autres lignes devaient être refusées, et elles seules";
    if (null) {
        remark = "Un nom NULL est passé : un CHECK dont la condition vaut NULL ne refuse rien. Il faut aussi NOT NULL";
    } else if (empty) {
        remark =
            "Un nom vide est passé : pour SQLite, '' n'est pas NULL, c'est un texte de longueur 0. NOT NULL ne l'arrête pas, il faut un CHECK";
    }
    EXPECT_THAT(found, AreRows({{"Alice", 30}})) << remark << lesson;
    EXPECT_THAT(run, Throws("ligne 2", constraint)) << "Un nom vide doit faire échouer l'insertion avec le code 19.";
    EXPECT_THAT(run, Throws("ligne 3", constraint)) << "Un nom NULL doit faire échouer l'insertion avec le code 19.";
}

TEST_F(Types, NomTropLong)
{
    const Database base = database("ma_base.db");
    const std::string plain = repeated("a", 50);
    const std::string accented = repeated("é", 50);
    const std::string too_long = repeated("b", random(51, 60));
    const std::string one_too_many = repeated("é", 51);
    const auto run = program({"essayer", base, plain, 30, accented, 40, too_long, 50, one_too_many, 60});
    ASSERT_THAT(run, EndsWell());
    const Table found = people(base);
    const auto has = [&](const std::string& name) {
        return std::any_of(found.rows.begin(), found.rows.end(),
                           [&](const Row& row) { return row.at(0) == Value(name); });
    };
    std::string remark = "Les noms de 50 caractères sont acceptés, ceux de 51 et plus sont refusés";
    if (has(too_long) || has(one_too_many)) {
        remark =
            "Un nom de plus de 50 caractères est passé. Le 50 de VARCHAR(50) n'est qu'un commentaire pour SQLite : c'est un CHECK sur "
            "length(nom) qui compte";
    } else if (has(plain) && !has(accented)) {
        remark =
            "Cinquante « a » passent, cinquante « é » non : vous comptez des octets. length(nom), sur un texte, compte des caractères";
    }
    EXPECT_THAT(found, AreRows({{plain, 30}, {accented, 40}})) << remark << lesson;
    EXPECT_THAT(run, Throws("ligne 3", constraint))
        << "Un nom trop long doit faire échouer l'insertion avec le code 19.";
    EXPECT_THAT(run, Throws("ligne 4", constraint)) << "Un nom de 51 lettres accentuées est trop long, lui aussi.";
}
