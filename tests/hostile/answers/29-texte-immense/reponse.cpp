// SPDX-License-Identifier: MIT
// Une valeur de quatre mégaoctets, faite d'octets échappés.
#include "fourni.hpp"

#include <unistd.h>

namespace {

/// Écrit tout `texte` sur le canal de la sonde.
void ecrire(std::string_view texte)
{
    while (!texte.empty()) {
        const ssize_t n = write(3, texte.data(), texte.size());
        if (n <= 0) {
            return;
        }
        texte.remove_prefix(static_cast<std::size_t>(n));
    }
}

}  // namespace

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    std::string ligne = "v\tcompter\tt";
    for (int i = 0; i < 1'000'000; ++i) {
        ligne += "%1B%0A"[i % 6];
    }
    ecrire(ligne + "\ne\n");
    _exit(0);
}
