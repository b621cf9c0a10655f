// Échoue : CreeLeFichier
// OPEN_READWRITE donne le droit d'écrire, pas celui de créer.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

SQLite::Database ouvrir(const std::string& chemin) { return SQLite::Database(chemin, SQLite::OPEN_READWRITE); }
