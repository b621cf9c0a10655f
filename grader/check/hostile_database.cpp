// SPDX-License-Identifier: MIT
#include "check/hostile_database.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <cstring>
#include <functional>

#include "check/child.hpp"
#include "check/sqlite.hpp"
#include "error.hpp"
#include "files.hpp"
#include "message.hpp"
#include "utf8.hpp"

namespace atelier::check {

namespace {

constexpr std::size_t most_file_bytes = std::size_t{64} << 20U;
constexpr std::size_t most_table_bytes = std::size_t{64} << 20U;
constexpr std::size_t most_rows = 200'000;
/// Steps of SQLite's machine, in thousands: a bound that is the same on every machine. Processor time bounds what one
/// step may cost.
constexpr int most_steps = 50'000;
constexpr std::chrono::seconds most_time{3};

/// What is wrong with a student's file, in French.
struct Unreadable {
    std::string reason;
};

/// What is wrong with the author's SQL.
struct Fault {
    std::string what;
};

// --- The copy -----------------------------------------------------------------------------------------------------

/// The bytes of a file that a program may have left anything at.
std::string hostile_file(const fs::path& path, const std::string& name)
{
    const std::string shown = visible(name);
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) {
        throw Unreadable{tr("le fichier {} n'existe pas", shown)};
    }
    if (!S_ISREG(status.st_mode)) {
        throw Unreadable{tr("{} n'est pas un fichier ordinaire", shown)};
    }
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
    if (!file || ::fstat(file.get(), &status) != 0) {
        throw Unreadable{tr("le fichier {} ne se laisse pas ouvrir", shown)};
    }
    if (static_cast<std::size_t>(status.st_size) > most_file_bytes) {
        throw Unreadable{tr("{} dépasse 64 Mio", shown)};
    }
    try {
        return read_file("/proc/self/fd/" + std::to_string(file.get()), most_file_bytes);
    } catch (const Error&) {
        throw Unreadable{tr("le fichier {} ne se laisse pas lire", shown)};
    }
}

bool exists(const fs::path& path)
{
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0;
}

/// A copy of the database in a folder of ours.
class PrivateCopy {
public:
    PrivateCopy(const fs::path& path, const std::string& name) : path_(folder_.path() / "copy.db")
    {
        const std::string journal = path.string() + "-journal";
        // SQLite itself takes a journal whose first byte is zero for one that is done with (journal_mode=PERSIST).
        if (exists(journal) && hostile_file(journal, name + "-journal").substr(0, 1).find_first_not_of('\0') == 0) {
            throw Unreadable{tr(
                "un journal ({}-journal) est resté à côté de la base : une transaction n'a été ni validée ni annulée, ou la base n'a pas été fermée",
                visible(name))};
        }
        write_file(path_, hostile_file(path, name));
        if (const std::string wal = path.string() + "-wal"; exists(wal)) {
            write_file(path_.string() + "-wal", hostile_file(wal, name + "-wal"));
        }
    }

    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    TemporaryFolder folder_;
    fs::path path_;
};

// --- What is done to it, in the child -----------------------------------------------------------------------------

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

/// A connection on which a hostile file can neither run code nor take for ever.
class HardenedConnection {
public:
    explicit HardenedConnection(const fs::path& path)
    {
        sqlite3_hard_heap_limit64(std::int64_t{256} << 20U);
        connection_ = open_connection(path.string());
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
        sqlite3_exec(get(), "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;", nullptr, nullptr, nullptr);
        const Table check = query("PRAGMA quick_check(1)", {});
        if (check.only().text().value_or("") != "ok") {
            throw Unreadable{tr("ce n'est pas une base SQLite saine ({})", visible(check.only().text().value_or("?")))};
        }
    }

    Table query(const std::string& sql, const std::vector<Value>& parameters)
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

    void change(const std::string& sql)
    {
        if (const int code = sqlite3_exec(get(), sql.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK) {
            fail(code);
        }
    }

private:
    [[nodiscard]] sqlite3* get() const { return connection_.get(); }

    [[noreturn]] void fail(int code) const
    {
        throw Unreadable{(code & 0xFF) == SQLITE_INTERRUPT ? tr("sa lecture demande trop de travail")
                                                           : tr("SQLite échoue ({})", visible(sqlite3_errmsg(get())))};
    }

    /// The file's own schema can make any SQL fail. What fails on an empty database too, and not for want of a table, is
    /// our mistake.
    [[noreturn]] void refuse(const std::string& sql) const
    {
        const std::string message = sqlite3_errmsg(get());
        const int code = sqlite3_errcode(get());
        const Connection empty = open_connection(":memory:");
        sqlite3_stmt* raw = nullptr;
        const bool is_sound = sqlite3_prepare_v2(empty.get(), sql.c_str(), -1, &raw, nullptr) == SQLITE_OK ||
                              std::strncmp(sqlite3_errmsg(empty.get()), "no such table: ", 15) == 0;
        sqlite3_finalize(raw);
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
                throw Unreadable{tr(french, visible(rest.substr(0, rest.find(" prohibited"))))};
            }
        }
        throw Unreadable{tr("sa structure ne se laisse pas lire ({})", visible(message))};
    }

    int steps_ = most_steps;
    Connection connection_;
};

// --- Between the two processes ------------------------------------------------------------------------------------

class Writer {
public:
    void number(std::uint64_t n) { bytes.append(reinterpret_cast<const char*>(&n), sizeof n); }
    void text(std::string_view t)
    {
        number(t.size());
        bytes += t;
    }
    void value(const Value& v)
    {
        bytes += static_cast<char>(v.data().index());
        std::visit(*this, v.data());
    }
    void operator()(std::monostate) {}
    void operator()(std::int64_t v) { number(static_cast<std::uint64_t>(v)); }
    void operator()(double v)
    {
        std::uint64_t n = 0;
        std::memcpy(&n, &v, sizeof n);
        number(n);
    }
    void operator()(const std::string& v) { text(v); }
    void operator()(const Blob& v) { text({reinterpret_cast<const char*>(v.data()), v.size()}); }

    std::string bytes;
};

/// The child read a hostile file: what it tells may be anything.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t number()
    {
        std::uint64_t n = 0;
        std::memcpy(&n, take(sizeof n).data(), sizeof n);
        return n;
    }
    std::string text() { return std::string(take(number())); }
    Value value()
    {
        switch (take(1).front()) {
            case 0: return {};
            case 1: return static_cast<std::int64_t>(number());
            case 2: {
                const std::uint64_t n = number();
                double v = 0;
                std::memcpy(&v, &n, sizeof v);
                return v;
            }
            case 3: return text();
            case 4: {
                const std::string v = text();
                const auto* first = reinterpret_cast<const std::byte*>(v.data());
                return Blob(first, first + v.size());
            }
            default: throw Unreadable{tr("elle fait échouer SQLite")};
        }
    }

private:
    std::string_view take(std::uint64_t count)
    {
        if (count > rest_.size()) {
            throw Unreadable{tr("elle fait échouer SQLite")};
        }
        const std::string_view taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }

    std::string_view rest_;
};

std::string to_bytes(const HostileAnswer& answer)
{
    Writer out;
    out.text(answer.fault);
    out.text(answer.table.problem);
    out.number(answer.table.columns.size());
    for (const std::string& column : answer.table.columns) {
        out.text(column);
    }
    out.number(answer.table.rows.size());
    for (const Row& row : answer.table.rows) {
        for (const Value& value : row) {
            out.value(value);
        }
    }
    return std::move(out.bytes);
}

HostileAnswer from_bytes(std::string_view bytes)
{
    Reader in(bytes);
    HostileAnswer answer;
    answer.fault = in.text();
    answer.table.problem = in.text();
    for (std::uint64_t left = in.number(); left > 0; --left) {
        answer.table.columns.push_back(in.text());
    }
    const std::uint64_t rows = answer.table.columns.empty() ? 0 : in.number();
    for (std::uint64_t i = 0; i < rows; ++i) {
        Row& row = answer.table.rows.emplace_back();
        for (std::size_t j = 0; j < answer.table.columns.size(); ++j) {
            row.push_back(in.value());
        }
    }
    return answer;
}

std::string unreadable(const std::string& name, const Unreadable& why)
{
    return tr("La base {} ne peut pas être lue : {}.", visible(name), why.reason);
}

using Work = std::function<Table(HardenedConnection&)>;

/// The whole story, but for the copy: `work` in a child, on a hardened connection.
HostileAnswer work_on(const fs::path& copy, const std::string& name, const Work& work)
{
    const Reply reply = in_child(
        [&] {
            try {
                HardenedConnection connection(copy);
                return to_bytes({.table = work(connection), .fault = {}});
            } catch (const Unreadable& why) {
                return to_bytes({.table = {.columns = {}, .rows = {}, .problem = unreadable(name, why)}, .fault = {}});
            } catch (const Fault& fault) {
                return to_bytes({.table = {}, .fault = fault.what});
            } catch (const Error& error) {
                return to_bytes({.table = {}, .fault = error.what()});
            }
        },
        most_time);
    if (reply.end == Reply::End::out_of_time) {
        throw Unreadable{tr("sa lecture demande trop de travail")};
    }
    if (reply.end == Reply::End::died) {
        throw Unreadable{tr("elle fait échouer SQLite")};
    }
    return from_bytes(reply.bytes);
}

}  // namespace

HostileAnswer query_hostile(const fs::path& file, const std::string& name, const std::string& sql,
                            const std::vector<Value>& parameters)
{
    try {
        const PrivateCopy copy(file, name);
        return work_on(copy.path(), name,
                       [&](HardenedConnection& connection) { return connection.query(sql, parameters); });
    } catch (const Unreadable& why) {
        return {.table = {.columns = {}, .rows = {}, .problem = unreadable(name, why)}, .fault = {}};
    }
}

HostileAnswer change_hostile(const fs::path& file, const std::string& name, const std::string& sql)
{
    try {
        const PrivateCopy copy(file, name);
        HostileAnswer answer = work_on(copy.path(), name, [&](HardenedConnection& connection) {
            connection.change(sql);
            return Table{};
        });
        if (answer.fault.empty() && answer.table.problem.empty()) {
            write_file(file, hostile_file(copy.path(), name));
            // Its rows are in the copy now; left there, they would be written over the new ones.
            for (const char* ending : {"-wal", "-shm", "-journal"}) {
                remove_tree(file.string() + ending);
            }
        }
        return answer;
    } catch (const Unreadable& why) {
        return {.table = {.columns = {}, .rows = {}, .problem = unreadable(name, why)}, .fault = {}};
    }
}

}  // namespace atelier::check
