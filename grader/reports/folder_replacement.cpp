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

FolderReplacement::FolderReplacement(const fs::path& place)
    : place_(fs::absolute(place / "").lexically_normal().parent_path())
{
    make_folder(place_.parent_path());
    std::string pattern = (place_.parent_path() / ("." + place_.filename().string() + "-XXXXXX")).string();
    if (::mkdtemp(pattern.data()) == nullptr) {
        throw system_error(tr("Impossible de créer le dossier {}", place_.string()));
    }
    made_ = pattern;
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

}  // namespace atelier
