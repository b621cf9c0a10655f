// SPDX-License-Identifier: MIT
// The folder that a program works in, bounded where that can be: a tmpfs with a size and a number of files, which this
// process alone sees, and which is gone with it however it ends.
#pragma once

#include <cstddef>
#include <filesystem>

namespace atelier::check {

constexpr std::size_t scene_bytes = std::size_t{128} << 20;
constexpr std::size_t scene_files = 4096;

/// Gives this process mounts of its own, so that scenes can be bounded. Call it before there is a second thread. Where the
/// kernel refuses, scenes are ordinary folders, which are looked at while programs run (patrol.hpp).
void enter_private_mounts();

/// One scene, gone with this object.
class Scene {
public:
    /// Makes the folder `path`, which must not exist. Throws Error.
    explicit Scene(std::filesystem::path path);
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;
    ~Scene();

    /// The program's current folder; programs own it.
    [[nodiscard]] const std::filesystem::path& work() const { return work_; }
    /// Its /tmp; programs own it.
    [[nodiscard]] const std::filesystem::path& temporary() const { return temporary_; }
    /// A folder of ours on the same disk, where programs cannot write: what is made here can be moved to work() whole.
    [[nodiscard]] const std::filesystem::path& aside() const { return aside_; }

private:
    std::filesystem::path path_;
    std::filesystem::path work_ = path_ / "travail";
    std::filesystem::path temporary_ = path_ / "tmp";
    std::filesystem::path aside_ = path_ / "coulisse";
    bool mounted_ = false;
};

}  // namespace atelier::check
