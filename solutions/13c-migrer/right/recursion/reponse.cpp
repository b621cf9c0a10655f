// SPDX-License-Identifier: MIT
#include "fourni.hpp"
#include <stdexcept>
// BEGIN IMMEDIATE, un seul texte par étape, récursion : la version est relue à chaque étape.
void orm::migrer(SQLite::Database& base, std::span<const Migration> migrations)
{
    SQLite::Statement lecture(base, "SELECT user_version FROM pragma_user_version");
    lecture.executeStep();
    const auto v = lecture.getColumn(0).getInt64();
    lecture.reset();
    if (v == static_cast<std::int64_t>(migrations.size()))
        return;
    if (v > static_cast<std::int64_t>(migrations.size()))
        throw std::runtime_error("");
    const auto& etape = migrations[static_cast<std::size_t>(v)];
    try {
        base.exec("BEGIN IMMEDIATE;" + etape.sql + ";\nPRAGMA user_version = " + std::to_string(v + 1) + "; COMMIT");
    } catch (const SQLite::Exception&) {
        if (base.tryExec("ROLLBACK") != 0) {
        }
        throw;
    }
    migrer(base, migrations);
}
