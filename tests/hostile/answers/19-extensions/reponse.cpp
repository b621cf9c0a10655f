// SPDX-License-Identifier: MIT
// Charge du code par SQLite, et cherche les fonctions qui lisent des fichiers.
#include "fourni.hpp"

#include <sqlite3.h>

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
    sqlite3_enable_load_extension(base.getHandle(), 1);
    for (const std::string fichier : {"/programme/programme", "attaque", "/usr/lib/x86_64-linux-gnu/libc.so.6", "/travail/base.db"}) {
        fait(base, "SELECT load_extension('" + fichier + "')");
    }
    for (const std::string sql : {"SELECT readfile('/etc/passwd')", "SELECT writefile('/tmp/attaque', 'x')", "SELECT edit('x', 'sh')", "SELECT * FROM fsdir('/')",
                                  "CREATE VIRTUAL TABLE z USING zipfile('/etc/passwd')", "CREATE VIRTUAL TABLE c USING csv(filename='/etc/passwd')", "SELECT fts3_tokenizer('a', x'41')"}) {
        essai(fait(base, sql), sql);
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
