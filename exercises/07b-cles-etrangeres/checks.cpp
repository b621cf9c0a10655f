// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <string>
#include <vector>

using ClesEtrangeres = atelier::check::Exercise;
using namespace atelier::check;

namespace {

// SQLite's extended codes.
constexpr int not_null = 1299;
constexpr int foreign_key = 787;
constexpr int datatype = 3091;

const char* const keys = " (leçon 7, « Relier deux tables »).";
const char* const settings = " (leçon 7, « Ce qui se règle à chaque ouverture »).";

constexpr const char* orders = "SELECT utilisateur_id, article, centimes FROM commandes";

std::vector<std::int64_t> clients(const Database& base)
{
    std::vector<std::int64_t> ids;
    for (const Row& row : base.rows("SELECT id FROM utilisateurs ORDER BY id").rows) {
        ids.push_back(row.front().integer().value_or(0));
    }
    return ids;
}

std::string folded(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool contains(const std::string& text, const char* words) { return text.find(words) != std::string::npos; }

/// What the trace tells of foreign keys that are not enforced.
std::string about_the_pragma(const Execution& run)
{
    bool attempted = false;
    bool in_transaction = false;
    bool misspelt = false;
    for (const Statement& statement : run.trace().statements) {
        const std::string sql = folded(statement.sql);
        if (sql.find("begin") == 0 || sql.find("savepoint") == 0) {
            in_transaction = true;
        } else if (sql.find("commit") == 0 || sql.find("end") == 0 || sql.find("release") == 0 ||
                   sql.find("rollback") == 0) {
            in_transaction = false;
        } else if (contains(sql, "pragma") && contains(sql, "foreign_keys") &&
                   sql.find_first_of("=(") != std::string::npos) {
            if (in_transaction) {
                return "Le pragma a bien été exécuté, mais dans une transaction : il n'y fait rien, et ne le dit pas. Exécutez-le avant de "
                       "l'ouvrir, ou sans elle" +
                       std::string(settings);
            }
            attempted = true;
        } else if (contains(sql, "pragma") && contains(sql, "foreign")) {
            misspelt = misspelt || !contains(sql, "foreign_keys");
        }
    }
    if (misspelt && !attempted) {
        return "SQLite ignore sans le dire un pragma qu'il ne connaît pas : celui-ci s'écrit foreign_keys, au pluriel" +
               std::string(settings);
    }
    if (!attempted) {
        return "SQLite ne fait respecter les clés étrangères que si on le lui demande, sur chaque connexion, par un pragma" +
               std::string(settings);
    }
    return "Le pragma a été exécuté, mais pas sur toutes les connexions, ou pas avec la valeur ON : il ne vaut que pour la connexion qui "
           "l'exécute" +
           std::string(settings);
}

/// What is known of the mistake behind an exception that left one of the two functions.
std::string why(const Execution& run)
{
    for (const char* scenario : {"regler", "commander", "partir"}) {
        const auto caught = run.exception(scenario);
        if (!caught) {
            continue;
        }
        if (contains(caught->what, "unknown datatype") || contains(caught->what, "missing datatype")) {
            return "Dans une table STRICT, chaque colonne a l'un de ces types, et aucun autre : INT, INTEGER, REAL, TEXT, BLOB ou ANY (leçon 7, "
                   "« Une table stricte »).";
        }
        if (contains(caught->what, "syntax error") || contains(caught->what, "incomplete input")) {
            return "SQLite n'a pas compris votre SQL : le mot entre guillemets est celui qui l'a arrêté, l'erreur est là ou juste avant. Voyez les "
                   "virgules, et l'ordre : type, NOT NULL, REFERENCES, ON DELETE" +
                   std::string(keys);
        }
        if (contains(caught->what, "unknown column") && contains(caught->what, "in foreign key definition")) {
            return "La clé étrangère nomme d'abord une colonne de commandes, puis, après REFERENCES, la table et la colonne désignées" +
                   std::string(keys);
        }
        if (contains(caught->what, "no such table: commandes")) {
            return run.trace().count("CREATE") > 0 && run.trace().closed_in_transaction
                       ? "La table a été créée, puis annulée : une transaction n'a pas été validée (commit)."
                       : "creer_commandes n'a pas créé de table commandes (tâche 2).";
        }
        if (contains(caught->what, "transaction within a transaction")) {
            return "configurer a laissé une transaction ouverte (tâche 1).";
        }
    }
    return {};
}

/// The remark on keys stored as texts; empty when there are none.
std::string about_texts(const Database& base)
{
    const Table found = base.rows("SELECT utilisateur_id FROM commandes");
    const bool texts = std::any_of(found.rows.begin(), found.rows.end(),
                                   [](const Row& row) { return row.front().text().has_value(); });
    return texts
               ? "utilisateur_id contient un texte : sa colonne a le type de celle qu'elle désigne, INTEGER (tâche 2)."
               : "";
}

/// The remark on prices stored as reals; empty when there are none.
std::string about_reals(const Database& base)
{
    return base.rows("SELECT 1 FROM commandes WHERE typeof(centimes) = 'real' AND centimes = round(centimes)").empty()
               ? ""
               : "Un prix entier est devenu un nombre à virgule, 1250.0 au lieu de 1250 : déclarez centimes INTEGER (tâche 2).";
}

/// Why the foreign key of `base` has not played its part.
std::string about_the_key(const Execution& run, const Database& base)
{
    return base.rows("SELECT 1 FROM pragma_foreign_key_list('commandes')").empty()
               ? "La colonne utilisateur_id n'a pas de clé étrangère : il faut REFERENCES" + std::string(keys)
               : "La clé étrangère est bien déclarée. " + about_the_pragma(run);
}

/// What is known of the mistake behind the refusal of a sound order.
std::string about_orders(const Execution& run, const Database& base)
{
    const auto caught = run.exception("commande 1");
    if (caught && contains(caught->what, "no such table: commandes")) {
        return "creer_commandes n'a pas créé de table commandes (tâche 2).";
    }
    if (caught && contains(caught->what, "no such table")) {
        return "La table que votre clé désigne n'existe pas : les clients sont dans la table utilisateurs" +
               std::string(keys);
    }
    if (caught && contains(caught->what, "no column named")) {
        return "Les colonnes de commandes sont id, utilisateur_id, article et centimes (tâche 2).";
    }
    if (caught && contains(caught->what, "foreign key mismatch")) {
        return "La colonne désignée doit être une clé primaire, ou unique, et exister : c'est utilisateurs (id)" +
               std::string(keys);
    }
    if (caught && caught->extended_code == foreign_key) {
        return "Ce client existe, et sa commande est refusée : la clé ne désigne pas utilisateurs (id)" +
               std::string(keys);
    }
    if (caught && contains(caught->what, "NOT NULL constraint failed: commandes.id")) {
        return "SQLite ne numérote que la colonne déclarée exactement INTEGER PRIMARY KEY (tâche 2).";
    }
    if (const std::string remark = about_texts(base); !remark.empty()) {
        return remark;
    }
    if (const std::string remark = about_reals(base); !remark.empty()) {
        return remark;
    }
    const bool undone = run.trace().count("CREATE") > 0 && run.trace().closed_in_transaction;
    return undone ? "La table a été créée, puis annulée : une transaction n'a pas été validée (commit)."
                  : "Une ligne par commande, telle qu'elle a été donnée, numérotée par SQLite (tâche 2).";
}

/// The setting `name` that each connection told, without the connection's number when there is one.
Table of_each(const Execution& run, const char* name)
{
    Table table = run.returned(name);
    table.columns = {"connexion", name};
    return table;
}

}  // namespace

TEST_F(ClesEtrangeres, ChaqueConnexion)
{
    const Database base = fixture();
    const auto run = program({"regler", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table told = of_each(run, "cles");
    const bool only_first = told.rows == std::vector<Row>{{1, 1}, {2, 0}};
    EXPECT_THAT(told, AreRowsInOrder({{1, 1}, {2, 1}}))
        << "C'est, pour chacune des deux connexions, ce que répond PRAGMA foreign_keys. "
        << (only_first
                ? "La première est réglée, la seconde non : le réglage ne vaut que pour une connexion. N'y a-t-il pas une variable static, ou un "
                  "réglage fait une seule fois" +
                      std::string(" ?") + settings
                : about_the_pragma(run));
    EXPECT_THAT(run.returned("transaction"), AreRowsInOrder({{1, "aucune"}, {2, "aucune"}}))
        << "configurer a laissé une transaction ouverte : tout ce qui suivra serait annulé à la fermeture (tâche 1).";
}

TEST_F(ClesEtrangeres, DelaiDAttente)
{
    const Database base = fixture();
    const auto run = program({"regler", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table told = of_each(run, "delai");
    Table judged{{"connexion", "délai d'attente"}, {}, told.problem};
    bool too_short = false;
    bool too_long = false;
    for (const Row& row : told.rows) {
        const std::int64_t delay = row.back().integer().value_or(0);
        too_short = too_short || (delay > 0 && delay < 1000);
        too_long = too_long || delay > 60'000;
        judged.rows.push_back({row.front(), delay >= 1000 && delay <= 60'000 ? Value("entre 1 s et 60 s")
                                                                             : Value(std::to_string(delay) + " ms")});
    }
    EXPECT_THAT(judged, AreRowsInOrder({{1, "entre 1 s et 60 s"}, {2, "entre 1 s et 60 s"}}))
        << "C'est, pour chacune des deux connexions, ce que répond PRAGMA busy_timeout. "
        << (too_short ? "La durée se donne en millisecondes : 5000 pour cinq secondes"
            : too_long
                ? "Personne n'attend plus d'une minute devant une caisse. La durée se donne en millisecondes : 5000 pour cinq secondes"
                : "Python attend cinq secondes de lui-même ; SQLite, en C et en C++, n'attend pas du tout si on ne le demande pas, à chaque "
                  "connexion")
        << settings;
}

TEST_F(ClesEtrangeres, CommandesOrdinaires)
{
    const Database base = fixture();
    const std::vector<std::int64_t> ids = clients(base);
    const std::int64_t price = random(100, 9000);
    const auto run = program({"commander", base, ids.at(0), "affiche", price, ids.at(1), "L'été à Giverny", price + 1,
                              ids.at(3), "carte", 0, ids.at(0), "affiche", price});
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(base.rows("SELECT id, utilisateur_id, article, centimes FROM commandes"),
                AreRows({{1, ids.at(0), "affiche", price},
                         {2, ids.at(1), "L'été à Giverny", price + 1},
                         {3, ids.at(3), "carte", 0},
                         {4, ids.at(0), "affiche", price}}))
        << about_orders(run, base);
}

TEST_F(ClesEtrangeres, TableStricte)
{
    const Database base = fixture();
    const std::vector<std::int64_t> ids = clients(base);
    const std::int64_t price = random(100, 9000);
    const auto run = program(
        {"commander", base, ids.at(1), "affiche", price, ids.at(1), "carte", "gratuit", ids.at(1), "carte", "12.5"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = base.rows(orders);
    ASSERT_THAT(found, AreRows({{ids.at(1), "affiche", price}}))
        << (!about_reals(base).empty() ? about_reals(base)
            : found.rows.size() > 1
                ? "Un prix qui n'est pas un entier est entré : une table ordinaire prend tout, une table STRICT non (leçon 7, « Une table "
                  "stricte »)."
                : about_orders(run, base));
    for (const char* line : {"commande 2", "commande 3"}) {
        EXPECT_THAT(run, Throws(line, datatype))
            << "Le refus vient d'une autre règle : déclarez la table STRICT (leçon 7, « Une table stricte »).";
    }
}

TEST_F(ClesEtrangeres, CommandeSansClient)
{
    const Database base = fixture();
    const std::vector<std::int64_t> ids = clients(base);
    const std::int64_t nobody = random(2, 9);  // the fixture's clients have other ids
    const std::int64_t price = random(100, 9000);
    const auto run =
        program({"commander", base, ids.at(2), "affiche", price, nobody, "carte", price, "-", "catalogue", price});
    ASSERT_THAT(run, EndsWell()) << why(run);
    // The keys hold on a later connection too, when the table is there already.
    const auto later = program({"commander", base, nobody, "affiche", price, ids.at(2), "carte", price});
    ASSERT_THAT(later, EndsWell()) << why(later);
    const Table found = base.rows(orders);
    const auto has = [&](const Value& client) {
        return std::any_of(found.rows.begin(), found.rows.end(), [&](const Row& row) { return row.front() == client; });
    };
    std::string remark = about_orders(run, base);
    if (has(nobody)) {
        remark = "Une commande est au nom du client " + std::to_string(nobody) + ", qui n'existe pas. " +
                 about_the_key(run, base);
    } else if (has(nullptr)) {
        remark = "Une commande n'a pas de client : une clé étrangère laisse passer NULL. Il faut aussi NOT NULL" +
                 std::string(keys);
    }
    ASSERT_THAT(found, AreRows({{ids.at(2), "affiche", price}, {ids.at(2), "carte", price}})) << remark;
    EXPECT_THAT(run, Throws("commande 2", foreign_key))
        << "Un client qui n'existe pas est refusé par une clé étrangère, dont c'est le code" << keys;
    EXPECT_THAT(run, Throws("commande 3", not_null))
        << "Une commande sans client est refusée par NOT NULL, dont c'est le code" << keys;
    EXPECT_THAT(later, Throws("commande 1", foreign_key))
        << "Un client qui n'existe pas est refusé par une clé étrangère, dont c'est le code" << keys;
}

TEST_F(ClesEtrangeres, ClientSupprime)
{
    const Database base = fixture();
    const std::vector<std::int64_t> ids = clients(base);
    const std::int64_t price = random(100, 9000);
    const auto run = program({"partir", base, ids.at(0), ids.at(0), "affiche", price, ids.at(1), "carte", price + 1,
                              ids.at(0), "catalogue", price + 2, ids.at(2), "affiche", price + 3});
    ASSERT_THAT(run, EndsWell()) << why(run);
    // Nothing remains of no orders at all: each of them must have been taken first.
    for (const char* line : {"commande 1", "commande 2", "commande 3", "commande 4"}) {
        ASSERT_THAT(run, DoesNotThrow(line)) << about_orders(run, base);
    }
    const auto refused = run.exception("départ de " + std::to_string(ids.at(0)));
    std::string remark = "Le départ d'un client qui a des commandes a échoué.";
    if (refused && contains(refused->what, "FOREIGN KEY")) {
        remark =
            "Sans ON DELETE CASCADE, une clé étrangère interdit de supprimer un client qui a encore des commandes. Dites à SQLite de les supprimer "
            "avec lui" +
            std::string(keys);
    } else if (refused && refused->extended_code == not_null) {
        remark =
            "ON DELETE SET NULL garde les commandes et vide leur utilisateur_id, qui est obligatoire. Elles doivent disparaître avec le client" +
            std::string(keys);
    }
    ASSERT_THAT(run, DoesNotThrow("départ de " + std::to_string(ids.at(0)))) << remark;
    EXPECT_THAT(base.rows("SELECT id FROM utilisateurs"), AreRows({{ids.at(1)}, {ids.at(2)}, {ids.at(3)}}))
        << "Le client supprimé s'en va, et lui seul.";
    const Table found = base.rows(orders);
    EXPECT_THAT(found, AreRows({{ids.at(1), "carte", price + 1}, {ids.at(2), "affiche", price + 3}}))
        << (std::any_of(found.rows.begin(), found.rows.end(),
                        [&](const Row& row) { return row.front() == Value(ids.at(0)); })
                ? "Des commandes sont restées sans leur client. " + about_the_key(run, base)
            : !about_texts(base).empty() ? about_texts(base)
            : !about_reals(base).empty()
                ? about_reals(base)
                : "Les commandes des autres clients ne devaient pas changer" + std::string(keys));
}
