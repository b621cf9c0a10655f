// SPDX-License-Identifier: MIT
// Des lignes que rien n'a jamais écrites : genres inconnus, échappements coupés, nombres trop grands, octets nuls.
#include "fourni.hpp"

#include <unistd.h>

namespace {

/// Écrit tout `texte` sur le canal de la sonde.
void ecrire(std::string_view texte)
{
    while (!texte.empty()) {
        const ssize_t n = write(3, texte.data(), texte.size());
        if (n <= 0) {
            return;
        }
        texte.remove_prefix(static_cast<std::size_t>(n));
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
    ecrire(std::string("\0\0\n\t\t\t\nv\nv\t\nvv\tcompter\ti29\nv\tcompter\ti99999999999999999999\nv\tcompter\tr1e999\nv\tcompter\tz\n", 80));
    ecrire("v\tcompter\tt%\nv\tcompter\tt%4\nv\tcompter\tt%zz\nv\tcompter\ti-\nv\tcompter\tb%FF\nx\nx\t\t\t\tA\nd\np\ns\to\nf\tx\ty\tz\nl\nt\n\xff\xfe\n");
    ecrire("e");
    _exit(0);
}
