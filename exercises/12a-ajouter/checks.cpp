// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using Ajouter = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* everyone = "SELECT id, nom, age FROM utilisateurs ORDER BY rowid";

/// What is known of the mistake behind an exception.
std::string why(const Execution& run, const std::string& scenario)
{
    if (run.ending() == Ending::sanitizer) {
        return "Si la mémoire en cause est celle d'un objet ajouté, ou d'une variable de add() : une action en attente doit tenir son objet en vie, donc "
               "capturer le std::shared_ptr par copie, [this, partage], et non par référence (leçon 12, « Des objets de plusieurs types »).";
    }
    const auto caught = run.exception(scenario);
    if (!caught) {
        return {};
    }
    if (caught->code == 25) {
        return "Le code 25 dit qu'une valeur a été liée à un marqueur qui n'existe pas : ils se comptent à partir de 1, et la clé n'a pas le sien dans "
               "sql_insertion (leçon 12, « Envoyer »).";
    }
    if (caught->what.find("within a transaction") != std::string::npos) {
        return "BEGIN a été exécuté dans une transaction déjà commencée : souvenez-vous qu'elle l'est (leçon 12, « Une seule transaction »).";
    }
    if (caught->what.find("no transaction is active") != std::string::npos) {
        return "COMMIT a été exécuté sans transaction en cours : ne validez que ce qui a été commencé (leçon 12, « Une seule transaction »).";
    }
    if (caught->what.find("UNIQUE") != std::string::npos) {
        return "La base a refusé une ligne en double : un objet a sans doute été inséré deux fois. Videz la liste d'attente une fois qu'elle est envoyée "
               "(leçon 12, « Envoyer »).";
    }
    if (caught->what.find("NOT NULL") != std::string::npos) {
        return "Une valeur n'a pas été liée : les marqueurs de sql_insertion se comptent à partir de 1, dans l'ordre des colonnes, la clé mise à part (leçon "
               "12, « Envoyer »).";
    }
    if (caught->what.find("FOREIGN KEY") != std::string::npos) {
        return "Une commande est partie avant l'utilisateur qu'elle désigne, alors qu'elle a été ajoutée après lui (leçon 12, « Des objets de plusieurs types »).";
    }
    return {};
}

Table column(const Table& table, std::size_t which, const char* name)
{
    Table result{{name}, {}, {}};
    for (const Row& row : table.rows) {
        result.rows.push_back({row.at(which)});
    }
    return result;
}

/// What an INSERT that was prepared and never run tells; else `otherwise`.
std::string about(const Execution& run, const std::string& otherwise)
{
    const Trace& trace = run.trace();
    if (trace.count_prepared("INSERT") > 0 && trace.count("INSERT") == 0) {
        return "L'INSERT a été préparé, mais jamais exécuté : il manque exec() (leçon 3, « La même chose avec SQLiteCpp »).";
    }
    if (trace.count_prepared("INSERT") == 0) {
        return "Aucun INSERT n'a été préparé : add() doit retenir l'objet, et flush() l'insérer (leçon 12, « Envoyer »).";
    }
    return otherwise;
}

}  // namespace

TEST_F(Ajouter, AjouterNInserePas)
{
    const Database base = fixture();
    const std::int64_t age = random(18, 90);
    const auto run = program({"ajouter", base, "Alice", age, "Bob", age + 1, "!"});
    ASSERT_THAT(run, EndsWell()) << why(run, "ajouter");
    EXPECT_THAT(column(run.returned("add"), 0, "lignes vues par la session"), AreRowsInOrder({{1}, {1}}))
        << "La base avait une ligne. Après chacun des deux add(), la connexion de la session n'en voit pas davantage : l'insertion attend flush() (leçon 12, « "
           "Ajouter n'est pas insérer »).";
    EXPECT_THAT(run.returned("id après add"), AreRowsInOrder({{0}, {0}, {0}}))
        << "Un objet qui attend n'a pas encore d'identifiant (leçon 12, « Ajouter n'est pas insérer »).";
    EXPECT_THAT(base.rows("SELECT nom, age FROM utilisateurs WHERE nom <> 'Doyenne'"),
                AreRows({{"Alice", age}, {"Bob", age + 1}}))
        << about(run, "À la fin, commit() a tout envoyé : les deux objets sont dans la base.");
}

TEST_F(Ajouter, Identifiants)
{
    const Database base = fixture();
    const std::int64_t first = base.rows("SELECT id FROM utilisateurs").only().integer().value_or(0) + 1;
    const std::int64_t age = random(18, 90);
    const auto run = program({"ajouter", base, "Alice", age, "L'Haÿ", "-", "=", "Bob", age + 1, "=", "=", "!"});
    ASSERT_THAT(run, EndsWell()) << why(run, "ajouter");
    const std::vector<Row> expected{{first, "Alice", age}, {first + 1, "L'Haÿ", nullptr}, {first + 2, "Bob", age + 1}};
    ASSERT_THAT(base.rows("SELECT id, nom, age FROM utilisateurs WHERE nom <> 'Doyenne'"), AreRows(expected))
        << about(run, "Trois objets ont été ajoutés, et envoyés, deux puis un (leçon 12, « Envoyer »).");
    const Table objects = run.returned("objet");
    const bool no_id =
        std::all_of(objects.rows.begin(), objects.rows.end(), [](const Row& row) { return row.at(0) == Value(0); });
    const bool cut = !objects.empty() && objects.rows[0].at(0) == Value(std::int64_t{static_cast<std::int32_t>(first)});
    EXPECT_THAT(objects, AreRowsInOrder(expected))
        << (no_id
                ? "Les lignes sont là, mais les objets n'ont pas reçu leur identifiant : getLastInsertRowid() le donne après chaque insertion (leçon 12, « Envoyer »)."
            : cut
                ? "L'identifiant a été coupé à 32 bits : getLastInsertRowid() rend un std::int64_t (leçon 3, « Quel identifiant la ligne a-t-elle reçu ? »)."
                : "Chaque objet porte l'identifiant de sa ligne : il se demande après chaque insertion, avant la suivante (leçon 12, « Envoyer »).");
    EXPECT_THAT(
        run.returned("id après flush"),
        AreRowsInOrder({{first}, {first + 1}, {first}, {first + 1}, {first + 2}, {first}, {first + 1}, {first + 2}}))
        << "Ce sont les identifiants des objets, après chacun des trois flush() : ils les reçoivent dès l'envoi, sans attendre commit().";
}

TEST_F(Ajouter, OrdreDArrivee)
{
    const Database base = fixture();
    const std::int64_t first = base.rows("SELECT id FROM utilisateurs").only().integer().value_or(0) + 1;
    const auto run = program({"commander", base, first});
    ASSERT_THAT(run, EndsWell()) << why(run, "commander");
    EXPECT_THAT(base.rows("SELECT numero, utilisateur_id, total FROM commandes"),
                AreRows({{1, first, 12.5}, {2, first + 1, 8.0}}))
        << "Alice, sa commande, Bob, sa commande : quatre objets de deux types (leçon 12, « Des objets de plusieurs types »).";
    EXPECT_THAT(run.returned("derniere"), AreRows({{2, first + 1, 8.0}}))
        << "C'est l'objet de la dernière commande, après commit : son numéro est la clé, qui est ici le dernier membre.";
}

TEST_F(Ajouter, InvisibleAvantCommit)
{
    const Database base = fixture();
    const auto run = program({"ajouter", base, "Alice", 30, "=", "Bob", 40, "=", "!", "!", "Zoé", "-", "=", "!"});
    ASSERT_THAT(run, EndsWell()) << why(run, "ajouter");
    ASSERT_THAT(run.returned("flush"), AreRowsInOrder({{2, 1}, {3, 1}, {4, 3}}))
        << "Après chaque flush() : les lignes que voit la session, et celles que voit une autre connexion. Celle-ci ne doit rien voir de nouveau avant commit() : sans "
           "BEGIN, chaque INSERT est aussitôt définitif, et un COMMIT dans flush() l'est trop tôt (leçon 12, « Une seule transaction »).";
    EXPECT_THAT(run.returned("commit"), AreRowsInOrder({{3, 3}, {3, 3}, {4, 4}}))
        << "Après chaque commit(), l'autre connexion voit tout. Le deuxième n'avait rien à valider (leçon 12, « Une seule transaction »).";
}

TEST_F(Ajouter, ToutOuRien)
{
    const Database good = fixture({}, "bonne.db");
    const std::int64_t age = random(18, 90);
    const auto all = program({"ajouter", good, "Alice", age, "Bob", age + 1, "Zoé", "-", "!"});
    ASSERT_THAT(all, EndsWell()) << why(all, "ajouter");
    ASSERT_THAT(good.rows("SELECT count(*) FROM utilisateurs"), IsValue(4))
        << about(all, "Trois objets ajoutés, puis commit() : la base a trois lignes de plus.");
    for (const std::string words : {"=", ""}) {
        const Database base = fixture({}, words.empty() ? "sans.db" : "avec.db");
        const Table before = base.rows(everyone);
        std::vector<Argument> arguments{"ajouter", base, "Alice", age};
        if (!words.empty()) {
            arguments.emplace_back(words);
        }
        for (const char* more : {"Bob", "40", "", "50", "!"}) {  // no name: the base's CHECK refuses it
            arguments.emplace_back(more);
        }
        const auto run = program(arguments);
        const auto caught = run.exception("ajouter");
        ASSERT_TRUE(run.ending() == Ending::exception && caught && caught->code == 19)
            << "Le dernier nom est vide, et la base le refuse : l'exception de SQLite (code 19) doit sortir de commit(). "
            << run.explanation();
        EXPECT_THAT(base.rows(everyone), SameRowsAs(before))
            << "La base a refusé le dernier objet, et d'autres sont restés : ils ont été validés chacun à part. Un seul COMMIT, à la fin (leçon 12, « Une seule transaction »).";
    }
}
