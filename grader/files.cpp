// SPDX-License-Identifier: MIT
#include "files.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <random>

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

/// What no other name ends with, nor can be guessed.
std::string unique_ending()
{
    static const unsigned drawn = std::random_device{}();
    static std::atomic<unsigned> count = 0;
    return fmt::format(".{:08x}-{}", drawn, count++);
}

/// Empties one tree of folders, however deep: what is too far down is moved up to its top, and met again there.
class Emptier {
public:
    explicit Emptier(const fs::path& top) : top_(::open(top.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
    {
    }

    void empty()
    {
        do {
            moved_ = false;
            empty_folder(::openat(top_.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC), 0);
        } while (moved_);
    }

private:
    void empty_folder(int folder, int depth)
    {
        constexpr int deepest = 64;  // so many descriptors at once
        const std::unique_ptr<DIR, int (*)(DIR*)> stream(folder < 0 ? nullptr : ::fdopendir(folder), ::closedir);
        while (const dirent* entry = stream ? ::readdir(stream.get()) : nullptr) {
            const char* name = entry->d_name;
            if (std::strcmp(name, ".") == 0 || std::strcmp(name, "..") == 0 || ::unlinkat(folder, name, 0) == 0 ||
                ::unlinkat(folder, name, AT_REMOVEDIR) == 0) {
                continue;
            }
            // A folder that its owner has closed must be opened before it can be emptied. It is no link: those are gone.
            ::fchmodat(folder, name, 0700, 0);
            if (depth < deepest) {
                empty_folder(::openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC), depth + 1);
                ::unlinkat(folder, name, AT_REMOVEDIR);
            } else {
                moved_ = ::renameat(folder, name, top_.get(), unique_ending().c_str()) == 0 || moved_;
            }
        }
    }

    Descriptor top_;
    bool moved_ = false;
};

/// A file beside `path` that will take its place; without a name until then, where the disk can do that: killed, we leave
/// nothing behind.
class Draft {
public:
    explicit Draft(const fs::path& path) : name_(path.string() + ".XXXXXX")
    {
        const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
        file_ = Descriptor(::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600));
        if (!file_) {
            file_ = Descriptor(::mkostemp(name_.data(), O_CLOEXEC));
            is_named_ = static_cast<bool>(file_);
        }
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    ~Draft()
    {
        if (is_named_) {
            ::unlink(name_.c_str());
        }
    }

    [[nodiscard]] int get() const { return file_.get(); }

    /// Puts it in the place of `path`. False with errno when that is impossible.
    bool replace(const fs::path& path)
    {
        const std::string self = fmt::format("/proc/self/fd/{}", file_.get());
        while (!is_named_) {  // for the length of two calls: rename replaces, linkat does not
            name_ = path.string() + unique_ending();
            is_named_ = ::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, name_.c_str(), AT_SYMLINK_FOLLOW) == 0;
            if (!is_named_ && errno != EEXIST) {
                return false;
            }
        }
        is_named_ = ::rename(name_.c_str(), path.c_str()) != 0;
        return !is_named_;
    }

    /// Gives it the name `path`, which must be free. False with errno, EEXIST when it is not.
    [[nodiscard]] bool take_name(const fs::path& path) const
    {
        const std::string self = is_named_ ? name_ : fmt::format("/proc/self/fd/{}", file_.get());
        if (::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, path.c_str(), is_named_ ? 0 : AT_SYMLINK_FOLLOW) == 0) {
            return true;  // a name of its own goes with this object
        }
        // Disks without links (FAT, some network shares) cannot refuse: the look before is all there is.
        return is_named_ && errno != EEXIST && !fs::exists(fs::symlink_status(path)) &&
               ::rename(name_.c_str(), path.c_str()) == 0;
    }

private:
    std::string name_;
    Descriptor file_;
    bool is_named_ = false;
};

enum class Existing { replaced, respected };

/// Whether it was written: not when something that is respected is there.
bool write_whole(const fs::path& path, const std::function<void(const Sink&)>& produce, bool durably, Existing existing)
{
    Draft draft(path);
    const auto refuse = [&] { return system_error(tr("Impossible d'écrire {}", path.string())); };
    if (draft.get() < 0) {
        throw refuse();
    }
    constexpr std::size_t enough_for_a_call = std::size_t{64} << 10U;
    std::string waiting;
    produce([&](std::string_view piece) {
        waiting += piece;
        if (waiting.size() >= enough_for_a_call) {
            write_all(draft.get(), waiting, path);
            waiting.clear();
        }
    });
    write_all(draft.get(), waiting, path);
    if (::fchmod(draft.get(), 0644) != 0 || (durably && ::fsync(draft.get()) != 0)) {
        throw refuse();
    }
    const bool done = existing == Existing::replaced ? draft.replace(path) : draft.take_name(path);
    if (!done && (existing == Existing::replaced || errno != EEXIST)) {
        throw refuse();
    }
    return done;
}

std::function<void(const Sink&)> all_of(std::string_view bytes)
{
    return [bytes](const Sink& sink) { sink(bytes); };
}

/// The one folder of this process in a temporary folder of the machine's, locked as long as the process lives.
class ProcessFolder {
public:
    explicit ProcessFolder(const fs::path& base)
    {
        family_ = base / fmt::format("atelier-{}", ::geteuid());
        while (!make(base)) {
        }
    }
    ProcessFolder(const ProcessFolder&) = delete;
    ProcessFolder& operator=(const ProcessFolder&) = delete;
    ~ProcessFolder()
    {
        if (::getpid() == maker_) {  // not in a child of ours that goes its own way
            remove_tree(path_);
            ::rmdir(family_.c_str());  // unless others are at work
        }
    }

    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    /// False when another process, at its end or its beginning, removed what was being made.
    bool make(const fs::path& base)
    {
        const fs::path parent = adopt_family() ? family_ : base;
        std::string name = (parent / (parent == base ? "atelier-XXXXXX" : "XXXXXX")).string();
        if (::mkdtemp(name.data()) == nullptr) {
            if (errno == ENOENT && parent == family_) {
                return false;
            }
            throw system_error(tr("Impossible de créer un dossier temporaire dans {}", base.string()));
        }
        path_ = name;
        ::chmod(path_.c_str(), 0711);  // programs in boxes may have to come through; what is inside says who may enter
        lock_ = lock_of_folder(path_);
        return static_cast<bool>(lock_);
    }

    /// Makes or finds the folder of all our processes, and removes what dead ones left there. False when somebody else
    /// has taken its name.
    [[nodiscard]] bool adopt_family() const
    {
        ::mkdir(family_.c_str(), 0711);
        struct stat status {};
        if (::lstat(family_.c_str(), &status) != 0 || !S_ISDIR(status.st_mode) || status.st_uid != ::geteuid() ||
            (status.st_mode & 022U) != 0) {
            return false;
        }
        std::error_code code;
        for (fs::directory_iterator it(family_, code), end; !code && it != end; it.increment(code)) {
            if (lock_of_folder(it->path())) {
                remove_tree(it->path());
            }
        }
        return true;
    }

    fs::path family_;
    fs::path path_;
    Descriptor lock_;
    pid_t maker_ = ::getpid();
};

const fs::path& folder_of_this_process(const fs::path& base)
{
    static std::mutex one_at_a_time;
    static std::map<fs::path, ProcessFolder> all;
    const std::lock_guard guard(one_at_a_time);
    return all.try_emplace(base, base).first->second.path();
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

void write_file(const fs::path& path, std::string_view bytes)
{
    write_whole(path, all_of(bytes), false, Existing::replaced);
}

void write_file_durably(const fs::path& path, std::string_view bytes)
{
    write_whole(path, all_of(bytes), true, Existing::replaced);
}

bool create_file_durably(const fs::path& path, std::string_view bytes)
{
    return write_whole(path, all_of(bytes), true, Existing::respected);
}

void write_pieces_durably(const fs::path& path, const std::function<void(const Sink&)>& produce)
{
    write_whole(path, produce, true, Existing::replaced);
}

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

std::string stamp_of(const fs::path& path)
{
    struct stat s {};
    if (::stat(path.c_str(), &s) != 0) {
        return path.string() + " -";
    }
    return fmt::format("{} {} {}.{}", path.string(), s.st_size, s.st_mtim.tv_sec, s.st_mtim.tv_nsec);
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

Descriptor lock_of_folder(const fs::path& folder)
{
    Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    struct stat locked {};
    struct stat named {};
    if (opened && ::flock(opened.get(), LOCK_EX | LOCK_NB) == 0 && ::fstat(opened.get(), &locked) == 0 &&
        ::lstat(folder.c_str(), &named) == 0 && locked.st_ino == named.st_ino && locked.st_dev == named.st_dev) {
        return opened;
    }
    return {};
}

void remove_tree(const fs::path& path) noexcept
{
    try {
        std::error_code code;
        if (!fs::is_directory(fs::symlink_status(path, code))) {
            fs::remove(path, code);
            return;
        }
        ::chmod(path.c_str(), 0700);
        Emptier(path).empty();
        fs::remove(path, code);
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
    constexpr fsfilcnt_t few_files = 64;
    if (known && disk.f_files > 0 && disk.f_favail < few_files) {
        throw Error(tr(
            "Le disque est plein : il ne reste presque plus de fichiers à créer (inodes) dans {}. Supprimez-en, puis recommencez.",
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
    std::string name = (folder_of_this_process(base) / "XXXXXX").string();
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
