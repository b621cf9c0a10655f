// SPDX-License-Identifier: MIT
// Databases made from SQL and a seed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace atelier::check {

/// A sequence of numbers that is the same on every machine (splitmix64).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    [[nodiscard]] std::uint64_t next();
    /// An integer in [min, max]; min when the interval is empty.
    [[nodiscard]] std::int64_t between(std::int64_t min, std::int64_t max);

private:
    std::uint64_t state_;
};

/// The SQL of the fixture.sql in the folder `exercise`. A line « .read PATH » of it, the word of SQLite's own shell, stands
/// for the file PATH, found from that folder: how exercises share large data. Throws Error when that is no file within
/// the course's folder, the one around exercises/, links followed. A file that is read reads no other.
[[nodiscard]] std::string fixture_sql(const std::filesystem::path& exercise);

/// The files for which the lines « .read PATH » of that fixture.sql stand, whether they are there or not; none when there is no
/// fixture.sql.
[[nodiscard]] std::vector<std::filesystem::path> files_of_fixture(const std::filesystem::path& exercise);

/// Makes the database `path`, which must not exist, by running `sql`, where hasard(min, max) and prenom() draw from
/// `seed`. Throws Error when the SQL is wrong.
void make_fixture(const std::filesystem::path& path, const std::string& sql, std::uint64_t seed);

}  // namespace atelier::check
