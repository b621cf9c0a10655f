// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using Regrouper = atelier::check::Exercise;
using namespace atelier::check;

namespace {

/// The answer's rows for the départements wanted, whose first column is `code_departement` and whose second is `value`.
std::string expected_sql(const std::string& value)
{
    return "SELECT code_departement, " + value +
           " FROM communes GROUP BY code_departement HAVING count(population) < count(*)";
}

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

constexpr const char* five_columns =
    "La requête rend cinq colonnes : le département, le nombre de communes, le nombre de populations inconnues, la somme, la moyenne.";

bool has_five_columns(const Table& table)
{
    return std::all_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.size() == 5; });
}

/// Whether the query has a GROUP BY.
bool has_group(const Execution& run)
{
    std::string sql = sql_of(run);
    std::transform(sql.begin(), sql.end(), sql.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return sql.find("GROUP") != std::string::npos;
}

/// The first column and that of number `column` (from 0), in the rows whose first is one of `wanted`'s.
Table column_of(const Table& found, std::size_t column, const Table& wanted)
{
    Table kept;
    for (const Row& row : found.rows) {
        if (std::any_of(wanted.rows.begin(), wanted.rows.end(),
                        [&](const Row& other) { return other.front() == row.front(); })) {
            kept.rows.push_back({row.front(), row[column]});
        }
    }
    return kept;
}

/// Whether `found` is what `mistake` would give, row for row: the mark of that mistake.
bool shows(const Database& base, const Table& found, const std::string& mistake)
{
    return ::testing::Matches(SameRowsAs(base.rows(expected_sql(mistake))))(found);
}

constexpr const char* only_the_unknown =
    "Il ne reste que des populations inconnues : les autres communes ont été écartées par WHERE, avant le calcul. Une condition sur tout un "
    "département se met dans HAVING (leçon 5, « Choisir des groupes »).";

constexpr const char* first_the_departements = "Aucun des départements attendus n'est là : voyez d'abord la tâche 1.";

}  // namespace

TEST_F(Regrouper, Departements)
{
    const Database base = fixture();
    const auto run = program({"interroger", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    Table found = run.returned("ligne");
    Table codes;
    for (const Row& row : found.rows) {
        codes.rows.push_back(row.empty() ? row : Row{row.front()});
    }
    std::vector<Row> expected;
    for (const Row& row : base.rows(expected_sql("1")).rows) {
        expected.push_back({row.front()});
    }
    const auto all =
        static_cast<std::size_t>(*base.rows("SELECT count(DISTINCT code_departement) FROM communes").only().integer());
    const bool repeats = std::any_of(codes.rows.begin(), codes.rows.end(), [&](const Row& row) {
        return std::count(codes.rows.begin(), codes.rows.end(), row) > 1;
    });
    const Table names = base.rows("SELECT nom FROM departements");
    const Table none_known =
        base.rows("SELECT code_departement FROM communes GROUP BY code_departement HAVING count(population) = 0");
    const Table none_or_zero =
        base.rows("SELECT DISTINCT code_departement FROM communes WHERE coalesce(population, 0) = 0");
    const bool are_names =
        !codes.empty() && std::find(names.rows.begin(), names.rows.end(), codes.rows.front()) != names.rows.end();
    EXPECT_THAT(codes, AreRows(expected))
        << about_query(sql_of(run))
        << (codes.empty() ? "Aucun département n'est rendu."
            : are_names   ? "La première colonne est le code du département, et non son nom."
            : repeats
                ? "Un département revient plusieurs fois : GROUP BY code_departement donne une ligne par département (leçon 5, « Compter et "
                  "grouper »)."
            : codes.rows.size() == all
                ? "Tous les départements sont là. Il ne faut que ceux où une population manque : HAVING choisit des groupes (leçon 5, "
                  "« Choisir des groupes »)."
            : ::testing::Matches(SameRowsAs(none_known))(codes)
                ? "Seul est là le département dont on ne connaît aucune population. Il suffit qu'il en manque une : comparez deux comptages. Une "
                  "colonne nue, dans HAVING, n'est que la valeur d'une commune du groupe (leçon 5, « Compter et grouper »)."
            : codes.rows.size() == 1 && !has_group(run)
                ? "Une seule ligne : sans GROUP BY, une agrégation résume toute la table, et le code affiché est une colonne nue (leçon 5, "
                  "« Compter et grouper »)."
            : ::testing::Matches(SameRowsAs(none_or_zero))(codes)
                ? "Un département où une commune a 0 habitant est là : sa population est connue. Zéro n'est pas NULL (leçon 5, « NULL ne se compare pas »)."
                : "Il faut les départements où la population d'une commune au moins est NULL (leçon 5, « Choisir des groupes »).");
}

TEST_F(Regrouper, NombreDeCommunes)
{
    const Database base = fixture();
    const auto run = program({"interroger", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_TRUE(has_five_columns(run.returned("ligne"))) << five_columns;
    const Table expected = base.rows(expected_sql("count(*)"));
    const Table found = column_of(run.returned("ligne"), 1, expected);
    EXPECT_THAT(found, SameRowsAs(expected))
        << about_query(sql_of(run))
        << (found.empty() ? first_the_departements
            : shows(base, found, "count(population)")
                ? "count(population) ne compte que les populations connues ; count(*) compte toutes les lignes (leçon 5, « Compter et grouper »)."
            : shows(base, found, "count(*) - count(population)")
                ? only_the_unknown
                : "Il faut le nombre de toutes les communes du département (leçon 5, « Compter et grouper »).");
}

TEST_F(Regrouper, Inconnues)
{
    const Database base = fixture();
    const auto run = program({"interroger", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_TRUE(has_five_columns(run.returned("ligne"))) << five_columns;
    const Table expected = base.rows(expected_sql("count(*) - count(population)"));
    const Table found = column_of(run.returned("ligne"), 2, expected);
    EXPECT_THAT(found, SameRowsAs(expected))
        << about_query(sql_of(run))
        << (found.empty() ? first_the_departements
            : shows(base, found, "count(*)")
                ? "C'est le nombre de toutes les communes. count(x) compte les lignes où x n'est pas NULL ; or population IS NULL vaut 1 ou 0, jamais "
                  "NULL (leçon 5, « Compter et grouper »)."
            : shows(base, found, "0") || shows(base, found, "NULL")
                ? "Rien n'est compté : count(population) saute justement les NULL, et rien n'est égal à NULL (leçon 5, « NULL ne se compare pas »)."
            : shows(base, found, "sum(coalesce(population, 0) = 0)")
                ? "Des communes de 0 habitant ont été comptées avec les autres : leur population est connue. Zéro n'est pas NULL (leçon 5, « NULL ne se "
                  "compare pas »)."
            : shows(base, found, "count(population)")
                ? "C'est le nombre des populations connues : il faut celui des inconnues."
                : "Il faut le nombre de communes dont la population est NULL (leçon 5, « Compter et grouper »).");
}

TEST_F(Regrouper, Total)
{
    const Database base = fixture();
    const auto run = program({"interroger", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_TRUE(has_five_columns(run.returned("ligne"))) << five_columns;
    const Table expected = base.rows(expected_sql("sum(population)"));
    const Table found = column_of(run.returned("ligne"), 3, expected);
    EXPECT_THAT(found, SameRowsAs(expected))
        << about_query(sql_of(run))
        << (found.empty()                ? first_the_departements
            : shows(base, found, "NULL") ? only_the_unknown
            : shows(base, found, "coalesce(sum(population), 0)") || shows(base, found, "total(population)")
                ? "Quand on ne connaît aucune population, la somme n'est pas 0 : on ne la connaît pas non plus. C'est ce que donne sum, et "
                  "elle est entière (leçon 5, « Compter et grouper »)."
                : "Il faut la somme des populations connues du département (leçon 5, « Compter et grouper »).");
}

TEST_F(Regrouper, Moyenne)
{
    const Database base = fixture();
    const auto run = program({"interroger", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_TRUE(has_five_columns(run.returned("ligne"))) << five_columns;
    const Table expected = base.rows(expected_sql("round(avg(population), 1)"));
    const Table found = column_of(run.returned("ligne"), 4, expected);
    EXPECT_THAT(found, SameRowsAs(expected))
        << about_query(sql_of(run))
        << (found.empty()                ? first_the_departements
            : shows(base, found, "NULL") ? only_the_unknown
            : shows(base, found, "round(sum(population) / count(population), 1)") &&
                    shows(base, found, "round(avg(population))")
                ? "Les décimales manquent. Entre deux entiers, / est la division entière ; et round(x) arrondit à l'unité, quand round(x, 1) garde un chiffre "
                  "après la virgule (leçon 5, « Compter et grouper »)."
            : shows(base, found, "round(sum(population) / count(population), 1)") ||
                    shows(base, found, "sum(population) / count(population)")
                ? "Les décimales manquent : entre deux entiers, / est la division entière, 7 / 2 vaut 3 (leçon 5, « Compter et grouper »)."
            : shows(base, found, "round(1.0 * sum(population) / count(*), 1)") ||
                    shows(base, found, "round(avg(coalesce(population, 0)), 1)")
                ? "La moyenne est trop basse : les communes dont la population n'est pas connue y comptent pour 0 habitant (leçon 5, « Compter et "
                  "grouper »)."
            : shows(base, found, "avg(population)")
                ? "La moyenne est juste, mais elle n'est pas arrondie : round(…, 1) garde un chiffre après la virgule."
            : shows(base, found, "round(avg(population))")
                ? "round(x) arrondit à l'unité ; round(x, 1) garde un chiffre après la virgule."
            : shows(base, found, "coalesce(round(avg(population), 1), 0)") ||
                    shows(base, found, "coalesce(round(avg(population), 1), 0.0)")
                ? "Quand on ne connaît aucune population, la moyenne n'est pas 0 : on ne la connaît pas non plus, et il faut NULL (leçon 5, "
                  "« Compter et grouper »)."
                : "Il faut la moyenne des populations connues, arrondie à un chiffre (leçon 5, « Compter et grouper »).");
}
