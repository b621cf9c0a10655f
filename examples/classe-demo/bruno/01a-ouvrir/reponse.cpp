#include "fourni.hpp"

SQLite::Database ouvrir(const std::string& chemin) { return SQLite::Database(chemin); }
