// SPDX-License-Identifier: MIT
// Remplace la base par une prise réseau, ou rien si elle est refusée.
#include "fourni.hpp"

#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    unlink("base.db");
    sockaddr_un nom{};
    nom.sun_family = AF_UNIX;
    std::strcpy(nom.sun_path, "base.db");
    (void)!bind(socket(AF_UNIX, SOCK_STREAM, 0), reinterpret_cast<sockaddr*>(&nom), sizeof nom);
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
