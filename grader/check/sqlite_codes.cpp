// SPDX-License-Identifier: MIT
#include "check/sqlite_codes.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "message.hpp"

namespace atelier::check {

namespace {

struct Meaning {
    int code;                ///< SQLite's, primary or extended; -1: SQLiteCpp refused by itself
    std::string_view words;  ///< that the message has; any message when empty
    const char* french;
};

// The first that fits is told: extended codes stand before their primary code, and words before none.
constexpr std::array meanings{
    Meaning{
        275, "",
        translatable("La condition d'un CHECK est fausse pour cette ligne (leçon 7, « Cinq règles et leurs codes »).")},
    Meaning{
        787, "",
        translatable(
            "Une clé étrangère désigne une ligne qui n'existe pas, ou la ligne qu'on supprime est encore désignée (leçon 7, « Cinq règles et leurs codes » et « Relier deux tables »).")},
    Meaning{
        1299, "",
        translatable(
            "NULL est arrivé dans une colonne déclarée NOT NULL : sa valeur manque, ou n'a pas été liée (leçon 7, « Cinq règles et leurs codes »).")},
    Meaning{1555, "",
            translatable("Une autre ligne a déjà cette clé primaire (leçon 7, « Cinq règles et leurs codes »).")},
    Meaning{
        2067, "",
        translatable(
            "Une autre ligne a déjà cette valeur, qu'une règle UNIQUE veut seule dans sa colonne ou son groupe de colonnes (leçon 7, « Cinq règles et leurs codes »).")},
    Meaning{
        3091, "",
        translatable(
            "La table est stricte, et la valeur n'est pas du type de sa colonne (leçon 7, « Une table stricte »).")},
    Meaning{
        19, "",
        translatable(
            "Une contrainte de la table a refusé la ligne ; le code étendu dit de quelle sorte (leçon 7, « Cinq règles et leurs codes »).")},
    Meaning{
        5, "statements in progress",
        translatable(
            "Cette connexion a encore une requête en cours, ou un BLOB ouvert : finissez-la, ou fermez-le, avant de terminer la transaction.")},
    Meaning{
        5, "",
        translatable(
            "La base est occupée : souvent, une autre connexion tient le verrou, et le délai d'attente est nul ou passé (leçon 7, « Ce qui se règle à chaque ouverture »).")},
    Meaning{
        14, "",
        translatable(
            "Le fichier ne peut pas s'ouvrir : il manque et le mode ne permet pas de le créer, ou c'est son dossier qui manque (leçon 1, « Quand ça se passe mal »).")},
    Meaning{
        8, "",
        translatable(
            "La base est ouverte en lecture seule\u00A0: c'est le mode par défaut, et pour écrire il faut SQLite::OPEN_READWRITE (leçon 1, «\u00A0Quand ça se passe mal\u00A0»).")},
    Meaning{
        26, "",
        translatable(
            "Le fichier contient autre chose qu'une base ; SQLite ne s'en aperçoit qu'à la première requête (leçon 1, « Quand ça se passe mal »).")},
    Meaning{
        25, "",
        translatable(
            "Aucun marqueur n'a cette position : ils se comptent à partir de 1, et « ? » entre apostrophes n'en est pas un (leçon 3, « Quand ça se passe mal »).")},
    Meaning{
        21, "needs to be reset",
        translatable(
            "Un pas de trop : la requête était finie, et executeStep() avait déjà rendu faux (leçon 4, « Quand ça se passe mal »).")},
    Meaning{
        21, "",
        translatable(
            "La bibliothèque est mal employée : souvent, une requête déjà exécutée est liée de nouveau sans reset() (leçon 3, « Une requête, plusieurs exécutions »).")},
    Meaning{
        1, "syntax error",
        translatable(
            "SQLite nomme le mot qui l'a arrêté ; la faute est là, ou juste avant (leçon 2, « Quand ça se passe mal »).")},
    Meaning{
        1, "no such table: ",
        translatable(
            "La base ouverte n'a pas cette table : le nom est mal écrit, ou la table n'y a pas encore été créée (leçon 4, « Quand ça se passe mal »).")},
    Meaning{
        1, "no such column: ",
        translatable(
            "Aucune des tables citées n'a cette colonne ; un texte, lui, s'écrit entre apostrophes (leçon 5, « Choisir les colonnes et les lignes »).")},
    Meaning{
        -1, "No row to get a column from",
        translatable(
            "La requête n'est sur aucune ligne : elle n'a pas commencé, ou elle a fini (leçon 4, « Quand ça se passe mal »).")},
    Meaning{-1, "Column index out of range",
            translatable(
                "Les colonnes d'un résultat vont de 0 à leur nombre moins un (leçon 4, « Quand ça se passe mal »).")},
    Meaning{
        -1, "Transaction already committed",
        translatable(
            "La transaction a déjà été validée : commit() ne s'appelle qu'une fois, après la boucle (leçon 6, « Quand ça se passe mal »).")},
};

}  // namespace

std::string about_exception(const CaughtException& e)
{
    const auto* const found = std::find_if(meanings.begin(), meanings.end(), [&](const Meaning& meaning) {
        return (meaning.code == e.code || meaning.code == e.extended_code) &&
               e.what.find(meaning.words) != std::string::npos && e.code != 0;
    });
    return found == meanings.end() ? std::string() : tr(found->french);
}

}  // namespace atelier::check
