// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <cstdint>
#include <stdexcept>
#include <string>

namespace orm {

/// Comme dans orm/migration.hpp : la version est relue dans la transaction, au cas où un autre programme serait passé avant.
void migrer(SQLite::Database& base, std::span<const Migration> migrations)
{
    const auto version = [&] { return base.execAndGet("PRAGMA user_version").getInt64(); };
    const auto derniere = static_cast<std::int64_t>(migrations.size());
    if (version() > derniere) {
        throw std::runtime_error("version " + std::to_string(version()) + " inconnue");
    }
    while (version() < derniere) {
        SQLite::Transaction transaction(base, SQLite::TransactionBehavior::IMMEDIATE);
        const std::int64_t faites = version();
        if (faites < derniere) {
            base.exec(migrations[static_cast<std::size_t>(faites)].sql);
            base.exec("PRAGMA user_version = " + std::to_string(faites + 1));
            transaction.commit();
        }
    }
}

}  // namespace orm
