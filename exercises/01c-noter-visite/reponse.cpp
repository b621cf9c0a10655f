// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void noter_visite([[maybe_unused]] const std::string& chemin)
{
    // À COMPLÉTER : ouvrez la base, exécutez `sql_visite`, et assurez-vous que la base est fermée quand la fonction se termine.
}
