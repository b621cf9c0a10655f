// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

using Schema = atelier::check::Exercise;
using namespace atelier::check;

namespace {

// SQLite's extended codes: the kind of constraint that refused the row.
constexpr int not_null = 1299;
constexpr int unique = 2067;
constexpr int check = 275;
constexpr int datatype = 3091;

const char* const rules = " (leçon 7, « Cinq règles et leurs codes »).";
const char* const strict = " (leçon 7, « Une table stricte »).";

Table people(const Database& base) { return base.rows("SELECT nom, age FROM utilisateurs"); }

template <class Predicate>
bool any_row(const Table& table, Predicate matches)
{
    return std::any_of(table.rows.begin(), table.rows.end(), matches);
}

bool has_name(const Table& table, const Value& name)
{
    return any_row(table, [&](const Row& row) { return row.front() == name; });
}

/// Whether one of `words` stands in the schema, as SQLite saw it.
bool schema_has(const Execution& run, std::initializer_list<const char*> words)
{
    const std::vector<Statement>& statements = run.trace().statements;
    return std::any_of(statements.begin(), statements.end(), [&](const Statement& statement) {
        return std::any_of(words.begin(), words.end(),
                           [&](const char* word) { return statement.sql.find(word) != std::string::npos; });
    });
}

/// What is known of the mistake behind an exception that left the schema itself.
std::string why(const Execution& run)
{
    const auto caught = run.exception("essayer");
    if (!caught) {
        return {};
    }
    const auto says = [&](const char* words) { return caught->what.find(words) != std::string::npos; };
    if (says("unknown datatype") || says("missing datatype")) {
        return "Dans une table STRICT, chaque colonne a l'un de ces types, et aucun autre : INT, INTEGER, REAL, TEXT, BLOB ou ANY. Une "
               "longueur, comme dans VARCHAR(50), n'y a pas sa place" +
               std::string(strict);
    }
    if (says("syntax error") || says("incomplete input") || says("unrecognized token")) {
        return "C'est votre schéma que SQLite n'a pas compris : le mot entre guillemets est celui qui l'a arrêté, l'erreur est là ou juste avant. "
               "Voyez les virgules : une entre deux colonnes, aucune après la dernière. Les règles d'une colonne se suivent sans virgule" +
               std::string(rules);
    }
    return {};
}

/// Why nothing was accepted, or something else than the row in question went wrong; empty when nothing simple explains it.
std::string simple(const Execution& run, const Table& found)
{
    const auto caught = run.exception("ligne 1");
    if (!found.problem.empty() && run.trace().closed_in_transaction) {
        return "La table a été créée, puis annulée, et les lignes avec elle : le schéma ouvre une transaction (BEGIN) et ne la valide pas (COMMIT).";
    }
    if (caught && caught->what.find("no such table") != std::string::npos) {
        return "Votre schéma n'a pas créé de table utilisateurs (tâche 1).";
    }
    if (caught && caught->what.find("no column named") != std::string::npos) {
        return "La table s'appelle utilisateurs, et ses colonnes id, nom et age (tâche 1).";
    }
    if (caught && caught->extended_code == not_null && caught->what.find("utilisateurs.id") != std::string::npos) {
        return "SQLite ne numérote que la colonne déclarée exactement INTEGER PRIMARY KEY, dans une table ordinaire : ni INT PRIMARY KEY, ni WITHOUT "
               "ROWID" +
               std::string(rules);
    }
    if (caught && caught->extended_code == check) {
        return "Un CHECK refuse dès la première ligne, dont le nom et l'âge sont tout à fait possibles. S'il porte sur l'âge : BETWEEN donne d'abord "
               "la borne basse, puis la borne haute, et AND demande que les deux conditions soient vraies" +
               std::string(rules);
    }
    if (!found.problem.empty()) {
        return "La table s'appelle utilisateurs, et ses colonnes id, nom et age (tâche 1).";
    }
    if (any_row(found, [](const Row& row) {
            const auto* const real = std::get_if<double>(&row.back().data());
            return real != nullptr && std::floor(*real) == *real;
        })) {
        return "Un âge entier est devenu un nombre à virgule, 30.0 au lieu de 30 : déclarez age INTEGER (tâche 4).";
    }
    return {};
}

/// `remark`, unless something simpler explains what happened.
std::string unless_simple(const Execution& run, const Table& found, const std::string& remark)
{
    const std::string reason = simple(run, found);
    return reason.empty() ? remark : reason;
}

/// Why the line `line` of the command, which left no row, has not been refused with the code that was announced.
std::string wrong_code(const Execution& run, const std::string& line, int code)
{
    const auto caught = run.exception(line);
    if (!caught) {
        return "La " + line +
               " de la commande a été écartée en silence, sans erreur, comme le font ON CONFLICT IGNORE ou RAISE(IGNORE) ; ou elle en a "
               "remplacé une autre. La caisse doit apprendre le refus : ne donnez pas de clause ON CONFLICT à vos contraintes.";
    }
    if (caught->extended_code == 1811) {
        return "La ligne est refusée, mais par un déclencheur : la caisse ne sait pas pourquoi. Une contrainte porte le code de sa sorte" +
               std::string(rules);
    }
    if (code == not_null && caught->extended_code == check) {
        return "La ligne est refusée, mais par un CHECK : la caisse répond « Cet âge est impossible. » L'absence de nom a sa propre contrainte, "
               "NOT NULL" +
               std::string(rules);
    }
    if (code == datatype && caught->extended_code == check) {
        return "La ligne est refusée, mais par un CHECK : la caisse répond « Cet âge est impossible. » Dans une table stricte, le type est vérifié "
               "avant les CHECK, et le refus a son propre code" +
               std::string(strict);
    }
    if (code == unique && caught->extended_code == 1555) {
        return "La ligne est refusée parce que nom est la clé primaire, dont le refus a un autre code. La clé primaire est id ; le nom, lui, est UNIQUE" +
               std::string(rules);
    }
    return "Le refus doit porter le code du tableau de l'énoncé : c'est ainsi que la caisse sait quoi répondre" +
           std::string(rules);
}

}  // namespace

TEST_F(Schema, LignesOrdinaires)
{
    const Database base = database("ma_base.db");
    const std::int64_t age = random(2, 149);
    const auto run = program({"essayer", base, "Alice", age, "L'Haÿ", age, "Zoé", 0, "Doyenne", 150, "Bob", 30});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = base.rows("SELECT id, nom, age FROM utilisateurs");
    const bool no_twins = has_name(people(base), "Alice") && !has_name(people(base), "L'Haÿ");
    const bool no_bounds =
        has_name(people(base), "Bob") && (!has_name(people(base), "Zoé") || !has_name(people(base), "Doyenne"));
    ASSERT_THAT(found,
                AreRows({{1, "Alice", age}, {2, "L'Haÿ", age}, {3, "Zoé", 0}, {4, "Doyenne", 150}, {5, "Bob", 30}}))
        << unless_simple(
               run, people(base),
               no_twins ? "Alice et L'Haÿ ont le même âge, et c'est permis : c'est le nom qui est unique, pas l'âge" +
                              std::string(rules)
               : no_bounds
                   ? "0 et 150 sont des âges possibles : BETWEEN comprend ses deux bornes, ce que ne font ni > ni <" +
                         std::string(rules)
                   : "Ces cinq lignes respectent l'énoncé. SQLite les numérote de 1 à 5, ce qui demande « id INTEGER PRIMARY KEY »" +
                         std::string(rules));
    for (const char* line : {"ligne 1", "ligne 2", "ligne 3", "ligne 4", "ligne 5"}) {
        EXPECT_THAT(run, DoesNotThrow(line))
            << "La " << line << " de la commande est correcte, et votre schéma l'a refusée.";
    }
}

TEST_F(Schema, NomAbsent)
{
    const Database base = database("ma_base.db");
    const std::int64_t age = random(18, 60);
    const auto run = program({"essayer", base, "Alice", age, "-", age + 1});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = people(base);
    ASSERT_THAT(found, AreRows({{"Alice", age}})) << unless_simple(
        run, found,
        has_name(found, nullptr)
            ? "Un client sans nom est entré : UNIQUE laisse passer NULL, et un CHECK dont la condition vaut NULL aussi. Il "
              "faut NOT NULL" +
                  std::string(rules)
            : "Seule Alice devait rester" + std::string(rules));
    EXPECT_THAT(run, Throws("ligne 2", not_null)) << wrong_code(run, "ligne 2", not_null);
}

TEST_F(Schema, NomEnDouble)
{
    const Database base = database("ma_base.db");
    const std::int64_t age = random(18, 60);
    const auto run = program({"essayer", base, "Alice", age, "Bob", age, "Alice", age, "Bob", age + 1});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = people(base);
    const auto count = [&](const Value& name) {
        return std::count_if(found.rows.begin(), found.rows.end(), [&](const Row& row) { return row.front() == name; });
    };
    std::string remark = "Alice et Bob devaient rester, tels qu'ils sont arrivés" + std::string(rules);
    if (count("Bob") > 0 && run.exception("ligne 2")) {
        remark =
            "La première ligne au nom de Bob a été refusée : Alice a le même âge, et c'est permis. C'est le nom qui est unique, pas l'âge" +
            std::string(rules);
    } else if (found.rows == std::vector<Row>{{"Alice", age}, {"Bob", age + 1}}) {
        remark =
            "Le second venu a remplacé le premier, sans erreur : c'est ce que fait ON CONFLICT REPLACE. Ne donnez pas de clause ON CONFLICT à "
            "vos contraintes.";
    } else if (count("Alice") > 0 && count("Bob") == 0) {
        remark = "Alice et Bob ont le même âge, et c'est permis : c'est le nom qui est unique, pas l'âge" +
                 std::string(rules);
    } else if (count("Bob") > 1 && count("Alice") == 1) {
        remark =
            "Le même nom est entré deux fois, avec des âges différents : UNIQUE (nom, age) rend unique le couple, pas le nom" +
            std::string(rules);
    } else if (count("Bob") > 1 || count("Alice") > 1) {
        remark = "Le même nom est entré deux fois : le nom doit être UNIQUE" + std::string(rules);
    }
    ASSERT_THAT(found, AreRows({{"Alice", age}, {"Bob", age}})) << unless_simple(run, found, remark);
    for (const char* line : {"ligne 3", "ligne 4"}) {
        EXPECT_THAT(run, Throws(line, unique)) << wrong_code(run, line, unique);
    }
}

TEST_F(Schema, AgeImpossible)
{
    const Database base = database("ma_base.db");
    const std::int64_t age = random(18, 60);
    const std::int64_t below = -random(2, 100);
    const std::int64_t above = random(152, 1000);
    const auto run = program({"essayer", base, "Alice", age, "Bob", -1, "Zoé", 151, "Hugo", below, "Noé", above});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = people(base);
    const bool low = has_name(found, "Bob") || has_name(found, "Hugo");
    const bool high = has_name(found, "Zoé") || has_name(found, "Noé");
    ASSERT_THAT(found, AreRows({{"Alice", age}})) << unless_simple(
        run, found,
        low && high && schema_has(run, {"<= age <", "< age <"})
            ? "En SQL, 0 <= age <= 150 se lit (0 <= age) <= 150 : 0 ou 1, toujours plus petit que 150. Écrivez BETWEEN, ou deux "
              "conditions unies par AND" +
                  std::string(rules)
        : low && high
            ? "Un âge négatif et un âge de plus de 150 ans sont entrés : il faut un CHECK sur age" + std::string(rules)
        : low  ? "Un âge négatif est entré : le CHECK a deux bornes" + std::string(rules)
        : high ? "Un âge de plus de 150 ans est entré : le CHECK a deux bornes" + std::string(rules)
               : "Seule Alice devait rester" + std::string(rules));
    for (const char* line : {"ligne 2", "ligne 3", "ligne 4", "ligne 5"}) {
        EXPECT_THAT(run, Throws(line, check)) << wrong_code(run, line, check);
    }
}

TEST_F(Schema, AgeInconnu)
{
    const Database base = database("ma_base.db");
    const std::int64_t age = random(18, 60);
    const auto run = program({"essayer", base, "Alice", age, "Bob", "-", "Zoé", "-"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = people(base);
    const auto refused = run.exception("ligne 2");
    std::string remark = "L'âge de Bob et celui de Zoé sont inconnus : NULL est accepté, pour les deux";
    if (refused && refused->extended_code == not_null) {
        remark = "NOT NULL n'a pas sa place sur age : on ne connaît pas toujours l'âge de quelqu'un";
    } else if (refused && refused->extended_code == check) {
        remark =
            "Votre CHECK refuse NULL. age BETWEEN 0 AND 150 tout court vaut NULL quand age est NULL, et un CHECK ne refuse que ce qui est "
            "faux : retirez ce que vous avez ajouté, IS NOT NULL, coalesce ou typeof";
    }
    ASSERT_THAT(found, AreRows({{"Alice", age}, {"Bob", nullptr}, {"Zoé", nullptr}}))
        << unless_simple(run, found, remark + rules);
    for (const char* line : {"ligne 2", "ligne 3"}) {
        EXPECT_THAT(run, DoesNotThrow(line));
    }
}

TEST_F(Schema, MauvaisType)
{
    const Database base = database("ma_base.db");
    const std::int64_t age = random(18, 60);
    const std::string half = std::to_string(age) + ".5";
    const auto run = program({"essayer", base, "Alice", age, "Bob", "trente", "Zoé", half, "octets:Hugo", age});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = people(base);
    const bool real = any_row(found, [](const Row& row) { return std::holds_alternative<double>(row.back().data()); });
    const bool text = any_row(found, [](const Row& row) { return row.back().text().has_value(); });
    const bool blob = any_row(found, [](const Row& row) { return row.front().type_name() == "BLOB"; });
    std::string remark = "Seule Alice devait rester" + std::string(strict);
    if (text || real || blob) {
        remark =
            std::string(text   ? "Un texte s'est logé dans la colonne age"
                        : real ? "Un nombre à virgule s'est logé dans la colonne age"
                               : "Un BLOB s'est logé dans la colonne nom") +
            (schema_has(run, {"STRICT", "strict"})
                 ? " : la table n'est pas stricte, car STRICT n'est pas à sa place, après la parenthèse qui ferme la table"
                 : " : sans STRICT, le type d'une colonne n'est qu'une préférence") +
            strict;
    }
    ASSERT_THAT(found, AreRows({{"Alice", age}})) << unless_simple(run, found, remark);
    for (const char* line : {"ligne 2", "ligne 3", "ligne 4"}) {
        EXPECT_THAT(run, Throws(line, datatype)) << wrong_code(run, line, datatype);
    }
}
