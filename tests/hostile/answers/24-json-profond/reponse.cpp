// SPDX-License-Identifier: MIT
// Des mégaoctets de crochets, là où un résultat serait lu.
#include "fourni.hpp"

#include <unistd.h>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    const std::string crochets(1 << 20, '[');
    for (int d = 1; d < 5; ++d) {
        (void)!write(d, crochets.data(), crochets.size());
    }
    return -1;
}
