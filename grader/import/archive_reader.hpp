// SPDX-License-Identifier: MIT
// Hostile: an archive's bytes. libarchive takes it apart; here it is decided, entry by entry, what comes out.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace atelier {

/// How much may come out of one archive. The defaults suit what one student sends.
struct ArchiveLimits {
    std::size_t entries = 5'000;
    std::size_t answer_bytes = std::size_t{1} << 20;
    std::size_t archive_bytes = std::size_t{32} << 20;  ///< an archive inside
    std::size_t total_bytes = std::size_t{64} << 20;    ///< decompressed, what is skipped on the way included
    std::size_t ratio = 200;                            ///< decompressed bytes for each byte of the archive...
    std::size_t ratio_from = std::size_t{16} << 20;     ///< ... beyond so many: small texts compress well
    /// Of all that, what stands below one of the first folders: one student must not use up what all have.
    std::size_t share_bytes = std::size_t{64} << 20;
};

/// Those of an archive with a whole class in it.
[[nodiscard]] ArchiveLimits limits_of_a_class();

/// What may be made of one entry.
enum class Wanted {
    nothing,
    answer,
    archive,
    too_deep,  ///< an archive where none is opened any more: refused
};

/// One entry of an archive, or the archive itself when `name` is empty.
struct ArchiveEntry {
    enum class Kind {
        folder,   ///< `name` is a folder; told of everything that stands in it too, wanted or not
        file,     ///< `name` has these `bytes`
        refused,  ///< `bytes` say why, in French; `name` is as it came, perhaps no text
    };
    Kind kind = Kind::folder;
    std::string name;
    std::string bytes;
};

/// Where an archive is: an open regular file, or memory when there is none.
struct ArchiveSource {
    int file = -1;
    std::string_view memory;
};

/// Reads the zip, tar (gzip, bzip2, xz, zstd) or 7z in `source` and tells its entries in their order: each refused one with
/// its reason, each wanted one with its bytes. Links, devices, encrypted and damaged entries, names that judged_name() or
/// NamesSeen refuse and what is over a limit are refused; what nobody wants is not even decompressed where the format
/// allows that. Past a limit on the whole, the rest is refused at once. Whatever the bytes, this does not throw, but for
/// what `tell` throws; it writes nothing, and knows neither clock nor locale.
void read_archive(const ArchiveSource& source, const ArchiveLimits& limits,
                  const std::function<Wanted(const std::string& name)>& wanted,
                  const std::function<void(const ArchiveEntry&)>& tell);

}  // namespace atelier
