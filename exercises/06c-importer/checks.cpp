// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using Importer = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* orders = "SELECT numero, client, centimes FROM commandes";
constexpr const char* how_many = "SELECT count(*) FROM commandes";

std::int64_t count(const Database& base) { return base.rows(how_many).only().integer().value_or(0); }

/// The order on line `i` of the file that the program makes (programme.cpp, jouer_fichier).
Row made(std::int64_t i, std::int64_t seed)
{
    return {100000 + i, "Boutique de L'Haÿ n° " + std::to_string(i * seed % 97), i * seed % 100000};
}

/// SQLite's count of the transactions that changed the file, in its header.
std::int64_t change_counter(const std::string& bytes)
{
    std::int64_t counter = 0;
    for (std::size_t i = 24; i < 28 && i < bytes.size(); ++i) {
        counter = counter * 256 + static_cast<unsigned char>(bytes[i]);
    }
    return counter;
}

bool undone(const Execution& run)
{
    const Trace& trace = run.trace();
    return !run.exception("importer") && !trace.cut && trace.count("INSERT") > 0 && trace.commits == 0 &&
           (trace.rollbacks > 0 || trace.closed_in_transaction);
}

bool without_transaction(const Execution& run)
{
    return run.trace().count("INSERT") > 1 && run.trace().count("BEGIN") + run.trace().count("SAVEPOINT") == 0;
}

constexpr const char* undone_remark =
    "Les lignes ont été insérées, puis annulées : la transaction n'a pas été validée. Sans commit(), le destructeur de SQLite::Transaction "
    "annule tout (leçon 6, « La même chose avec SQLiteCpp »).";

/// What is known of the mistake behind an exception that should not have been.
std::string why(const Execution& run)
{
    const auto caught = run.exception("importer");
    const auto says = [&](const char* words) { return caught && caught->what.find(words) != std::string::npos; };
    if (says("mal formée : «  »")) {
        return "La ligne refusée est vide, alors que le fichier n'en contient pas : la boucle a fait un tour de trop, après la dernière. C'est ce "
               "que fait while (!csv.eof()) ; lisez avec std::getline dans la condition de la boucle (indice 1).";
    }
    if (says("mal formée : « 100001;Boutique »")) {
        return "La ligne refusée a été coupée à la première espace : csv >> texte lit un mot, std::getline(csv, texte) lit une ligne (indice 1).";
    }
    if (says("syntax error")) {
        return "Le SQL est faux dès qu'un client a une apostrophe : les valeurs se lient, elles ne se collent pas dans le texte (leçon 3, « Coller les "
               "morceaux : le piège »).";
    }
    if (says("already committed")) {
        return "commit() a été appelée une deuxième fois sur la même transaction : une seule validation, après la boucle (leçon 6, « Quand ça se passe "
               "mal »).";
    }
    if (says("within a transaction")) {
        return "Une transaction est ouverte alors qu'une autre l'est déjà : celle d'un appel précédent n'a été ni validée ni annulée, ou BEGIN est "
               "exécuté plus d'une fois (leçon 6, « Quand ça se passe mal »).";
    }
    if (says("no transaction is active")) {
        return "COMMIT (ou ROLLBACK) a été exécuté alors qu'aucune transaction n'était ouverte (leçon 6, « Quand ça se passe mal »).";
    }
    if (caught && caught->code == 21) {
        return "Le code 21 dit que la requête a été liée ou exécutée une deuxième fois sans reset() (leçon 3, « Une requête, plusieurs exécutions »).";
    }
    return caught && caught->code == 1 ? about_sql_error(caught->what, {}) : std::string();
}

/// Whether a statement that was run holds `words`, written in capitals.
bool ran_with(const Execution& run, std::string_view words)
{
    const auto& statements = run.trace().statements;
    return std::any_of(statements.begin(), statements.end(), [&](const Statement& statement) {
        std::string sql = statement.sql;
        std::transform(sql.begin(), sql.end(), sql.begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        return sql.find(words) != std::string::npos;
    });
}

/// What is known of the mistake behind a bad ending.
std::string why_it_ended(const Execution& run)
{
    return run.ending() == Ending::out_of_time && without_transaction(run)
               ? "Sans transaction, chaque ligne est une validation, qui attend le disque (leçon 6, « Cinq mille lignes, une validation »)."
           : run.err().find("use-after") != std::string::npos
               ? "Si c'est un texte lié par bindNoCopy, ou par SQLITE_STATIC : SQLite n'en retient que l'adresse, et il doit vivre encore quand la requête "
                 "s'exécute. bind en fait une copie (leçon 3, « Quand ça se passe mal »)."
               : "";
}

}  // namespace

TEST_F(Importer, FichierEntier)
{
    const Database base = fixture();
    std::vector<Row> expected = base.rows(orders).rows;
    const std::int64_t seed = random(11, 90);
    const std::int64_t large_number = 4'000'000'000 + random(0, 999);  // more than 32 bits
    const auto few = program({"importer", base, "5001;Alice;" + std::to_string(seed), "5002;L'Haÿ;0",
                              std::to_string(large_number) + ";x')--;3000000000"});
    ASSERT_THAT(few, EndsWell()) << why_it_ended(few);
    ASSERT_THAT(few, DoesNotThrow("importer")) << why(few);
    expected.insert(expected.end(),
                    {{5001, "Alice", seed}, {5002, "L'Haÿ", 0}, {large_number, "x')--", 3'000'000'000}});
    const Table found = base.rows(orders);
    const auto cut = [&](std::size_t column, std::int64_t whole) {
        return std::any_of(found.rows.begin(), found.rows.end(), [&](const Row& row) {
            return row.at(column) == Value(std::int64_t{static_cast<std::int32_t>(whole)});
        });
    };
    ASSERT_THAT(found, AreRows(expected))
        << (undone(few) ? undone_remark
            : cut(0, large_number) || cut(2, 3'000'000'000)
                ? "Un grand nombre a été réduit à 32 bits : le numéro et les centimes d'une Commande sont des std::int64_t, et rien ne doit les "
                  "changer en int avant qu'ils soient liés (leçon 3, « Quel identifiant la ligne a-t-elle reçu ? »)."
            : few.trace().count("INSERT") == 0
                ? "Aucune insertion n'a été exécutée : lisez chaque ligne de csv, et exécutez la requête pour chacune (leçon 3, « Une requête, plusieurs "
                  "exécutions »)."
            : found.rows.size() + 1 == expected.size() &&
                    std::none_of(found.rows.begin(), found.rows.end(),
                                 [](const Row& row) { return row.front() == Value(5001); })
                ? "Il manque la première ligne, et elle seule. Le fichier n'a pas d'en-tête : sa première ligne est une commande, et toute ligne lue s'importe (tâche 1)."
                : "Chaque ligne du fichier donne une ligne de la table, avec son numéro, son client et ses centimes, tels que lire_commande les rend.");
    ASSERT_THAT(few.returned("nombre rendu"), AreRows({{3}})) << "La fonction rend le nombre de lignes importées.";

    const Database large = fixture({}, "grande.db");
    expected = large.rows(orders).rows;
    const std::int64_t lines = random(40, 60);
    const auto many = program({"fichier", large, seed, lines, 0});
    ASSERT_THAT(many, EndsWell()) << why_it_ended(many);
    ASSERT_THAT(many, DoesNotThrow("importer")) << why(many);
    for (std::int64_t i = 1; i <= lines; ++i) {
        expected.push_back(made(i, seed));
    }
    ASSERT_THAT(large.rows(orders), AreRows(expected))
        << (undone(many)
                ? "Cette fois, la fonction s'est terminée sans passer par commit(). La dernière ligne du fichier ne se termine pas par un saut de ligne : en "
                  "la lisant, getline atteint la fin du flux (eof), et réussit pourtant (indice 1)."

            : count(large) == static_cast<std::int64_t>(expected.size()) - 1
                ? "Il manque une ligne. La dernière ne se termine pas par un saut de ligne : si vous avez testé eof() après getline, et avant de "
                  "l'insérer, elle est perdue (indice 1)."
                : "Chaque ligne du fichier donne une ligne de la table.");
    EXPECT_THAT(many.returned("nombre rendu"), AreRows({{lines}})) << "La fonction rend le nombre de lignes importées.";

    const auto none = program({"fichier", base, seed, 0, 0});
    ASSERT_THAT(none, EndsWell());
    ASSERT_THAT(none, DoesNotThrow("importer"))
        << "Le flux était vide : rien à importer, et rien d'anormal. " << why(none);
    EXPECT_THAT(none.returned("nombre rendu"), AreRows({{0}})) << "Le flux était vide : la fonction rend 0.";
}

TEST_F(Importer, RienSiUneLigneEstMauvaise)
{
    const std::int64_t seed = random(11, 90);
    const Database base = fixture();
    const std::int64_t before = count(base);
    const std::vector<Row> rows = base.rows(orders).rows;
    // The short file first: an answer that validates each line would take very long over the other.
    for (const std::int64_t lines : {random(20, 40), std::int64_t{5000}}) {
        const std::int64_t bad = lines - 1;
        const auto run = program({"fichier", base, seed, lines, bad});
        ASSERT_THAT(run, EndsWell()) << why_it_ended(run);
        const auto caught = run.exception("importer");
        const std::int64_t left = count(base) - before;
        ASSERT_THAT((Table{{"lignes ajoutées"}, {{left}}, {}}), IsValue(0))
            << "La ligne " << bad << " de ce fichier, qui en compte " << lines
            << ", est mal formée : rien ne devait être importé. "
            << (left == lines - 1
                    ? "Toutes les autres le sont : l'exception a été interceptée, et la boucle a continué (leçon 6, « La vie d'une transaction »)."

                : without_transaction(run)
                    ? "Les insertions ont été exécutées en validation automatique : celles qui précèdent restent. Ouvrez une transaction avant la boucle (leçon "
                      "6, « La moitié d'une famille »)."

                : left == bad - 1 && run.trace().commits <= 1
                    ? "Les lignes qui précèdent ont été validées : la validation ne doit avoir lieu que si toutes les lignes ont été insérées. Si vous interceptez "
                      "l'exception, relancez-la (« throw; ») (leçon 6, « La vie d'une transaction »)."

                    : "Une partie du fichier a été validée avant la fin : une seule validation, après la dernière ligne (leçon 6, « Cinq mille lignes, "
                      "une validation »).");
        ASSERT_THAT(base.rows(orders), AreRows(rows));
        ASSERT_THAT((Table{{"exception"}, {{caught ? Value(caught->type) : Value()}}, {}}),
                    IsValue("std::invalid_argument"))
            << (caught && !why(run).empty() ? why(run)

                : caught || run.trace().count("INSERT") > 0
                    ? "L'exception de lire_commande doit sortir de votre fonction telle quelle : c'est ainsi que la boutique apprend que le fichier est "
                      "abîmé (leçon 6, « La vie d'une transaction »)."

                    : "Aucune insertion n'a été exécutée : commencez par la tâche 1.");
    }

    // A number that the table has, after two that are fine; then one that the file has twice.
    const std::string taken = base.rows("SELECT max(numero) FROM commandes").only().show();
    for (const std::string& number : {taken, std::string("5001")}) {
        const auto refused =
            program({"importer", base, "5001;Alice;10", "5002;Bob;20", number + ";Zoé;30", "5004;Anne;40"});
        ASSERT_THAT(refused, EndsWell());
        ASSERT_THAT(base.rows(orders), AreRows(rows))
            << "Le numéro " << number
            << " est déjà pris : la base refuse la ligne 3, et aucune ne devait être importée. "
            << (!refused.exception("importer") && !refused.trace().logged("UNIQUE constraint failed") &&
                        !ran_with(refused, " OR ")
                    ? "Aucune exception n'est sortie, et la base n'a rien eu à refuser : la ligne 3, ou celle dont elle reprend le numéro, ne lui est pas arrivée telle "
                      "quelle. Voyez d'abord la tâche 1."
                : !refused.exception("importer")
                    ? "Aucune exception n'est sortie : l'erreur a été interceptée, ou bien l'INSERT est écrit de façon à ne pas échouer (OR REPLACE, OR "
                      "IGNORE), et la boutique n'en sait rien (leçon 6, « La vie d'une transaction »)."

                : without_transaction(refused)
                    ? "Les insertions ont été exécutées en validation automatique (leçon 6, « La moitié d'une famille »)."
                    : "(leçon 6, « La vie d'une transaction »)");
        ASSERT_THAT(refused, Throws("importer", 19))
            << "Le numéro " << number
            << " est déjà pris : l'exception de SQLite doit sortir de votre fonction telle quelle (tâche 2).";
    }

    // An empty line is no end, and no line to skip.
    const auto hole = program({"importer", base, "5001;Alice;10", "", "5003;Zoé;30"});
    ASSERT_THAT(hole, EndsWell());
    ASSERT_THAT(base.rows(orders), AreRows(rows))
        << "La ligne 2 de ce fichier est vide : l'énoncé la dit mal formée, et rien ne devait être importé. Toute ligne passe par lire_commande, sans "
           "exception pour les lignes vides (tâche 2).";
    const auto refusal = hole.exception("importer");
    ASSERT_THAT((Table{{"exception"}, {{refusal ? Value(refusal->type) : Value()}}, {}}),
                IsValue("std::invalid_argument"))
        << "La ligne 2 de ce fichier est vide, donc mal formée : la std::invalid_argument de lire_commande doit sortir de votre fonction (tâche 2).";

    // Nothing imported is only an achievement for an answer that imports something.
    const auto good = program({"fichier", base, seed, 30, 0});
    ASSERT_THAT(good, EndsWell()) << why_it_ended(good);
    ASSERT_THAT((Table{{"lignes ajoutées"}, {{count(base) - before}}, {}}), IsValue(30))
        << "Les fichiers mauvais ne sont pas importés, mais un bon fichier de 30 lignes ne l'est pas non plus : voyez d'abord la tâche 1. "
        << (undone(good) ? undone_remark : why(good));
}

TEST_F(Importer, ImportSuivant)
{
    const Database base = fixture();
    const std::int64_t cents = random(1, 9999);
    const auto run = program({"importer", base, "5001;Alice;10", "5002;Bob", "5003;Zoé;30", "/",
                              "7001;Anne;" + std::to_string(cents), "7002;Basile;0", "/", "7003;Chloé;1"});
    ASSERT_THAT(run, EndsWell());
    const Table still_open = run.returned("transactions restées ouvertes");
    const bool left_open = !still_open.rows.empty() && still_open.rows.front() == Row{1};
    ASSERT_THAT(base.rows("SELECT numero, client, centimes FROM commandes WHERE numero > 7000"),
                AreRows({{7001, "Anne", cents}, {7002, "Basile", 0}, {7003, "Chloé", 1}}))
        << "Le premier fichier a une ligne mal formée ; les deux suivants, reçus par la même connexion, doivent être importés. "
        << (left_open
                ? "Or la transaction du premier appel est restée ouverte : une exception ne la ferme pas. Après BEGIN, il faut COMMIT ou ROLLBACK quoi "
                  "qu'il arrive, et c'est ce que fait un objet SQLite::Transaction (leçon 6, « La vie d'une transaction »)."
            : run.trace().count("INSERT") == 0 ? "Aucune insertion n'a été exécutée : commencez par la tâche 1."

            : run.returned("nombre rendu").rows.size() < 2
                ? "Or l'import d'un fichier en règle a lancé une exception : voyez d'abord la tâche 1."

                : "Or aucune exception n'a dit qu'ils ne l'étaient pas : voyez d'abord la tâche 1.");
    const Table told = run.returned("nombre rendu");
    EXPECT_TRUE(told.rows.size() != 2 || told.rows == (std::vector<Row>{{2}, {1}}))
        << "Des trois fichiers, le premier est refusé, le deuxième a deux lignes, le troisième une. Or votre fonction a rendu "
        << told.rows.front().front().show() << ", puis " << told.rows.back().front().show()
        << " : elle rend le nombre de lignes que cet appel a importées, sans celles des appels précédents (tâche 1).";
    EXPECT_THAT(still_open, AreRowsInOrder({{0}, {0}, {0}}))
        << "C'est le nombre de transactions encore ouvertes après chacun des trois appels. Une transaction se termine par COMMIT ou par ROLLBACK "
           "avant la fin de la fonction (leçon 6, « La vie d'une transaction »).";
}

TEST_F(Importer, UneSeuleValidation)
{
    const std::int64_t seed = random(11, 90);
    // The short file first, for the same reason.
    for (const std::int64_t lines : {random(20, 40), 5000 + random(0, 99)}) {
        const Database base = fixture({}, lines < 5000 ? "base.db" : "grande.db");
        const std::int64_t before = count(base);
        const std::int64_t counter = change_counter(read(base.name()));
        const auto run = program({"fichier", base, seed, lines, 0});
        ASSERT_THAT(run, EndsWell()) << why_it_ended(run);
        ASSERT_THAT((Table{{"lignes ajoutées"}, {{count(base) - before}}, {}}), IsValue(lines))
            << "Avant de compter les validations, il faut que le fichier soit importé : voyez la tâche 1. " << why(run);
        const std::int64_t validations = change_counter(read(base.name())) - counter;
        ASSERT_THAT((Table{{"validations"}, {{validations}}, {}}), IsValue(1))
            << "C'est le nombre de validations qui ont changé la base, pendant l'import de " << lines << " lignes. "
            << (validations >= lines
                    ? "Chaque insertion est sa propre transaction, et attend le disque. Ouvrez une transaction avant la boucle, et validez-la après (leçon 6, "
                      "« Cinq mille lignes, une validation »)."

                    : "Par lots, c'est plus rapide que ligne par ligne, mais ce n'est plus tout ou rien : un fichier mauvais à la fin laisserait les premiers "
                      "lots dans la base (leçon 6, « Cinq mille lignes, une validation »).");
    }
}

TEST_F(Importer, UneSeulePreparation)
{
    const std::int64_t seed = random(11, 90);
    const Database small = fixture({}, "petite.db");
    const Database large = fixture({}, "grande.db");
    const std::int64_t before = count(large);
    const auto short_run = program({"fichier", small, seed, 3, 0});
    ASSERT_THAT(short_run, EndsWell());
    const auto long_run = program({"fichier", large, seed, 30, 0});
    ASSERT_THAT(long_run, EndsWell());
    ASSERT_THAT((Table{{"lignes ajoutées"}, {{count(large) - before}}, {}}), IsValue(30))
        << "Avant de compter les préparations, il faut que le fichier soit importé : voyez la tâche 1. "
        << why(long_run);
    const auto prepared = [](const Execution& run) {
        return Table{{"requêtes préparées"}, {{std::int64_t(run.trace().prepared.size())}}, {}};
    };
    const auto texts = [](const Execution& run) {
        std::set<std::string> distinct;
        for (const Statement& statement : run.trace().statements) {
            distinct.insert(statement.sql);
        }
        return Table{{"textes SQL différents"}, {{std::int64_t(distinct.size())}}, {}};
    };
    EXPECT_THAT(prepared(long_run), SameRowsAs(prepared(short_run)))
        << "Pour trois lignes (attendu) et pour trente (obtenu), le nombre de préparations doit être le même : préparez avant la boucle, et "
           "réinitialisez dedans (leçon 3, « Une requête, plusieurs exécutions »).";
    EXPECT_THAT(texts(long_run), SameRowsAs(texts(short_run)))
        << "Pour trois lignes (attendu) et pour trente (obtenu), les mêmes textes SQL doivent servir : liez les valeurs au lieu de les écrire dans le texte "
           "(leçon 3, « Coller les morceaux : le piège »).";
}
