// Variante : lire puis écrire, dans une transaction qui prend le verrou d'écriture avant de lire
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <optional>

int vieillir(SQLite::Database& base, std::int64_t id, int annees)
{
    SQLite::Transaction transaction(base, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement lecture(base, "SELECT age FROM utilisateurs WHERE id = ?");
    lecture.bind(1, id);
    if (!lecture.executeStep()) {
        return 0;
    }
    if (!lecture.isColumnNull(0)) {
        SQLite::Statement ecriture(base, "UPDATE utilisateurs SET age = :age WHERE id = :id");
        ecriture.bind(":age", lecture.getColumn(0).getInt() + annees);
        ecriture.bind(":id", id);
        ecriture.exec();
    }
    lecture.reset();
    transaction.commit();
    return 1;
}
