// SPDX-License-Identifier: MIT
// Ne lit qu'une page sur mille d'une réserve immense : les tables des pages, elles, prennent la place.
#include "fourni.hpp"

#include <sys/mman.h>
#include <unistd.h>

namespace {

__attribute__((no_sanitize("address", "undefined"))) void parcourir()
{
    volatile char vu = 0;
    auto* ombre = reinterpret_cast<volatile char*>(0x10007fff8000 - (2L << 40));
    for (long i = 0; i < (256L << 30); i += 2 << 20) {
        vu = vu + ombre[i];
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
    parcourir();
    pause();
    return 0;
}
