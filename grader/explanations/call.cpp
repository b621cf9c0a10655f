// SPDX-License-Identifier: MIT
// What the compilers say of calls: their arguments, what lambdas capture, what functions give back.
#include "explanations/table.hpp"
#include "message.hpp"

namespace atelier {

const std::vector<Explanation>& call_explanations()
{
    static const std::vector<Explanation> all{
        {"parametre-de-patron",
         translatable(
             "Il manque ce que ce patron contient, entre chevrons : std::vector<int>, std::optional<Utilisateur>… Sans valeur de départ, le compilateur ne peut pas le deviner."),
         {"no viable constructor or deduction guide for deduction of template arguments of",
          "class template argument deduction failed", "requires template arguments", "without an argument list",
          "missing template arguments before", "deduced class type '*' in function return type"}},
        {"parametre-non-deduit",
         translatable(
             "Le compilateur ne peut pas deviner le paramètre « {0} » de ce patron d'après les arguments. Écrivez-le entre chevrons, après le nom : fonction<int>(…)."),
         {},
         {"couldn't infer template argument '*'", "couldn't deduce template parameter '*'"}},
        {"contrainte",
         translatable(
             "Le type donné à ce modèle ne remplit pas ses conditions ; les lignes « note » disent laquelle n'est pas remplie."),
         {"constraints not satisfied"},
         {"no matching function for call to '*constraints not satisfied"}},
        {"emplace-back",
         translatable(
             "emplace_back ne sait pas construire un élément avec ces arguments. Pour une structure sans constructeur, écrivez push_back({{…}})."),
         {"no matching function for call to 'construct_at"}},
        {"capture-oubliee",
         translatable(
             "Une lambda ne voit pas les variables qui l'entourent si elle ne les capture pas. Nommez « {0} » entre ses crochets, par référence : [&{0}], ou [&] pour toutes."),
         {"variable '*' cannot be implicitly captured in a lambda", "'*' is not captured"}},
        {"capture-par-copie",
         translatable(
             "La lambda a pris une copie de cette variable, et ne peut pas la modifier. Pour changer la variable elle-même, capturez-la par référence : [&]."),
         {"cannot assign to a variable captured by copy in a non-mutable lambda"},
         {"assignment of read-only variable '~\n~[~] {", "assignment of read-only variable '~\n~[~]("}},
        {"argument-oublie",
         translatable("Il manque un argument à cet appel. Relisez la déclaration dans fourni.hpp."),
         {"too few arguments to function", "too few arguments to constructor"}},
        {"argument-en-trop",
         translatable("Il y a un argument de trop dans cet appel. Relisez la déclaration dans fourni.hpp."),
         {"too many arguments to function"}},
        {"argument-oublie",
         translatable(
             "« {0} » veut {2} arguments, et vous en donnez {3}. Comparez l'appel avec sa déclaration, que montre la ligne « note »."),
         {},
         {"no matching function for call to '*'\n*candidate function not viable: requires * arguments, but * was provided"}},
        {"argument-oublie",
         translatable(
             "« {0} » veut au moins {2} argument{3}, et vous en donnez {4}. Comparez l'appel avec sa déclaration, que montre la ligne « note »."),
         {},
         {"no matching function for call to '*'\n*candidate function not viable: requires at least * argument*, but * w"}},
        {"argument-en-trop",
         translatable(
             "« {0} » ne veut qu'un argument, et vous en donnez {3}. Comparez l'appel avec sa déclaration, que montre la ligne « note »."),
         {},
         {"no matching function for call to '*'\n*candidate function not viable: requires single argument '*', but * arguments were provided"}},
        {"argument-en-trop",
         translatable(
             "« {0} » ne veut pas d'argument, et vous en donnez. Comparez l'appel avec sa déclaration, que montre la ligne « note »."),
         {},
         {"no matching function for call to '*'\n*candidate function not viable: requires 0 arguments"}},
        {"reference-temporaire",
         translatable(
             "La fonction veut modifier une variable (son paramètre est une référence sans const), et elle reçoit une valeur passagère. Rangez d'abord la valeur dans une variable, ou, si la fonction ne la modifie pas, déclarez le paramètre const."),
         {"cannot bind non-const lvalue reference of type", "non-const lvalue reference to type '*' cannot bind to"},
         {"no matching function for call to '*expects an lvalue for",
          "no matching function for call to '*no known conversion from 'const char[*]' to 'std::string &'"}},
        {"argument-mauvais-type",
         translatable(
             "« {0} » reçoit une valeur de type « {3} » là où elle veut « {4} ». Comparez l'appel avec sa déclaration, que montre la ligne « note »."),
         {},
         {"no matching function for call to '*'\n*candidate function *: no known conversion from '*' to '*' for "}},
        {"argument-mauvais-type",
         translatable(
             "Une valeur de type « {1} » est donnée là où il faut « {0} ». Comparez l'appel avec la déclaration de la fonction."),
         {"invalid initialization of reference of type '*' from expression of type '*'"}},
        {"appel-ambigu",
         translatable(
             "Plusieurs fonctions « {} » conviennent également à ces arguments. Donnez-leur le type exact de l'une d'elles."),
         {"call to '*' is ambiguous", "call to member function '*' is ambiguous",
          "call of overloaded '*' is ambiguous"}},
        {"copie-interdite",
         translatable(
             "Un objet de type « {} » ne se copie pas. Passez-le par référence, ou déplacez-le avec std::move."),
         {"call to deleted constructor of '*'", "call to implicitly-deleted copy constructor of '*'"}},
        {"copie-interdite",
         translatable(
             "Cette opération est interdite ({}). Un objet qui possède une ressource, comme une base, ne se copie pas : passez-le par référence."),
         {"use of deleted function '*'"}},
        {"fonction-supprimee",
         translatable(
             "Cette fonction est interdite : sa déclaration se termine par « = delete ». Un objet qui possède une ressource, comme une base, ne se copie pas : passez-le par référence."),
         {"call to deleted function", "call to deleted member function", "attempt to use a deleted function",
          "selected deleted operator"}},
        {"constructeur-arguments",
         translatable(
             "Aucun constructeur de « {} » n'accepte ces arguments. Comparez leurs types et leur nombre avec la documentation."),
         {"no matching constructor for initialization of '*'"}},
        {"constructeur-arguments",
         translatable(
             "Aucun constructeur de « {1} » n'accepte ces arguments. Comparez leurs types et leur nombre avec la documentation."),
         {"no matching function for call to '*::*(*"}},
        {"methode-arguments",
         translatable(
             "Aucune fonction « {} » n'accepte ces arguments. Comparez leurs types et leur nombre avec la documentation."),
         {"no matching member function for call to '*'"}},
        {"appel-arguments",
         translatable(
             "Aucune fonction « {} » n'accepte ces arguments. Comparez leurs types et leur nombre avec sa déclaration."),
         {"no matching function for call to '*'"}},
        {"rend-dans-void",
         translatable(
             "Cette fonction annonce void : elle ne rend rien. Retirez la valeur après return, ou annoncez son type devant le nom de la fonction, si l'énoncé le permet."),
         {"void function '*' should not return a value", "return-statement with a value, in function returning"}},
        {"rend-rien",
         translatable(
             "Cette fonction annonce une valeur, et ce return n'en donne pas. Ajoutez-la : pour un vecteur vide, return {{}} suffit."),
         {"should return a value", "return-statement with no value"}},
        {"resultat-de-void",
         translatable(
             "Cette fonction ne rend rien (void) : on ne peut pas se servir de son résultat. Appelez-la seule, sur sa ligne."),
         {"with an rvalue of type 'void'", "void value not ignored as it ought to be",
          "variable has incomplete type 'void'", "variable or field '*' declared void"}},
    };
    return all;
}

}  // namespace atelier
