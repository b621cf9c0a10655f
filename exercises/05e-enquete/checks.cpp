// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <string>
#include <vector>

using Enquete = atelier::check::Exercise;
using namespace atelier::check;

namespace {

/// The steps of the reasoning: the theft, the stays, and each person's first visits.
constexpr const char* steps =
    "WITH suite AS (SELECT instant, present, lag(instant) OVER (ORDER BY instant) AS avant, "
    "lag(present) OVER (ORDER BY instant) AS etait FROM rondes), "
    "absences AS (SELECT avant AS debut, instant AS fin FROM suite WHERE present = 0 AND etait = 1), "
    "vol AS (SELECT * FROM absences ORDER BY fin DESC LIMIT 1), "
    "sejours AS (SELECT id_personne, code_commune, instant AS arrivee, lead(instant) OVER w AS depart, "
    "lead(code_commune) OVER w AS destination FROM passages WINDOW w AS (PARTITION BY id_personne ORDER BY instant)), "
    "premieres AS (SELECT id_personne, code_commune, min(instant) AS instant FROM passages GROUP BY 1, 2), "
    "iles AS (SELECT code, nom FROM communes WHERE code_epci IS NULL), "
    "halle AS (SELECT code FROM communes WHERE nom = 'Douarnenez') ";

/// Name, island and instant of whoever left `s` for an island at once, under `conditions`.
std::string direct(const std::string& conditions)
{
    return std::string(steps) +
           "SELECT p.nom, i.nom, s.depart FROM sejours AS s JOIN iles AS i ON i.code = s.destination "
           "JOIN personnes AS p ON p.id = s.id_personne JOIN premieres AS v ON v.id_personne = s.id_personne AND "
           "v.code_commune = s.destination WHERE " +
           conditions + " ORDER BY s.depart";
}

const std::string in_the_hall = "s.code_commune IN (SELECT code FROM halle)";
const std::string in_time = "EXISTS (SELECT 1 FROM vol WHERE s.arrivee < vol.fin AND s.depart > vol.debut)";
const std::string first_visit = "v.instant = s.depart";

std::string culprits_sql() { return direct(in_the_hall + " AND " + in_time + " AND " + first_visit); }

/// Those who went to an island for the first time after the theft, but not at once.
std::string with_a_detour_sql()
{
    return std::string(steps) +
           "SELECT p.nom FROM sejours AS s JOIN personnes AS p ON p.id = s.id_personne JOIN premieres AS v ON v.id_personne "
           "= s.id_personne JOIN iles AS i ON i.code = v.code_commune WHERE v.instant > s.depart AND " +
           in_the_hall + " AND " + in_time;
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

constexpr const char* three_columns =
    "La requête rend trois colonnes : le nom du coupable, celui de l'île, l'instant de son passage sur l'île.";

bool has_three_columns(const Table& table)
{
    return std::all_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.size() == 3; });
}

bool holds(const Table& table, const Row& row)
{
    return std::find(table.rows.begin(), table.rows.end(), row) != table.rows.end();
}

/// The names of `table`, each once.
Table names_of(const Table& table)
{
    Table names;
    for (const Row& row : table.rows) {
        if (!holds(names, {row.front()})) {
            names.rows.push_back({row.front()});
        }
    }
    return names;
}

/// The names of `found` that are those of culprits or of `suspects`.
Table names_among(const Table& found, const Table& culprits, const Table& suspects)
{
    Table names = names_of(found);
    std::erase_if(names.rows,
                  [&](const Row& row) { return !holds(names_of(culprits), row) && !holds(names_of(suspects), row); });
    return names;
}

bool any_of(const Table& found, const Table& names)
{
    const Table known = names_of(names);
    return std::any_of(found.rows.begin(), found.rows.end(),
                       [&](const Row& row) { return holds(known, {row.front()}); });
}

/// Whether `found` has someone flee to a commune that is no island.
bool stays_ashore(const Database& base, const Table& found)
{
    const Table islands = base.rows("SELECT nom FROM communes WHERE code_epci IS NULL");
    return std::any_of(found.rows.begin(), found.rows.end(), [&](const Row& row) { return !holds(islands, {row[1]}); });
}

constexpr const char* missing = "Il manque des coupables : voyez d'abord la tâche 1.";

}  // namespace

TEST_F(Enquete, Coupables)
{
    const Database base = fixture();
    const auto run = program({"interroger", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    Table found = run.returned("ligne");
    ASSERT_TRUE(has_three_columns(found)) << three_columns;
    const Table culprits = base.rows(culprits_sql());
    const bool has_all_names = ::testing::Matches(SameRowsAs(names_of(culprits)))(names_among(found, culprits, {}));
    // Each of these mistakes misses the culprits of one kind.
    const auto misses = [&](const std::string& kind) {
        const Table these = base.rows(direct(in_the_hall + " AND " + in_time + " AND " + first_visit + " AND " + kind));
        return std::all_of(culprits.rows.begin(), culprits.rows.end(),
                           [&](const Row& row) { return holds(found, row) != holds(these, row); });
    };
    const bool misses_early = misses("s.arrivee < (SELECT debut FROM vol)");
    const bool misses_namesakes = misses("(SELECT count(*) FROM personnes AS n WHERE n.nom = p.nom) > 1");
    const bool misses_sailors = misses(
        "EXISTS (SELECT 1 FROM passages AS q JOIN iles ON iles.code = q.code_commune WHERE q.id_personne = s.id_personne AND q.instant < s.arrivee)");
    std::erase_if(found.rows, [&](const Row& row) { return !holds(culprits, row); });
    // Once each: the same row twice is told by the last check.
    found.rows.erase(std::unique(found.rows.begin(), found.rows.end()), found.rows.end());
    EXPECT_THAT(found, SameRowsAs(culprits))
        << about_query(sql_of(run))
        << (has_all_names
                ? "Les noms y sont, mais ni l'île ni l'instant ne sont ceux de la fuite : c'est le passage qui suit Douarnenez, celui que donne lead "
                  "(leçon 5, « Regarder les lignes voisines »)."
            : misses_early
                ? "Seuls ceux qui sont arrivés pendant le vol sont là. Un coupable a pu arriver bien avant, et être encore à Douarnenez : regardez aussi quand "
                  "il en repart."
            : misses_namesakes
                ? "Il manque le coupable dont une autre personne porte le nom : leurs passages ont été mêlés. PARTITION BY l'identifiant de la personne, et non "
                  "son nom (leçon 5, « Regarder les lignes voisines »)."
            : misses_sailors
                ? "Il manque le coupable qui était déjà allé sur une autre île : cela ne le disculpe pas. C'est sur cette île-là qu'il passe pour la "
                  "première fois."
            : found.empty()
                ? "Aucun coupable n'est trouvé. Essayez chaque étape seule, et regardez ce qu'elle rend (leçon 5, « Nommer des étapes »)."
                : "Il en manque. Essayez chaque étape seule, et regardez à laquelle le coupable disparaît (leçon 5, « Nommer des étapes »).");
}

TEST_F(Enquete, HeureEtLieu)
{
    const Database base = fixture();
    const auto run = program({"interroger", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = run.returned("ligne");
    ASSERT_TRUE(has_three_columns(found)) << three_columns;
    const Table culprits = base.rows(culprits_sql());
    const Table at_another_time = base.rows(direct(in_the_hall + " AND NOT " + in_time + " AND " + first_visit));
    const Table polishing = base.rows(
        direct(in_the_hall + " AND NOT " + in_time +
               " AND EXISTS (SELECT 1 FROM absences WHERE s.arrivee < fin AND s.depart > debut) AND " + first_visit));
    const Table elsewhere = base.rows(direct("NOT " + in_the_hall + " AND " + in_time + " AND " + first_visit));
    Table gone_or_not_yet = at_another_time;
    std::erase_if(gone_or_not_yet.rows, [&](const Row& row) { return holds(polishing, row); });
    Table suspects = at_another_time;
    suspects.rows.insert(suspects.rows.end(), elsewhere.rows.begin(), elsewhere.rows.end());
    EXPECT_THAT(names_among(found, culprits, suspects), SameRowsAs(names_of(culprits)))
        << about_query(sql_of(run))
        << (any_of(found, elsewhere)
                ? "Quelqu'un qui n'était pas à Douarnenez pendant le vol est accusé : comparez aussi la commune de son séjour."
            : any_of(found, polishing) && !any_of(found, gone_or_not_yet)
                ? "Quelqu'un est accusé pour le moment où l'on astiquait le trophée, qui est revenu. Le vol est la dernière disparition."
            : any_of(found, at_another_time)
                ? "Quelqu'un est accusé, qui est reparti avant le vol ou arrivé après. Son séjour et le vol se touchent quand chacun commence avant "
                  "que l'autre finisse."
                : missing);
}

TEST_F(Enquete, TrajetDirect)
{
    const Database base = fixture();
    const auto run = program({"interroger", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = run.returned("ligne");
    ASSERT_TRUE(has_three_columns(found)) << three_columns;
    const Table culprits = base.rows(culprits_sql());
    const Table suspects = base.rows(with_a_detour_sql());
    EXPECT_THAT(names_among(found, culprits, suspects), SameRowsAs(names_of(culprits)))
        << about_query(sql_of(run))
        << (any_of(found, suspects) && stays_ashore(base, found)
                ? "Quelqu'un est accusé d'avoir fui dans une commune qui n'est pas une île : une île, ici, n'appartient à aucune intercommunalité (code_epci "
                  "IS NULL)."
            : any_of(found, suspects)
                ? "Quelqu'un est accusé, qui est passé ailleurs entre Douarnenez et l'île : il faut son passage suivant, pas n'importe lequel de ceux qui suivent "
                  "(leçon 5, « Regarder les lignes voisines »)."
                : missing);
}

TEST_F(Enquete, PremiereFois)
{
    const Database base = fixture();
    const auto run = program({"interroger", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = run.returned("ligne");
    ASSERT_TRUE(has_three_columns(found)) << three_columns;
    const Table culprits = base.rows(culprits_sql());
    const Table suspects = base.rows(direct(in_the_hall + " AND " + in_time + " AND NOT " + first_visit));
    EXPECT_THAT(names_among(found, culprits, suspects), SameRowsAs(names_of(culprits)))
        << about_query(sql_of(run))
        << (any_of(found, suspects)
                ? "Quelqu'un est accusé, qui était déjà passé sur cette île avant ce jour-là. Pour une première fois, il n'existe pas de passage plus "
                  "ancien (leçon 5, « Garder ceux qui n'ont rien »)."
                : missing);
}

TEST_F(Enquete, ProcesVerbal)
{
    const Database base = fixture();
    const auto run = program({"interroger", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = run.returned("ligne");
    const Table culprits = base.rows(culprits_sql());
    EXPECT_THAT(found, AreRowsInOrder(culprits.rows))
        << about_query(sql_of(run))
        << (::testing::Matches(SameRowsAs(culprits))(found)
                ? "Les lignes sont justes, mais pas leur ordre : rangez-les par l'instant du passage sur l'île (leçon 5, « L'ordre des lignes »)."
            : found.rows.size() > culprits.rows.size()
                ? "Il y a des lignes de trop : les autres vérifications disent qui disculper. Si la même ligne revient, une jointure la répète (leçon 5, "
                  "« Joindre deux tables »)."
                : "Le procès-verbal n'est pas encore complet : voyez d'abord la tâche 1.");
}
