// SPDX-License-Identifier: MIT
// Tells when the student's file has been saved, whatever their editor does to save it.
//
// Editors write in place, or write another file and rename it over the first (vim, emacs, VS Code): so the folder is watched,
// not the file, and all other names in it are ignored. Where the kernel cannot tell (network disks, folders shared with a
// host), the file is looked at four times a second; where it can, a look every two seconds catches what it did not.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <tuple>

#include "files.hpp"

namespace atelier::watch {

enum class Method { inotify, polling };

/// How saves in `folder` are noticed: what ATELIER_SURVEILLANCE says (« inotify » or « scrutation »), else inotify unless the
/// folder is on a disk that others may write to without this kernel knowing. Throws UsageError for another word.
[[nodiscard]] Method method_for(const std::filesystem::path& folder);

/// Whether a file system of this type (statfs's f_type) is one of those.
[[nodiscard]] bool is_shared(std::uint64_t type);

class Saves {
public:
    /// Watches the file `name` of `folder`. When inotify cannot be had, polls. What happens from now on is not missed.
    Saves(std::filesystem::path folder, std::string name, Method method);

    /// Readable when something may have happened; -1 when the file is only looked at.
    [[nodiscard]] int descriptor() const { return inotify_.get(); }
    /// How long happened() may be left uncalled.
    [[nodiscard]] std::chrono::milliseconds period() const;
    /// Whether the file was written, replaced, made or removed since the last call. Never waits.
    [[nodiscard]] bool happened();

private:
    /// What changes when a file does: its number, size, and times.
    using Signature = std::tuple<std::uint64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t>;

    [[nodiscard]] Signature signature() const;
    /// Reads what inotify has to tell; whether it is about our file.
    bool told();

    std::filesystem::path folder_;
    std::string name_;
    Descriptor inotify_;
    Signature seen_;
};

}  // namespace atelier::watch
