// SPDX-License-Identifier: MIT
#include "fourni.hpp"

Valeur lire([[maybe_unused]] const SQLite::Column& c)
{
    // À COMPLÉTER : de quel type est la valeur ? Une lecture pour chacun des cinq.
    return std::monostate{};
}
