// Variante : l'API C, un point de sauvegarde, une valeur zeroblob liée, et des exceptions rattrapées pour tout fermer
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <array>
#include <stdexcept>

namespace {

void exiger(sqlite3* base, int code, int attendu = SQLITE_OK)
{
    if (code != attendu) {
        throw SQLite::Exception(base, code);
    }
}

void ecrire(sqlite3* base, std::int64_t id, std::istream& image, std::int64_t taille)
{
    sqlite3_stmt* requete = nullptr;
    exiger(base,
           sqlite3_prepare_v2(base, "UPDATE utilisateurs SET avatar = ?1 WHERE rowid = ?2", -1, &requete, nullptr));
    sqlite3_bind_zeroblob64(requete, 1, static_cast<sqlite3_uint64>(taille));
    sqlite3_bind_int64(requete, 2, id);
    sqlite3_step(requete);
    exiger(base, sqlite3_finalize(requete));
    if (sqlite3_changes(base) == 0) {
        throw std::out_of_range("id inconnu");
    }
    sqlite3_blob* blob = nullptr;
    exiger(base, sqlite3_blob_open(base, "main", "utilisateurs", "avatar", id, 1, &blob));
    try {
        std::array<char, 1000> octets{};
        int fait = 0;
        while (fait < taille) {
            image.read(octets.data(), std::min<std::streamsize>(octets.size(), taille - fait));
            const int n = static_cast<int>(image.gcount());
            if (n == 0) {
                throw std::runtime_error("fin du flux");
            }
            exiger(base, sqlite3_blob_write(blob, octets.data(), n, fait));
            fait += n;
        }
    } catch (...) {
        sqlite3_blob_close(blob);
        throw;
    }
    exiger(base, sqlite3_blob_close(blob));
}

}  // namespace

void enregistrer_avatar(SQLite::Database& base, std::int64_t id, std::istream& image, std::int64_t taille)
{
    base.exec("BEGIN IMMEDIATE");
    try {
        ecrire(base.getHandle(), id, image, taille);
        base.exec("COMMIT");
    } catch (...) {
        base.exec("ROLLBACK");
        throw;
    }
}

std::optional<std::int64_t> lire_avatar(SQLite::Database& base, std::int64_t id, std::ostream& sortie)
{
    SQLite::Statement question(base, "SELECT length(avatar) FROM utilisateurs WHERE id = ?");
    question.bind(1, id);
    if (!question.executeStep()) {
        throw std::out_of_range("id inconnu");
    }
    if (question.isColumnNull(0)) {
        return {};
    }
    const int taille = question.getColumn(0).getInt();
    sqlite3_blob* blob = nullptr;
    exiger(base.getHandle(), sqlite3_blob_open(base.getHandle(), "main", "utilisateurs", "avatar", id, 0, &blob));
    std::array<char, 4096> octets{};
    int code = SQLITE_OK;
    for (int ou = 0; ou < taille && code == SQLITE_OK; ou += static_cast<int>(octets.size())) {
        const int n = std::min(static_cast<int>(octets.size()), taille - ou);
        code = sqlite3_blob_read(blob, octets.data(), n, ou);
        sortie.write(octets.data(), code == SQLITE_OK ? n : 0);
    }
    sqlite3_blob_close(blob);
    exiger(base.getHandle(), code);
    return taille;
}
