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
    const char* pattern;  ///< « * » matches anything, and « \\* » a star; the first three give {0}, {1} and {2}
    const char* french;
};

/// Takes what stands before the first `*` from `pattern`, and that `*`; whether there is one.
bool take_literal(std::string_view& pattern, std::string& literal)
{
    literal.clear();
    std::size_t at = 0;
    for (; at < pattern.size() && pattern[at] != '*'; ++at) {
        at += pattern[at] == '\\' && at + 1 < pattern.size() ? 1 : 0;
        literal += pattern[at];
    }
    const bool star = at < pattern.size();
    pattern.remove_prefix(star ? at + 1 : at);
    return star;
}

/// What each `*` of `pattern` covers in `text`, when it matches from somewhere to somewhere.
std::optional<std::vector<std::string>> match(std::string_view text, std::string_view pattern)
{
    std::vector<std::string> captures;
    std::string literal;
    std::size_t at = 0;
    for (bool first = true, star = true; star; first = false) {
        star = take_literal(pattern, literal);
        const std::size_t found = text.find(literal, at);
        if (found == std::string_view::npos) {
            return std::nullopt;
        }
        if (!first) {
            captures.emplace_back(text.substr(at, literal.empty() ? std::string_view::npos : found - at));
        }
        at = found + literal.size();
    }
    return captures;
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

/// What the compiler says of the two ways to SQLite, often in the notes that follow the error: SQLite's own functions, and
/// the classes and conversions of C++ that are met beside them. Tried before all others.
const std::vector<Explanation>& interface_explanations()
{
    constexpr const char* savepoint = translatable(
        "SQLite::Savepoint a son propre en-tête, que SQLiteCpp.h n'inclut pas : ajoutez #include <SQLiteCpp/Savepoint.h>.");
    constexpr const char* backup = translatable(
        "SQLite::Backup a son propre en-tête, que SQLiteCpp.h n'inclut pas : ajoutez #include <SQLiteCpp/Backup.h>.");
    constexpr const char* variadic_bind = translatable(
        "La fonction SQLite::bind a son propre en-tête, que SQLiteCpp.h n'inclut pas : ajoutez #include <SQLiteCpp/VariadicBind.h>.");
    constexpr const char* address = translatable(
        "Cette fonction range un pointeur dans votre variable : il lui en faut l'adresse. Ajoutez & devant l'argument : &base, &requete.");
    constexpr const char* no_address = translatable(
        "Cette fonction veut le pointeur lui-même, et non l'adresse où il est rangé : retirez le & (ou, si vous avez reçu cette adresse, mettez * devant).");
    constexpr const char* swapped = translatable(
        "Une requête (sqlite3_stmt*) est donnée là où il faut une base (sqlite3*), ou l'inverse. Comparez les arguments avec la déclaration de la fonction.");
    constexpr const char* unfilled = translatable(
        "L'API C ne sait pas remplir un std::unique_ptr. Donnez-lui l'adresse d'un pointeur ordinaire, sqlite3* ou sqlite3_stmt*, puis confiez ce pointeur à l'objet.");
    constexpr const char* bare_0 = translatable(
        "Cette fonction de l'API C veut un pointeur, et reçoit « {0} ». Un std::unique_ptr donne le sien par get(), une SQLite::Database par getHandle().");
    constexpr const char* bare_1 = translatable(
        "Cette fonction de l'API C veut un pointeur, et reçoit « {1} ». Un std::unique_ptr donne le sien par get(), une SQLite::Database par getHandle().");
    constexpr const char* chars_0 = translatable(
        "Il faut ici un const char*, et c'est « {0} » qui est donné. Une std::string ou un std::filesystem::path le donne par c_str() ; une std::string_view, par data(), avec sa longueur.");
    constexpr const char* chars_1 = translatable(
        "Il faut ici un const char*, et c'est « {1} » qui est donné. Une std::string ou un std::filesystem::path le donne par c_str() ; une std::string_view, par data(), avec sa longueur.");
    constexpr const char* unsigned_text = translatable(
        "Ces octets sont des unsigned char : c'est ce que rend sqlite3_column_text, et C++ ne les prend pas pour du texte. Convertissez le pointeur : reinterpret_cast<const char*>(…).");
    constexpr const char* bytes = translatable(
        "Un const void*, comme ce que rend sqlite3_column_blob, ne dit pas ce qu'il désigne. Convertissez-le par static_cast, en const char* ou en const std::byte*.");
    constexpr const char* owner = translatable(
        "Un pointeur ne devient pas tout seul l'objet qui le possède : std::unique_ptr veut être construit en toutes lettres. Écrivez Base base(pointeur), return Base(pointeur) ou, si l'objet existe déjà, base.reset(pointeur).");
    constexpr const char* column = translatable(
        "Un SQLite::Column ne devient pas tout seul une valeur du type attendu ici. Regardez d'abord ce qu'il contient (isNull(), isInteger(), isText()…), puis demandez-le : getInt64(), getDouble(), getString()…");
    constexpr const char* constant = translatable(
        "Une std::string (ou un std::vector) prend sa mémoire pendant l'exécution : elle ne peut pas être constexpr. Pour un texte connu d'avance, écrivez constexpr std::string_view.");
    static const std::vector<Explanation> all{
        {"no member named 'Savepoint' in namespace 'SQLite'", savepoint},
        {"no type named 'Savepoint' in namespace 'SQLite'", savepoint},
        {"unknown type name 'Savepoint'", savepoint},
        {"'Savepoint' is not a member of 'SQLite'", savepoint},
        {"'Savepoint' in namespace 'SQLite' does not name a type", savepoint},
        {"'Savepoint' was not declared in this scope", savepoint},
        {"no member named 'Backup' in namespace 'SQLite'", backup},
        {"no type named 'Backup' in namespace 'SQLite'", backup},
        {"'Backup' is not a member of 'SQLite'", backup},
        {"'Backup' in namespace 'SQLite' does not name a type", backup},
        {"no member named 'bind' in namespace 'SQLite'", variadic_bind},
        {"'bind' is not a member of 'SQLite'", variadic_bind},
        {"no matching function for call to 'sqlite3_*take the address of the argument with &", address},
        {"cannot convert 'sqlite3\\*' to 'sqlite3\\*\\*'", address},
        {"cannot convert 'sqlite3_stmt\\*' to 'sqlite3_stmt\\*\\*'", address},
        {"no matching function for call to 'sqlite3_*; remove &", no_address},
        {"no matching function for call to 'sqlite3_*dereference the argument with \\*", no_address},
        {"cannot convert 'sqlite3\\*\\*' to 'sqlite3\\*'", no_address},
        {"cannot convert 'sqlite3_stmt\\*\\*' to 'sqlite3_stmt\\*'", no_address},
        {"'sqlite3_stmt \\*' to 'sqlite3 \\*'", swapped},
        {"'sqlite3 \\*' to 'sqlite3_stmt \\*'", swapped},
        {"cannot convert 'sqlite3_stmt\\*' to 'sqlite3\\*'", swapped},
        {"cannot convert 'sqlite3\\*' to 'sqlite3_stmt\\*'", swapped},
        {"no matching function for call to 'sqlite3_* to 'sqlite3 \\*\\*'", unfilled},
        {"no matching function for call to 'sqlite3_* to 'sqlite3_stmt \\*\\*'", unfilled},
        {"cannot convert '*' to 'sqlite3\\*\\*'", unfilled},
        {"cannot convert '*' to 'sqlite3_stmt\\*\\*'", unfilled},
        {"no matching function for call to 'sqlite3_*no known conversion from '*' to 'sqlite3 \\*'", bare_1},
        {"no matching function for call to 'sqlite3_*no known conversion from '*' to 'sqlite3_stmt \\*'", bare_1},
        {"cannot convert '*' to 'sqlite3\\*'", bare_0},
        {"cannot convert '*' to 'sqlite3_stmt\\*'", bare_0},
        {"from 'const unsigned char \\*", unsigned_text},
        {"value of type 'const unsigned char \\*", unsigned_text},
        {"from 'const unsigned char\\*' to ", unsigned_text},
        {"from type 'const unsigned char\\*' to ", unsigned_text},
        {"(operand types are '*' and 'const unsigned char\\*')", unsigned_text},
        {"no matching function for call to 'std::*(const unsigned char\\*", unsigned_text},
        {"value of type 'const void \\*'", bytes},
        {"no known conversion from 'const void \\*' to 'const ", bytes},
        {"invalid conversion from 'const void\\*' to ", bytes},
        {"no matching function for call to 'sqlite3_*no known conversion from '*' to 'const char \\*'", chars_1},
        {"cannot convert '*' to 'const char\\*'", chars_0},
        {"no viable conversion from 'sqlite3 \\*' to '", owner},
        {"no viable conversion from 'sqlite3_stmt \\*' to '", owner},
        {"returned value of type 'sqlite3 \\*' to function return type", owner},
        {"returned value of type 'sqlite3_stmt \\*' to function return type", owner},
        {"cannot convert argument of incomplete type 'sqlite3*\\*' to 'std::unique_ptr<", owner},
        {"from 'sqlite3\\*' to ", owner},
        {"from 'sqlite3_stmt\\*' to ", owner},
        {"'operator=' (operand types are '*' and 'sqlite3\\*')", owner},
        {"'operator=' (operand types are '*' and 'sqlite3_stmt\\*')", owner},
        {"from 'const SQLite::Column' to ", column},
        {"from 'SQLite::Column' to ", column},
        {"returned value of type 'const SQLite::Column' to", column},
        {"returned value of type 'SQLite::Column' to", column},
        {"no match for 'operator=' (operand types are '*' and 'const SQLite::Column')", column},
        {"no match for 'operator=' (operand types are '*' and 'SQLite::Column')", column},
        {"no matching function for call to 'std::variant<*SQLite::Column", column},
        {"must be initialized by a constant expression*heap allocation performed here", constant},
        {"must be initialized by a constant expression*constexpr std::string ", constant},
        {"is not a constant expression because it refers to a result of 'operator new'", constant},
        {"expected ';' after expression*no member named '*' in namespace '*'",
         translatable(
             "Le nom « {2}::{1} » n'est pas connu. Vérifiez son orthographe, ou ajoutez le #include qui le déclare.")},
    };
    return all;
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

/// What the compiler says, in the notes mostly, of a structure that the mini-ORM of lessons 11 to 13 does not know.
const std::vector<Explanation>& entity_explanations()
{
    constexpr const char* undescribed = translatable(
        "« {0} » n'est pas décrit : il manque une spécialisation de orm::Table<{0}>, ou elle vient après cette ligne.");
    constexpr const char* not_an_entity = translatable(
        "La structure donnée ici n'est pas une entité : il lui manque une spécialisation de orm::Table, ou elle vient après cette ligne.");
    static const std::vector<Explanation> all{
        {"undefined template 'orm::Table<*>'", undescribed},
        {"incomplete type 'orm::Table<*>'", undescribed},
        {"constraints not satisfied for class template 'Query' [with T = *]", undescribed},
        {"requires  Entite<T>*required expression 'orm::Table<", not_an_entity},
    };
    return all;
}

/// What the compiler says of the rest of the mini-ORM, and of the templates that describe a structure.
const std::vector<Explanation>& orm_explanations()
{
    constexpr const char* other_constraint = translatable(
        "Ce patron est déjà déclaré, avec une autre condition sur son paramètre. Recopiez sa première ligne telle quelle : template <Entite T> et template <class T> n'annoncent pas le même patron.");
    constexpr const char* entity_needed = translatable(
        "Cette fonction veut entre chevrons une entité, c'est-à-dire une structure dont orm::Table est déjà définie : par exemple pour_chaque_colonne<Utilisateur>(…).");
    constexpr const char* added_view = translatable(
        "Une std::string et une std::string_view ne s'ajoutent pas avec +. Faites de la seconde une std::string : std::string(vue), ou ajoutez-la avec +=.");
    static const std::vector<Explanation> all{
        {"no matching function for call to 'nom_de_colonne",
         translatable(
             "nom_de_colonne veut, entre chevrons, l'entité puis l'adresse d'un membre connue à la compilation, et rien entre parenthèses : nom_de_colonne<T, membre>(), où membre est un paramètre de patron (template <auto membre>), ou s'écrit &Utilisateur::nom.")},
        {"n'a pas de colonne dans orm::Table",
         translatable(
             "Le membre désigné ici n'a pas de colonne : ajoutez-la à la description de l'entité (orm::Table), ou désignez l'un des membres qu'elle cite. Il doit appartenir à cette entité-là, et non à une autre.")},
        {"type constraint differs in template redeclaration", other_constraint},
        {"with different constraints", other_constraint},
        {"undefined template 'orm::Conversion<*>'",
         translatable(
             "L'ORM ne sait pas convertir « {0} » : il n'y a pas de orm::Conversion<{0}>. Choisissez pour ce membre un type qu'il connaît, ou écrivez cette spécialisation.")},
        {"incomplete type 'orm::Conversion<*>'",
         translatable(
             "L'ORM ne sait pas convertir « {0} » : il n'y a pas de orm::Conversion<{0}>. Choisissez pour ce membre un type qu'il connaît, ou écrivez cette spécialisation.")},
        {"no matching function for call to 'colonne",
         translatable(
             "orm::colonne attend un nom et l'adresse d'un membre, &Structure::membre. Avec orm::cle_primaire, ce membre est un std::int64_t ; avec orm::reference_vers, la structure visée est déjà décrite.")},
        {"no matching function for call to 'pour_chaque_colonne", entity_needed},
        {"no matching function for call to 'depuis_ligne", entity_needed},
        {"no matching function for call to 'sql_creation", entity_needed},
        {"no matching function for call to 'create_all", entity_needed},
        {"no matching member function for call to 'query'", entity_needed},
        {"no matching function for call to 'orm::Session::query<", entity_needed},
        {"no matching member function for call to 'get'", entity_needed},
        {"no matching function for call to 'orm::Session::get(", entity_needed},
        {"no matching function for call to 'orm::Session::get<", entity_needed},
        {"missing 'typename' prior to dependent type name",
         translatable(
             "Le compilateur ne peut pas deviner que ce nom, qui dépend d'un paramètre de patron, est celui d'un type. Écrivez typename devant.")},
        {"need 'typename' before",
         translatable(
             "Le compilateur ne peut pas deviner que ce nom, qui dépend d'un paramètre de patron, est celui d'un type. Écrivez typename devant.")},
        {"invalid operands to binary expression ('*std::string*' and '*string_view'", added_view},
        {"invalid operands to binary expression ('basic_string<*' and '*string_view'", added_view},
        {"invalid operands to binary expression ('*string_view*' and '*std::string'", added_view},
        {"invalid operands to binary expression ('*string_view*' and 'const char", added_view},
        {"no match for 'operator+' (operand types are '*std::string*' and '*string_view'", added_view},
        {"no match for 'operator+' (operand types are '*string_view*' and '*std::string'", added_view},
        {"no match for 'operator+' (operand types are '*string_view*' and 'const char", added_view},
    };
    return all;
}

/// What the compiler says of a definition that is not what was declared, and of values of another type: tried before the
/// list of all others, which clang-format could not take in if it were any longer.
const std::vector<Explanation>& type_explanations()
{
    static const std::vector<Explanation> all{
        {"out-of-line definition of '*' does not match any declaration",
         translatable(
             "La définition de « {} » ne correspond à aucune déclaration. Comparez-la signe par signe avec celle de fourni.hpp : types des paramètres, référence (&), const ou noexcept après la parenthèse.")},
        {"no declaration matches '*'",
         translatable(
             "La définition de « {} » ne correspond à aucune déclaration. Comparez-la signe par signe avec celle de fourni.hpp : types des paramètres, référence (&), const ou noexcept après la parenthèse.")},
        {"'*' should have been declared inside '*'",
         translatable(
             "La définition de « {} » ne correspond à aucune déclaration. Comparez-la signe par signe avec celle de fourni.hpp : types des paramètres, référence (&), const ou noexcept après la parenthèse.")},
        {"'*' is missing exception specification",
         translatable(
             "La déclaration de « {} » et sa définition ne s'accordent pas sur noexcept, qui s'écrit après la parenthèse (et après const). Comparez avec fourni.hpp.")},
        {"declaration of '*' has a different exception specifier",
         translatable(
             "La déclaration de « {} » et sa définition ne s'accordent pas sur noexcept, qui s'écrit après la parenthèse (et après const). Comparez avec fourni.hpp.")},
        {"exception specification in declaration does not match previous declaration",
         translatable(
             "La déclaration et la définition de cette fonction ne s'accordent pas sur noexcept, qui s'écrit après la parenthèse (et après const). Comparez avec fourni.hpp.")},
        {"no matching conversion for functional-style cast from '*' to '*'",
         translatable("Une valeur de type « {} » ne se convertit pas en « {} ».")},
        {"conversion from '*' to non-scalar type '*' requested",
         translatable("Une valeur de type « {} » ne se convertit pas en « {} ».")},
        {"invalid conversion from '*' to '*'",
         translatable("Une valeur de type « {} » ne se convertit pas en « {} ».")},
        {"static_cast from '*' to '*' is not allowed", translatable("static_cast ne convertit pas « {} » en « {} ».")},
        {"invalid 'static_cast' from type '*' to type '*'",
         translatable("static_cast ne convertit pas « {} » en « {} ».")},
        {"'*' in namespace '*' does not name a type",
         translatable(
             "Le nom « {1}::{0} » n'est pas connu. Vérifiez son orthographe, ou ajoutez le #include qui le déclare.")},
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
             "Un texte commence par un guillemet et ne se termine pas sur la même ligne. Ajoutez le guillemet fermant ; un texte de plusieurs lignes s'écrit R\"(…)\".")},
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

std::string explanation_of_compiler_error(std::string_view text, std::string_view notes)
{
    const std::string both = std::string(text) + "\n" + std::string(notes);
    std::string french = explain(both, interface_explanations());
    french = french.empty() ? explain(both, entity_explanations()) : french;
    for (const auto& table : {library_explanations, orm_explanations, type_explanations, compiler_explanations}) {
        french = french.empty() ? explain(text, table()) : french;
    }
    return french;
}

std::string explanation_of_linker_error(std::string_view output) { return explain(output, linker_explanations()); }

}  // namespace atelier
