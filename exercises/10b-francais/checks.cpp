// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using Francais = atelier::check::Exercise;
using namespace atelier::check;

namespace {

struct Letter {
    std::string composed;
    std::string decomposed;
    std::string base;
};

const std::vector<Letter>& letters()
{
    static const std::vector<Letter> all = [] {
        std::vector<Letter> made;
        const auto add = [&](std::vector<std::string> composed, const std::string& small, const std::string& capital,
                             const std::string& mark) {
            made.push_back({composed[0], small + mark, small});
            made.push_back({composed[1], capital + mark, small});
        };
        add({"à", "À"}, "a", "A", "\u0300");
        add({"â", "Â"}, "a", "A", "\u0302");
        add({"ä", "Ä"}, "a", "A", "\u0308");
        add({"ç", "Ç"}, "c", "C", "\u0327");
        add({"é", "É"}, "e", "E", "\u0301");
        add({"è", "È"}, "e", "E", "\u0300");
        add({"ê", "Ê"}, "e", "E", "\u0302");
        add({"ë", "Ë"}, "e", "E", "\u0308");
        add({"î", "Î"}, "i", "I", "\u0302");
        add({"ï", "Ï"}, "i", "I", "\u0308");
        add({"ô", "Ô"}, "o", "O", "\u0302");
        add({"ö", "Ö"}, "o", "O", "\u0308");
        add({"ù", "Ù"}, "u", "U", "\u0300");
        add({"û", "Û"}, "u", "U", "\u0302");
        add({"ü", "Ü"}, "u", "U", "\u0308");
        add({"ÿ", "Ÿ"}, "y", "Y", "\u0308");
        made.push_back({"œ", "œ", "oe"});
        made.push_back({"Œ", "Œ", "oe"});
        made.push_back({"æ", "æ", "ae"});
        made.push_back({"Æ", "Æ", "ae"});
        return made;
    }();
    return all;
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    for (std::size_t at = text.find(from); from != to && at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

std::string composed(std::string text)
{
    for (const Letter& letter : letters()) {
        text = replaced(text, letter.decomposed, letter.composed);
    }
    return text;
}

std::string key(const std::string& text)
{
    std::string result = composed(text);
    for (const Letter& letter : letters()) {
        result = replaced(result, letter.composed, letter.base);
    }
    for (char& c : result) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return result;
}

/// Negative, zero or positive, as the statement says.
int compare(const std::string& a, const std::string& b)
{
    const int order = key(a).compare(key(b));
    return order != 0 ? order : composed(a).compare(composed(b));
}

std::string text_of(const Row& row) { return row.front().text().value_or(""); }

/// The names, sorted as they should be; those that are equal keep their order.
std::vector<Row> sorted(std::vector<Row> rows)
{
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return compare(text_of(a), text_of(b)) < 0; });
    return rows;
}

/// A text as it is typed for the program.
std::string typed(const std::string& text)
{
    constexpr const char* digits = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0) {
            result += "\\0";
        } else if (byte >= 0x80 || c == '\\') {
            result += std::string("\\x") + digits[byte / 16] + digits[byte % 16];
        } else {
            result += c;
        }
    }
    return result;
}

std::string byte(int value) { return std::string(1, static_cast<char>(value)); }

struct Text {
    std::string bytes;
    std::string argument;
};

Text readable(const std::string& bytes) { return {bytes, bytes}; }
Text escaped(const std::string& bytes) { return {bytes, typed(bytes)}; }

std::vector<Argument> comparing(const std::vector<Text>& texts, const char* scenario = "comparer")
{
    std::vector<Argument> arguments{scenario};
    for (const Text& text : texts) {
        arguments.emplace_back(text.argument);
    }
    return arguments;
}

std::string sign(int order) { return order < 0 ? "<" : order > 0 ? ">" : "="; }

/// A text to the left, one to the right, by their places.
using Pair = std::pair<std::size_t, std::size_t>;

/// All pairs of different texts whose places are in [first, last), both ways.
std::vector<Pair> both_ways(std::size_t first, std::size_t last)
{
    std::vector<Pair> pairs;
    for (std::size_t i = first; i < last; ++i) {
        for (std::size_t j = first; j < i; ++j) {
            pairs.emplace_back(j, i);
            pairs.emplace_back(i, j);
        }
    }
    return pairs;
}

std::vector<Row> expected_of(const std::vector<Text>& texts, const std::vector<Pair>& pairs)
{
    std::vector<Row> rows;
    for (const auto& [i, j] : pairs) {
        rows.push_back({texts[i].argument, sign(compare(texts[i].bytes, texts[j].bytes)), texts[j].argument});
    }
    return rows;
}

/// What the program answered to these pairs.
Table answers(const Execution& run, const std::vector<Text>& texts, const std::vector<Pair>& pairs)
{
    const Table all = run.returned("comparaisons");
    Table table{{"à gauche", "ordre", "à droite"}, {}, {}};
    for (const auto& [i, j] : pairs) {
        if (const std::size_t at = i * texts.size() + j; at < all.rows.size() && all.rows[at].size() == 3) {
            table.rows.push_back(all.rows[at]);
        }
    }
    return table;
}

/// What is known of the mistake behind a bad ending.
std::string why(const Execution& run)
{
    for (const char* scenario : {"trier", "comparer", "serrer", "indexer", "chercher"}) {
        const auto caught = run.exception(scenario);
        if (caught && caught->what.find("no such collation") != std::string::npos) {
            return "SQLite ne connaît pas d'ordre FRANCAIS sur cette connexion : enregistrez-le sous ce nom (leçon 10, « Ajouter un ordre de tri »).";
        }
        if (caught && caught->type != "SQLite::Exception") {
            return "Une exception C++ (" + caught->type +
                   ") est sortie de votre fonction de comparaison, et a traversé le code C de SQLite (leçon 10, « Une exception ne traverse pas "
                   "SQLite »). Une comparaison répond toujours.";
        }
    }
    if (run.ending() == Ending::sanitizer && run.err().find("overflow") != std::string::npos) {
        return "Votre fonction lit au-delà du texte. SQLite en donne la taille, et rien ne marque sa fin : ni strlen, ni une std::string faite de "
               "l'adresse seule (leçon 10, « Ajouter un ordre de tri »).";
    }
    if (run.err().find("terminate called") != std::string::npos) {
        return "Une exception est sortie de votre fonction de comparaison : elle a traversé le code C de SQLite, ou s'est heurtée à un noexcept, qui "
               "arrête le programme (leçon 10, « Une exception ne traverse pas SQLite »). Une comparaison répond toujours.";
    }
    return {};
}

/// What the answers to these pairs tell; `otherwise` when they tell nothing.
std::string about(const Execution& run, const std::vector<Text>& texts, const std::vector<Pair>& pairs,
                  const std::string& otherwise)
{
    const auto obtained = [&](std::size_t i, std::size_t j) {
        const Table one = answers(run, texts, {{i, j}});
        return one.rows.empty() ? std::string() : one.rows.front()[1].text().value_or("");
    };
    for (const auto& [i, j] : pairs) {
        const std::string pair = "« " + texts[i].argument + " » et « " + texts[j].argument + " »";
        const std::string there = obtained(i, j);
        const std::string back = obtained(j, i);
        const bool opposite = there == "<" ? back == ">" : there == ">" ? back == "<" : there == back;
        if (there == "< et >" || !opposite) {
            return "Pour " + pair +
                   ", la réponse dépend du sens dans lequel on les compare. Le résultat est négatif, nul ou positif, et change de signe "
                   "quand on échange les deux textes ; un booléen n'y suffit pas (leçon 10, « Un ordre doit être total »).";
        }
        const bool same = compare(texts[i].bytes, texts[j].bytes) == 0;
        if (same && there != "=") {
            return "Ces deux textes s'affichent de la même façon, et ne diffèrent que par la forme, composée ou décomposée : " +
                   pair +
                   " sont égaux. Comparez les formes composées, et non les octets reçus (leçon 10, « Deux formes pour un même texte »).";
        }
        if (!same && there == "=") {
            return "Ce ne sont pas les mêmes textes, et votre fonction les dit égaux : " + pair +
                   ". Un index UNIQUE refuserait le second (leçon 10, « Un ordre doit être total »).";
        }
    }
    return otherwise;
}

/// Texts that any answer to task 1 sorts: the other points are for orders of French, not for any order.
const std::vector<Text>& simple_texts()
{
    static const std::vector<Text> texts = {readable("Alice"), readable("Émile"), readable("Zoé")};
    return texts;
}

constexpr const char* task_1_first =
    "Avant les cas difficiles, Alice vient avant Émile, et Émile avant Zoé : voyez d'abord la tâche 1.";

std::string about_order(const Table& found)
{
    std::vector<std::string> names;
    for (const Row& row : found.rows) {
        names.push_back(text_of(row));
    }
    const auto place = [&](const std::string& prefix) {
        return std::find_if(names.begin(), names.end(), [&](const std::string& n) { return n.rfind(prefix, 0) == 0; }) -
               names.begin();
    };
    if (place("Zoé") < place("Odile") && place("Odile") < place("Alice")) {
        return "L'ordre est à l'envers : le résultat est négatif quand le premier texte vient avant le second (leçon 10, « Ajouter un ordre de tri »).";
    }
    if (place("Émile") > place("Zoé") || place("élodie") > place("Zoé")) {
        return "Une lettre accentuée est passée après le z : ce sont les octets du texte qui ont été comparés, et ceux de « é » sont plus grands que ceux de l'ASCII (leçon "
               "10, « Ce que SQLite sait du français »).";
    }
    if (place("bob") > place("Zoé")) {
        return "« bob » est passé après toutes les majuscules : la clé ne les distingue pas des minuscules (leçon 10, « Ajouter un ordre de tri »).";
    }
    if (place("Œdipe") < place("Odile") || place("Œdipe") > place("Ophélie")) {
        return "« Œ » se range comme « oe », entre « Odile » et « Ophélie » (leçon 10, « Ajouter un ordre de tri »).";
    }
    return "Les noms se rangent d'abord par leur clé, sans accents ni majuscules (leçon 10, « Ajouter un ordre de tri »).";
}

}  // namespace

TEST_F(Francais, OrdreAlphabetique)
{
    const Database base = fixture();
    const auto run = program({"trier", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = run.returned("ordre");
    ASSERT_THAT(found, AreRowsInOrder(sorted(base.rows("SELECT nom FROM habitants ORDER BY id").rows)))
        << about_order(found);

    // Each letter between two texts that begin with what it is sorted as; no two keys are equal.
    std::string all;
    int rank = 10;
    for (const Letter& letter : letters()) {
        const std::string number = std::to_string(rank++);
        all += (all.empty() ? "('" : ", ('") + letter.composed + number + "b'), ('" + letter.base + number + "a'), ('" +
               letter.base + number + "c')";
    }
    const Database other =
        fixture("DELETE FROM habitants; INSERT INTO habitants (nom) VALUES " + all + ", ('Z'), ('zz'), ('€'), ('ñ')",
                "lettres.db");
    const auto second = program({"trier", other});
    ASSERT_THAT(second, EndsWell()) << why(second);
    const Table letters_found = second.returned("ordre");
    const std::string first = letters_found.rows.empty() ? "" : text_of(letters_found.rows.front());
    EXPECT_THAT(letters_found, AreRowsInOrder(sorted(other.rows("SELECT nom FROM habitants ORDER BY id").rows)))
        << (first == "€" || first == "ñ"
                ? "« " + first +
                      " » est passé avant les lettres de l'ASCII, alors que ses octets sont plus grands : un char peut être négatif. Comparez des unsigned char, comme le font "
                      "std::string::compare et std::memcmp (leçon 10, « Ajouter un ordre de tri »)."
                : std::string(
                      "Chaque lettre de `lettres`, majuscules comprises, se range comme sa lettre de base ; le reste, d'après ses octets (leçon 10, « Ajouter un "
                      "ordre de tri »)."));
}

TEST_F(Francais, Departage)
{
    const std::string number = std::to_string(random(100, 999));
    std::vector<Text> texts = simple_texts();
    const std::size_t from = texts.size();
    for (const char* word : {"cote", "coté", "côte", "Côté", "Cote", "COTE"}) {
        texts.push_back(readable(word + number));
    }
    const auto run = program(comparing(texts));
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(answers(run, texts, {{0, 1}, {1, 2}}), AreRowsInOrder(expected_of(texts, {{0, 1}, {1, 2}})))
        << about(run, texts, {{0, 1}, {1, 2}}, task_1_first);
    const std::vector<Pair> pairs = both_ways(from, texts.size());
    EXPECT_THAT(answers(run, texts, pairs), AreRowsInOrder(expected_of(texts, pairs))) << about(
        run, texts, pairs,
        "À clé égale, ce sont les formes composées qui départagent, octet par octet (leçon 10, « Un ordre doit être total »).");
}

TEST_F(Francais, FormesEquivalentes)
{
    const std::string number = std::to_string(random(100, 999));
    std::vector<Text> texts = simple_texts();
    std::vector<Pair> pairs;
    const auto add = [&](const std::string& one, const std::string& other) {
        pairs.emplace_back(texts.size(), texts.size() + 1);
        pairs.emplace_back(texts.size() + 1, texts.size());
        texts.push_back(readable(one));
        texts.push_back(escaped(other));
    };
    add("Émile" + number, "E\u0301mile" + number);
    add("Zoé" + number, "Zoe\u0301" + number);
    add("François" + number, "Franc\u0327ois" + number);
    const auto run = program(comparing(texts));
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(answers(run, texts, {{0, 1}, {1, 2}}), AreRowsInOrder(expected_of(texts, {{0, 1}, {1, 2}})))
        << about(run, texts, {{0, 1}, {1, 2}}, task_1_first);
    ASSERT_THAT(answers(run, texts, pairs), AreRowsInOrder(expected_of(texts, pairs)))
        << about(run, texts, pairs,
                 "Les deux formes d'une même lettre sont égales (leçon 10, « Deux formes pour un même texte »).");

    texts.clear();
    pairs.clear();
    for (const Letter& letter : letters()) {
        if (letter.composed != letter.decomposed) {
            add(letter.composed, letter.decomposed);
        }
    }
    const auto all = program(comparing(texts));
    ASSERT_THAT(all, EndsWell()) << why(all);
    EXPECT_THAT(answers(all, texts, pairs), AreRowsInOrder(expected_of(texts, pairs)))
        << "Les deux formes de chaque lettre de `lettres` sont égales, majuscules comprises (leçon 10, « Deux formes pour un même texte »).";
}

TEST_F(Francais, LongueurRespectee)
{
    const std::string number = std::to_string(random(100, 999));
    std::vector<Text> texts = simple_texts();
    const std::size_t from = texts.size();
    for (const std::string& word : {std::string("Anne"), std::string("Annette"), "Anne" + number, std::string()}) {
        texts.push_back(readable(word));
    }
    const auto run = program(comparing(texts, "serrer"));
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(answers(run, texts, {{0, 1}, {1, 2}}), AreRowsInOrder(expected_of(texts, {{0, 1}, {1, 2}})))
        << about(run, texts, {{0, 1}, {1, 2}}, task_1_first);
    const std::vector<Pair> pairs = both_ways(from, texts.size());
    EXPECT_THAT(answers(run, texts, pairs), AreRowsInOrder(expected_of(texts, pairs))) << about(
        run, texts, pairs,
        "Quand un texte est le début de l'autre, le plus court vient avant (leçon 10, « Ajouter un ordre de tri »).");
}

TEST_F(Francais, OctetsQuelconques)
{
    const std::string number = std::to_string(random(100, 999));
    std::vector<Text> texts = simple_texts();
    const std::size_t from = texts.size();
    for (const std::string& bytes :
         {"a" + number, "a" + number + std::string("\0b", 2), "a" + number + std::string("\0c", 2),
          "a" + number + std::string("\0Z", 2), byte(0xFF), "b" + byte(0xC3), byte(0xA9), "d" + byte(0xCC)}) {
        texts.push_back(escaped(bytes));
    }
    const auto run = program(comparing(texts));
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(answers(run, texts, {{0, 1}, {1, 2}}), AreRowsInOrder(expected_of(texts, {{0, 1}, {1, 2}})))
        << about(run, texts, {{0, 1}, {1, 2}}, task_1_first);
    const std::vector<Pair> pairs = both_ways(from, texts.size());
    EXPECT_THAT(answers(run, texts, pairs), AreRowsInOrder(expected_of(texts, pairs))) << about(
        run, texts, pairs,
        "Un octet nul, ou qui n'est d'aucun caractère, compte comme les autres (leçon 10, « Ajouter un ordre de tri »).");
}

TEST_F(Francais, Index)
{
    const Database base = fixture("DELETE FROM habitants");
    std::vector<Row> rows;
    std::vector<Argument> indexing{"indexer", base};
    std::vector<Argument> searching{"chercher", base};
    std::vector<Row> counts;
    for (int i = 0; i < 10; ++i) {
        const std::string number = std::to_string(100 * i + random(0, 99));
        for (const char* word : {"alice", "Zoé", "Bob", "Émile", "zoo", "Eva", "ève", "Bo"}) {
            const std::string name = word + number;
            rows.push_back({name});
            indexing.emplace_back(name);
            searching.emplace_back(name);
            counts.push_back({name, 1});
        }
    }
    searching.emplace_back("Personne");
    counts.push_back({"Personne", 0});
    const auto making = program(indexing);
    ASSERT_THAT(making, EndsWell()) << why(making);
    const auto run = program(searching);
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run.returned("trouves"), AreRowsInOrder(counts))
        << "Chaque nom est dans la table, une fois, et l'index ne le retrouve pas. Il range les noms une fois pour toutes, en les comparant deux à deux : si vos "
           "réponses se contredisent (a avant b, b avant c, c avant a), il s'y perd (leçon 10, « Un ordre doit être total »).";
    ASSERT_THAT(run.returned("examen"), IsValue("ok"))
        << "SQLite lui-même ne s'y retrouve plus dans cet index (leçon 10, « Un ordre doit être total »).";
    EXPECT_THAT(run.returned("index"), AreRowsInOrder(sorted(rows)))
        << "L'index range les noms dans un autre ordre que celui de l'énoncé : voyez la tâche 1 (leçon 10, « Ajouter un ordre de tri »).";
}
