// SPDX-License-Identifier: MIT
#include "check/hardened_connection.hpp"

#include <cstring>

#include "error.hpp"
#include "message.hpp"
#include "show.hpp"

namespace atelier::check {

namespace {

constexpr std::size_t most_table_bytes = std::size_t{64} << 20U;
constexpr std::size_t most_rows = 200'000;

int count_step(void* left) { return --*static_cast<int*>(left) < 0 ? 1 : 0; }

std::size_t bytes_of(const Row& row)
{
    std::size_t sum = 0;
    for (const Value& value : row) {
        const auto* text = std::get_if<std::string>(&value.data());
        const auto* blob = std::get_if<Blob>(&value.data());
        sum += sizeof(Value) + (text != nullptr ? text->size() : 0) + (blob != nullptr ? blob->size() : 0);
    }
    return sum;
}

/// What SQLite says, which may quote names of any length.
std::string words(std::string_view message) { return excerpt(message, 200); }

}  // namespace

HardenedConnection::HardenedConnection(const std::filesystem::path& path, const ReadingLimits& limits)
    : steps_(limits.steps)
{
    connection_ = open_connection(path.string());  // reads nothing yet
    sqlite3_hard_heap_limit64(limits.heap_bytes);
    for (const auto& [option, on] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                     {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                     {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                     {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                     {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                     {SQLITE_DBCONFIG_DQS_DML, 0}}) {
        sqlite3_db_config(get(), option, on, nullptr);
    }
    const char* kept[] = {"json_each", "json_tree", nullptr};  // they read their argument, never the file
    sqlite3_drop_modules(get(), kept);
    sqlite3_limit(get(), SQLITE_LIMIT_LENGTH, 16 << 20);
    sqlite3_limit(get(), SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_progress_handler(get(), 1000, count_step, &steps_);
    // The file is a copy that nobody needs after a power cut: there is no disk to wait for.
    sqlite3_exec(get(), "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA synchronous=OFF;", nullptr, nullptr,
                 nullptr);
    const Table check = query("PRAGMA quick_check(1)", {});
    if (check.only().text().value_or("") != "ok") {
        throw Unreadable{tr("ce n'est pas une base SQLite saine ({})", words(check.only().text().value_or("?")))};
    }
}

Table HardenedConnection::query(const std::string& sql, const std::vector<Value>& parameters)
{
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v2(get(), sql.c_str(), -1, &raw, nullptr) != SQLITE_OK) {
        refuse(sql);
    }
    const StatementHandle statement(raw);
    int position = 0;
    for (const Value& value : parameters) {
        try {
            bind(raw, ++position, value);
        } catch (const Error&) {  // no memory is left for it, or the SQL has no such mark
            if (sqlite3_errcode(get()) == SQLITE_NOMEM) {
                fail(SQLITE_NOMEM);
            }
            throw;
        }
    }
    Table table;
    for (int i = 0; i < sqlite3_column_count(raw); ++i) {
        table.columns.emplace_back(sqlite3_column_name(raw, i));
    }
    std::size_t bytes = 0;
    int code = sqlite3_step(raw);
    for (; code == SQLITE_ROW; code = sqlite3_step(raw)) {
        if (table.rows.size() == most_rows) {
            throw Unreadable{tr("elle contient plus de {} lignes", most_rows)};
        }
        table.rows.push_back(current_row(raw));
        bytes += bytes_of(table.rows.back());
        if (bytes > most_table_bytes) {
            throw Unreadable{tr("ses lignes dépassent 64 Mio")};
        }
    }
    if (code != SQLITE_DONE) {
        fail(code);
    }
    return table;
}

void HardenedConnection::change(const std::string& sql)
{
    if (const int code = sqlite3_exec(get(), sql.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK) {
        fail(code);
    }
}

void HardenedConnection::fail(int code) const
{
    throw Unreadable{(code & 0xFF) == SQLITE_INTERRUPT ? tr("sa lecture demande trop de travail")
                                                       : tr("SQLite échoue ({})", words(sqlite3_errmsg(get())))};
}

/// The file's own schema can make any SQL fail. What fails on an empty database too, and not for want of a table, is
/// our mistake.
void HardenedConnection::refuse(const std::string& sql) const
{
    const std::string message = sqlite3_errmsg(get());
    const int code = sqlite3_errcode(get());
    const sqlite3_int64 heap_bytes = sqlite3_hard_heap_limit64(0);  // the file may have left us none
    const Connection empty = open_connection(":memory:");
    sqlite3_stmt* raw = nullptr;
    const bool is_sound = sqlite3_prepare_v2(empty.get(), sql.c_str(), -1, &raw, nullptr) == SQLITE_OK ||
                          std::strncmp(sqlite3_errmsg(empty.get()), "no such table: ", 15) == 0;
    sqlite3_finalize(raw);
    sqlite3_hard_heap_limit64(heap_bytes);
    if (!is_sound) {
        throw Fault{"a check's SQL is wrong: " + message + "\n  " + sql};
    }
    if (code != SQLITE_ERROR) {
        fail(code);
    }
    for (const auto& [english, french] :
         {std::pair{"no such table: ", translatable("la table « {} » n'existe pas dans la base")},
          {"no such column: ", translatable("la colonne « {} » n'existe pas dans la base")},
          {"access to view ", translatable("{} est une vue : il faut une table")},
          {"no such module: ", translatable("c'est une table virtuelle (« {} ») : il faut une table ordinaire")}}) {
        if (message.rfind(english, 0) == 0) {
            const std::string rest = message.substr(std::strlen(english));
            throw Unreadable{tr(french, words(rest.substr(0, rest.find(" prohibited"))))};
        }
    }
    throw Unreadable{tr("sa structure ne se laisse pas lire ({})", words(message))};
}

}  // namespace atelier::check
