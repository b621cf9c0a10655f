// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

using Migrer = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* version = "SELECT user_version FROM pragma_user_version";

/// The first exception that nobody expects: not the refusal of `refus`, which the scenario provokes.
std::optional<CaughtException> unexpected(const Execution& run)
{
    for (const CaughtException& one : run.exceptions()) {
        if (one.what.find("absente") == std::string::npos && one.what.find("factures.montant") == std::string::npos) {
            return one;
        }
    }
    return std::nullopt;
}

/// What is known of the mistake behind an exception.
std::string why(const Execution& run)
{
    const auto caught = unexpected(run);
    if (!caught) {
        return {};
    }
    if (caught->what.find("factures already exists") != std::string::npos) {
        return "La table factures était restée de l'étape interrompue, qui devait être annulée.";
    }
    if (caught->what.find("unrecognized token") != std::string::npos) {
        return "Si vous coupez le texte d'une étape aux points-virgules : il y en a aussi entre apostrophes. base.exec sépare lui-même les instructions (leçon 13, « Une étape, une transaction »).";
    }
    if (caught->what.find("within a transaction") != std::string::npos) {
        return "Une transaction commence dans une autre : chaque étape a la sienne, terminée avant la suivante (leçon 13, « Une étape, une transaction »).";
    }
    if (caught->what.find("already exists") != std::string::npos ||
        caught->what.find("duplicate column") != std::string::npos) {
        return "Une étape déjà faite a été rejouée : le numéro de la base dit combien le sont (leçon 13, « Le numéro de version »).";
    }
    if (caught->what.find("no such table") != std::string::npos ||
        caught->what.find("no such column") != std::string::npos) {
        return "Une étape s'appuie sur une précédente, qui n'a pas été faite en entier (une SQLite::Statement ne prépare que la première instruction d'un texte, exec() les joue "
               "toutes), ou qui a été annulée, faute de commit() (leçon 13, « Une étape, une transaction »).";
    }
    if (caught->what.find("near \"?\"") != std::string::npos) {
        return "Un PRAGMA n'accepte pas de marqueur : le numéro se colle (leçon 13, « Le numéro de version »).";
    }
    return {};
}

/// Everything that the steps touch, one row for each thing.
Table everything(const Database& base)
{
    Table all{{"quoi", "valeurs"}, {}, {}};
    const auto add = [&](const char* what, const std::string& sql) {
        const Table found = base.rows(sql);
        all.problem = all.problem.empty() ? found.problem : all.problem;
        for (const Row& row : found.rows) {
            std::string text;
            for (const Value& value : row) {
                text += (text.empty() ? "" : ", ") + value.show();
            }
            all.rows.push_back({what, text});
        }
    };
    add("numéro", version);
    add("table", "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
    add("index", "SELECT name FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite%'");
    add("colonne", "SELECT m.name, c.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c");
    if (!base.schema("utilisateurs").empty()) {
        add("utilisateur", "SELECT * FROM utilisateurs ORDER BY id");
    }
    for (const std::string table : {"commandes", "factures"}) {
        if (!base.schema(table).empty()) {
            add(table.c_str(),
                "SELECT count(*), sum(" + std::string(table == "commandes" ? "total" : "montant") + ") FROM " + table);
        }
    }
    return all;
}

const std::string step_1 =
    "CREATE TABLE IF NOT EXISTS utilisateurs (id INTEGER PRIMARY KEY, nom TEXT, age INTEGER); PRAGMA user_version = 1;";
const std::string step_2 =
    "CREATE TABLE commandes (id INTEGER PRIMARY KEY, utilisateur_id INTEGER NOT NULL REFERENCES utilisateurs, total REAL "
    "NOT NULL); INSERT INTO commandes (utilisateur_id, total) SELECT id, 5.0 FROM utilisateurs; CREATE INDEX "
    "commandes_par_utilisateur ON commandes (utilisateur_id); PRAGMA user_version = 2;";
const std::string step_3 = "ALTER TABLE utilisateurs ADD COLUMN courriel TEXT; PRAGMA user_version = 3;";
const std::string step_4 =
    "UPDATE utilisateurs SET age = age + 1; UPDATE utilisateurs SET courriel = 'à demander ; vite' WHERE age IS NULL; "
    "INSERT INTO commandes (utilisateur_id, total) SELECT id, 1.0 FROM utilisateurs; PRAGMA user_version = 4;";
const std::string step_5 = "ALTER TABLE utilisateurs DROP COLUMN courriel; PRAGMA user_version = 5;";

std::string steps(std::int64_t how_many)
{
    std::string sql;
    const std::vector<std::string> all{step_1, step_2, step_3, step_4, step_5};
    for (std::int64_t i = 0; i < how_many; ++i) {
        sql += all.at(static_cast<std::size_t>(i));
    }
    return sql;
}

}  // namespace

TEST_F(Migrer, DepuisZero)
{
    for (const std::int64_t last : {2, 4, 5}) {
        const std::string name = "etape" + std::to_string(last) + ".db";
        const Table expected = everything(fixture("DELETE FROM utilisateurs;" + steps(last), name));
        const Database fresh = database("neuve" + std::to_string(last) + ".db");
        const auto run = program({"migrer", fresh, last});
        ASSERT_THAT(run, EndsWell());
        ASSERT_THAT(run, DoesNotThrow("migrer")) << why(run);
        ASSERT_THAT(everything(fresh), SameRowsAs(expected))
            << "La base était neuve, et le programme connaissait " << last
            << " étape(s). Le numéro, à la fin, est celui de la dernière (leçon 13, « Le numéro de version »). S'il manque ce que fait la fin d'une étape : une SQLite::Statement n'en joue que la première instruction, base.exec les joue toutes.";
    }
    const Table expected = everything(fixture(steps(4)));
    const Database base = fixture();
    const auto run = program({"migrer", base, 4});
    ASSERT_THAT(run, EndsWell());
    ASSERT_THAT(run, DoesNotThrow("migrer")) << why(run);
    EXPECT_THAT(everything(base), SameRowsAs(expected))
        << "La base avait la table du tutoriel, quatre personnes, et le numéro 0. La quatrième étape a trois instructions, dont l'une contient un point-virgule entre apostrophes : "
           "base.exec les joue toutes (leçon 13, « Une étape, une transaction »).";
}

TEST_F(Migrer, DepuisMilieu)
{
    for (const std::int64_t first : {1, 2, 3, 4}) {
        const std::string name = "depuis" + std::to_string(first) + ".db";
        const Table expected = everything(fixture(steps(5), name));
        const Database base = fixture(steps(first), name);
        const auto run = program({"migrer", base, 5});
        ASSERT_THAT(run, EndsWell());
        ASSERT_THAT(run, DoesNotThrow("migrer")) << why(run);
        ASSERT_THAT(everything(base), SameRowsAs(expected))
            << "La base avait déjà reçu " << first
            << " étape(s), sur les cinq que connaît le programme : il manquait les autres, dans l'ordre (leçon 13, « Le numéro de version »).";
    }
}

TEST_F(Migrer, Relance)
{
    const Table expected = everything(fixture(steps(4)));
    const Database base = fixture();
    for (int i = 0; i < 3; ++i) {
        const auto run = program({"migrer", base, 4});
        ASSERT_THAT(run, EndsWell());
        ASSERT_THAT(run, DoesNotThrow("migrer")) << why(run);
        ASSERT_THAT(everything(base), SameRowsAs(expected))
            << "Le programme a été lancé " << i + 1
            << " fois, avec les quatre mêmes étapes. La quatrième vieillit tout le monde d'un an : elle ne se joue qu'une fois (leçon 13, « Le numéro de version »).";
    }
    const auto none = program({"migrer", database("vide.db"), 0});
    ASSERT_THAT(none, EndsWell());
    EXPECT_THAT(none, DoesNotThrow("migrer"))
        << "Sans aucune étape, il n'y a rien à faire, et ce n'est pas une erreur. " << why(none);
}

TEST_F(Migrer, EtapeRefusee)
{
    for (const std::string last : {"INSERT INTO absente VALUES (1)", "INSERT INTO factures (montant) VALUES (NULL)"}) {
        const Table before = everything(fixture(steps(2)));
        const Table after = everything(fixture(
            steps(2) +
            "CREATE TABLE factures (id INTEGER PRIMARY KEY, montant REAL NOT NULL); INSERT INTO factures (montant) SELECT "
            "total FROM commandes; DELETE FROM commandes; PRAGMA user_version = 3;"));
        const Database stopped = fixture();
        const auto run = program({"refus", stopped, last});
        ASSERT_THAT(run, EndsWell());
        ASSERT_THAT(run, Throws("migrer", last.find("absente") != std::string::npos ? 1 : 19))
            << "La dernière instruction de la troisième étape, " << last
            << ", est refusée : l'exception de SQLite sort telle quelle.";
        ASSERT_THAT(run.returned("etat"), AreRowsInOrder({{2, "rien"}, {3, "rien"}}))
            << "Après l'étape refusée, puis après la même, corrigée : le numéro de la base, et s'il reste une transaction. Les deux premières étapes restent, la troisième ne laisse "
               "rien : il faut une transaction par étape, qui contienne aussi le numéro, et qui soit annulée quand une exception sort (leçon 13, « Une étape, une transaction »). "
            << why(run);
        ASSERT_THAT(everything(stopped), SameRowsAs(after))
            << "L'étape corrigée crée la table factures, y copie les commandes, puis les supprime. " << why(run);

        const Database once = fixture();
        ASSERT_THAT(program({"migrer", once, 2}), EndsWell());
        ASSERT_THAT(everything(once), SameRowsAs(before));
    }
}

TEST_F(Migrer, PanneDeCourant)
{
    for (const auto& [moment, kept] :
         std::vector<std::pair<std::string, std::int64_t>>{{"milieu", 2}, {"fin", 2}, {"numero", 2}, {"ensuite", 3}}) {
        const std::string name = moment + ".db";
        const Table then = everything(fixture(steps(kept), name));
        const Table complete = everything(fixture(steps(5), name));
        const Database base = fixture({}, name);
        const auto cut = program({"panne", base, moment});
        ASSERT_TRUE(cut.out().find("panne") != std::string::npos)
            << "Le programme devait s'arrêter net pendant une étape, et ne l'a pas fait : toutes les instructions des étapes ne sont pas jouées, ou le numéro n'est pas écrit (voyez "
               "d'abord la tâche 1). "
            << why(cut) << ' ' << cut.explanation();
        const auto look = program({"regarder", base});  // SQLite mends what was interrupted
        ASSERT_THAT(look, EndsWell());
        ASSERT_THAT(everything(base), SameRowsAs(then))
            << "Le courant a manqué (« " << moment << " ») : la base doit en être exactement à l'étape " << kept
            << ". Si le numéro n'est pas d'accord avec les tables, ils ont été écrits dans deux transactions, ou sans (leçon 13, « Une étape, une transaction »).";
        const auto again = program({"migrer", base, 5});
        ASSERT_THAT(again, EndsWell());
        ASSERT_THAT(again, DoesNotThrow("migrer")) << why(again);
        EXPECT_THAT(everything(base), SameRowsAs(complete)) << "Le programme, relancé, termine le travail.";
    }
}

TEST_F(Migrer, BaseDuFutur)
{
    for (const std::int64_t known : {0, 2, 4}) {
        const Database base = fixture(steps(5));
        const Table before = everything(base);
        const auto run = program({"migrer", base, known});
        ASSERT_THAT(run, EndsWell());
        const auto caught = run.exception("migrer");
        ASSERT_FALSE(run.returned("futur").empty())
            << "La base a reçu 5 étapes, le programme en connaît " << known
            << " : migrer doit lancer une std::runtime_error (leçon 13, « Une base venue du futur »). "
            << (caught ? "Elle a lancé : " + caught->type + " « " + caught->what + " »." : "Elle n'a rien lancé.");
        EXPECT_THAT(everything(base), SameRowsAs(before))
            << "La base venue du futur a changé : la question se pose avant toute écriture (leçon 13, « Une base venue du futur »).";
    }
    const Database base = fixture(steps(5));
    const auto run = program({"migrer", base, 5});
    ASSERT_THAT(run, EndsWell());
    EXPECT_THAT(run, DoesNotThrow("migrer"))
        << "La base a exactement les 5 étapes que connaît le programme : ce n'est pas une erreur. " << why(run);
}
