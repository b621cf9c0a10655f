// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using Ajouter = atelier::check::Exercise;
using namespace atelier::check;

namespace {

/// What is known of the mistake behind an exception.
std::string why(const Execution& run)
{
    const auto caught = run.exception("ajouter");
    if (!caught) {
        return {};
    }
    if (caught->what.find("exec() does not expect results") != std::string::npos) {
        return "exec() refuse les requêtes qui rendent des lignes, et INSERT … RETURNING en rend une ; pourtant la ligne est déjà insérée "
               "quand l'exception part. Lisez l'id avec executeStep() puis getColumn(0), ou demandez-le à la connexion (leçon 3, « Quel "
               "identifiant la ligne a-t-elle reçu ? »).";
    }
    if (caught->code == 25) {
        return "Le code 25 (« column index out of range ») dit que vous avez utilisé une position qui n'existe pas : les marqueurs se "
               "comptent à partir de 1, les colonnes d'un résultat à partir de 0 (leçon 3, « Quand ça se passe mal »).";
    }
    if (caught->what.find("No row to get a column from") != std::string::npos) {
        return "« No row to get a column from » : la requête n'était pas sur une ligne quand vous avez lu une colonne. executeStep() avance "
               "d'une ligne et dit s'il y en avait une : appelez-le une seule fois avant getColumn, et regardez ce qu'il rend. Un SELECT qui "
               "cherche age = NULL ne trouve jamais rien (leçon 3, « Quel identifiant la ligne a-t-elle reçu ? »).";
    }
    if (caught->what.find("UNIQUE constraint failed") != std::string::npos) {
        return "Cet id est déjà pris. Ni u.id ni un calcul ne le donne : ne citez pas id dans l'INSERT, et SQLite le choisira (leçon 3, "
               "« Quel identifiant la ligne a-t-elle reçu ? »).";
    }
    if (caught->type == "std::bad_optional_access") {
        return "Vous avez demandé sa valeur à un std::optional qui n'en a pas : vérifiez d'abord qu'il en contient une (leçon 3, « NULL, "
               "ou l'absence de valeur »).";
    }
    return {};
}

/// Whether an INSERT was run, then undone with the transaction around it.
bool undone(const Trace& trace)
{
    return trace.count("INSERT") > 0 && (trace.closed_in_transaction ||
                                         (trace.rollbacks > 0 && trace.count("BEGIN") + trace.count("SAVEPOINT") > 0));
}

/// About a row that is not there.
std::string missing(const Execution& run, const std::string& otherwise)
{
    return undone(run.trace())
               ? "L'instruction a été exécutée, puis annulée : une transaction ouverte n'a pas été validée (commit)."
               : otherwise;
}

/// What the identifiers returned tell of the mistake; `otherwise` when they tell nothing.
std::string about_ids(const Execution& run, const std::string& otherwise)
{
    const Table ids = run.returned("id");
    if (ids.empty()) {
        return otherwise;
    }
    if (std::all_of(ids.rows.begin(), ids.rows.end(), [](const Row& row) { return row.front() == Value(1); })) {
        return "Vous rendez toujours 1 : c'est ce que rend exec(), le nombre de lignes modifiées, et non un id. Demandez l'id à la "
               "connexion, après exec() (leçon 3, « Quel identifiant la ligne a-t-elle reçu ? »).";
    }
    if (ids.rows.front().front() == Value(0)) {
        return "0 est ce que répond getLastInsertRowid() tant que la connexion n'a rien inséré : s'il vient de là, l'id a été lu avant "
               "exec(), et chaque appel rend celui du précédent. Lisez-le après (leçon 3, « Quel identifiant la ligne a-t-elle reçu ? »).";
    }
    return otherwise;
}

}  // namespace

TEST_F(Ajouter, RendLIdentifiant)
{
    const Database base = fixture();
    const std::int64_t age = random(18, 60);
    std::vector<Row> expected = base.rows("SELECT nom, age FROM utilisateurs").rows;
    const auto run = program({"ajouter", base, "Ada Martin", age, "Basile Martin", age + 1});
    ASSERT_THAT(run, EndsWell()) << why(run);
    expected.push_back({"Ada Martin", age});
    expected.push_back({"Basile Martin", age + 1});
    ASSERT_THAT(base.rows("SELECT nom, age FROM utilisateurs"), AreRows(expected))
        << missing(run, "Chaque appel ajoute une ligne, et une seule, sans toucher aux autres.");
    EXPECT_THAT(
        run.returned("id"),
        AreRowsInOrder(
            base.rows("SELECT id FROM utilisateurs WHERE nom IN ('Ada Martin', 'Basile Martin') ORDER BY nom").rows))
        << about_ids(
               run,
               "Attendu : les id d'Ada et de Basile dans la table. Obtenu : ce que vos deux appels ont rendu. La connexion connaît "
               "l'id de sa dernière insertion (leçon 3, « Quel identifiant la ligne a-t-elle reçu ? »).");

    // SQLite gives 1 to the first row of an empty table; max(id) + 1 is NULL there.
    const Database empty = fixture("DELETE FROM utilisateurs", "vide.db");
    const auto alone = program({"ajouter", empty, "Ada Martin", age});
    ASSERT_THAT(alone, EndsWell()) << why(alone);
    ASSERT_THAT(empty.rows("SELECT id, nom, age FROM utilisateurs"), AreRows({{1, "Ada Martin", age}}))
        << "La table était vide : SQLite donne alors l'id 1. Si vous calculez l'id vous-même, max(id) + 1 vaut NULL sur une table vide, "
           "que getInt64() lit comme 0. Ne citez pas id dans l'INSERT (leçon 3, « Quel identifiant la ligne a-t-elle reçu ? »).";
    EXPECT_THAT(alone.returned("id"), IsValue(1)) << "La table était vide : l'id de la ligne ajoutée est 1.";
}

TEST_F(Ajouter, LigneComplete)
{
    const Database base = fixture();
    const std::int64_t age = random(18, 60);
    const auto run = program({"ajouter", base, "d'Aubigné", age, "x', 99); DROP TABLE utilisateurs;--", "-"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const std::string added =
        "SELECT nom, age FROM utilisateurs ORDER BY id LIMIT 2 OFFSET 3";  // the fixture has three rows
    const Table found = base.rows(added);
    EXPECT_THAT(found, AreRows({{"d'Aubigné", age}, {"x', 99); DROP TABLE utilisateurs;--", nullptr}}))
        << (std::any_of(found.rows.begin(), found.rows.end(), [](const Row& row) { return row.back() == Value(0); })
                ? "Un âge absent a été enregistré comme 0 : liez NULL, avec bind(2) sans valeur (leçon 3, « NULL, ou l'absence de valeur »)."
                : missing(
                      run,
                      "Le nom et l'âge sont des paramètres liés ; un âge absent est NULL (leçon 3, « NULL, ou l'absence de "
                      "valeur »)."));
}

TEST_F(Ajouter, Homonymes)
{
    const std::int64_t age = random(18, 60);
    const Database base =
        fixture("INSERT INTO utilisateurs (nom, age) VALUES ('Camille Martin', " + std::to_string(age) + ")");
    const auto run = program({"ajouter", base, "Camille Martin", age, "Camille Martin", age});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table all = base.rows("SELECT id FROM utilisateurs WHERE nom = 'Camille Martin' ORDER BY id");
    const std::vector<Row> added(all.rows.begin() + std::min<std::ptrdiff_t>(1, std::ssize(all.rows)), all.rows.end());
    ASSERT_THAT(base.rows("SELECT count(*) FROM utilisateurs WHERE nom = 'Camille Martin'"), IsValue(3))
        << missing(run, "Une Camille était inscrite ; après vos deux appels, elles doivent être trois.");
    EXPECT_THAT(run.returned("id"), AreRowsInOrder(added)) << about_ids(
        run, std::string("Une Camille du même âge était déjà inscrite, et deux autres arrivent : chacune a son id. ") +
                 (run.trace().count("SELECT") > 0 ? "Retrouver la ligne par son nom ne dit pas de laquelle il s'agit "
                                                  : "L'id se lit après chaque insertion ") +
                 "(leçon 3, « Quel identifiant la ligne a-t-elle reçu ? »).");
}

TEST_F(Ajouter, Declencheur)
{
    const Database base =
        fixture("CREATE TRIGGER invitation AFTER INSERT ON utilisateurs WHEN NEW.nom NOT LIKE 'Invité de %' "
                "BEGIN INSERT INTO utilisateurs (nom) VALUES ('Invité de ' || NEW.nom); END;");
    const auto run = program({"ajouter", base, "Alice Martin", random(18, 60)});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table returned = run.returned("id");
    const Table guest = base.rows("SELECT id FROM utilisateurs WHERE nom = 'Invité de Alice Martin'");
    ASSERT_THAT(base.rows("SELECT count(*) FROM utilisateurs WHERE nom = 'Alice Martin'"), IsValue(1))
        << missing(run, "Un appel ajoute une ligne.");
    EXPECT_THAT(returned, AreRows(base.rows("SELECT id FROM utilisateurs WHERE nom = 'Alice Martin'").rows))
        << (returned.only() == guest.only()
                ? "L'id rendu est celui de l'invité, ajouté par le déclencheur. Le plus grand id de la table n'est pas forcément celui de "
                  "votre ligne : d'autres écrivent aussi (leçon 3, « Quel identifiant la ligne a-t-elle reçu ? »)."
                : about_ids(
                      run,
                      "Attendu : l'id de la ligne « Alice Martin » (leçon 3, « Quel identifiant la ligne a-t-elle reçu ? »)."));
}

TEST_F(Ajouter, GrandIdentifiant)
{
    const Database base =
        fixture("INSERT INTO utilisateurs (id, nom) VALUES (3000000000 + hasard(1, 1000000), 'Doyenne')");
    const auto run = program({"ajouter", base, "Benjamine Martin", random(18, 60)});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(base.rows("SELECT count(*) FROM utilisateurs WHERE nom = 'Benjamine Martin'"), IsValue(1))
        << missing(run, "Un appel ajoute une ligne.");
    const Table expected = base.rows("SELECT id FROM utilisateurs WHERE nom = 'Benjamine Martin'");
    const Table returned = run.returned("id");
    const std::int64_t whole = expected.only().integer().value_or(0);
    const bool cut = returned.only() == Value(std::int64_t{static_cast<std::int32_t>(whole)});
    EXPECT_THAT(returned, SameRowsAs(expected))
        << (cut ? "L'id a été rangé dans un int, dont les 32 bits ne suffisent pas : il n'en reste que la moitié basse. Gardez un std::int64_t d'un "
                  "bout à l'autre (leçon 3, « Quel identifiant la ligne a-t-elle reçu ? »)."
                : about_ids(
                      run,
                      "L'id rendu doit être celui de la ligne ajoutée (leçon 3, « Quel identifiant la ligne a-t-elle reçu ? »)."));
}
