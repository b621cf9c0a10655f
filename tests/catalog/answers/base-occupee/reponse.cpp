// SPDX-License-Identifier: MIT
// Ferme la base avant ses requêtes.
#include "fourni.hpp"

#include <memory>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    auto autre = std::make_unique<SQLite::Database>(base.getFilename());
    SQLite::Statement requete(*autre, "SELECT count(*) FROM notes");
    requete.executeStep();
    autre.reset();
    return 0;
}
