// SPDX-License-Identifier: MIT
#include "import/archive.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <set>

#include "check/child.hpp"
#include "error.hpp"
#include "files.hpp"
#include "import/archive_reader.hpp"
#include "import/entry_name.hpp"
#include "import/entry_stream.hpp"
#include "message.hpp"
#include "show.hpp"

namespace atelier {

namespace {

using Kind = ArchiveEntry::Kind;

/// « reponse.cpp », and « Léa Durand_12_assignsubmission_file_reponse.cpp ».
bool could_be_an_answer(std::string_view name)
{
    const std::string_view last = last_part(name);
    const bool is_moodles = last.find("_assignsubmission_") != std::string_view::npos;
    for (const std::string_view answer : {"reponse.cpp", "reponse.hpp"}) {
        if (last == answer || (is_moodles && last.ends_with(answer))) {
            return true;
        }
    }
    return last == "submission_metadata.json";
}

/// Writes a new file, straight away: nobody else looks into the folder, and a class has thousands.
void write_new(const fs::path& path, std::string_view bytes)
{
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    while (file && !bytes.empty()) {
        const ssize_t n = ::write(file.get(), bytes.data(), bytes.size());
        if (n < 0 && errno != EINTR) {
            break;
        }
        bytes.remove_prefix(n < 0 ? 0 : static_cast<std::size_t>(n));
    }
    if (!file || !bytes.empty()) {
        throw system_error(tr("Impossible d'écrire {}", path.string()));
    }
}

/// What decoders ask for in the archive's name: a dictionary may be of gigabytes.
void limit_memory()
{
#if !defined(__SANITIZE_ADDRESS__)  // whose shadow is terabytes
    const rlimit both{rlim_t{1} << 30U, rlim_t{1} << 30U};
    ::setrlimit(RLIMIT_AS, &both);
#endif
}

class Unpacking {
public:
    Unpacking(std::string shown, fs::path folder) : shown_(std::move(shown)), folder_(std::move(folder)) {}

    void take(const ArchiveEntry& entry)
    {
        if (entry.kind == Kind::refused) {
            refuse(entry.name, entry.bytes);
            return;
        }
        // Judged before, but by a process that read hostile bytes.
        const EntryName name = judged_name(entry.name, NameEncoding::utf8);
        if (!name.problem.empty() || name.path != entry.name || name.path.empty()) {
            refuse(entry.name, tr("son nom est inutilisable"));
        } else if (entry.kind == Kind::folder) {
            constexpr std::size_t deepest = 4;
            std::size_t end = 0;
            for (std::size_t i = 0; i < deepest && end != std::string::npos; ++i) {
                end = entry.name.find('/', end + (i == 0 ? 0 : 1));
            }
            (void)make(entry.name.substr(0, end));
        } else if (!make(fs::path(entry.name).parent_path()) || fs::exists(fs::symlink_status(folder_ / entry.name))) {
            refuse(entry.name, tr("autre chose porte déjà ce nom"));
        } else {
            write_new(folder_ / entry.name, entry.bytes);
        }
    }

    void refuse(const std::string& name, const std::string& reason)
    {
        constexpr std::size_t most = 200;
        if (refusals_.size() < most) {
            refusals_.push_back({name.empty() ? shown_ : shown_place(shown_, name), visible_reason(reason)});
        } else {
            ++more_;
        }
    }

    std::vector<Refusal> refusals()
    {
        if (more_ > 0) {
            refusals_.push_back({shown_, tr("autres refus : {}", more_)});
        }
        return std::move(refusals_);
    }

private:
    /// False when something else than a folder is in the way.
    bool make(const fs::path& path)
    {
        if (path.empty() || !made_.insert(path.string()).second) {
            return true;
        }
        std::error_code code;
        fs::create_directories(folder_ / path, code);
        if (!code) {
            return true;
        }
        made_.erase(path.string());
        if (code != std::errc::not_a_directory && code != std::errc::file_exists) {
            errno = code.value();
            throw system_error(tr("Impossible de créer le dossier {}", (folder_ / path).string()));
        }
        return false;
    }

    static std::string visible_reason(const std::string& reason) { return excerpt(reason, 500); }

    std::string shown_;
    fs::path folder_;
    std::set<std::string> made_;
    std::vector<Refusal> refusals_;
    long more_ = 0;
};

}  // namespace

std::vector<Refusal> unpack(const fs::path& archive, const std::string& shown, const fs::path& folder, ArchiveOf whose,
                            bool may_nest)
{
    Unpacking unpacking(shown, folder);
    const Descriptor file(::open(archive.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
        unpacking.refuse({}, tr("ce n'est pas un fichier ordinaire, ou il ne se laisse pas lire"));
        return unpacking.refusals();
    }
    const bool is_class = whose == ArchiveOf::a_class;
    const ArchiveLimits limits = is_class ? limits_of_a_class() : ArchiveLimits{};
    const auto wanted = [may_nest](const std::string& name) {
        return could_be_an_answer(name)            ? Wanted::answer
               : has_archive_name(last_part(name)) ? (may_nest ? Wanted::archive : Wanted::too_deep)
                                                   : Wanted::nothing;
    };
    EntryStream stream(limits.archive_bytes, [&](const ArchiveEntry& entry) { unpacking.take(entry); });
    const auto end = check::in_child(
        [&](const check::Tell& tell) {
            limit_memory();
            read_archive({.file = file.get(), .memory = {}}, limits, wanted,
                         [&](const ArchiveEntry& entry) { tell(framed(entry)); });
        },
        std::chrono::seconds(is_class ? 120 : 10), [&](std::string_view bytes) { stream.hear(bytes); });
    if (end == check::Reply::End::out_of_time) {
        unpacking.refuse({}, tr("l'archive est trop longue à décompresser ; la suite n'est pas lue"));
    } else if (end == check::Reply::End::died) {
        unpacking.refuse({}, tr("l'archive ne se laisse pas décompresser ; la suite n'est pas lue"));
    }
    return unpacking.refusals();
}

std::string shown_place(const std::string& outer, std::string_view inner)
{
    constexpr std::size_t most_bytes = 200;
    return (outer.empty() ? outer : outer + "/") + excerpt(inner, most_bytes);
}

}  // namespace atelier
