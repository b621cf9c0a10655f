// SPDX-License-Identifier: MIT
// Une exception imitée, longue de mégaoctets.
#include "fourni.hpp"

#include <unistd.h>

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    std::string ligne = "x\tn\tT\t";
    ligne += std::string(3'900'000, '\x01') + "\n";
    for (std::size_t fait = 0; fait < ligne.size();) {
        const ssize_t n = ::write(3, ligne.data() + fait, ligne.size() - fait);
        if (n <= 0) {
            break;
        }
        fait += static_cast<std::size_t>(n);
    }
    ::_exit(1);
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    return 0;
}
