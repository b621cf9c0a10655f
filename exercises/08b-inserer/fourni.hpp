// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <optional>
#include <span>
#include <string_view>

/// Un habitant. Le nom est une vue sur un texte plus long : aucun octet nul n'en marque la fin.
struct Habitant {
    std::string_view nom;
    std::optional<int> age;
};

/// Ajoute à la table habitants (id, nom, age) une ligne par élément de `habitants`, dans l'ordre. SQLite choisit les id.
///
/// Dès que SQLite refuse quelque chose, lance une `SQLite::Exception` qui porte son code, et s'arrête là : les lignes déjà
/// insérées restent. Dans tous les cas, la requête préparée est libérée quand la fonction se termine.
void inserer(sqlite3* base, std::span<const Habitant> habitants);
