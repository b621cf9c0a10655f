// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <string>
#include <vector>

using Ouvrir = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* births = "SELECT nom, annee FROM naissances";

/// Whether SQLite was given a connection that was closed already.
bool closed_twice(const Execution& run)
{
    return run.trace().logged("API call with invalid database connection pointer");
}

const char* const closed_twice_remark =
    "SQLite a noté dans son journal « API call with invalid database connection pointer » : une connexion lui a été donnée alors "
    "qu'elle était déjà fermée, pour la fermer encore ou pour l'interroger. Une Base ferme elle-même sa connexion ; ne le faites pas aussi à la main (leçon 8, « Confier la connexion à std::unique_ptr »).";

/// What is known of the mistake behind a bad ending.
std::string why(const Execution& run)
{
    if (closed_twice(run)) {
        return closed_twice_remark;
    }
    if (run.err().find("use-after") != std::string::npos) {
        return "Cette ligne donne-t-elle à SQLite l'adresse d'un chemin ? chemin.string() fabrique une copie, détruite à la fin de "
               "l'instruction : l'adresse que son c_str() a donnée ne vaut plus rien à la ligne suivante. chemin.c_str() vit aussi longtemps que chemin (leçon 8, « Ouvrir : un code, et un pointeur à fermer »).";
    }
    for (const char* words : {"which was not malloc()-ed", "alloc-dealloc-mismatch", "new-delete-type-mismatch"}) {
        if (run.err().find(words) != std::string::npos) {
            return "Une connexion ne se rend ni par free, ni par delete : elle appartient à SQLite, et seules sqlite3_close et sqlite3_close_v2 savent la "
                   "fermer (leçon 8, « Confier la connexion à std::unique_ptr »).";
        }
    }
    for (const char* scenario : {"ouvrir", "requete"}) {
        const auto caught = run.exception(scenario);
        if (caught && caught->what == "ouvrir a rendu une Base vide") {
            return "La Base rendue ne contient aucune connexion. Confiez-lui celle que sqlite3_open_v2 a écrite dans votre pointeur (leçon 8, "
                   "« Ouvrir : un code, et un pointeur à fermer »).";
        }
        if (caught && caught->code == 21) {
            return "Le code 21 dit que sqlite3_open_v2 est mal appelée. Ses options sont SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : la seconde ne va pas sans "
                   "la première (leçon 8, « Ouvrir : un code, et un pointeur à fermer »).";
        }
        if (caught && caught->code == 14) {
            return "Le code 14 dit que le fichier n'a pas pu être ouvert. S'il manquait, c'est que SQLITE_OPEN_CREATE n'a pas été demandé ; "
                   "sinon, c'est que le chemin donné à SQLite n'est pas celui de l'argument (leçon 8, « Ouvrir : un code, et un pointeur à fermer »).";
        }
        if (caught && caught->what.find("readonly") != std::string::npos) {
            return "La base est ouverte en lecture seule : demandez SQLITE_OPEN_READWRITE (leçon 8, « Ouvrir : un code, et un pointeur à fermer »).";
        }
    }
    return {};
}

/// Whether all that is wrong with the way a run ended is the memory that it left: the bytes it counts itself say more.
bool only_leaks(const Execution& run) { return run.ending() == Ending::leak; }

/// What is left, without the words that say when.
Table left(const Execution& run)
{
    Table table{{"fichiers ouverts", "octets de plus"}, {}, {}};
    for (const Row& row : run.returned("reste").rows) {
        table.rows.push_back({row.at(1), row.at(2)});
    }
    return table;
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

TEST_F(Ouvrir, OuvreOuCree)
{
    const Database fresh = database("nouvelle.db");
    const auto creating = program({"ouvrir", fresh});
    ASSERT_THAT(creating, EndsWell()) << why(creating);
    EXPECT_THAT(fresh.rows(births), AreRows({{"Jeanne", 2026}}))
        << "Le fichier manquait : ouvrir devait le créer, et le programme y a écrit une ligne.";

    const Database base = fixture();
    std::vector<Row> expected = base.rows(births).rows;
    const auto opening = program({"ouvrir", base});
    ASSERT_THAT(opening, EndsWell()) << why(opening);
    expected.push_back({"Jeanne", 2026});
    EXPECT_THAT(base.rows(births), AreRows(expected))
        << "Le fichier existait : ouvrir n'y change rien, et le programme y a ajouté une ligne.";
}

TEST_F(Ouvrir, NomsLongs)
{
    const std::string number = std::to_string(random(1850, 1950));
    const std::string name =
        "registre des naissances de la commune de L'Haÿ-les-Roses, année " + number + ", deuxième volume.db";
    const Database base = database(name);
    const auto run = program({"ouvrir", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(names(files()), AreRows({{name}}))
        << "Le seul fichier créé porte exactement le nom demandé, espaces et accents compris.";
    EXPECT_THAT(base.rows(births), AreRows({{"Jeanne", 2026}})) << "Le programme a écrit une ligne dans cette base.";
}

TEST_F(Ouvrir, SeFermeSeule)
{
    const Database base = fixture();
    const auto run = program({"ouvrir", base});
    if (!only_leaks(run)) {
        ASSERT_THAT(run, EndsWell()) << why(run);
    }
    EXPECT_THAT(left(run), AreRowsInOrder({{0, 0}}))
        << "Ce sont les fichiers que le programme tient encore ouverts sur la base, et les octets que SQLite occupe de plus qu'au départ, une fois la Base "
           "disparue : FermeBase::operator() doit avoir fermé la connexion (leçon 8, « Confier la connexion à std::unique_ptr »).";
    EXPECT_FALSE(closed_twice(run)) << closed_twice_remark;
}

TEST_F(Ouvrir, RequeteEnVie)
{
    const Database base = fixture();
    const auto run = program({"requete", base});
    if (!only_leaks(run)) {
        ASSERT_THAT(run, EndsWell())
            << (run.ending() == Ending::crashed && run.err().find("terminate called") != std::string::npos
                    ? "Une exception est sortie de FermeBase::operator(), qui est noexcept : le programme entier s'arrête. sqlite3_close rend 5 quand une "
                      "requête vit encore ; ce n'est pas une raison de lancer une exception pendant une destruction (leçon 8, « Fermer quand une requête "
                      "vit encore »)."
                : run.ending() == Ending::out_of_time
                    ? "Tant que la requête vit, sqlite3_close rend 5 : recommencer n'y change rien, puisque c'est le programme qui la libère, plus tard. sqlite3_close_v2 "
                      "attend sans boucle (leçon 8, « Fermer quand une requête vit encore »)."
                : run.err().find("double-free") != std::string::npos ||
                        run.trace().logged("API called with finalized prepared statement")
                    ? "La requête est au programme, qui la libère lui-même : FermeBase::operator() ne ferme que la connexion, et n'appelle pas sqlite3_finalize (leçon 8, « Fermer quand "
                      "une requête vit encore »)."
                    : why(run));
    }
    EXPECT_THAT(left(run), AreRowsInOrder({{0, 0}}))
        << "Une requête vivait encore quand la Base a disparu ; elle a été libérée ensuite, et la connexion devait se fermer à ce moment-là. "
           "sqlite3_close refuse et oublie (code 5), sqlite3_close_v2 attend (leçon 8, « Fermer quand une requête vit encore »).";
    EXPECT_FALSE(closed_twice(run)) << closed_twice_remark;
}

TEST_F(Ouvrir, EchecSignale)
{
    for (const char* path : {"absent/base.db", "."}) {
        const auto run = program({"essayer", path});
        if (!only_leaks(run)) {
            ASSERT_THAT(run, EndsWell()) << why(run);
        }
        const auto caught = run.exception("ouvrir");
        const bool misused = caught && caught->what == "bad parameter or other API misuse";
        ASSERT_THAT(run, Throws("ouvrir", 14))
            << (caught && caught->type != "SQLite::Exception"
                    ? "L'énoncé demande une SQLite::Exception : SQLite::Exception(base, code) porte le code, et lit le message dans la connexion (leçon 8, "
                      "« Ce que disent les codes »)."
                : caught
                    ? "L'exception doit porter le code que sqlite3_open_v2 a rendu (leçon 8, « Ouvrir : un code, et un pointeur "
                      "à fermer »)."
                    : "Ce chemin ne peut pas s'ouvrir, et l'appelant ne l'a pas su. L'API C ne lance jamais d'exception : lisez le code qu'elle rend "
                      "(leçon 8, « Ouvrir : un code, et un pointeur à fermer »).");
        EXPECT_THAT((Table{{"message"}, {{caught->what}}, {}}), IsValue("unable to open database file"))
            << (misused
                    ? "Ce message est celui d'une connexion déjà fermée : lisez-le avant de fermer (leçon 8, « Ouvrir : un code, et un pointeur à fermer »)."
                    : "Le message est celui que sqlite3_errmsg lit dans la connexion, et que SQLite::Exception(base, code) va y chercher (leçon 8, "
                      "« Ouvrir : un code, et un pointeur à fermer »).");
    }
}

TEST_F(Ouvrir, EchecSansPerte)
{
    const Database base = fixture();
    const auto run = program({"essayer", "absent/base.db", base, ".", "absent/base.db"});
    if (!only_leaks(run)) {
        ASSERT_THAT(run, EndsWell()) << why(run);
    }
    ASSERT_THAT(left(run), AreRowsInOrder({{0, 0}, {0, 0}, {0, 0}, {0, 0}}))
        << "Des quatre essais, le deuxième réussit, les autres échouent ; après chacun, SQLite ne doit rien occuper de plus qu'au départ. Même manquée, une "
           "ouverture donne une connexion, et il faut la fermer (leçon 8, « Ouvrir : un code, et un pointeur à fermer »).";
    EXPECT_FALSE(closed_twice(run)) << closed_twice_remark;
    // An answer that opens nothing leaves nothing behind either.
    EXPECT_THAT(run, Throws("ouvrir", 0))
        << "Rien n'est resté, mais l'échec n'a pas été signalé : voyez d'abord ce que la tâche 3 demande.";
}
