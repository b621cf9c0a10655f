// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <string>
#include <vector>

using JointureExterne = atelier::check::Exercise;
using namespace atelier::check;

namespace {

/// `values` of each commune `c` that fits; `more` restricts them.
std::string expected_sql(const std::string& values, const std::string& more = "1")
{
    return "SELECT " + values +
           " FROM communes AS c WHERE c.population > 8000 AND NOT EXISTS (SELECT 1 FROM marches AS s WHERE s.code_commune = "
           "c.code AND s.jour = 'samedi') AND (" +
           more + ")";
}

constexpr const char* has_none = "NOT EXISTS (SELECT 1 FROM marches AS m WHERE m.code_commune = c.code)";
constexpr const char* has_some = "EXISTS (SELECT 1 FROM marches AS m WHERE m.code_commune = c.code)";
constexpr const char* markets = "(SELECT count(*) FROM marches AS m WHERE m.code_commune = c.code)";

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

constexpr const char* three_columns =
    "La requête rend trois colonnes : le code de la commune, son nom, le nombre de ses marchés.";

bool has_three_columns(const Table& table)
{
    return std::all_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.size() == 3; });
}

bool holds(const Table& table, const Value& code)
{
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) { return row.front() == code; });
}

/// Code and name of the rows of `found` whose code `codes` holds.
Table communes_among(const Table& found, const Table& codes)
{
    Table kept;
    for (const Row& row : found.rows) {
        if (holds(codes, row[0])) {
            kept.rows.push_back({row[0], row[1]});
        }
    }
    return kept;
}

bool repeats(const Table& found)
{
    return std::any_of(found.rows.begin(), found.rows.end(), [&](const Row& row) {
        return std::count_if(found.rows.begin(), found.rows.end(),
                             [&](const Row& other) { return other.front() == row.front(); }) > 1;
    });
}

/// Whether the first column is that of the names.
bool begins_with_names(const Database& base, const Table& found)
{
    return !found.empty() && holds(base.rows("SELECT nom FROM communes"), found.rows.front().front());
}

/// Whether a commune of 8 000 inhabitants, not one more, is there.
bool has_exactly_8000(const Database& base, const Table& found)
{
    const Table codes = base.rows("SELECT code FROM communes WHERE population = 8000");
    return std::any_of(found.rows.begin(), found.rows.end(), [&](const Row& row) { return holds(codes, row.front()); });
}

/// Whether a commune is missing whose namesake is there.
bool lacks_a_namesake(const Database& base, const Table& found)
{
    const Table pairs =
        base.rows("SELECT a.code, b.code FROM communes AS a JOIN communes AS b ON b.nom = a.nom AND b.code <> a.code "
                  "WHERE a.population > 8000 AND b.population > 8000");
    return std::any_of(pairs.rows.begin(), pairs.rows.end(),
                       [&](const Row& pair) { return holds(found, pair[0]) && !holds(found, pair[1]); });
}

/// Whether a commune has its namesake's markets too.
bool adds_a_namesake(const Database& base, const Table& found)
{
    const Table sums = base.rows(
        "SELECT a.code, a.nom, count(m.id) FROM communes AS a JOIN communes AS b ON b.nom = a.nom AND b.code <> a.code "
        "LEFT JOIN marches AS m ON m.code_commune IN (a.code, b.code) WHERE a.population > 8000 AND b.population > 8000 GROUP BY a.code "
        "HAVING count(m.id) > count(m.id) FILTER (WHERE m.code_commune = a.code)");
    return lacks_a_namesake(base, found) && std::any_of(sums.rows.begin(), sums.rows.end(), [&](const Row& row) {
               return std::find(found.rows.begin(), found.rows.end(), row) != found.rows.end();
           });
}

constexpr const char* merged =
    "Deux communes portent le même nom, et une seule est là : le groupe se fait par le code, qui n'en désigne qu'une (leçon 5, « Garder ceux qui "
    "n'ont rien »).";

constexpr const char* not_more =
    "Une commune de 8 000 habitants tout juste est là : elle n'en a pas plus de 8 000. C'est > et non >=.";

constexpr const char* code_first = "La première colonne est le code de la commune, et la deuxième son nom.";

constexpr const char* one_row_each =
    "Une commune revient plusieurs fois, une ligne par marché : GROUP BY c.code n'en fait qu'une (leçon 5, « Compter et grouper »).";

}  // namespace

TEST_F(JointureExterne, SansAucunMarche)
{
    const Database base = fixture();
    const auto run = program({"interroger", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = run.returned("ligne");
    ASSERT_TRUE(has_three_columns(found)) << three_columns;
    // Of all the communes without a market, large or small, those that are to be there.
    const Table obtained =
        communes_among(found, base.rows(std::string("SELECT c.code FROM communes AS c WHERE ") + has_none));
    EXPECT_THAT(obtained, SameRowsAs(base.rows(expected_sql("c.code, c.nom", has_none))))
        << about_query(sql_of(run))
        << (begins_with_names(base, found) ? code_first
            : found.empty()
                ? "Rien n'est rendu. Si vous joignez par LEFT JOIN, une condition sur la table de droite placée dans WHERE écarte les lignes qu'il a "
                  "gardées : mettez-la dans ON (leçon 5, « Garder ceux qui n'ont rien »)."
            : found.rows.size() == 1
                ? "Une seule ligne : sans GROUP BY, une agrégation résume toute la table (leçon 5, « Compter et grouper »)."
            : obtained.empty()
                ? "Les communes qui n'ont aucun marché manquent toutes. Une jointure ordinaire les perd ; LEFT JOIN les garde, si WHERE ne les écarte "
                  "pas ensuite : leurs colonnes de droite valent NULL, et une comparaison avec NULL n'est jamais vraie (leçon 5, « Garder ceux qui "
                  "n'ont rien »)."
            : has_exactly_8000(base, obtained) ? not_more
            : lacks_a_namesake(base, found)
                ? merged
                : "Parmi les communes qui n'ont aucun marché, il faut celles de plus de 8 000 habitants, chacune une fois.");
}

TEST_F(JointureExterne, AutresJours)
{
    const Database base = fixture();
    const auto run = program({"interroger", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = run.returned("ligne");
    ASSERT_TRUE(has_three_columns(found)) << three_columns;
    const Table with_markets = base.rows("SELECT code_commune FROM marches");
    const Table on_saturday = base.rows("SELECT code_commune FROM marches WHERE jour = 'samedi'");
    const bool has_saturday = std::any_of(found.rows.begin(), found.rows.end(),
                                          [&](const Row& row) { return holds(on_saturday, row.front()); });
    const Table obtained = communes_among(found, with_markets);
    EXPECT_THAT(obtained, SameRowsAs(base.rows(expected_sql("c.code, c.nom", has_some))))
        << about_query(sql_of(run))
        << (begins_with_names(base, found) ? code_first
            : repeats(obtained)            ? one_row_each
            : has_saturday
                ? "Des communes qui ont un marché le samedi sont là. jour <> 'samedi' écarte leurs marchés du samedi, mais garde les autres, et donc la "
                  "commune. La question porte sur tous les marchés de la commune (leçon 5, « Garder ceux qui n'ont rien »)."
            : obtained.empty()
                ? "Les communes qui ont des marchés, mais aucun le samedi, manquent : elles conviennent aussi."
            : lacks_a_namesake(base, found)
                ? merged
                : "Parmi les communes qui ont des marchés, il faut celles de plus de 8 000 habitants qui n'en ont pas le samedi.");
}

TEST_F(JointureExterne, Nombre)
{
    const Database base = fixture();
    const auto run = program({"interroger", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = run.returned("ligne");
    ASSERT_TRUE(has_three_columns(found)) << three_columns;
    // The number of each commune that is there; which communes, the other checks say.
    Table expected = base.rows(expected_sql(std::string("c.code, ") + markets));
    std::erase_if(expected.rows, [&](const Row& row) { return !holds(found, row.front()); });
    const auto with_none = std::count_if(expected.rows.begin(), expected.rows.end(),
                                         [](const Row& row) { return row.back() == Value(0); });
    ASSERT_TRUE(with_none > 0 && with_none < std::ptrdiff_t(expected.rows.size()))
        << "Pour juger de cette colonne, il faut des communes sans aucun marché et d'autres qui en ont : voyez d'abord la tâche 1.";
    Table obtained;
    for (const Row& row : found.rows) {
        if (holds(expected, row[0])) {
            obtained.rows.push_back({row[0], row[2]});
        }
    }
    const bool zero_as_one = std::any_of(expected.rows.begin(), expected.rows.end(), [&](const Row& row) {
        const Row one{row.front(), 1};
        return row.back() == Value(0) &&
               std::find(obtained.rows.begin(), obtained.rows.end(), one) != obtained.rows.end();
    });
    const bool none_counted =
        std::all_of(obtained.rows.begin(), obtained.rows.end(), [](const Row& row) { return row.back() == Value(0); });
    const bool zero_as_null =
        std::any_of(obtained.rows.begin(), obtained.rows.end(), [](const Row& row) { return row.back().is_null(); });
    EXPECT_THAT(obtained, SameRowsAs(expected))
        << about_query(sql_of(run))
        << (obtained.empty()               ? "Aucune des communes attendues n'est là : voyez d'abord la tâche 1."
            : repeats(obtained)            ? one_row_each
            : adds_a_namesake(base, found) ? merged
            : zero_as_one
                ? "Des communes sans marché en ont 1 : count(*) compte la ligne que LEFT JOIN a gardée, et qui ne contient que des NULL. Comptez une "
                  "colonne de marches (leçon 5, « Garder ceux qui n'ont rien »)."
            : none_counted
                ? "Aucun marché n'est compté. Si la condition jour = 'samedi' est dans ON, la jointure n'amène que des marchés du samedi, et ces communes n'en "
                  "ont pas : comptez à part, ou joignez tous les marchés (leçon 5, « Garder ceux qui n'ont rien »)."
            : zero_as_null
                ? "Le nombre est NULL là où il devrait être 0 : une somme de rien est NULL ; count, lui, donne 0 (leçon 5, « Compter et grouper »)."
                : "Il faut le nombre de marchés de chaque commune rendue, 0 compris (leçon 5, « Garder ceux qui n'ont rien »).");
}

TEST_F(JointureExterne, CodeInconnu)
{
    // The same communes with and without markets that nobody can place: first without, so that a loss says why.
    const Database without = fixture({}, "sans.db");
    const auto first = program({"interroger", without});
    ASSERT_THAT(first, EndsWell()) << why(first);
    const Table known = without.rows(expected_sql("c.code, c.nom"));
    ASSERT_TRUE(has_three_columns(first.returned("ligne"))) << three_columns;
    ASSERT_THAT(communes_among(first.returned("ligne"), first.returned("ligne")), SameRowsAs(known))
        << "Aucun marché n'a encore de code inconnu, ici : voyez d'abord la tâche 1.";

    const Database base =
        fixture("INSERT INTO marches (jour, code_commune) VALUES ('samedi', NULL), ('mardi', NULL), ('samedi', NULL)");
    const auto second = program({"interroger", base});
    ASSERT_THAT(second, EndsWell()) << why(second);
    const Table found = second.returned("ligne");
    ASSERT_TRUE(has_three_columns(found)) << three_columns;
    // Neither the communes change nor, if they were right, their numbers.
    const std::string all = std::string("c.code, c.nom, ") + markets;
    const bool counts = ::testing::Matches(SameRowsAs(without.rows(expected_sql(all))))(first.returned("ligne"));
    EXPECT_THAT(counts ? found : communes_among(found, found),
                SameRowsAs(base.rows(expected_sql(counts ? all : "c.code, c.nom"))))
        << about_query(sql_of(second))
        << (found.empty()
                ? "Plus rien n'est rendu, parce que des marchés ont NULL pour code : NOT IN face à une liste qui contient NULL n'est jamais vrai. NOT "
                  "EXISTS, ou une jointure externe, n'a pas ce défaut (leçon 5, « Garder ceux qui n'ont rien »)."
                : "Des marchés dont le code est NULL ne changent rien, ni aux communes à rendre, ni à leurs nombres : ils ne sont d'aucune commune (leçon 5, « NULL "
                  "ne se compare pas »).");
}
