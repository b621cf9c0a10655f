// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void FermeBase::operator()([[maybe_unused]] sqlite3* base) const noexcept
{
    // À COMPLÉTER : fermez la connexion.
}

Base ouvrir([[maybe_unused]] const std::filesystem::path& chemin)
{
    // À COMPLÉTER : ouvrez la base ; en cas d'échec, lancez une SQLite::Exception.
    return nullptr;
}
