// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <cstdint>
#include <string>
#include <vector>

using UnSeulObjet = atelier::check::Exercise;
using namespace atelier::check;

namespace {

const std::string what_rows_are =
    "Chaque ligne dit : le mot joué (uN cherche l'utilisateur N, cN la commande N), le rang de l'objet rendu (le même rang, c'est le même pointeur), et deux de ses "
    "membres. ";

/// What is known of the mistake behind a bad end.
std::string why(const Execution& run)
{
    if (run.ending() == Ending::sanitizer) {
        return "Si un objet d'un type a été pris pour un autre : l'utilisateur 1 et la commande 1 ont le même identifiant. La clé du registre est le type et l'identifiant, "
               "Suivi::Cle (leçon 12, « Une ligne, un objet »).";
    }
    if (run.ending() == Ending::crashed) {
        return "Si c'est un pointeur nul : registre[cle] ajoute une place vide quand la clé manque ; find() cherche sans rien ajouter (leçon 12, « Une ligne, un objet »).";
    }
    const auto caught = run.exception("jouer");
    if (!caught) {
        return {};
    }
    if (caught->type == "std::out_of_range") {
        return "at() lance une exception quand la clé manque, ce qui est ici le cas ordinaire ; find() cherche sans se fâcher (leçon 12, « Une ligne, un objet »).";
    }
    if (caught->type == "std::invalid_argument") {
        return "get() a rendu nullptr pour un utilisateur qui existe : « " + caught->what +
               " ». Un objet lu est à l'état enregistre (leçon 12, « Relire sans écraser »).";
    }
    if (caught->code == 5) {
        return "La base était verrouillée par une autre connexion : une requête a donc été envoyée, pour une ligne que la session connaissait (leçon 12, « Une ligne, un "
               "objet »).";
    }
    if (caught->type == "std::bad_cast") {
        return "Un objet d'un type a été pris pour un autre : la clé du registre est le type et l'identifiant, Suivi::Cle (leçon 12, « Une ligne, un objet »).";
    }
    return "L'exception disait : « " + caught->what + " ».";
}

/// The rows of `run` whose first cell is `word`.
Table of_word(const Execution& run, const std::string& word)
{
    Table result{{"mot", "rang", "nom", "âge"}, {}, {}};
    for (const Row& row : run.returned("objet").rows) {
        if (row.at(0) == Value(word)) {
            result.rows.push_back(row);
        }
    }
    return result;
}

/// The user of this id, as a row that the program returns.
Row user(const Database& base, const std::string& word, const Value& rank, std::int64_t id)
{
    const Table found = base.rows("SELECT nom, age FROM utilisateurs WHERE id = ?", {id});
    return found.empty() ? Row{word, rank, nullptr, nullptr}
                         : Row{word, rank, found.rows[0].at(0), found.rows[0].at(1)};
}

Row order(const Database& base, const std::string& word, const Value& rank, std::int64_t id)
{
    const Table found = base.rows("SELECT article, quantite FROM commandes WHERE numero = ?", {id});
    return {word, rank, found.rows.at(0).at(0), found.rows.at(0).at(1)};
}

}  // namespace

TEST_F(UnSeulObjet, MemeObjet)
{
    const Database base = fixture();
    const auto run = program({"jouer", base, "u2", "u1", "u2", "u1", "u4", "u1", "~1", "u1"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    Row changed = user(base, "u1", 2, 1);
    changed[3] = 99;
    EXPECT_THAT(run.returned("objet"),
                AreRowsInOrder({user(base, "u2", 1, 2), user(base, "u1", 2, 1), user(base, "u2", 1, 2),
                                user(base, "u1", 2, 1), user(base, "u4", 3, 4), user(base, "u1", 2, 1), changed}))
        << what_rows_are
        << "À la fin, l'âge de l'utilisateur 1 devient 99 par l'un de ses pointeurs, et se lit par l'autre : il n'y a qu'un objet (leçon 12, « Une ligne, un objet »).";
}

TEST_F(UnSeulObjet, SansRequete)
{
    const Database base = fixture();
    const Row bob = user(base, "u2", 1, 2);
    const Row alice = user(base, "u1", 2, 1);
    const auto run = program({"jouer", base, "u2", "u1", "@UPDATE utilisateurs SET age = 7, nom = 'Bobby' WHERE id = 2",
                              "u2", "@DELETE FROM utilisateurs WHERE id = 1", "u1"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run.returned("objet"), AreRowsInOrder({bob, alice, bob, alice}))
        << what_rows_are
        << "Une autre connexion a modifié la ligne de l'utilisateur 2, puis supprimé celle de l'utilisateur 1, entre les deux recherches. Le second get() rend l'objet que le "
           "programme tient déjà, tel qu'il est (leçon 12, « Une ligne, un objet »).";
    // Whoever still sends a query, even to ignore its answer, meets the lock.
    const auto locked = program({"jouer", base, "u3", "c2", "@BEGIN EXCLUSIVE", "u3", "c2", "@ROLLBACK"});
    ASSERT_THAT(locked, EndsWell())
        << "Une autre connexion verrouille la base pendant la seconde recherche : qui n'envoie rien n'en est pas gêné. "
        << why(locked);
    EXPECT_THAT(locked.returned("objet"), AreRowsInOrder({user(base, "u3", 1, 3), order(base, "c2", 2, 2),
                                                          user(base, "u3", 1, 3), order(base, "c2", 2, 2)}))
        << what_rows_are;
}

TEST_F(UnSeulObjet, Absent)
{
    const Database base = fixture();
    const auto run =
        program({"jouer", base, "u9", "u1", "u1", "u9", "@INSERT INTO utilisateurs VALUES (9, 'Zoé', 9)", "u9", "u9"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Row nobody{"u9", nullptr, nullptr, nullptr};
    EXPECT_THAT(
        run.returned("objet"),
        AreRowsInOrder(
            {nobody, user(base, "u1", 1, 1), user(base, "u1", 1, 1), nobody, {"u9", 2, "Zoé", 9}, {"u9", 2, "Zoé", 9}}))
        << what_rows_are
        << "L'utilisateur 9 n'existe pas : get() rend nullptr, et n'en retient rien. Une autre connexion l'ajoute ensuite, et get() le trouve (leçon 12, « Une ligne, un objet »).";
}

TEST_F(UnSeulObjet, ParType)
{
    const Database base = fixture("INSERT INTO utilisateurs VALUES (4294967297, 'Géante', 40);");
    const auto run = program({"jouer", base, "u1", "c1", "u1", "c1", "c3", "u3", "u4294967297", "u1", "u4294967297"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(run.returned("objet"),
                AreRowsInOrder({user(base, "u1", 1, 1), order(base, "c1", 2, 1), user(base, "u1", 1, 1),
                                order(base, "c1", 2, 1), order(base, "c3", 3, 3), user(base, "u3", 4, 3),
                                user(base, "u4294967297", 5, 4294967297), user(base, "u1", 1, 1),
                                user(base, "u4294967297", 5, 4294967297)}))
        << what_rows_are
        << "Un utilisateur et une commande peuvent avoir le même identifiant, et un identifiant tient sur 64 bits : la clé du registre est Suivi::Cle (leçon 12, « Une "
           "ligne, un objet »).";
}

TEST_F(UnSeulObjet, LignesLues)
{
    const Database base = fixture();
    const std::vector<Row> expected{user(base, "tous", 2, 1), user(base, "tous", 1, 2), user(base, "tous", 3, 3),
                                    user(base, "tous", 4, 4)};
    const auto run = program(
        {"jouer", base, "u2", "tous", "~1", "@UPDATE utilisateurs SET nom = 'Bobby' WHERE id = 2", "tous", "u3"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    std::vector<Row> twice = expected;
    twice.insert(twice.end(), expected.begin(), expected.end());
    twice[4][3] = 99;
    EXPECT_THAT(of_word(run, "tous"), AreRowsInOrder(twice))
        << what_rows_are
        << "tous lit les quatre lignes de la table, et confie chacune à rattacher(). L'utilisateur 2 avait déjà le rang 1. Entre les deux lectures, l'âge de l'objet de "
           "l'utilisateur 1 devient 99, et une autre connexion change le nom de l'utilisateur 2 : un objet connu reste tel qu'il est (leçon 12, « Relire sans écraser »).";
    EXPECT_THAT(of_word(run, "u3"), AreRowsInOrder({user(base, "u3", 3, 3)}))
        << "L'utilisateur 3 a été lu par rattacher(), puis cherché par get() : c'est le même objet (leçon 12, « Relire sans écraser »).";
}

TEST_F(UnSeulObjet, Garde)
{
    const Database base = fixture();
    const auto run = program({"jouer", base, "~1", "tous", "~3", "lâcher", "u1", "u3", "!"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(of_word(run, "u1").select({"âge"}), IsValue(99))
        << "L'âge de l'utilisateur 1 est devenu 99 ; toute la table a ensuite été lue, puis le programme a lâché son pointeur. La session, elle, garde l'objet, tel qu'il est (leçon 12, « Relire sans écraser »).";
    EXPECT_THAT(base.rows("SELECT id, age FROM utilisateurs WHERE id IN (1, 3)"), AreRows({{1, 99}, {3, 99}}))
        << "Les changements de ces objets, lus par get() et par rattacher(), puis lâchés par le programme, devaient partir avec commit() : un objet lu va aussi dans suivis_ (leçon "
           "12, « Relire sans écraser »).";
}

TEST_F(UnSeulObjet, Inseres)
{
    const Database base = fixture();
    const auto run = program({"jouer", base, "u2", "+Chloé", "=", "u5", "u5", "-5", "=", "u5", "+Dora", "=", "u5", "u2",
                              "-5", "!", "@INSERT INTO utilisateurs VALUES (5, 'Ève', 31)", "u5"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Row bob = user(base, "u2", 1, 2);
    EXPECT_THAT(run.returned("objet"), AreRowsInOrder({bob,
                                                       {"+Chloé", 2, "Chloé", nullptr},
                                                       {"u5", 2, "Chloé", nullptr},
                                                       {"u5", 2, "Chloé", nullptr},
                                                       {"u5", nullptr, nullptr, nullptr},
                                                       {"+Dora", 3, "Dora", nullptr},
                                                       {"u5", 3, "Dora", nullptr},
                                                       bob,
                                                       {"u5", 4, "Ève", 31}}))
        << what_rows_are
        << "Chloé est ajoutée (+), envoyée, cherchée (c'est elle, l'utilisatrice 5), supprimée, cherchée (personne) ; Dora est ajoutée, et SQLite lui donne de nouveau l'identifiant 5. "
           "Elle est supprimée à son tour, et une autre connexion insère Ève à sa place. Un objet entre au registre quand il a son identifiant, donc après l'insertion, et en sort avec sa ligne (leçon 12, « Relire sans écraser »).";
    EXPECT_THAT(base.rows("SELECT id, nom FROM utilisateurs WHERE id > 4"), AreRows({{5, "Ève"}}));
}
