// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void lier_texte([[maybe_unused]] sqlite3_stmt* requete, [[maybe_unused]] int position,
                [[maybe_unused]] std::string texte)
{
    // À COMPLÉTER : liez le texte, de façon qu'il soit encore là quand la requête s'exécutera.
}
