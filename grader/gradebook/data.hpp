// SPDX-License-Identifier: MIT
// Inside a gradebook: its connection, and the questions that writing and reading both ask.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "error.hpp"
#include "gradebook/gradebook.hpp"
#include "message.hpp"

namespace atelier {

/// One exercise of a run, with its number.
struct KnownExercise {
    std::int64_t id = 0;
    std::string digest;
    Exercise exercise;  ///< as far as verdicts need it
};

/// A student of a run.
struct Named {
    std::string shown;  ///< what reports call them
    std::string name;
    std::string key;
    std::int64_t id = 0;
};

[[nodiscard]] std::vector<CheckInfo> checks_from_json(const std::string& json);

struct Gradebook::Data {
    fs::path folder;
    Descriptor lock;  // of the folder, when we write
    SQLite::Database database;
    mutable std::recursive_mutex guard;  // of all that follows, and of the connection
    mutable std::map<std::string, SQLite::Statement> statements;
    std::int64_t run = 0;                            // the one that was begun
    std::string terms;                               // their digest, that of the whole class
    std::map<std::string, KnownExercise> exercises;  // by name

    Data(const fs::path& where, int flags);

    /// A statement made once, ready to be bound. One at a time of each text.
    SQLite::Statement& statement(const char* sql) const;

    /// Begins a run of those terms, which no run has.
    void begin_run(const GradingTerms& of);
    /// Writes a line of the audit trail.
    void note(const char* what, const std::string& detail);
    /// The number of a student, made when it is new.
    std::int64_t student(const Person& person);
    void add_grade(const NewGrade& grade, std::int64_t verdict);
    /// The verdict of that key, if the answer alone made it.
    [[nodiscard]] std::optional<std::int64_t> known_verdict(const std::string& key) const;
    /// The last run, and its terms.
    [[nodiscard]] std::optional<std::pair<std::int64_t, GradingTerms>> last_run() const;
    /// The exercises of that run by name; of two forms of one exercise, the newer.
    [[nodiscard]] std::map<std::string, KnownExercise> exercises_of(std::int64_t of_run) const;
    /// Those who were graded in that run, by the bytes of what they are called: their names, or what `pseudonym` makes of them.
    [[nodiscard]] std::vector<Named> students_of(std::int64_t of_run,
                                                 const std::function<std::string(const std::string&)>& pseudonym) const;
    /// By student (empty: everybody) and exercise, in the order in which they were made.
    [[nodiscard]] std::map<std::pair<std::string, std::string>, std::vector<Adjustment>> adjustments() const;
    [[nodiscard]] Verdict verdict(const Exercise& exercise, const std::string& told) const;

    /// What SQLite throws, as a sentence.
    template <class Action>
    auto guarded(Action action) const -> decltype(action())
    {
        const std::lock_guard held(guard);
        try {
            return action();
        } catch (const SQLite::Exception& e) {
            const std::string name = (folder / file_name).string();
            if (e.getErrorCode() == SQLITE_FULL || e.getErrorCode() == SQLITE_IOERR) {
                throw Error(tr(
                    "Le carnet de notes {} ne peut plus être écrit ({}). Faites de la place sur ce disque, puis relancez : rien de ce qui était noté n'est perdu.",
                    name, e.what()));
            }
            throw Error(tr("Le carnet de notes {} ne peut pas être lu ou écrit : {}", name, e.what()));
        } catch (const nlohmann::json::exception& e) {
            throw Error(tr("{} est abîmé : {}", (folder / file_name).string(), e.what()));
        }
    }
};

/// For the audit trail only: no report shows it.
[[nodiscard]] std::string audit_time();

}  // namespace atelier
