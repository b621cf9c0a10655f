// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

using Chercher = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr std::int64_t two_to_the_32 = std::int64_t{1} << 32U;

std::vector<Argument> call(const Database& base, const std::vector<std::int64_t>& ids)
{
    std::vector<Argument> arguments{Argument("chercher"), Argument(base)};
    arguments.insert(arguments.end(), ids.begin(), ids.end());
    return arguments;
}

/// What was answered: the id asked, « trouvé » or « personne », then the fields.
Table answers(const Execution& run)
{
    Table found = run.returned("reponse");
    found.columns = {"cherché", "réponse", "id", "nom", "age"};
    return found;
}

/// What the table of `base` says of each of these ids.
std::vector<Row> truth(const Database& base, const std::vector<std::int64_t>& ids)
{
    std::vector<Row> expected;
    for (const std::int64_t id : ids) {
        const Table row = base.rows("SELECT id, nom, age FROM utilisateurs WHERE id = ?", {id});
        expected.push_back(row.empty() ? Row{id, "personne", nullptr, nullptr, nullptr} : Row{id, "trouvé"});
        if (!row.empty()) {
            expected.back().insert(expected.back().end(), row.rows.front().begin(), row.rows.front().end());
        }
    }
    return expected;
}

/// The answer for `id`, the first time it was asked; no values when it was not.
Row answer(const Table& found, std::int64_t id)
{
    const auto row =
        std::find_if(found.rows.begin(), found.rows.end(), [&](const Row& r) { return r.front() == Value(id); });
    return row == found.rows.end() ? Row(5) : *row;
}

bool all(const Table& found, const char* word)
{
    return !found.empty() &&
           std::all_of(found.rows.begin(), found.rows.end(), [&](const Row& row) { return row.at(1) == Value(word); });
}

/// What is known of the mistake behind an exception.
std::string why(const Execution& run)
{
    const auto caught = run.exception("chercher");
    if (!caught) {
        return {};
    }
    if (caught->what.find("No row to get a column from") != std::string::npos) {
        return "getColumn a été appelée alors que la requête n'était sur aucune ligne. Appelez executeStep() d'abord, et regardez ce qu'elle rend : faux, "
               "c'est qu'il n'y a personne (leçon 4, « Une ligne, ou aucune »).";
    }
    if (caught->what.find("Column index out of range") != std::string::npos) {
        return "Les colonnes d'un résultat se comptent à partir de 0, et les marqueurs à partir de 1 (leçon 4, « Lire une valeur »).";
    }
    if (caught->code == 25) {
        return "Le code 25 (« column index out of range ») dit que vous avez lié une position qui n'existe pas : les marqueurs se comptent à partir "
               "de 1, et '?' entre apostrophes n'en est pas un (leçon 3, « Quand ça se passe mal »).";
    }
    if (caught->what.find("exec() does not expect results") != std::string::npos) {
        return "exec() est faite pour les instructions qui ne rendent pas de ligne. Un SELECT s'exécute pas à pas, avec executeStep() "
               "(leçon 4, « Avancer d'une ligne »).";
    }
    if (caught->what.find("reseted") != std::string::npos) {
        return "« Statement needs to be reseted » : executeStep() a été appelée une fois de trop, après avoir rendu faux. Un seul appel dit s'il y a une ligne, "
               "et s'y place (leçon 4, « Une ligne, ou aucune »).";
    }
    if (caught->code == 21) {
        return "Le code 21 dit que la requête a déjà été exécutée : il faut reset() avant de la lier ou de l'exécuter de nouveau (leçon 3, « Une requête, "
               "plusieurs exécutions »).";
    }
    return {};
}

std::string or_else(const std::string& remark, const std::string& otherwise)
{
    return remark.empty() ? otherwise : remark;
}

/// What the answers tell of the mistake, when it is one that shows on any table; else nothing.
std::string about(const Execution& run, const Table& found)
{
    if (all(found, "personne")) {
        return run.trace().count("SELECT") == 0 && run.trace().count_prepared("SELECT") > 0
                   ? "Vous répondez toujours « personne », et la requête n'a jamais été exécutée : préparer et lier ne suffisent pas, c'est "
                     "executeStep() qui la lance (leçon 4, « Une ligne, ou aucune »)."
                   : "Vous répondez toujours « personne ». Le marqueur a-t-il reçu l'id ? Et si executeStep() est appelé deux fois, le second appel a déjà dépassé "
                     "l'unique ligne (leçon 4, « Une ligne, ou aucune »).";
    }
    if (found.rows.size() > 1 && all(found, "trouvé") &&
        std::all_of(found.rows.begin(), found.rows.end(),
                    [&](const Row& row) { return row.at(2) == found.rows.front().at(2); })) {
        return "Vous rendez toujours le même habitant : la requête ne tient pas compte de l'id demandé. Il lui faut « WHERE id = ? », et un id lié "
               "(leçon 4, « Une ligne, ou aucune »).";
    }
    return {};
}

}  // namespace

TEST_F(Chercher, Trouve)
{
    const std::int64_t age = random(18, 90);
    const Database base = fixture("INSERT INTO utilisateurs VALUES (5, 'L''Haÿ', " + std::to_string(age) +
                                  "), (6, 'Zoé, dite \"la Belle\"', " + std::to_string(age + 1) + ");");
    const std::vector<std::int64_t> ids{2, 5, 1, 6, 5};
    const auto run = program(call(base, ids));
    ASSERT_THAT(run, EndsWell()) << why(run);
    EXPECT_THAT(answers(run), AreRowsInOrder(truth(base, ids))) << or_else(
        about(run, answers(run)),
        "Chacun de ces id est celui d'un habitant : rendez son id, son nom et son âge (leçon 4, « Une ligne, ou aucune »).");
}

TEST_F(Chercher, Absent)
{
    const Database base = fixture("DELETE FROM utilisateurs WHERE id BETWEEN 3 AND 9;");
    // Somebody who is there shows that « personne » is not the only answer.
    const std::vector<std::int64_t> ids{1, 3, 0, -1, random(1000, 9999), 2};
    const auto run = program(call(base, ids));
    ASSERT_THAT(run, EndsWell()) << or_else(
        why(run), run.exception("chercher")
                      ? "Ne trouver personne n'est pas une erreur : la fonction rend alors std::nullopt (tâche 2)."
                      : "");
    const Table found = answers(run);
    const Row for_three = answer(found, 3);
    EXPECT_THAT(found, AreRowsInOrder(truth(base, ids)))
        << (for_three.at(1) == Value("trouvé") && for_three.at(2) == Value(0) && for_three.at(3) == Value("")
                ? "L'id 3 n'est à personne, et vous avez rendu un Utilisateur tout neuf, d'id 0 et sans nom. « Personne » se dit std::nullopt (leçon 4, « Une "
                  "ligne, ou aucune »)."
            : for_three.at(1) == Value("trouvé") && for_three.at(2) == Value(3)
                ? "L'id 3 n'est à personne, et vous avez rendu un habitant de ce numéro : c'est executeStep() qui dit s'il existe (leçon 4, « Une ligne, ou "
                  "aucune »)."
            : for_three.at(1) == Value("trouvé") && for_three.at(2).integer()
                ? "L'id 3 n'est à personne, et vous avez rendu quelqu'un d'autre (leçon 4, « Une ligne, ou aucune »)."
                : or_else(
                      about(run, found),
                      "Un id qui n'est à personne donne un std::optional vide, les autres un habitant (leçon 4, « Une ligne, ou "
                      "aucune »)."));

    const Database empty = fixture("DELETE FROM utilisateurs;", "vide.db");
    const auto nobody = program(call(empty, {1}));
    ASSERT_THAT(nobody, EndsWell()) << or_else(
        why(nobody), "La table est vide : personne n'a l'id 1, et ce n'est pas une erreur (tâche 2).");
    EXPECT_THAT(answers(nobody), AreRowsInOrder(truth(empty, {1}))) << "La table est vide : personne n'a l'id 1.";
}

TEST_F(Chercher, ZeroVideEtNull)
{
    const std::int64_t age = random(18, 90);
    const Database base =
        fixture("DELETE FROM utilisateurs; INSERT INTO utilisateurs VALUES (10, 'Ada', " + std::to_string(age) +
                "), (11, 'Zoé', NULL), (12, 'Léa', 0), (13, '', 40), (0, 'Basile', 41), (-2, '', NULL);");
    const std::vector<std::int64_t> ids{10, 11, 12, 13, 0, -2};
    const auto run = program(call(base, ids));
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = answers(run);
    EXPECT_THAT(found, AreRowsInOrder(truth(base, ids)))
        << (!about(run, found).empty() ? about(run, found)
            : answer(found, 11).at(4) == Value(0)
                ? "Zoé a maintenant 0 an : lu comme un nombre, NULL donne 0. Demandez d'abord isNull() (leçon 4, « NULL à la lecture »)."
            : answer(found, 11).at(4) == Value(age)
                ? "Zoé a reçu l'âge d'Ada, cherchée juste avant : remplissez un Utilisateur neuf à chaque appel (leçon 4, « Une ligne, ou aucune »)."
            : answer(found, 12).at(1) == Value("trouvé") && answer(found, 12).at(4).is_null() &&
                    answer(found, 10).at(4) == Value(age)
                ? "Léa a 0 an, et son âge est connu : 0 n'est pas NULL. C'est isNull() qui fait la différence (leçon 4, « NULL à la lecture »)."
            : answer(found, 11).at(1) == Value("personne") && answer(found, 10).at(1) == Value("trouvé")
                ? "Zoé est bien dans la table : ne pas connaître son âge n'empêche pas de la trouver (tâche 3)."
            : answer(found, 13).at(1) == Value("personne") && answer(found, 10).at(1) == Value("trouvé")
                ? "L'habitant 13 est bien dans la table, avec un nom vide : c'est executeStep() qui dit s'il existe, pas son nom (tâche 3)."
            : answer(found, 0).at(1) == Value("personne") && answer(found, 10).at(1) == Value("trouvé")
                ? "L'habitant d'id 0 est bien dans la table : c'est executeStep() qui dit s'il existe, pas la valeur de son id (tâche 3)."
                : "Âge NULL : std::optional vide. Âge 0, nom vide, id 0 : des valeurs comme les autres (tâche 3).");
}

TEST_F(Chercher, GrandsId)
{
    const std::int64_t large = 3'000'000'000 + random(1, 1'000'000);
    const std::int64_t beyond = std::int64_t{9'007'199'254'740'993} + 2 * random(0, 1000);
    const Database base = fixture("INSERT INTO utilisateurs VALUES (" + std::to_string(large) + ", 'Doyenne', 104), (" +
                                  std::to_string(beyond) + ", 'Benjamine', 1);");
    // Three of these are nobody's, but their 32 low bits, or their double, are somebody's.
    const std::vector<std::int64_t> ids{large, beyond, two_to_the_32 + 1, two_to_the_32 + 2, beyond - 1, 1};
    const auto run = program(call(base, ids));
    ASSERT_THAT(run, EndsWell()) << or_else(
        why(run), run.exception("chercher")
                      ? "Trois de ces id ne sont à personne, et ce n'est pas une erreur : voyez d'abord la tâche 2."
                      : "");
    const Table found = answers(run);
    const Row wrapped = answer(found, two_to_the_32 + 1);
    const Row number_one = answer(found, 1);
    // An answer may give back the id that it was asked: the name tells whose row it is.
    const bool cut = wrapped.at(1) == Value("trouvé") && number_one.at(1) == Value("trouvé") &&
                     wrapped.at(3) == number_one.at(3) && wrapped.at(4) == number_one.at(4);
    EXPECT_THAT(found, AreRowsInOrder(truth(base, ids)))
        << (!about(run, found).empty() ? about(run, found)
            : wrapped.at(1) == Value("trouvé") && !cut
                ? "Trois de ces id ne sont à personne : voyez d'abord la tâche 2 (leçon 4, « Une ligne, ou aucune »)."
            : cut
                ? "4 294 967 297 a donné l'habitant numéro 1 : réduit à 32 bits, ce nombre vaut 1. L'id est passé par un int avant d'être lié (leçon 3, « Quel "
                  "identifiant la ligne a-t-elle reçu ? »)."
            : answer(found, large).at(1) == Value("trouvé") &&
                    answer(found, large).at(2) == Value(std::int64_t{static_cast<std::int32_t>(large)})
                ? "L'habitant est trouvé, mais son id n'a gardé que 32 bits : getInt() rend un int, il fallait getInt64() (leçon 4, « Lire une valeur »)."
            : answer(found, large).at(1) == Value("personne") && answer(found, 1).at(1) == Value("trouvé")
                ? "Un habitant au grand id n'est pas trouvé : son id est-il lié en entier, comme std::int64_t ? (leçon 3, « Quel identifiant la ligne "
                  "a-t-elle reçu ? »)"
                : "Un id occupe 64 bits, signe compris : ni int ni double en chemin (leçon 4, « Le type d'une valeur »).");
}

TEST_F(Chercher, TexteConstant)
{
    const Database base = fixture();
    const auto texts = [&](const std::vector<std::int64_t>& ids) {
        const auto run = program(call(base, ids));
        EXPECT_THAT(run, EndsWell()) << why(run);
        std::set<std::string> distinct;
        for (const Statement& statement : run.trace().statements) {
            distinct.insert(statement.sql);
        }
        return distinct;
    };
    const std::set<std::string> few = texts({1});
    const std::set<std::string> many = texts({1, 2, 4});
    ASSERT_THAT((Table{{"des requêtes ont été exécutées"}, {{!few.empty()}}, {}}), IsValue(1))
        << "Aucune requête n'a été exécutée : voyez d'abord la tâche 1.";
    EXPECT_THAT((Table{{"textes SQL différents"}, {{std::int64_t(many.size())}}, {}}),
                IsValue(std::int64_t(few.size())))
        << "Attendu : le nombre de textes SQL différents pour un id. Obtenu : pour trois. Le texte SQL dépend de l'id : liez-le à un marqueur "
           "(leçon 3, « Coller les morceaux : le piège »).";
}
