// SPDX-License-Identifier: MIT
#include "fourni.hpp"

namespace orm {

void migrer([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] std::span<const Migration> migrations)
{
    // À COMPLÉTER : la version de la base, puis chaque étape qui manque.
}

}  // namespace orm
