// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

using InsererTous = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* everyone = "SELECT nom, age FROM utilisateurs";

using People = std::vector<std::pair<std::string, std::optional<std::int64_t>>>;

std::vector<Argument> call(const Database& base, const People& people)
{
    std::vector<Argument> arguments{Argument("inserer"), Argument(base)};
    for (const auto& [name, age] : people) {
        arguments.emplace_back(name);
        arguments.emplace_back(age ? std::to_string(*age) : "-");
    }
    return arguments;
}

void append(std::vector<Row>& rows, const People& people)
{
    for (const auto& [name, age] : people) {
        const std::size_t mark = name.find("\\0");  // what the program reads as a NUL
        const std::string stored =
            mark == std::string::npos ? name : name.substr(0, mark) + std::string(1, '\0') + name.substr(mark + 2);
        rows.push_back({stored, age ? Value(*age) : Value()});
    }
}

/// What is known of the mistake behind an exception.
std::string why(const Execution& run)
{
    const auto caught = run.exception("inserer");
    if (caught && caught->code == 21) {
        return "Le code 21 (« bad parameter or other API misuse », « Statement needs to be reseted ») dit que la requête a été liée ou "
               "exécutée une deuxième fois sans reset() (leçon 3, « Une requête, plusieurs exécutions »).";
    }
    if (caught && caught->what.find("UNIQUE constraint failed: utilisateurs.id") != std::string::npos) {
        return "Cet id est déjà pris. Le champ id de l'Utilisateur ne s'insère pas : ne citez que nom et age dans l'INSERT, et SQLite choisit "
               "l'id (leçon 3, « La même chose avec SQLiteCpp »).";
    }
    if (caught && caught->code == 25) {
        return "Le code 25 (« column index out of range ») dit que vous avez lié une position qui n'existe pas : les positions "
               "commencent à 1, et '?' entre apostrophes n'est pas un marqueur (leçon 3, « Quand ça se passe mal »).";
    }
    if (caught && caught->type == "std::bad_optional_access") {
        return "Vous avez demandé sa valeur à un std::optional qui n'en a pas : vérifiez d'abord qu'il en contient une (leçon 3, « NULL, "
               "ou l'absence de valeur »).";
    }
    return {};
}

/// The age stored for `name`.
Value age_of(const Database& base, const std::string& name)
{
    return base.rows("SELECT age FROM utilisateurs WHERE nom = ?", {name}).only();
}

/// What the trace and the rows tell of a missing person; `otherwise` when they tell nothing.
std::string about(const Execution& run, const Table& found, const People& people, const std::string& otherwise)
{
    const auto has = [&](const std::string& name) {
        return std::any_of(found.rows.begin(), found.rows.end(),
                           [&](const Row& row) { return row.front() == Value(name); });
    };
    const Trace& trace = run.trace();
    if (has(people.back().first)) {
        return otherwise;
    }
    if (trace.count("INSERT") > 0 &&
        (trace.closed_in_transaction || (trace.rollbacks > 0 && trace.count("BEGIN") + trace.count("SAVEPOINT") > 0))) {
        return "L'instruction a été exécutée, puis annulée : une transaction ouverte n'a pas été validée (commit).";
    }
    if (people.size() > 1 ? has(people.front().first) : trace.count("INSERT") == 0) {
        return "Le dernier habitant de la liste manque. Si votre boucle s'arrête à us.size() - 1, elle l'oublie ; si elle ne l'oublie pas, "
               "vérifiez que exec() est appelé pour chacun (leçon 3, « Une requête, plusieurs exécutions »).";
    }
    return otherwise;
}

}  // namespace

TEST_F(InsererTous, ChaqueHabitant)
{
    const Database base = fixture();
    std::vector<Row> expected = base.rows(everyone).rows;
    const std::int64_t age = random(18, 60);
    const People alone = {{"Ada Martin", age}};
    const auto first = program(call(base, alone));
    ASSERT_THAT(first, EndsWell()) << why(first);
    append(expected, alone);
    const Table after_one = base.rows(everyone);
    ASSERT_THAT(after_one, AreRows(expected)) << about(
        first, after_one, alone,
        after_one.rows.size() + 1 == expected.size() && first.trace().count("INSERT") == 0 &&
                first.trace().count_prepared("INSERT") > 0
            ? "Aucune ligne n'a été ajoutée : préparer et lier n'exécutent rien, c'est exec() qui lance la requête (leçon 3, « La même "
              "chose avec SQLiteCpp »)."
            : "Une liste d'un habitant ajoute une ligne, avec son nom et son âge.");

    const People people = {{"Alice", age + 1},         {"L'Haÿ", age + 2},
                           {"Bob", age + 3},           {"x'); DROP TABLE utilisateurs;--", age + 4},
                           {"avant\\0après", age + 6}, {"", age + 5}};
    const auto second = program(call(base, people));
    ASSERT_THAT(second, EndsWell()) << why(second);
    append(expected, people);
    const Table found = base.rows(everyone);
    EXPECT_THAT(found, AreRows(expected)) << about(
        second, found, people,
        age_of(base, "avant") == Value(age + 6)
            ? "Un nom s'arrête à l'octet nul : c_str() est une adresse sans longueur. Donnez à bind() la std::string elle-même (leçon 3, "
              "« Quand ça se passe mal »)."
            : "Une ligne par habitant, de la première à la dernière. Si un même nom revient plusieurs fois, la requête a été exécutée de "
              "nouveau sans avoir reçu les nouvelles valeurs (leçon 3, « Une requête, plusieurs exécutions »).");
}

TEST_F(InsererTous, ListeVide)
{
    const Database base = fixture();
    const std::vector<Row> expected = base.rows(everyone).rows;
    const auto run = program(call(base, {}));
    ASSERT_THAT(run, EndsWell())
        << "La liste donnée était vide : us.front() et us[0] n'existent pas, et us.size() - 1 est un très grand "
           "nombre. Une boucle for (const Utilisateur& u : us) n'a pas ce souci.";
    ASSERT_THAT(base.rows(everyone), AreRows(expected)) << "La liste était vide : il n'y avait rien à ajouter.";

    // Nothing added for nothing is only an achievement for an answer that adds something.
    const auto one = program(call(base, {{"Ada Martin", 36}}));
    ASSERT_THAT(one, EndsWell()) << why(one);
    EXPECT_THAT(base.rows("SELECT count(*) FROM utilisateurs WHERE nom = 'Ada Martin'"), IsValue(1))
        << "La liste vide n'ajoute rien, mais une liste d'un habitant non plus : voyez d'abord la tâche 1.";
}

TEST_F(InsererTous, AgeAbsent)
{
    const Database base = fixture();
    std::vector<Row> expected = base.rows(everyone).rows;
    const std::int64_t age = random(18, 60);
    // Absent first: no earlier value can be left in the statement.
    const People people = {{"Ada Martin", std::nullopt}, {"Basile", std::nullopt}, {"Chloé", age}};
    const auto run = program(call(base, people));
    ASSERT_THAT(run, EndsWell()) << why(run);
    append(expected, people);
    EXPECT_THAT(base.rows(everyone), AreRows(expected)) << about(
        run, base.rows(everyone), people,
        age_of(base, "Ada Martin") == Value(0)
            ? "Ada a maintenant 0 an : value_or(0) remplace « on ne sait pas » par un âge. Un âge absent se lie avec bind(2), sans "
              "valeur (leçon 3, « NULL, ou l'absence de valeur »)."
        : age_of(base, "Ada Martin").text()
            ? "L'âge absent est devenu un texte : NULL est une valeur à part, pas le mot 'NULL' (leçon 3, « NULL, ou l'absence de valeur »)."
            : "Un habitant sans âge a quand même sa ligne, avec NULL dans age (leçon 3, « NULL, ou l'absence de valeur »).");
}

TEST_F(InsererTous, AbsentApresUnAge)
{
    const Database base = fixture();
    std::vector<Row> expected = base.rows(everyone).rows;
    const std::int64_t age = random(18, 60);
    const People people = {{"Alice", age},
                           {"Zoé Martin", std::nullopt},
                           {"Bob", age + 10},
                           {"Ada Martin", std::nullopt},
                           {"Basile", std::nullopt}};
    const auto run = program(call(base, people));
    ASSERT_THAT(run, EndsWell()) << why(run);
    append(expected, people);
    EXPECT_THAT(base.rows(everyone), AreRows(expected)) << about(
        run, base.rows(everyone), people,
        age_of(base, "Zoé Martin") == Value(age)
            ? "Zoé a reçu l'âge d'Alice : reset() garde les valeurs liées. Liez NULL avec bind(2), ou oubliez tout avec clearBindings() "
              "(leçon 3, « Une requête, plusieurs exécutions »)."
            : "Un âge absent est NULL, quel que soit l'habitant qui précède (leçon 3, « NULL, ou l'absence de valeur »).");
}

TEST_F(InsererTous, UneSeulePreparation)
{
    const std::int64_t age = random(18, 60);
    People many;
    for (int i = 0; i < 10; ++i) {
        const std::string rank = std::to_string(i);
        many.insert(many.end(),
                    {{"Alice-" + rank, age + i}, {"Zoé-" + rank, std::nullopt}, {"Bob-" + rank, age + 2 * i}});
    }
    const People few(many.begin(), many.begin() + 3);
    const Database small = fixture({}, "petite.db");
    const Database large = fixture({}, "grande.db");
    const auto before = static_cast<std::int64_t>(large.rows(everyone).rows.size());
    const auto short_run = program(call(small, few));
    ASSERT_THAT(short_run, EndsWell()) << why(short_run);
    const auto long_run = program(call(large, many));
    ASSERT_THAT(long_run, EndsWell()) << why(long_run);
    ASSERT_THAT(large.rows("SELECT count(*) FROM utilisateurs"), IsValue(before + 30))
        << "Avant de compter les préparations, il faut que chaque habitant ait sa ligne : voyez la tâche 1.";

    const auto prepared = [](const Execution& run) {
        return Table{{"requêtes préparées"}, {{std::int64_t(run.trace().prepared.size())}}, {}};
    };
    const auto texts = [](const Execution& run) {
        std::set<std::string> distinct;
        for (const Statement& statement : run.trace().statements) {
            distinct.insert(statement.sql);
        }
        return Table{{"textes SQL différents"}, {{std::int64_t(distinct.size())}}, {}};
    };
    EXPECT_THAT(prepared(long_run), SameRowsAs(prepared(short_run)))
        << "Attendu : autant de préparations que pour 3 habitants. Obtenu : ce que vous préparez pour 30. Construisez le "
           "SQLite::Statement une seule fois, avant la boucle ; execAndGet et exec préparent aussi une requête à chaque appel (leçon 3, « Une requête, plusieurs exécutions »).";
    EXPECT_THAT(texts(long_run), SameRowsAs(texts(short_run)))
        << "Attendu : autant de textes SQL que pour 3 habitants. Obtenu : ceux qui ont été exécutés pour 30. Un texte de plus par habitant, "
           "c'est qu'une valeur y est collée, et qu'il est préparé à chaque fois (leçon 3, « Coller les morceaux : le piège »).";
}
