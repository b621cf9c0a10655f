// Échoue : UneVisiteParAppel
// Déclarée avant la base, la requête est détruite après elle : SQLite refuse de fermer, et le programme s'arrête net.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <memory>

void noter_visite(const std::string& chemin)
{
    std::unique_ptr<SQLite::Statement> requete;
    SQLite::Database base{chemin, SQLite::OPEN_READWRITE};
    requete = std::make_unique<SQLite::Statement>(base, sql_visite);
    requete->exec();
}
