// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using Decrire = atelier::check::Exercise;
using namespace atelier::check;

namespace {

/// What the program returned, reduced to some of its fields.
Table fields(const Execution& run, const std::vector<std::size_t>& kept)
{
    constexpr std::array<const char*, 4> names{"nom", "type", "obligatoire", "cle_primaire"};
    const Table all = run.returned("colonne");
    Table result;
    result.problem = all.problem;
    for (const std::size_t k : kept) {
        result.columns.emplace_back(names.at(k));
    }
    for (const Row& row : all.rows) {
        Row part;
        for (const std::size_t k : kept) {
            part.push_back(k < row.size() ? row[k] : Value{});
        }
        result.rows.push_back(part);
    }
    return result;
}

/// An SQL identifier for any name.
std::string identifier(std::string_view name)
{
    std::string result = "\"";
    for (const char c : name) {
        result += c;
        if (c == '"') {
            result += '"';
        }
    }
    return result + '"';
}

std::string numbered(const char* stem, std::int64_t n) { return stem + std::to_string(n); }

/// Some statement was prepared with `piece` in its text.
bool asked_with(const Execution& run, std::string_view piece)
{
    const auto& prepared = run.trace().prepared;
    return std::any_of(prepared.begin(), prepared.end(),
                       [&](const std::string& sql) { return sql.find(piece) != std::string::npos; });
}

/// What is known of the mistake behind an exception.
std::string why(const Execution& run)
{
    const auto caught = run.exception("decrire");
    if (!caught) {
        return {};
    }
    if (caught->what.find("near \"notnull\"") != std::string::npos) {
        return "notnull est aussi un mot du langage SQL : dans la requête, mettez ce nom de colonne entre guillemets doubles, \"notnull\" "
               "(tâche 2).";
    }
    if (caught->code == 25) {
        return "Le code 25 dit que bind a reçu un numéro qu'aucun marqueur ne porte : le premier marqueur a le numéro 1, et non 0 (leçon 2, "
               "« Demander à la base comment elle est faite »).";
    }
    if (caught->what.find("olumn index out of range") != std::string::npos) {
        return "getColumn compte à partir de 0 : la dernière des quatre valeurs d'une ligne est getColumn(3) (leçon 2, « Demander à la base "
               "comment elle est faite »).";
    }
    if (caught->what.find("No row to get a column") != std::string::npos) {
        return "getColumn ne donne une valeur qu'après un executeStep() qui a rendu vrai (leçon 2, « Demander à la base comment elle est "
               "faite »).";
    }
    return {};
}

/// What is known of the mistake when the names or types are not those of `expected`.
std::string names_remark(const Execution& run, const std::vector<Row>& expected)
{
    const std::vector<Row> found = fields(run, {0, 1}).rows;
    const auto folded = [](const Value& value) {
        std::string text = value.text().value_or("");
        std::transform(text.begin(), text.end(), text.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        return text;
    };
    const bool shifted = std::equal(found.begin(), found.end(), expected.begin(), expected.end(),
                                    [](const Row& a, const Row& b) { return a.at(0) == b.at(1); });
    if (shifted) {
        return "Le type se trouve là où le nom est attendu : la première valeur d'une ligne a la position 0, et non 1 (leçon 2, « Demander à "
               "la base comment elle est faite »).";
    }
    const bool retouched =
        std::equal(found.begin(), found.end(), expected.begin(), expected.end(), [&](const Row& a, const Row& b) {
            return a.at(0) == b.at(0) && folded(a.at(1)) == folded(b.at(1));
        });
    if (retouched) {
        return "Le type se rend tel que le donne pragma_table_info, sans changer ses majuscules ni ses minuscules (tâche 1).";
    }
    return "Une Colonne par ligne de pragma_table_info, dans l'ordre de cid ; name donne le nom, type le type (leçon 2, « Demander à la base "
           "comment elle est faite »).";
}

}  // namespace

TEST_F(Decrire, NomsEtTypes)
{
    const std::string secret = numbered("mesure_", random(10, 99));
    const Database base = fixture("CREATE TABLE releves (zone TEXT, " + secret +
                                  " REAL, libelle VARCHAR(50), code varchar(8), brut, remarque Texte, photo BLOB);");

    const auto known = program({"decrire", base, "utilisateurs"});
    ASSERT_THAT(known, EndsWell()) << why(known);
    const std::vector<Row> users{{"id", "INTEGER"}, {"nom", "TEXT"}, {"age", "INTEGER"}};
    EXPECT_THAT(fields(known, {0, 1}), AreRowsInOrder(users)) << names_remark(known, users);

    const auto unknown = program({"decrire", base, "releves"});
    ASSERT_THAT(unknown, EndsWell()) << why(unknown);
    const std::vector<Row> readings{{"zone", "TEXT"},       {secret, "REAL"}, {"libelle", "VARCHAR(50)"},
                                    {"code", "varchar(8)"}, {"brut", ""},     {"remarque", "Texte"},
                                    {"photo", "BLOB"}};
    EXPECT_THAT(fields(unknown, {0, 1}), AreRowsInOrder(readings)) << names_remark(unknown, readings);
}

TEST_F(Decrire, Obligatoire)
{
    const char* const remark =
        "obligatoire est vrai quand la colonne « notnull » de pragma_table_info vaut 1, faux quand elle vaut 0. Une clé "
        "INTEGER PRIMARY KEY sans NOT NULL garde 0 (tâche 2 de l'énoncé).";
    // Which of the two middle columns is NOT NULL changes from one grading to the next.
    const bool first = random(0, 1) == 1;
    const Database base =
        fixture("CREATE TABLE livres (id INTEGER PRIMARY KEY, titre TEXT" + std::string(first ? " NOT NULL" : "") +
                ", auteur TEXT" + (first ? "" : " NOT NULL") + ", pages INTEGER NOT NULL, note REAL);");
    const auto run = program({"decrire", base, "livres"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(fields(run, {0, 2}),
                AreRowsInOrder({{"id", 0}, {"titre", first}, {"auteur", !first}, {"pages", 1}, {"note", 0}}))
        << (asked_with(run, "'notnull'")
                ? "Entre apostrophes, 'notnull' est un texte, le même pour toutes les lignes, et non la colonne : il faut des guillemets "
                  "doubles, \"notnull\" (tâche 2)."
                : remark);
}

TEST_F(Decrire, ClePrimaire)
{
    const Database base = fixture("CREATE TABLE notes (matiere TEXT, note REAL, eleve TEXT, trimestre INTEGER, "
                                  "PRIMARY KEY (eleve, matiere, trimestre));");

    const auto simple = program({"decrire", base, "utilisateurs"});
    ASSERT_THAT(simple, EndsWell()) << why(simple);
    EXPECT_THAT(fields(simple, {0, 3}), AreRowsInOrder({{"id", 1}, {"nom", 0}, {"age", 0}}))
        << "Ici la clé primaire est la seule colonne id : son pk vaut 1, celui des autres colonnes vaut 0 (tâche 2 de l'énoncé).";

    const auto pair = program({"decrire", base, "amities"});
    ASSERT_THAT(pair, EndsWell()) << why(pair);
    EXPECT_THAT(fields(pair, {0, 3}), AreRowsInOrder({{"utilisateur", 1}, {"ami", 1}, {"depuis", 0}}))
        << "Cette clé primaire a deux colonnes : pk y vaut 1 puis 2, c'est un rang et non un oui ou non. Une colonne fait partie "
           "de la clé dès que pk est différent de 0.";

    const auto triple = program({"decrire", base, "notes"});
    ASSERT_THAT(triple, EndsWell()) << why(triple);
    EXPECT_THAT(fields(triple, {0, 3}), AreRowsInOrder({{"matiere", 1}, {"note", 0}, {"eleve", 1}, {"trimestre", 1}}))
        << "Cette clé primaire a trois colonnes : pk y vaut 1, 2 ou 3, selon leur rang dans la clé.";

    const auto none = program({"decrire", base, "journal"});
    ASSERT_THAT(none, EndsWell()) << why(none);
    EXPECT_THAT(fields(none, {0, 3}), AreRowsInOrder({{"message", 0}, {"horodatage", 0}}))
        << "Cette table n'a pas de clé primaire : pk vaut 0 partout.";
}

TEST_F(Decrire, NomsDifficiles)
{
    const std::vector<std::string> hard{"commandes d'août", "l'été", "group", "mes \"amis\"",
                                        "x'); DROP TABLE utilisateurs;--"};
    std::string sql;
    for (std::size_t i = 0; i < hard.size(); ++i) {
        sql += "CREATE TABLE " + identifier(hard[i]) + " (" +
               numbered("colonne_", static_cast<std::int64_t>(i) + random(10, 90)) + " TEXT);";
    }
    const Database base = fixture(sql);
    const Table tables = base.tables();
    const Table users = base.rows("SELECT id, nom, age FROM utilisateurs");

    const auto easy = program({"decrire", base, "utilisateurs"});
    ASSERT_THAT(easy, EndsWell()) << why(easy);
    ASSERT_THAT(fields(easy, {0}), AreRows({{"id"}, {"nom"}, {"age"}}))
        << "Avant les noms difficiles, une table au nom ordinaire doit être décrite (tâche 1).";

    for (const std::string& name : hard) {
        const auto run = program({"decrire", base, name});
        const std::string remark =
            "La table s'appelle « " + name +
            " ». Son nom ne doit pas être collé dans le texte SQL, où il serait lu comme du code : "
            "mettez un marqueur, pragma_table_info(?), et liez-lui le nom "
            "(leçon 2, « Demander à la base comment elle est faite »).";
        ASSERT_THAT(run, EndsWell()) << remark;
        Table expected = base.schema(name);
        for (Row& row : expected.rows) {
            row.resize(2);
        }
        expected.columns = {"nom", "type"};
        EXPECT_THAT(fields(run, {0, 1}), SameRowsAs(expected)) << remark;
    }
    EXPECT_THAT(base.tables(), SameRowsAs(tables)) << "Décrire une table ne doit ni créer ni supprimer de table.";
    EXPECT_THAT(base.rows("SELECT id, nom, age FROM utilisateurs"), SameRowsAs(users))
        << "Décrire une table ne doit changer aucune ligne.";
}

TEST_F(Decrire, TableAbsente)
{
    const Database base = fixture();
    const Table tables = base.tables();

    const auto present = program({"decrire", base, "utilisateurs"});
    ASSERT_THAT(present, EndsWell()) << why(present);
    ASSERT_THAT(fields(present, {0}), AreRows({{"id"}, {"nom"}, {"age"}}))
        << "Avant la table absente, une table présente doit être décrite.";

    const auto absent = program({"decrire", base, numbered("fantome_", random(10, 99))});
    ASSERT_THAT(absent, EndsWell())
        << why(absent) << (why(absent).empty() ? "" : " ")
        << "Cette table n'existe pas : rendez un vecteur vide, sans exception (tâche 4 de l'énoncé).";
    EXPECT_THAT(fields(absent, {0}), AreRows({})) << "Cette table n'existe pas : il n'y a aucune colonne à rendre.";
    EXPECT_THAT(base.tables(), SameRowsAs(tables)) << "Décrire une table absente ne doit pas la créer.";
}
