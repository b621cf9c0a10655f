// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <string>
#include <vector>

using Joindre = atelier::check::Exercise;
using namespace atelier::check;

namespace {

/// `values` of each market of Saturday, of its commune `c` and département `d`.
std::string expected_sql(const std::string& values)
{
    return "SELECT " + values +
           " FROM marches AS m JOIN communes AS c ON c.code = m.code_commune "
           "JOIN departements AS d ON d.code = c.code_departement WHERE m.jour = 'samedi'";
}

/// Where the program stops.
constexpr std::size_t most_rows = 300;

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
    "La requête rend trois colonnes : l'id du marché, le nom de la commune, le nom du département.";

bool has_three_columns(const Table& table)
{
    return std::all_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.size() == 3; });
}

/// The first column and that of number `column` (from 0) of each row, each pair once.
Table column_of(const Table& found, std::size_t column)
{
    Table kept;
    for (const Row& row : found.rows) {
        const Row pair = column == 0 ? Row{row.front()} : Row{row.front(), row[column]};
        if (column == 0 || std::find(kept.rows.begin(), kept.rows.end(), pair) == kept.rows.end()) {
            kept.rows.push_back(pair);
        }
    }
    return kept;
}

bool repeats(const Table& ids)
{
    return std::any_of(ids.rows.begin(), ids.rows.end(),
                       [&](const Row& row) { return std::count(ids.rows.begin(), ids.rows.end(), row) > 1; });
}

/// Whether the query has USING or NATURAL, which join by columns of the same name.
bool joins_by_name(const Execution& run)
{
    std::string sql = sql_of(run);
    std::transform(sql.begin(), sql.end(), sql.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return sql.find("USING") != std::string::npos || sql.find("NATURAL") != std::string::npos;
}

/// Whether `found` is exactly what `sql` gives: the mark of a mistake.
bool is(const Table& found, const Table& mistake) { return ::testing::Matches(SameRowsAs(mistake))(found); }

/// Whether `ids` lacks markets of Saturday, and all of them have a neighbour there: another one of their commune.
bool keeps_one_per_commune(const Database& base, const Table& ids)
{
    const auto holds = [&](const Value& id) {
        return std::find(ids.rows.begin(), ids.rows.end(), Row{id}) != ids.rows.end();
    };
    const Table markets = base.rows("SELECT id, code_commune FROM marches WHERE jour = 'samedi'");
    const auto here =
        std::count_if(markets.rows.begin(), markets.rows.end(), [&](const Row& market) { return holds(market[0]); });
    return here < std::ptrdiff_t(markets.rows.size()) &&
           std::all_of(markets.rows.begin(), markets.rows.end(), [&](const Row& market) {
               return holds(market[0]) || std::any_of(markets.rows.begin(), markets.rows.end(), [&](const Row& other) {
                          return other[1] == market[1] && holds(other[0]);
                      });
           });
}

/// The rows of `table` whose first value is that of a row of `other`. Which markets are there, the first check says.
Table among(Table table, const Table& other)
{
    std::erase_if(table.rows, [&](const Row& row) {
        return std::none_of(other.rows.begin(), other.rows.end(),
                            [&](const Row& it) { return it.front() == row.front(); });
    });
    return table;
}

constexpr std::size_t enough = 5;

constexpr const char* too_few =
    "Il n'y a pas encore assez de marchés du samedi pour juger de cette colonne : voyez d'abord la tâche 1.";

constexpr const char* product =
    "Des marchés reviennent plusieurs fois : une table est jointe sans condition (ON), ou par une condition que plusieurs lignes remplissent "
    "(leçon 5, « Joindre deux tables »).";

}  // namespace

TEST_F(Joindre, MarchesDuSamedi)
{
    const Database base = fixture();
    const auto run = program({"interroger", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_TRUE(has_three_columns(run.returned("ligne"))) << three_columns;
    const Table ids = column_of(run.returned("ligne"), 0);
    EXPECT_THAT(ids, SameRowsAs(base.rows(expected_sql("m.id"))))
        << about_query(sql_of(run))
        << (std::find(ids.rows.begin(), ids.rows.end(), Row{nullptr}) != ids.rows.end()
                ? "Des lignes n'ont pas de marché : une jointure externe a gardé des communes qui n'en ont pas. Partez des marchés."
            : ids.rows.size() >= most_rows
                ? "Il y a beaucoup trop de lignes. Chaque table est-elle jointe avec son ON ? Sans condition, chaque ligne de l'une se "
                  "met à côté de chaque ligne de l'autre (leçon 5, « Joindre deux tables »)."
            : ids.empty() && joins_by_name(run)
                ? "Aucun marché n'est rendu. USING et NATURAL comparent les colonnes de même nom : le code d'une commune et celui d'un département ne sont "
                  "jamais égaux. Dites avec ON ce qui doit correspondre (leçon 5, « Joindre deux tables »)."
            : ids.empty()
                ? "Aucun marché n'est rendu : une des conditions n'est jamais vraie. Comparez-vous bien des codes à des codes, et le jour à 'samedi', en minuscules ?"
            : is(ids, base.rows("SELECT id FROM marches"))
                ? "Les marchés des autres jours sont là : WHERE choisit ceux du samedi."
            : repeats(ids) ? product
            : keeps_one_per_commune(base, ids)
                ? "Les marchés qui manquent sont tous dans une commune dont un autre marché est là : une commune peut en avoir deux le samedi. DISTINCT et "
                  "GROUP BY n'en gardent qu'un."
                : "Il faut tous les marchés du samedi. S'il en manque, c'est qu'une jointure ne leur trouve pas de correspondance : nom_commune n'est pas "
                  "toujours bien écrit, code_commune l'est (leçon 5, « Joindre deux tables »).");
}

TEST_F(Joindre, NomOfficiel)
{
    const Database base = fixture();
    const auto run = program({"interroger", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_TRUE(has_three_columns(run.returned("ligne"))) << three_columns;
    const Table right = base.rows(expected_sql("m.id, c.nom"));
    const Table found = among(column_of(run.returned("ligne"), 1), right);
    const Table expected = among(right, found);
    ASSERT_TRUE(expected.rows.size() >= enough) << too_few;
    const auto are = [&](const char* mistake) { return is(found, among(base.rows(expected_sql(mistake)), found)); };
    EXPECT_THAT(found, SameRowsAs(expected))
        << about_query(sql_of(run))
        << (are("m.id, m.nom_commune")
                ? "Ces noms sont ceux de nom_commune, tapés à la main. Le nom officiel est dans la table communes (leçon 5, « Joindre deux tables »)."
            : are("m.id, c.code") || are("m.id, d.nom")
                ? "La deuxième colonne est le nom de la commune."
                : "Chaque marché du samedi va avec le nom officiel de sa commune, celle dont il porte le code (leçon 5, « Joindre deux tables »).");
}

TEST_F(Joindre, Departement)
{
    const Database base = fixture();
    const auto run = program({"interroger", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_TRUE(has_three_columns(run.returned("ligne"))) << three_columns;
    const Table right = base.rows(expected_sql("m.id, d.nom"));
    const Table found = among(column_of(run.returned("ligne"), 2), right);
    const Table expected = among(right, found);
    ASSERT_TRUE(expected.rows.size() >= enough) << too_few;
    const auto are = [&](const char* mistake) { return is(found, among(base.rows(expected_sql(mistake)), found)); };
    EXPECT_THAT(found, SameRowsAs(expected))
        << about_query(sql_of(run))
        << (are("m.id, d.code")
                ? "C'est le code du département : son nom est dans la table departements (leçon 5, « Joindre deux tables »)."
            : repeats(column_of(run.returned("ligne"), 0))
                ? product
                : "Chaque marché du samedi va avec le nom du département de sa commune (leçon 5, « Joindre deux tables »).");
}

TEST_F(Joindre, Homonymes)
{
    // Only the markets of communes that share their name: one of a pair, sometimes both.
    const Database base = fixture(
        "DELETE FROM marches WHERE nom_commune NOT IN (SELECT nom FROM communes GROUP BY nom HAVING count(*) > 1)");
    const auto run = program({"interroger", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = run.returned("ligne");
    ASSERT_TRUE(has_three_columns(found)) << three_columns;
    const Table expected = base.rows(expected_sql("m.id, c.nom, d.nom"));
    EXPECT_THAT(found, SameRowsAs(expected))
        << about_query(sql_of(run))
        << (is(found,
               base.rows("SELECT m.id, c.nom, d.nom FROM marches AS m JOIN communes AS c ON c.nom = m.nom_commune "
                         "JOIN departements AS d ON d.code = c.code_departement WHERE m.jour = 'samedi'"))
                ? "Un même marché est placé dans deux communes homonymes : la jointure se fait par le nom. Un nom n'est pas une clé ; le code en est "
                  "une (leçon 5, « Joindre deux tables »)."
            : repeats(column_of(found, 0)) ? product
            : !is(column_of(found, 0), base.rows(expected_sql("m.id")))
                ? "Les marchés rendus ne sont pas ceux du samedi, tous et seuls : voyez d'abord la tâche 1."
                : "Ici, tous les marchés sont dans des communes qui ont une homonyme. Chacun va avec sa commune et son département (leçon 5, « Joindre "
                  "deux tables »).");
}
