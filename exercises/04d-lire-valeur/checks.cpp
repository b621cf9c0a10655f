// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

using LireValeur = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* values = "SELECT v FROM valeurs ORDER BY rang";

/// SQL that fills the table with these values, and nothing else.
std::string only(const std::string& sql_values)
{
    return "DELETE FROM valeurs; INSERT INTO valeurs (v) VALUES " + sql_values + ";";
}

Table answers(const Execution& run)
{
    Table found = run.returned("valeur");
    found.columns = {"v"};
    return found;
}

bool any(const Table& table, const Value& value)
{
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) { return row.front() == value; });
}

bool any_of_type(const Table& table, std::string_view type)
{
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [&](const Row& row) { return row.front().type_name() == type; });
}

bool all_null(const Table& table)
{
    return !table.empty() &&
           std::all_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.front().is_null(); });
}

/// The value that was read in the place of row `i`; a text when there is none.
Value at(const Table& table, std::size_t i) { return i < table.rows.size() ? table.rows[i].front() : Value("rien"); }

constexpr const char* no_branch =
    "Des valeurs ont été lues comme NULL : pour ce type, votre fonction ne rend rien de mieux que std::monostate (leçon 4, « Le "
    "type d'une valeur »).";

constexpr const char* not_null =
    "Une valeur a été lue comme NULL sans l'être. C'est getType(), ou isNull(), qui le dit ; jamais ce que rend une conversion (leçon 4, "
    "« NULL à la lecture »).";

/// What is known of the mistake behind a way of ending.
std::string why(const Execution& run)
{
    if (run.err().find("outside the range of representable values of type 'long'") != std::string::npos ||
        run.err().find("outside the range of representable values of type 'int64_t'") != std::string::npos) {
        return "Un réel a été converti en std::int64_t, qui ne peut pas le contenir. Lire un entier par getDouble() l'arrondit : pour SQLite::INTEGER, c'est "
               "getInt64() (leçon 4, « Le type d'une valeur »).";
    }
    if (run.err().find("null pointer passed as argument") != std::string::npos) {
        return "Une adresse nulle a été donnée à une fonction qui n'en veut pas : std::memcpy, par exemple, la refuse même pour zéro octet. C'est celle que rend "
               "getBlob() pour un BLOB vide : ne copiez que s'il y a des octets (leçon 4, « Le type d'une valeur »).";
    }
    if (run.explanation().find("pointeur nul") != std::string::npos) {
        return "getBlob() rend une adresse nulle pour un BLOB vide : il n'y a alors aucun octet à lire (leçon 4, « Le type d'une valeur »).";
    }
    if (run.exception("lire") && run.exception("lire")->what.find("construction from null") != std::string::npos) {
        return "Une std::string a été faite d'une adresse nulle : getBlob() en rend une pour NULL et pour une valeur vide (leçon 4, « Le type d'une valeur »).";
    }
    return {};
}

Blob bytes(std::string_view text)
{
    Blob result;
    for (const char c : text) {
        result.push_back(static_cast<std::byte>(c));
    }
    return result;
}

}  // namespace

TEST_F(LireValeur, Entiers)
{
    const std::int64_t large = 3'000'000'000 + random(1, 1'000'000);
    constexpr std::int64_t odd = 9'007'199'254'740'993;
    const Database base = fixture(only("(0), (-7), (" + std::to_string(large) + "), (" + std::to_string(odd) +
                                       "), (9223372036854775807), (-9223372036854775807 - 1)"));
    const auto run = program({"lire", base, values});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = answers(run);
    EXPECT_THAT(found, AreRowsInOrder(base.rows(values).rows))
        << (all_null(found) ? no_branch
            : any(found, std::int64_t{static_cast<std::int32_t>(large)})
                ? "Un grand entier n'a gardé que 32 de ses 64 bits : getInt() rend un int. Il fallait getInt64() (leçon 4, « Le type d'une valeur »)."
            : any(found, odd - 1)
                ? "9 007 199 254 740 993 a perdu 1 : il est passé par un double, qui ne distingue plus les entiers au-delà de 2⁵³ (leçon 4, « Le type d'une "
                  "valeur »)."
            : any_of_type(found, "REAL")
                ? "Des entiers sont devenus des réels : getDouble() est pour SQLite::FLOAT (leçon 4, « Le type d'une valeur »)."
            : any_of_type(found, "TEXT")
                ? "Des entiers sont devenus des textes : pour SQLite::INTEGER, c'est getInt64() (leçon 4, « Le type d'une valeur »)."
            : at(found, 0).is_null()
                ? "0 est un entier comme un autre : ce n'est pas NULL (tâche 4)."
                : "Un entier de SQLite est un std::int64_t, lu avec getInt64() (leçon 4, « Le type d'une valeur »).");
}

TEST_F(LireValeur, Reels)
{
    const std::string quarter = std::to_string(random(1, 1000)) + ".25";
    const Database base =
        fixture(only("(" + quarter + "), (-0.5), (3.0), (0.1), (3.141592653589793), (1e300), (9e999)"));
    const auto run = program({"lire", base, values});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = answers(run);
    EXPECT_THAT(found, AreRowsInOrder(base.rows(values).rows))
        << (all_null(found) ? no_branch
            : any(found, static_cast<double>(3.141592653589793F))
                ? "3,141592653589793 a perdu des chiffres : il est passé par un float, qui n'en garde que sept environ (tâche 1)."
            : any_of_type(found, "INTEGER")
                ? "Un réel est devenu un entier : pour SQLite::FLOAT, c'est getDouble(), même si la valeur est ronde (leçon 4, « Le type d'une valeur »)."
            : any_of_type(found, "TEXT")
                ? "Un réel est devenu un texte : pour SQLite::FLOAT, c'est getDouble() (leçon 4, « Le type d'une valeur »)."
            : any_of_type(found, "NULL")
                ? not_null
                : "Un réel de SQLite est un double, lu avec getDouble() (leçon 4, « Le type d'une valeur »).");
}

TEST_F(LireValeur, Textes)
{
    const std::string number = std::to_string(random(1, 1'000'000));
    const Database base = fixture(
        only("('Alice " + number + "'), ('L''Haÿ'), ('a' || char(0) || 'b'), ('fin' || char(0)), ('42'), ('3.5'), ('" +
             std::string(300, 'z') + "'), (''), ('NULL')"));
    const auto run = program({"lire", base, values});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = answers(run);
    EXPECT_THAT(found, AreRowsInOrder(base.rows(values).rows))
        << (all_null(found) ? no_branch
            : any(found, "a")
                ? "Un texte s'arrête à l'octet nul : getText() n'est qu'une adresse, et qui la lit s'arrête là. getString() connaît la longueur (leçon 4, « Le "
                  "type d'une valeur »)."
            : any(found, std::string("fin\0\0", 5))
                ? "Un texte a gagné un octet nul à la fin : getBytes() ne compte pas celui que SQLite ajoute, il n'y a rien à compter de plus (tâche 2)."
            : any(found, 42)
                ? "'42' est un texte, même s'il ressemble à un nombre : c'est getType() qui le dit (leçon 4, « Le type d'une valeur »)."
            : at(found, 7).is_null() && !at(found, 0).is_null()
                ? "Un texte vide est un texte, de longueur 0 : ce n'est pas NULL (tâche 4)."
            : any_of_type(found, "BLOB")
                ? "Un texte est devenu un BLOB : pour SQLite::TEXT, rendez une std::string (leçon 4, « Le type d'une valeur »)."
            : any_of_type(found, "NULL")
                ? not_null
                : "Un texte est rendu octet pour octet, avec getString() (leçon 4, « Le type d'une valeur »).");
}

TEST_F(LireValeur, Blobs)
{
    const std::int64_t drawn = random(16, 255);
    constexpr std::string_view digits = "0123456789ABCDEF";
    const std::string byte = {digits[static_cast<std::size_t>(drawn / 16)],
                              digits[static_cast<std::size_t>(drawn % 16)]};
    const Database base = fixture(
        only("(x'00FF10" + byte + "'), (x'616263'), (x'00'), (x'" + byte + "00" + byte + "'), (zeroblob(300))"));
    const auto run = program({"lire", base, values});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = answers(run);
    EXPECT_THAT(found, AreRowsInOrder(base.rows(values).rows))
        << (all_null(found) ? no_branch
            : any(found, "abc") && !any_of_type(found, "BLOB")
                ? "Un BLOB est devenu un texte. Soit votre fonction rend une std::string pour SQLite::BLOB, soit elle a lu un texte avant de demander le "
                  "type, ce qui l'a changé (leçon 4, « Le type d'une valeur »)."
            : at(found, 1) == Value(bytes(std::string_view("abc\0", 4)))
                ? "Un octet de trop : getBytes() est le nombre d'octets, et le premier porte le numéro 0 (leçon 4, « Le type d'une valeur »)."
            : at(found, 1) == Value(Blob{})
                ? "Le BLOB est rendu vide. Si votre vecteur a seulement réservé sa place (reserve), il ne contient encore aucun octet (leçon 4, « Le type d'une "
                  "valeur »)."
            : any(found, bytes("abc")) && any(found, Blob{})
                ? "Un BLOB s'arrête à l'octet nul : sa longueur est getBytes(), et rien n'en marque la fin (leçon 4, « Le type d'une valeur »)."
            : any_of_type(found, "TEXT")
                ? "Un BLOB est devenu un texte : pour SQLite::BLOB, rendez un std::vector<std::byte> (leçon 4, « Le type d'une valeur »)."
                : "Un BLOB est rendu octet pour octet : getBlob() donne l'adresse du premier, getBytes() leur nombre (leçon 4, « Le type d'une valeur »).");
}

TEST_F(LireValeur, BlobVide)
{
    // A full blob shows that blobs are read at all.
    const Database base = fixture(only("(x'FFFE'), (x''), ('Alice'), (zeroblob(0)), (''), (NULL)"));
    const auto run = program({"lire", base, values});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = answers(run);
    EXPECT_THAT(found, AreRowsInOrder(base.rows(values).rows))
        << (all_null(found) || (at(found, 0).is_null() && at(found, 1).is_null()) ? no_branch
            : at(found, 1).is_null() && at(found, 4).is_null()
                ? "Ce qui est vide est devenu NULL : un texte et un BLOB vides ont 0 octet, mais ce sont des valeurs (tâche 4)."
            : at(found, 1).is_null() && !at(found, 0).is_null()
                ? "Un BLOB vide est devenu NULL : getBlob() rend une adresse nulle pour l'un comme pour l'autre. C'est getType() qui fait la différence (leçon 4, « Le "
                  "type d'une valeur »)."
            : at(found, 1) == Value("") && at(found, 0).type_name() == "BLOB"
                ? "Un BLOB vide est devenu un texte vide (tâche 3)."
                : "Un BLOB vide donne un vecteur vide, un texte vide une std::string vide, et NULL std::monostate (tâche 3).");
}

TEST_F(LireValeur, Absent)
{
    const std::string name = "Zoé " + std::to_string(random(1, 1'000'000));
    // In a column of each declared type: the type is the value's, not the column's.
    const Database base = fixture("CREATE TABLE fiches (i INTEGER, r REAL, t TEXT, b BLOB);"
                                  "INSERT INTO fiches VALUES (NULL, NULL, NULL, NULL), ('trente', NULL, '" +
                                  name + "', NULL), (NULL, 'mesure', 'None', NULL);");
    const auto run = program({"lire", base, "SELECT i, r, t, b FROM fiches ORDER BY rowid"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = answers(run);
    EXPECT_THAT(found, AreRowsInOrder({{nullptr},
                                       {nullptr},
                                       {nullptr},
                                       {nullptr},
                                       {"trente"},
                                       {nullptr},
                                       {name},
                                       {nullptr},
                                       {nullptr},
                                       {"mesure"},
                                       {"None"},
                                       {nullptr}}))
        << (all_null(found) ? no_branch
            : at(found, 0) == Value("") || at(found, 0) == Value(0) || at(found, 0) == Value(0.0)
                ? "NULL a été lu comme une valeur : demandé comme nombre, il donne 0, et comme texte, un texte vide. Regardez le type d'abord (leçon 4, « NULL à la "
                  "lecture »)."
            : at(found, 0) == Value(Blob{}) ? "NULL est devenu un BLOB vide (leçon 4, « NULL à la lecture »)."
            : at(found, 10).is_null() && at(found, 4) == Value("trente")
                ? "'None' est ici un texte de quatre lettres, pas une absence de valeur (tâche 4)."
                : "Le type est celui de chaque valeur, quel que soit celui que déclare la colonne (leçon 4, « Le type d'une valeur »).");
}
