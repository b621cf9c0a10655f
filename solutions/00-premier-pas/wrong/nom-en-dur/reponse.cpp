// Échoue : LitLePremierNom
// Le nom est supposé au lieu d'être lu dans la base.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <string>

std::string bonjour(const std::string& prenom) { return "Bonjour, " + prenom + "."; }

std::string premier_inscrit(SQLite::Database& /*base*/) { return "Alice"; }
