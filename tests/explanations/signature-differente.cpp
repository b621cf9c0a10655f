// 03b-inserer-tous : signature-differente
#include "fourni.hpp"

void inserer_tous(const SQLite::Database&, std::span<const Utilisateur>) {}
