// SPDX-License-Identifier: MIT
// Archives whose bytes depend on nothing but what is put into them: no clock, owner, umask, locale or order of a disk.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// A file to be packed.
struct PackedFile {
    std::string name;  ///< in UTF-8, with slashes: « atelier/lessons/glossaire.md »
    std::string bytes;
};

enum class ArchiveFormat { zip, tar_gz };

/// The format that the name of a file asks for: « .zip », « .tar.gz » or « .tgz », in any case. None for other names.
[[nodiscard]] std::optional<ArchiveFormat> archive_format_of(const std::filesystem::path& file);

/// The bytes of an archive of `files`, sorted by name. All of them belong to user and group 0 and are as old as archives
/// can say; those that begin with « #! » may be executed. The same files give the same bytes with the same libarchive and
/// zlib. Throws Error when a name is no UTF-8.
[[nodiscard]] std::string archive_of(std::vector<PackedFile> files, ArchiveFormat format);

/// `bytes` compressed as gzip does, without a name and a time.
[[nodiscard]] std::string gzip_of(std::string_view bytes);

}  // namespace atelier
