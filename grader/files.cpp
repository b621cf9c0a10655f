// SPDX-License-Identifier: MIT
#include "files.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <functional>
#include <memory>
#include <set>
#include <string_view>

#include "error.hpp"
#include "message.hpp"

namespace atelier {

namespace {

void write_all(int fd, std::string_view bytes, const fs::path& path)
{
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno != EINTR) {
            throw system_error(tr("Impossible d'écrire {}", path.string()));
        }
        bytes.remove_prefix(n < 0 ? 0 : static_cast<std::size_t>(n));
    }
}

void replace_file(const fs::path& path, std::string_view bytes, bool durably)
{
    std::string draft = path.string() + ".XXXXXX";
    Descriptor file(::mkostemp(draft.data(), O_CLOEXEC));
    if (!file) {
        throw system_error(tr("Impossible d'écrire {}", path.string()));
    }
    try {
        write_all(file.get(), bytes, path);
        if (::fchmod(file.get(), 0644) != 0 || (durably && ::fsync(file.get()) != 0) ||
            ::rename(draft.c_str(), path.c_str()) != 0) {
            throw system_error(tr("Impossible d'écrire {}", path.string()));
        }
    } catch (...) {
        ::unlink(draft.c_str());
        throw;
    }
}

constexpr int to_list = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

/// Removes what `folder` holds; the folders in it, which stay, are opened for us and given to `found`.
void remove_files(const Descriptor& folder, const std::function<void(const char*)>& found)
{
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(::openat(folder.get(), ".", to_list)), ::closedir);
    while (const dirent* entry = stream ? ::readdir(stream.get()) : nullptr) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != ".." && ::unlinkat(folder.get(), entry->d_name, 0) != 0) {
            ::fchmodat(folder.get(), entry->d_name, 0700, 0);  // its owner may have closed it
            found(entry->d_name);
        }
    }
}

/// Empties the folder `top`. Each folder below is first moved up into it: a hostile program may have made a hundred
/// thousand, one in the other, and neither paths nor descriptors nor the stack may grow with them.
void remove_content(const Descriptor& top)
{
    std::vector<std::string> folders;
    remove_files(top, [&](const char* name) { folders.emplace_back(name); });
    const std::set<std::string> taken(folders.begin(), folders.end());
    std::size_t moved = 0;
    while (!folders.empty()) {
        const std::string name = std::move(folders.back());
        folders.pop_back();
        Descriptor folder(::openat(top.get(), name.c_str(), to_list));
        remove_files(folder, [&](const char* below) {
            std::string place = std::to_string(moved++);
            while (taken.count(place) != 0) {
                place = std::to_string(moved++);
            }
            if (::renameat(folder.get(), below, top.get(), place.c_str()) == 0) {
                folders.push_back(std::move(place));
            }
        });
        folder.close();  // a file system has more work with what is removed while it is open
        ::unlinkat(top.get(), name.c_str(), AT_REMOVEDIR);
    }
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept
{
    if (this != &other) {
        close();
        fd_ = std::exchange(other.fd_, -1);
    }
    return *this;
}

void Descriptor::close()
{
    if (fd_ >= 0) {
        ::close(std::exchange(fd_, -1));
    }
}

std::string read_file(const fs::path& path, std::size_t most_bytes)
{
    const auto refuse = [&] { return system_error(tr("Impossible de lire {}", path.string())); };
    // O_NONBLOCK: opening a FIFO must not wait for somebody to write into it.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0) {
        throw refuse();
    }
    if (!S_ISREG(status.st_mode)) {
        throw Error(tr("Impossible de lire {} : ce n'est pas un fichier ordinaire", path.string()));
    }
    std::string bytes;
    char buffer[65536];
    for (;;) {
        const ssize_t n = ::read(file.get(), buffer, sizeof buffer);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            throw refuse();
        }
        if (n == 0) {
            return bytes;
        }
        bytes.append(buffer, static_cast<std::size_t>(n));
        if (bytes.size() > most_bytes) {
            throw Error(tr("Impossible de lire {} : ce fichier dépasse {} Kio", path.string(), most_bytes / 1024));
        }
    }
}

void write_file(const fs::path& path, std::string_view bytes) { replace_file(path, bytes, false); }

void write_file_durably(const fs::path& path, std::string_view bytes) { replace_file(path, bytes, true); }

std::vector<std::string> names_in(const fs::path& folder)
{
    std::vector<std::string> names;
    std::error_code code;
    for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
        names.push_back(it->path().filename().string());
    }
    if (code) {
        errno = code.value();
        throw system_error(tr("Impossible de lire le dossier {}", folder.string()));
    }
    std::sort(names.begin(), names.end());
    return names;
}

void make_folder(const fs::path& folder)
{
    std::error_code code;
    fs::create_directories(folder, code);
    if (code) {
        errno = code.value();
        throw system_error(tr("Impossible de créer le dossier {}", folder.string()));
    }
}

void remove_tree(const fs::path& path) noexcept
{
    try {
        struct stat status {};
        if (::lstat(path.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) {
            ::unlink(path.c_str());
            return;
        }
        ::chmod(path.c_str(), 0700);
        remove_content(Descriptor(::open(path.c_str(), to_list)));
        ::rmdir(path.c_str());
    } catch (...) {  // out of memory: what is left is removed at the next start
    }
}

void require_room(const fs::path& folder)
{
    struct statvfs disk {};
    const bool known = ::statvfs(folder.c_str(), &disk) == 0 && disk.f_blocks > 0;
    if (known && disk.f_bavail < (std::size_t{64} << 20U) / disk.f_frsize) {
        throw Error(
            tr("Le disque est presque plein : il reste moins de 64 Mio dans {}. Libérez de la place, puis recommencez.",
               folder.string()));
    }
}

TemporaryFolder::TemporaryFolder()
{
    std::error_code code;
    fs::path base = fs::temp_directory_path(code);
    if (code) {
        base = "/tmp";
    }
    require_room(base);
    std::string name = (base / "atelier-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        throw system_error(tr("Impossible de créer un dossier temporaire dans {}", base.string()));
    }
    path_ = name;
}

TemporaryFolder::~TemporaryFolder()
{
    if (!path_.empty()) {
        remove_tree(path_);
    }
}

}  // namespace atelier
