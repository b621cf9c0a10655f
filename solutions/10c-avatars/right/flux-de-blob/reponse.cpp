// Variante : le BLOB devient un flux de C++, que l'on copie dans l'autre ; typeof suffit à savoir s'il y a un avatar
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <stdexcept>
#include <streambuf>
#include <vector>

namespace {

/// Les octets d'un BLOB, lus ou écrits l'un après l'autre.
class FluxDeBlob {
public:
    FluxDeBlob(SQLite::Database& base, std::int64_t id, int ecrire) : base_(base.getHandle())
    {
        if (const int code = sqlite3_blob_open(base_, "main", "utilisateurs", "avatar", id, ecrire, &blob_);
            code != SQLITE_OK) {
            sqlite3_blob_close(blob_);
            throw SQLite::Exception(base_, code);
        }
    }
    ~FluxDeBlob() { sqlite3_blob_close(blob_); }
    FluxDeBlob(const FluxDeBlob&) = delete;
    FluxDeBlob& operator=(const FluxDeBlob&) = delete;

    [[nodiscard]] int reste() const { return sqlite3_blob_bytes(blob_) - ou_; }
    void ecrire(const std::vector<char>& octets)
    {
        verifier(sqlite3_blob_write(blob_, octets.data(), int(octets.size()), ou_), octets);
    }
    void lire(std::vector<char>& octets)
    {
        verifier(sqlite3_blob_read(blob_, octets.data(), int(octets.size()), ou_), octets);
    }

private:
    void verifier(int code, const std::vector<char>& octets)
    {
        if (code != SQLITE_OK) {
            throw SQLite::Exception(base_, code);
        }
        ou_ += static_cast<int>(octets.size());
    }

    sqlite3* base_;
    sqlite3_blob* blob_ = nullptr;
    int ou_ = 0;
};

/// Vrai s'il y a un avatar.
bool a_un_avatar(SQLite::Database& base, std::int64_t id)
{
    SQLite::Statement requete(base, "SELECT typeof(avatar) <> 'null' FROM utilisateurs WHERE id = ?");
    requete.bind(1, id);
    if (!requete.executeStep()) {
        throw std::out_of_range("personne");
    }
    return requete.getColumn(0).getInt() == 1;
}

}  // namespace

void enregistrer_avatar(SQLite::Database& base, std::int64_t id, std::istream& image, std::int64_t taille)
{
    (void)a_un_avatar(base, id);
    SQLite::Transaction transaction(base);
    SQLite::Statement place(base, "UPDATE utilisateurs SET avatar = zeroblob(?) WHERE id = ?");
    place.bind(1, taille);
    place.bind(2, id);
    place.exec();
    {
        FluxDeBlob blob(base, id, 1);
        while (blob.reste() > 0) {
            std::vector<char> octets(std::min<std::size_t>(static_cast<std::size_t>(blob.reste()), 30'000));
            if (!image.read(octets.data(), static_cast<std::streamsize>(octets.size()))) {
                throw std::runtime_error("il manque des octets");
            }
            blob.ecrire(octets);
        }
    }
    transaction.commit();
}

std::optional<std::int64_t> lire_avatar(SQLite::Database& base, std::int64_t id, std::ostream& sortie)
{
    if (!a_un_avatar(base, id)) {
        return std::nullopt;
    }
    FluxDeBlob blob(base, id, 0);
    const std::int64_t taille = blob.reste();
    while (blob.reste() > 0) {
        std::vector<char> octets(std::min<std::size_t>(static_cast<std::size_t>(blob.reste()), 30'000));
        blob.lire(octets);
        sortie.write(octets.data(), static_cast<std::streamsize>(octets.size()));
    }
    return taille;
}
