// SPDX-License-Identifier: MIT
// Garde une vue sur un texte qui n'est plus.
#include "fourni.hpp"

#include <string_view>

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    const std::string_view vue = texte + ", sans faute et avant ce soir";
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, std::string(vue));
    requete.exec();
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
