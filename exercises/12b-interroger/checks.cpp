// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using Interroger = atelier::check::Exercise;
using namespace atelier::check;

namespace {

const std::string columns = "SELECT id, nom, age, \"group\" FROM utilisateurs ";

/// What is known of the mistake behind an exception.
std::string why(const Execution& run)
{
    if (run.ending() == Ending::sanitizer) {
        return "Si la mémoire en cause est celle de la valeur d'un filtre : elle doit être gardée jusqu'à l'exécution, donc capturée par copie, [valeur] (leçon 12, "
               "« Des objets de plusieurs types »).";
    }
    auto caught = run.exception("chercher");
    caught = caught ? caught : run.exception("aussitot");
    if (!caught) {
        return {};
    }
    if (caught->what.find("near \"group\"") != std::string::npos) {
        return "Le nom de la dernière colonne n'est pas protégé, alors que c'est un mot de SQL : tous les noms passent par identifiant() (leçon 11, « Des noms qui sont des mots de SQL »).";
    }
    if (caught->what.find("near \"WHERE\"") != std::string::npos ||
        caught->what.find("near \"ORDER\"") != std::string::npos ||
        caught->what.find("near \"LIMIT\"") != std::string::npos) {
        return "Les morceaux du SELECT ne sont pas dans l'ordre de SQL : WHERE, avec des AND ; puis un seul ORDER BY, avec des virgules ; puis LIMIT (leçon 12, "
               "« Construire une requête »).";
    }
    if (caught->what.find("syntax error") != std::string::npos ||
        caught->what.find("unrecognized token") != std::string::npos) {
        return "Si c'est une valeur qui a brisé le SQL : elle se lie, par orm::Conversion, et ne se colle pas (leçon 3, « Coller les morceaux : le "
               "piège »).";
    }
    if (caught->code == 25) {
        return "Le code 25 dit qu'un marqueur manque : autant de « ? » que de valeurs à lier, positions comptées à partir de 1 (leçon 12, « Construire une requête »).";
    }
    if (caught->type == "std::invalid_argument") {
        return "Une ligne a été lue, et refusée : son nom est NULL.";
    }
    return {};
}

}  // namespace

TEST_F(Interroger, Tous)
{
    const Database base = fixture();
    const auto run = program({"chercher", base, "all"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(run.returned("objet"), AreRows(base.rows(columns).rows))
        << "À gauche, les lignes de la table ; à droite, les objets rendus par all() (leçon 12, « Construire une requête »).";
    const Database empty = fixture("DELETE FROM utilisateurs;", "vide.db");
    const auto none = program({"chercher", empty, "all"});
    ASSERT_THAT(none, EndsWell()) << why(none);
    EXPECT_THAT(none.returned("objet"), AreRows({})) << "La table est vide : all() rend un vecteur vide.";
}

TEST_F(Interroger, Filtres)
{
    const Database base = fixture();
    const std::string age =
        base.rows("SELECT age FROM utilisateurs WHERE nom = 'Alice' ORDER BY id LIMIT 1").only().show();
    struct Case {
        std::vector<std::string> words;
        std::string where;
    };
    const std::vector<Case> all{
        {{"nom=Alice"}, "nom = 'Alice'"},
        {{"nom=L'Haÿ"}, "nom = 'L''Haÿ'"},
        {{"nom=x' OR 1=1 --"}, "nom = 'x'' OR 1=1 --'"},
        {{"nom="}, "nom = ''"},
        {{"nom=alice"}, "0"},
        {{"age=0"}, "age = 0"},
        {{"age=" + age}, "age = " + age},
        {{"groupe=rouge", "nom=Alice"}, "\"group\" = 'rouge' AND nom = 'Alice'"},
        {{"nom=Bob", "age=60", "groupe=rouge"}, "nom = 'Bob' AND age = 60 AND \"group\" = 'rouge'"},
        {{"nom=Bob", "groupe=bleu"}, "0"},
        {{"id=3"}, "id = 3"},
    };
    for (const Case& one : all) {
        std::vector<Argument> arguments{"chercher", base, "all"};
        arguments.insert(arguments.end(), one.words.begin(), one.words.end());
        const auto run = program(arguments);
        ASSERT_THAT(run, EndsWell()) << why(run);
        EXPECT_THAT(run.returned("objet"), AreRows(base.rows(columns + "WHERE " + one.where).rows))
            << "La condition était " << one.where
            << ". Si trop d'objets sont rendus : toutes les conditions sont exigées (AND), et une valeur liée n'est jamais lue comme du SQL ; s'il n'y en a pas "
               "assez, la valeur n'est peut-être pas liée au bon marqueur (leçon 12, « Construire une requête »).";
    }
}

TEST_F(Interroger, FiltreNull)
{
    const Database base = fixture();
    for (const auto& [words, where] : std::vector<std::pair<std::vector<std::string>, std::string>>{
             {{"age=-"}, "age IS NULL"},
             {{"groupe=-"}, "\"group\" IS NULL"},
             {{"groupe="}, "\"group\" = ''"},
             {{"age=-", "groupe=bleu"}, "age IS NULL AND \"group\" = 'bleu'"}}) {
        std::vector<Argument> arguments{"chercher", base, "all"};
        arguments.insert(arguments.end(), words.begin(), words.end());
        const auto run = program(arguments);
        ASSERT_THAT(run, EndsWell()) << why(run);
        const Table found = run.returned("objet");
        EXPECT_THAT(found, AreRows(base.rows(columns + "WHERE " + where).rows))
            << "La condition était " << where << ". "
            << (found.empty()
                    ? "Aucun objet : « age = NULL » n'est jamais vrai, quelle que soit la ligne ; c'est IS qui sait comparer avec NULL (leçon 12, « Égal, ou "
                      "absent »)."
                    : "(leçon 12, « Égal, ou absent »)");
    }
}

TEST_F(Interroger, Rangements)
{
    const Database base = fixture();
    struct Case {
        std::vector<std::string> words;
        std::string end;
    };
    const std::vector<Case> all{
        {{"+age", "+id"}, "ORDER BY age, id"},
        {{"-age", "-id"}, "ORDER BY age DESC, id DESC"},
        {{"+nom", "-age", "+id"}, "ORDER BY nom, age DESC, id"},
        {{"-id", "groupe=rouge"}, "WHERE \"group\" = 'rouge' ORDER BY id DESC"},
        {{"+groupe", "-nom", "+id"}, "ORDER BY \"group\", nom DESC, id"},
    };
    for (const Case& one : all) {
        std::vector<Argument> arguments{"chercher", base, "all"};
        arguments.insert(arguments.end(), one.words.begin(), one.words.end());
        const auto run = program(arguments);
        ASSERT_THAT(run, EndsWell()) << why(run);
        EXPECT_THAT(run.returned("objet"), AreRowsInOrder(base.rows(columns + one.end).rows))
            << "L'ordre demandé était : " << one.end
            << ". Le premier order_by range, le suivant ne fait que départager les égaux (leçon 12, « Construire une requête »).";
    }
}

TEST_F(Interroger, Premier)
{
    const Database base = fixture();
    for (const auto& [words, end] : std::vector<std::pair<std::vector<std::string>, std::string>>{
             {{"-age", "+id"}, "ORDER BY age DESC, id LIMIT 1"},
             {{"nom=Alice", "-id"}, "WHERE nom = 'Alice' ORDER BY id DESC LIMIT 1"}}) {
        std::vector<Argument> arguments{"chercher", base, "first"};
        arguments.insert(arguments.end(), words.begin(), words.end());
        const auto run = program(arguments);
        ASSERT_THAT(run, EndsWell()) << why(run);
        ASSERT_THAT(run.returned("objet"), AreRows(base.rows(columns + end).rows))
            << "C'est le premier de : " << end << '.';
    }
    const auto none = program({"chercher", base, "first", "nom=Personne"});
    ASSERT_THAT(none, EndsWell()) << why(none);
    ASSERT_THAT(none.returned("objet"), IsValue("nullptr")) << "Personne ne s'appelle Personne : first() rend nullptr.";

    const Database unreadable = fixture("INSERT INTO utilisateurs (id, nom) VALUES (1000, NULL);", "illisible.db");
    const auto run = program({"chercher", unreadable, "first", "+id"});
    ASSERT_THAT(run, EndsWell())
        << "Seule la première ligne devait être lue ; la dernière, dont le nom est NULL, l'a été aussi. LIMIT 1 arrête SQLite à temps (leçon "
           "12, « Construire une requête »). "
        << why(run);
    EXPECT_THAT(run.returned("objet"), AreRows(unreadable.rows(columns + "ORDER BY id LIMIT 1").rows));
}

TEST_F(Interroger, Compte)
{
    const Database base = fixture("INSERT INTO utilisateurs (id, nom) VALUES (1000, NULL);");
    for (const auto& [words, where] :
         std::vector<std::pair<std::vector<std::string>, std::string>>{{{"nom=Alice"}, "WHERE nom = 'Alice'"},
                                                                       {{"nom=Personne"}, "WHERE 0"},
                                                                       {{"age=-", "+nom"}, "WHERE age IS NULL"},
                                                                       {{}, ""}}) {
        std::vector<Argument> arguments{"chercher", base, "count"};
        arguments.insert(arguments.end(), words.begin(), words.end());
        const auto run = program(arguments);
        ASSERT_THAT(run, EndsWell())
            << "Compter ne demande de lire aucune ligne : SELECT count(*) laisse SQLite le faire (leçon 12, « Construire une requête »). "
            << why(run);
        EXPECT_THAT(run.returned("nombre"), SameRowsAs(base.rows("SELECT count(*) FROM utilisateurs " + where)))
            << "count() tient compte des filtres, comme all(). Ici : " << (where.empty() ? "aucun" : where) << '.';
    }
}

TEST_F(Interroger, EnvoiAvantLecture)
{
    for (const std::string end : {"all", "first", "count"}) {
        const Database base = fixture({}, end + ".db");
        const std::int64_t id = base.rows("SELECT max(id) + 1 FROM utilisateurs").only().integer().value_or(0);
        const auto run = program({"aussitot", base, end, "Nouvelle"});
        ASSERT_THAT(run, EndsWell()) << why(run);
        const std::string remark =
            "Nouvelle a été ajoutée à la session, puis cherchée par " + end +
            "() avant d'être envoyée : il faut appeler flush() avant de lire (leçon 12, « Envoyer avant de lire »).";
        if (end == "count") {
            EXPECT_THAT(run.returned("nombre"), IsValue(1)) << remark;
        } else {
            EXPECT_THAT(run.returned("objet"), AreRows({{id, "Nouvelle", nullptr, nullptr}})) << remark;
        }
        EXPECT_THAT(run.returned("même objet"), IsValue("oui"))
            << "first() a rendu une copie de l'objet ajouté, et non cet objet : c'est session.rattacher() qui retrouve celui que la session connaît déjà (leçon 12, "
               "« Construire une requête »).";
    }
}
