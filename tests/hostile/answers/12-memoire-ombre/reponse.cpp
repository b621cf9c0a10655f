// SPDX-License-Identifier: MIT
// Écrit dans les téraoctets qu'AddressSanitizer a réservés pour lui.
#include "fourni.hpp"

#include <unistd.h>

namespace {

__attribute__((no_sanitize("address", "undefined"))) void remplir()
{
    auto* ombre = reinterpret_cast<volatile char*>(0x10007fff8000 - (1L << 40));
    for (long i = 0; i < (512L << 20); i += 4096) {
        ombre[i] = 1;
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
    remplir();
    pause();
    return 0;
}
