// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.hpp.
#pragma once

#include <string_view>

/// Ce que répond la caisse, d'après le code étendu d'un refus.
constexpr std::string_view reponse_de_la_caisse(int code_etendu)
{
    switch (code_etendu) {
        case 1299:  // SQLITE_CONSTRAINT_NOTNULL
            return "Il faut un nom.";
        case 2067:  // SQLITE_CONSTRAINT_UNIQUE
            return "Ce nom est déjà pris.";
        case 275:  // SQLITE_CONSTRAINT_CHECK
            return "Cet âge est impossible.";
        case 3091:  // SQLITE_CONSTRAINT_DATATYPE
            return "Ce n'est pas une valeur de ce type.";
        default: return "Je n'y comprends rien.";
    }
}

// Ce que reponse.hpp définit :
//
//     inline constexpr std::string_view schema = "…";
//
// Le SQL qui crée, dans une base neuve, la table utilisateurs (id, nom, age) :
//
//   id     la clé primaire, que SQLite numérote lui-même
//   nom    un texte, obligatoire (sinon 1299), unique (sinon 2067)
//   age    un entier entre 0 et 150 (sinon 275), ou NULL quand on ne le connaît pas
//
// Une valeur du mauvais type est refusée (3091).
