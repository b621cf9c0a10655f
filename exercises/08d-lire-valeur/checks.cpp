// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using LireValeur = atelier::check::Exercise;
using namespace atelier::check;

namespace {

/// The values of the base, as they must come back.
std::vector<Row> values(const Database& base) { return base.rows("SELECT v FROM valeurs ORDER BY rang").rows; }

bool any(const Table& table, const Value& value)
{
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) { return row.front() == value; });
}

/// What came back in the place of `value`, which is in the base once.
Value instead_of(const Table& found, const std::vector<Row>& expected, const Value& value)
{
    for (std::size_t i = 0; i < expected.size() && i < found.rows.size(); ++i) {
        if (expected[i].front() == value) {
            return found.rows[i].front();
        }
    }
    return {};
}

Blob bytes(std::string_view text)
{
    const auto* first = reinterpret_cast<const std::byte*>(text.data());
    return {first, first + text.size()};
}

/// What is known of the mistake behind a bad ending.
std::string why(const Execution& run)
{
    if (run.ending() == Ending::sanitizer && run.err().find("heap-use-after-free") != std::string::npos) {
        return "L'adresse que rend sqlite3_column_text ou sqlite3_column_blob ne vaut que jusqu'au prochain sqlite3_step, jusqu'à une lecture qui "
               "convertit la même valeur, ou jusqu'à ce que la requête soit libérée. Ce qui doit durer plus longtemps est à copier tout de suite, dans une std::string ou un std::vector (leçon 8, « Lire : le "
               "type d'abord, la copie aussitôt »).";
    }
    if (run.ending() == Ending::sanitizer && run.err().find("double-free") != std::string::npos) {
        return "Si vous appelez sqlite3_finalize : la requête est au programme, qui la prépare et la libère (leçon 8, « La vie d'une requête préparée »).";
    }
    if (run.ending() == Ending::sanitizer &&
        run.err().find("outside the range of representable values") != std::string::npos) {
        return "Un réel, ici immense, a été converti en entier : une valeur REAL reste un double (tâche 1).";
    }
    bool null = run.err().find("address 0x000000000") != std::string::npos ||
                run.err().find("null pointer") != std::string::npos;
    for (const char* name : {"lire", "plus_long"}) {
        const auto caught = run.exception(name);
        null = null || (caught && caught->what.find("null") != std::string::npos);
    }
    if (null) {
        return "sqlite3_column_text rend une adresse nulle pour NULL, et sqlite3_column_blob pour un BLOB vide : ni std::string ni strlen n'en veulent. "
               "Demandez d'abord le type (leçon 8, « Lire : le type d'abord, la copie aussitôt »).";
    }
    return {};
}

const char* const nothing_read =
    "Toutes les valeurs sont revenues comme NULL : lire_valeur n'a rien lu, ou pas dans la bonne colonne. Elles se comptent à partir de 0, et colonne compte "
    "ainsi (tâche 1).";

bool all_null(const Table& found)
{
    return std::all_of(found.rows.begin(), found.rows.end(), [](const Row& row) { return row.front().is_null(); });
}

}  // namespace

TEST_F(LireValeur, Nombres)
{
    const std::int64_t large = 3'000'000'000 + random(1, 1'000'000);
    const std::int64_t exact = 9'007'199'254'740'993;
    const Database base =
        fixture("DELETE FROM valeurs; INSERT INTO valeurs (v) VALUES (0), (-7), (" + std::to_string(large) + "), (" +
                std::to_string(exact) + "), (-9223372036854775807 - 1), (2.0), (-0.5), (3.141592653589793), (1e300)");
    const auto run = program({"lire", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = run.returned("valeur");
    const std::vector<Row> expected = values(base);
    EXPECT_THAT(found, AreRowsInOrder(expected))
        << (all_null(found) ? nothing_read
            : instead_of(found, expected, large).text()
                ? "Un nombre est revenu comme un texte : sqlite3_column_text convertit tout ce qu'elle lit. Demandez d'abord le type (leçon 8, « Lire : le type "
                  "d'abord, la copie aussitôt »)."
            : instead_of(found, expected, large) == Value(std::int64_t{static_cast<std::int32_t>(large)})
                ? "Un grand entier n'a gardé que 32 de ses 64 bits : sqlite3_column_int rend un int. Prenez sqlite3_column_int64 (leçon 8, « Lire : le type "
                  "d'abord, la copie aussitôt »)."
            : instead_of(found, expected, exact) == Value(exact - 1)
                ? "Un grand entier a perdu son dernier chiffre : il est passé par un double, qui n'en garde que seize environ (leçon 8, « Lire : le type "
                  "d'abord, la copie aussitôt »)."
            : instead_of(found, expected, -0.5).integer() || instead_of(found, expected, 2.0).integer()
                ? "Un réel est revenu comme un entier : SQLITE_FLOAT se lit par sqlite3_column_double, même quand la valeur est ronde (leçon 8, « Lire : le "
                  "type d'abord, la copie aussitôt »)."
                : "Chaque nombre garde son type et tous ses chiffres (leçon 8, « Lire : le type d'abord, la copie aussitôt »).");
}

TEST_F(LireValeur, Textes)
{
    const std::string number = std::to_string(random(1, 1'000'000));
    const std::string accented = "L'Haÿ " + number;
    const Database base =
        fixture("DELETE FROM valeurs; INSERT INTO valeurs (v) VALUES ('L''Haÿ " + number + "'), ('" + number +
                "'), ('3.5'), ('un nom bien trop long pour tenir dans la std::string elle-même'), "
                "(CAST(x'610062' AS TEXT)), (CAST(x'00' AS TEXT))");
    const auto run = program({"lire", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = run.returned("valeur");
    const std::vector<Row> expected = values(base);
    EXPECT_THAT(found, AreRowsInOrder(expected))
        << (all_null(found) ? nothing_read
            : instead_of(found, expected, std::string("a\0b", 3)) == Value("a")
                ? "Un texte s'arrête à l'octet nul : une std::string faite de la seule adresse ne va pas plus loin. sqlite3_column_bytes donne le nombre "
                  "d'octets (leçon 8, « Lire : le type d'abord, la copie aussitôt »)."
            : instead_of(found, expected, number).integer()
                ? "Un texte fait de chiffres est revenu comme un nombre : c'est le type de la valeur qui compte, pas ce qu'elle contient (leçon 8, « Lire : "
                  "le type d'abord, la copie aussitôt »)."
                : "Un texte est lu octet pour octet, avec sa longueur (leçon 8, « Lire : le type d'abord, la copie aussitôt »).");
}

TEST_F(LireValeur, Blobs)
{
    const std::string name = "Alice" + std::to_string(random(10, 99));
    const Database base = fixture("DELETE FROM valeurs; INSERT INTO valeurs (v) VALUES (CAST('" + name +
                                  "' AS BLOB)), (x'00FF10'), (x'00'), (zeroblob(40))");
    const auto run = program({"lire", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = run.returned("valeur");
    const std::vector<Row> expected = values(base);
    EXPECT_THAT(found, AreRowsInOrder(expected))
        << (all_null(found) ? nothing_read
            : instead_of(found, expected, bytes(name)) == Value(name)
                ? "Un BLOB est revenu comme un texte. Si vous demandez bien le type, demandez-le avant toute lecture : sqlite3_column_text convertit la valeur, "
                  "et le type n'est plus sûr ensuite. S'il est BLOB, rangez les octets dans un std::vector<std::byte> (leçon 8, « Lire : le type d'abord, la "
                  "copie aussitôt »)."
                : "Un BLOB est lu octet pour octet, dans un std::vector<std::byte> (leçon 8, « Lire : le type d'abord, la copie aussitôt »).");
}

TEST_F(LireValeur, Absents)
{
    const std::int64_t number = random(1, 1000);
    const Database base = fixture("DELETE FROM valeurs; INSERT INTO valeurs (v) VALUES (" + std::to_string(number) +
                                  "), (NULL), (''), (x''), (0), (NULL)");
    const auto run = program({"lire", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = run.returned("valeur");
    const std::vector<Row> expected = values(base);
    EXPECT_THAT(found, AreRowsInOrder(expected))
        << (all_null(found) ? nothing_read
            : instead_of(found, expected, Blob{}).is_null()
                ? "Un BLOB vide est revenu comme NULL : sqlite3_column_blob rend une adresse nulle dans les deux cas, c'est le type qui les distingue (leçon "
                  "8, « Lire : le type d'abord, la copie aussitôt »)."
            : instead_of(found, expected, "").is_null()
                ? "Un texte vide est revenu comme NULL : c'est le type qui les distingue (leçon 8, « Lire : le type d'abord, la copie aussitôt »)."
            : instead_of(found, expected, Blob{}) == Value("")
                ? "Un BLOB vide est revenu comme un texte (leçon 8, « Lire : le type d'abord, la copie aussitôt »)."
            : any(found, Value())
                ? "Une valeur vide n'est pas revenue telle quelle (leçon 8, « Lire : le type d'abord, la copie aussitôt »)."
                : "NULL est revenu comme une valeur : « on ne sait pas » n'est ni 0, ni un texte vide. C'est std::monostate qui le représente (leçon 8, « "
                  "Lire : le type d'abord, la copie aussitôt »).");
}

TEST_F(LireValeur, PlusLong)
{
    const std::string number = std::to_string(random(100'000, 999'999));
    const std::string winner = "le vainqueur, de bout en bout " + number;
    const std::string equal = "l'ex aequo, venu un peu tard, " + number;
    // Longer ones that do not count, shorter ones after it, in the buffer where it was.
    const Database base =
        fixture("INSERT INTO valeurs (v) VALUES ('court'), ('" + winner + "'), ('" +
                std::string("l''ex aequo, venu un peu tard, ") + number + "'), (1234567890123456789), (x'" +
                std::string(120, '4') + "'), ('petit " + number + "'), (NULL), ('')");
    const auto run = program({"plus-long", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("plus_long")) << why(run);
    const Table found = run.returned("plus long");
    const std::vector<Row> stored = values(base);
    const bool is_stored = std::find(stored.begin(), stored.end(), Row{found.only()}) != stored.end();
    ASSERT_THAT(found, IsValue(winner))
        << (found.only() == Value(equal)
                ? "Ces deux textes ont le même nombre d'octets : c'est le premier qui est demandé (tâche 3)."
            : found.only() == Value(std::string(60, 'D'))
                ? "C'est un BLOB qui a gagné, et non un texte : ne comptez que les valeurs dont le type est SQLITE_TEXT (tâche 3)."
            : found.only() == Value("")
                ? "Aucun texte n'a été retenu. plus_long exécute elle-même la requête, avec sqlite3_step, jusqu'à SQLITE_DONE, et lit la colonne qu'on lui donne, "
                  "qui n'est pas toujours la première (tâche 3)."
            : is_stored
                ? "Ce texte est bien dans la base, mais un autre a plus d'octets. Entre deux std::string, < et > comparent l'ordre alphabétique ; size() donne la "
                  "longueur (tâche 3)."
                : "Si ce texte n'est pas dans la base, ou pas en entier, c'est qu'une ligne suivante l'a recouvert : l'adresse retenue ne vaut que jusqu'au "
                  "prochain sqlite3_step (leçon 8, « Lire : le type d'abord, la copie aussitôt »).");

    const std::string first = "la première ligne " + number;
    const Database one = fixture(
        "DELETE FROM valeurs; INSERT INTO valeurs (v) VALUES ('" + first + "'), (12345678901234567), ('n')", "un.db");
    const auto on_first = program({"plus-long", one});
    ASSERT_THAT(on_first, EndsWell()) << why(on_first);
    EXPECT_THAT(on_first.returned("plus long"), IsValue(first))
        << "Le plus long est cette fois sur la première ligne : elle compte comme les autres (tâche 3).";

    const Database none = fixture("DELETE FROM valeurs; INSERT INTO valeurs (v) VALUES (123456), (NULL)", "aucun.db");
    const auto without = program({"plus-long", none});
    ASSERT_THAT(without, EndsWell()) << why(without);
    EXPECT_THAT(without.returned("plus long"), IsValue(""))
        << (without.returned("plus long").only() == Value("123456")
                ? "Un nombre a été pris pour un texte : sqlite3_column_text convertit ce qu'elle lit. Demandez d'abord le type (leçon 8, « Lire : le type "
                  "d'abord, la copie aussitôt »)."
                : "Il n'y a aucun texte : plus_long rend un texte vide (tâche 3).");
}

TEST_F(LireValeur, ErreurEnRoute)
{
    const Database base =
        fixture("INSERT INTO valeurs (v) VALUES ('après l''erreur " + std::to_string(random(1, 999)) + "')");
    const auto run = program({"erreur", base});
    ASSERT_THAT(run, EndsWell())
        << (run.ending() == Ending::out_of_time
                ? "La requête échoue à sa deuxième ligne : sqlite3_step rend alors 1, qui n'est ni SQLITE_ROW ni SQLITE_DONE, et la recommence si on la "
                  "rappelle. Une boucle « tant que ce n'est pas SQLITE_DONE » ne finit donc jamais : continuez tant que c'est SQLITE_ROW (leçon 8, « Ce que "
                  "disent les codes »)."
                : why(run));
    EXPECT_THAT(run, Throws("plus_long", 1))
        << (run.exception("plus_long")
                ? "L'exception doit porter le code que sqlite3_step a rendu, 1 (leçon 8, « Ce que disent les codes »)."
                : "La requête a échoué à sa deuxième ligne, et l'appelant ne l'a pas su. Quand la boucle finit, le dernier code dit pourquoi : SQLITE_DONE, ou "
                  "une erreur (leçon 8, « Ce que disent les codes »).");
}
