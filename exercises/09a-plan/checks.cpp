// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

using Plan = atelier::check::Exercise;
using namespace atelier::check;

namespace {

const char* const lesson = " (leçon 9, « Demander le plan »).";

/// What SQLite itself answers, here and now: its sentences change from one version to the next.
Table expected_plan(const Database& base, const std::string& sql)
{
    Table lines = base.rows("EXPLAIN QUERY PLAN " + sql);
    for (Row& row : lines.rows) {
        row.erase(row.begin(), row.end() - 1);
    }
    return lines;
}

bool all_rows(const Table& table, bool (*is)(const std::string&))
{
    return !table.empty() && std::all_of(table.rows.begin(), table.rows.end(),
                                         [&](const Row& row) { return is(row.front().text().value_or("")); });
}

bool is_number(const std::string& text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

/// An opcode of SQLite's machine (« OpenRead »), or what it is applied to.
bool was_explained(const Execution& run)
{
    const std::vector<std::string>& prepared = run.trace().prepared;
    return std::any_of(prepared.begin(), prepared.end(), [](const std::string& sql) {
        std::string upper;
        for (const char c : sql.substr(0, 40)) {
            const bool is_blank = c == ' ' || c == '\n' || c == '\t';
            if (!is_blank) {
                upper += static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
            }
        }
        return upper.rfind("EXPLAINQUERYPLAN", 0) == 0;
    });
}

/// What is known of the mistake behind an exception.
std::string why(const Execution& run)
{
    const auto caught = run.exception("plan");
    if (caught && caught->what.find("near \"PLAN") != std::string::npos) {
        return "Il manque une espace entre EXPLAIN QUERY PLAN et l'instruction.";
    }
    if (caught && caught->what.find("near \"?\"") != std::string::npos) {
        return "Un marqueur tient la place d'une valeur, jamais celle d'une instruction : mettez EXPLAIN QUERY PLAN et le texte de l'instruction bout à bout.";
    }
    if (caught && caught->what.find("Column index out of range") != std::string::npos) {
        return "Les colonnes se comptent à partir de 0 : la quatrième a le numéro 3 (leçon 4, « Quand ça se passe mal »).";
    }
    return {};
}

std::string about(const Execution& run, const Table& expected)
{
    const Table found = run.returned("ligne");
    if (run.trace().prepared.empty()) {
        return "Aucune requête n'a été préparée : demandez son plan à SQLite, avec EXPLAIN QUERY PLAN" +
               std::string(lesson);
    }
    if (!was_explained(run)) {
        return run.trace().count_prepared("EXPLAIN") > 0
                   ? "EXPLAIN seul décrit la machine interne de SQLite, instruction par instruction. Le plan, c'est EXPLAIN QUERY PLAN" +
                         std::string(lesson)
                   : "Aucune requête préparée ne commence par EXPLAIN QUERY PLAN" + std::string(lesson);
    }
    if (found.empty()) {
        return "Aucune ligne n'a été rendue : la requête est préparée, mais il faut aussi l'exécuter, ligne à ligne, et garder ce qu'elle rend.";
    }
    if (all_rows(found, is_number)) {
        return "Ce sont des numéros, qui disent comment les lignes s'emboîtent : la phrase est dans la quatrième colonne, qui a le numéro 3" +
               std::string(lesson);
    }
    if (all_rows(found, [](const std::string& text) { return text.empty(); })) {
        return "Les textes sont vides : une SQLite::Column lit la ligne courante, et il n'y en a plus. Prenez le texte, avec getString(), "
               "pendant que la ligne est là (leçon 4, « Quand ça se passe mal »).";
    }
    if (found.rows.size() < expected.rows.size()) {
        return "Il manque des lignes : un plan peut en avoir plusieurs, et il faut les rendre toutes.";
    }
    if (std::multiset<Row>(found.rows.begin(), found.rows.end()) ==
        std::multiset<Row>(expected.rows.begin(), expected.rows.end())) {
        return "Ce sont les bonnes lignes, mais pas dans l'ordre de SQLite.";
    }
    return "Rendez le texte de la quatrième colonne tel quel, une ligne du plan par élément" + std::string(lesson);
}

}  // namespace

TEST_F(Plan, UneTable)
{
    const Database base = fixture();
    for (const std::string sql :
         {"SELECT nom FROM communes WHERE population = 0", "SELECT population FROM communes WHERE nom = 'Brest'"}) {
        const auto run = program({"plan", base, sql});
        ASSERT_THAT(run, EndsWell()) << why(run);
        const Table expected = expected_plan(base, sql);
        ASSERT_THAT(run.returned("ligne"), AreRowsInOrder(expected.rows)) << about(run, expected);
    }
}

TEST_F(Plan, PlusieursLignes)
{
    const Database base = fixture();
    for (
        const std::string sql :
        {"SELECT c.nom, d.nom FROM communes AS c JOIN departements AS d ON d.code = c.code_departement ORDER BY c.population",
         "SELECT nom FROM communes WHERE nom = 'Brest' UNION ALL SELECT nom FROM epci WHERE code IN (SELECT code_epci FROM communes)"}) {
        const auto run = program({"plan", base, sql});
        ASSERT_THAT(run, EndsWell()) << why(run);
        const Table expected = expected_plan(base, sql);
        ASSERT_THAT(run.returned("ligne"), AreRowsInOrder(expected.rows)) << about(run, expected);
    }
}

TEST_F(Plan, RienNEstExecute)
{
    const Database base = fixture();
    const Table before = base.rows("SELECT code, nom, population FROM communes ORDER BY code");
    const std::int64_t population = random(100, 2000);
    const std::string sql = "DELETE FROM communes WHERE population < " + std::to_string(population);
    const auto run = program({"plan", base, sql});
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(base.rows("SELECT code, nom, population FROM communes ORDER BY code"), SameRowsAs(before))
        << "Des lignes ont disparu : le DELETE a été exécuté. Précédée d'EXPLAIN QUERY PLAN, l'instruction ne l'est pas ; n'exécutez "
           "rien d'autre"
        << lesson;
    EXPECT_TRUE(run.trace().count("DELETE") == 0)
        << "Les lignes sont encore là, mais le DELETE a été exécuté, puis annulé. Précédée d'EXPLAIN QUERY PLAN, l'instruction n'est pas "
           "exécutée ; n'exécutez rien d'autre"
        << lesson;
    const Table expected = expected_plan(base, sql);
    EXPECT_THAT(run.returned("ligne"), AreRowsInOrder(expected.rows)) << about(run, expected);
}

TEST_F(Plan, Marqueurs)
{
    const Database base = fixture();
    const std::string sql = "UPDATE communes SET population = ? WHERE code = ?";
    const auto run = program({"plan", base, sql});
    const auto caught = run.exception("plan");
    ASSERT_THAT(run, EndsWell())
        << (caught && (caught->code == 0 || caught->code == 25)
                ? "Les marqueurs n'ont pas à être liés : le plan ne dépend pas de leurs valeurs."
                : why(run));
    const Table expected = expected_plan(base, sql);
    EXPECT_THAT(run.returned("ligne"), AreRowsInOrder(expected.rows)) << about(run, expected);
}

TEST_F(Plan, Erreur)
{
    const Database base = fixture();
    const auto wrong = program({"plan", base, "SELECT nom FROM comunes"});
    const auto caught = wrong.exception("plan");
    if (wrong.ending() != Ending::well && wrong.ending() != Ending::exception) {
        ASSERT_THAT(wrong, EndsWell());
    }
    EXPECT_TRUE(caught.has_value())
        << "La table « comunes » n'existe pas, et aucune exception n'est sortie de votre fonction : on croirait que cette requête a un plan. "
           "Laissez passer celle de SQLiteCpp.";
    if (caught) {
        EXPECT_THAT(caught->what, IsEqualTo("no such table: comunes"))
            << (!why(wrong).empty()
                    ? why(wrong)
                    : "SQLite répond que cette table n'existe pas : c'est cette exception-là qui doit sortir, telle quelle.");
    }
}
