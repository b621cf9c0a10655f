// Échoue : DepuisZero
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
        for (std::string reste = migrations[etape].sql; !reste.empty();) {
            const std::size_t fin = reste.find(';');
            base.exec(reste.substr(0, fin));
            reste = fin == std::string::npos ? "" : reste.substr(fin + 1);
        }
        base.exec("PRAGMA user_version = " + std::to_string(etape + 1));
        transaction.commit();
    }
}

}  // namespace orm
