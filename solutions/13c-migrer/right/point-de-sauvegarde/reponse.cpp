// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <stdexcept>
#include <string>

namespace orm {

/// Récursif, avec un point de sauvegarde à la place de la transaction.
void migrer(SQLite::Database& base, std::span<const Migration> migrations)
{
    SQLite::Statement lecture(base, "PRAGMA user_version");
    lecture.executeStep();
    const std::string lu = lecture.getColumn(0);
    lecture.reset();
    const std::size_t faites = std::stoul(lu);
    if (faites > migrations.size()) {
        throw std::runtime_error("La base est plus récente que le programme.");
    }
    if (faites == migrations.size()) {
        return;
    }
    base.exec("SAVEPOINT etape");
    try {
        base.exec(migrations[faites].sql);
        base.exec("PRAGMA user_version = " + std::to_string(faites + 1));
    } catch (...) {
        base.exec("ROLLBACK TO etape; RELEASE etape");
        throw;
    }
    base.exec("RELEASE etape");
    migrer(base, migrations);
}

}  // namespace orm
