// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <variant>
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

/// What is known of the mistake behind an exception that left creer_table_exigeante.
std::string why(const Execution& run)
{
    const auto caught = run.exception("essayer");
    if (caught && (caught->what.find("unknown datatype") != std::string::npos ||
                   caught->what.find("missing datatype") != std::string::npos)) {
        return "Dans une table STRICT, chaque colonne a l'un de ces types, et aucun autre : INT, INTEGER, REAL, TEXT, BLOB ou ANY (leçon 2, "
               "« Un type est une préférence »).";
    }
    return {};
}

bool any_real_integer(const Table& table)
{
    return any_row(table, [](const Row& row) {
        const auto* const real = std::get_if<double>(&row.back().data());
        return real != nullptr && std::floor(*real) == *real;
    });
}

/// The teaching sentences for what `found` holds: `remark` when nothing simpler explains it.
std::string explain(const Table& found, const std::string& remark)
{
    if (!found.problem.empty()) {
        return "La table s'appelle utilisateurs, et ses colonnes id, nom et age (tâche 1).";
    }
    if (any_real_integer(found)) {
        return "Un âge entier est devenu un nombre à virgule, 30.0 au lieu de 30 : c'est ce que fait une colonne de type REAL (ou FLOAT, DOUBLE). "
               "Déclarez age INTEGER" +
               std::string(lesson);
    }
    return remark + lesson;
}

/// What explain() left unsaid: the name, when the age has a fault of its own.
std::string name_too(const Table& found, bool name_is_wrong, const std::string& remark)
{
    return name_is_wrong && found.problem.empty() && any_real_integer(found) ? ' ' + remark + '.' : std::string();
}

/// Why the line `line` of the command, which left no row, should have been refused aloud.
std::string aloud(const Execution& run, const std::string& line, const std::string& remark)
{
    return run.exception(line)
               ? remark
               : remark + " La ligne a été écartée en silence, sans erreur, comme le font RAISE(IGNORE) ou ON CONFLICT "
                          "IGNORE : l'appelant doit apprendre qu'elle est refusée.";
}

}  // namespace

TEST_F(Types, LignesOrdinaires)
{
    const Database base = database("ma_base.db");
    const std::int64_t age = random(1, 119);
    const auto run = program({"essayer", base, "Alice", 30, "L'Haÿ", age, "Zoé", 0, "M", 120, "Alice", 41});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = base.rows("SELECT id, nom, age FROM utilisateurs");
    ASSERT_THAT(found, AreRows({{1, "Alice", 30}, {2, "L'Haÿ", age}, {3, "Zoé", 0}, {4, "M", 120}, {5, "Alice", 41}}))
        << explain(
               found,
               "Ces cinq lignes respectent l'énoncé : un nouveau-né a 0 an, un nom peut n'avoir qu'une lettre, deux personnes peuvent porter le même nom. "
               "SQLite les numérote de 1 à 5, ce qui demande « id INTEGER PRIMARY KEY »");
    for (const char* line : {"ligne 1", "ligne 2", "ligne 3", "ligne 4", "ligne 5"}) {
        EXPECT_THAT(run, DoesNotThrow(line))
            << "La " << line << " de la commande est correcte, et votre table l'a refusée.";
    }
}

TEST_F(Types, AgeInconnu)
{
    const Database base = database("ma_base.db");
    const auto run = program({"essayer", base, "Alice", 30, "Bob", "NULL"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = people(base);
    const bool bob = any_row(found, [](const Row& row) { return row.at(0) == Value("Bob") && row.at(1).is_null(); });
    ASSERT_THAT(found, AreRows({{"Alice", 30}, {"Bob", nullptr}})) << explain(
        found,
        bob ? "Les deux lignes doivent se retrouver dans la table telles quelles, et elles seules"
            : "L'âge de Bob est inconnu : NULL doit être accepté. typeof(NULL) vaut 'null', pas 'integer', et NOT NULL n'a pas "
              "sa place sur age");
    EXPECT_THAT(run, DoesNotThrow("ligne 2")) << "L'insertion de (Bob, NULL) a été refusée.";
}

TEST_F(Types, AgePasEntier)
{
    const Database base = database("ma_base.db");
    const std::int64_t n = random(10, 99);
    const std::string half = std::to_string(n) + ".5";
    const auto run = program(
        {"essayer", base, "Alice", n, "Bob", "trente", "Chloé", std::to_string(n) + "abc", "Zoé", "", "Hugo", half});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = people(base);
    const bool text = any_row(found, [](const Row& row) { return row.at(1).text().has_value(); });
    const bool hugo = any_row(found, [](const Row& row) { return row.at(0) == Value("Hugo"); });
    ASSERT_THAT(found, AreRows({{"Alice", n}})) << explain(
        found,
        text
            ? "Un texte s'est logé dans la colonne age : en SQLite, INTEGER n'est qu'une préférence. Pour en faire une règle, il y a STRICT, ou "
              "un CHECK sur typeof(age)"
        : hugo
            ? "Un nombre à virgule est passé : une colonne INTEGER garde 30.5 tel quel, si rien ne le refuse. Il y a STRICT, ou un "
              "CHECK sur typeof(age)"
            : "Seule Alice a un âge entier : les quatre autres lignes devaient être refusées, et elles seules");
    for (const char* line : {"ligne 2", "ligne 3", "ligne 4", "ligne 5"}) {
        EXPECT_THAT(run, Throws(line, constraint))
            << aloud(run, line,
                     "L'âge de la " + std::string(line) +
                         " de la commande n'est pas un entier : l'insertion doit échouer avec le code 19.");
    }
}

TEST_F(Types, NomAbsent)
{
    const Database base = database("ma_base.db");
    const auto run = program({"essayer", base, "Alice", 30, "", random(1, 99), "NULL", random(1, 99)});
    ASSERT_THAT(run, EndsWell()) << why(run);
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
    ASSERT_THAT(found, AreRows({{"Alice", 30}})) << explain(found, remark) << name_too(found, null || empty, remark);
    EXPECT_THAT(run, Throws("ligne 2", constraint))
        << aloud(run, "ligne 2", "Un nom vide doit faire échouer l'insertion avec le code 19.");
    EXPECT_THAT(run, Throws("ligne 3", constraint))
        << aloud(run, "ligne 3", "Un nom NULL doit faire échouer l'insertion avec le code 19.");
}

TEST_F(Types, NomTropLong)
{
    const Database base = database("ma_base.db");
    const std::string plain = repeated("a", 50);
    const std::string accented = repeated("é", 50);
    const std::string too_long = repeated("b", random(51, 60));
    const std::string one_too_many = repeated("é", 51);
    const auto run = program({"essayer", base, plain, 30, accented, 40, too_long, 50, one_too_many, 60});
    ASSERT_THAT(run, EndsWell()) << why(run);
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
    ASSERT_THAT(found, AreRows({{plain, 30}, {accented, 40}}))
        << explain(found, remark) << name_too(found, has(too_long) || has(one_too_many), remark);
    EXPECT_THAT(run, Throws("ligne 3", constraint))
        << aloud(run, "ligne 3", "Un nom trop long doit faire échouer l'insertion avec le code 19.");
    EXPECT_THAT(run, Throws("ligne 4", constraint))
        << aloud(run, "ligne 4", "Un nom de 51 lettres accentuées est trop long, lui aussi.");
}
