// SPDX-License-Identifier: MIT
// What the compilers say of signs that are missing, or too many.
#include "explanations/table.hpp"
#include "message.hpp"

namespace atelier {

const std::vector<Explanation>& syntax_explanations()
{
    static const std::vector<Explanation> all{
        {"nom-inconnu",
         translatable(
             "Le nom « {2}::{1} » n'est pas connu. Vérifiez son orthographe, ou ajoutez le #include qui le déclare."),
         {},
         {"expected ';' after expression*no member named '*' in namespace '*'"}},
        {"egal-simple",
         translatable("Un seul = donne une valeur ; pour comparer, il en faut deux : ==."),
         {},
         {"expression is not assignable\n~if (~=", "expression is not assignable\n~while (~=",
          "lvalue required as left operand of assignment\n~if (~=",
          "lvalue required as left operand of assignment\n~while (~=", "cannot assign to ~\n~if (~=",
          "assignment of read-only ~\n~if (~="}},
        {"membre-de-gauche",
         translatable(
             "Ce qui est à gauche de = ne peut pas recevoir de valeur : c'est le résultat d'un calcul ou d'une fonction. Si vous vouliez comparer, écrivez ==."),
         {"expression is not assignable", "lvalue required as left operand of assignment"}},
        {"caractere-etranger",
         translatable(
             "Un caractère de cette ligne n'existe pas en C++ : c'est souvent un guillemet “ ” ou une espace insécable, venus d'un texte copié. Retapez-le au clavier : un guillemet droit \", une espace ordinaire."),
         {"unexpected character <U+", "extended character * is not valid in an identifier", "stray '*' in program",
          "non-ASCII characters are not allowed"}},
        {"point-virgule-de-type",
         translatable(
             "La définition d'une structure ou d'une classe se termine par un point-virgule, juste après son accolade fermante."),
         {"expected ';' after struct", "expected ';' after class", "expected ';' after enum",
          "expected ';' after struct definition", "expected ';' after class definition"}},
        {"point-virgule",
         translatable("Il manque un point-virgule à la fin de l'instruction, souvent celle de la ligne précédente."),
         {"expected ';'", "expected ',' or ';' before", "expected initializer before"}},
        {"accolade-ouverte",
         translatable("Une accolade ouverte n'est jamais refermée. Comptez les « {{ » et les « }} »."),
         {"expected '}'"}},
        {"accolade-en-trop",
         translatable("Il y a une accolade fermante de trop."),
         {"extraneous closing brace", "expected declaration before '}' token"}},
        {"boucle-de-python",
         translatable(
             "Ce n'est pas une boucle de C++. Pour parcourir un conteneur, écrivez le type, le nom, deux-points, puis le conteneur : for (const auto& element : conteneur) {{ … }}."),
         {},
         {"unknown type name '*'\n~for (~ in ", "was not declared in this scope~\n~for (~ in ",
          "use of undeclared identifier '*'\n~for (~ in "}},
        {"parenthese-ouverte",
         translatable("Une parenthèse ouverte n'est pas refermée, ou une virgule manque entre deux arguments."),
         {"expected ')'"}},
        {"crochet-ouvert", translatable("Un crochet ouvert n'est pas refermé."), {"expected ']'"}},
        {"texte-brut-ouvert",
         translatable(
             "Un texte brut, ouvert par R\"…(, n'est jamais refermé : il se termine par {0}, le mot de la fin étant celui du début."),
         {"raw string missing terminating delimiter *"}},
        {"texte-brut-ouvert",
         translatable(
             "Un texte brut, ouvert par R\"…(, n'est jamais refermé : il se termine par )…\", le mot de la fin étant celui du début."),
         {"unterminated raw string"}},
        {"guillemet-ouvert",
         translatable(
             "Un texte commence par un guillemet et ne se termine pas sur la même ligne. Ajoutez le guillemet fermant ; un texte de plusieurs lignes s'écrit R\"(…)\"."),
         {"missing terminating"}},
        {"else-sans-if",
         translatable(
             "Ce else n'a plus de if : plusieurs instructions les séparent. Mettez entre accolades celles que le if commande."),
         {"'else' without a previous 'if'"},
         {"expected expression\n~ else\n", "expected expression\n~ else {\n", "expected expression\n~} else "}},
        {"fonction-dans-fonction",
         translatable(
             "Une fonction ne se définit pas à l'intérieur d'une autre. Une accolade ouverte plus haut n'est sans doute pas refermée."),
         {"a function-definition is not allowed here", "function definition is not allowed here"}},
        {"saut-de-case",
         translatable(
             "Un case saute par-dessus la déclaration d'une variable. Mettez entre accolades les instructions du case qui la déclare."),
         {"cannot jump from switch statement to this case label", "jump to case label"}},
        {"break-hors-boucle",
         translatable(
             "break et continue ne s'emploient que dans une boucle (et break, dans un switch). Pour quitter une fonction, écrivez return."),
         {"'break' statement not in loop or switch", "break statement not within loop or switch",
          "'continue' statement not in loop", "continue statement not within a loop"}},
        {"assembleur",
         translatable("L'assembleur ne trouve pas ce fichier. Une réponse n'a pas besoin d'assembleur."),
         {"can't open * for reading: No such file", "Could not find incbin file", "file not found: *",
          "Could not find include file"}},
        {"en-tete-format",
         translatable("L'en-tête « <format> » existe dans la norme, mais pas encore dans ce compilateur."),
         {"'format' file not found", "format: No such file"}},
        {"fichier-absent",
         translatable(
             "Le fichier à inclure « {} » n'existe pas, ou pas ici : seule votre réponse est compilée. Vérifiez son nom ; s'il est à vous, recopiez son contenu dans votre réponse."),
         {"'*' file not found", "*: No such file"}},
        {"inclusion-sans-fin",
         translatable("Ce fichier s'inclut lui-même, sans fin."),
         {"#include nested too deeply", "#include nested depth"}},
        {"nom-attendu",
         translatable(
             "Le compilateur attendait ici un nom : il y a sans doute un mot, une parenthèse ou une accolade de trop juste avant."),
         {"expected unqualified-id"}},
        {"template-oublie",
         translatable(
             "Devant une fonction qui dépend d'un paramètre de patron et prend des chevrons, C++ veut le mot template : objet.template fonction<Type>()."),
         {},
         {"expected primary-expression before '*\n~| ~.~<~>(", "expected primary-expression before '*\n~| ~->~<~>("}},
        {"valeur-attendue",
         translatable("Le compilateur attendait ici une valeur : il manque un opérande, ou il y a un signe de trop."),
         {"expected expression", "expected primary-expression"}},
    };
    return all;
}

}  // namespace atelier
