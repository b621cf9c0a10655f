// SPDX-License-Identifier: MIT
#include "reports/folder_replacement.hpp"

#include <fcntl.h>
#include <stdio.h>

#include <cerrno>
#include <cstdlib>

#include "error.hpp"
#include "files.hpp"
#include "message.hpp"

namespace atelier {

namespace {

/// Whether nothing is lost when `folder` goes: it is not there, or all its files are ours.
bool holds_only(const fs::path& folder, const std::function<bool(std::string_view)>& is_ours)
{
    std::error_code code;
    const fs::file_status status = fs::symlink_status(folder, code);
    if (!fs::is_directory(status)) {
        return !fs::exists(status);
    }
    for (fs::recursive_directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
        const fs::file_status one = it->symlink_status();
        const std::string name = it->path().filename().string();
        const bool is_leftover =
            name.front() == '.' || name == "Thumbs.db" || name == "desktop.ini";  // of file managers
        if (!fs::is_directory(one) && !(fs::is_regular_file(one) && (is_leftover || is_ours(name)))) {
            return false;
        }
    }
    return !code;
}

/// Removes the folders that mkdtemp made from `pattern` for processes that do not live any more.
void remove_abandoned(const fs::path& pattern)
{
    const std::string start = pattern.filename().string().substr(0, pattern.filename().string().size() - 6);
    for (const std::string& name : names_in(pattern.parent_path())) {
        const fs::path folder = pattern.parent_path() / name;
        if (name.size() == start.size() + 6 && name.starts_with(start) && lock_of_folder(folder)) {
            remove_tree(folder);
        }
    }
}

}  // namespace

FolderReplacement::FolderReplacement(const fs::path& place)
    : place_(fs::absolute(place / "").lexically_normal().parent_path())
{
    make_folder(place_.parent_path());
    const std::string pattern = (place_.parent_path() / ("." + place_.filename().string() + "-XXXXXX")).string();
    remove_abandoned(pattern);
    while (!lock_) {  // else another process took it for abandoned, in the moment before it was locked
        std::string name = pattern;
        if (::mkdtemp(name.data()) == nullptr) {
            throw system_error(tr("Impossible de créer le dossier {}", place_.string()));
        }
        made_ = name;
        lock_ = lock_of_folder(made_);
    }
    fs::permissions(made_, fs::status(place_.parent_path()).permissions());
}

FolderReplacement::~FolderReplacement() { remove_tree(made_); }

void FolderReplacement::take_place() const
{
    const auto renamed = [&](unsigned how) {
        return ::renameat2(AT_FDCWD, made_.c_str(), AT_FDCWD, place_.c_str(), how) == 0;
    };
    if (renamed(RENAME_NOREPLACE)) {
        return;
    }
    if (errno != EEXIST && errno != EINVAL) {
        throw system_error(tr("Impossible d'écrire le dossier {}", place_.string()));
    }
    if (!renamed(RENAME_EXCHANGE)) {  // some network disks know neither
        remove_tree(place_);
        if (!renamed(0)) {
            throw system_error(tr("Impossible d'écrire le dossier {}", place_.string()));
        }
    }
}

void replace_folder(const fs::path& folder, const std::function<bool(std::string_view)>& is_ours,
                    const std::function<void(const fs::path&)>& fill)
{
    if (!holds_only(folder, is_ours)) {
        throw Error(tr(
            "{} contient autre chose qu'un rapport : rien n'y a été touché. Déplacez-le, ou choisissez un autre dossier.",
            folder.string()));
    }
    const FolderReplacement replacement(folder);
    fill(replacement.folder());
    replacement.take_place();
}

}  // namespace atelier
