// SPDX-License-Identifier: MIT
// Des gigaoctets sur le canal de la sonde.
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
    const std::string bloc(1 << 20, 'a');
    for (int i = 0; i < 4096; ++i) {
        ecrire(bloc);
    }
    return 0;
}
