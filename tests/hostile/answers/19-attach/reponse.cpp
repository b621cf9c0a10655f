// SPDX-License-Identifier: MIT
// Rattache à la base des fichiers qui ne sont pas à elle.
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
    for (const std::string fichier : {"/etc/passwd", "/attaque.db", "/usr/attaque.db", "/var/tmp/attaque.db", "/dev/shm/attaque.db", "/var/cache/atelier/attaque.db", "/atelier/attaque.db",
                                      "/programme/attaque.db", "../attaque.db", "/programme/programme", "file:/etc/passwd?immutable=1", "file:/var/tmp/attaque.db?vfs=unix-none"}) {
        if (fait(base, "ATTACH '" + fichier + "' AS ailleurs")) {
            essai(fait(base, "CREATE TABLE ailleurs.t (a)"), "écrit dans " + fichier);
            essai(fichier.find("passwd") != std::string::npos && fait(base, "SELECT * FROM ailleurs.sqlite_schema"), "lu " + fichier);
            fait(base, "DETACH ailleurs");
        }
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
