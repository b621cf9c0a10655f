// SPDX-License-Identifier: MIT
// What the compilers say of members, and of the ways to reach them.
#include "explanations/table.hpp"
#include "message.hpp"

namespace atelier {

const std::vector<Explanation>& member_explanations()
{
    static const std::vector<Explanation> all{
        {"membre-d-un-optional",
         translatable(
             "« {0} » est un membre de la valeur, et non du std::optional qui la contient peut-être. Regardez s'il contient quelque chose (if (u)), puis passez par la flèche : u->{0}."),
         {"no member named '*' in 'std::optional<*did you mean to use '->'"}},
        {"fleche-ou-point",
         translatable(
             "Ce qui précède est un pointeur : on atteint ses membres par la flèche -> (ou par *, puis le point)."),
         {"is a pointer; did you mean to use '->'", "which is of pointer type"}},
        {"fleche-ou-point",
         translatable("Ce qui précède n'est pas un pointeur : on atteint ses membres par le point."),
         {"is not a pointer; did you mean to use '.'", "base operand of '->' has non-pointer type"}},
        {"appel-sans-parentheses",
         translatable(
             "Le nom d'une fonction ne l'appelle pas : il manque ses parenthèses, même vides, comme dans executeStep() ou size()."),
         {"reference to non-static member function must be called", "invalid use of non-static member function",
          "invalid use of member function",
          "reference to overloaded function could not be resolved; did you mean to call it"}},
        {"methode-sans-objet",
         translatable(
             "Cette fonction agit sur un objet, et aucun n'est nommé : écrivez objet.fonction(…), et non Classe::fonction(…)."),
         {"call to non-static member function without an object argument",
          "cannot call member function '*' without object"}},
        {"membre-prive",
         translatable(
             "« {} » est privé : seules les fonctions de sa classe y ont accès. Passez par une fonction publique de « {} »."),
         {"'*' is a private member of '*'"}},
        {"membre-prive",
         translatable(
             "« {} » est privé : seules les fonctions de sa classe y ont accès. Passez par une fonction publique de sa classe."),
         {"'*' is private within this context", "'*' is a protected member of",
          "'*' is protected within this context"}},
    };
    return all;
}

}  // namespace atelier
