// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

/// Ajoute à la table notes (id, texte) une ligne faite de `texte`.
void noter(SQLite::Database& base, const std::string& texte);

/// Rend le nombre de lignes de la table notes.
int compter(SQLite::Database& base);
