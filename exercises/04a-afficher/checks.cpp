// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

using Afficher = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* everyone = "SELECT id, nom, age FROM utilisateurs ORDER BY id";

using Lines = std::vector<std::string>;

/// The line of a row, its texts between two `quote`, its absent values said by `none`.
std::string line_of(const Row& row, const std::string& quote = "'", const std::string& none = "None")
{
    std::string line = "(";
    for (std::size_t i = 0; i < row.size(); ++i) {
        const auto number = row[i].integer();
        line += i == 0 ? "" : ", ";
        line += row[i].is_null() ? none : number ? std::to_string(*number) : quote + row[i].text().value_or("") + quote;
    }
    return line + ")";
}

Lines lines_of(const Table& people, const std::string& quote = "'", const std::string& none = "None")
{
    Lines lines;
    for (const Row& row : people.rows) {
        lines.push_back(line_of(row, quote, none));
    }
    return lines;
}

Lines written(const Execution& run)
{
    Lines lines;
    std::istringstream text(run.returned("sortie").only().text().value_or(""));
    for (std::string line; std::getline(text, line);) {
        lines.push_back(line);
    }
    return lines;
}

Table table(const Lines& lines)
{
    Table result{{"ligne"}, {}, {}};
    for (const std::string& line : lines) {
        result.rows.push_back({line});
    }
    return result;
}

std::ptrdiff_t times(const Lines& lines, const std::string& line)
{
    return std::count(lines.begin(), lines.end(), line);
}

bool any_holds(const Lines& lines, const std::string& piece)
{
    return std::any_of(lines.begin(), lines.end(),
                       [&](const std::string& line) { return line.find(piece) != std::string::npos; });
}

Lines sorted(Lines lines)
{
    std::sort(lines.begin(), lines.end());
    return lines;
}

/// Whether the lines are the same once their spaces are left out, in any order.
bool same_without_spaces(Lines a, Lines b)
{
    for (Lines* lines : {&a, &b}) {
        for (std::string& line : *lines) {
            line.erase(std::remove(line.begin(), line.end(), ' '), line.end());
        }
    }
    return sorted(a) == sorted(b);
}

/// What is known of the mistake behind an exception or a way of ending.
std::string why(const Execution& run)
{
    const auto caught = run.exception("afficher");
    if (!caught) {
        return {};
    }
    if (caught->what.find("Column index out of range") != std::string::npos) {
        return "Les colonnes d'un résultat se comptent à partir de 0 : pour trois colonnes, ce sont getColumn(0), getColumn(1) et "
               "getColumn(2). Ce sont les marqueurs qui commencent à 1 (leçon 4, « Lire une valeur »).";
    }
    if (caught->what.find("No row to get a column from") != std::string::npos) {
        return "getColumn a été appelée alors que la requête n'était sur aucune ligne : soit avant le premier executeStep(), soit après "
               "celui qui a rendu faux. Ne lisez que dans « while (requete.executeStep()) » (leçon 4, « Avancer d'une ligne »).";
    }
    if (caught->what.find("construction from null") != std::string::npos) {
        return "Une std::string a été faite d'une adresse nulle : c'est ce que rend sqlite3_column_text pour NULL (leçon 4, « NULL à la "
               "lecture »).";
    }
    if (caught->what.find("reseted") != std::string::npos) {
        return "« Statement needs to be reseted » : executeStep() a été appelée une fois de trop, après avoir rendu faux (leçon 4, "
               "« Avancer d'une ligne »).";
    }
    if (caught->what.find("exec() does not expect results") != std::string::npos) {
        return "exec() est faite pour les instructions qui ne rendent pas de ligne. Un SELECT s'exécute pas à pas, avec executeStep() "
               "(leçon 4, « Avancer d'une ligne »).";
    }
    return {};
}

/// What the lines written tell of the mistake, when it is one that shows on any table; else nothing.
std::string about(const Execution& run, const Table& people)
{
    const Lines expected = lines_of(people);
    const Lines found = written(run);
    if (found.empty() && any_holds({run.out()}, expected.front())) {
        return "Les lignes sont parties vers std::cout, et rien n'est arrivé dans sortie, le flux que la fonction reçoit : écrivez "
               "« sortie << … ».";
    }
    if (found.empty()) {
        return "Rien n'a été écrit dans sortie (leçon 4, « Avancer d'une ligne »).";
    }
    if (sorted(found) == sorted(lines_of(people, ""))) {
        return "Il ne manque que les apostrophes autour du nom (tâche 2).";
    }
    if (std::any_of(people.rows.begin(), people.rows.end(), [&](const Row& row) {
            return row.at(1).text().value_or("'").find('\'') == std::string::npos &&
                   times(found, line_of(row, "\"")) > 0;
        })) {
        return "Le nom s'écrit entre deux apostrophes ', et non entre guillemets (tâche 2).";
    }
    if (same_without_spaces(expected, found)) {
        return "Seules les espaces diffèrent : une espace après chaque virgule, aucune ailleurs (tâche 1).";
    }
    const auto missing = [&](const std::string& line) {
        return times(found, line) == 0 && found.size() + 1 == expected.size();
    };
    if (missing(expected.front())) {
        return "Il manque la première ligne, et elle seule. Chaque appel d'executeStep() avance d'une ligne : s'il y en a un avant la "
               "boucle, la ligne qu'il donne doit être écrite aussi (leçon 4, « Avancer d'une ligne »).";
    }
    if (missing(expected.back())) {
        return "Il manque la dernière ligne, et elle seule : la boucle s'est arrêtée trop tôt. C'est executeStep() qui dit quand il n'y a "
               "plus de ligne (leçon 4, « Avancer d'une ligne »).";
    }
    if (times(found, expected.back()) == 2 && found.size() == expected.size() + 1) {
        return "La dernière ligne est écrite deux fois. executeStep() rend faux quand il n'y a plus de ligne : il n'y a alors rien à "
               "écrire, et isDone() n'est vrai qu'après cet appel de trop (leçon 4, « Quand ça se passe mal »).";
    }
    if (found.size() == 1 && expected.size() > 1 &&
        std::all_of(expected.begin(), expected.end(),
                    [&](const std::string& line) { return any_holds(found, line); })) {
        return "Toutes les lignes sont là, mais bout à bout : chacune se termine par un saut de ligne, '\\n' (tâche 1).";
    }
    if (found.size() == 1 && expected.size() > 1) {
        return "Une seule ligne a été écrite : executeStep() n'avance que d'une ligne, il faut la rappeler tant qu'elle rend vrai (leçon 4, "
               "« Avancer d'une ligne »).";
    }
    return {};
}

std::string or_else(const std::string& remark, const std::string& otherwise)
{
    return remark.empty() ? otherwise : remark;
}

constexpr const char* nobody = "DELETE FROM utilisateurs;";

}  // namespace

TEST_F(Afficher, UneLigneParHabitant)
{
    // Only what task 1 is about: no NULL, no name with an apostrophe.
    const Database base =
        fixture(std::string("UPDATE utilisateurs SET nom = 'Alice' WHERE instr(nom, '''');") +
                "UPDATE utilisateurs SET age = hasard(18, 90) WHERE age IS NULL;" +
                "INSERT INTO utilisateurs VALUES (" + std::to_string(random(60, 99)) + ", 'Bob', 40);");
    const auto run = program({"afficher", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table people = base.rows(everyone);
    EXPECT_THAT(table(written(run)), SameRowsAs(table(lines_of(people))))
        << or_else(about(run, people),
                   "Une ligne de texte par ligne de la table : (id, 'nom', age), sans rien d'autre (tâche 1).");
}

TEST_F(Afficher, TableVide)
{
    const Database base = fixture(nobody);
    const auto run = program({"afficher", base});
    ASSERT_THAT(run, EndsWell()) << why(run) << (why(run).empty() ? "" : " ") << "La table était vide.";
    ASSERT_THAT(table(written(run)), AreRows({}))
        << "La table est vide : il n'y a rien à écrire, pas même un n-uplet ou une ligne blanche (tâche 1).";

    // Nothing written for nothing is only an achievement for an answer that writes something.
    const Database one = fixture(std::string(nobody) + "INSERT INTO utilisateurs VALUES (" +
                                     std::to_string(random(1, 99)) + ", 'Ada', 36);",
                                 "une.db");
    const auto second = program({"afficher", one});
    ASSERT_THAT(second, EndsWell()) << why(second);
    EXPECT_THAT(table(written(second)), SameRowsAs(table(lines_of(one.rows(everyone)))))
        << "La table vide n'affiche rien, mais celle qui n'a qu'une ligne doit l'afficher : voyez d'abord le reste de la tâche 1.";
}

TEST_F(Afficher, NomsTelsQuels)
{
    const std::string age = std::to_string(random(18, 90));
    const Database base = fixture(std::string(nobody) + "INSERT INTO utilisateurs VALUES (1, 'L''Haÿ', " + age +
                                  "), (2, 'd''Aubigné d''Ax', " + age + "), (3, 'Jean \"Django\" Martin', " + age +
                                  "), (4, 'O''Neil, dit \"Tip\"', " + age + "), (5, '', " + age + "), (6, 'C:\\Zoé', " +
                                  age + "), (7, prenom(), " + age + "), (8, 'None', " + age + ");");
    const auto run = program({"afficher", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Lines found = written(run);
    const Table people = base.rows(everyone);
    const std::string loop = about(run, people);
    EXPECT_THAT(table(found), SameRowsAs(table(lines_of(people))))
        << (!loop.empty() ? loop
            : any_holds(found, "\"L'Haÿ\"")
                ? "Python changerait en effet de guillemets, mais l'énoncé demande plus simple : toujours deux apostrophes, et le nom tel "
                  "quel entre elles (tâche 2)."
            : any_holds(found, "L\\'Haÿ") || any_holds(found, "C:\\\\Zoé")
                ? "Une barre oblique inverse a été ajoutée dans le nom ; c'est ce que fait std::quoted. Écrivez l'apostrophe, le nom, "
                  "l'apostrophe (tâche 2)."
            : any_holds(found, "L''Haÿ")
                ? "L'apostrophe est doublée, comme dans un texte SQL. Dans la table il n'y en a qu'une, et ce n'est pas du SQL que l'on "
                  "écrit ici (tâche 2)."
            : !any_holds(found, "''") && found.size() == 8
                ? "Le nom vide est un nom comme un autre : il donne deux apostrophes, '' (tâche 2)."
                : "Le nom s'écrit tel quel entre deux apostrophes : rien n'est doublé, ajouté ni retiré (tâche 2).");
}

TEST_F(Afficher, ValeursAbsentes)
{
    const std::string age = std::to_string(random(18, 90));
    const Database base = fixture(std::string(nobody) + "INSERT INTO utilisateurs VALUES (1, 'Alice', " + age +
                                  "), (2, 'Zoé', NULL), (3, 'Léa', 0), (4, NULL, " + age +
                                  "), (5, NULL, NULL), (6, prenom(), NULL), (7, 'Bob', " + age + ");");
    const auto run = program({"afficher", base});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Lines found = written(run);
    const Table people = base.rows(everyone);
    const std::string loop = about(run, people);
    EXPECT_THAT(table(found), SameRowsAs(table(lines_of(people))))
        << (!loop.empty() ? loop
            : any_holds(found, "(2, 'Zoé', 0)")
                ? "Zoé a maintenant 0 an : lu comme un nombre, NULL donne 0. Demandez d'abord isNull() (leçon 4, « NULL à la lecture »)."
            : any_holds(found, "(3, 'Léa', None)")
                ? "Léa a 0 an, et son âge est connu : 0 n'est pas NULL. C'est isNull() qui fait la différence, pas la valeur de getInt() "
                  "(leçon 4, « NULL à la lecture »)."
            : any_holds(found, "(2, 'Zoé', )")
                ? "Pour NULL, une colonne envoyée dans un flux n'écrit rien. Demandez d'abord isNull() (leçon 4, « NULL à la lecture »)."
            : found.size() == 4 && found.back() == "(4, '"
                ? "Plus rien ne s'écrit après le premier nom absent : une adresse nulle, envoyée dans un flux, le met en erreur (leçon 4, « NULL à "
                  "la lecture »)."
            : any_holds(found, "'None'") || any_holds(found, "'NULL'")
                ? "Le nom absent est devenu un texte : None s'écrit sans apostrophes (tâche 3)."
            : any_holds(found, "NULL") ? "C'est l'écriture de Python qui est demandée : None, et non NULL (tâche 3)."
            : any_holds(found, "(4, '', ")
                ? "Un nom peut être absent, lui aussi : getString() répond alors un texte vide. Demandez d'abord isNull() (leçon 4, « NULL "
                  "à la lecture »)."
                : "NULL s'écrit None dans les deux colonnes, et 0 reste 0 (leçon 4, « NULL à la lecture »).");
}
