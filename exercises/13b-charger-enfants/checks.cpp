// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using Charger = atelier::check::Exercise;
using namespace atelier::check;

namespace {

const std::string orders = "SELECT id, utilisateur_id, total FROM commandes ";

/// What is known of the mistake behind an exception.
std::string why(const Execution& run)
{
    for (const char* scenario : {"commandes", "tous", "dossiers", "aussitot"}) {
        const auto caught = run.exception(scenario);
        if (!caught) {
            continue;
        }
        if (caught->code == 25) {
            return "Le code 25 dit qu'il manque un marqueur : il en faut un par parent, et leurs positions se comptent à partir de 1 (leçon 13, « Une requête pour tous les parents »).";
        }
        if (caught->what.find("near \")\"") != std::string::npos ||
            caught->what.find("near \",\"") != std::string::npos) {
            return "Entre les parenthèses de IN, les marqueurs sont séparés par des virgules, et il n'y en a pas après le dernier (leçon 13, « Une requête pour tous les parents »).";
        }
        if (caught->what.find("syntax error") != std::string::npos ||
            caught->what.find("unrecognized token") != std::string::npos) {
            return "Si le texte que cite SQLite est un nom : tous passent par identifiant() (leçon 11, « Des noms qui sont des mots de SQL »).";
        }
        if (caught->what.find("no such column") != std::string::npos) {
            return "Le nom de la colonne se demande, par nom_de_colonne<ClasseDe<membre>, membre>() : ce n'est pas toujours utilisateur_id, ni id (leçon 13, « Désigner la clé étrangère »).";
        }
        if (caught->what.find("too many") != std::string::npos || caught->what.find("depth") != std::string::npos) {
            return "SQLite borne la profondeur d'une expression, et le nombre de SELECT réunis par UNION : « IN (?, ?, …) » n'a pas cette limite (leçon 13, « Une requête pour tous les parents »).";
        }
        if (caught->type == "std::invalid_argument" && caught->what.find("NULL") != std::string::npos) {
            return "Une ligne illisible a été lue, alors qu'elle est à un parent qu'on n'a pas demandé : c'est à SQLite de choisir les lignes, par WHERE (leçon 13, « Une requête pour tous "
                   "les parents »).";
        }
    }
    return {};
}

/// The orders of these users, each with the rank of its user.
std::vector<Row> expected(const Database& base, const std::vector<std::string>& ids)
{
    std::vector<Row> rows;
    for (std::size_t rank = 0; rank < ids.size(); ++rank) {
        for (const Row& row : base.rows(orders + "WHERE utilisateur_id = " + ids[rank] + " ORDER BY id").rows) {
            rows.push_back({rank, row.at(0), row.at(1), row.at(2)});
        }
    }
    return rows;
}

std::vector<Argument> asking(const char* scenario, const Database& base, const std::vector<std::string>& ids)
{
    std::vector<Argument> arguments{scenario, base};
    arguments.insert(arguments.end(), ids.begin(), ids.end());
    return arguments;
}

std::string oldest(const Database& base)
{
    return base.rows("SELECT id FROM utilisateurs WHERE nom = 'Doyenne'").only().show();
}

/// The statements that read the table of the orders.
std::size_t readings(const Execution& run)
{
    const auto& all = run.trace().statements;
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Statement& one) {
        return one.sql.find("commandes") != std::string::npos && one.sql.find("INSERT INTO") == std::string::npos;
    }));
}

}  // namespace

TEST_F(Charger, AChacunLesSiens)
{
    const Database base = fixture();
    const std::vector<std::vector<std::string>> lists{
        {"3"}, {"20"}, {"3", "7"}, {"40", "20", "3", "21", oldest(base), "7"}, {"21", "20"}, {oldest(base), "3", "20"}};
    for (const auto& ids : lists) {
        const auto run = program(asking("commandes", base, ids));
        ASSERT_THAT(run, EndsWell()) << why(run);
        ASSERT_THAT(run.returned("parents"), IsValue(ids.size()))
            << "Il y a un vecteur par parent, même pour celui qui n'a pas d'enfant : le résultat en a "
            << run.returned("parents").only().show() << " (leçon 13, « Une requête pour tous les parents »).";
        const std::vector<Row> all = expected(base, ids);
        ASSERT_THAT(run.returned("commande"), AreRows(all))
            << "Le premier nombre est le rang du parent, dans l'ordre où on les a donnés ; puis id, utilisateur_id et total de la commande. L'ordre du résultat est celui des parents, et "
               "non celui des lignes lues (leçon 13, « Une requête pour tous les parents »).";
        EXPECT_THAT(run.returned("commande"), AreRowsInOrder(all))
            << "Chaque parent a les siennes, mais pas dans l'ordre de leurs identifiants : sans ORDER BY, l'ordre est celui qui convient à SQLite, ici celui d'un index (leçon 4, « L'ordre "
               "des lignes »).";
    }
}

TEST_F(Charger, DeuxFoisLeMeme)
{
    const Database base = fixture();
    const std::vector<std::string> ids{"3", "7", "3", "20", oldest(base), "7", "3"};
    const auto run = program(asking("commandes", base, ids));
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(run.returned("parents"), IsValue(ids.size()))
        << "Il y a un vecteur par parent donné, sept ici, même s'il y en a d'égaux.";
    ASSERT_THAT(run.returned("commande"), AreRows(expected(base, ids)))
        << "Les parents étaient, dans cet ordre, 3, 7, 3, 20, la doyenne, 7 et 3. Chacun a tous ses enfants, à chaque fois : si le second n'en a plus, ils ont été déplacés (std::move) vers "
           "le premier ; s'ils y sont deux fois, c'est une jointure ou une boucle qui les a répétés (leçon 13, « Une requête pour tous les parents »).";
    EXPECT_THAT(run.returned("commande"), AreRowsInOrder(expected(base, ids)))
        << "Chaque parent a les siens, mais pas dans l'ordre de leurs identifiants (leçon 4, « L'ordre des lignes »).";
}

TEST_F(Charger, DesCentaines)
{
    const std::int64_t how_many = random(1200, 1500);
    const Database base = fixture(
        "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 99 + " + std::to_string(how_many) +
        ") INSERT INTO utilisateurs (id, nom) SELECT i, 'n° ' || i FROM n; INSERT INTO commandes (utilisateur_id, total) "
        "SELECT id, 1.0 FROM utilisateurs WHERE id % 3 = 1;");
    const auto run = program({"tous", base});
    ASSERT_THAT(run, EndsWell())
        << (run.ending() == Ending::out_of_time
                ? "Plus d'un millier de parents étaient donnés. Sans boucle infinie, c'est encore trop long d'envoyer une requête pour chacun, ou de relire tous les enfants pour chacun (leçon 13, « Les N+1 requêtes »)."
                : why(run));
    std::vector<std::string> ids;
    for (const Row& row : base.rows("SELECT id FROM utilisateurs ORDER BY id DESC").rows) {
        ids.push_back(row.at(0).show());
    }
    EXPECT_THAT(run.returned("parents"), IsValue(ids.size())) << "Il y avait " << ids.size() << " parents.";
    EXPECT_THAT(
        run.returned("commande"),
        AreRowsInOrder(
            base.rows(
                    "SELECT (SELECT count(*) FROM utilisateurs u WHERE u.id > c.utilisateur_id), c.id, c.utilisateur_id, c.total FROM commandes c JOIN "
                    "utilisateurs p ON p.id = c.utilisateur_id ORDER BY c.utilisateur_id DESC, c.id")
                .rows))
        << "Les " << ids.size() << " parents étaient donnés du plus grand identifiant au plus petit.";

    const auto none = program({"commandes", base});
    ASSERT_THAT(none, EndsWell()) << "On a demandé les enfants d'aucun parent : le résultat est vide, sans erreur. "
                                  << why(none);
    EXPECT_THAT(none.returned("parents"), IsValue(0))
        << "On a demandé les enfants d'aucun parent : le résultat est vide.";
}

TEST_F(Charger, NomsQuelconques)
{
    const Database base = fixture();
    const std::vector<std::string> ids{"5", "1", "9", "10", "2", "4"};
    const auto run = program(asking("dossiers", base, ids));
    ASSERT_THAT(run, EndsWell()) << why(run);
    std::vector<Row> rows;
    for (std::size_t rank = 0; rank < ids.size(); ++rank) {
        for (const Row& row :
             base.rows("SELECT \"select\", \"order\", \"l'intitulé\" FROM \"group\" WHERE \"order\" = " + ids[rank] +
                       " ORDER BY 1")
                 .rows) {
            rows.push_back({rank, row.at(0), row.at(1), row.at(2)});
        }
    }
    EXPECT_THAT(run.returned("dossier"), AreRowsInOrder(rows))
        << "Le rang du parent, puis numéro, parent et intitulé des dossiers qu'il contient. La clé est le dernier membre, le parent peut manquer (std::optional), et les colonnes ont des noms "
           "qui sont des mots de SQL (leçon 13, « Désigner la clé étrangère »).";
}

TEST_F(Charger, UnSeulSelect)
{
    const Database base = fixture();
    const std::vector<std::string> ids{"40", "20", "3", "21", oldest(base), "7"};
    const auto run = program(asking("commandes", base, ids));
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run.returned("commande"), AreRows(expected(base, ids)))
        << "Il faut d'abord que chaque parent ait ses enfants : voyez la tâche 1.";
    const std::size_t how_many = readings(run);
    EXPECT_THAT(how_many, IsEqualTo(1))
        << "C'est le nombre de requêtes qui ont lu la table commandes. "
        << (how_many >= ids.size()
                ? "Six parents, et au moins une requête pour chacun : c'est le problème des N+1 requêtes (leçon 13, « Les N+1 requêtes »)."
                : "Une seule suffit : WHERE … IN (?, ?, …) (leçon 13, « Une requête pour tous les parents »).");
}

TEST_F(Charger, PasLesAutres)
{
    const Database base =
        fixture("INSERT INTO commandes (id, utilisateur_id, total) VALUES (1000, 7, NULL), (1, 20, NULL);");
    const std::vector<std::string> ids{"3", "40", oldest(base), "21"};
    const auto run = program(asking("commandes", base, ids));
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(run.returned("commande"), AreRows(expected(base, ids)))
        << "Deux commandes, d'utilisateurs qu'on n'a pas donnés, n'ont pas de total, et ne peuvent pas être lues : elles n'avaient pas à l'être.";
}

TEST_F(Charger, DansLaSession)
{
    const Database base = fixture();
    const std::int64_t before =
        base.rows("SELECT count(*) FROM commandes WHERE utilisateur_id = 3").only().integer().value_or(0);
    const Table others = base.rows(orders + "WHERE utilisateur_id <> 3");
    const Value total(static_cast<double>(random(4000, 8000)) / 4);
    const auto run = program({"aussitot", base, 3, total.show()});
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(run.returned("apres"), AreRowsInOrder({{0, 0, "-"}, {1, before + 1, "ajoutée"}}))
        << "Les deux parents étaient Nouvelle, ajoutée et pas encore envoyée, puis Alice, à qui une commande venait d'être ajoutée. Pour chacun : le rang, le nombre de commandes, et si celle-ci, "
           "le même objet, en est. Si Nouvelle en a une, c'est celle de l'utilisateur 0 : son identifiant a été lu avant flush(), qui lui en donne un vrai (leçon 13, « L'identifiant, après "
           "l'envoi »).";
    EXPECT_THAT(base.rows("SELECT DISTINCT total FROM commandes WHERE utilisateur_id = 3"), IsValue(total))
        << "Le programme a donné le même total à toutes ces commandes, puis validé. La session n'envoie que les changements des objets qu'elle suit : c'est session.rattacher qui les lui confie "
           "(leçon 12, « Construire une requête »).";
    EXPECT_THAT(base.rows(orders + "WHERE utilisateur_id <> 3"), SameRowsAs(others));
}
