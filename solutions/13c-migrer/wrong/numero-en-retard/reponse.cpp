// Échoue : Relance
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <cstddef>
#include <stdexcept>
#include <string>

namespace orm {

void migrer(SQLite::Database& base, std::span<const Migration> migrations)
{
    const int version = base.execAndGet("PRAGMA user_version").getInt();
    if (version > static_cast<int>(migrations.size())) {
        throw std::runtime_error("cette base vient d'un programme plus récent");
    }
    for (auto etape = static_cast<std::size_t>(version); etape < migrations.size(); ++etape) {
        SQLite::Transaction transaction(base);
        base.exec(migrations[etape].sql);
        base.exec("PRAGMA user_version = " + std::to_string(etape));
        transaction.commit();
    }
}

}  // namespace orm
