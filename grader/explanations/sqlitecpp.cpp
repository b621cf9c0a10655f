// SPDX-License-Identifier: MIT
// What the compilers say of SQLiteCpp's classes.
#include "explanations/table.hpp"
#include "message.hpp"

namespace atelier {

const std::vector<Explanation>& sqlitecpp_explanations()
{
    static const std::vector<Explanation> all{
        {"include-savepoint",
         translatable(
             "SQLite::Savepoint a son propre en-tête, que SQLiteCpp.h n'inclut pas : ajoutez #include <SQLiteCpp/Savepoint.h>."),
         {},
         {"no member named 'Savepoint' in namespace 'SQLite'", "no type named 'Savepoint' in namespace 'SQLite'",
          "unknown type name 'Savepoint'", "'Savepoint' is not a member of 'SQLite'",
          "'Savepoint' in namespace 'SQLite' does not name a type", "'Savepoint' was not declared in this scope"}},
        {"include-backup",
         translatable(
             "SQLite::Backup a son propre en-tête, que SQLiteCpp.h n'inclut pas : ajoutez #include <SQLiteCpp/Backup.h>."),
         {},
         {"no member named 'Backup' in namespace 'SQLite'", "no type named 'Backup' in namespace 'SQLite'",
          "'Backup' is not a member of 'SQLite'", "'Backup' in namespace 'SQLite' does not name a type"}},
        {"include-bind",
         translatable(
             "La fonction SQLite::bind a son propre en-tête, que SQLiteCpp.h n'inclut pas : ajoutez #include <SQLiteCpp/VariadicBind.h>."),
         {},
         {"no member named 'bind' in namespace 'SQLite'", "'bind' is not a member of 'SQLite'"}},
        {"colonne-a-convertir",
         translatable(
             "Un SQLite::Column ne devient pas tout seul une valeur du type attendu ici. Regardez d'abord ce qu'il contient (isNull(), isInteger(), isText()…), puis demandez-le : getInt64(), getDouble(), getString()…"),
         {},
         {"from 'const SQLite::Column' to ", "from 'SQLite::Column' to ",
          "returned value of type 'const SQLite::Column' to", "returned value of type 'SQLite::Column' to",
          "no match for 'operator=' (operand types are '*' and 'const SQLite::Column')",
          "no match for 'operator=' (operand types are '*' and 'SQLite::Column')",
          "no matching function for call to 'std::variant<*SQLite::Column"}},
        {"colonne-ambigue",
         translatable(
             "Un SQLite::Column se convertit en plusieurs types, et le compilateur ne sait pas lequel choisir. Dites-le : getString(), getInt64()…"),
         {"ambiguous (with operand types *'SQLite::Column'",
          "ambiguous overload for 'operator*' (operand types are *'SQLite::Column'"}},
        {"case-non-constant",
         translatable(
             "Un case veut une valeur connue à la compilation, et celle-ci ne l'est pas. Remplacez le switch par une suite de if ; pour les types de SQLite, on peut aussi employer les noms de l'API C, comme SQLITE_INTEGER."),
         {"case value is not a constant expression"}},
        {"case-non-constant",
         translatable(
             "La valeur de « {} » n'est pas connue à la compilation. Si c'est dans un case, remplacez le switch par une suite de if ; pour les types de SQLite, on peut aussi employer les noms de l'API C, comme SQLITE_INTEGER."),
         {"the value of '*' is not usable in a constant expression"}},
        {"bind-ambigu",
         translatable(
             "SQLiteCpp ne sait pas quel bind choisir pour ce type (size_t et long long sont ambigus). Convertissez la valeur, par exemple en std::int64_t."),
         {"call to member function 'bind' is ambiguous", "call of overloaded 'bind*' is ambiguous"}},
        {"bind-null",
         translatable("Aucun bind ne prend std::nullopt. Pour lier NULL, donnez la position seule : requete.bind(2)."),
         {"no matching function for call to 'SQLite::Statement::bind(*nullopt_t"},
         {"no matching member function for call to 'bind'*no known conversion from 'const std::nullopt_t'"}},
        {"bind-optional",
         translatable(
             "Aucun bind ne prend un std::optional : il faut dire ce que devient l'absence. Si la valeur est là, liez-la (requete.bind(2, *age)) ; sinon, liez NULL avec la position seule (requete.bind(2))."),
         {"no matching function for call to 'SQLite::Statement::bind(*std::optional<"},
         {"no matching member function for call to 'bind'*no known conversion from '*std::optional<"}},
        {"bind-vue",
         translatable(
             "Aucun bind ne prend une std::string_view : SQLite veut un texte qui se termine, ou qui sait sa longueur. Faites-en une std::string : requete.bind(1, std::string(vue))."),
         {"no matching function for call to 'SQLite::Statement::bind(*string_view"},
         {"no matching member function for call to 'bind'*no known conversion from '*string_view"}},
        {"bind-arguments",
         translatable(
             "Aucun bind n'accepte ces arguments : il veut une position (ou un nom de marqueur) et une valeur, qui est un nombre, un texte ou des octets avec leur longueur. Pour lier plusieurs valeurs d'un coup, il y a SQLite::bind, de <SQLiteCpp/VariadicBind.h>."),
         {"no matching function for call to 'SQLite::Statement::bind(",
          "no matching member function for call to 'bind'"},
         {"invalid conversion from 'int' to 'const void\\*'*SQLite::Statement::bind("}},
        {"rollback-absent",
         translatable(
             "SQLite::Transaction n'a pas de fonction rollback dans SQLiteCpp 3.2.1. Pour annuler, quittez le bloc sans avoir appelé commit : le destructeur annule."),
         {"no member named 'rollback' in 'SQLite::Transaction'",
          "SQLite::Transaction' has no member named 'rollback'"}},
        {"sqlite-copie",
         translatable(
             "Un objet SQLite::{0} possède une ressource de SQLite et ne se copie pas : il n'y en a qu'un. Passez-le par référence (SQLite::{0}&), ou nommez une référence : auto& autre = base."),
         {"call to deleted constructor of 'SQLite::*'", "call to deleted constructor of 'const SQLite::*'",
          "use of deleted function 'SQLite::*::", "overload resolution selected deleted operator '='*'SQLite::*'"}},
        {"sqlite-copie",
         translatable(
             "Un objet de SQLiteCpp ne se copie pas : il possède une ressource de SQLite, et il n'y en a qu'un. Passez-le par référence."),
         {"object of type 'SQLite::*' cannot be assigned because its copy assignment operator is"}},
        {"sqlite-dans-un-conteneur",
         translatable(
             "Un objet SQLite::{1} ne se copie pas, et push_back voudrait en copier un. Construisez-le dans le conteneur avec emplace_back(base, \"…\"), ou gardez des std::unique_ptr."),
         {},
         {"call to 'construct_at*construct<SQLite::~,"}},
        {"sqlite-dans-un-conteneur",
         translatable(
             "Un objet SQLite::{0} ne se copie pas, et push_back voudrait en copier un. Construisez-le dans le conteneur avec emplace_back(base, \"…\"), ou gardez des std::unique_ptr."),
         {},
         {"call to 'construct_at(SQLite::~\\*&, "}},
        {"statement-sans-base",
         translatable(
             "Une SQLite::Statement se prépare sur une base : donnez-lui la base, puis le texte SQL, comme dans SQLite::Statement requete(base, \"SELECT …\")."),
         {"no matching constructor for initialization of 'SQLite::Statement'",
          "no matching constructor for initialization of 'const SQLite::Statement'",
          "no matching function for call to 'SQLite::Statement::Statement("}},
        {"transaction-comportement",
         translatable(
             "Le comportement d'une transaction s'écrit en entier, en second argument\u00A0: SQLite::Transaction transaction(base, SQLite::TransactionBehavior::IMMEDIATE). Les deux autres sont DEFERRED, celui par défaut, et EXCLUSIVE."),
         {"no member named 'DEFERRED' in namespace 'SQLite'",
          "'DEFERRED' is not a member of 'SQLite'",
          "no member named 'DEFERRED' in 'SQLite::Transaction'",
          "'DEFERRED' is not a member of 'SQLite::Transaction'",
          "undeclared identifier 'DEFERRED'",
          "'DEFERRED' was not declared in this scope",
          "no member named 'IMMEDIATE' in namespace 'SQLite'",
          "'IMMEDIATE' is not a member of 'SQLite'",
          "no member named 'IMMEDIATE' in 'SQLite::Transaction'",
          "'IMMEDIATE' is not a member of 'SQLite::Transaction'",
          "undeclared identifier 'IMMEDIATE'",
          "'IMMEDIATE' was not declared in this scope",
          "no member named 'EXCLUSIVE' in namespace 'SQLite'",
          "'EXCLUSIVE' is not a member of 'SQLite'",
          "no member named 'EXCLUSIVE' in 'SQLite::Transaction'",
          "'EXCLUSIVE' is not a member of 'SQLite::Transaction'",
          "undeclared identifier 'EXCLUSIVE'",
          "'EXCLUSIVE' was not declared in this scope",
          "'TransactionBehavio*' in namespace 'SQLite'",
          "'SQLite::TransactionBehavio~' has not been declared",
          "undeclared identifier 'TransactionBehavio",
          "'TransactionBehavio~' has not been declared",
          "no member named '~' in 'SQLite::TransactionBehavior'",
          "'~' is not a member of 'SQLite::TransactionBehavior'"},
         {"no known conversion from '~' to 'SQLite::TransactionBehavior' for",
          "no known conversion for argument 2 from '~' to 'SQLite::TransactionBehavior'"}},
        {"transaction-sans-base",
         translatable(
             "Une SQLite::Transaction commence sur une base : donnez-la-lui, et donnez un nom à l'objet, comme dans SQLite::Transaction transaction(base)."),
         {"no matching constructor for initialization of 'SQLite::Transaction'",
          "no matching function for call to 'SQLite::Transaction::Transaction("}},
        {"base-sans-fichier",
         translatable(
             "Une SQLite::Database s'ouvre sur un fichier : donnez son chemin en texte (const char* ou std::string ; un std::filesystem::path le donne par string()), puis le mode, SQLite::OPEN_READWRITE par exemple."),
         {"no matching constructor for initialization of 'SQLite::Database'",
          "no matching function for call to 'SQLite::Database::Database("}},
        {"transaction-sans-nom",
         translatable(
             "Une variable nommée « {} » existe déjà, et le compilateur lit ici la déclaration d'une autre. Pour construire un objet à partir d'elle, donnez-lui un nom qui soit à lui : SQLite::Transaction transaction(base)."),
         {"redefinition of '*' with a different type: 'SQLite::Transaction' vs",
          "declaration of 'SQLite::Transaction *' shadows a parameter"}},
    };
    return all;
}

}  // namespace atelier
