// SPDX-License-Identifier: MIT
#include "import/archive_reader.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <memory>

#include "import/entry_name.hpp"
#include "message.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

using Kind = ArchiveEntry::Kind;

/// The formats that students use, and no other: each is code that reads hostile bytes.
std::unique_ptr<archive, int (*)(archive*)> new_reader()
{
    std::unique_ptr<archive, int (*)(archive*)> reader(::archive_read_new(), ::archive_read_free);
    if (reader) {
        // A zip is read from the list at its end, as everybody does: what else lies in it does not exist.
        ::archive_read_support_format_zip_seekable(reader.get());
        ::archive_read_support_format_tar(reader.get());
        ::archive_read_support_format_7zip(reader.get());
        ::archive_read_support_filter_gzip(reader.get());
        ::archive_read_support_filter_bzip2(reader.get());
        ::archive_read_support_filter_xz(reader.get());
        ::archive_read_support_filter_zstd(reader.get());
    }
    return reader;
}

std::size_t size_of(const ArchiveSource& source)
{
    struct stat status {};
    return source.file < 0 || ::fstat(source.file, &status) != 0 ? source.memory.size()
                                                                 : static_cast<std::size_t>(status.st_size);
}

/// The first folder, where Moodle gives each student one; else the first two, which a class's folder may be around.
std::string share_of(const std::string& name)
{
    const std::string first = name.substr(0, name.find('/'));
    const std::size_t second = name.find('/', first.size() + 1);
    return first.find("_assignsubmission_") != std::string::npos ? first : name.substr(0, second);
}

class Reading {
public:
    Reading(const ArchiveSource& source, const ArchiveLimits& limits,
            const std::function<Wanted(const std::string&)>& wanted,
            const std::function<void(const ArchiveEntry&)>& tell)
        : limits_(limits), wanted_(wanted), tell_(tell), size_(size_of(source)), source_(source)
    {
    }

    void read()
    {
        const Utf8Locale locale;  // libarchive gives names in the thread's
        constexpr std::size_t block = 65'536;
        archive* reader = reader_.get();
        const int opened = reader == nullptr ? ARCHIVE_FATAL
                           : source_.file < 0
                               ? ::archive_read_open_memory(reader, source_.memory.data(), source_.memory.size())
                               : ::archive_read_open_fd(reader, source_.file, block);
        if (opened < ARCHIVE_WARN) {
            refuse({}, tr("ce n'est ni un zip, ni un tar, ni un 7z, ou il est abîmé"));
            return;
        }
        std::size_t entries = 0;
        while (!stopped_) {
            archive_entry* entry = nullptr;
            const int status = ::archive_read_next_header(reader, &entry);
            if (status == ARCHIVE_EOF) {
                return;
            }
            if (::archive_filter_count(reader) > 2) {
                refuse({}, tr("l'archive est compressée plusieurs fois"));
                return;
            }
            if (status < ARCHIVE_WARN && status != ARCHIVE_RETRY) {
                refuse({}, reason_of_the_end(entries));
                return;
            }
            if (++entries > limits_.entries) {
                refuse({}, tr("l'archive a plus de {} entrées ; la suite n'est pas lue", limits_.entries));
                return;
            }
            if (status != ARCHIVE_RETRY) {
                take(entry);
            }
        }
    }

private:
    void take(archive_entry* entry)
    {
        // Where a format has no way around them, the bytes of what is skipped are decompressed too.
        if (!is_zip()) {
            count(static_cast<std::size_t>(std::max<la_int64_t>(0, ::archive_entry_size(entry))));
            if (stopped_) {
                return;
            }
        }
        const char* raw = ::archive_entry_pathname(entry);
        if (raw == nullptr) {
            refuse(tr("(nom illisible)"), tr("son nom n'est pas de l'UTF-8"));
            return;
        }
        const std::string given = raw;
        const EntryName name = judged_name(given, is_zip() ? NameEncoding::unknown : NameEncoding::utf8);
        const bool is_folder = ::archive_entry_filetype(entry) == AE_IFDIR;
        if (!name.problem.empty()) {
            refuse(given, name.problem);
        } else if (name.path.empty() || is_furniture(name.path)) {
            return;
        } else if (std::string problem = problem_of_type(entry); !problem.empty()) {
            refuse(given, problem);
        } else if (problem = seen_.problem(name.path, is_folder); !problem.empty()) {
            refuse(given, problem);
        } else if (is_folder) {
            tell_({Kind::folder, name.path, {}});
        } else {
            take_file(entry, name.path);
        }
    }

    static std::string problem_of_type(archive_entry* entry)
    {
        const auto type = ::archive_entry_filetype(entry);
        if (type == AE_IFLNK || ::archive_entry_hardlink(entry) != nullptr) {
            return tr("c'est un lien");
        }
        return type == AE_IFREG || type == AE_IFDIR || type == 0 ? std::string()
                                                                 : tr("ce n'est ni un fichier ni un dossier");
    }

    void take_file(archive_entry* entry, const std::string& name)
    {
        const std::size_t slash = name.rfind('/');
        if (slash != std::string::npos) {
            tell_({Kind::folder, name.substr(0, slash), {}});
        }
        const Wanted wanted = wanted_(name);
        if (wanted == Wanted::nothing) {
            return;
        }
        if (wanted == Wanted::too_deep) {
            refuse(name, tr("c'est une archive dans une archive qui est elle-même dans une archive"));
            return;
        }
        const std::size_t most = wanted == Wanted::answer ? limits_.answer_bytes : limits_.archive_bytes;
        const std::string too_large = tr("il dépasse {} Mio", most >> 20U);
        if (::archive_entry_is_encrypted(entry) != 0) {
            refuse(name, tr("il est protégé par un mot de passe"));
            return;
        }
        if (::archive_entry_size_is_set(entry) != 0 && static_cast<std::size_t>(::archive_entry_size(entry)) > most) {
            refuse(name, too_large);
            return;
        }
        std::string bytes;
        char buffer[65'536];
        la_ssize_t n = 0;
        while (bytes.size() <= most && (n = ::archive_read_data(reader_.get(), buffer, sizeof buffer)) > 0) {
            bytes.append(buffer, static_cast<std::size_t>(n));
        }
        if (is_zip()) {
            count(bytes.size());
        }
        std::size_t& share = shares_[share_of(name)];
        share += bytes.size();
        if (bytes.size() > most) {
            refuse(name, too_large);
        } else if (n < 0) {
            refuse(name, tr("il est abîmé"));
        } else if (share > limits_.share_bytes) {
            refuse(name, tr("avec lui, cette copie dépasserait {} Mio", limits_.share_bytes >> 20U));
        } else if (!stopped_) {
            tell_({Kind::file, name, std::move(bytes)});
        }
    }

    /// Adds to what was decompressed; stops at the limits on it.
    void count(std::size_t bytes)
    {
        total_ += std::min(bytes, limits_.total_bytes + 1);
        if (total_ > limits_.total_bytes) {
            stop(tr("l'archive décompressée dépasse {} Mio ; la suite n'est pas lue", limits_.total_bytes >> 20U));
        } else if (total_ > limits_.ratio_from && total_ / limits_.ratio > size_) {
            stop(tr("l'archive décompressée dépasse {} fois sa taille ; la suite n'est pas lue", limits_.ratio));
        }
    }

    void stop(const std::string& reason)
    {
        refuse({}, reason);
        stopped_ = true;
    }

    [[nodiscard]] std::string reason_of_the_end(std::size_t entries) const
    {
        if (::archive_read_has_encrypted_entries(reader_.get()) == 1) {
            return tr("l'archive est protégée par un mot de passe");
        }
        return entries == 0 ? tr("ce n'est ni un zip, ni un tar, ni un 7z, ou il est abîmé")
                            : tr("l'archive est abîmée ou incomplète ; la suite n'est pas lue");
    }

    [[nodiscard]] bool is_zip() const
    {
        return (static_cast<unsigned>(::archive_format(reader_.get())) & ARCHIVE_FORMAT_BASE_MASK) ==
               ARCHIVE_FORMAT_ZIP;
    }

    void refuse(std::string name, std::string reason) { tell_({Kind::refused, std::move(name), std::move(reason)}); }

    const ArchiveLimits& limits_;
    const std::function<Wanted(const std::string&)>& wanted_;
    const std::function<void(const ArchiveEntry&)>& tell_;
    std::size_t size_;
    ArchiveSource source_;
    std::unique_ptr<archive, int (*)(archive*)> reader_ = new_reader();
    NamesSeen seen_;
    std::map<std::string, std::size_t> shares_;
    std::size_t total_ = 0;
    bool stopped_ = false;
};

}  // namespace

ArchiveLimits limits_of_a_class()
{
    return {.entries = 500'000,
            .answer_bytes = std::size_t{1} << 20U,
            .archive_bytes = std::size_t{32} << 20U,
            .total_bytes = std::size_t{4} << 30U,
            .ratio = 200,
            .ratio_from = std::size_t{1} << 30U,
            .share_bytes = std::size_t{64} << 20U};
}

void read_archive(const ArchiveSource& source, const ArchiveLimits& limits,
                  const std::function<Wanted(const std::string& name)>& wanted,
                  const std::function<void(const ArchiveEntry&)>& tell)
{
    Reading(source, limits, wanted, tell).read();
}

}  // namespace atelier
