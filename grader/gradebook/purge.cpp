// SPDX-License-Identifier: MIT
// What a gradebook forgets, for good: the one thing that it does besides growing.
#include "gradebook/data.hpp"
#include "gradebook/gradebook.hpp"
#include "gradebook/schema.hpp"

namespace atelier {

Purged Gradebook::purge(const Purge& what)
{
    return data_->guarded([&] {
        SQLite::Database& database = data_->database;
        Purged gone;
        SQLite::Transaction all(database);
        database.exec(gradebook_unseals());
        const auto run = [&](const char* sql, const std::string& value) {
            SQLite::Statement& statement = data_->statement(sql);
            statement.bind(1, value);
            return static_cast<std::size_t>(statement.exec());
        };
        for (const std::string& name : what.students) {
            gone.grades += run("DELETE FROM grade WHERE student = (SELECT id FROM student WHERE name = ?)", name);
            run("DELETE FROM adjustment WHERE student = (SELECT id FROM student WHERE name = ?)", name);
            gone.students += run("DELETE FROM student WHERE name = ?", name);
        }
        if (!what.given_before.empty()) {
            gone.grades += run("DELETE FROM grade WHERE given_at < ?", what.given_before);
            gone.students += static_cast<std::size_t>(database.exec(
                "DELETE FROM adjustment WHERE student IS NOT NULL AND student NOT IN (SELECT student FROM grade);"
                "DELETE FROM student WHERE id NOT IN (SELECT student FROM grade)"));
        }
        database.exec("DELETE FROM verdict WHERE id NOT IN (SELECT verdict FROM grade)");
        if (what.answers) {
            database.exec("UPDATE verdict SET answer = NULL");
        }
        if (!what.students.empty() || !what.given_before.empty()) {
            database.exec("DELETE FROM refusal");  // it names people, as they were written
        }
        gone.answers = static_cast<std::size_t>(database.exec(
            "DELETE FROM answer WHERE sha256 NOT IN (SELECT answer FROM verdict WHERE answer IS NOT NULL)"));
        data_->note("purged",
                    fmt::format("{} students, {} grades, {} answers", gone.students, gone.grades, gone.answers));
        database.exec(gradebook_seals());
        all.commit();
        // Nothing of it stays in free pages, nor in the journal.
        data_->statements.clear();
        database.exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
        return gone;
    });
}

}  // namespace atelier
