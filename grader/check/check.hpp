// SPDX-License-Identifier: MIT
// What a checks.cpp includes: the fixture class whose members make databases and run the program.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "check/database.hpp"
#include "check/execution.hpp"
#include "check/matchers.hpp"
#include "check/neighbour.hpp"
#include "check/sql_error.hpp"
#include "check/value.hpp"

namespace atelier::check {

/// An argument of the program: text, a number, or the name of a database.
class Argument {
public:
    Argument(const char* text) : text_(text) {}
    Argument(std::string text) : text_(std::move(text)) {}
    Argument(std::string_view text) : text_(text) {}
    Argument(std::int64_t number) : text_(std::to_string(number)) {}
    Argument(int number) : text_(std::to_string(number)) {}
    Argument(const Database& database) : text_(database.name()) {}
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

/// The test fixture of every exercise: `using Inserer = atelier::check::Exercise;` then `TEST_F(Inserer, Name)`,
/// where Name is that of a [[check]] of exercise.toml. Each test gets an empty folder of its own, the current
/// folder of the programs it runs, gone when it ends.
class Exercise : public ::testing::Test {
protected:
    Exercise();
    ~Exercise() override;

    /// A database made by the exercise's fixture.sql followed by `more_sql`, in the folder of this test.
    ///
    /// In fixture.sql and `more_sql`, `hasard(min, max)` is an integer and `prenom()` a French first name, both
    /// drawn from the grading's seed and the database's name, so that the data vary between gradings and never within one.
    /// A line « .read PATH » of fixture.sql stands for another file of the course (check/fixture.hpp).
    /// Throws Error when the SQL is wrong, or when the exercise has no fixture.sql.
    Database fixture(const std::string& more_sql = {}, const std::string& name = "base.db");

    /// Names a file of the folder without making it.
    [[nodiscard]] Database database(const std::string& name) const;

    /// Runs the program in the sandbox and waits for its end. `arguments` begins with the scenario.
    Execution program(const std::vector<Argument>& arguments, std::string_view input = {});

    /// Another program at work on `base`, started now and gone with the result. The signs of `plan` are lines that the program
    /// writes into the fifo « signes » of its folder, made here; it must open it without waiting. Call it before the
    /// program has run: `base` is opened as it is.
    [[nodiscard]] std::unique_ptr<Neighbour> neighbour(const Database& base, const NeighbourPlan& plan);

    /// Writes a file into the folder; `name` has no slash.
    void write(const std::string& name, std::string_view bytes) const;
    /// The bytes of a regular file of the folder (at most 1 MiB); empty when there is none.
    [[nodiscard]] std::string read(const std::string& name) const;
    /// Names of what the folder holds now, sorted: a journal left behind shows here.
    [[nodiscard]] std::vector<std::string> files() const;

    /// An integer in [min, max] drawn from the grading's seed: the same for every call order in every run with that seed.
    [[nodiscard]] std::int64_t random(std::int64_t min, std::int64_t max);

private:
    /// Where the programs of this test run.
    [[nodiscard]] const std::filesystem::path& folder() const;

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace atelier::check
