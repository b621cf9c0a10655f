// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

using Inserer = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* everyone = "SELECT nom, age FROM utilisateurs";

bool has_name(const Table& table, const std::string& name)
{
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [&](const Row& row) { return row.front() == Value(name); });
}

/// What is known of the mistake behind an exception.
std::string why(const Execution& run)
{
    const auto caught = run.exception("inserer");
    if (run.ending() == Ending::crashed) {
        return "Une requête static ou globale vit jusqu'à la fin du programme, après la base qu'elle utilise : si la vôtre l'est, "
               "faites-en une variable locale (leçon 3, « La même chose avec SQLiteCpp »).";
    }
    if (!caught) {
        return {};
    }
    if (caught->what.find("UNIQUE constraint failed: utilisateurs.id") != std::string::npos) {
        return "L'id donné à la ligne est déjà pris. Il ne se calcule pas : ne citez que nom et age dans l'INSERT, et SQLite choisit l'id "
               "(leçon 3, « La même chose avec SQLiteCpp »).";
    }
    if (caught->what.find("values were supplied") != std::string::npos ||
        caught->what.find("values for") != std::string::npos) {
        return "Le nombre de valeurs n'est pas celui des colonnes. Sans liste de colonnes, INSERT les veut toutes, id compris : écrivez "
               "utilisateurs (nom, age), puis deux marqueurs (leçon 3, « La même chose avec SQLiteCpp »).";
    }
    if (caught->code == 25) {
        return "Le code 25 (« column index out of range ») dit que vous avez lié une position qui n'existe pas. Trois causes "
               "courantes : les positions commencent à 1, pas à 0 ; '?' entre apostrophes n'est plus un marqueur, mais un texte "
               "d'un caractère ; un marqueur nommé se lie avec son signe : bind(\":nom\", …) (leçon 3, « Quand ça se passe mal »).";
    }
    if (caught->code == 1) {
        return "SQLite n'a pas compris le texte SQL qu'il a reçu. Si le nom ou l'âge fait partie de ce texte, c'est lui que SQLite "
               "essaie de lire : écrivez des marqueurs, et liez les valeurs (leçon 3, « Coller les morceaux : le piège »).";
    }
    if (caught->code == 21) {
        return "Le code 21 dit qu'une requête déjà exécutée a été liée ou exécutée de nouveau sans reset() (leçon 3, « Une requête, "
               "plusieurs exécutions »).";
    }
    return {};
}

/// Whether an INSERT was run, then undone with the transaction around it.
bool undone(const Trace& trace)
{
    return trace.count("INSERT") > 0 && (trace.closed_in_transaction ||
                                         (trace.rollbacks > 0 && trace.count("BEGIN") + trace.count("SAVEPOINT") > 0));
}

/// What the rows found, where `name` should be, tell of the mistake; `otherwise` when they tell nothing.
std::string about(const Execution& run, const Table& found, const std::string& name, const std::string& otherwise)
{
    if (std::any_of(found.rows.begin(), found.rows.end(),
                    [](const Row& row) { return row.front().type_name() == "BLOB"; })) {
        return "Un texte a été enregistré comme BLOB : bind(position, adresse, taille) lie des octets, pas un texte. Passez par une "
               "std::string (leçon 3, « Ce que bind sait lier »).";
    }
    if (has_name(found, "'" + name + "'")) {
        return "Les apostrophes autour du nom sont superflues : elles délimitent un texte écrit dans le SQL, alors qu'une valeur liée est "
               "enregistrée telle quelle (leçon 3, « La même chose avec SQLiteCpp »).";
    }
    if (!has_name(found, name) && undone(run.trace())) {
        return "L'instruction a été exécutée, puis annulée : une transaction ouverte n'a pas été validée (commit).";
    }
    return otherwise;
}

}  // namespace

TEST_F(Inserer, AliceEtBob)
{
    const Database base = fixture();
    std::vector<Row> expected = base.rows(everyone).rows;
    const std::int64_t age = random(18, 60);

    const auto first = program({"inserer", base, "Alice", age});
    ASSERT_THAT(first, EndsWell()) << why(first);
    expected.push_back({"Alice", age});
    const Table after_one = base.rows(everyone);
    ASSERT_THAT(after_one, AreRows(expected)) << about(
        first, after_one, "Alice",
        after_one.rows.size() + 1 == expected.size() && first.trace().count("INSERT") == 0
            ? "Aucune ligne n'a été ajoutée. Préparer et lier n'exécutent rien : c'est exec() qui lance la requête (leçon 3, « La "
              "même chose avec SQLiteCpp »)."
        : has_name(after_one, "?")
            ? "Un texte '?' a été enregistré : entre apostrophes, ? n'est pas un marqueur (leçon 3, « Quand ça se passe mal »)."
            : "Un appel ajoute une ligne, avec le nom dans nom et l'âge dans age ; les autres lignes ne changent pas.");

    const auto second = program({"inserer", base, "Bob", age + 10, "Zoé", age + 20});
    ASSERT_THAT(second, EndsWell()) << why(second);
    expected.push_back({"Bob", age + 10});
    expected.push_back({"Zoé", age + 20});
    EXPECT_THAT(base.rows(everyone), AreRows(expected)) << "Deux appels sur la même connexion ajoutent deux lignes.";
}

TEST_F(Inserer, Apostrophe)
{
    const Database base = fixture();
    std::vector<Row> expected = base.rows(everyone).rows;
    const std::int64_t age = random(18, 60);
    const std::vector<std::string> names = {"", "L'Haÿ", "Jeanne \"la Pucelle\"", "d''Artagnan", "50 % de `chance`"};
    Execution last;
    for (const std::string& name : names) {
        const auto run = program({"inserer", base, name, age});
        last = run;
        ASSERT_THAT(run, EndsWell()) << why(run);
        expected.push_back({name, age});
    }
    const Table found = base.rows(everyone);
    const bool empty_lost = !has_name(found, "");
    EXPECT_THAT(found, AreRows(expected)) << about(
        last, found, "L'Haÿ",
        has_name(found, "L''Haÿ")
            ? "L'apostrophe de L'Haÿ a été doublée. Doubler les apostrophes n'a de sens que dans un texte SQL ; une valeur liée "
              "est enregistrée telle quelle (leçon 3, « La même chose avec SQLiteCpp »)."
        : empty_lost
            ? "Le nom vide manque : un texte vide est un texte, ni NULL ni une ligne à écarter (leçon 3, « NULL, ou l'absence de valeur »)."
            : "Un nom lié à un marqueur arrive sans retouche dans la base (leçon 3, « La même chose avec SQLiteCpp »).");
}

TEST_F(Inserer, Injection)
{
    const Database base = fixture();
    std::vector<Row> expected = base.rows(everyone).rows;
    const std::int64_t age = random(18, 60);
    const std::vector<std::string> names = {"x', 99); DROP TABLE utilisateurs;--",
                                            "x'); DROP TABLE utilisateurs;--",
                                            "y', 98), ('Intruse', 97);--",
                                            "?",
                                            "NULL",
                                            ":nom"};
    Execution last;
    for (const std::string& name : names) {
        const auto run = program({"inserer", base, name, age});
        last = run;
        ASSERT_THAT(run, EndsWell()) << why(run);
        ASSERT_THAT(base.tables(), AreRows({{"utilisateurs"}}))
            << "La table utilisateurs a disparu : le nom, collé dans le texte SQL, a été exécuté. C'est une injection SQL ; un "
               "paramètre lié n'est jamais exécuté (leçon 3, « Coller les morceaux : le piège »).";
        expected.push_back({name, age});
    }
    const Table found = base.rows(everyone);
    EXPECT_THAT(found, AreRows(expected)) << about(
        last, found, "?",
        "Si un nom est incomplet, ou si une ligne que personne n'a demandée est là, c'est que SQLite a lu le nom comme du SQL : "
        "liez-le (leçon 3, « Coller les morceaux : le piège »).");
}

TEST_F(Inserer, OctetNul)
{
    const Database base = fixture();
    std::vector<Row> expected = base.rows(everyone).rows;
    const std::int64_t age = random(18, 60);
    const auto run = program({"inserer", base, "avant\\0après", age, "fin\\0", age});
    ASSERT_THAT(run, EndsWell()) << why(run);
    expected.push_back({std::string("avant\0après", 12), age});
    expected.push_back({std::string("fin\0", 4), age});
    const Table found = base.rows(everyone);
    EXPECT_THAT(found, AreRows(expected)) << about(
        run, found, std::string("fin\0", 4),
        has_name(found, "avant")
            ? "Le nom s'arrête à l'octet nul : il est passé par une adresse sans longueur, c_str() ou data(). Donnez à bind() la "
              "std::string elle-même, ou sa taille à sqlite3_bind_text (leçon 3, « Quand ça se passe mal »)."
            : "Une std::string peut contenir un octet nul, et SQLite l'enregistre si on lui donne la longueur (leçon 3, « Quand "
              "ça se passe mal »).");
}

TEST_F(Inserer, UnSeulTexteSQL)
{
    const Database base = fixture();
    const auto before = static_cast<std::int64_t>(base.rows(everyone).rows.size());
    const std::int64_t age = random(18, 60);
    // What the answer runs for one person, told by the trace; the order and the number of its statements are its own affair.
    const auto texts = [&](const Execution& run) {
        std::set<Row> result;
        for (const Statement& statement : run.trace().statements) {
            result.insert({statement.sql});
        }
        return Table{{"sql"}, {result.begin(), result.end()}, {}};
    };
    const auto alice = program({"inserer", base, "Alice", age});
    ASSERT_THAT(alice, EndsWell()) << why(alice);
    const auto bob = program({"inserer", base, "Bob", age + 10});
    ASSERT_THAT(bob, EndsWell()) << why(bob);
    ASSERT_THAT(base.rows("SELECT count(*) FROM utilisateurs"), IsValue(before + 2))
        << "Avant de comparer les textes SQL, il faut que chaque appel ajoute sa ligne : voyez la tâche 1.";
    EXPECT_THAT(texts(bob), SameRowsAs(texts(alice)))
        << "Ces textes SQL diffèrent d'un habitant à l'autre : une valeur s'y trouve, même bien échappée. Avec des marqueurs, le "
           "texte ne change jamais, et il n'y a plus d'échappement à oublier (leçon 3, « Coller les morceaux : le piège »).";
}
