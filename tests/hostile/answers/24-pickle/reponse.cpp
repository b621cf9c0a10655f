// SPDX-License-Identifier: MIT
// Un objet qu'un lecteur imprudent exécuterait en le lisant.
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
    const std::string_view pickle("cos\nsystem\n(S'touch /tmp/attaque'\ntR.");
    const std::string_view yaml("!!python/object/apply:os.system ['touch /tmp/attaque']\n");
    for (int d = 1; d < 5; ++d) {
        (void)!write(d, pickle.data(), pickle.size());
        (void)!write(d, yaml.data(), yaml.size());
    }
    return -1;
}
