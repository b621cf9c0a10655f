// SPDX-License-Identifier: MIT
#include "check/sql_error.hpp"

#include <initializer_list>
#include <optional>

#include "message.hpp"
#include "show.hpp"
#include "utf8.hpp"

namespace atelier::check {

namespace {

/// What `message` has between `before` and `after`, its whole length; nothing when it is made otherwise.
std::optional<std::string> between(std::string_view message, std::string_view before, std::string_view after = {})
{
    const bool fits = message.size() >= before.size() + after.size() && message.substr(0, before.size()) == before &&
                      message.substr(message.size() - after.size()) == after;
    return fits ? std::optional(visible(message.substr(before.size(), message.size() - before.size() - after.size())))
                : std::nullopt;
}

std::optional<std::string> first_of(std::string_view message, std::initializer_list<std::string_view> beginnings)
{
    for (const std::string_view beginning : beginnings) {
        if (auto found = between(message, beginning)) {
            return found;
        }
    }
    return std::nullopt;
}

/// Where the text, name or comment that begins at `at` ends in `sql`; `at` when none does. A comment counts as blank.
std::size_t end_of_piece(std::string_view sql, std::size_t at)
{
    const auto after = [&](std::string_view end, std::size_t from) {
        const std::size_t found = sql.find(end, from);
        return found == std::string_view::npos ? sql.size() : found + end.size();
    };
    switch (sql[at]) {
        case '\'':
        case '"':
        case '`': return after(sql.substr(at, 1), at + 1);
        case '[': return after("]", at + 1);
        case '-': return sql.substr(at, 2) == "--" ? after("\n", at) : at;
        case '/': return sql.substr(at, 2) == "/*" ? after("*/", at + 2) : at;
        default: return at;
    }
}

/// What stands in a query beside texts and comments.
struct Outline {
    int statements = 0;
    bool has_marks = false;
};

Outline outline_of(std::string_view sql)
{
    constexpr std::string_view blank = " \t\r\n\f";
    Outline outline;
    bool within = false;  // a statement
    for (std::size_t at = 0; at < sql.size();) {
        const std::size_t end = end_of_piece(sql, at);
        const bool is_comment = end > at && (sql[at] == '-' || sql[at] == '/');
        if (sql[at] == ';') {
            within = false;
        } else if (!is_comment && blank.find(sql[at]) == std::string_view::npos) {
            outline.statements += within ? 0 : 1;
            within = true;
            outline.has_marks = outline.has_marks || std::string_view("?:@$").find(sql[at]) != std::string_view::npos;
        }
        at = end > at ? end : at + 1;
    }
    return outline;
}

std::string about_column(const std::string& name, std::string_view sql)
{
    return sql.find('"' + name + '"') != std::string_view::npos

               ? tr("\"{}\", entre guillemets, est un nom de colonne. Un texte s'écrit entre apostrophes : '{}'.", name,
                    name)

               : tr("Aucune des tables citées n'a de colonne {}. Vérifiez son orthographe, et le nom ou l'alias de sa table. Un texte s'écrit entre apostrophes.",
                    name);
}

}  // namespace

std::string about_query(std::string_view sql)
{
    const Outline outline = outline_of(sql);
    std::string said;
    if (outline.statements > 1) {
        said +=
            tr("Le texte contient plusieurs instructions, séparées par un point-virgule : seule la première est exécutée.") +
            "\n";
    }
    if (outline.has_marks) {
        said +=
            tr("La requête contient un marqueur, auquel le programme ne lie rien : il vaut NULL. Ici, les valeurs s'écrivent dans le texte.") +
            "\n";
    }
    return said;
}

std::string about_sql_error(std::string_view message, std::string_view sql)
{
    if (outline_of(sql).statements == 0) {
        return tr("La requête est vide : un commentaire n'est pas une instruction.");
    }
    if (const auto name = between(message, "no such column: ")) {
        return about_column(*name, sql);
    }
    if (const auto name = between(message, "no such table: ")) {
        return tr("Il n'y a pas de table {} : ni dans la base, ni définie plus haut par WITH.", *name);
    }
    if (const auto name = between(message, "ambiguous column name: ")) {
        return tr(
            "Plusieurs des tables citées ont une colonne {} : dites laquelle vous voulez, en écrivant le nom ou l'alias de sa table devant, avec un point.",
            *name);
    }
    if (const auto name = between(message, "near \"", "\": syntax error")) {
        return tr(
            "SQLite s'est arrêté au mot {} : l'erreur est là, ou juste avant. Une virgule en trop ou oubliée, un mot mal écrit, une clause qui n'est pas à sa place ?",
            *name);
    }
    if (const auto token = between(message, "unrecognized token: \"", "\"")) {
        return token->substr(0, 1) == "'" ? tr("Une apostrophe ouverte n'est jamais refermée.")
                                          : tr("SQLite ne sait pas lire {}.", *token);
    }
    if (message == "incomplete input") {
        return tr("La requête s'arrête trop tôt : une parenthèse n'est pas refermée, ou la dernière clause est vide.");
    }
    if (message == "HAVING clause on a non-aggregate query") {
        return tr("HAVING choisit des groupes, et il n'y en a pas : c'est WHERE qui choisit des lignes.");
    }
    if (first_of(message, {"misuse of aggregate"})) {
        return tr(
            "Une fonction d'agrégation est employée là où les groupes n'existent pas encore. WHERE choisit des lignes, avant les groupes ; HAVING choisit des groupes.");
    }
    if (first_of(message, {"misuse of window function", "misuse of aliased window function"})) {
        return tr(
            "Une fonction fenêtre se calcule après WHERE, GROUP BY et HAVING : elle ne s'écrit que dans SELECT ou ORDER BY, et suivie d'OVER. Pour choisir d'après son résultat, donnez-lui un nom dans une requête, et interrogez celle-ci.");
    }
    if (const auto name = between(message, "no such function: ")) {
        return tr("SQLite n'a pas de fonction {}.", *name);
    }
    if (message.substr(0, 10) == "sub-select") {
        return tr("Une sous-requête comparée à une valeur, ou citée après IN, rend une seule colonne.");
    }
    if (first_of(message, {"cannot join using column"})) {
        return tr(
            "USING veut une colonne qui porte le même nom dans les deux tables. Ici, les noms diffèrent : écrivez ON.");
    }
    if (message == "attempt to write a readonly database") {
        return tr("La base est ouverte en lecture seule : on l'interroge, on ne la modifie pas.");
    }
    return {};
}

}  // namespace atelier::check
