// SPDX-License-Identifier: MIT
// What the compilers say of a definition that is not what was declared, or that stands twice.
#include "explanations/table.hpp"
#include "message.hpp"

namespace atelier {

const std::vector<Explanation>& declaration_explanations()
{
    static const std::vector<Explanation> all{
        {"definition-differente",
         translatable(
             "La définition de « {} » ne correspond à aucune déclaration. Comparez-la signe par signe avec celle de fourni.hpp : types des paramètres, référence (&), const ou noexcept après la parenthèse."),
         {"out-of-line definition of '*' does not match any declaration", "no declaration matches '*'",
          "'*' should have been declared inside '*'"}},
        {"noexcept-different",
         translatable(
             "La déclaration de « {} » et sa définition ne s'accordent pas sur noexcept, qui s'écrit après la parenthèse (et après const). Comparez avec fourni.hpp."),
         {"'*' is missing exception specification", "declaration of '*' has a different exception specifier"}},
        {"noexcept-different",
         translatable(
             "La déclaration et la définition de cette fonction ne s'accordent pas sur noexcept, qui s'écrit après la parenthèse (et après const). Comparez avec fourni.hpp."),
         {"exception specification in declaration does not match previous declaration"}},
        {"main-defini",
         translatable(
             "Votre réponse définit main. Le main de l'exercice est dans programme.cpp : écrivez seulement la fonction demandée."),
         {"conflicting types for 'main'", "conflicting declaration of C function 'int main(",
          "redefinition of 'main'"}},
        {"deja-defini",
         translatable(
             "La structure « {} » est déjà définie. Si fourni.hpp la donne, ne la recopiez pas : #include \"fourni.hpp\" suffit."),
         {"redefinition of 'struct *'"},
         {"redefinition of '*'*fourni.hpp:*previous definition is here"}},
        {"deja-defini",
         translatable("Le nom « {} » est défini deux fois. Gardez une seule définition."),
         {"redefinition of '*'"}},
        {"deja-defini",
         translatable("Le nom « {} » est déclaré deux fois, de deux façons différentes. Comparez avec fourni.hpp."),
         {"conflicting declaration '*'"}},
        {"type-rendu-different",
         translatable("Votre fonction n'a pas le type de retour annoncé dans fourni.hpp."),
         {"functions that differ only in their return type"}},
        {"type-rendu-different",
         translatable("La fonction « {} » n'a pas le type de retour annoncé dans fourni.hpp."),
         {"ambiguating new declaration of '*'"}},
        {"type-oublie",
         translatable(
             "Il manque le type devant ce nom. En C++, une fonction dit ce qu'elle rend (void si elle ne rend rien), et chaque variable dit son type, ou auto."),
         {"C++ requires a type specifier for all declarations", "a type specifier is required for all declarations",
          "ISO C++ forbids declaration of '*' with no type"}},
        {"membre-reference",
         translatable(
             "Un membre qui est une référence se lie avant l'accolade du constructeur, après deux-points : « : membre(argument) »."),
         {"must explicitly initialize the reference member", "uninitialized reference member in"}},
        {"auto-sans-valeur",
         translatable(
             "auto prend le type de la valeur donnée, et il n'y en a pas. Donnez une valeur (auto nombre = 0), ou écrivez le type."),
         {"with deduced type 'auto*' requires an initializer", "declaration of 'auto*' has no initializer"}},
        {"sans-valeur",
         translatable(
             "« {} » doit recevoir une valeur dès sa déclaration : une référence ou une constante ne se remplit pas plus tard."),
         {"declaration of reference variable '*' requires an initializer",
          "'*' declared as reference but not initialized", "default initialization of an object of const type '*'",
          "uninitialized 'const *'"}},
    };
    return all;
}

}  // namespace atelier
