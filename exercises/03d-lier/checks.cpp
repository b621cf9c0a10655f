// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using Lier = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* values = "SELECT v FROM valeurs ORDER BY rang";

bool any(const Table& table, const Value& value)
{
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) { return row.front() == value; });
}

bool any_blob(const Table& table)
{
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [](const Row& row) { return row.front().type_name() == "BLOB"; });
}

bool any_null(const Table& table) { return any(table, Value()); }

constexpr const char* nothing_bound =
    "NULL a été enregistré là où il y avait une valeur : pour ce type, aucune branche de votre patron n'a appelé bind().";

/// What is known of the mistake behind an exception.
std::string why(const Execution& run)
{
    const auto caught = run.exception("lier");
    if (caught && caught->code == 21) {
        return "Le code 21 dit que la requête a déjà été exécutée : lier ne doit pas exécuter, c'est le programme qui s'en charge "
               "(leçon 3, « La même chose avec SQLiteCpp »).";
    }
    return {};
}

}  // namespace

TEST_F(Lier, BooleensEtReels)
{
    const Database base = fixture();
    const std::int64_t whole = random(1, 1000);
    const auto run = program({"lier", base, "bool", 1, "bool", 0, "reel", std::to_string(whole) + ".25", "reel", "-0.5",
                              "reel", "3", "reel", "3.141592653589793"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("lier")) << why(run);
    const Table found = base.rows(values);
    EXPECT_THAT(found,
                AreRowsInOrder({{1}, {0}, {static_cast<double>(whole) + 0.25}, {-0.5}, {3.0}, {3.141592653589793}}))
        << (any_null(found) ? nothing_bound
            : any(found, whole)
                ? "La partie après la virgule a disparu : le réel a été converti en entier avant d'être lié (leçon 3, « Ce que "
                  "bind sait lier »)."
            : any(found, static_cast<double>(3.141592653589793F))
                ? "3,141592653589793 a perdu des chiffres : il est passé par un float, qui n'en garde que sept environ. Un double se lie "
                  "tel quel (leçon 3, « Ce que bind sait lier »)."
                : "Un bool est l'entier 0 ou 1 ; un double reste un réel, même quand sa valeur est ronde (leçon 3, « Ce que bind "
                  "sait lier »).");
}

TEST_F(Lier, GrandsEntiers)
{
    const Database base = fixture();
    const std::int64_t large = 3'000'000'000 + random(1, 1'000'000);
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
    const auto run =
        program({"lier", base, "entier", -7, "entier-long", large, "entier-long", least, "entier-long", greatest,
                 "entier-long", std::int64_t{9'007'199'254'740'993}, "taille", large + 1, "taille", 0});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("lier"))
        << "Tous ces entiers tiennent dans 64 bits, signe compris : aucun n'est à refuser.";
    const Table found = base.rows(values);
    EXPECT_THAT(
        found,
        AreRowsInOrder({{-7}, {large}, {least}, {greatest}, {std::int64_t{9'007'199'254'740'993}}, {large + 1}, {0}}))
        << (any_null(found) ? nothing_bound
            : any(found, std::int64_t{static_cast<std::int32_t>(large)})
                ? "Un grand entier n'a gardé que 32 de ses 64 bits : il est passé par un int. Passez par std::int64_t (leçon 3, « Ce que bind sait "
                  "lier »)."
                : "Un long long et une std::size_t gardent tous leurs chiffres : ni int, ni double en chemin, mais std::int64_t (leçon 3, « Ce que "
                  "bind sait lier »).");
}

TEST_F(Lier, HorsIntervalle)
{
    const Database base = fixture();
    const std::int64_t age = random(18, 60);
    // The largest that fits, the smallest that does not, the largest of all; then the same inside an optional.
    const auto fits = program({"lier", base, "taille", "9223372036854775807", "taille-facultatif", age});
    ASSERT_THAT(fits, EndsWell()) << why(fits);
    ASSERT_THAT(fits, DoesNotThrow("lier"))
        << "9 223 372 036 854 775 807 est le plus grand entier de SQLite : il tient encore.";
    for (const char* type : {"taille", "taille-facultatif"}) {
        for (const char* number : {"9223372036854775808", "18446744073709551615"}) {
            const auto run = program({"lier", base, type, number});
            ASSERT_THAT(run, EndsWell()) << why(run);
            ASSERT_THAT(run, Throws("lier"))
                << "Cette std::size_t ne tient pas dans un entier de SQLite. Convertie sans regarder, elle devient un nombre négatif : vérifiez d'abord, "
                   "et levez std::out_of_range (leçon 3, « Ce que bind sait lier »).";
            const auto caught = run.exception("lier");
            EXPECT_THAT((Table{{"exception"}, {{caught ? Value(caught->type) : Value()}}, {}}),
                        IsValue("std::out_of_range"))
                << "L'énoncé demande une std::out_of_range (dans <stdexcept>).";
        }
    }
    EXPECT_THAT(base.rows(values), AreRowsInOrder({{std::numeric_limits<std::int64_t>::max()}, {age}}))
        << "Les deux valeurs qui tiennent sont enregistrées, et rien d'autre.";
}

TEST_F(Lier, TextesExacts)
{
    const Database base = fixture();
    const std::string number = std::to_string(random(1, 1'000'000));
    const auto run = program({"lier", base, "texte", "Alice " + number, "vue", "Bob " + number, "texte", "L'Haÿ", "vue",
                              "L'Haÿ", "texte", "a\\0b", "vue", "c\\0d", "vue", "x'); DROP TABLE valeurs;--"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("lier")) << why(run);
    const Table found = base.rows(values);
    EXPECT_THAT(found, AreRowsInOrder({{"Alice " + number},
                                       {"Bob " + number},
                                       {"L'Haÿ"},
                                       {"L'Haÿ"},
                                       {std::string("a\0b", 3)},
                                       {std::string("c\0d", 3)},
                                       {"x'); DROP TABLE valeurs;--"}}))
        << (any_blob(found)
                ? "Un texte a été enregistré comme BLOB : bind(position, adresse, taille) lie des octets, pas un texte. Passez par une "
                  "std::string (leçon 3, « Ce que bind sait lier »)."
            : any(found, "Bob " + number + "après")
                ? "La vue déborde : data() ne connaît pas la longueur de la std::string_view, et la lecture continue jusqu'au premier octet nul (leçon "
                  "3, « Ce que bind sait lier »)."
            : any(found, "a") || any(found, "c")
                ? "Un texte s'arrête à l'octet nul : sa longueur s'est perdue en route, dans c_str() ou data() (leçon 3, « Ce que bind sait lier »)."
            : any_null(found)
                ? nothing_bound
                : "Un texte est enregistré octet pour octet, avec sa longueur (leçon 3, « Ce que bind sait lier »).");
}

TEST_F(Lier, TexteVide)
{
    const Database base = fixture();
    const std::string number = std::to_string(random(1, 1'000'000));
    // The values around the empty ones show that something is bound at all.
    const auto run = program({"lier", base, "texte", number, "texte", "", "vue", number, "vue", "", "texte-facultatif",
                              "", "vue-facultatif", ""});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("lier")) << why(run);
    const Table found = base.rows(values);
    EXPECT_THAT(found, AreRowsInOrder({{number}, {""}, {number}, {""}, {""}, {""}}))
        << (any(found, number) && any_null(found)
                ? "Un texte vide est devenu NULL. « Pas de nom » et « un nom qu'on ne connaît pas » ne sont pas la même chose ; et un texte vide peut "
                  "très bien n'avoir aucune adresse, data() valant alors nullptr (leçon 3, « NULL, ou l'absence de valeur »)."
                : "Un texte vide est un texte, de longueur 0 (leçon 3, « NULL, ou l'absence de valeur »).");
}

TEST_F(Lier, CopieGardee)
{
    const Database base = fixture();
    const std::string number = std::to_string(random(1, 1'000'000));
    const std::string longer = "un texte assez long pour ne pas tenir dans la std::string elle-même, numéro " + number;
    const auto run = program({"lier", base, "texte", longer, "vue", longer, "texte", number, "vue", number});
    ASSERT_THAT(run, EndsWell())
        << (run.ending() == Ending::sanitizer
                ? "Si AddressSanitizer parle de mémoire libérée : bindNoCopy n'a retenu que l'adresse du texte, qui n'existe plus quand "
                  "la requête s'exécute. bind fait une copie (leçon 3, « Quand ça se passe mal »)."
                : "");
    ASSERT_THAT(run, DoesNotThrow("lier")) << why(run);
    const Table found = base.rows(values);
    EXPECT_THAT(found, AreRowsInOrder({{longer}, {longer}, {number}, {number}}))
        << (any_blob(found)
                ? "Un texte a été enregistré comme BLOB : bind(position, adresse, taille) lie des octets, pas un texte. Passez par "
                  "une std::string (leçon 3, « Ce que bind sait lier »)."
            : any_null(found)
                ? nothing_bound
                : "Si des # ont remplacé le texte : le programme l'a modifié après lier(), et la requête n'en avait retenu que l'adresse. bind fait une copie, "
                  "bindNoCopy n'en fait pas (leçon 3, « Quand ça se passe mal »).");
}

TEST_F(Lier, Caractere)
{
    const Database base = fixture();
    const std::string letter(1, static_cast<char>('a' + random(0, 25)));
    const auto run = program(
        {"lier", base, "caractere", letter, "caractere", "'", "caractere", "7", "caractere-facultatif", letter});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("lier")) << why(run);
    const Table found = base.rows(values);
    EXPECT_THAT(found, AreRowsInOrder({{letter}, {"'"}, {"7"}, {letter}}))
        << (any(found, 39)
                ? "Le caractère a été enregistré comme un nombre (39 pour l'apostrophe, 97 pour a) : en C++, un char est un petit entier, et "
                  "bind le prend pour tel (leçon 3, « Ce que bind sait lier »)."
            : any(found, "\x01" + letter)
                ? "Un caractère de trop précède le vôtre : std::string{1, v} est une liste de deux caractères, de codes 1 et v. Avec des "
                  "parenthèses, std::string(1, v) répète v une fois (leçon 3, « Ce que bind sait lier »)."
            : any_null(found)
                ? nothing_bound
                : "Un char est enregistré comme un texte d'un caractère (leçon 3, « Ce que bind sait lier »).");
}

TEST_F(Lier, Facultatifs)
{
    const Database base = fixture();
    const std::int64_t age = random(18, 60);
    const auto run = program({"lier",
                              base,
                              "entier-facultatif",
                              age,
                              "entier-facultatif",
                              "-",
                              "texte-facultatif",
                              "Zoé",
                              "texte-facultatif",
                              "-",
                              "vue-facultatif",
                              "Bob",
                              "vue-facultatif",
                              "-",
                              "entier-long-facultatif",
                              age + 1,
                              "taille-facultatif",
                              "-",
                              "reel-facultatif",
                              "0.5",
                              "bool-facultatif",
                              0,
                              "bool-facultatif",
                              "-"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("lier")) << why(run);
    const Table found = base.rows(values);
    EXPECT_THAT(
        found,
        AreRowsInOrder(
            {{age}, {nullptr}, {"Zoé"}, {nullptr}, {"Bob"}, {nullptr}, {age + 1}, {nullptr}, {0.5}, {0}, {nullptr}}))
        << (std::count_if(found.rows.begin(), found.rows.end(),
                          [&](const Row& row) { return row.front() == Value(age); }) > 1
                ? "La même valeur revient deux fois : quand le std::optional est vide, rien n'a été lié, et la valeur précédente est restée. Liez NULL, "
                  "avec bind(position) (leçon 3, « Une requête, plusieurs exécutions »)."
                : "Un std::optional vide est NULL ; sinon, c'est la valeur qu'il contient qui est liée, y compris 0 et false (leçon 3, « NULL, ou l'absence "
                  "de valeur »).");
}
