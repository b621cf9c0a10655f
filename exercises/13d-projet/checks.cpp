// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <cstdint>
#include <string>
#include <vector>

using Projet = atelier::check::Exercise;
using namespace atelier::check;

namespace {

const std::string everyone = "SELECT id, nom, age FROM utilisateurs ORDER BY id";
const std::string usage = "usage : ajouter NOM AGE | lister | chercher NOM | vieillir ANNEES\n";

/// What `lister` prints of `base`, or `chercher` with a condition.
std::string printed(const Database& base, const std::string& where = "1")
{
    std::string text;
    for (const Row& row :
         base.rows("SELECT nom, coalesce(age, '-') FROM utilisateurs WHERE " + where + " ORDER BY id").rows) {
        text += row.at(0).text().value_or("") + ' ' +
                (row.at(1).integer() ? std::to_string(*row.at(1).integer()) : "-") + '\n';
    }
    return text;
}

/// What a command reproached; a no-break space before a colon is as good as the statement's plain one.
Value reproaches(const Execution& run)
{
    const Value raw = run.returned("erreurs").only();
    if (!raw.text()) {
        return raw;
    }
    std::string text = *raw.text();
    const std::string no_break_space = "\u00A0";
    for (std::size_t at = text.find(no_break_space); at != std::string::npos; at = text.find(no_break_space, at)) {
        text.replace(at, no_break_space.size(), " ");
    }
    return text;
}

/// Code, output and errors of one command, as one row.
Table outcome(const Execution& run)
{
    Table result{{"code", "sortie", "erreurs"}, {}, {}};
    if (!run.returned("code").empty()) {
        result.rows.push_back({run.returned("code").only(), run.returned("sortie").only(), reproaches(run)});
    }
    return result;
}

/// What is known of the mistake behind a bad ending, or behind code 3.
std::string why(const Execution& run)
{
    std::string text = run.returned("erreurs").only().text().value_or("");
    for (const char* scenario : {"jouer", "panne"}) {
        if (const auto caught = run.exception(scenario)) {
            text = caught->what;
            if (caught->type == "std::invalid_argument" && text.rfind("sto", 0) == 0) {
                return "std::stoi lance une exception quand le texte ne commence pas par un nombre, et ignore ce qui le suit (leçon 13, « Lire ce qu'on tape »).";
            }
            if (caught->type == "std::out_of_range" && text.rfind("sto", 0) == 0) {
                return "std::stoi lance une exception quand le nombre ne tient pas dans un int (leçon 13, « Lire ce qu'on tape »).";
            }
        }
    }
    if (text.find("unable to open") != std::string::npos) {
        return "Sans mode, SQLiteCpp ouvre en lecture seule une base qui doit exister (leçon 1, « Créer, lire, ne pas créer »).";
    }
    if (text.find("no such table") != std::string::npos) {
        return "La table manque : orm::create_all la crée, juste après l'ouverture, si elle n'existe pas (leçon 13, « Le programme entier »).";
    }
    if (text.find("syntax error") != std::string::npos || text.find("unrecognized token") != std::string::npos) {
        return "Si c'est un nom qui a brisé le SQL : il se lie, et ne se colle pas (leçon 3, « Coller les morceaux : le piège »).";
    }
    if (text.find("attendu") != std::string::npos) {
        return "Une ligne n'a pas pu être lue : un âge absent demande un std::optional<int> (leçon 11, « Lire sans deviner »).";
    }
    return {};
}

std::vector<Argument> command(const char* scenario, const Database& base, const std::vector<std::string>& words)
{
    std::vector<Argument> arguments{scenario, base};
    arguments.insert(arguments.end(), words.begin(), words.end());
    return arguments;
}

std::string shown(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") +
                (word.find_first_of(" '") == std::string::npos && !word.empty() ? word : "\"" + word + "\"");
    }
    return "La commande était : " + (text.empty() ? "(aucun mot)" : text) + ". ";
}

}  // namespace

TEST_F(Projet, Tutoriel)
{
    const Database base = database("ma_base_de_donnees.db");
    const auto empty = program(command("jouer", base, {"lister"}));
    ASSERT_THAT(empty, EndsWell()) << why(empty);
    ASSERT_THAT(outcome(empty), AreRows({{0, "", ""}}))
        << "Code, sortie et erreurs de la commande lister, sur une base qui n'existait pas : elle est créée, et vide (leçon 13, « Le programme entier »). "
        << why(empty);
    for (std::int64_t i = 1; i <= 2; ++i) {
        const auto run = program(command("jouer", base, {"ajouter", "Bob", "40"}));
        ASSERT_THAT(run, EndsWell()) << why(run);
        ASSERT_THAT(outcome(run), AreRows({{0, "", ""}}))
            << "Code, sortie et erreurs de la commande ajouter Bob 40, qui réussit sans rien afficher. " << why(run);
        const std::vector<Row> expected =
            i == 1 ? std::vector<Row>{{1, "Bob", 40}} : std::vector<Row>{{1, "Bob", 40}, {2, "Bob", 40}};
        ASSERT_THAT(base.rows(everyone), AreRowsInOrder(expected))
            << "Comme le programme du tutoriel, chaque exécution ajoute un Bob. S'il manque : add() retient, commit() enregistre (leçon 12, « Ajouter n'est pas insérer »).";
    }
    const auto list = program(command("jouer", base, {"lister"}));
    ASSERT_THAT(list, EndsWell()) << why(list);
    EXPECT_THAT(outcome(list), AreRows({{0, "Bob 40\nBob 40\n", ""}}))
        << "La commande lister affiche une ligne par personne : le nom, une espace, l'âge.";
    EXPECT_THAT(
        base.rows(
            "SELECT name, CASE WHEN type LIKE '%INT%' THEN 'INTEGER' WHEN type LIKE '%CHAR%' OR type LIKE '%TEXT%' OR "
            "type LIKE '%CLOB%' THEN 'TEXT' ELSE upper(type) END AS type, pk FROM pragma_table_info('utilisateurs')"),
        AreRows({{"id", "INTEGER", 1}, {"nom", "TEXT", 0}, {"age", "INTEGER", 0}}))
        << "La table créée est celle du tutoriel : ses colonnes, leur type (VARCHAR(50) vaut TEXT), 1 pour la clé (leçon 11, « Décrire : une spécialisation »).";
}

TEST_F(Projet, ListerChercher)
{
    const Database base = fixture();
    const Table before = base.rows(everyone);
    const std::string order =
        "Si seul l'ordre diffère : sans order_by, SQLite prend celui qui lui convient, ici celui d'un index (leçon 4, « L'ordre des lignes »). ";
    const auto list = program(command("jouer", base, {"lister"}));
    ASSERT_THAT(list, EndsWell()) << why(list);
    ASSERT_THAT(outcome(list), AreRows({{0, printed(base), ""}}))
        << "Code, sortie et erreurs de la commande lister : tout le monde, dans l'ordre des identifiants, « - » pour un âge absent. "
        << order << why(list);
    for (const std::string name : {"Bob", "Alice", "Doyenne"}) {
        const auto run = program(command("jouer", base, {"chercher", name}));
        ASSERT_THAT(run, EndsWell()) << why(run);
        EXPECT_THAT(outcome(run), AreRows({{0, printed(base, "nom = '" + name + "'"), ""}}))
            << "Code, sortie et erreurs de la commande chercher " << name << ". "
            << (run.returned("code").only() == Value(0) ? order : "") << why(run);
    }
    for (const std::string name : {"Personne", "bob", "Bo", "%", ""}) {
        const auto run = program(command("jouer", base, {"chercher", name}));
        ASSERT_THAT(run, EndsWell()) << why(run);
        EXPECT_THAT(outcome(run), AreRows({{1, "", "personne ne s'appelle " + name + "\n"}}))
            << shown({"chercher", name})
            << "Personne ne s'appelle exactement ainsi : le code est 1, et l'erreur celle de l'énoncé.";
    }
    EXPECT_THAT(base.rows(everyone), SameRowsAs(before)) << "Ni lister ni chercher ne changent la base.";
}

TEST_F(Projet, Vieillir)
{
    const Database base = fixture();
    const std::int64_t years = random(2, 20);
    const Table expected =
        base.rows("SELECT id, nom, age + " + std::to_string(years) + " FROM utilisateurs ORDER BY id");
    const auto run = program(command("jouer", base, {"vieillir", std::to_string(years)}));
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(outcome(run), AreRows({{0, "", ""}})) << shown({"vieillir", std::to_string(years)}) << why(run);
    ASSERT_THAT(base.rows(everyone), SameRowsAs(expected))
        << "Tous ceux dont on connaît l'âge ont " << years
        << " ans de plus ; un âge absent le reste. Si personne n'a changé : commit envoie les changements (leçon 13, « Le programme entier »).";

    const Database limit = fixture(
        "UPDATE utilisateurs SET age = 150 - " + std::to_string(years) + " WHERE nom = 'Doyenne';", "limite.db");
    const auto just = program(command("jouer", limit, {"vieillir", std::to_string(years)}));
    ASSERT_THAT(just, EndsWell()) << why(just);
    ASSERT_THAT(outcome(just), AreRows({{0, "", ""}}))
        << "La doyenne atteint exactement 150 ans, ce qui est permis. " << why(just);
    const Table before = limit.rows(everyone);
    const auto one_more = program(command("jouer", limit, {"vieillir", "1"}));
    ASSERT_THAT(one_more, EndsWell()) << why(one_more);
    EXPECT_THAT(outcome(one_more), AreRows({{1, "", "trop vieux : Doyenne\n"}}))
        << "La doyenne a 150 ans : une année de plus est refusée, avec le code 1. " << why(one_more);
    EXPECT_THAT(limit.rows(everyone), SameRowsAs(before))
        << "La commande a été refusée, et certains ont vieilli quand même. Tout le monde, ou personne : on ne valide qu'à la fin (leçon 13, « Débrancher la machine »).";

    const Database three =
        fixture("UPDATE utilisateurs SET age = CASE id WHEN 9 THEN 149 ELSE 150 END WHERE id >= 9;", "trois.db");
    const auto first = program(command("jouer", three, {"vieillir", "3"}));
    ASSERT_THAT(first, EndsWell()) << why(first);
    EXPECT_THAT(
        outcome(first),
        AreRows({{1, "",
                  "trop vieux : " + three.rows("SELECT nom FROM utilisateurs WHERE id = 9").only().text().value_or("") +
                      "\n"}}))
        << "Trois personnes dépasseraient 150 ans : celles des identifiants 9 (149 ans), 12 et plus (150 ans). L'erreur nomme une seule d'entre elles, la première dans l'ordre des identifiants. "
        << why(first);
}

TEST_F(Projet, NomsQuelconques)
{
    const Database base = fixture();
    std::vector<Row> rows = base.rows(everyone).rows;
    const std::vector<std::string> names{"L'Haÿ-les-Roses",
                                         "Robert'); DROP TABLE utilisateurs;--",
                                         "\"Bob\"",
                                         "Zoé  Ó 日本",
                                         " ",
                                         "lister",
                                         "-",
                                         "NULL",
                                         "?1",
                                         "a%20b\\n"};
    std::int64_t id = rows.back().at(0).integer().value_or(0);
    for (const std::string& name : names) {
        const auto run = program(command("jouer", base, {"ajouter", name, "30"}));
        ASSERT_THAT(run, EndsWell()) << why(run);
        ASSERT_THAT(outcome(run), AreRows({{0, "", ""}}))
            << shown({"ajouter", name, "30"}) << "Tout nom qui n'est pas vide est accepté. " << why(run);
        rows.push_back({++id, name, 30});
        ASSERT_THAT(base.rows(everyone), AreRowsInOrder(rows))
            << shown({"ajouter", name, "30"})
            << "Le nom enregistré est exactement celui qui a été donné. S'il n'y en a aucun : add() retient, commit() enregistre (leçon 12, « Ajouter n'est pas insérer »).";
        const auto found = program(command("jouer", base, {"chercher", name}));
        ASSERT_THAT(found, EndsWell()) << why(found);
        EXPECT_THAT(outcome(found), AreRows({{0, name + " 30\n", ""}})) << shown({"chercher", name}) << why(found);
    }
}

TEST_F(Projet, NombresRefuses)
{
    const Database base = fixture();
    const Table before = base.rows(everyone);
    const auto refused = [&](const std::vector<std::string>& words, const std::string& message) {
        const auto run = program(command("jouer", base, words));
        ASSERT_THAT(run, EndsWell()) << shown(words) << why(run);
        ASSERT_THAT(outcome(run), AreRows({{2, "", message + words.back() + "\n"}}))
            << shown(words)
            << "Le nombre est mal écrit, ou hors des limites : le code est 2, et l'erreur celle de l'énoncé. Tous les caractères doivent être des chiffres (leçon 13, « Lire ce qu'on tape »).";
        ASSERT_THAT(base.rows(everyone), SameRowsAs(before))
            << shown(words) << "La commande est refusée : la base ne change pas.";
    };
    for (const std::string age : {"trente", "30ans", "151", "-1", "-0", "", " 30", "30 ", "+30", "3.5", "0x1E",
                                  "99999999999999999999", "4294967326", "--", "'30'"}) {
        refused({"ajouter", "Zoé", age}, "âge refusé : ");
        if (HasFatalFailure()) {
            return;
        }
    }
    for (const std::string years : {"0", "-1", "-0", "-", "un", "1an", "151", "", "99999999999999999999"}) {
        refused({"vieillir", years}, "nombre d'années refusé : ");
        if (HasFatalFailure()) {
            return;
        }
    }
    for (const std::string age : {"0", "150", "-"}) {
        const auto run = program(command("jouer", base, {"ajouter", "Ada", age}));
        ASSERT_THAT(run, EndsWell()) << why(run);
        EXPECT_THAT(outcome(run), AreRows({{0, "", ""}}))
            << shown({"ajouter", "Ada", age}) << "Cet âge est permis. " << why(run);
    }
    EXPECT_THAT(base.rows("SELECT age FROM utilisateurs WHERE nom = 'Ada'"), AreRows({{0}, {150}, {nullptr}}))
        << "Trois âges permis : 0, 150, et « - », qui donne NULL.";
}

TEST_F(Projet, CommandesMalEcrites)
{
    const std::vector<std::vector<std::string>> all{{},
                                                    {""},
                                                    {"ajouter"},
                                                    {"ajouter", "Bob"},
                                                    {"ajouter", "Bob", "40", "41"},
                                                    {"ajouter", "", "40"},
                                                    {"lister", "Bob"},
                                                    {"chercher"},
                                                    {"chercher", "Bob", "40"},
                                                    {"vieillir"},
                                                    {"vieillir", "1", "2"},
                                                    {"Ajouter", "Bob", "40"},
                                                    {"effacer"},
                                                    {"--help"}};
    for (const auto& words : all) {
        const Database base = database("absente.db");
        const auto run = program(command("jouer", base, words));
        ASSERT_THAT(run, EndsWell()) << shown(words) << why(run);
        ASSERT_THAT(outcome(run), AreRows({{2, "", usage}}))
            << shown(words) << "Elle est mal écrite : le code est 2, et l'erreur est le texte `usage` de fourni.hpp.";
        ASSERT_TRUE(files().empty())
            << shown(words)
            << "Une commande mal écrite n'ouvre pas la base, ni ne la crée : on vérifie d'abord les mots (leçon 13, « Lire ce qu'on tape »).";
    }
    const auto bad_age = program(command("jouer", database("absente.db"), {"ajouter", "Bob", "quarante"}));
    ASSERT_THAT(bad_age, EndsWell()) << why(bad_age);
    EXPECT_TRUE(files().empty())
        << "Un âge refusé n'a pas à créer de base non plus (leçon 13, « Lire ce qu'on tape »).";
}

TEST_F(Projet, BaseIllisible)
{
    write("texte.db", "Ceci n'est pas une base de données, mais un texte assez long pour qu'on le voie.\n");
    for (const auto& [path, what] : std::vector<std::pair<std::string, std::string>>{
             {"texte.db", "Le fichier n'est pas une base de données. "},
             {"absent/base.db", "Le dossier absent n'existe pas : la base ne peut pas être ouverte, ni créée. "}}) {
        for (const std::vector<std::string>& words :
             std::vector<std::vector<std::string>>{{"lister"}, {"ajouter", "Bob", "40"}, {"vieillir", "1"}}) {
            const auto run = program(command("jouer", database(path), words));
            ASSERT_THAT(run, EndsWell())
                << shown(words) << what
                << "Aucune exception ne sort de la fonction executer() ; si c'est l'ouverture qui en lance une, elle a sa place dans le bloc try.";
            ASSERT_THAT(run.returned("code"), IsValue(3)) << shown(words) << what << "Le code est 3.";
            const std::string errors = reproaches(run).text().value_or("");
            ASSERT_TRUE(errors.rfind("base : ", 0) == 0 && errors.size() > 8 && errors.back() == '\n')
                << shown(words) << what
                << "L'erreur commence par « base : », puis viennent le texte de l'exception et une fin de ligne. Elle était : "
                << reproaches(run).show();
            ASSERT_THAT(run.returned("sortie"), IsValue(""))
                << shown(words) << what << "Rien n'est affiché sur la sortie.";
        }
    }
    const Database base = fixture("UPDATE utilisateurs SET age = 'trente' WHERE id = 1;");
    const auto run = program(command("jouer", base, {"lister"}));
    ASSERT_THAT(run, EndsWell())
        << "Dans la base, l'âge d'Alice est un texte, 'trente'. Conversion lance alors une std::invalid_argument, qui n'est pas une SQLite::Exception : aucune exception ne sort de la fonction executer() (leçon 11, « Lire sans deviner »).";
}

TEST_F(Projet, PanneDeCourant)
{
    const Database base = fixture();
    const Table before = base.rows(everyone);
    const Table older = base.rows("SELECT id, nom, age + 1 FROM utilisateurs ORDER BY id");
    for (const std::int64_t row : {1, 2, 4}) {
        const Database cut_base = fixture();
        const auto cut = program({"panne", row, cut_base, "vieillir", 1});
        ASSERT_TRUE(cut.out().find("panne") != std::string::npos)
            << "La commande vieillir 1 n'a pas atteint sa dernière ligne. " << cut.explanation() << ' ' << why(cut);
        const auto list = program(command("jouer", cut_base, {"lister"}));  // SQLite mends what was interrupted
        ASSERT_THAT(list, EndsWell()) << why(list);
        const Table after = cut_base.rows(everyone);
        ASSERT_TRUE(after.rows == before.rows || after.rows == older.rows)
            << "On a débranché la machine pendant que vieillir 1 changeait sa ligne n° " << row
            << " : certains ont vieilli, d'autres non. Un seul commit, quand tous les objets ont changé (leçon 13, « Débrancher la machine »).";
    }
    ASSERT_THAT(program(command("jouer", base, {"vieillir", "1"})), EndsWell());
    ASSERT_THAT(base.rows(everyone), SameRowsAs(older))
        << "Il faut d'abord que vieillir 1 vieillisse tout le monde : voyez la tâche 2.";

    const Database kept = fixture();
    const auto cut = program({"panne", 0, kept, "ajouter", "Chloé", 25});
    ASSERT_TRUE(cut.out().find("panne") != std::string::npos) << cut.explanation() << ' ' << why(cut);
    const auto list = program(command("jouer", kept, {"chercher", "Chloé"}));
    ASSERT_THAT(list, EndsWell()) << why(list);
    EXPECT_THAT(kept.rows("SELECT nom, age FROM utilisateurs WHERE nom = 'Chloé'"), AreRows({{"Chloé", 25}}))
        << "On a débranché la machine juste après le retour de la commande ajouter : Chloé devait être enregistrée. Ce que retient une variable static, ou un destructeur appelé à la fin du "
           "programme, est perdu (leçon 13, « Débrancher la machine »).";
}
