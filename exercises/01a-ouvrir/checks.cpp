// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <string>
#include <vector>

using Ouvrir = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* everyone = "SELECT id, nom, age FROM utilisateurs";

/// What is known of the mistake behind an exception of the scenario `name`.
std::string why(const Execution& run, const std::string& name)
{
    const auto caught = run.exception(name);
    if (!caught) {
        return {};
    }
    if (caught->code == 14) {
        return "Le code 14 (« unable to open database file ») sur un fichier qui n'existe pas encore : personne n'a demandé de le "
               "créer. Sans mode, SQLiteCpp ouvre en lecture seule ; OPEN_READWRITE tout seul ouvre en écriture, mais ne crée pas "
               "(leçon 1, « Créer, lire, ne pas créer »).";
    }
    if (caught->code == 21) {
        return "Le code 21 dit que le mode d'ouverture n'a pas de sens : OPEN_CREATE complète OPEN_READWRITE et ne le remplace "
               "pas, et on les combine avec |, pas avec & (leçon 1, « Créer, lire, ne pas créer »).";
    }
    if (caught->code == 8) {
        return "Le code 8 (« attempt to write a readonly database ») dit que la base a bien été ouverte, mais en lecture seule : c'est ce "
               "que fait SQLiteCpp quand on ne lui donne pas de mode (leçon 1, « Créer, lire, ne pas créer »).";
    }
    return {};
}

/// Something was written inside a transaction that nobody ever committed.
bool undone(const Execution& run)
{
    const Trace& trace = run.trace();
    return trace.count("INSERT") > 0 && trace.count("BEGIN") + trace.count("SAVEPOINT") > 0 &&
           trace.count("COMMIT") + trace.count("END") + trace.count("RELEASE") == 0;
}

const char* const undone_remark =
    "L'instruction a été exécutée, puis annulée : une transaction ouverte n'a pas été validée (commit). La connexion se rend sans "
    "transaction en cours : chaque instruction est alors validée dès qu'elle se termine (leçon 1, « La même chose avec SQLiteCpp »).";

/// What is known of the mistake when the file lacks what the connection wrote.
std::string elsewhere(const Execution& run)
{
    if (undone(run)) {
        return undone_remark;
    }
    const std::vector<std::string>& opened = run.trace().opened;
    if (std::find(opened.begin(), opened.end(), "") != opened.end()) {
        return "Une base sans fichier a été ouverte : « :memory: » (ou un chemin vide) désigne une base qui ne vit qu'en mémoire, et "
               "disparaît avec la connexion. Donnez `chemin` à SQLite::Database (leçon 1, « Créer, lire, ne pas créer »).";
    }
    return "C'est le fichier que désigne `chemin` qui doit être ouvert, et lui seul (leçon 1, « La même chose avec SQLiteCpp »).";
}

/// `sentence`, with a space before it when there is one.
std::string following(const std::string& sentence) { return sentence.empty() ? sentence : ' ' + sentence; }

/// A file name that nobody can guess.
std::string some_name(std::int64_t number) { return "base_" + std::to_string(number) + ".db"; }

}  // namespace

TEST_F(Ouvrir, CreeLeFichier)
{
    const Database base = database(some_name(random(100, 999)));
    const auto run = program({"ouvrir", base});
    ASSERT_THAT(run, EndsWell()) << why(run, "ouvrir");
    Table found{{"fichier"}, {}, {}};
    for (const std::string& file : files()) {
        found.rows.push_back({file});
    }
    EXPECT_THAT(found, AreRows({{base.name()}}))
        << "Le dossier était vide : après l'appel, il contient le fichier de la base, et rien d'autre."
        << (base.exists() ? "" : following(elsewhere(run)));
}

TEST_F(Ouvrir, EcritDansLeFichier)
{
    const Database base = database(some_name(random(100, 999)));
    const auto first = program({"inscrire", base, "Alice"});
    ASSERT_THAT(first, EndsWell()) << why(first, "inscrire");
    ASSERT_THAT(base.rows("SELECT nom FROM utilisateurs"), AreRows({{"Alice"}}))
        << "Le programme a créé une table et inscrit Alice avec la connexion que vous rendez ; le fichier devrait contenir les deux. "
        << elsewhere(first);

    const auto second = program({"inscrire", base, "Bob"});
    ASSERT_THAT(second, EndsWell()) << "C'est le second lancement : cette fois, le fichier existe déjà."
                                    << following(why(second, "inscrire"));
    const Table names = base.rows("SELECT nom FROM utilisateurs");
    EXPECT_THAT(names, AreRows({{"Alice"}, {"Bob"}}))
        << "Le premier lancement a inscrit Alice, le second Bob, dans le même fichier. "
        << (names.rows == std::vector<Row>{{"Bob"}}
                ? "Alice a disparu : le second appel est reparti d'un fichier neuf, alors qu'il "
                  "devait ouvrir celui qui existe (leçon 1, « Créer, lire, ne pas créer »)."
                : elsewhere(second));
}

TEST_F(Ouvrir, GardeLeContenu)
{
    const Database base = fixture();
    const Table tables = base.tables();
    const Table people = base.rows(everyone);
    const Table towns = base.rows("SELECT code, nom FROM communes");

    const auto look = program({"ouvrir", base});
    ASSERT_THAT(look, EndsWell()) << "C'est une base déjà remplie que le programme demande d'ouvrir."
                                  << following(why(look, "ouvrir"));
    ASSERT_THAT(base.tables(), SameRowsAs(tables))
        << "Le fichier a perdu ses tables. Ouvrir n'efface rien, et OPEN_CREATE non plus : ne supprimez pas, ne videz pas le fichier avant "
           "de l'ouvrir (leçon 1, « Créer, lire, ne pas créer »).";
    ASSERT_THAT(base.rows(everyone), SameRowsAs(people)) << "Ouvrir une base ne change aucune de ses lignes.";
    ASSERT_THAT(base.rows("SELECT code, nom FROM communes"), SameRowsAs(towns))
        << "Ouvrir une base ne change aucune de ses lignes.";
    ASSERT_THAT(look.returned("table"), SameRowsAs(tables))
        << "Ce sont les tables que voit la connexion rendue ; le fichier, lui, contient bien celles qui étaient attendues. "
        << elsewhere(look);

    const std::string name = "Zoé" + std::to_string(random(10, 99));
    const auto run = program({"inscrire", base, name});
    ASSERT_THAT(run, EndsWell()) << "Le programme ajoute une ligne à cette base déjà remplie."
                                 << following(why(run, "inscrire"));
    Table expected = people;
    const auto last = static_cast<std::int64_t>(people.rows.size());
    expected.rows.push_back({last + 1, name, nullptr});
    EXPECT_THAT(base.rows(everyone), SameRowsAs(expected))
        << "Le programme a ajouté une ligne avec la connexion rendue : le fichier doit la contenir, à la suite des autres."
        << (undone(run) ? following(undone_remark) : "");
}

TEST_F(Ouvrir, CheminImpossible)
{
    const std::string folder = "nulle_part_" + std::to_string(random(100, 999));
    const auto run = program({"impossible", folder + "/base.db"});
    ASSERT_THAT(run, EndsWell());
    const auto caught = run.exception("ouvrir");
    const std::vector<std::string> made = files();
    const bool made_folder = std::find(made.begin(), made.end(), folder) != made.end();
    ASSERT_THAT(run, Throws("ouvrir", 14))
        << "Le dossier « " << folder
        << " » n'existe pas : la base ne peut être ni ouverte ni créée, et celui qui appelle doit l'apprendre. "
        << (made_folder
                ? "Votre fonction a créé le dossier manquant ; elle ne doit pas : une faute de frappe dans un chemin passerait inaperçue."
            : !caught
                ? "Une autre base lui a été rendue : il y écrira, et ne retrouvera rien. Ouvrez `chemin`, et laissez sortir "
                  "l'exception de SQLiteCpp (leçon 1, « Quand ça se passe mal »)."
            : caught->code == 21
                ? why(run, "ouvrir")
                : "L'exception attendue est celle que SQLiteCpp lance pour ce chemin : laissez-la sortir telle quelle "
                  "(leçon 1, « Quand ça se passe mal »).");
    EXPECT_TRUE(files().empty()) << "Rien ne devait être créé, ni le dossier, ni un autre fichier.";
}
