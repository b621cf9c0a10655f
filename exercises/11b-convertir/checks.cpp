// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using Convertir = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* values = "SELECT v FROM valeurs ORDER BY rang";
constexpr const char* too_large = "std::out_of_range";
constexpr const char* not_that = "std::invalid_argument";

bool any(const Table& table, const Value& value)
{
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) { return row.front() == value; });
}

/// The column `values` of what was read, alone.
Table read_values(const Execution& run)
{
    Table result{{"lu"}, {}, {}};
    for (const Row& row : run.returned("lu").rows) {
        result.rows.push_back({row.at(0)});
    }
    return result;
}

/// What is said of a type that has no conversion yet; else `otherwise`.
std::string about(const Execution& run, const std::string& otherwise)
{
    const std::string absent = run.returned("absente").only().text().value_or("");
    return absent.empty() ? otherwise
                          : "orm::Conversion n'a pas de spécialisation pour ce type (« " + absent +
                                " ») : écrivez-la (leçon 11, « Une conversion par type »).";
}

std::string sql_type(const Execution& run) { return run.returned("type").only().text().value_or(""); }

}  // namespace

TEST_F(Convertir, Nombres)
{
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
    const std::int64_t age = random(18, 90);
    const std::int64_t large = 3'000'000'000 + random(1, 1'000'000);
    const double price = static_cast<double>(random(100, 900)) / 8;
    struct Case {
        const char* type;
        const char* sql;
        std::vector<Argument> arguments;
        std::vector<Row> rows;
    };
    const std::vector<Case> all{
        {"entier", "INTEGER", {age, -7, 2147483647}, {{age}, {-7}, {2147483647}}},
        {"entier-long",
         "INTEGER",
         {large, least, greatest, std::int64_t{9'007'199'254'740'993}},
         {{large}, {least}, {greatest}, {std::int64_t{9'007'199'254'740'993}}}},
        {"bool", "INTEGER", {"vrai", "faux"}, {{1}, {0}}},
        {"reel", "REAL", {std::to_string(price), "0.1", "3"}, {{price}, {0.1}, {3.0}}},
    };
    for (const Case& one : all) {
        const Database base = fixture({}, std::string(one.type) + ".db");
        std::vector<Argument> arguments{"lier", base, one.type};
        arguments.insert(arguments.end(), one.arguments.begin(), one.arguments.end());
        const auto bound = program(arguments);
        ASSERT_THAT(bound, EndsWell());
        ASSERT_THAT(base.rows(values), AreRowsInOrder(one.rows)) << about(
            bound,
            "C'est ce que lier() a enregistré : chaque nombre garde tous ses chiffres, et son type (leçon 11, « Une conversion par "
            "type »).");
        ASSERT_THAT(sql_type(bound), IsEqualTo(one.sql)) << "C'est le membre type de la conversion.";
        const auto again = program({"lire", base, one.type});
        ASSERT_THAT(again, EndsWell());
        EXPECT_THAT(read_values(again), AreRowsInOrder(one.rows))
            << "C'est ce que lire() rend de ces mêmes valeurs. " << again.out();
    }
    const Database whole = fixture("INSERT INTO valeurs (v) VALUES (" + std::to_string(age) + ");", "entiers.db");
    const auto run = program({"lire", whole, "reel"});
    ASSERT_THAT(run, EndsWell());
    EXPECT_THAT(run.returned("lu"), AreRowsInOrder({{static_cast<double>(age), "-"}}))
        << about(run, "Un double se lit aussi d'un entier : 3 est un nombre réel comme un autre.");
}

TEST_F(Convertir, HorsIntervalle)
{
    const std::int64_t age = random(18, 90);
    const std::int64_t large = 3'000'000'000 + random(1, 1'000'000);
    const std::string some = std::to_string(age);
    struct Case {
        const char* type;
        std::string sql;
        std::vector<Row> rows;
    };
    const std::vector<Case> all{
        {"entier",
         "(" + some + "), (" + std::to_string(large) + "), (-2147483648), (2147483648), (-2147483649)",
         {{age, "-"}, {nullptr, too_large}, {-2147483648LL, "-"}, {nullptr, too_large}, {nullptr, too_large}}},
        {"bool",
         "(1), (0), (2), (-1), (" + std::to_string(large) + ")",
         {{1, "-"}, {0, "-"}, {nullptr, too_large}, {nullptr, too_large}, {nullptr, too_large}}},
        {"couleur",
         "(255), (256), (300), (-1)",
         {{255, "-"}, {nullptr, too_large}, {nullptr, too_large}, {nullptr, too_large}}},
        {"entier-facultatif", "(" + some + "), (" + std::to_string(large) + ")", {{age, "-"}, {nullptr, too_large}}},
    };
    for (const Case& one : all) {
        const Database base = fixture("INSERT INTO valeurs (v) VALUES " + one.sql + ";", std::string(one.type) + ".db");
        const auto run = program({"lire", base, one.type});
        ASSERT_THAT(run, EndsWell());
        const Table found = run.returned("lu");
        EXPECT_THAT(found, AreRowsInOrder(one.rows))
            << "À gauche, la valeur lue ; à droite, l'exception qui est sortie de lire(), s'il y en a une. "
            << about(
                   run,
                   any(found, static_cast<std::int32_t>(large))
                       ? "3 milliards sont devenus un nombre négatif : getInt() et static_cast<int> coupent à 32 bits. Lisez 64 bits, puis demandez si "
                         "le nombre tient (leçon 11, « Lire sans deviner »)."
                       : "Un nombre que le type ne contient pas est refusé par std::out_of_range (leçon 11, « Lire sans deviner »).");
    }
}

TEST_F(Convertir, AutreType)
{
    struct Case {
        const char* type;
        const char* sql;
        Row good;  ///< what the first value becomes; the others are refused
    };
    const std::vector<Case> all{
        {"entier", "(30), (NULL), ('30'), ('trente'), (3.0), (x'33')", {30, "-"}},
        {"entier-long", "(30), (NULL), ('30'), (3.5)", {30, "-"}},
        {"bool", "(1), (NULL), ('1'), (1.0)", {1, "-"}},
        {"reel", "(0.5), (NULL), ('0.5')", {0.5, "-"}},
        {"texte", "('Alice'), (NULL), (30), (0.5), (x'416C696365')", {"Alice", "-"}},
        {"humeur", "(1), (NULL), ('1'), (1.0)", {1, "-"}},
        {"date", "('2026-01-05'), (NULL), (20260105)", {"5/1/2026", "-"}},
        {"entier-facultatif", "(30), ('trente'), (3.0)", {30, "-"}},
    };
    for (const Case& one : all) {
        const Database base =
            fixture("INSERT INTO valeurs (v) VALUES " + std::string(one.sql) + ";", std::string(one.type) + ".db");
        const auto run = program({"lire", base, one.type});
        ASSERT_THAT(run, EndsWell());
        std::vector<Row> expected{one.good};
        expected.resize(base.rows(values).rows.size(), Row{nullptr, not_that});
        const Table found = run.returned("lu");
        EXPECT_THAT(found, AreRowsInOrder(expected))
            << "On a lu comme « " << one.type << " » : " << one.sql
            << ". À gauche, ce que lire() rend ; à droite, l'exception qui en sort. "
            << about(
                   run,
                   found.rows.size() > 1 && found.rows[1] == Row{0, "-"}
                       ? "NULL a été lu comme 0 : rien, ou « on ne sait pas », n'est pas zéro (leçon 11, « Lire sans deviner »)."
                       : "Ce qui n'est pas du type attendu est refusé par std::invalid_argument : demandez-le à la colonne avant de la lire, par "
                         "isInteger(), isFloat() ou isText() (leçon 11, « Lire sans deviner »).");
    }
}

TEST_F(Convertir, Textes)
{
    const Database base = fixture();
    const std::string number = std::to_string(random(1, 1'000'000));
    const std::string nul("a\0b", 3);
    const auto bound = program({"lier", base, "texte", "L'Haÿ " + number, "a\\0b", "", "x'); DROP TABLE valeurs;--"});
    ASSERT_THAT(bound, EndsWell());
    const std::vector<Row> expected{{"L'Haÿ " + number}, {nul}, {""}, {"x'); DROP TABLE valeurs;--"}};
    ASSERT_THAT(base.rows(values), AreRowsInOrder(expected)) << about(
        bound,
        any(base.rows(values), "a")
            ? "Le texte s'arrête à l'octet nul : liez la std::string elle-même, pas c_str() (leçon 3, « Quand ça se "
              "passe mal »)."
            : "C'est ce que lier() a enregistré.");
    ASSERT_THAT(sql_type(bound), IsEqualTo("TEXT")) << "C'est le membre type de la conversion.";
    const auto again = program({"lire", base, "texte"});
    ASSERT_THAT(again, EndsWell());
    const Table found = read_values(again);
    EXPECT_THAT(found, AreRowsInOrder(expected))
        << (any(found, "a")
                ? "Le texte s'arrête à l'octet nul : getText() rend une adresse, sans longueur. getString() rend tous les octets (leçon 4, "
                  "« Lire une valeur »)."
                : "C'est ce que lire() rend de ces mêmes textes. " + again.out());
}

TEST_F(Convertir, Enumerations)
{
    for (const char* type : {"humeur", "couleur"}) {
        const Database base = fixture({}, std::string(type) + ".db");
        const std::int64_t number = random(2, 200);
        const auto bound = program({"lier", base, type, number, 0, 1});
        ASSERT_THAT(bound, EndsWell());
        const std::vector<Row> expected{{number}, {0}, {1}};
        ASSERT_THAT(base.rows(values), AreRowsInOrder(expected))
            << about(bound, "Une énumération est enregistrée comme un entier, le nombre de l'énumérateur.");
        ASSERT_THAT(sql_type(bound), IsEqualTo("INTEGER")) << "C'est le membre type de la conversion.";
        const auto again = program({"lire", base, type});
        ASSERT_THAT(again, EndsWell());
        EXPECT_THAT(read_values(again), AreRowsInOrder(expected))
            << "C'est ce que lire() rend de ces mêmes nombres. " << again.out();
    }
    const Database base = fixture({}, "negatif.db");
    const auto bound = program({"lier", base, "humeur", -1});
    ASSERT_THAT(bound, EndsWell());
    ASSERT_THAT(base.rows(values), AreRowsInOrder({{-1}})) << "Un énumérateur peut avoir un nombre négatif.";
    const auto again = program({"lire", base, "humeur"});
    ASSERT_THAT(again, EndsWell());
    EXPECT_THAT(again.returned("lu"), AreRowsInOrder({{-1, "-"}})) << "Un énumérateur peut avoir un nombre négatif.";
}

TEST_F(Convertir, Dates)
{
    const Database base = fixture();
    const std::int64_t day = random(10, 28);
    const std::string written = "2026-11-" + std::to_string(day);
    const auto bound =
        program({"lier", base, "date", "5/1/2026", std::to_string(day) + "/11/2026", "29/2/2024", "14/7/800"});
    ASSERT_THAT(bound, EndsWell());
    ASSERT_THAT(base.rows(values), AreRowsInOrder({{"2026-01-05"}, {written}, {"2024-02-29"}, {"0800-07-14"}})) << about(
        bound,
        any(base.rows(values), "2026-1-5")
            ? "Il manque les zéros : rangés comme des textes, '2026-11-24' passerait avant '2026-2-1' (leçon 11, « Une conversion par type »)."
            : "Une date est un texte de dix caractères, année, mois, jour (leçon 11, « Une conversion par type »).");
    const auto again = program({"lire", base, "date"});
    ASSERT_THAT(again, EndsWell());
    ASSERT_THAT(read_values(again),
                AreRowsInOrder({{"5/1/2026"}, {std::to_string(day) + "/11/2026"}, {"29/2/2024"}, {"14/7/800"}}))
        << "Ce sont les mêmes dates, relues par lire(), jour/mois/année. " << again.out();

    const Database wrong = fixture(
        "INSERT INTO valeurs (v) VALUES ('2026-02-30'), ('2026-13-01'), ('2026-1-05'), ('2026/01/05'), ('05-01-2026'), ('hier'), (''), "
        "('2026-01-05 10:00'), ('2026-01-0x'), ('2026-+1-05');",
        "fausses.db");
    const auto refused = program({"lire", wrong, "date"});
    ASSERT_THAT(refused, EndsWell());
    EXPECT_THAT(refused.returned("lu"), AreRowsInOrder(std::vector<Row>(10, Row{nullptr, not_that})))
        << "Chacun de ces textes est à refuser : '2026-02-30', '2026-13-01', '2026-1-05', '2026/01/05', '05-01-2026', 'hier', '', "
           "'2026-01-05 10:00', '2026-01-0x', '2026-+1-05'. La forme d'abord, caractère par caractère ; puis date.ok() (leçon 11, « Lire sans deviner »).";
}

TEST_F(Convertir, Facultatifs)
{
    const std::int64_t age = random(18, 90);
    struct Case {
        const char* type;
        const char* sql;
        std::vector<Argument> arguments;
        std::vector<Row> rows;
    };
    const std::vector<Case> all{
        {"entier-facultatif", "INTEGER", {age, "-", 0}, {{age}, {nullptr}, {0}}},
        {"texte-facultatif", "TEXT", {"Zoé", "-", ""}, {{"Zoé"}, {nullptr}, {""}}},
        {"reel-facultatif", "REAL", {"0.5", "-"}, {{0.5}, {nullptr}}},
        {"bool-facultatif", "INTEGER", {"faux", "-"}, {{0}, {nullptr}}},
        {"humeur-facultatif", "INTEGER", {"1", "-"}, {{1}, {nullptr}}},
    };
    for (const Case& one : all) {
        const Database base = fixture({}, std::string(one.type) + ".db");
        std::vector<Argument> arguments{"lier", base, one.type};
        arguments.insert(arguments.end(), one.arguments.begin(), one.arguments.end());
        const auto bound = program(arguments);
        ASSERT_THAT(bound, EndsWell());
        const Table found = base.rows(values);
        ASSERT_THAT(found, AreRowsInOrder(one.rows)) << about(
            bound,
            found.rows.size() > 1 && found.rows[1] == found.rows[0]
                ? "La première valeur est revenue à la place de NULL : un std::optional vide se lie lui aussi, par bind(position), sans quoi la "
                  "valeur précédente reste liée (leçon 3, « Une requête, plusieurs exécutions »)."
                : "Un std::optional vide est NULL ; sinon, c'est la valeur qu'il contient, y compris 0, faux et le texte vide.");
        ASSERT_THAT(sql_type(bound), IsEqualTo(one.sql))
            << "Le type d'un std::optional est celui de ce qu'il peut contenir.";
        const auto again = program({"lire", base, one.type});
        ASSERT_THAT(again, EndsWell());
        EXPECT_THAT(read_values(again), AreRowsInOrder(one.rows))
            << "C'est ce que lire() rend de ces mêmes valeurs. " << again.out();
    }
}
