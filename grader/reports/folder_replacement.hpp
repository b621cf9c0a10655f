// SPDX-License-Identifier: MIT
// A folder that is made beside its place and takes it at once: readers find the old one or the new one, whole.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include "files.hpp"

namespace atelier {

class FolderReplacement {
public:
    /// Makes an empty folder beside `place`, whose parents it makes too, and removes what killed processes left there. Throws
    /// Error.
    explicit FolderReplacement(const std::filesystem::path& place);
    FolderReplacement(const FolderReplacement&) = delete;
    FolderReplacement& operator=(const FolderReplacement&) = delete;
    /// What has not taken the place, or has left it, is gone.
    ~FolderReplacement();

    /// Where to write, until take_place().
    [[nodiscard]] const std::filesystem::path& folder() const { return made_; }

    /// Puts the folder in its place; what stood there is gone with this object. Throws Error.
    void take_place() const;

private:
    std::filesystem::path place_;
    std::filesystem::path made_;
    Descriptor lock_;  // of it: whoever cleans up sees that we live
};

/// Replaces the folder `folder` by the one that `fill` fills, empty at first, in one step, or leaves what was there. Throws
/// Error, also when the folder holds a file for which `is_ours` is false of its name, or what `fill` throws.
void replace_folder(const std::filesystem::path& folder, const std::function<bool(std::string_view)>& is_ours,
                    const std::function<void(const std::filesystem::path&)>& fill);

}  // namespace atelier
