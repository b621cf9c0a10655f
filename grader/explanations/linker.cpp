// SPDX-License-Identifier: MIT
// What mold and GNU ld say.
#include "explanations/table.hpp"
#include "message.hpp"

namespace atelier {

const std::vector<Explanation>& linker_explanations()
{
    static const std::vector<Explanation> all{
        {"main-defini",
         translatable(
             "Votre réponse définit main. Le main de l'exercice est dans programme.cpp : écrivez seulement la fonction demandée."),
         {"duplicate symbol: *: *: main", "multiple definition of `main'"}},
        {"fonction-absente",
         translatable(
             "La fonction « {} » est déclarée, mais n'est définie nulle part. Vérifiez que votre fonction porte exactement ce nom et ces types de paramètres, comme dans fourni.hpp."),
         {"undefined symbol: *\n", "undefined reference to `*'"}},
        {"fonction-double",
         translatable("La fonction « {2} » est définie deux fois dans le programme. Gardez une seule définition."),
         {"duplicate symbol: *: *: *\n"}},
        {"fonction-double",
         translatable("Une fonction est définie deux fois dans le programme ({}). Gardez une seule définition."),
         {"duplicate symbol: *\n"}},
        {"fonction-double",
         translatable("La fonction « {} » est définie deux fois dans le programme. Gardez une seule définition."),
         {"multiple definition of `*'"}},
    };
    return all;
}

}  // namespace atelier
