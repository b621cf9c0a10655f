// SPDX-License-Identifier: MIT
// Fait copier la base là où elle n'a rien à faire.
#include "fourni.hpp"

namespace {

/// Un essai qui réussit se voit dans le verdict.
void essai(bool reussi, const std::string& quoi)
{
    if (reussi) {
        throw std::runtime_error("échappé : " + quoi);
    }
}

/// Exécute `sql` ; vrai si SQLite l'accepte.
bool fait(SQLite::Database& base, const std::string& sql)
{
    try {
        base.exec(sql);
        return true;
    } catch (const SQLite::Exception&) {
        return false;
    }
}

void attaquer([[maybe_unused]] SQLite::Database& base)
{
    for (const std::string fichier : {"/attaque.db", "/usr/attaque.db", "/var/tmp/attaque.db", "/dev/shm/attaque.db", "/var/cache/atelier/attaque.db", "/etc/attaque", "../attaque.db"}) {
        essai(fait(base, "VACUUM INTO '" + fichier + "'"), fichier);
    }
}

}  // namespace

void noter(SQLite::Database& base, const std::string& texte)
{
    attaquer(base);
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter(SQLite::Database& base)
{
    attaquer(base);
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
