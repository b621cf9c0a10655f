// SPDX-License-Identifier: MIT
#include "patrol.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "files.hpp"

namespace atelier {

namespace {

/// The beginning of a file of /proc; empty when it is gone.
std::string proc_file(pid_t process, const char* name)
{
    char path[64];
    std::snprintf(path, sizeof path, "/proc/%d/%s", static_cast<int>(process), name);
    const Descriptor file(::open(path, O_RDONLY | O_CLOEXEC));
    char buffer[4096];
    const ssize_t n = file ? ::read(file.get(), buffer, sizeof buffer) : 0;
    return {buffer, static_cast<std::size_t>(std::max<ssize_t>(n, 0))};
}

/// The number behind `name` on a line of its own; 0 when it is not there.
std::size_t number_of(const std::string& text, const char* name)
{
    const std::size_t at = text.find(name);
    return at == std::string::npos ? 0 : std::strtoull(text.c_str() + at + std::strlen(name), nullptr, 10);
}

/// Memory in use, and the tables by which the kernel finds it: reading here and there in a reserve of terabytes costs
/// nothing but tables.
std::size_t memory_of(pid_t process)
{
    const std::string status = proc_file(process, "status");  // a line break in the program's name is escaped there
    return (number_of(status, "\nVmRSS:") + number_of(status, "\nVmPTE:")) * 1024;
}

/// Calls `visit` with each name in the folder /proc/PROCESS/NAME.
template <class Visit>
void each_name(pid_t process, const char* name, const Visit& visit)
{
    char path[64];
    std::snprintf(path, sizeof path, "/proc/%d/%s", static_cast<int>(process), name);
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(::opendir(path), ::closedir);
    while (const dirent* entry = stream ? ::readdir(stream.get()) : nullptr) {
        if (entry->d_name[0] != '.') {
            visit(::dirfd(stream.get()), entry->d_name);
        }
    }
}

std::vector<pid_t> children_of(pid_t process)
{
    std::vector<pid_t> children;
    each_name(process, "task", [&](int, const char* thread) {
        const std::string list = proc_file(process, (std::string("task/") + thread + "/children").c_str());
        const char* rest = list.c_str();
        for (char* end = nullptr;; rest = end) {
            const long child = std::strtol(rest, &end, 10);
            if (end == rest) {
                return;
            }
            children.push_back(static_cast<pid_t>(child));
        }
    });
    return children;
}

/// Threads of `process` and of all that it has started, counted no further than beyond `most`.
std::size_t threads_of(pid_t process, std::size_t most)
{
    std::size_t count = number_of(proc_file(process, "status"), "\nThreads:");
    for (const pid_t child : count > most ? std::vector<pid_t>{} : children_of(process)) {
        count += count > most ? 0 : threads_of(child, most);
    }
    return count;
}

/// The same for orphans of `process`, which have become our children and are still of its group.
std::size_t threads_of_orphans(pid_t process, std::size_t most)
{
    std::size_t count = 0;
    const pid_t group = ::getpgid(process);
    for (const pid_t child : children_of(::getpid())) {
        if (child != group && ::getpgid(child) == group) {
            count += threads_of(child, most);
        }
    }
    return count;
}

struct Content {
    std::size_t entries = 0;
    std::size_t bytes = 0;
};

/// Adds the files that `process` holds open and that no folder names any more.
void add_unnamed(pid_t process, Content& content)
{
    each_name(process, "fd", [&](int folder, const char* descriptor) {
        struct stat status {};
        if (::fstatat(folder, descriptor, &status, 0) == 0 && S_ISREG(status.st_mode) && status.st_nlink == 0) {
            content.bytes += static_cast<std::size_t>(status.st_blocks) * 512;
        }
    });
}

/// Adds up what is below `folder` until a bound is exceeded, so that the work is bounded too. Links are not followed.
void add_up(int folder, const Bounds& bounds, Content& content, int depth)
{
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(folder), ::closedir);
    while (const dirent* entry = stream ? ::readdir(stream.get()) : nullptr) {
        struct stat status {};
        if (std::strcmp(entry->d_name, ".") == 0 || std::strcmp(entry->d_name, "..") == 0 ||
            ::fstatat(::dirfd(stream.get()), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
            continue;
        }
        ++content.entries;
        content.bytes += static_cast<std::size_t>(status.st_blocks) * 512;
        if (S_ISDIR(status.st_mode)) {
            constexpr int deepest = 32;
            const int below = depth == deepest ? -1
                                               : ::openat(::dirfd(stream.get()), entry->d_name,
                                                          O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
            if (below >= 0) {
                add_up(below, bounds, content, depth + 1);
            } else if (depth == deepest || errno == EACCES) {  // nobody honest digs that deep, or hides what is there
                content.entries = bounds.folder_entries + 1;
            }
        }
        if (content.entries > bounds.folder_entries || content.bytes > bounds.folder_bytes) {
            return;
        }
    }
}

}  // namespace

Excess look(pid_t program, const Bounds& bounds)
{
    Content content;
    if (program > 0) {
        if (memory_of(program) > bounds.resident_bytes) {
            return Excess::memory;
        }
        if (threads_of(program, bounds.threads) + threads_of_orphans(program, bounds.threads) > bounds.threads) {
            return Excess::threads;
        }
        add_unnamed(program, content);
    }
    if (const int folder = ::open(bounds.folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        folder >= 0) {
        add_up(folder, bounds, content, 0);
    }
    return content.entries > bounds.folder_entries || content.bytes > bounds.folder_bytes ? Excess::files
                                                                                          : Excess::none;
}

pid_t child_of(pid_t first)
{
    const std::vector<pid_t> children = children_of(first);
    return children.empty() ? 0 : children.front();
}

}  // namespace atelier
