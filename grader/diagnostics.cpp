// SPDX-License-Identifier: MIT
#include "diagnostics.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "message.hpp"
#include "show.hpp"

namespace atelier {

namespace {

/// Where something is said, and what.
struct Finding {
    int line = 0;
    int column = 0;
    std::string text;
    std::string file;  ///< where the tool says it, when that is not in the answer
};

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
            return tr(explanation.french, visible_lines((*captures)[0]), visible_lines((*captures)[1]),
                      visible_lines((*captures)[2]));
        }
    }
    return {};
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
        {"'*' file not found", translatable("Le fichier à inclure « {} » n'existe pas. Vérifiez son nom.")},
        {"*: No such file", translatable("Le fichier à inclure « {} » n'existe pas. Vérifiez son nom.")},
        {"no type named '*' in namespace '*'",
         translatable(
             "Le nom « {1}::{0} » n'est pas connu. Vérifiez son orthographe, ou ajoutez le #include qui le déclare.")},
        {"no member named '*' in namespace '*'",
         translatable(
             "Le nom « {1}::{0} » n'est pas connu. Vérifiez son orthographe, ou ajoutez le #include qui le déclare.")},
        {"'*' is not a member of '*'",
         translatable(
             "Le nom « {1}::{0} » n'est pas connu. Vérifiez son orthographe, ou ajoutez le #include qui le déclare.")},
        {"no member named '*' in '*'; did you mean '*'?",
         translatable("« {1} » n'a pas de membre « {0} ». Le compilateur propose « {2} ».")},
        {"no member named '*' in '*'",
         translatable("« {1} » n'a pas de membre « {0} ». Vérifiez le nom dans la documentation de SQLiteCpp.")},
        {"'*' has no member named '*'",
         translatable("« {} » n'a pas de membre « {} ». Vérifiez le nom dans la documentation de SQLiteCpp.")},
        {"call to member function 'bind' is ambiguous",
         translatable(
             "SQLiteCpp ne sait pas quel bind choisir pour ce type (size_t et long long sont ambigus). Convertissez la valeur, par exemple en std::int64_t.")},
        {"call of overloaded 'bind*' is ambiguous",
         translatable(
             "SQLiteCpp ne sait pas quel bind choisir pour ce type (size_t et long long sont ambigus). Convertissez la valeur, par exemple en std::int64_t.")},
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

void replace_all(std::string& text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

/// Erases whatever stands from `begin` to `end`, both included.
void erase_all(std::string& text, std::string_view begin, std::string_view end)
{
    for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
        const std::size_t last = text.find(end, at);
        text.erase(at, last == std::string::npos ? last : last + end.size() - at);
    }
}

/// The tool's words with straight quotes, and without the long names behind a type's usual one.
std::string simplified(std::string_view output)
{
    std::string text(output);
    replace_all(text, "‘", "'");
    replace_all(text, "’", "'");
    replace_all(text, "std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> >", "std::string");
    replace_all(text, "std::__cxx11::basic_string<char>", "std::string");
    replace_all(text, "std::basic_string<char>", "std::string");
    replace_all(text, "'struct ", "'");
    replace_all(text, "'class ", "'");
    erase_all(text, " (aka '", "')");
    erase_all(text, " {aka '", "'}");
    return text;
}

/// Reads « FILE:LINE:COLUMN: » where FILE's last part is `answer`, anywhere in `line`.
std::optional<Finding> place_in(std::string_view line, std::string_view answer)
{
    const std::string mark = std::string(answer) + ":";
    const std::size_t at = line.find(mark);
    if (at == std::string_view::npos || (at > 0 && line[at - 1] != '/' && line[at - 1] != ' ')) {
        return std::nullopt;
    }
    Finding finding;
    const char* end = line.data() + line.size();
    const auto number = std::from_chars(line.data() + at + mark.size(), end, finding.line);
    if (number.ec != std::errc{}) {
        return std::nullopt;
    }
    if (number.ptr != end && *number.ptr == ':') {
        const auto column = std::from_chars(number.ptr + 1, end, finding.column);
        finding.text = std::string(column.ptr, end);
    }
    return finding;
}

/// What follows « error: » in `line`; empty when it tells of none. A text left open is one, whatever clang calls it.
std::string_view error_in(std::string_view line)
{
    for (const std::string_view mark : {" error: ", " Error: ", " warning: missing terminating"}) {
        if (const std::size_t at = line.find(mark); at != std::string_view::npos) {
            return line.substr(line.find(": ", at) + 2);
        }
    }
    return {};
}

/// Whether `line` only tells by which files an error was reached: the prelude, for a student, or a thousand times the same.
bool is_road(std::string_view line)
{
    return line.rfind("In file included from ", 0) == 0 || line.rfind("                 from ", 0) == 0;
}

/// The first error said of the answer; else the first error anywhere, at the first line of the answer that a note or
/// a « required from » near it names.
Finding first_error(std::string_view output, std::string_view answer)
{
    Finding elsewhere;
    for (const std::string_view line : lines_of(output)) {
        if (is_road(line)) {
            continue;
        }
        const std::optional<Finding> place = place_in(line, answer);
        const std::string_view error = error_in(line);
        if (!error.empty() && place) {
            return {.line = place->line, .column = place->column, .text = std::string(error), .file = {}};
        }
        if (!error.empty() && elsewhere.text.empty()) {
            elsewhere.text = error;
            elsewhere.file = line.substr(0, line.find(':'));
        }
        if (place && elsewhere.line == 0) {
            elsewhere.line = place->line;
            elsewhere.column = place->column;
        }
    }
    return elsewhere;
}

/// Where `error` is, as the beginning of a sentence.
std::string place_of(const Finding& error, std::string_view answer)
{
    if (error.line == 0) {
        return error.file == "programme.cpp"
                   ? tr("programme.cpp, qui se sert de votre réponse, ne compile pas avec elle :") + "\n"
                   : std::string();
    }
    const std::string line = tr("À la ligne {} de {}", error.line, answer);
    return error.file.empty() ? line + tr(", colonne {} :", error.column) + "\n"
                              : line + tr(" (l'erreur est signalée ailleurs, mais vient de là) :") + "\n";
}

std::string tool_words(std::string_view output)
{
    std::string text;
    for (const std::string_view line : lines_of(output)) {
        text += is_road(line) ? std::string() : shortened(line, 1, 240);
    }
    return tr("Le message d'origine :") + "\n" + indented(shortened(visible_lines(text), 25, 4000), "  | ");
}

}  // namespace

std::string explain_compiler(std::string_view output, std::string_view answer)
{
    const Finding error = first_error(simplified(output), answer);
    std::string result = place_of(error, answer);
    if (const std::string french = explain(error.text, compiler_explanations()); !french.empty()) {
        result += french + "\n";
    } else if (!error.text.empty()) {
        result += tr("Le compilateur refuse cela : {}\n", visible_lines(error.text));
    }
    return result + tool_words(output);
}

std::string explain_linker(std::string_view output, std::string_view answer)
{
    std::string result = explain(simplified(output), linker_explanations());
    if (result.empty()) {
        result = tr("{} compile, mais ne s'assemble pas avec le reste du programme.", answer);
    }
    return result + "\n" + tool_words(output);
}

}  // namespace atelier
