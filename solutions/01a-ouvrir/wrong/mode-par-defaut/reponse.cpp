// Échoue : CreeLeFichier
// Sans mode, SQLiteCpp ouvre en lecture seule et ne crée rien : erreur 14 sur un fichier absent.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

SQLite::Database ouvrir(const std::string& chemin) { return SQLite::Database(chemin); }
