// SPDX-License-Identifier: MIT
// Names that the compiler does not know: words of Python, names of std:: or of SQLite:: written without it, headers that
// are missing, slips of the keyboard.
#include <algorithm>
#include <array>

#include "explanations/table.hpp"
#include "message.hpp"
#include "nearest.hpp"

namespace atelier {

namespace {

struct PythonWord {
    std::string_view word;
    const char* french;
};

constexpr std::array python_words{
    PythonWord{
        "None",
        translatable(
            "None est un mot de Python. En C++, l'absence s'écrit std::nullopt pour un std::optional, nullptr pour un pointeur.")},
    PythonWord{"True", translatable("True est un mot de Python. En C++, il s'écrit sans majuscule : true.")},
    PythonWord{"False", translatable("False est un mot de Python. En C++, il s'écrit sans majuscule : false.")},
    PythonWord{"null",
               translatable(
                   "null n'existe pas en C++ : écrivez nullptr pour un pointeur, std::nullopt pour un std::optional.")},
    PythonWord{
        "len",
        translatable(
            "len est une fonction de Python. En C++, un conteneur dit sa taille lui-même : us.size(), et us.empty() s'il est vide.")},
    PythonWord{
        "print",
        translatable(
            "print est une fonction de Python. En C++, on écrit dans std::cout : std::cout << valeur << '\\n'.")},
    PythonWord{
        "str",
        translatable(
            "str est un type de Python. En C++, un texte est une std::string, et un nombre devient un texte par std::to_string(…).")},
    PythonWord{"elif", translatable("elif est un mot de Python. En C++, écrivez else if (…).")},
    PythonWord{"def",
               translatable("def est un mot de Python. En C++, une fonction commence par le type de ce qu'elle rend.")},
    PythonWord{"self",
               translatable("self est un mot de Python. En C++, un membre s'appelle par son nom seul, ou par this->.")},
    PythonWord{
        "range",
        translatable(
            "range est une fonction de Python. En C++, une boucle for compte elle-même, ou parcourt un conteneur.")},
    PythonWord{"pass", translatable("pass est un mot de Python. En C++, un bloc vide s'écrit {{}}.")},
    PythonWord{
        "lambda",
        translatable(
            "lambda est un mot de Python. En C++, une lambda commence par des crochets, comme dans [](int a) {{ … }}.")},
    PythonWord{"list", translatable("list est un type de Python. En C++, le conteneur à tout faire est std::vector.")},
    PythonWord{"dict", translatable("dict est un type de Python. En C++, c'est std::map ou std::unordered_map.")},
    PythonWord{"raise", translatable("raise est un mot de Python. En C++, une exception se lance avec throw.")},
    PythonWord{"except",
               translatable(
                   "except est un mot de Python. En C++, écrivez catch (const std::exception& e) après le bloc try.")},
    PythonWord{
        "input",
        translatable(
            "input est une fonction de Python. En C++, on lit dans std::cin ; mais ici, tout ce qu'il faut est dans les arguments.")},
};

struct StandardName {
    std::string_view name;
    std::string_view header;
};

/// What beginners use of the standard library.
constexpr std::array standard_names{
    StandardName{"abs", "cmath"},
    StandardName{"accumulate", "numeric"},
    StandardName{"all_of", "algorithm"},
    StandardName{"any_of", "algorithm"},
    StandardName{"array", "array"},
    StandardName{"back_inserter", "iterator"},
    StandardName{"binary_search", "algorithm"},
    StandardName{"bitset", "bitset"},
    StandardName{"byte", "cstddef"},
    StandardName{"ceil", "cmath"},
    StandardName{"cerr", "iostream"},
    StandardName{"chrono", "chrono"},
    StandardName{"cin", "iostream"},
    StandardName{"clamp", "algorithm"},
    StandardName{"copy", "algorithm"},
    StandardName{"count", "algorithm"},
    StandardName{"count_if", "algorithm"},
    StandardName{"cout", "iostream"},
    StandardName{"deque", "deque"},
    StandardName{"distance", "iterator"},
    StandardName{"endl", "ostream"},
    StandardName{"equal", "algorithm"},
    StandardName{"exception", "exception"},
    StandardName{"exchange", "utility"},
    StandardName{"filesystem", "filesystem"},
    StandardName{"fill", "algorithm"},
    StandardName{"find", "algorithm"},
    StandardName{"find_if", "algorithm"},
    StandardName{"floor", "cmath"},
    StandardName{"forward", "utility"},
    StandardName{"from_chars", "charconv"},
    StandardName{"fstream", "fstream"},
    StandardName{"function", "functional"},
    StandardName{"get", "tuple"},
    StandardName{"getenv", "cstdlib"},
    StandardName{"getline", "string"},
    StandardName{"hash", "functional"},
    StandardName{"holds_alternative", "variant"},
    StandardName{"ifstream", "fstream"},
    StandardName{"int16_t", "cstdint"},
    StandardName{"int32_t", "cstdint"},
    StandardName{"int64_t", "cstdint"},
    StandardName{"invalid_argument", "stdexcept"},
    StandardName{"iota", "numeric"},
    StandardName{"is_enum_v", "type_traits"},
    StandardName{"is_same_v", "type_traits"},
    StandardName{"istringstream", "sstream"},
    StandardName{"jthread", "thread"},
    StandardName{"list", "list"},
    StandardName{"lock_guard", "mutex"},
    StandardName{"logic_error", "stdexcept"},
    StandardName{"lower_bound", "algorithm"},
    StandardName{"make_optional", "optional"},
    StandardName{"make_pair", "utility"},
    StandardName{"make_shared", "memory"},
    StandardName{"make_tuple", "tuple"},
    StandardName{"make_unique", "memory"},
    StandardName{"map", "map"},
    StandardName{"max", "algorithm"},
    StandardName{"max_element", "algorithm"},
    StandardName{"memcpy", "cstring"},
    StandardName{"min", "algorithm"},
    StandardName{"min_element", "algorithm"},
    StandardName{"monostate", "variant"},
    StandardName{"move", "utility"},
    StandardName{"mt19937", "random"},
    StandardName{"multimap", "map"},
    StandardName{"multiset", "set"},
    StandardName{"mutex", "mutex"},
    StandardName{"next", "iterator"},
    StandardName{"none_of", "algorithm"},
    StandardName{"nullopt", "optional"},
    StandardName{"numbers", "numbers"},
    StandardName{"numeric_limits", "limits"},
    StandardName{"ofstream", "fstream"},
    StandardName{"optional", "optional"},
    StandardName{"ostringstream", "sstream"},
    StandardName{"out_of_range", "stdexcept"},
    StandardName{"pair", "utility"},
    StandardName{"pow", "cmath"},
    StandardName{"prev", "iterator"},
    StandardName{"printf", "cstdio"},
    StandardName{"priority_queue", "queue"},
    StandardName{"queue", "queue"},
    StandardName{"random_device", "random"},
    StandardName{"ranges", "ranges"},
    StandardName{"reduce", "numeric"},
    StandardName{"regex", "regex"},
    StandardName{"regex_match", "regex"},
    StandardName{"regex_search", "regex"},
    StandardName{"remove_cvref_t", "type_traits"},
    StandardName{"remove_if", "algorithm"},
    StandardName{"reverse", "algorithm"},
    StandardName{"round", "cmath"},
    StandardName{"runtime_error", "stdexcept"},
    StandardName{"scoped_lock", "mutex"},
    StandardName{"set", "set"},
    StandardName{"setfill", "iomanip"},
    StandardName{"setprecision", "iomanip"},
    StandardName{"setw", "iomanip"},
    StandardName{"shared_ptr", "memory"},
    StandardName{"size_t", "cstddef"},
    StandardName{"snprintf", "cstdio"},
    StandardName{"sort", "algorithm"},
    StandardName{"span", "span"},
    StandardName{"sqrt", "cmath"},
    StandardName{"stable_sort", "algorithm"},
    StandardName{"stack", "stack"},
    StandardName{"stod", "string"},
    StandardName{"stoi", "string"},
    StandardName{"stol", "string"},
    StandardName{"stoll", "string"},
    StandardName{"strcmp", "cstring"},
    StandardName{"string", "string"},
    StandardName{"string_view", "string_view"},
    StandardName{"stringstream", "sstream"},
    StandardName{"strlen", "cstring"},
    StandardName{"strong_ordering", "compare"},
    StandardName{"strtol", "cstdlib"},
    StandardName{"swap", "utility"},
    StandardName{"terminate", "exception"},
    StandardName{"this_thread", "thread"},
    StandardName{"thread", "thread"},
    StandardName{"tie", "tuple"},
    StandardName{"to_chars", "charconv"},
    StandardName{"to_string", "string"},
    StandardName{"transform", "algorithm"},
    StandardName{"tuple", "tuple"},
    StandardName{"uint32_t", "cstdint"},
    StandardName{"uint64_t", "cstdint"},
    StandardName{"uint8_t", "cstdint"},
    StandardName{"uniform_int_distribution", "random"},
    StandardName{"unique_lock", "mutex"},
    StandardName{"unique_ptr", "memory"},
    StandardName{"unordered_map", "unordered_map"},
    StandardName{"unordered_set", "unordered_set"},
    StandardName{"upper_bound", "algorithm"},
    StandardName{"variant", "variant"},
    StandardName{"vector", "vector"},
    StandardName{"views", "ranges"},
    StandardName{"visit", "variant"},
    StandardName{"weak_ptr", "memory"},
};

constexpr std::array sqlite_names{std::string_view("Database"), std::string_view("Statement"),
                                  std::string_view("Transaction"), std::string_view("Column"),
                                  std::string_view("Exception")};

/// An error of this kind: where its pattern captures the name, the scope and the compiler's proposal.
struct Shape {
    const char* pattern;
    int scope;     ///< -1: there is none
    int proposal;  ///< -1: there is none
    bool is_type = false;
};

// Those with a proposal come first.
constexpr std::array shapes{
    Shape{"no type named '~' in namespace '~'; did you mean '~'?", 1, 2},
    Shape{"no template named '~' in namespace '~'; did you mean '~'?", 1, 2},
    Shape{"no member named '~' in namespace '~'; did you mean '~'?", 1, 2},
    Shape{"'~' is not a member of '~'; did you mean '~'?", 1, 2},
    Shape{"'~' in namespace '~' does not name a ~ type; did you mean '~'?", 1, 3},
    Shape{"no type named '~' in namespace '~'", 1, -1},
    Shape{"no template named '~' in namespace '~'", 1, -1},
    Shape{"no member named '~' in namespace '~'", 1, -1},
    Shape{"'~' is not a member of '~'", 1, -1},
    Shape{"'~' in namespace '~' does not name a", 1, -1},
    Shape{"use of undeclared identifier '~'; did you mean '~'?", -1, 1},
    Shape{"use of undeclared '~'; did you mean '~'?", -1, 1},
    Shape{"'~' was not declared in this scope; did you mean '~'?", -1, 1},
    Shape{"unknown type name '~'; did you mean '~'?", -1, 1},
    Shape{"no template named '~'; did you mean '~'?", -1, 1},
    Shape{"'~' does not name a type; did you mean '~'?", -1, 1},
    Shape{"use of undeclared identifier '~'", -1, -1},
    Shape{"use of undeclared '~'", -1, -1},
    Shape{"'~' was not declared in this scope", -1, -1},
    Shape{"unknown type name '~'", -1, -1, true},
    Shape{"no template named '~'", -1, -1, true},
    Shape{"'~' does not name a type", -1, -1, true},
    Shape{"'~' has not been declared", -1, -1},
};

std::string_view header_of(std::string_view name)
{
    const auto* found = std::find_if(standard_names.begin(), standard_names.end(),
                                     [&](const StandardName& one) { return one.name == name; });
    return found == standard_names.end() ? std::string_view() : found->header;
}

/// Whether a slip of the keyboard may have made `name` of `proposal`; compilers propose names that are far from it.
bool is_slip(const std::string& name, std::string_view proposal)
{
    const std::size_t at = proposal.rfind("::");
    const std::string_view last = at == std::string_view::npos ? proposal : proposal.substr(at + 2);
    // A word of the language is never what a longer name was meant to be.
    for (const std::string_view word : {"double", "float", "int", "long", "bool", "char", "short", "delete", "auto"}) {
        if (last == word) {
            return false;
        }
    }
    return name.size() < 100 && last.size() < 100 && edit_distance(name, last) <= 1 + name.size() / 4;
}

Explained of_a_scope(const std::string& name, const std::string& scope, const std::string& proposal)
{
    const std::string_view header = scope == "std" ? header_of(name) : std::string_view();
    if (!header.empty()) {
        return {
            .name = "include-oublie",
            .french = tr(
                "« std::{} » est déclaré dans un en-tête que votre fichier n'inclut pas : ajoutez #include <{}> en haut.",
                name, header)};
    }
    if (!proposal.empty() && is_slip(name, proposal)) {
        return {.name = "nom-mal-ecrit",
                .french = tr("Le nom « {}::{} » n'est pas connu. Vouliez-vous écrire « {} » ?", quoted_name(scope),
                             quoted_name(name), quoted_name(proposal))};
    }
    return {.name = "nom-inconnu",
            .french = tr(
                "Le nom « {}::{} » n'est pas connu. Vérifiez son orthographe, ou ajoutez le #include qui le déclare.",
                quoted_name(scope), quoted_name(name))};
}

Explained of_no_scope(const std::string& name, const std::string& proposal, bool is_type)
{
    for (const PythonWord& python : python_words) {
        if (python.word == name && !proposal.starts_with("std::")) {
            return {.name = "mot-de-python", .french = tr(python.french, 0)};
        }
    }
    if (name == "std") {
        return {.name = "nom-inconnu",
                .french = tr("« std » est inconnu ici : il manque un #include en tête de fichier.")};
    }
    if (std::find(sqlite_names.begin(), sqlite_names.end(), name) != sqlite_names.end()) {
        return {.name = "sqlite-oublie",
                .french = tr("« {0} » est dans l'espace de noms de SQLiteCpp : écrivez SQLite::{0}.", name)};
    }
    if (const std::string_view header = header_of(name); !header.empty()) {
        return {
            .name = "std-oublie",
            .french = tr(
                "« {0} » vient de la bibliothèque standard : écrivez std::{0}, avec #include <{1}> en haut du fichier.",
                name, header)};
    }
    if (!proposal.empty() && is_slip(name, proposal)) {
        return {.name = "nom-mal-ecrit",
                .french = tr("Le nom « {} » n'est pas connu ici. Vouliez-vous écrire « {} » ?", quoted_name(name),
                             quoted_name(proposal))};
    }
    return is_type
               ? Explained{.name = "type-inconnu",
                           .french = tr(
                               "Le type « {} » n'est pas connu. Vérifiez son orthographe (et son préfixe std:: ou SQLite::), ou ajoutez le #include qui le déclare.",
                               quoted_name(name))}
               : Explained{
                     .name = "nom-inconnu",
                     .french = tr(
                         "Le nom « {} » n'est pas connu ici. Vérifiez son orthographe, et que sa déclaration ou son #include vient avant ; une variable déclarée entre accolades n'existe qu'entre elles.",
                         quoted_name(name))};
}

}  // namespace

Explained about_unknown_name(std::string_view text)
{
    std::vector<std::string> found;
    for (const Shape& shape : shapes) {
        if (matches(text, shape.pattern, found)) {
            const auto at = [&](int i) { return i < 0 ? std::string() : found.at(static_cast<std::size_t>(i)); };
            return shape.scope < 0 ? of_no_scope(found.front(), at(shape.proposal), shape.is_type)
                                   : of_a_scope(found.front(), at(shape.scope), at(shape.proposal));
        }
    }
    return {};
}

}  // namespace atelier
