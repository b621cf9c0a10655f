// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <string>
#include <vector>

using Selectionner = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* expected_rows =
    "SELECT nom, population FROM communes WHERE code_departement = '29' AND (population > 10000 OR population IS NULL) "
    "ORDER BY population DESC, nom";

/// The SQL that was run, as far as the trace tells.
std::string sql_of(const Execution& run)
{
    return run.trace().prepared.empty() ? std::string() : run.trace().prepared.front();
}

/// What is known of the mistake behind an exception.
std::string why(const Execution& run)
{
    const auto caught = run.exception("interroger");
    return caught ? about_sql_error(caught->what, sql_of(run)) : std::string();
}

bool has_two_columns(const Table& table)
{
    return std::all_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.size() == 2; });
}

/// The rows whose population is known, or those whose is not.
Table of(const Table& table, bool is_known)
{
    Table kept{table.columns, {}, table.problem};
    std::copy_if(table.rows.begin(), table.rows.end(), std::back_inserter(kept.rows),
                 [&](const Row& row) { return row.back().is_null() != is_known; });
    return kept;
}

/// Whether the populations come first, or the names are no names.
bool are_in_another_order(const Table& table)
{
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [](const Row& row) { return row.front().integer().has_value(); });
}

bool has_population(const Table& table, std::int64_t population)
{
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [&](const Row& row) { return row.back() == Value(population); });
}

bool has_small_ones(const Table& table)
{
    return std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) {
        const auto population = row.back().integer();
        return population && *population > 0 && *population < 10000;
    });
}

/// Whether a row is that of a commune of another département.
bool has_strangers(const Database& base, const Table& table)
{
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
        return base.rows("SELECT count(*) FROM communes WHERE code_departement <> '29' AND nom = ? AND population IS ?",
                         {row.front(), row.back()})
                   .only() != Value(0);
    });
}

/// Whether a commune whose population is unknown is there with a number.
bool invents_populations(const Database& base, const Table& table)
{
    const Table unknown = of(base.rows(expected_rows), false);
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
        return !row.back().is_null() && std::any_of(unknown.rows.begin(), unknown.rows.end(),
                                                    [&](const Row& other) { return other.front() == row.front(); });
    });
}

constexpr const char* invented =
    "Des communes dont la population n'est pas connue sont là avec un nombre, comme en donne coalesce(population, 0) : NULL doit rester NULL "
    "(leçon 5, « NULL ne se compare pas »).";

constexpr const char* name_first = "La première colonne n'est pas un nom : le nom d'abord, puis la population.";

constexpr const char* two_columns =
    "La requête rend deux colonnes : le nom, puis la population (leçon 5, « Choisir les colonnes et les lignes »).";

/// The order of task 3: population from the largest, unknown ones last, then name.
bool comes_before(const Row& a, const Row& b)
{
    const Value& left = a.back();
    const Value& right = b.back();
    return left == right ? a.front() < b.front() : right < left;
}

}  // namespace

TEST_F(Selectionner, GrandesCommunes)
{
    const Database base = fixture();
    const auto run = program({"interroger", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = run.returned("ligne");
    const Table expected = of(base.rows(expected_rows), true);
    ASSERT_TRUE(has_two_columns(found)) << two_columns;
    const Table known = of(found, true);
    EXPECT_THAT(known, SameRowsAs(expected))
        << about_query(sql_of(run))
        << (are_in_another_order(found) ? name_first
            : found.empty()
                ? "La requête ne rend aucune ligne : la condition de WHERE n'est vraie pour aucune. Le département s'y compare à son code, '29', "
                  "entre apostrophes."
            : known.empty()                    ? "Aucune commune dont la population soit connue n'est rendue."
            : invents_populations(base, known) ? invented
            : has_strangers(base, known)
                ? "Des communes d'autres départements sont là : le Finistère, c'est code_departement = '29'. Si la requête mêle AND et OR, les "
                  "parenthèses comptent (leçon 5, « Choisir les colonnes et les lignes »)."
            : has_small_ones(known) ? "Des communes de moins de 10 000 habitants sont là : WHERE choisit les lignes."
            : has_population(known, 10000)
                ? "Une commune de 10 000 habitants tout juste n'en a pas plus de 10 000 : > et non >=."
            : has_population(known, 0)
                ? "Une commune de 0 habitant a une population connue : zéro n'est pas NULL (leçon 5, « NULL ne se compare pas »)."
                : "Il faut toutes les communes du Finistère de plus de 10 000 habitants, une fois chacune, et aucune autre.");
}

TEST_F(Selectionner, PopulationInconnue)
{
    const Database base = fixture();
    const auto run = program({"interroger", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = run.returned("ligne");
    ASSERT_TRUE(has_two_columns(found)) << two_columns;
    const Table unknown = of(found, false);
    EXPECT_THAT(unknown, SameRowsAs(of(base.rows(expected_rows), false)))
        << about_query(sql_of(run))
        << (are_in_another_order(found)        ? name_first
            : found.empty()                    ? "La requête ne rend aucune ligne : voyez d'abord la tâche 1."
            : invents_populations(base, found) ? invented
            : unknown.empty()
                ? "Aucune n'est rendue : une comparaison avec NULL ne donne jamais vrai, même = NULL. La condition s'écrit IS NULL (leçon 5, "
                  "« NULL ne se compare pas »)."
            : has_strangers(base, unknown)
                ? "Des communes d'autres départements sont là : a AND b OR c se lit (a AND b) OR c. Mettez des parenthèses autour du OR (leçon "
                  "5, « Choisir les colonnes et les lignes »)."
                : "Il faut toutes les communes du Finistère dont la population n'est pas connue, et aucune autre.");
}

TEST_F(Selectionner, Ordre)
{
    const Database base = fixture();
    const auto run = program({"interroger", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = run.returned("ligne");
    ASSERT_TRUE(has_two_columns(found)) << two_columns;
    const Table expected = base.rows(expected_rows);
    // The order of the rows that are there; which rows, the other checks say. Two kinds of rows are needed to see it all.
    const auto shared = std::count_if(found.rows.begin(), found.rows.end(), [&](const Row& row) {
        return std::find(expected.rows.begin(), expected.rows.end(), row) != expected.rows.end();
    });
    ASSERT_TRUE(shared >= 10)
        << "Il n'y a pas encore assez de bonnes lignes pour juger de leur ordre : voyez d'abord la tâche 1.";
    std::vector<Row> sorted = found.rows;
    std::stable_sort(sorted.begin(), sorted.end(), comes_before);
    const bool by_population = std::is_sorted(found.rows.begin(), found.rows.end(),
                                              [](const Row& a, const Row& b) { return b.back() < a.back(); });
    const bool increases = std::is_sorted(found.rows.begin(), found.rows.end(),
                                          [](const Row& a, const Row& b) { return a.back() < b.back(); });
    EXPECT_THAT(found, AreRowsInOrder(sorted))
        << about_query(sql_of(run))
        << (invents_populations(base, found) ? invented
            : by_population
                ? "Les populations sont bien rangées, mais pas les noms à population égale : un second critère les départage (leçon 5, "
                  "« L'ordre des lignes »)."
            : increases
                ? "L'ordre est à l'envers : du plus petit au plus grand, c'est l'ordre par défaut ; DESC l'inverse (leçon 5, « L'ordre des lignes »)."
                : "Sans ORDER BY, l'ordre des lignes n'est pas promis, et DESC ne porte que sur le critère qu'il suit (leçon 5, « L'ordre "
                  "des lignes »).");
}
