// SPDX-License-Identifier: MIT
#include "check/hostile_database.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <functional>

#include "check/child.hpp"
#include "check/hardened_connection.hpp"
#include "error.hpp"
#include "files.hpp"
#include "message.hpp"
#include "utf8.hpp"

namespace atelier::check {

namespace {

constexpr std::size_t most_file_bytes = std::size_t{64} << 20U;
/// Processor time, for what one step of SQLite's may cost.
constexpr std::chrono::seconds most_time{3};

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
    if (std::optional<HostileAnswer> answer = from_bytes(reply.bytes)) {  // a child that died told nothing
        return std::move(*answer);
    }
    throw Unreadable{tr("elle fait échouer SQLite")};
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
