// SPDX-License-Identifier: MIT
// Un texte de dix mégaoctets, fait de caractères de commande et d'octets qui n'en sont pas.
#include "fourni.hpp"

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    base.exec("UPDATE notes SET texte = CAST(replace(hex(zeroblob(5000000)), '00', x'1b5b324a0aff') AS TEXT)");
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
