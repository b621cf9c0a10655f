// Échoue : Enregistre
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

constexpr std::int64_t morceau = 64 * 1024;

struct Fermer {
    void operator()(sqlite3_blob* blob) const noexcept { sqlite3_blob_close(blob); }
};
using Blob = std::unique_ptr<sqlite3_blob, Fermer>;

void exiger(const SQLite::Database& base, int code)
{
    if (code != SQLITE_OK) {
        throw SQLite::Exception(base.getHandle(), code);
    }
}

Blob ouvrir(const SQLite::Database& base, std::int64_t id, bool pour_ecrire)
{
    sqlite3_blob* brut = nullptr;
    const int code =
        sqlite3_blob_open(base.getHandle(), "main", "utilisateurs", "avatar", id, pour_ecrire ? 1 : 0, &brut);
    Blob blob(brut);
    exiger(base, code);
    return blob;
}

}  // namespace

void enregistrer_avatar(SQLite::Database& base, std::int64_t id, std::istream& image, std::int64_t taille)
{
    SQLite::Transaction transaction(base);
    SQLite::Statement requete(base, "UPDATE utilisateurs SET avatar = zeroblob(?) WHERE id = ?");
    requete.bind(1, taille);
    requete.bind(2, id);
    if (requete.exec() == 0) {
        throw std::out_of_range("aucun utilisateur n'a cet id");
    }
    Blob blob = ouvrir(base, id, true);
    std::vector<char> tampon(morceau);
    for (std::int64_t ecrits = 0; ecrits < taille;) {
        const std::int64_t voulus = std::min(morceau, taille - ecrits);
        image.read(tampon.data(), voulus);
        if (image.gcount() != voulus) {
            throw std::runtime_error("l'image est plus courte qu'annoncé");
        }
        exiger(base, sqlite3_blob_write(blob.get(), tampon.data(), static_cast<int>(voulus), static_cast<int>(ecrits)));
        ecrits += voulus;
    }
    transaction.commit();
}

std::optional<std::int64_t> lire_avatar(SQLite::Database& base, std::int64_t id, std::ostream& sortie)
{
    // typeof n'a pas besoin du contenu : l'avatar n'est pas chargé.
    SQLite::Statement requete(base, "SELECT typeof(avatar) FROM utilisateurs WHERE id = ?");
    requete.bind(1, id);
    if (!requete.executeStep()) {
        throw std::out_of_range("aucun utilisateur n'a cet id");
    }
    if (requete.getColumn(0).getString() == "null") {
        return std::nullopt;
    }
    const Blob blob = ouvrir(base, id, false);
    const std::int64_t taille = sqlite3_blob_bytes(blob.get());
    std::vector<char> tampon(morceau);
    for (std::int64_t lus = 0; lus < taille;) {
        const std::int64_t voulus = std::min(morceau, taille - lus);
        exiger(base, sqlite3_blob_read(blob.get(), tampon.data(), static_cast<int>(voulus), static_cast<int>(lus)));
        sortie.write(tampon.data(), voulus);
        lus += voulus;
    }
    return taille;
}
