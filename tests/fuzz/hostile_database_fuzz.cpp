// SPDX-License-Identifier: MIT
// Whatever a program leaves under the name of its database is rows, or a French sentence: never our fault.
//
// The input is the file's bytes; what follows « \nWAL\n » in them, if anything does, is its write-ahead log. All of it
// happens in this process, so that a fuzzer sees into it, but for one input in many: the child must tell the same.
#include "check/hostile_database.hpp"

#include "check/hardened_connection.hpp"
#include "digest.hpp"
#include "files.hpp"
#include "fuzz.hpp"

namespace atelier::check {
namespace {

using fuzz::promise;

constexpr ReadingLimits limits{.heap_bytes = std::int64_t{64} << 20U, .steps = 2'000};
const std::string select = "SELECT * FROM utilisateurs WHERE id IS NOT ? ORDER BY 1";

const fs::path& folder()
{
    static const TemporaryFolder the_folder;
    return the_folder.path();
}

/// Puts the input where a program would have left it.
void lay_out(std::string_view input)
{
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
        remove_tree(folder() / ("a.db" + std::string(ending)));
    }
    const std::string_view mark = "\nWAL\n";
    const std::size_t wal = input.find(mark);
    write_file(folder() / "a.db", input.substr(0, wal));
    if (wal != std::string_view::npos) {
        write_file(folder() / "a.db-wal", input.substr(wal + mark.size()));
    }
}

/// What query() tells, the reason of a refusal in `problem`.
Table queried(HardenedConnection& connection, const std::string& sql, const std::vector<Value>& parameters)
{
    try {
        Table table = connection.query(sql, parameters);
        for (const Row& row : table.rows) {
            promise(row.size() == table.columns.size(), "a row has a value for each column");
        }
        const std::optional<HostileAnswer> sent = from_bytes(to_bytes({.table = table, .fault = {}}));
        promise(sent && sent->table.columns == table.columns && sent->table.rows == table.rows,
                "a table arrives as it was sent");
        return table;
    } catch (const Unreadable& why) {
        promise(!why.reason.empty(), "a refusal has a reason");
        return {.columns = {}, .rows = {}, .problem = why.reason};
    } catch (const Fault& fault) {
        promise(false, "what a file holds makes no fault of sound SQL", fault.what);
        throw;
    }
}

/// The rows of `select` in the end, or the reason why there are none.
Table read_here(const ReadingLimits& most)
{
    sqlite3_hard_heap_limit64(0);
    try {
        HardenedConnection connection(folder() / "a.db", most);
        for (const char* sql :
             {"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY "
              "name",
              R"(SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info('utilisateurs') ORDER BY cid)",
              "SELECT COUNT(*), MAX(nom) FROM utilisateurs JOIN visites ON utilisateurs.id = visites.utilisateur"}) {
            fuzz::promise_readable(queried(connection, sql, {}).problem, 1000);
        }
        Table rows = queried(connection, select, {Value("personne")});
        fuzz::promise_readable(rows.problem, 1000);
        connection.change("CREATE TABLE t7 (a); INSERT INTO t7 VALUES (1); DELETE FROM utilisateurs;");
        return rows;
    } catch (const Unreadable& why) {
        fuzz::promise_readable(why.reason, 1000);
        return {.columns = {}, .rows = {}, .problem = why.reason};
    }
}

void test(std::string_view input)
{
    lay_out(input);
    const std::string name = "a\x1B.db";
    if (digest(input) % 64 == 0) {
        const HostileAnswer answer = query_hostile(folder() / "a.db", name, select, {Value("personne")});
        promise(answer.fault.empty(), "what a file holds makes no fault of sound SQL", answer.fault);
        fuzz::promise_readable(answer.table.problem, 1500);
        const std::string change = "CREATE TABLE t7 (a); INSERT INTO t7 VALUES (1);";
        const HostileAnswer changed = change_hostile(folder() / "a.db", name, change);
        promise(changed.fault.empty() && changed.table.rows.empty(), "a change tells no rows", changed.fault);
        fuzz::promise_readable(changed.table.problem, 1500);
        if (changed.table.problem.empty()) {
            const HostileAnswer after = query_hostile(folder() / "a.db", name, "SELECT a FROM t7", {});
            promise(after.table.rows == std::vector<Row>{Row{1}}, "what was changed is read", after.table.problem);
        }
        return;
    }
    const Table rows = read_here(limits);
    lay_out(input);
    // Little memory, at another place each time: whatever fails for want of it is the file's affair too.
    const Table again =
        read_here({.heap_bytes = 50'000 + static_cast<std::int64_t>(digest(input) % 200'000), .steps = limits.steps});
    promise(!again.problem.empty() || again.rows == rows.rows, "want of memory hides no row");
}

}  // namespace
}  // namespace atelier::check

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    atelier::check::test(atelier::fuzz::text_of(data, size));
    return 0;
}
