// SPDX-License-Identifier: MIT
#include "check/database.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <memory>

#include "check/sqlite.hpp"
#include "error.hpp"
#include "files.hpp"
#include "message.hpp"
#include "sandbox.hpp"
#include "utf8.hpp"

namespace atelier::check {

namespace {

constexpr std::size_t most_bytes = std::size_t{64} << 20U;
constexpr std::size_t most_rows = 200'000;
/// Steps of SQLite's machine, in thousands: a bound on time that no clock is needed for.
constexpr int most_steps = 200'000;

/// What is wrong with a student's file, in French.
struct Unreadable {
    std::string reason;
};

/// The bytes of a file that a program may have left anything at.
std::string hostile_file(const fs::path& path, const std::string& shown)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0) {
        throw Unreadable{tr("le fichier {} n'existe pas, ou ne se laisse pas ouvrir", shown)};
    }
    if (!S_ISREG(status.st_mode)) {
        throw Unreadable{tr("{} n'est pas un fichier ordinaire", shown)};
    }
    if (static_cast<std::size_t>(status.st_size) > most_bytes) {
        throw Unreadable{tr("{} dépasse 64 Mio", shown)};
    }
    try {
        return read_file(path, most_bytes);
    } catch (const Error& error) {
        throw Unreadable{error.what()};
    }
}

bool has_bytes(const fs::path& path)
{
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0 && (!S_ISREG(status.st_mode) || status.st_size > 0);
}

/// A copy of the database in a folder of ours, where its journal can name no file of the machine.
class PrivateCopy {
public:
    PrivateCopy(const fs::path& path, const std::string& name) : path_(folder_.path() / "copy.db")
    {
        if (has_bytes(path.string() + "-journal")) {
            throw Unreadable{tr("un journal ({}-journal) est resté à côté de la base : une transaction n'a été ni validée ni annulée, ou la base n'a pas été fermée", name)};
        }
        write_file(path_, hostile_file(path, name));
        if (const std::string wal = path.string() + "-wal"; has_bytes(wal)) {
            write_file(path_.string() + "-wal", hostile_file(wal, name + "-wal"));
        }
    }

    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    TemporaryFolder folder_;
    fs::path path_;
};

int count_step(void* left) { return --*static_cast<int*>(left) < 0 ? 1 : 0; }

/// A connection on which a hostile file can neither run code nor take for ever.
class HardenedConnection {
public:
    explicit HardenedConnection(const fs::path& path) : connection_(open_connection(path.string()))
    {
        sqlite3* db = connection_.get();
        for (const auto& [option, on] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1}, {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0}, {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                         {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0}, {SQLITE_DBCONFIG_DQS_DML, 0}}) {
            sqlite3_db_config(db, option, on, nullptr);
        }
        sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 16 << 20);
        sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
        sqlite3_progress_handler(db, 1000, count_step, &steps_);
        sqlite3_exec(db, "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;", nullptr, nullptr, nullptr);
        const Table check = query("PRAGMA quick_check(1)", {});
        if (check.only().text().value_or("") != "ok") {
            throw Unreadable{tr("ce n'est pas une base SQLite saine ({})", visible(check.only().text().value_or("?")))};
        }
    }

    [[nodiscard]] sqlite3* get() const { return connection_.get(); }

    Table query(const std::string& sql, std::initializer_list<Value> parameters)
    {
        sqlite3_stmt* raw = nullptr;
        if (sqlite3_prepare_v2(get(), sql.c_str(), -1, &raw, nullptr) != SQLITE_OK) {
            refuse(sql);
        }
        const StatementHandle statement(raw);
        int position = 0;
        for (const Value& value : parameters) {
            bind(raw, ++position, value);
        }
        Table table;
        for (int i = 0; i < sqlite3_column_count(raw); ++i) {
            table.columns.emplace_back(sqlite3_column_name(raw, i));
        }
        int code = sqlite3_step(raw);
        for (; code == SQLITE_ROW; code = sqlite3_step(raw)) {
            if (table.rows.size() == most_rows) {
                throw Unreadable{tr("elle contient plus de {} lignes", most_rows)};
            }
            table.rows.push_back(current_row(raw));
        }
        if (code != SQLITE_DONE) {
            throw Unreadable{code == SQLITE_INTERRUPT ? tr("sa lecture demande trop de travail") : tr("sa lecture échoue ({})", visible(sqlite3_errmsg(get())))};
        }
        return table;
    }

private:
    /// The SQL is ours: unless it asks for something that the student's schema lacks, the mistake is too.
    [[noreturn]] void refuse(const std::string& sql) const
    {
        const std::string message = sqlite3_errmsg(get());
        const int code = sqlite3_errcode(get());
        if (code != SQLITE_ERROR) {
            throw Unreadable{tr("ce n'est pas une base SQLite ({})", visible(message))};
        }
        for (const auto& [english, french] : {std::pair{"no such table: ", "la table « {} » n'existe pas dans la base"}, {"no such column: ", "la colonne « {} » n'existe pas dans la base"}}) {
            if (message.rfind(english, 0) == 0) {
                throw Unreadable{tr(french, visible(message.substr(std::string_view(english).size())))};
            }
        }
        throw Error("a check's SQL is wrong: " + message + "\n  " + sql);
    }

    int steps_ = most_steps;
    Connection connection_;
};

}  // namespace

Database::Database(fs::path folder, std::string name) : folder_(std::move(folder)), name_(std::move(name)) {}

bool Database::exists() const { return fs::exists(fs::symlink_status(path())); }

Table Database::rows(const std::string& sql, std::initializer_list<Value> parameters) const
{
    try {
        const PrivateCopy copy(path(), name_);
        return HardenedConnection(copy.path()).query(sql, parameters);
    } catch (const Unreadable& unreadable) {
        return {.columns = {}, .rows = {}, .problem = tr("La base {} ne peut pas être lue : {}.", name_, unreadable.reason)};
    }
}

Table Database::schema(const std::string& table) const { return rows(R"(SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?) ORDER BY cid)", {Value(table)}); }

Table Database::tables() const { return rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"); }

void Database::execute(const std::string& sql) const
{
    try {
        const PrivateCopy copy(path(), name_);
        {
            const HardenedConnection connection(copy.path());
            execute_all(connection.get(), sql);
        }
        write_file(path(), read_file(copy.path(), most_bytes));
        give_to_sandbox(path());
    } catch (const Unreadable& unreadable) {
        throw Error("Database::execute: " + unreadable.reason);
    }
}

}  // namespace atelier::check
