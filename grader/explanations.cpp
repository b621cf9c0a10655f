// SPDX-License-Identifier: MIT
#include "explanations.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "message.hpp"
#include "show.hpp"

namespace atelier {

namespace {

/// Of a longer one, which a template or a forger makes, the beginning tells which it is.
constexpr std::size_t longest_name = 300;

struct Explanation {
    const char* pattern;  ///< « * » matches anything; the first three give {0}, {1} and {2}
    const char* french;
};

/// What each `*` of `pattern` covers in `text`, when it matches from somewhere to somewhere.
std::optional<std::vector<std::string>> match(std::string_view text, std::string_view pattern)
{
    std::vector<std::string> captures;
    std::size_t at = 0;
    bool first = true;
    while (true) {
        const std::size_t star = pattern.find('*');
        const std::string_view literal = pattern.substr(0, star);
        const std::size_t found = text.find(literal, at);
        if (found == std::string_view::npos) {
            return std::nullopt;
        }
        if (!first) {
            captures.emplace_back(text.substr(at, literal.empty() ? std::string_view::npos : found - at));
        }
        at = found + literal.size();
        first = false;
        if (star == std::string_view::npos) {
            return captures;
        }
        pattern.remove_prefix(star + 1);
    }
}

/// The first explanation that fits `text`, its holes filled; empty when none does.
std::string explain(std::string_view text, const std::vector<Explanation>& explanations)
{
    for (const Explanation& explanation : explanations) {
        if (auto captures = match(text, explanation.pattern)) {
            captures->resize(std::max<std::size_t>(captures->size(), 3));
            const auto name = [&](std::size_t i) { return excerpt(captures->at(i), longest_name); };
            return tr(explanation.french, name(0), name(1), name(2));
        }
    }
    return {};
}

/// What the compiler says of SQLiteCpp's types and constants, tried before what it says of any. (Much longer, one list would be beyond clang-format.)
const std::vector<Explanation>& library_explanations()
{
    static const std::vector<Explanation> all{
        {"ambiguous (with operand types *'SQLite::Column'",
         translatable(
             "Un SQLite::Column se convertit en plusieurs types, et le compilateur ne sait pas lequel choisir. Dites-le : getString(), getInt64()…")},
        {"ambiguous overload for 'operator*' (operand types are *'SQLite::Column'",
         translatable(
             "Un SQLite::Column se convertit en plusieurs types, et le compilateur ne sait pas lequel choisir. Dites-le : getString(), getInt64()…")},
        {"case value is not a constant expression",
         translatable(
             "Un case veut une valeur connue à la compilation, et celle-ci ne l'est pas. Remplacez le switch par une suite de if ; pour les types de SQLite, on peut aussi employer les noms de l'API C, comme SQLITE_INTEGER.")},
        {"the value of '*' is not usable in a constant expression",
         translatable(
             "La valeur de « {} » n'est pas connue à la compilation. Si c'est dans un case, remplacez le switch par une suite de if ; pour les types de SQLite, on peut aussi employer les noms de l'API C, comme SQLITE_INTEGER.")},
        {"call to member function 'bind' is ambiguous",
         translatable(
             "SQLiteCpp ne sait pas quel bind choisir pour ce type (size_t et long long sont ambigus). Convertissez la valeur, par exemple en std::int64_t.")},
        {"call of overloaded 'bind*' is ambiguous",
         translatable(
             "SQLiteCpp ne sait pas quel bind choisir pour ce type (size_t et long long sont ambigus). Convertissez la valeur, par exemple en std::int64_t.")},
        {"no member named 'rollback' in 'SQLite::Transaction'",
         translatable(
             "SQLite::Transaction n'a pas de fonction rollback dans SQLiteCpp 3.2.1. Pour annuler, quittez le bloc sans avoir appelé commit : le destructeur annule.")},
        {"SQLite::Transaction' has no member named 'rollback'",
         translatable(
             "SQLite::Transaction n'a pas de fonction rollback dans SQLiteCpp 3.2.1. Pour annuler, quittez le bloc sans avoir appelé commit : le destructeur annule.")},
    };
    return all;
}

/// What the compiler says of the mini-ORM of lessons 11 to 13, and of the templates that describe a structure.
const std::vector<Explanation>& orm_explanations()
{
    static const std::vector<Explanation> all{
        {"undefined template 'orm::Table<*>'",
         translatable(
             "« {0} » n'est pas décrit : il manque une spécialisation de orm::Table<{0}>, ou elle vient après cette ligne.")},
        {"undefined template 'orm::Conversion<*>'",
         translatable(
             "L'ORM ne sait pas convertir « {0} » : il n'y a pas de orm::Conversion<{0}>. Choisissez pour ce membre un type qu'il connaît, ou écrivez cette spécialisation.")},
        {"incomplete type 'orm::Table<*>'",
         translatable(
             "« {0} » n'est pas décrit : il manque une spécialisation de orm::Table<{0}>, ou elle vient après cette ligne.")},
        {"incomplete type 'orm::Conversion<*>'",
         translatable(
             "L'ORM ne sait pas convertir « {0} » : il n'y a pas de orm::Conversion<{0}>. Choisissez pour ce membre un type qu'il connaît, ou écrivez cette spécialisation.")},
        {"no matching function for call to 'colonne",
         translatable(
             "orm::colonne attend un nom et l'adresse d'un membre, &Structure::membre. Avec orm::cle_primaire, ce membre est un std::int64_t ; avec orm::reference_vers, la structure visée est déjà décrite.")},
        {"no matching function for call to 'pour_chaque_colonne",
         translatable(
             "Cette fonction veut entre chevrons une entité, c'est-à-dire une structure dont orm::Table est déjà définie : par exemple pour_chaque_colonne<Utilisateur>(…).")},
        {"no matching function for call to 'depuis_ligne",
         translatable(
             "Cette fonction veut entre chevrons une entité, c'est-à-dire une structure dont orm::Table est déjà définie : par exemple pour_chaque_colonne<Utilisateur>(…).")},
        {"no matching function for call to 'sql_creation",
         translatable(
             "Cette fonction veut entre chevrons une entité, c'est-à-dire une structure dont orm::Table est déjà définie : par exemple pour_chaque_colonne<Utilisateur>(…).")},
        {"no matching function for call to 'create_all",
         translatable(
             "Cette fonction veut entre chevrons une entité, c'est-à-dire une structure dont orm::Table est déjà définie : par exemple pour_chaque_colonne<Utilisateur>(…).")},
        {"no matching member function for call to 'query'",
         translatable(
             "Cette fonction veut entre chevrons une entité, c'est-à-dire une structure dont orm::Table est déjà définie : par exemple pour_chaque_colonne<Utilisateur>(…).")},
        {"no matching function for call to 'orm::Session::query<",
         translatable(
             "Cette fonction veut entre chevrons une entité, c'est-à-dire une structure dont orm::Table est déjà définie : par exemple pour_chaque_colonne<Utilisateur>(…).")},
        {"no matching member function for call to 'get'",
         translatable(
             "Cette fonction veut entre chevrons une entité, c'est-à-dire une structure dont orm::Table est déjà définie : par exemple pour_chaque_colonne<Utilisateur>(…).")},
        {"no matching function for call to 'orm::Session::get<",
         translatable(
             "Cette fonction veut entre chevrons une entité, c'est-à-dire une structure dont orm::Table est déjà définie : par exemple pour_chaque_colonne<Utilisateur>(…).")},
        {"missing 'typename' prior to dependent type name",
         translatable(
             "Le compilateur ne peut pas deviner que ce nom, qui dépend d'un paramètre de patron, est celui d'un type. Écrivez typename devant.")},
        {"need 'typename' before",
         translatable(
             "Le compilateur ne peut pas deviner que ce nom, qui dépend d'un paramètre de patron, est celui d'un type. Écrivez typename devant.")},
        {"invalid operands to binary expression ('*std::string*' and '*string_view'",
         translatable(
             "Une std::string et une std::string_view ne s'ajoutent pas avec +. Faites de la seconde une std::string : std::string(vue), ou ajoutez-la avec +=.")},
        {"invalid operands to binary expression ('basic_string<*' and '*string_view'",
         translatable(
             "Une std::string et une std::string_view ne s'ajoutent pas avec +. Faites de la seconde une std::string : std::string(vue), ou ajoutez-la avec +=.")},
        {"invalid operands to binary expression ('*string_view*' and '*std::string'",
         translatable(
             "Une std::string et une std::string_view ne s'ajoutent pas avec +. Faites de la seconde une std::string : std::string(vue), ou ajoutez-la avec +=.")},
        {"invalid operands to binary expression ('*string_view*' and 'const char",
         translatable(
             "Une std::string et une std::string_view ne s'ajoutent pas avec +. Faites de la seconde une std::string : std::string(vue), ou ajoutez-la avec +=.")},
        {"no match for 'operator+' (operand types are '*std::string*' and '*string_view'",
         translatable(
             "Une std::string et une std::string_view ne s'ajoutent pas avec +. Faites de la seconde une std::string : std::string(vue), ou ajoutez-la avec +=.")},
        {"no match for 'operator+' (operand types are '*string_view*' and '*std::string'",
         translatable(
             "Une std::string et une std::string_view ne s'ajoutent pas avec +. Faites de la seconde une std::string : std::string(vue), ou ajoutez-la avec +=.")},
        {"no match for 'operator+' (operand types are '*string_view*' and 'const char",
         translatable(
             "Une std::string et une std::string_view ne s'ajoutent pas avec +. Faites de la seconde une std::string : std::string(vue), ou ajoutez-la avec +=.")},
    };
    return all;
}

// g++ quotes with ‘ and ’; explain_compiler() makes them straight first.
const std::vector<Explanation>& compiler_explanations()
{
    static const std::vector<Explanation> all{
        {"expected ';'",
         translatable("Il manque un point-virgule à la fin de l'instruction, souvent celle de la ligne précédente.")},
        {"expected '}'", translatable("Une accolade ouverte n'est jamais refermée. Comptez les « {{ » et les « }} ».")},
        {"expected ')'", translatable("Une parenthèse ouverte n'est pas refermée.")},
        {"extraneous closing brace", translatable("Il y a une accolade fermante de trop.")},
        {"raw string missing terminating delimiter *",
         translatable(
             "Un texte brut, ouvert par R\"…(, n'est jamais refermé : il se termine par {0}, le mot de la fin étant celui du début.")},
        {"unterminated raw string",
         translatable(
             "Un texte brut, ouvert par R\"…(, n'est jamais refermé : il se termine par )…\", le mot de la fin étant celui du début.")},
        {"missing terminating",
         translatable(
             "Un texte commence par un guillemet et ne se termine pas sur la même ligne. Ajoutez le guillemet fermant.")},
        {"use of undeclared identifier 'std'",
         translatable("« std » est inconnu ici : il manque un #include en tête de fichier.")},
        {"use of undeclared identifier '*'; did you mean '*'?",
         translatable(
             "Le nom « {} » n'est pas connu ici. Vérifiez son orthographe (le compilateur propose « {} »), et que sa déclaration ou son #include vient avant.")},
        {"use of undeclared identifier '*'",
         translatable(
             "Le nom « {} » n'est pas connu ici. Vérifiez son orthographe, et que sa déclaration ou son #include vient avant.")},
        {"'*' was not declared in this scope",
         translatable(
             "Le nom « {} » n'est pas connu ici. Vérifiez son orthographe, et que sa déclaration ou son #include vient avant.")},
        {"use of undeclared '*'",
         translatable(
             "Le nom « {} » n'est pas connu ici. Vérifiez son orthographe, et que sa déclaration ou son #include vient avant.")},
        {"unknown type name '*'",
         translatable(
             "Le type « {} » n'est pas connu. Vérifiez son orthographe (et son préfixe std:: ou SQLite::), ou ajoutez le #include qui le déclare.")},
        {"'*' does not name a type",
         translatable(
             "Le type « {} » n'est pas connu. Vérifiez son orthographe (et son préfixe std:: ou SQLite::), ou ajoutez le #include qui le déclare.")},
        {"can't open * for reading: No such file",
         translatable("L'assembleur ne trouve pas ce fichier. Une réponse n'a pas besoin d'assembleur.")},
        {"'format' file not found",
         translatable("L'en-tête « <format> » existe dans la norme, mais pas encore dans ce compilateur.")},
        {"format: No such file",
         translatable("L'en-tête « <format> » existe dans la norme, mais pas encore dans ce compilateur.")},
        {"'*' file not found",
         translatable(
             "Le fichier à inclure « {} » n'existe pas, ou pas ici : seule votre réponse est compilée. Vérifiez son nom ; s'il est à vous, recopiez son contenu dans votre réponse.")},
        {"*: No such file",
         translatable(
             "Le fichier à inclure « {} » n'existe pas, ou pas ici : seule votre réponse est compilée. Vérifiez son nom ; s'il est à vous, recopiez son contenu dans votre réponse.")},
        {"no type named '*' in namespace '*'",
         translatable(
             "Le nom « {1}::{0} » n'est pas connu. Vérifiez son orthographe, ou ajoutez le #include qui le déclare.")},
        {"no member named '*' in namespace '*'",
         translatable(
             "Le nom « {1}::{0} » n'est pas connu. Vérifiez son orthographe, ou ajoutez le #include qui le déclare.")},
        {"'*' is not a member of '*'",
         translatable(
             "Le nom « {1}::{0} » n'est pas connu. Vérifiez son orthographe, ou ajoutez le #include qui le déclare.")},
        {"must explicitly initialize the reference member",
         translatable(
             "Un membre qui est une référence se lie avant l'accolade du constructeur, après deux-points : « : membre(argument) ».")},
        {"uninitialized reference member in",
         translatable(
             "Un membre qui est une référence se lie avant l'accolade du constructeur, après deux-points : « : membre(argument) ».")},
        {"no member named '*' in '*'; did you mean '*'?",
         translatable("« {1} » n'a pas de membre « {0} ». Le compilateur propose « {2} ».")},
        {"no member named '*' in '*'",
         translatable("« {1} » n'a pas de membre « {0} ». Vérifiez le nom dans la documentation de SQLiteCpp.")},
        {"'*' has no member named '*'",
         translatable("« {} » n'a pas de membre « {} ». Vérifiez le nom dans la documentation de SQLiteCpp.")},
        {"incompatible operand types ('*' and '*')",
         translatable(
             "Les deux branches de cette expression conditionnelle n'ont pas le même type : « {} » et « {} ». Donnez-leur le même, par exemple std::optional<int>(…).")},
        {"operands to '?:' have different types '*' and '*'",
         translatable(
             "Les deux branches de cette expression conditionnelle n'ont pas le même type : « {} » et « {} ». Donnez-leur le même, par exemple std::optional<int>(…).")},
        {"no matching function for call to 'construct_at'",
         translatable(
             "emplace_back ne sait pas construire un élément avec ces arguments. Pour une structure sans constructeur, écrivez push_back({{…}}).")},
        {"call to '*' is ambiguous",
         translatable(
             "Plusieurs fonctions « {} » conviennent également à ces arguments. Donnez-leur le type exact de l'une d'elles.")},
        {"call to member function '*' is ambiguous",
         translatable(
             "Plusieurs fonctions « {} » conviennent également à ces arguments. Donnez-leur le type exact de l'une d'elles.")},
        {"call to deleted constructor of '*'",
         translatable(
             "Un objet de type « {} » ne se copie pas. Passez-le par référence, ou déplacez-le avec std::move.")},
        {"use of deleted function '*'",
         translatable(
             "Cette opération est interdite ({}). Un objet qui possède une ressource, comme une base, ne se copie pas : passez-le par référence.")},
        {"too few arguments to function",
         translatable("Il manque un argument à cet appel. Relisez la déclaration dans fourni.hpp.")},
        {"too many arguments to function",
         translatable("Il y a un argument de trop dans cet appel. Relisez la déclaration dans fourni.hpp.")},
        {"no matching constructor for initialization of '*'",
         translatable(
             "Aucun constructeur de « {} » n'accepte ces arguments. Comparez leurs types et leur nombre avec la documentation.")},
        {"no matching member function for call to '*'",
         translatable(
             "Aucune fonction « {} » n'accepte ces arguments. Comparez leurs types et leur nombre avec la documentation.")},
        {"no matching function for call to '*'",
         translatable(
             "Aucune fonction « {} » n'accepte ces arguments. Comparez leurs types et leur nombre avec sa déclaration.")},
        {"conflicting types for 'main'",
         translatable(
             "Votre réponse définit main. Le main de l'exercice est dans programme.cpp : écrivez seulement la fonction demandée.")},
        {"conflicting declaration of C function 'int main(",
         translatable(
             "Votre réponse définit main. Le main de l'exercice est dans programme.cpp : écrivez seulement la fonction demandée.")},
        {"redefinition of 'main'",
         translatable(
             "Votre réponse définit main. Le main de l'exercice est dans programme.cpp : écrivez seulement la fonction demandée.")},
        {"redefinition of '*' with a different type: 'SQLite::Transaction' vs",
         translatable(
             "Une variable nommée « {} » existe déjà, et le compilateur lit ici la déclaration d'une autre. Pour construire un objet à partir d'elle, donnez-lui un nom qui soit à lui : SQLite::Transaction transaction(base).")},
        {"declaration of 'SQLite::Transaction *' shadows a parameter",
         translatable(
             "Une variable nommée « {} » existe déjà, et le compilateur lit ici la déclaration d'une autre. Pour construire un objet à partir d'elle, donnez-lui un nom qui soit à lui : SQLite::Transaction transaction(base).")},
        {"redefinition of '*'", translatable("Le nom « {} » est défini deux fois. Gardez une seule définition.")},
        {"conflicting declaration '*'",
         translatable("Le nom « {} » est déclaré deux fois, de deux façons différentes. Comparez avec fourni.hpp.")},
        {"functions that differ only in their return type",
         translatable("Votre fonction n'a pas le type de retour annoncé dans fourni.hpp.")},
        {"ambiguating new declaration of '*'",
         translatable("La fonction « {} » n'a pas le type de retour annoncé dans fourni.hpp.")},
        {"'this' argument to member function '*' has type 'const",
         translatable("La fonction « {} » modifie l'objet, or cet objet est const ici.")},
        {"passing '*' as 'this' argument discards qualifiers",
         translatable("Cet objet ({}) est const : on ne peut pas y appeler une fonction qui le modifie.")},
        {"cannot assign to", translatable("Cette valeur est constante : on ne peut pas la modifier.")},
        {"assignment of read-only", translatable("Cette valeur est constante : on ne peut pas la modifier.")},
        {"no viable conversion from '*' to '*'",
         translatable("Une valeur de type « {} » ne se convertit pas en « {} ».")},
        {"no viable conversion from returned value of type '*' to function return type '*'",
         translatable("La fonction rend une valeur de type « {} » alors qu'elle annonce « {} ».")},
        {"could not convert '*' from '*'",
         translatable("La valeur « {} », de type « {} », ne se convertit pas dans le type attendu ici.")},
        {"cannot initialize a variable of type '*' with",
         translatable("Une variable de type « {} » ne peut pas recevoir cette valeur : les types diffèrent.")},
        {"cannot convert '*' to '*'", translatable("Une valeur de type « {} » ne se convertit pas en « {} ».")},
        {"cannot initialize return object of type '*' with",
         translatable("La fonction doit rendre une valeur de type « {} » ; celle-ci est d'un autre type.")},
        {"invalid operands to binary expression ('*' and '*')",
         translatable("Cette opération n'existe pas entre « {} » et « {} ».")},
        {"no match for 'operator*' (operand types are '*' and '*')",
         translatable("L'opération {} n'existe pas entre « {} » et « {} ».")},
        {"no viable overloaded '*'",
         translatable("L'opérateur {} ne convient pas ici : les types diffèrent, ou l'objet à modifier est const.")},
        {"a function-definition is not allowed here",
         translatable(
             "Une fonction ne se définit pas à l'intérieur d'une autre. Une accolade ouverte plus haut n'est sans doute pas refermée.")},
        {"function definition is not allowed here",
         translatable(
             "Une fonction ne se définit pas à l'intérieur d'une autre. Une accolade ouverte plus haut n'est sans doute pas refermée.")},
        {"#include nested too deeply", translatable("Ce fichier s'inclut lui-même, sans fin.")},
        {"#include nested depth", translatable("Ce fichier s'inclut lui-même, sans fin.")},
        {"recursive template instantiation exceeded",
         translatable("Ce modèle s'instancie lui-même sans fin : il manque le cas qui l'arrête.")},
        {"template instantiation depth exceeds",
         translatable("Ce modèle s'instancie lui-même sans fin : il manque le cas qui l'arrête.")},
        {"never produces a constant expression",
         translatable(
             "Cette fonction constexpr ne peut pas s'évaluer à la compilation ; les lignes « note » disent pourquoi.")},
        {"constexpr' loop iteration count exceeds limit",
         translatable(
             "Cette valeur ne peut pas être calculée à la compilation ; les lignes « note » disent pourquoi.")},
        {"must be initialized by a constant expression",
         translatable(
             "Cette valeur ne peut pas être calculée à la compilation ; les lignes « note » disent pourquoi.")},
        {"Could not find incbin file",
         translatable("L'assembleur ne trouve pas ce fichier. Une réponse n'a pas besoin d'assembleur.")},
        {"file not found: *",
         translatable("L'assembleur ne trouve pas ce fichier. Une réponse n'a pas besoin d'assembleur.")},
        {"Could not find include file",
         translatable("L'assembleur ne trouve pas ce fichier. Une réponse n'a pas besoin d'assembleur.")},
        {"expected unqualified-id",
         translatable(
             "Le compilateur attendait ici un nom : il y a sans doute un mot, une parenthèse ou une accolade de trop juste avant.")},
        {"expected expression",
         translatable("Le compilateur attendait ici une valeur : il manque un opérande, ou il y a un signe de trop.")},
        {"expected primary-expression",
         translatable("Le compilateur attendait ici une valeur : il manque un opérande, ou il y a un signe de trop.")},
        {"constraints not satisfied",
         translatable(
             "Le type donné à ce modèle ne remplit pas ses conditions ; les lignes « note » disent laquelle n'est pas remplie.")},
        {"static_assert failed",
         translatable(
             "Une assertion évaluée à la compilation (static_assert) a échoué : son texte est dans le message ci-dessous.")},
        {"static assertion failed",
         translatable(
             "Une assertion évaluée à la compilation (static_assert) a échoué : son texte est dans le message ci-dessous.")},
    };
    return all;
}

const std::vector<Explanation>& linker_explanations()
{
    static const std::vector<Explanation> all{
        {"duplicate symbol: *: *: main",
         translatable(
             "Votre réponse définit main. Le main de l'exercice est dans programme.cpp : écrivez seulement la fonction demandée.")},
        {"multiple definition of `main'",
         translatable(
             "Votre réponse définit main. Le main de l'exercice est dans programme.cpp : écrivez seulement la fonction demandée.")},
        {"undefined symbol: *\n",
         translatable(
             "La fonction « {} » est déclarée, mais n'est définie nulle part. Vérifiez que votre fonction porte exactement ce nom et ces types de paramètres, comme dans fourni.hpp.")},
        {"undefined reference to `*'",
         translatable(
             "La fonction « {} » est déclarée, mais n'est définie nulle part. Vérifiez que votre fonction porte exactement ce nom et ces types de paramètres, comme dans fourni.hpp.")},
        {"duplicate symbol: *: *: *\n",
         translatable("La fonction « {2} » est définie deux fois dans le programme. Gardez une seule définition.")},
        {"duplicate symbol: *\n",
         translatable("Une fonction est définie deux fois dans le programme ({}). Gardez une seule définition.")},
        {"multiple definition of `*'",
         translatable("La fonction « {} » est définie deux fois dans le programme. Gardez une seule définition.")},
    };
    return all;
}

}  // namespace

std::string explanation_of_compiler_error(std::string_view text)
{
    for (const auto* explanations : {&library_explanations(), &orm_explanations()}) {
        if (std::string found = explain(text, *explanations); !found.empty()) {
            return found;
        }
    }
    return explain(text, compiler_explanations());
}

std::string explanation_of_linker_error(std::string_view output) { return explain(output, linker_explanations()); }

}  // namespace atelier
