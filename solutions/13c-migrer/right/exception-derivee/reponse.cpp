// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <stdexcept>

/// Une exception à nous : c'est aussi une std::runtime_error.
struct BaseTropRecente : std::runtime_error {
    using std::runtime_error::runtime_error;
};

namespace orm {

void migrer(SQLite::Database& base, std::span<const Migration> migrations)
{
    const int version = base.execAndGet("PRAGMA user_version").getInt();
    const int derniere = static_cast<int>(migrations.size());
    if (version > derniere) {
        throw BaseTropRecente("la base est en version " + std::to_string(version) + ", ce programme n'en connaît que " +
                              std::to_string(derniere));
    }
    for (int i = version; i < derniere; ++i) {
        SQLite::Transaction transaction(base);
        base.exec(migrations[static_cast<std::size_t>(i)].sql);
        base.exec("PRAGMA user_version = " + std::to_string(i + 1));
        transaction.commit();
    }
}

}  // namespace orm
