// SPDX-License-Identifier: MIT
#include "patrol.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>

#include "files.hpp"

namespace atelier {

namespace {

/// The beginning of a file of /proc; empty when it is gone.
std::string proc_file(pid_t process, const char* name)
{
    char path[64];
    std::snprintf(path, sizeof path, "/proc/%d/%s", static_cast<int>(process), name);
    const Descriptor file(::open(path, O_RDONLY | O_CLOEXEC));
    char buffer[1024];
    const ssize_t n = file ? ::read(file.get(), buffer, sizeof buffer) : 0;
    return {buffer, static_cast<std::size_t>(std::max<ssize_t>(n, 0))};
}

struct Use {
    std::size_t threads = 0;
    std::size_t resident_bytes = 0;
};

Use use_of(pid_t process)
{
    const std::string line = proc_file(process, "stat");
    const std::size_t name_end = line.rfind(')');  // the name before it is the program's to choose
    Use use;
    std::size_t pages = 0;
    // Fields 3 to 24 of proc(5): num_threads is the 20th, rss the 24th.
    if (name_end != std::string::npos &&
        std::sscanf(line.c_str() + name_end + 1,
                    " %*c %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %zu %*s %*s %*s %zu",
                    &use.threads, &pages) == 2) {
        use.resident_bytes = pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    }
    return use;
}

struct Content {
    std::size_t entries = 0;
    std::size_t bytes = 0;
};

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
    const Use use = program > 0 ? use_of(program) : Use{};
    if (use.resident_bytes > bounds.resident_bytes) {
        return Excess::memory;
    }
    if (use.threads > bounds.threads) {
        return Excess::threads;
    }
    Content content;
    if (const int folder = ::open(bounds.folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        folder >= 0) {
        add_up(folder, bounds, content, 0);
    }
    return content.entries > bounds.folder_entries || content.bytes > bounds.folder_bytes ? Excess::files
                                                                                          : Excess::none;
}

pid_t child_of(pid_t first)
{
    char name[48];
    std::snprintf(name, sizeof name, "task/%d/children", static_cast<int>(first));
    int child = 0;
    return std::sscanf(proc_file(first, name).c_str(), "%d", &child) == 1 ? child : 0;
}

}  // namespace atelier
