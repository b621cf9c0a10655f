// SPDX-License-Identifier: MIT
#include "check/fixture.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "check/sqlite.hpp"
#include "error.hpp"
#include "files.hpp"
#include "show.hpp"

namespace atelier::check {

namespace {

// First names with what trips programs up: accents, hyphens, an apostrophe.
constexpr std::array first_names{
    "Adèle",     "Agnès",    "Alban",     "Anaïs",   "Aurélie",  "Baptiste", "Benoît",    "Camille", "Cécile",
    "Chloé",     "Clément",  "Daphné",    "Élodie",  "Émile",    "Estelle",  "Fabrice",   "Félix",   "Gaël",
    "Hélène",    "Inès",     "Jean-Marc", "Jérôme",  "Joëlle",   "Léa",      "Loïc",      "Lucie",   "Maëlle",
    "Marie-Ève", "Mathilde", "Noé",       "Océane",  "Pascal",   "Raphaël",  "Rémi",      "Sacha",   "Solène",
    "Théo",      "Ursule",   "Valérie",   "Yannick", "Zacharie", "Zélie",    "D'Artagnan"};

Random& random_of(sqlite3_context* context) { return *static_cast<Random*>(sqlite3_user_data(context)); }

void hasard(sqlite3_context* context, int, sqlite3_value** arguments)
{
    sqlite3_result_int64(
        context, random_of(context).between(sqlite3_value_int64(arguments[0]), sqlite3_value_int64(arguments[1])));
}

void prenom(sqlite3_context* context, int, sqlite3_value**)
{
    const auto drawn =
        static_cast<std::size_t>(random_of(context).between(0, static_cast<std::int64_t>(first_names.size()) - 1));
    sqlite3_result_text(context, first_names.at(drawn), -1, SQLITE_STATIC);
}

constexpr std::string_view read_mark = ".read ";

bool reads_a_file(std::string_view line) { return line.substr(0, read_mark.size()) == read_mark; }

/// What such a line names.
std::string_view path_read_by(std::string_view line)
{
    const std::size_t end = line.find_last_not_of(" \t\r") + 1;
    const std::size_t begin = std::min(line.find_first_not_of(' ', read_mark.size()), end);
    return line.substr(begin, end - begin);
}

/// The SQL of `file`, which must be within `course`, whatever links lead to it.
std::string shared_sql(const fs::path& course, const fs::path& file)
{
    std::error_code code;
    const fs::path around = fs::canonical(course);
    const fs::path found = fs::canonical(file, code);
    const auto [end, rest] = std::mismatch(around.begin(), around.end(), found.begin(), found.end());
    if (code || end != around.end() || !fs::is_regular_file(found)) {
        throw Error("a fixture reads " + file.string() + ", which is no file of the course");
    }
    return read_file(found);
}

}  // namespace

std::string fixture_sql(const fs::path& exercise)
{
    const std::string written = read_file(exercise / "fixture.sql");
    std::string sql;
    for (const std::string_view line : lines_of(written)) {
        if (reads_a_file(line)) {
            sql += shared_sql(exercise.parent_path().parent_path(), exercise / path_read_by(line));
        } else {
            sql += line;
        }
        sql += '\n';
    }
    return sql;
}

std::vector<fs::path> files_of_fixture(const fs::path& exercise)
{
    std::vector<fs::path> files;
    const std::string written =
        fs::is_regular_file(exercise / "fixture.sql") ? read_file(exercise / "fixture.sql") : "";
    for (const std::string_view line : lines_of(written)) {
        if (reads_a_file(line)) {
            files.push_back(exercise / path_read_by(line));
        }
    }
    return files;
}

std::uint64_t Random::next()
{
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

std::int64_t Random::between(std::int64_t min, std::int64_t max)
{
    const std::uint64_t width = static_cast<std::uint64_t>(max) - static_cast<std::uint64_t>(min) + 1;
    const std::uint64_t drawn = next();
    return max <= min
               ? min
               : static_cast<std::int64_t>(static_cast<std::uint64_t>(min) + (width == 0 ? drawn : drawn % width));
}

void make_fixture(const std::filesystem::path& path, const std::string& sql, std::uint64_t seed)
{
    if (std::filesystem::exists(path)) {
        throw Error("a check makes the fixture " + path.filename().string() + " twice");
    }
    const Connection connection = open_connection(path.string());
    execute_all(connection.get(),
                "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");  // made in one go, or not at all
    Random random(seed);
    sqlite3_create_function_v2(connection.get(), "hasard", 2, SQLITE_UTF8, &random, hasard, nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(connection.get(), "prenom", 0, SQLITE_UTF8, &random, prenom, nullptr, nullptr, nullptr);
    execute_all(connection.get(), sql);
}

}  // namespace atelier::check
