// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using SansAccents = atelier::check::Exercise;
using namespace atelier::check;

namespace {

/// `text` as an SQL literal.
std::string literal(const std::string& text)
{
    std::string result = "'";
    for (const char c : text) {
        result += c == '\'' ? std::string("''") : std::string(1, c);
    }
    return result + "'";
}

std::string call(const std::string& expression) { return "sans_accents(" + expression + ")"; }

/// The values of the expressions, one a row.
Table values(const Execution& run)
{
    Table table = run.returned("valeurs");
    table.columns = {"valeur"};
    for (Row& row : table.rows) {
        row.resize(std::min<std::size_t>(row.size(), 1));
    }
    return table;
}

bool any(const Table& table, const Value& value)
{
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) { return row.front() == value; });
}

/// The exception noted for the expression number `rank`, from 1.
std::optional<CaughtException> refused(const Execution& run, std::size_t rank)
{
    return run.exception("expression " + std::to_string(rank));
}

/// What is known of the mistake behind a bad ending, or behind expressions that fail.
std::string why(const Execution& run, std::size_t expressions = 0)
{
    std::vector<std::optional<CaughtException>> all{run.exception("index"), run.exception("communes"),
                                                    run.exception("evaluer")};
    for (std::size_t i = 1; i <= expressions; ++i) {
        all.push_back(refused(run, i));
    }
    for (const auto& caught : all) {
        if (!caught) {
            continue;
        }
        if (caught->type != "SQLite::Exception") {
            return "Une exception C++ (" + caught->type +
                   ") est sortie de votre fonction de rappel : elle a traversé le code C de SQLite, qui n'a rien pu ranger, et la connexion "
                   "est dans un état inconnu. Arrêtez-la dans la fonction, et dites l'erreur à SQLite (leçon 10, « Une exception ne traverse pas "
                   "SQLite »).";
        }
        if (caught->what.find("no such function") != std::string::npos) {
            return "SQLite ne connaît pas de fonction sans_accents sur cette connexion : enregistrez-la sous ce nom (leçon 10, « Ajouter une "
                   "fonction à SQL »).";
        }
        if (caught->what.find("wrong number of arguments") != std::string::npos) {
            return "sans_accents a été enregistrée avec un autre nombre d'arguments que 1 (leçon 10, « Ajouter une fonction à SQL »).";
        }
        if (caught->what.find("non-deterministic") != std::string::npos) {
            return "SQLite ne range dans un index que ce que rend une fonction déterministe : c'est une promesse, à faire en l'enregistrant (leçon 10, "
                   "« Ajouter une fonction à SQL »).";
        }
    }
    if (run.ending() == Ending::sanitizer && run.err().find("use-after") != std::string::npos) {
        return "Le résultat donné à SQLite n'existe plus quand SQLite le lit : votre fonction est finie, et sa std::string aussi. "
               "SQLITE_TRANSIENT en demande une copie (leçon 10, « Ajouter une fonction à SQL »).";
    }
    if (run.ending() == Ending::sanitizer && run.err().find("overflow") != std::string::npos) {
        return "Votre fonction lit à côté du texte, ou de ses arguments. Le texte a sqlite3_value_bytes(x) octets (leçon 10, « Ajouter une fonction à "
               "SQL »).";
    }
    if (run.err().find("construction from null") != std::string::npos) {
        return "Une std::string a été faite d'un pointeur nul : c'est ce que sqlite3_value_text rend pour NULL. Regardez d'abord sqlite3_value_type (leçon 10, "
               "« Ajouter une fonction à SQL »).";
    }
    if (run.err().find("terminate called") != std::string::npos) {
        return "Une exception est sortie de votre fonction de rappel : elle a traversé le code C de SQLite, ou s'est heurtée à un noexcept, qui arrête le "
               "programme. Attrapez-la dans la fonction, et dites l'erreur à SQLite (leçon 10, « Une exception ne traverse pas SQLite »).";
    }
    return {};
}

/// `letter`, often enough not to fit in a std::string itself, nor in what is kept aside for short texts.
std::string many(const std::string& letter)
{
    std::string text;
    for (int i = 0; i < 100; ++i) {
        text += letter;
    }
    return text;
}

using Pair = std::pair<std::string, std::string>;

std::vector<Argument> evaluate(const std::vector<Pair>& pairs)
{
    std::vector<Argument> arguments{"evaluer"};
    for (const auto& [text, expected] : pairs) {
        arguments.emplace_back(call(literal(text)));
    }
    return arguments;
}

std::vector<Row> expected_of(const std::vector<Pair>& pairs)
{
    std::vector<Row> rows;
    for (const auto& [text, expected] : pairs) {
        rows.push_back({expected});
    }
    return rows;
}

}  // namespace

TEST_F(SansAccents, TextesFrancais)
{
    const std::string number = std::to_string(random(100, 999));
    const std::vector<Pair> composed = {{"Plœmeur " + number, "Ploemeur " + number},
                                        {"Émile", "Emile"},
                                        {"l'Haÿ-les-Roses", "l'Hay-les-Roses"},
                                        {"àâäçéèêëîïôöùûüÿœæ", "aaaceeeeiioouuuyoeae"},
                                        {"ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ", "AAACEEEEIIOOUUUYOEAE"},
                                        {"Sans accent, MAJUSCULES comprises", "Sans accent, MAJUSCULES comprises"},
                                        {"España, Łódź, €, 日本, 🌊", "España, Łódź, €, 日本, 🌊"},
                                        {"", ""},
                                        {many("é"), many("e")}};
    const auto first = program(evaluate(composed));
    ASSERT_THAT(first, EndsWell()) << why(first, composed.size());
    const Table found = values(first);
    ASSERT_THAT(found, AreRowsInOrder(expected_of(composed)))
        << (why(first, composed.size()).empty()
                ? (any(found, std::string("Emile\0", 6))
                       ? "Un octet nul a été ajouté à la fin : la taille du résultat ne le compte pas (leçon 10, « Ajouter une fonction à SQL »)."
                   : any(found, Value())
                       ? "NULL à la place d'un texte : la fonction de rappel s'est terminée sans donner de résultat à SQLite "
                         "(leçon 10, « Ajouter une fonction à SQL »)."
                       : "Les lettres accentuées et les ligatures du tableau de l'énoncé sont remplacées ; tout le reste est rendu "
                         "octet pour octet (leçon 10, « Deux formes pour un même texte »).")
                : why(first, composed.size()));

    const std::vector<Pair> decomposed = {
        {"E\u0301mile " + number, "Emile " + number},
        {"Ploe\u0301rmel", "Ploermel"},
        {"a\u0300 a\u0302 a\u0308 c\u0327 U\u0302", "a a a c U"},
        {"n\u0303", "n\u0303"},
    };
    const auto second = program(evaluate(decomposed));
    ASSERT_THAT(second, EndsWell()) << why(second, decomposed.size());
    EXPECT_THAT(values(second), AreRowsInOrder(expected_of(decomposed)))
        << (any(values(second), decomposed.front().first)
                ? "La forme décomposée est passée sans changement : « é » peut aussi s'écrire « e », puis un accent aigu U+0301, et ce sont d'autres octets "
                  "(leçon 10, « Deux formes pour un même texte »)."
                : "La forme décomposée, une lettre puis son accent, perd aussi ses accents (leçon 10, « Deux formes pour un même texte »).");

    const Database base = fixture();
    const auto communes = program({"communes", base});
    ASSERT_THAT(communes, EndsWell()) << why(communes);
    std::string expression = "nom";
    for (const auto& [letter, bare] : std::vector<Pair>{{"é", "e"},
                                                        {"è", "e"},
                                                        {"ê", "e"},
                                                        {"ë", "e"},
                                                        {"à", "a"},
                                                        {"â", "a"},
                                                        {"î", "i"},
                                                        {"ï", "i"},
                                                        {"ô", "o"},
                                                        {"û", "u"},
                                                        {"ç", "c"},
                                                        {"œ", "oe"},
                                                        {"É", "E"},
                                                        {"È", "E"},
                                                        {"Î", "I"}}) {
        expression = "replace(" + expression + ", '" + letter + "', '" + bare + "')";
    }
    EXPECT_THAT(communes.returned("communes"),
                SameRowsAs(base.rows("SELECT code, " + expression + " FROM communes WHERE " + expression + " <> nom")))
        << "Les communes dont le nom a un accent ou une ligature, sans ceux-ci.";
}

TEST_F(SansAccents, OctetsNuls)
{
    const std::string number = std::to_string(random(100, 999));
    const auto run = program({"evaluer", call("'" + number + "' || char(0) || 'après'"), call("char(0)")});
    ASSERT_THAT(run, EndsWell()) << why(run, 2);
    const Table found = values(run);
    EXPECT_THAT(found, AreRowsInOrder({{number + std::string("\0apres", 6)}, {std::string(1, '\0')}}))
        << (any(found, number)
                ? "Le texte s'arrête à l'octet nul. Une adresse ne dit pas où finit le texte : sqlite3_value_bytes donne sa taille, et la taille du "
                  "résultat se donne aussi à SQLite (leçon 10, « Ajouter une fonction à SQL »)."
                : why(run, 2));
}

TEST_F(SansAccents, AutresTypes)
{
    const std::int64_t number = random(100, 999);
    const std::int64_t large = 9'007'199'254'740'993 + number;
    const auto run =
        program({"evaluer", call(literal("é")), call("NULL"), call(std::to_string(number)), call(std::to_string(large)),
                 call(std::to_string(number) + ".25"), call("x'C3A900FF'"), call("x''")});
    ASSERT_THAT(run, EndsWell()) << why(run, 7);
    const auto bytes = [](std::vector<int> all) {
        Blob blob;
        for (const int byte : all) {
            blob.push_back(static_cast<std::byte>(byte));
        }
        return blob;
    };
    const Table found = values(run);
    EXPECT_THAT(found, AreRowsInOrder({{"e"},
                                       {nullptr},
                                       {number},
                                       {large},
                                       {static_cast<double>(number) + 0.25},
                                       {bytes({0xC3, 0xA9, 0x00, 0xFF})},
                                       {bytes({})}}))
        << (!why(run, 7).empty() ? why(run, 7)
            : any(found, std::to_string(number))
                ? "Le nombre est devenu un texte : sqlite3_value_text convertit tout ce qu'on lui donne. Regardez d'abord sqlite3_value_type, et rendez les "
                  "autres types par sqlite3_result_value (leçon 10, « Ajouter une fonction à SQL »)."
            : any(found, "")
                ? "NULL, ou un BLOB vide, est devenu un texte vide : « on ne sait pas » n'est pas « rien d'écrit » (leçon 10, « Ajouter une fonction à "
                  "SQL »)."
                : "Ce qui n'est pas un texte est rendu tel quel, avec son type (leçon 10, « Ajouter une fonction à SQL »).");
}

TEST_F(SansAccents, ErreurSignalee)
{
    const std::string number = std::to_string(random(100, 999));
    const auto run = program({"evaluer", call("'avant é " + number + "'"), call("CAST(x'416CC3' AS TEXT)"),
                              call("CAST(x'FF' AS TEXT)"), call("'après é " + number + "'")});
    for (const std::size_t rank : {std::size_t{2}, std::size_t{3}}) {
        const auto caught = refused(run, rank);
        if (caught && caught->type != "SQLite::Exception") {
            ADD_FAILURE() << why(run, 4);
            return;
        }
    }
    ASSERT_THAT(run, EndsWell()) << why(run, 4);
    const Table found = values(run);
    ASSERT_THAT(found, AreRowsInOrder({{"avant e " + number}, {"exception"}, {"exception"}, {"apres e " + number}}))
        << (found.rows.size() == 4 && found.rows[1].front() == Value()
                ? "Le texte qui n'est pas de l'UTF-8 a donné NULL : l'erreur est passée sous silence. Dites-la à SQLite par sqlite3_result_error (leçon 10, « Une "
                  "exception ne traverse pas SQLite »)."
                : "Un texte qui n'est pas de l'UTF-8 fait échouer la requête, et elle seule (leçon 10, « Une exception ne traverse pas SQLite »).");
    for (const std::size_t rank : {std::size_t{2}, std::size_t{3}}) {
        const auto caught = refused(run, rank);
        EXPECT_THAT((Table{{"message"}, {{caught ? Value(caught->what) : Value()}}, {}}),
                    IsValue("ce texte n'est pas de l'UTF-8"))
            << "Le message de l'erreur SQL est celui de l'exception, ce que rend what() (leçon 10, « Une exception ne traverse pas SQLite »).";
    }
}

TEST_F(SansAccents, UnArgument)
{
    const auto run = program({"evaluer", call("'é'"), "sans_accents()", call("'é', 'è'")});
    // A call with one argument comes first: what happens there has nothing to do with the others.
    ASSERT_THAT(run, EndsWell())
        << (values(run).empty()
                ? why(run, 1)
                : "Sans argument, le tableau des arguments est vide : sa première case n'existe pas. Si la fonction n'accepte qu'un argument, SQLite refuse l'appel "
                  "sans vous le passer (leçon 10, « Ajouter une fonction à SQL »).");
    EXPECT_THAT(values(run), AreRowsInOrder({{"e"}, {"exception"}, {"exception"}}))
        << (refused(run, 1)
                ? why(run, 1)
                : "Enregistrée avec -1, une fonction accepte n'importe quel nombre d'arguments ; avec 1, SQLite refuse lui-même les autres appels (leçon "
                  "10, « Ajouter une fonction à SQL »).");
}

TEST_F(SansAccents, Index)
{
    const std::string number = std::to_string(random(100, 999));
    const Database base = fixture("INSERT INTO communes (code, nom, code_departement) VALUES ('29911', 'Plœmeur-" +
                                  number + "', '29'), ('29912', 'Ploemeur-" + number + "', '29')");
    const auto run = program({"index", base, "Ploemeur-" + number});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("index")) << why(run);
    EXPECT_THAT(run.returned("trouvees"), AreRowsInOrder({{"Ploemeur-" + number}, {"Plœmeur-" + number}}))
        << "On cherche « Ploemeur », sans accents, par l'index : les deux orthographes répondent.";
}
