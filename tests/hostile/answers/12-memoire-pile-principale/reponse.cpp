// SPDX-License-Identifier: MIT
// Relève la limite de la pile, puis descend sans fin.
#include "fourni.hpp"

#include <sys/resource.h>
#include <unistd.h>

namespace {

__attribute__((no_sanitize("address", "undefined"))) long descendre(int reste)
{
    volatile char cadre[1 << 16];
    cadre[0] = static_cast<char>(reste);
    return reste == 0 ? static_cast<long>(pause()) : descendre(reste - 1) + cadre[0];
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
    rlimit pile{};
    getrlimit(RLIMIT_STACK, &pile);
    pile.rlim_cur = pile.rlim_max;
    setrlimit(RLIMIT_STACK, &pile);
    return static_cast<int>(descendre((512 << 20) >> 16));
}
