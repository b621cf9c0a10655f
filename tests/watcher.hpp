// SPDX-License-Identifier: MIT
// What a hostile program may leave behind on a machine that others are using too, found by comparing before and after.
#pragma once

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "error.hpp"
#include "files.hpp"
#include "install.hpp"
#include "sandbox.hpp"
#include "support.hpp"
#include "utf8.hpp"

namespace atelier::test {

/// What hostile programs call all that they make outside of their box, or try to.
inline const std::string mark = "attaque";

/// Looks while it lives; expect_nothing_left() tells what is there that was not.
///
/// Whatever outlives its parent becomes a child of this process, which thus knows its own from those of other people's.
/// Files and sockets are told from others' by their owner, where programs run as a user of their own, or by the mark.
class Watcher {
public:
    Watcher() : before_(everything()), prepared_(prepared()) { ::prctl(PR_SET_CHILD_SUBREAPER, 1); }
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;

    /// `temporary` is the folder where the grader puts its own: nothing stays there.
    void expect_nothing_left(const fs::path& temporary) const
    {
        // What was killed may take a moment to be gone; and others' files come and go.
        EXPECT_TRUE(eventually([&] { return left(temporary).empty(); }, std::chrono::seconds(5)))
            << "left behind: " << ::testing::PrintToString(left(temporary));
    }

private:
    using Things = std::set<std::string>;

    static uid_t their_user()
    {
        const std::optional<Identity> identity = sandbox_identity();
        return identity ? identity->user : ~uid_t{0};  // nobody, when programs run as ourselves
    }

    /// Empty once the process has ended.
    static std::string proc_file(const std::string& process, const std::string& name)
    {
        try {
            return read_file("/proc/" + process + "/" + name);
        } catch (const Error&) {
            return {};
        }
    }

    static std::vector<std::string> living_children()
    {
        std::map<std::string, std::string> parents;
        std::vector<std::string> found{std::to_string(::getpid())};
        for (const std::string& name : names_in("/proc")) {
            if (name.find_first_not_of("0123456789") != std::string::npos) {
                continue;
            }
            const std::string stat = proc_file(name, "stat");
            std::istringstream fields(stat.substr(std::min(stat.rfind(')') + 1, stat.size())));
            std::string state;
            std::string parent;
            fields >> state >> parent;
            if (!state.empty() && state != "Z") {
                parents[name] = parent;
            }
        }
        for (std::size_t i = 0; i < found.size(); ++i) {
            for (const auto& [child, parent] : parents) {
                if (parent == found[i]) {
                    found.push_back(child);
                }
            }
        }
        found.erase(found.begin());
        return found;
    }

    static std::string command_of(const std::string& process) { return visible(proc_file(process, "cmdline")); }

    /// What there is now and was not, a line each.
    [[nodiscard]] Things left(const fs::path& temporary) const
    {
        Things things;
        for (const std::string& name : names_in(temporary)) {
            things.insert((temporary / name).string());
        }
        for (const std::string& thing : everything()) {
            if (before_.count(thing) == 0) {
                things.insert(thing);
            }
        }
        for (const std::string& process : living_children()) {
            if (before_.count("process " + process) == 0) {
                things.insert("process " + process + ": " + command_of(process));
            }
        }
        const Things now = prepared();
        for (const std::string& file : prepared_) {
            if (now.count(file) == 0) {
                things.insert("changed since: " + file);
            }
        }
        return things;
    }

    static Things everything()
    {
        Things things;
        for (const std::string& process : living_children()) {
            things.insert("process " + process);
        }
        add_files(things);
        add_sockets(things);
        add_segments(things);
        return things;
    }

    static void add_files(Things& things)
    {
        for (const fs::path folder : {"/", "/tmp", "/var/tmp", "/dev", "/dev/shm", "/dev/mqueue", "/run/lock"}) {
            if (!fs::is_directory(folder)) {
                continue;
            }
            for (const std::string& name : names_in(folder)) {
                struct stat status {};
                const bool theirs = ::lstat((folder / name).c_str(), &status) == 0 && status.st_uid == their_user() &&
                                    name.rfind("atelier-", 0) != 0;  // the grader's, of another test
                if (theirs || name.find(mark) != std::string::npos) {
                    things.insert((folder / name).string());
                }
            }
        }
    }

    /// What is prepared once for all answers, with what changes when a file does.
    static Things prepared()
    {
        Things things;
        std::error_code code;
        for (const fs::directory_entry& machine : fs::directory_iterator(cache_folder(), code)) {
            if (!fs::exists(machine.path() / "machine.json")) {
                continue;  // it is being prepared
            }
            for (const fs::directory_entry& file : fs::directory_iterator(machine.path(), code)) {
                struct stat status {};
                if (file.path().filename() != "objects" && ::lstat(file.path().c_str(), &status) == 0) {
                    things.insert(fmt::format("{} {} {} {}.{}", file.path().string(), status.st_uid, status.st_size,
                                              status.st_mtim.tv_sec, status.st_mtim.tv_nsec));
                }
            }
        }
        return things;
    }

    /// Sockets of the network that we share with everybody, and named ones that bear the mark.
    static void add_sockets(Things& things)
    {
        for (const char* table : {"tcp", "tcp6", "udp", "udp6"}) {
            std::ifstream lines(std::string("/proc/net/") + table);
            for (std::string line; std::getline(lines, line);) {
                std::istringstream fields(line);
                std::string number;
                std::string local;
                std::string remote;
                std::string state;
                std::string skipped;
                std::string user;
                fields >> number >> local >> remote >> state >> skipped >> skipped >> skipped >> user;
                if (user == std::to_string(their_user())) {
                    things.insert(std::string(table) + " socket " + local);
                }
            }
        }
        std::ifstream lines("/proc/net/unix");
        for (std::string line; std::getline(lines, line);) {
            if (const std::size_t at = line.find(mark); at != std::string::npos) {
                things.insert("unix socket " + line.substr(at));
            }
        }
    }

    /// System V's memory, semaphores and queues.
    static void add_segments(Things& things)
    {
        for (const auto& [table, column] : {std::pair{"shm", 7}, {"sem", 4}, {"msg", 7}}) {
            std::ifstream lines(std::string("/proc/sysvipc/") + table);
            std::string line;
            std::getline(lines, line);  // the names of the columns
            while (std::getline(lines, line)) {
                std::istringstream fields(line);
                std::vector<std::string> values{std::istream_iterator<std::string>(fields), {}};
                const auto at = static_cast<std::size_t>(column);
                if (values.size() > at && values[at] == std::to_string(their_user())) {
                    things.insert(std::string(table) + " " + values[1]);
                }
            }
        }
    }

    Things before_;
    Things prepared_;
};

}  // namespace atelier::test
