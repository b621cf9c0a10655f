// 03b-inserer-tous : type-inconnu, ligne 4
#include "fourni.hpp"

Habitant premier(SQLite::Database& base);
