// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using EstUneBase = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* yes = "true";
constexpr const char* no = "false";

/// What the function answered for `path`: "true", "false", or nothing when it did not answer.
std::string answer_for(const Execution& run, std::string_view path)
{
    const Table answers = run.returned("reponse");
    const auto found = std::find_if(answers.rows.begin(), answers.rows.end(),
                                    [&](const Row& row) { return row.at(0) == Value(path); });
    return found == answers.rows.end() ? "" : found->at(1).text().value_or("");
}

/// A remark when the function denies the real base that goes with every question; empty otherwise.
std::string denied(const Execution& run, const Database& base)
{
    if (answer_for(run, base.name()) != no) {
        return {};
    }
    return base.name() +
           " est une vraie base, avec une table et des lignes : elle est examinée avec les autres, pour qu'il ne suffise "
           "pas de répondre toujours false (tâche 1). ";
}

/// What is known of the mistake behind an exception.
std::string why(const Execution& run)
{
    const auto caught = run.exception("examiner");
    if (!caught) {
        return {};
    }
    if (caught->code == 26) {
        return "Le code 26 (« file is not a database ») est justement la réponse cherchée : interceptez l'exception, et rendez false "
               "(leçon 1, « Ouvrir n'est pas lire »).";
    }
    if (caught->code == 14 || caught->code == 10) {
        return "L'ouverture elle-même peut lancer une exception : elle va dans le bloc try, avec la requête (leçon 1, « Quand ça se passe "
               "mal »).";
    }
    return "La fonction répond true ou false ; elle ne laisse pas sortir d'exception.";
}

Table names(const std::vector<std::string>& files)
{
    Table result{{"fichier"}, {}, {}};
    for (const std::string& file : files) {
        result.rows.push_back({file});
    }
    return result;
}

std::string drawn_name(std::int64_t number) { return "fichier_" + std::to_string(number) + ".db"; }

}  // namespace

TEST_F(EstUneBase, VraieBase)
{
    const Database base = fixture({}, "inscriptions.db");
    const Database disguised = fixture({}, "notes_" + std::to_string(random(10, 99)) + ".txt");
    const std::string before = read(base.name());
    const auto run = program({"examiner", base, disguised});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run.returned("reponse"), AreRowsInOrder({{base.name(), yes}, {disguised.name(), yes}}))
        << "Ces deux fichiers sont des bases remplies ; l'un porte un nom en .txt, mais SQLite ne regarde jamais le nom. Une requête sur "
           "sqlite_schema y réussit (leçon 1, « Ouvrir n'est pas lire »).";
    EXPECT_TRUE(read(base.name()) == before) << "Le contenu de " << base.name()
                                             << " a changé : la fonction ne doit que regarder. Ouvrez en "
                                                "lecture seule (leçon 1, « Créer, lire, ne pas créer »).";
}

TEST_F(EstUneBase, FichierVide)
{
    const Database base = fixture();
    write("vide.db", "");
    const auto run = program({"examiner", base, "vide.db"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run.returned("reponse"), AreRowsInOrder({{base.name(), yes}, {"vide.db", yes}}))
        << denied(run, base)
        << (answer_for(run, "vide.db") == no
                ? "vide.db a 0 octet. Pour SQLite, c'est une base sans aucune table, celle que laisse une ouverture après laquelle on n'a rien "
                  "écrit. Demandez à SQLite plutôt que de regarder la taille ou les premiers octets ; et une requête qui rend zéro ligne a réussi quand même (leçon 1, « Ouvrir n'est pas lire »)."
                : "");
    EXPECT_TRUE(read("vide.db").empty())
        << "vide.db n'est plus vide : la fonction ne doit que regarder. Ouvrez en lecture seule (leçon 1, "
           "« Créer, lire, ne pas créer »).";
}

TEST_F(EstUneBase, FichierTexte)
{
    // Names of one shape, so that none gives the answer away.
    const Database base = fixture({}, drawn_name(random(100, 399)));
    const std::string list = drawn_name(random(400, 699));
    const std::string long_text = drawn_name(random(700, 999));
    std::string text = "du pain, " + std::to_string(random(2, 9)) + " pommes, un kilo de farine\n";
    write(list, text);
    std::string book;
    while (book.size() < 5000) {
        book += text;
    }
    write(long_text, book);

    const auto run = program({"examiner", base, list, long_text});
    ASSERT_THAT(run, EndsWell()) << list << " et " << long_text << " sont des textes. " << why(run);
    ASSERT_THAT(run.returned("reponse"), AreRowsInOrder({{base.name(), yes}, {list, no}, {long_text, no}}))
        << denied(run, base)
        << (answer_for(run, list) == yes || answer_for(run, long_text) == yes
                ? "Un texte a été pris pour une base. Ouvrir ne lit rien, et réussit avec n'importe quel fichier ; SELECT 1 ne lit rien non "
                  "plus. Il faut une requête dont la réponse se trouve dans le fichier, sur sqlite_schema par exemple (leçon 1, « Ouvrir "
                  "n'est pas lire »)."
                : "");
    EXPECT_TRUE(read(list) == text && read(long_text) == book)
        << "Le contenu d'un des textes a changé : la fonction ne doit que regarder.";
}

TEST_F(EstUneBase, FichierAbime)
{
    const Database base = fixture({}, drawn_name(random(100, 499)));
    const std::string spoilt = drawn_name(random(500, 999));
    std::string damaged = read(base.name());
    const auto letter = static_cast<char>('a' + random(0, 25));
    std::fill(damaged.begin() + 16, damaged.end(), letter);
    write(spoilt, damaged);
    const auto run = program({"examiner", base, spoilt});
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(run.returned("reponse"), AreRowsInOrder({{base.name(), yes}, {spoilt, no}}))
        << denied(run, base)
        << (answer_for(run, spoilt) == yes
                ? spoilt +
                      " commence par les seize octets d'une base (« SQLite format 3 »), mais tout le reste a été écrasé : SQLite n'en lira "
                      "rien. Seule une requête qui l'oblige à lire le fichier permet d'en être sûr (leçon 1, « Ouvrir n'est pas lire »)."
                : std::string());
}

TEST_F(EstUneBase, FichierAbsent)
{
    const Database base = fixture();
    const std::string missing = "absent_" + std::to_string(random(100, 999)) + ".db";
    const auto run = program({"examiner", base, missing, "nulle_part/" + missing});
    ASSERT_THAT(run, EndsWell()) << "Deux des chemins examinés ne mènent à aucun fichier. " << why(run);
    ASSERT_THAT(names(files()), AreRows({{base.name()}}))
        << "Un fichier est apparu dans le dossier : demander si un fichier est une base ne doit pas le créer. N'ouvrez pas avec OPEN_CREATE "
           "(leçon 1, « Créer, lire, ne pas créer »).";
    EXPECT_THAT(run.returned("reponse"),
                AreRowsInOrder({{base.name(), yes}, {missing, no}, {"nulle_part/" + missing, no}}))
        << denied(run, base) << "Un fichier qui n'existe pas n'est pas une base.";
}

TEST_F(EstUneBase, PasUnFichier)
{
    const Database base = fixture();
    const auto run = program({"examiner", base, "", ":memory:", "."});
    ASSERT_THAT(run, EndsWell()) << "Le chemin vide, « :memory: » et le dossier courant (« . ») sont examinés. "
                                 << why(run);
    ASSERT_THAT(run.returned("reponse"), AreRowsInOrder({{base.name(), yes}, {"", no}, {":memory:", no}, {".", no}}))
        << denied(run, base)
        << (answer_for(run, "") == yes || answer_for(run, ":memory:") == yes
                ? "SQLite ouvre un chemin vide comme une base temporaire, et « :memory: » comme une base en mémoire, même en lecture seule : "
                  "aucun fichier ne porte pourtant ces noms. Demandez d'abord au système s'il y a un fichier à cet endroit (leçon 1, « Créer, "
                  "lire, ne pas créer »)."
                : "Ces chemins ne désignent aucun fichier ; la réponse est false.");
    EXPECT_THAT(names(files()), AreRows({{base.name()}}))
        << "Un fichier est apparu dans le dossier, alors que rien ne devait être créé.";
}
