// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <filesystem>
#include <memory>

/// Ferme une connexion. C'est ce que std::unique_ptr appelle quand une Base disparaît.
///
/// Aucune exception n'en sort. Si une requête préparée vit encore, la connexion se ferme quand cette requête est libérée.
struct FermeBase {
    void operator()(sqlite3* base) const noexcept;
};

/// Une connexion de l'API C, qui se ferme toute seule.
using Base = std::unique_ptr<sqlite3, FermeBase>;

/// Ouvre la base `chemin` en lecture et en écriture, et la crée si elle manque.
///
/// En cas d'échec, lance une `SQLite::Exception` qui porte le code et le message de SQLite, et ne laisse rien d'ouvert.
Base ouvrir(const std::filesystem::path& chemin);
