// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>

using Reecrire = atelier::check::Exercise;
using namespace atelier::check;

namespace {

const char* const no_index = " (leçon 9, « Ce qu'aucun index ne peut servir »).";

bool any(const Table& table, const std::function<bool(const Row&)>& is)
{
    return std::any_of(table.rows.begin(), table.rows.end(), is);
}

/// A line of the plan whose first word is `word`; rows that stand in the SQL itself are no table.
bool plans(const Execution& run, std::string_view word)
{
    return any(run.returned("plan"), [&](const Row& row) {
        const std::string detail = row.front().text().value_or("");
        return detail.rfind(word, 0) == 0 && detail.find("CONSTANT ROW") == std::string::npos;
    });
}

/// Whether the plan reads the table, or one of its indexes, from end to end (« SCAN communes », « SCAN TABLE communes »).
bool reads_all(const Execution& run)
{
    return any(run.returned("plan"), [](const Row& row) {
        const std::string detail = row.front().text().value_or("") + " ";
        return detail.rfind("SCAN", 0) == 0 && detail.find(" communes ") != std::string::npos;
    });
}

std::string plan_of(const Execution& run)
{
    std::string text;
    const Table lines = run.returned("plan");
    for (const Row& row : lines.rows) {
        text += "  " + row.front().text().value_or("") + "\n";
    }
    return text;
}

/// Rows of `left` that are not in `right`.
Table without(const Table& left, const Table& right)
{
    Table kept{left.columns, {}, {}};
    std::copy_if(left.rows.begin(), left.rows.end(), std::back_inserter(kept.rows), [&](const Row& row) {
        return std::find(right.rows.begin(), right.rows.end(), row) == right.rows.end();
    });
    return kept;
}

std::string example(const std::string& what, const Table& rows)
{
    if (rows.empty()) {
        return {};
    }
    const Row& first = rows.rows.front();
    std::string line = what + " : " + std::to_string(rows.rows.size()) + ", ";
    if (first.size() == 3) {
        line += "dont le code " + first[0].show() + ", nom " + first[1].show() + ", population " + first[2].show();
    }
    return line + ".\n";
}

std::string why(const Execution& run)
{
    const auto caught = run.exception("essayer");
    if (caught && caught->what.find("near \"WHERE\"") != std::string::npos) {
        return "Le programme a déjà écrit WHERE : votre texte est la condition, et rien d'autre.";
    }
    return caught && !run.trace().prepared.empty() ? about_sql_error(caught->what, run.trace().prepared.front())
                                                   : std::string();
}

/// Expects the rows that `condition` chooses, found by searching. `remark` says what it can of the rows that are missing and of
/// those that are too many.
void expect_same(const Database& base, const Execution& run, const std::string& condition,
                 const std::function<std::string(const Table& missing, const Table& excess)>& remark)
{
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table expected = base.rows("SELECT code, nom, population FROM communes WHERE " + condition);
    const Table found = run.returned("ligne");
    const Table missing = without(expected, found);
    const Table excess = without(found, expected);
    const std::string said = remark(missing, excess);
    ASSERT_TRUE(missing.empty() && excess.empty() && found.rows.size() == expected.rows.size())
        << "Votre condition ne choisit pas les mêmes communes.\n"
        << example("Il en manque", missing) << example("De trop", excess) << said;
    EXPECT_TRUE(plans(run, "SEARCH") && !plans(run, "SCAN"))
        << (reads_all(run) ? "Les communes sont les bonnes, mais SQLite lit encore toute la table :\n"
                           : "Les communes sont les bonnes, mais leur plan ne convient pas :\n")
        << plan_of(run)
        << (reads_all(run)
                ? "Isolez la colonne d'un côté de la comparaison, et comparez comme l'index est rangé"
                : "Il y faut une ligne qui commence par SEARCH, et aucune par SCAN. Une comparaison directe de la colonne suffit")
        << no_index;
}

}  // namespace

TEST_F(Reecrire, ParNom)
{
    const Database base = fixture();
    const auto run = program({"essayer", base, "par_nom"});
    expect_same(base, run, "upper(nom) = 'PLOUHINEC'", [](const Table& missing, const Table& excess) {
        return !missing.empty() ? "Une comparaison ordinaire distingue les majuscules. COLLATE NOCASE les confond" +
                                      std::string(no_index)
               : any(excess, [](const Row& row) { return row[1] == Value("Plouhinec-sur-Mer"); })
                   ? "Le nom entier est Plouhinec : rien ne doit venir après."
                   : std::string();
    });
}

TEST_F(Reecrire, ParCode)
{
    const Database base = fixture();
    const auto run = program({"essayer", base, "par_code"});
    expect_same(base, run, "code LIKE '29%'", [](const Table& missing, const Table& excess) {
        const auto is = [](const char* code) { return [code](const Row& row) { return row[0] == Value(code); }; };
        return any(excess, is("2A900"))
                   ? "'2A900' est entre '29' et '30' : une lettre vient après les chiffres. La borne haute est le premier texte qui ne commence "
                     "plus par 29, '2:', et GLOB évite d'y penser" +
                         std::string(no_index)
               : any(excess, is("30"))
                   ? "La borne haute, '30', est exclue : BETWEEN comprend les deux siennes" + std::string(no_index)
               : any(missing, is("29A07"))
                   ? "Une lettre vient après les chiffres : '29A07' est après '29999'. La borne haute est le premier texte qui ne commence plus "
                     "par 29" +
                         std::string(no_index)
               : any(missing, is("29Z99"))
                   ? "La commune de code '29Z99' est rattachée à un autre département : la condition porte sur le code, et lui seul."
               : any(missing, is("29"))
                   ? "'29' commence aussi par 29 : la borne basse est comprise, et rien ne dit qu'il y ait une suite" +
                         std::string(no_index)
                   : std::string();
    });
}

TEST_F(Reecrire, ParPopulation)
{
    const Database base = fixture();
    const auto run = program({"essayer", base, "par_population"});
    expect_same(base, run, "population / 1000 = 5", [](const Table& missing, const Table& excess) {
        const auto is = [](int population) {
            return [population](const Row& row) { return row[2] == Value(population); };
        };
        return any(excess, [](const Row& row) { return row[2].integer().value_or(5000) < 5000; })
                   ? "Des communes de moins de 5000 habitants sont choisies. Les deux bornes sont deux conditions, reliées par AND : 5000 <= x < 6000 "
                     "se lirait (5000 <= x) < 6000, et 0 comme 1 sont plus petits que 6000."
               : any(excess, is(6000))
                   ? "6000 / 1000 vaut 6 : la borne haute est exclue, et BETWEEN comprend les deux siennes" +
                         std::string(no_index)
               : any(missing, is(5000)) ? "5000 / 1000 vaut 5 : la borne basse est comprise" + std::string(no_index)
               : any(missing, is(5999)) || !missing.empty()
                   ? "La division de deux entiers est entière : 5999 / 1000 vaut 5" + std::string(no_index)
                   : std::string();
    });
}

TEST_F(Reecrire, SansHabitants)
{
    const Database base = fixture();
    const auto run = program({"essayer", base, "sans_habitants"});
    expect_same(base, run, "coalesce(population, 0) = 0", [](const Table& missing, const Table&) {
        return any(missing, [](const Row& row) { return row[2].is_null(); })
                   ? "coalesce(population, 0) vaut 0 quand la population est inconnue : IS NULL les choisit (leçon 5, « NULL ne se compare pas »)."
               : any(missing, [](const Row& row) { return row[2] == Value(0); })
                   ? "Une population de 0 est connue : ce n'est pas NULL, et il la faut aussi."
                   : std::string();
    });
}
