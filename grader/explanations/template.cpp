// SPDX-License-Identifier: MIT
// What the compilers say of templates, and of what they compute themselves.
#include "explanations/table.hpp"
#include "message.hpp"

namespace atelier {

const std::vector<Explanation>& template_explanations()
{
    static const std::vector<Explanation> all{
        {"typename-oublie",
         translatable(
             "Le compilateur ne peut pas deviner que ce nom, qui dépend d'un paramètre de patron, est celui d'un type. Écrivez typename devant."),
         {"missing 'typename' prior to dependent type name", "need 'typename' before"}},
        {"template-oublie",
         translatable(
             "Devant une fonction qui dépend d'un paramètre de patron et prend des chevrons, C++ veut le mot template : objet.template fonction<Type>()."),
         {"use 'template' keyword to treat", "missing 'template' keyword prior to dependent template name"}},
        {"if-constexpr",
         translatable(
             "L'étoile (*) s'applique à un pointeur, un std::optional ou un itérateur, et non à « {} ». Dans un patron, un if ordinaire fait compiler ses deux branches, pour tous les types : écrivez if constexpr (…)."),
         {"indirection requires pointer operand ('*' invalid)", "invalid type argument of unary '\\*' (have '*')"}},
        {"recursion-de-patron",
         translatable("Ce modèle s'instancie lui-même sans fin : il manque le cas qui l'arrête."),
         {"recursive template instantiation exceeded", "template instantiation depth exceeds"}},
        {"non-constant",
         translatable(
             "Cette fonction constexpr ne peut pas s'évaluer à la compilation ; les lignes « note » disent pourquoi."),
         {"never produces a constant expression"}},
        {"non-constant",
         translatable("Cette valeur ne peut pas être calculée à la compilation ; les lignes « note » disent pourquoi."),
         {"constexpr' loop iteration count exceeds limit", "must be initialized by a constant expression",
          "is not a constant expression"}},
        {"static-assert",
         translatable(
             "Une assertion évaluée à la compilation (static_assert) a échoué : son texte est dans le message ci-dessous."),
         {"static_assert failed", "static assertion failed"}},
    };
    return all;
}

}  // namespace atelier
