// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <string>
#include <vector>

using NoterVisite = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* how_many = "SELECT count(*) FROM visites";

/// A visit was added inside a transaction that nobody ever committed.
bool undone(const Execution& run)
{
    const Trace& trace = run.trace();
    return trace.count("INSERT") > 0 && trace.count("BEGIN") + trace.count("SAVEPOINT") > 0 &&
           trace.count("COMMIT") + trace.count("END") + trace.count("RELEASE") == 0;
}

const char* const undone_remark =
    "L'instruction a été exécutée, puis annulée : une transaction ouverte n'a pas été validée (commit). Sans transaction, chaque "
    "instruction est validée dès qu'elle se termine (leçon 1, « La même chose avec SQLiteCpp »).";

/// What is known of the mistake behind a bad ending.
std::string why(const Execution& run)
{
    if (run.ending() == Ending::crashed && run.err().find("database is locked") != std::string::npos) {
        return "Les variables sont détruites dans l'ordre inverse de leur déclaration : déclarée après la base, une requête disparaît avant elle "
               "(leçon 1, « Fermer, c'est sortir de la portée »).";
    }
    if (run.ending() == Ending::leak && !run.trace().unfinalized.empty()) {
        return "SQLite refuse de fermer une base dont une requête préparée vit encore : sqlite3_close rend 5 (SQLITE_BUSY) et ne ferme rien. "
               "Libérez d'abord la requête avec sqlite3_finalize (leçon 1, « Fermer, c'est sortir de la portée »).";
    }
    if (run.ending() == Ending::leak) {
        return "Une base créée par new n'est détruite, et donc fermée, que par delete. Une variable ordinaire, elle, est détruite à l'accolade "
               "(leçon 1, « Fermer, c'est sortir de la portée »).";
    }
    for (const char* scenario : {"visiter", "complet"}) {
        const auto caught = run.exception(scenario);
        if (caught && caught->code == 8) {
            return "Le code 8 dit que la base est ouverte en lecture seule, ce que fait SQLiteCpp quand on ne lui donne pas de mode (leçon 1, "
                   "« Créer, lire, ne pas créer »).";
        }
        if (caught && caught->code == 21 && caught->what.find("reset") != std::string::npos) {
            return "Ce message vient d'une requête préparée que l'on exécute une seconde fois sans l'avoir remise au départ par reset(). "
                   "Un appel ne note qu'une visite : exécutez la requête une seule fois (tâche 1).";
        }
        if (caught && caught->code == 5) {
            return "Le code 5 dit qu'une autre connexion tient la base : un appel précédent l'a laissée ouverte au milieu d'une écriture (leçon 1, "
                   "« Fermer, c'est sortir de la portée »).";
        }
    }
    return {};
}

Table names(const std::vector<std::string>& files)
{
    Table result{{"fichier"}, {}, {}};
    for (const std::string& file : files) {
        result.rows.push_back({file});
    }
    return result;
}

}  // namespace

TEST_F(NoterVisite, UneVisiteParAppel)
{
    const Database base = fixture();
    const auto before = base.rows(how_many).only().integer().value_or(0);
    const Table old = base.rows("SELECT id, moment FROM visites");

    const auto first = program({"visiter", base});
    ASSERT_THAT(first, EndsWell()) << why(first);
    const auto after_one = base.rows(how_many);
    ASSERT_THAT(after_one, IsValue(before + 1))
        << (undone(first) ? undone_remark
            : after_one.only() == Value(before)
                ? "Aucune visite n'a été ajoutée : la base doit être ouverte, et sql_visite exécutée par exec() "
                  "(leçon 1, « La même chose avec SQLiteCpp »)."
                : "Un appel note une visite, et une seule.");

    const auto more = random(2, 4);
    std::vector<Argument> arguments{"visiter"};
    arguments.insert(arguments.end(), static_cast<std::size_t>(more), Argument(base));
    const auto second = program(arguments);
    ASSERT_THAT(second, EndsWell()) << why(second);
    ASSERT_THAT(base.rows(how_many), IsValue(before + 1 + more))
        << "Plusieurs appels de suite notent chacun leur visite, sur la même base. "
        << (undone(second) ? undone_remark : "");
    EXPECT_THAT(base.rows("SELECT id, moment FROM visites WHERE id <= " + std::to_string(before)), SameRowsAs(old))
        << "Les visites déjà notées ne changent pas.";
}

TEST_F(NoterVisite, ChacunSaBase)
{
    const Database louvre = fixture({}, "louvre.db");
    const Database orsay = fixture("DELETE FROM visites;", "orsay.db");
    const auto before = louvre.rows(how_many).only().integer().value_or(0);
    const auto run = program({"visiter", louvre, orsay, orsay, louvre, orsay});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found{{"louvre.db", "orsay.db"}, {{louvre.rows(how_many).only(), orsay.rows(how_many).only()}}, {}};
    const bool all_in_first = found.rows == std::vector<Row>{{before + 5, 0}};
    EXPECT_THAT(found, AreRows({{before + 2, 3}}))
        << "Ce sont les visites comptées dans chacune des deux bases, après cinq appels : deux pour louvre.db, trois pour orsay.db. "
        << (undone(run) ? undone_remark
            : all_in_first
                ? "Les cinq sont allées dans la première base ouverte : elle a survécu à l'appel. C'est ce que fait une variable "
                  "static ou globale, ouverte une fois pour toutes (leçon 1, « Fermer, c'est sortir de la portée »)."
                : "La base à ouvrir est celle de l'argument chemin, à chaque appel.");
}

TEST_F(NoterVisite, FermeeApresChaqueAppel)
{
    const Database base = fixture();
    const auto before = base.rows(how_many).only().integer().value_or(0);
    const auto run = program({"visiter", base, base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(base.rows(how_many), IsValue(before + 2))
        << "Avant de savoir si la base est fermée, il faut que les visites soient notées : voyez la tâche 1. "
        << (undone(run) ? undone_remark : "");
    ASSERT_THAT(run.returned("apres"),
                AreRowsInOrder({{"visite notée", base.name(), 0}, {"visite notée", base.name(), 0}}))
        << "Le dernier nombre est celui des fichiers que le programme tient encore ouverts sur la base, juste après l'appel. Une base ne se ferme "
           "que si l'objet SQLite::Database est détruit (ou si sqlite3_close réussit) : une variable static ou globale vit jusqu'à la fin du "
           "programme, un objet créé par new jusqu'à son delete (leçon 1, « Fermer, c'est sortir de la portée »).";
    EXPECT_THAT(names(files()), AreRows({{base.name()}}))
        << "Un fichier est resté à côté de la base. Un journal (-journal, -wal, -shm) disparaît quand l'écriture est terminée et la base fermée "
           "(leçon 1, « Quand ça se passe mal »).";
}

TEST_F(NoterVisite, ExceptionQuiSort)
{
    const Database base = fixture();
    const auto before = base.rows(how_many).only().integer().value_or(0);
    const auto run = program({"complet", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const auto caught = run.exception("noter_visite");
    std::string remark =
        "Le musée était complet, la visite n'a pas été notée, et la caisse ne l'a pas su. Si vous interceptez l'exception pour fermer la base, "
        "relancez-la ensuite (« throw; ») ; si vous lisez les codes de retour de l'API C, lancez vous-même une SQLite::Exception. Le plus simple "
        "est de ne rien intercepter (leçon 1, « Fermer, c'est sortir de la portée »).";
    if (caught && caught->code == 0) {
        remark =
            "La caisse apprend bien que la visite est refusée, mais l'exception de SQLite, qui porte le code 19, a été remplacée par une autre : "
            "l'énoncé demande qu'elle sorte telle quelle. N'interceptez rien, ou relancez-la par « throw; » ; si vous lisez les codes de retour "
            "de l'API C, lancez SQLite::Exception avec le message et le code (tâche 3).";
    } else if (caught) {
        remark =
            "Une exception de SQLite est bien sortie, mais ce n'est pas celle du refus (code 19) : la visite a échoué pour une autre raison. " +
            (caught->code == 8 ? std::string("Le code 8 dit que la base est ouverte en lecture seule.")
                               : std::string());
    }
    ASSERT_THAT(run, Throws("noter_visite", 19)) << remark;
    EXPECT_THAT(base.rows(how_many), IsValue(before + 1))
        << "La première visite est refusée, la seconde, après agrandissement du musée, est notée : il y en a donc une de plus. "
        << (undone(run) ? undone_remark : "");
}

TEST_F(NoterVisite, FermeeMemeEnCasDeRefus)
{
    const Database base = fixture();
    const auto before = base.rows(how_many).only().integer().value_or(0);
    const auto run = program({"complet", base});
    // Whether the refusal was told is another check's affair; here only the number of open files counts.
    Table still_open{{"fichiers ouverts"}, {}, {}};
    for (const Row& row : run.returned("apres").rows) {
        still_open.rows.push_back({row.at(2)});
    }
    // Left open by the refused call, and not by the one that went well. Four connections: the program's two, and one for
    // each call.
    const bool skipped = still_open.rows == std::vector<Row>{{1}, {1}} && run.trace().opened.size() == 4;
    const std::string remark =
        skipped
            ? "L'exception a fait quitter la fonction avant la fermeture. Un delete, ou un sqlite3_close, écrit après exec() est alors sauté ; "
              "le destructeur d'une variable ordinaire, lui, est toujours appelé (leçon 1, « Fermer, c'est sortir de la portée »)."
            : why(run);
    ASSERT_THAT(run, EndsWell()) << remark;
    ASSERT_THAT(base.rows(how_many), IsValue(before + 1))
        << "La première visite est refusée ; la seconde, une fois le musée agrandi par une autre connexion, doit être notée. "
        << (undone(run) ? undone_remark : "");
    EXPECT_THAT(still_open, AreRowsInOrder({{0}, {0}}))
        << "C'est le nombre de fichiers que le programme tient encore ouverts sur la base, après la visite refusée, puis après celle qui est "
           "notée. "
        << (skipped
                ? remark
                : "La base doit être fermée dans les deux cas ; commencez par la tâche 2 (leçon 1, « Fermer, c'est sortir de la portée »).");
}
