// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

using CreerTable = atelier::check::Exercise;
using namespace atelier::check;

namespace {

std::string folded(std::string text, int (*change)(int))
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [=](unsigned char c) { return static_cast<char>(change(c)); });
    return text;
}

/// Name and type of each column. SQL does not tell cases apart, so neither do we.
Table names_and_types(const Table& schema)
{
    Table result;
    result.columns = {"colonne", "type"};
    result.problem = schema.problem;
    for (const Row& row : schema.rows) {
        result.rows.push_back(
            {folded(row.at(0).text().value_or(""), std::tolower), folded(row.at(1).text().value_or(""), std::toupper)});
    }
    return result;
}

std::string some_name(std::int64_t n)
{
    constexpr std::array<std::string_view, 8> names{"Chloé", "Noël",  "Inès",   "Hugo",
                                                    "Zoé",   "Émile", "Maëlle", "Victor"};
    return std::string(names.at(static_cast<std::size_t>(n) % names.size()));
}

/// The table was made inside a transaction that nobody ever committed.
bool undone(const Execution& run)
{
    const Trace& trace = run.trace();
    return trace.count("CREATE") > 0 && trace.count("BEGIN") + trace.count("SAVEPOINT") > 0 &&
           trace.count("COMMIT") + trace.count("END") + trace.count("RELEASE") == 0;
}

const char* const undone_remark =
    "L'instruction a été exécutée, puis annulée : une transaction ouverte n'a pas été validée (commit). Sans transaction, chaque "
    "instruction est validée dès qu'elle se termine (leçon 2, « La même chose avec SQLiteCpp »).";

/// What is known of the mistake when rows that were there are not as they were, or are no longer alone.
std::string touched(const Execution& run)
{
    const std::string rule = "La table existait déjà : ses lignes doivent rester telles quelles, et seules. ";
    const Trace& trace = run.trace();
    if (trace.count("DROP") > 0) {
        return rule +
               "DROP TABLE les efface toutes, sans retour possible (leçon 2, « Relancer le programme sans dégât »).";
    }
    if (trace.count("DELETE") > 0) {
        return rule + "DELETE en efface (leçon 2, « Relancer le programme sans dégât »).";
    }
    // The program's own INSERT names one column only.
    const bool inserts = std::any_of(trace.statements.begin(), trace.statements.end(), [](const auto& statement) {
        const std::string sql = folded(statement.sql, std::toupper);
        return (sql.find("INSERT") != std::string::npos || sql.find("REPLACE") != std::string::npos) &&
               sql != "INSERT INTO UTILISATEURS (NOM) VALUES (?)";
    });
    if (inserts) {
        return rule +
               "Votre fonction y insère une ligne ou en remplace une : elle crée la table, et rien d'autre (tâche 3).";
    }
    return rule + "Relisez ce que votre fonction exécute (leçon 2, « Relancer le programme sans dégât »).";
}

/// What is known of the mistake when the file has no table « utilisateurs »; empty when it has one.
std::string missing(const Execution& run, const Database& base)
{
    const Trace& trace = run.trace();
    if (!base.schema("utilisateurs").empty()) {
        return {};
    }
    if (undone(run)) {
        return undone_remark;
    }
    if (trace.count("CREATE TEMP") > 0) {
        return "Une table TEMP ne vit pas dans le fichier : elle disparaît avec la connexion. Écrivez CREATE TABLE, sans TEMP (leçon 2, "
               "« La même chose avec SQLiteCpp »).";
    }
    std::string found;
    for (const Row& row : base.tables().rows) {
        found += (found.empty() ? "" : ", ") + row.at(0).show();
    }
    if (!found.empty()) {
        return "Le fichier n'a pas de table utilisateurs. Voici les noms de celles qu'il contient : " + found +
               ". Comparez signe par signe, espaces comprises.";
    }
    if (trace.count("CREATE") == 0) {
        return "Le fichier ne contient pas de table utilisateurs et aucun CREATE TABLE n'a été exécuté : écrire le texte SQL ne suffit pas, il "
               "faut le confier à base.exec() (leçon 2, « La même chose avec SQLiteCpp »).";
    }
    return "Une instruction CREATE a été exécutée, mais le fichier ne contient aucune table une fois le programme terminé.";
}

/// `sentence`, with a space before it when there is one.
std::string following(const std::string& sentence) { return sentence.empty() ? sentence : ' ' + sentence; }

}  // namespace

TEST_F(CreerTable, TroisColonnes)
{
    const Database base = database("ma_base.db");
    const auto run = program({"creer", base});
    ASSERT_THAT(run, EndsWell());
    const Table columns = names_and_types(base.schema("utilisateurs"));
    std::string remark =
        "Comparez avec le tableau de la tâche 1 : mêmes noms, même ordre, mêmes types, écrits en toutes lettres.";
    if (columns.empty()) {
        remark = missing(run, base);
    } else if (columns.rows.size() > 3) {
        remark = "La table a ces trois colonnes, et rien de plus (tâche 1).";
    } else if (columns.rows.at(0).back() == Value("INT")) {
        remark =
            "INT n'est pas INTEGER : pour la clé, SQLite fait la différence (leçon 2, « La clé que SQLite numérote »).";
    }
    EXPECT_THAT(columns, AreRowsInOrder({{"id", "INTEGER"}, {"nom", "TEXT"}, {"age", "INTEGER"}})) << remark;
}

TEST_F(CreerTable, NumeroteSeule)
{
    const Database base = database("ma_base.db");
    const std::int64_t n = random(0, 7);
    const std::vector<std::string> names{some_name(n), some_name(n + 3), some_name(n + 5)};
    const auto run = program({"inscrire", base, names[0], names[1], names[2]});
    const std::string absent = missing(run, base);
    ASSERT_THAT(run, EndsWell())
        << (!absent.empty()
                ? absent
                : "Le programme insère trois lignes en ne donnant que le nom. Il faut donc que la table existe, que "
                  "SQLite sache numéroter id, et que age puisse rester vide (leçon 2, « La clé que SQLite numérote »).");
    const Table rows = base.rows("SELECT id, nom FROM utilisateurs");
    const bool unnumbered =
        std::any_of(rows.rows.begin(), rows.rows.end(), [](const Row& row) { return row.at(0).is_null(); });
    const bool foreign = run.trace().count("INSERT") + run.trace().count("REPLACE") > names.size();
    EXPECT_THAT(rows, AreRows({{1, names[0]}, {2, names[1]}, {3, names[2]}}))
        << (!absent.empty() ? absent
            : foreign
                ? "Le programme insère trois lignes, et votre fonction en insère d'autres : elle crée la table, et n'y inscrit personne "
                  "(tâche 1)."
            : unnumbered
                ? "Des lignes ont un id NULL : SQLite ne numérote que la colonne déclarée exactement INTEGER PRIMARY KEY. Ni "
                  "« INT PRIMARY KEY » ni « id INTEGER » sans clé ne conviennent (leçon 2, « La clé que SQLite numérote »)."
                : "Chaque nom donne une ligne, numérotée 1, 2, 3 par SQLite (leçon 2, « La clé que SQLite numérote »).");
}

TEST_F(CreerTable, DeuxFoisSansErreur)
{
    const Database base = database("ma_base.db");
    const auto first = program({"creer", base});
    ASSERT_THAT(first, EndsWell());
    ASSERT_THAT(base.rows("SELECT count(*) FROM utilisateurs"), IsValue(0))
        << "Le premier lancement doit créer la table, encore vide." << following(missing(first, base));
    const auto second = program({"creer", base});
    EXPECT_THAT(second, EndsWell())
        << "Le premier lancement s'est bien passé, le second non : la table existe déjà, et CREATE TABLE "
           "tout court le refuse (leçon 2, « Relancer le programme sans dégât »).";
}

TEST_F(CreerTable, GardeLesLignes)
{
    const Database old = fixture();
    const Table before = old.rows("SELECT id, nom, age FROM utilisateurs");
    const auto run = program({"creer", old});
    ASSERT_THAT(run, EndsWell())
        << "Cette base contient déjà une table « utilisateurs » remplie par un lancement précédent.";
    EXPECT_THAT(old.rows("SELECT id, nom, age FROM utilisateurs"), SameRowsAs(before)) << touched(run);

    const Database base = database("ma_base.db");
    const std::int64_t n = random(0, 7);
    const auto first = program({"inscrire", base, some_name(n)});
    ASSERT_THAT(first, EndsWell())
        << "Sur une base vide, la fonction crée la table ; le programme y insère ensuite une ligne."
        << following(missing(first, base));
    const auto second = program({"inscrire", base, some_name(n + 1)});
    ASSERT_THAT(second, EndsWell())
        << "C'est le second lancement sur la même base : la table existe déjà et contient une ligne.";
    const Table rows = base.rows("SELECT nom FROM utilisateurs");
    EXPECT_THAT(rows, AreRows({{some_name(n)}, {some_name(n + 1)}}))
        << "Deux lancements ont inséré chacun une ligne. "
        << (rows.problem.empty() ? touched(second)
                                 : "Après eux, le fichier devrait contenir la table et ses deux lignes.");
}

TEST_F(CreerTable, LaisseSortirLErreur)
{
    const Database base = fixture("DROP TABLE utilisateurs;");
    const auto run = program({"lecture_seule", base});
    ASSERT_THAT(run, EndsWell());
    EXPECT_THAT(run, Throws("creer_table"))
        << "La base est ouverte en lecture seule et n'a pas la table : rien ne peut y être créé, et l'appelant doit l'apprendre par une "
           "exception. Un catch vide, ou un tryExec dont on ne lit pas le code, cache toutes les pannes, pas seulement « la table existe "
           "déjà » (leçon 2, « Relancer le programme sans dégât »).";
}
