// SPDX-License-Identifier: MIT
#include "watch/saves.hpp"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>

#include "error.hpp"
#include "message.hpp"
#include "utf8.hpp"

namespace atelier::watch {

namespace {

constexpr std::uint32_t events_of_a_save = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_MOVED_FROM;
constexpr std::uint32_t events_of_the_folder = IN_DELETE_SELF | IN_MOVE_SELF;

}  // namespace

bool is_shared(std::uint64_t type)
{
    constexpr std::array<std::uint64_t, 14> shared{
        NFS_SUPER_MAGIC,  SMB_SUPER_MAGIC,  CIFS_SUPER_MAGIC,  SMB2_SUPER_MAGIC,
        V9FS_MAGIC,       FUSE_SUPER_MAGIC, AFS_SUPER_MAGIC,   AFS_FS_MAGIC,
        CODA_SUPER_MAGIC, CEPH_SUPER_MAGIC, OCFS2_SUPER_MAGIC, 0x786f4256,  // VirtualBox's shared folders
        0x0bd00bd0,                                                         // Lustre
        0x01161970};                                                        // GFS2
    return std::find(shared.begin(), shared.end(), type & 0xffffffffU) != shared.end();
}

Method method_for(const fs::path& folder)
{
    const char* wish = std::getenv("ATELIER_SURVEILLANCE");
    if (wish != nullptr && *wish != '\0') {
        const std::string word = wish;
        if (word != "inotify" && word != "scrutation") {
            throw UsageError(tr("ATELIER_SURVEILLANCE vaut « {} » ; choisissez inotify ou scrutation", visible(word)));
        }
        return word == "inotify" ? Method::inotify : Method::polling;
    }
    struct statfs disk {};
    const bool known = ::statfs(folder.c_str(), &disk) == 0;
    return known && is_shared(static_cast<std::uint64_t>(disk.f_type)) ? Method::polling : Method::inotify;
}

Saves::Saves(fs::path folder, std::string name, Method method) : folder_(std::move(folder)), name_(std::move(name))
{
    if (method == Method::inotify) {
        inotify_ = Descriptor(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
        // Refused when this user watches too many files: then polling will do.
        if (inotify_ &&
            ::inotify_add_watch(inotify_.get(), folder_.c_str(), events_of_a_save | events_of_the_folder) < 0) {
            inotify_.close();
        }
    }
    seen_ = signature();
}

std::chrono::milliseconds Saves::period() const { return std::chrono::milliseconds(inotify_ ? 2000 : 250); }

bool Saves::happened()
{
    const bool was_told = told();
    const Signature now = signature();
    const bool changed = now != seen_;
    seen_ = now;
    return was_told || changed;
}

Saves::Signature Saves::signature() const
{
    // On a network disk, opening a file asks the server; its attributes alone may be three seconds old.
    const Descriptor file(::open((folder_ / name_).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
    struct stat status {};
    if (file ? ::fstat(file.get(), &status) != 0 : ::lstat((folder_ / name_).c_str(), &status) != 0) {
        return {};
    }
    return {status.st_ino,          status.st_size,        status.st_mtim.tv_sec,
            status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec};
}

bool Saves::told()
{
    bool ours = false;
    bool lost = false;
    alignas(inotify_event) char buffer[16384];
    for (ssize_t size = 0; inotify_ && (size = ::read(inotify_.get(), buffer, sizeof buffer)) > 0;) {
        for (const char* at = buffer; at < buffer + size;) {
            inotify_event event{};
            std::memcpy(&event, at, sizeof event);
            const char* name = event.len > 0 ? at + sizeof event : "";
            ours = ours || (event.mask & IN_Q_OVERFLOW) != 0 || ((event.mask & events_of_a_save) != 0 && name_ == name);
            lost = lost || (event.mask & (events_of_the_folder | IN_IGNORED | IN_UNMOUNT)) != 0;
            at += sizeof event + event.len;
        }
    }
    if (lost) {  // the folder itself has gone, and may come back under its name: the file is looked at from now on
        inotify_.close();
    }
    return ours;
}

}  // namespace atelier::watch
