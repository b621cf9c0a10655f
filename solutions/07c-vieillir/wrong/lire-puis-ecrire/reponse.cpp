// Échoue : DeuxCaisses
// L'âge est lu, augmenté en C++, puis écrit : ce que l'autre caisse a écrit entre-temps est effacé.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int vieillir(SQLite::Database& base, std::int64_t id, int annees)
{
    SQLite::Statement lecture(base, "SELECT age FROM utilisateurs WHERE id = ?");
    lecture.bind(1, id);
    if (!lecture.executeStep()) {
        return 0;
    }
    const bool inconnu = lecture.isColumnNull(0);
    const int age = lecture.getColumn(0).getInt();
    lecture.reset();
    if (inconnu) {
        return 1;
    }
    SQLite::Statement ecriture(base, "UPDATE utilisateurs SET age = ? WHERE id = ?");
    ecriture.bind(1, age + annees);
    ecriture.bind(2, id);
    return ecriture.exec();
}
