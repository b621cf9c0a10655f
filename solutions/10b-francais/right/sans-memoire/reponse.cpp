// Variante : les deux textes sont parcourus ensemble, lettre à lettre, sans rien allouer
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <cstddef>

namespace {

/// Parcourt un texte octet par octet, tel qu'il est une fois composé ou changé en clé.
class Lecteur {
public:
    Lecteur(const void* octets, int taille, bool en_cle) noexcept
        : reste_(static_cast<const char*>(octets), static_cast<std::size_t>(taille)), en_cle_(en_cle)
    {
    }

    /// L'octet suivant, ou -1 à la fin.
    int suivant() noexcept
    {
        if (en_attente_.empty()) {
            if (reste_.empty()) {
                return -1;
            }
            avancer();
        }
        const auto octet = static_cast<unsigned char>(en_attente_.front());
        en_attente_.remove_prefix(1);
        return en_cle_ && octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
    }

private:
    void avancer() noexcept
    {
        std::size_t lus = 1;
        en_attente_ = reste_.substr(0, 1);
        for (const Lettre& lettre : lettres) {
            for (const std::string_view forme : {lettre.composee, lettre.decomposee}) {
                if (reste_.substr(0, forme.size()) == forme) {
                    lus = forme.size();
                    en_attente_ = en_cle_ ? lettre.de_base : lettre.composee;
                }
            }
        }
        reste_.remove_prefix(lus);
    }

    std::string_view reste_;
    std::string_view en_attente_;
    bool en_cle_;
};

extern "C" int francais(void*, int na, const void* za, int nb, const void* zb)
{
    for (const bool en_cle : {true, false}) {
        Lecteur a(za, na, en_cle);
        Lecteur b(zb, nb, en_cle);
        int x = 0;
        while (x >= 0) {
            x = a.suivant();
            const int y = b.suivant();
            if (x != y) {
                return x < y ? -1 : 1;
            }
        }
    }
    return 0;
}

}  // namespace

void enregistrer_francais(SQLite::Database& base)
{
    if (sqlite3_create_collation(base.getHandle(), "francais", SQLITE_UTF8, nullptr, francais) != SQLITE_OK) {
        throw SQLite::Exception(base.getHandle());
    }
}
