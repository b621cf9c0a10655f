// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using Index = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* by_name = "SELECT code, nom, population FROM communes WHERE nom = ?";
constexpr const char* ranking =
    "SELECT nom, population FROM communes WHERE code_departement = ? ORDER BY population DESC LIMIT 10";
constexpr const char* above = "SELECT nom FROM communes WHERE code_departement = ? AND population >= ?";

const char* const columns = " (leçon 9, « Un index de plusieurs colonnes »).";
const char* const cost = " (leçon 9, « Ce que coûte un index »).";

/// What SQLite would do, as far as its stable words tell.
struct Plan {
    bool scans = false;
    bool searches = false;
    bool sorts = false;
    std::string text;

    [[nodiscard]] bool is_good() const { return searches && !scans && !sorts; }
};

Plan plan_of(const Database& base, const std::string& sql)
{
    Plan plan;
    const Table lines = base.rows("EXPLAIN QUERY PLAN " + sql);
    for (const Row& row : lines.rows) {
        const std::string detail = row.back().text().value_or("");
        plan.scans = plan.scans || detail.rfind("SCAN", 0) == 0;
        plan.searches = plan.searches || detail.rfind("SEARCH", 0) == 0;
        plan.sorts = plan.sorts || detail.find("TEMP B-TREE") != std::string::npos;
        plan.text += "  " + detail + "\n";
    }
    return plan;
}

/// The indexes that the answer made on communes.
Table indexes(const Database& base)
{
    return base.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'communes' AND sql IS NOT NULL ORDER BY name");
}

/// The columns of an index, in order; an expression is « ? ».
std::vector<std::string> columns_of(const Database& base, const Value& name)
{
    std::vector<std::string> names;
    const Table found = base.rows("SELECT name FROM pragma_index_info(?) ORDER BY seqno", {name});
    for (const Row& row : found.rows) {
        names.push_back(row.front().text().value_or("?"));
    }
    return names;
}

/// The index, if there is one, whose columns are the beginning of another's.
std::string redundant(const Database& base)
{
    const Table names = indexes(base);
    for (const Row& small : names.rows) {
        for (const Row& large : names.rows) {
            const std::vector<std::string> few = columns_of(base, small.front());
            const std::vector<std::string> many = columns_of(base, large.front());
            if (small.front() == large.front() || few.size() > many.size() || few.empty()) {
                continue;
            }
            if (std::equal(few.begin(), few.end(), many.begin())) {
                return "L'index « " + small.front().text().value_or("") +
                       " » est redondant : ses colonnes sont le début de celles de « " +
                       large.front().text().value_or("") + " »";
            }
        }
    }
    return {};
}

bool begins_with(const Database& base, const std::string& column)
{
    const Table names = indexes(base);
    return std::any_of(names.rows.begin(), names.rows.end(), [&](const Row& row) {
        const std::vector<std::string> found = columns_of(base, row.front());
        return !found.empty() && found.front() == column;
    });
}

std::string why(const Execution& run)
{
    const auto caught = run.exception("creer");
    if (!caught) {
        return {};
    }
    if (caught->code == 19) {
        return "Un index UNIQUE interdit que deux communes aient les mêmes valeurs dans ses colonnes, et il y en a : il faut un index ordinaire.";
    }
    const auto says = [&](const char* words) { return caught->what.find(words) != std::string::npos; };
    if (says("already")) {
        return "Ce nom est déjà pris : dans une base, deux index ne peuvent pas porter le même nom, ni un index celui d'une table.";
    }
    if (says("no such table")) {
        return "La table s'appelle communes.";
    }
    if (says("no such column") || says("has no column")) {
        return "Une colonne de l'index n'existe pas dans la table : fourni.hpp les donne toutes.";
    }
    if (says("syntax error") || says("incomplete input") || says("unrecognized token")) {
        return "SQLite n'a pas compris votre SQL : une instruction s'écrit CREATE INDEX un_nom ON communes (une_colonne, une_autre), et finit par "
               "un point-virgule.";
    }
    return {};
}

const char* const not_used =
    "Un index commence bien par la colonne du département, mais SQLite ne peut pas s'en servir : un COLLATE, ou une condition WHERE dans l'index, en "
    "fait un index d'autre chose (leçon 9, « Ce qu'aucun index ne peut servir »).";
const char* const not_first =
    "Aucun index ne commence par la colonne du département, que la requête compare par = : comme dans un annuaire, on ne cherche que par ce qui "
    "vient en premier";

std::string nothing_made(const Database& base)
{
    return indexes(base).empty() ? "Votre SQL n'a créé aucun index sur la table communes." : "";
}

}  // namespace

TEST_F(Index, ParNom)
{
    const Database base = fixture();
    const auto run = program({"creer", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Plan plan = plan_of(base, by_name);
    EXPECT_TRUE(plan.is_good())
        << "Le plan de par_nom :\n"
        << plan.text
        << (!nothing_made(base).empty() ? nothing_made(base)
            : begins_with(base, "nom")
                ? "Un index commence bien par nom, mais il n'est pas rangé comme = compare : ni COLLATE, ni condition WHERE dans l'index (leçon 9, "
                  "« Ce qu'aucun index ne peut servir »)."
                : "Aucun index ne commence par la colonne nom : comme dans un annuaire, on ne cherche que par ce qui vient en premier" +
                      std::string(columns));
}

TEST_F(Index, Palmares)
{
    const Database base = fixture();
    const auto run = program({"creer", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Plan plan = plan_of(base, ranking);
    EXPECT_TRUE(plan.is_good())
        << "Le plan du palmarès :\n"
        << plan.text
        << (!nothing_made(base).empty() ? nothing_made(base)
            : !plan.scans && plan.sorts
                ? "Le département est trouvé, mais il reste à trier ses communes par population : si elle venait juste après dans l'index, elles y "
                  "seraient déjà rangées" +
                      std::string(columns)
            : begins_with(base, "population") && !begins_with(base, "code_departement")
                ? "Dans un index qui commence par population, les communes d'un département sont éparpillées : d'abord la colonne comparée par =, "
                  "puis celle de l'ordre" +
                      std::string(columns)
            : !begins_with(base, "code_departement") ? not_first + std::string(columns)
            : plan.scans                             ? std::string(not_used)
                         : "L'index utile commence par la colonne comparée par =, puis vient celle de l'ordre" +
                               std::string(columns));
}

TEST_F(Index, AuDessus)
{
    const Database base = fixture();
    const auto run = program({"creer", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Plan plan = plan_of(base, above);
    EXPECT_TRUE(plan.is_good())
        << "Le plan de au_dessus :\n"
        << plan.text
        << (!nothing_made(base).empty()              ? nothing_made(base)
            : !begins_with(base, "code_departement") ? not_first + std::string(columns)
            : plan.scans                             ? std::string(not_used)
                         : "L'index utile commence par la colonne comparée par =, puis vient celle de l'intervalle" +
                               std::string(columns));
}

TEST_F(Index, DeuxAuPlus)
{
    const Database base = fixture();
    const auto run = program({"creer", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    int searches = 0;
    for (const char* sql : {by_name, ranking, above}) {
        const Plan plan = plan_of(base, sql);
        searches += plan.searches && !plan.scans ? 1 : 0;
    }
    ASSERT_TRUE(searches >= 2)
        << "Avant de compter les index, il faut que deux requêtes au moins soient des recherches : voyez la tâche 1.";
    const Table made = indexes(base);
    const std::string remark = redundant(base);
    EXPECT_TRUE(made.rows.size() <= 2)
        << "Il y a " << made.rows.size() << " index sur communes, il en fallait deux au plus. "
        << (remark.empty() ? "Un même index peut servir plusieurs requêtes : partez des requêtes, non des colonnes"
                           : remark)
        << cost;
    EXPECT_TRUE(remark.empty() || made.rows.size() > 2) << remark << cost;
}

TEST_F(Index, MemesDonnees)
{
    const Database base = fixture();
    const std::string all = "SELECT code, nom, code_departement, code_epci, population FROM communes";
    const Table before = base.rows(all);
    const auto run = program({"creer", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_FALSE(indexes(base).empty()) << nothing_made(base);
    EXPECT_THAT(base.rows(all), SameRowsAs(before)) << "Un index se crée sans toucher aux lignes de la table.";
}
