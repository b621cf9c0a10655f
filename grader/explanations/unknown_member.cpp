// SPDX-License-Identifier: MIT
// Members that a class does not have: often, those of the class that plays its part in Python.
#include <algorithm>
#include <array>

#include "explanations/table.hpp"
#include "message.hpp"

namespace atelier {

namespace {

struct Member {
    std::string_view of;  ///< how the class begins
    std::string_view name;
    const char* french;
};

constexpr std::array members{
    Member{
        "SQLite::", "execute",
        translatable(
            "execute est une fonction de Python. Avec SQLiteCpp, base.exec(…) exécute un texte entier ; avec des valeurs, préparez une SQLite::Statement, liez-les par bind, puis appelez exec().")},
    Member{
        "SQLite::", "executemany",
        translatable(
            "executemany est une fonction de Python. Avec SQLiteCpp, préparez une SQLite::Statement une fois, puis, pour chaque élément : bind, exec, reset.")},
    Member{
        "SQLite::", "executescript",
        translatable(
            "executescript est une fonction de Python. Avec SQLiteCpp, base.exec(…) exécute toutes les instructions d'un texte.")},
    Member{
        "SQLite::", "cursor",
        translatable(
            "cursor est une fonction de Python. Avec SQLiteCpp, une requête est un objet : SQLite::Statement requete(base, \"SELECT …\").")},
    Member{
        "SQLite::", "commit",
        translatable(
            "commit est une fonction de Python. Avec SQLiteCpp, c'est la transaction qui se valide : déclarez SQLite::Transaction transaction(base), et finissez par transaction.commit().")},
    Member{
        "SQLite::", "rollback",
        translatable(
            "rollback est une fonction de Python. Avec SQLiteCpp, une SQLite::Transaction détruite sans commit() est annulée.")},
    Member{
        "SQLite::", "close",
        translatable(
            "close est une fonction de Python. Avec SQLiteCpp, le destructeur ferme : la base se ferme à la fin du bloc où elle est déclarée.")},
    Member{
        "SQLite::", "fetchone",
        translatable(
            "fetchone est une fonction de Python. Avec SQLiteCpp, executeStep() avance d'une ligne et dit s'il y en a une ; getColumn(0) la lit.")},
    Member{
        "SQLite::", "fetchall",
        translatable(
            "fetchall est une fonction de Python. Avec SQLiteCpp, while (requete.executeStep()) parcourt les lignes, et getColumn(0) les lit.")},
    Member{"SQLite::", "lastrowid",
           translatable("lastrowid est une donnée de Python. Avec SQLiteCpp, demandez base.getLastInsertRowid().")},
    Member{
        "SQLite::", "rowcount",
        translatable(
            "rowcount est une donnée de Python. Avec SQLiteCpp, exec() rend le nombre de lignes modifiées, et base.getChanges() le redit.")},
    Member{
        "std::span<", "push_back",
        translatable(
            "Un std::span est une vue sur un tableau : il ne s'agrandit pas. Rangez vos éléments dans un std::vector.")},
    Member{
        "std::span<", "emplace_back",
        translatable(
            "Un std::span est une vue sur un tableau : il ne s'agrandit pas. Rangez vos éléments dans un std::vector.")},
    Member{"std::vector<", "append",
           translatable("append est une fonction de Python. Un std::vector s'agrandit par push_back(…).")},
    Member{"std::vector<", "add", translatable("Un std::vector s'agrandit par push_back(…).")},
    Member{"std::vector<", "push", translatable("Un std::vector s'agrandit par push_back(…).")},
    Member{"std::vector<", "length", translatable("Un std::vector dit sa taille par size().")},
    Member{"std::vector<", "pop",
           translatable("pop est une fonction de Python. Un std::vector perd son dernier élément par pop_back().")},
    Member{
        "std::string", "format",
        translatable(
            "format est une fonction de Python. En C++, ajoutez les textes avec +, et les nombres avec std::to_string(…).")},
    Member{
        "std::string", "split",
        translatable(
            "split est une fonction de Python. En C++, on cherche les séparateurs avec find, et on coupe avec substr.")},
    Member{
        "std::string", "strip",
        translatable(
            "strip est une fonction de Python. En C++, find_first_not_of et find_last_not_of disent où commence et finit le texte.")},
    Member{"std::string", "upper",
           translatable("upper est une fonction de Python. En C++, std::toupper ne change qu'un caractère à la fois.")},
    Member{"std::optional<", "is_some",
           translatable("Un std::optional dit s'il est plein par has_value(), ou dans une condition : if (age).")},
    Member{"std::optional<", "isNull",
           translatable("Un std::optional dit s'il est plein par has_value(), ou dans une condition : if (age).")},
};

std::string without_const(const std::string& type)
{
    constexpr std::string_view mark = "const ";
    return type.starts_with(mark) ? type.substr(mark.size()) : type;
}

Explained about(const std::string& member, const std::string& of, const std::string& proposal)
{
    const auto* known = std::find_if(members.begin(), members.end(),
                                     [&](const Member& one) { return one.name == member && of.starts_with(one.of); });
    if (known != members.end()) {
        return {.name = of.starts_with("SQLite::")     ? "sqlite3-de-python"
                        : of.starts_with("std::span<") ? "vue-fixe"
                                                       : "methode-de-python",
                .french = tr(known->french)};
    }
    if (of.starts_with("std::optional<")) {
        return {
            .name = "membre-d-un-optional",
            .french = tr(
                "« {0} » n'est pas un membre de std::optional, mais peut-être de la valeur qu'il contient. Regardez s'il contient quelque chose (if (u)), puis passez par la flèche : u->{0}.",
                quoted_name(member))};
    }
    if (!proposal.empty()) {
        return {.name = "membre-inconnu",
                .french = tr("« {} » n'a pas de membre « {} ». Le compilateur propose « {} ».", quoted_name(of),
                             quoted_name(member), quoted_name(proposal))};
    }
    return {.name = "membre-inconnu",
            .french = of.starts_with("SQLite::")
                          ? tr("« {} » n'a pas de membre « {} ». Vérifiez le nom dans la documentation de SQLiteCpp.",
                               quoted_name(of), quoted_name(member))
                          : tr("« {} » n'a pas de membre « {} ». Comparez le nom avec la définition de ce type.",
                               quoted_name(of), quoted_name(member))};
}

}  // namespace

Explained about_unknown_member(std::string_view text)
{
    std::vector<std::string> found;
    if (matches(text, "no member named '~' in '~'; did you mean '~'?", found)) {
        return about(found[0], without_const(found[1]), found[2]);
    }
    if (matches(text, "no member named '~' in '~'", found)) {
        return about(found[0], without_const(found[1]), {});
    }
    if (matches(text, "'~' has no member named '~'; did you mean '~'?", found)) {
        return about(found[1], without_const(found[0]), found[2]);
    }
    if (matches(text, "'~' has no member named '~'", found)) {
        return about(found[1], without_const(found[0]), {});
    }
    return {};
}

}  // namespace atelier
