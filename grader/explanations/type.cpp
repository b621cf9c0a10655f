// SPDX-License-Identifier: MIT
// What the compilers say of values of another type, and of what may not change.
#include "explanations/table.hpp"
#include "message.hpp"

namespace atelier {

const std::vector<Explanation>& type_explanations()
{
    static const std::vector<Explanation> all{
        {"branches-differentes",
         translatable(
             "Les deux branches de cette expression conditionnelle n'ont pas le même type : « {} » et « {} ». Donnez-leur le même, par exemple std::optional<int>(…)."),
         {"incompatible operand types ('*' and '*')", "operands to '?:' have different types '*' and '*'"}},
        {"objet-constant",
         translatable(
             "La fonction « {} » modifie l'objet, or cet objet est const ici. S'il doit changer, déclarez-le sans const."),
         {"'this' argument to member function '*' has type 'const"}},
        {"objet-constant",
         translatable(
             "Cet objet ({}) est const : on ne peut pas y appeler une fonction qui le modifie. S'il doit changer, déclarez-le sans const."),
         {"passing '*' as 'this' argument discards qualifiers"}},
        {"reference-constante",
         translatable(
             "Cette référence permettrait de modifier un objet qui est const. Déclarez-la const elle aussi : const {0}&."),
         {"binding reference of type '*&' to 'const *' discards qualifiers",
          "binding reference of type '*' to value of type 'const *' drops 'const' qualifier"}},
        {"valeur-constante",
         translatable(
             "Cette valeur est constante : on ne peut pas la modifier. Si elle doit changer, déclarez-la sans const, ou modifiez une copie."),
         {"cannot assign to", "assignment of read-only", "assignment of member '*' in read-only object",
          "no match for 'operator=' (operand types are 'const "},
         {"no viable overloaded '='\n*'this' argument has type 'const "}},
        {"retrecissement",
         translatable(
             "Entre accolades, une valeur de type « {} » ne se met pas dans un « {} », plus petit : elle pourrait n'y pas tenir. Convertissez-la en toutes lettres : static_cast<…>(…)."),
         {"cannot be narrowed from type '*' to '*'", "narrowing conversion of '*' from '*' to '*'"}},
        {"champs-en-desordre",
         translatable("Les champs nommés (.nom = …) se donnent dans l'ordre où la structure les déclare."),
         {"designator order for field"}},
        {"conversion",
         translatable("Une valeur de type « {} » ne se convertit pas en « {} »."),
         {"no viable conversion from '*' to '*'", "no matching conversion for functional-style cast from '*' to '*'",
          "conversion from '*' to non-scalar type '*' requested", "invalid conversion from '*' to '*'",
          "cannot convert '*' to '*'"}},
        {"conversion-imposee",
         translatable("static_cast ne convertit pas « {} » en « {} »."),
         {"static_cast from '*' to '*' is not allowed", "invalid 'static_cast' from type '*' to type '*'"}},
        {"valeur-rendue",
         translatable("La fonction rend une valeur de type « {} » alors qu'elle annonce « {} »."),
         {"no viable conversion from returned value of type '*' to function return type '*'"}},
        {"valeur-rendue",
         translatable("La fonction doit rendre une valeur de type « {} » ; celle-ci est d'un autre type."),
         {"cannot initialize return object of type '*' with"}},
        {"valeur-rendue",
         translatable("La valeur « {} », de type « {} », ne se convertit pas dans le type attendu ici."),
         {"could not convert '*' from '*'"}},
        {"conversion",
         translatable("Une variable de type « {} » ne peut pas recevoir cette valeur : les types diffèrent."),
         {"cannot initialize a variable of type '*' with", "cannot initialize a member subobject of type '*' with",
          "assigning to '*' from incompatible type"}},
        {"conversion",
         translatable("Le paramètre, de type « {} », ne peut pas recevoir cette valeur : les types diffèrent."),
         {"cannot initialize a parameter of type '*' with"}},
        {"operation-absente",
         translatable("Cette opération n'existe pas entre « {} » et « {} »."),
         {"invalid operands to binary expression ('*' and '*')", "invalid operands of types '*' and '*' to binary"}},
        {"operation-absente",
         translatable("L'opération {} n'existe pas entre « {} » et « {} »."),
         {"no match for 'operator*' (operand types are '*' and '*')"}},
        {"operation-absente",
         translatable("L'opérateur {} ne convient pas ici : les types diffèrent, ou l'objet à modifier est const."),
         {"no viable overloaded '*'"}},
    };
    return all;
}

}  // namespace atelier
