// Échoue : AgeInconnu
// coalesce fait de l'âge inconnu un nouveau-né.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int vieillir(SQLite::Database& base, std::int64_t id, int annees)
{
    SQLite::Statement requete(base, "UPDATE utilisateurs SET age = coalesce(age, 0) + ? WHERE id = ?");
    requete.bind(1, annees);
    requete.bind(2, id);
    return requete.exec();
}
