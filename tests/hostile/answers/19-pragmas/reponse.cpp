// SPDX-License-Identifier: MIT
// Des réglages qui changent où et comment SQLite écrit.
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
    for (const std::string sql : {"PRAGMA temp_store_directory = '/var/tmp'", "PRAGMA data_store_directory = '/var/tmp'", "PRAGMA writable_schema = RESET", "PRAGMA journal_mode = WAL", "PRAGMA journal_mode = DELETE",
                                  "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA locking_mode = NORMAL", "PRAGMA mmap_size = 100000000000", "PRAGMA cache_spill = 1", "PRAGMA hard_heap_limit = 1000000000000",
                                  "PRAGMA cell_size_check = 0", "PRAGMA trusted_schema = 1", "PRAGMA synchronous = OFF", "PRAGMA lock_proxy_file = '/var/tmp/attaque'", "PRAGMA threads = 1000"}) {
        fait(base, sql);
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
