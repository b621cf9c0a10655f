// SPDX-License-Identifier: MIT
#include "layout.hpp"

#include <gmock/gmock.h>

#include "course_copy.hpp"
#include "french.hpp"

namespace atelier {
namespace {

using test::CourseCopy;
using test::Spoiling;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> problems(const CourseCopy& copy)
{
    const Catalog catalog = load_catalog(copy.root());
    std::vector<std::string> found;
    for (const Exercise& exercise : catalog.exercises) {
        for (const std::string& problem : layout_problems(catalog, exercise)) {
            found.push_back(test::plain(problem));
        }
    }
    for (const std::string& problem : orphan_solutions(catalog)) {
        found.push_back(test::plain(problem));
    }
    return found;
}

TEST(Layout, FindsNothingInASoundExercise)
{
    const CourseCopy copy;
    EXPECT_THAT(problems(copy), IsEmpty());
}

TEST(Layout, ReadsWrongAnswersByName)
{
    const CourseCopy copy;
    CourseCopy::write(copy.solutions() / "wrong" / "perdu.txt", "x");
    CourseCopy::replace(copy.solutions() / "wrong" / "compte-un" / "reponse.cpp", "// Échoue : Compte\n",
                        "// Échoue : Compte\r\n");
    const Catalog catalog = load_catalog(copy.root());
    const std::vector<WrongAnswer> answers = wrong_answers(catalog, catalog.exercises.front());
    ASSERT_THAT(answers, SizeIs(3));
    EXPECT_EQ(answers[0].name, "compte-un");
    EXPECT_EQ(answers[0].check, "Compte");
    EXPECT_EQ(answers[2].name, "oubli-exec");
    EXPECT_EQ(answers[2].check, "UneNote");
    EXPECT_EQ(answers[2].folder, copy.solutions() / "wrong" / "oubli-exec");
    EXPECT_THAT(variants(catalog, catalog.exercises.front()), ElementsAre(copy.solutions() / "right" / "concis"));
}

class LayoutRule : public ::testing::TestWithParam<Spoiling> {};

TEST_P(LayoutRule, IsToldInOneSentence)
{
    const CourseCopy copy;
    GetParam().spoil(copy);
    EXPECT_THAT(problems(copy), ElementsAre(HasSubstr(GetParam().message)));
}

const std::vector<Spoiling> spoilings{
    {"NoReadme", [](const CourseCopy& c) { fs::remove(c.exercise() / "README.md"); },
     "il manque README.md ; écrivez-le dans exercises/01a-noter"},
    {"NoHints", [](const CourseCopy& c) { fs::remove(c.exercise() / "indices.md"); },
     "il manque indices.md ; écrivez-le"},
    {"NoHeader", [](const CourseCopy& c) { fs::remove(c.exercise() / "fourni.hpp"); },
     "il manque fourni.hpp ; écrivez-le"},
    {"NoProgram", [](const CourseCopy& c) { fs::remove(c.exercise() / "programme.cpp"); },
     "il manque programme.cpp ; écrivez-le"},
    {"NoChecks", [](const CourseCopy& c) { fs::remove(c.exercise() / "checks.cpp"); },
     "il manque checks.cpp ; écrivez-le"},
    {"NoReference", [](const CourseCopy& c) { fs::remove(c.solutions() / "reponse.cpp"); },
     "il manque la référence ; écrivez-la dans solutions/01a-noter/reponse.cpp"},
    {"StrayFile", [](const CourseCopy& c) { CourseCopy::write(c.exercise() / "notes.txt", "x"); },
     "notes.txt n'a rien à faire dans exercises/01a-noter ; supprimez-le"},
    {"StrayHiddenFile", [](const CourseCopy& c) { CourseCopy::write(c.exercise() / ".README.md.swp", "x"); },
     ".README.md.swp n'a rien à faire"},
    {"StrayFolder", [](const CourseCopy& c) { fs::create_directory(c.exercise() / "wrong"); },
     "wrong n'a rien à faire dans exercises/01a-noter"},
    {"StraySolutions", [](const CourseCopy& c) { fs::create_directory(c.root() / "solutions" / "01z-oublie"); },
     "solutions/01z-oublie ne correspond à aucun exercice ; supprimez-le"},
    {"StrayFileBesideTheReference", [](const CourseCopy& c) { CourseCopy::write(c.solutions() / "notes.txt", "x"); },
     "solutions/01a-noter/notes.txt n'a rien à faire là"},
    {"StrayFileAmongWrongAnswers",
     [](const CourseCopy& c) { CourseCopy::write(c.solutions() / "wrong" / "notes.txt", "x"); },
     "solutions/01a-noter/wrong/notes.txt n'a rien à faire là"},
    {"StrayFileBesideAWrongAnswer",
     [](const CourseCopy& c) { CourseCopy::write(c.solutions() / "wrong" / "compte-un" / "notes.txt", "x"); },
     "wrong/compte-un doit contenir reponse.cpp et rien d'autre"},
    {"WrongAnswerWithoutAnswer", [](const CourseCopy& c) { fs::create_directory(c.solutions() / "wrong" / "vide"); },
     "wrong/vide doit contenir reponse.cpp et rien d'autre"},
    {"VariantWithoutAnswer", [](const CourseCopy& c) { fs::create_directory(c.solutions() / "right" / "vide"); },
     "right/vide doit contenir reponse.cpp et rien d'autre"},
    {"ReadmeNotUtf8", [](const CourseCopy& c) { CourseCopy::replace(c.exercise() / "README.md", "donné", "donn\xe9"); },
     "README.md n'est pas en UTF-8 ; enregistrez-le"},
    {"StarterNotUtf8",
     [](const CourseCopy& c) { CourseCopy::replace(c.exercise() / "reponse.cpp", "return 0;", "return 0;  // \xe9"); },
     "reponse.cpp n'est pas en UTF-8"},
    {"ReferenceNotUtf8",
     [](const CourseCopy& c) { CourseCopy::replace(c.solutions() / "reponse.cpp", "CANARI", "\xe9"); },
     "solutions/01a-noter/reponse.cpp n'est pas en UTF-8"},
    {"WrongAnswerNotUtf8",
     [](const CourseCopy& c) {
         CourseCopy::replace(c.solutions() / "wrong" / "compte-un" / "reponse.cpp", "// SPDX", "// \xe9 SPDX");
     },
     "wrong/compte-un/reponse.cpp n'est pas en UTF-8"},
    {"NoTasks", [](const CourseCopy& c) { CourseCopy::replace(c.exercise() / "README.md", "## Tâche", "## Étape"); },
     "README.md n'a pas de titre « ## Tâche 1 »"},
    {"NoNumberedHints",
     [](const CourseCopy& c) { CourseCopy::replace(c.exercise() / "indices.md", "## Indice", "## Conseil"); },
     "indices.md n'a pas de titre « ## Indice 1 »"},
    {"NoSuchTask",
     [](const CourseCopy& c) { CourseCopy::replace(c.exercise() / "exercise.toml", "task = 2", "task = 3"); },
     "la vérification Compte renvoie à la tâche 3, absente de README.md ; corrigez"},
    {"TaskNumberedTwelve",
     [](const CourseCopy& c) { CourseCopy::replace(c.exercise() / "README.md", "## Tâche 2", "## Tâche 22"); },
     "la vérification Compte renvoie à la tâche 2, absente"},
    {"NoSuchHint",
     [](const CourseCopy& c) { CourseCopy::replace(c.exercise() / "exercise.toml", "hint = 2", "hint = 9"); },
     "la vérification Compte renvoie à l'indice 9, absent de indices.md ; corrigez"},
    {"NoMark", [](const CourseCopy& c) { CourseCopy::replace(c.exercise() / "reponse.cpp", "À COMPLÉTER", "à faire"); },
     "le point de départ reponse.cpp n'a pas la marque « À COMPLÉTER » ; mettez-la"},
    {"PointsOfAnotherLevel",
     [](const CourseCopy& c) { CourseCopy::replace(c.exercise() / "exercise.toml", "points = 3", "points = 4"); },
     "les vérifications valent 6 points en tout ; corrigez-les dans exercise.toml : le niveau 1 en veut 5"},
    {"TwoWrongAnswers", [](const CourseCopy& c) { fs::remove_all(c.solutions() / "wrong" / "compte-un"); },
     "il faut au moins trois mauvaises réponses dans solutions/01a-noter/wrong ; il y en a 2"},
    {"WrongAnswerThatAnnouncesNothing",
     [](const CourseCopy& c) {
         CourseCopy::replace(c.solutions() / "wrong" / "oubli-exec" / "reponse.cpp", "// Échoue : UneNote\n", "");
     },
     "la première ligne de wrong/oubli-exec/reponse.cpp doit être « // Échoue : NomDeLaVérification »"},
    {"WrongAnswerOfAnUnknownCheck",
     [](const CourseCopy& c) {
         CourseCopy::replace(c.solutions() / "wrong" / "oubli-exec" / "reponse.cpp", "Échoue : UneNote",
                             "Échoue : UneNotte");
     },
     "wrong/oubli-exec annonce la vérification UneNotte, que exercise.toml ne déclare pas ; corrigez"},
    {"WrongAnswerThatDiffersTwice",
     [](const CourseCopy& c) {
         CourseCopy::replace(c.solutions() / "wrong" / "oubli-exec" / "reponse.cpp", "VALUES (?)", "VALUES (?1)");
     },
     "wrong/oubli-exec diffère de la référence en 2 endroits"},
    {"WrongAnswerThatIsTheReference",
     [](const CourseCopy& c) {
         CourseCopy::replace(c.solutions() / "wrong" / "oubli-exec" / "reponse.cpp", "requete.bind(1, texte);\n",
                             "requete.bind(1, texte);\n    requete.exec();\n");
     },
     "wrong/oubli-exec diffère de la référence en 0 endroits"},
};

INSTANTIATE_TEST_SUITE_P(Broken, LayoutRule, ::testing::ValuesIn(spoilings),
                         [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace atelier
