// SPDX-License-Identifier: MIT
// Hostile: the names in an archive. Which of them may become a path below a folder of ours, and which clash.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace atelier {

/// The name of an entry, as a path or as the reason why it is none.
struct EntryName {
    std::string path;  ///< UTF-8, relative, without « . », empty or « .. » parts; empty for the archive's own root
    std::string problem;  ///< French; empty when `path` may be used
};

/// What an archive says of the encoding of its names.
enum class NameEncoding {
    utf8,
    unknown,  ///< a zip without the mark of UTF-8, made by Windows perhaps, with its backslashes too
};

/// Refuses what leaves the folder (`..`, a root, a drive), control characters, malformed UTF-8, and what a disk may not hold: a
/// part of more than 200 bytes, more than 1,000 in all, more than 20 parts.
[[nodiscard]] EntryName judged_name(std::string_view raw, NameEncoding encoding);

/// Whether students made none of it: what Git, macOS and Windows put beside their files.
[[nodiscard]] bool is_furniture(std::string_view path);

/// A path's last part.
[[nodiscard]] std::string_view last_part(std::string_view path);

/// Whether `name` ends as archives do, those that we cannot read included: refused, they are told.
[[nodiscard]] bool has_archive_name(std::string_view name);

/// `name` without such an end: « devoir » for « devoir.tar.gz ».
[[nodiscard]] std::string without_archive_ending(const std::string& name);

/// The names of an archive so far.
class NamesSeen {
public:
    /// The French reason why `path` cannot stand beside those before it, empty when it can: it is then one of them. Two
    /// names, or two folders that lead to them, clash when they are equal or differ in case alone.
    [[nodiscard]] std::string problem(const std::string& path, bool is_folder);

private:
    struct Name {
        std::string path;
        bool is_folder = false;
    };
    std::map<std::string, Name> by_lower_case_;
};

}  // namespace atelier
