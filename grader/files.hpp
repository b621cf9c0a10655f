// SPDX-License-Identifier: MIT
// Files and folders, without surprises: whole reads with a cap, whole writes or none, folders that clean up.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atelier {

namespace fs = std::filesystem;

/// Owns a file descriptor.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor() { close(); }

    [[nodiscard]] int get() const { return fd_; }
    [[nodiscard]] explicit operator bool() const { return fd_ >= 0; }
    void close();

private:
    int fd_ = -1;
};

/// The bytes of a regular file. Throws Error when it cannot be read or is larger than `most_bytes`.
[[nodiscard]] std::string read_file(const fs::path& path, std::size_t most_bytes = std::size_t{16} << 20);

/// Writes the whole file or leaves what was there: never half of it, even when the disk is full. Throws Error.
void write_file(const fs::path& path, std::string_view bytes);

/// The same for what people keep: when this returns, not even a power cut loses it.
void write_file_durably(const fs::path& path, std::string_view bytes);

/// The same for a file that must be new: false, and nothing is touched, when there is something of that name already, even
/// since a moment ago. Throws Error.
bool create_file_durably(const fs::path& path, std::string_view bytes);

/// Takes a text piece by piece. The pieces need not live longer than the call.
using Sink = std::function<void(std::string_view)>;

/// Writes what `produce` gives to its argument, with no more memory than a piece: the whole file or what was there, as
/// write_file_durably() does. Throws Error, or what `produce` throws.
void write_pieces_durably(const fs::path& path, const std::function<void(const Sink&)>& produce);

/// Names in `folder`, sorted by bytes. Throws Error when it cannot be read.
[[nodiscard]] std::vector<std::string> names_in(const fs::path& folder);

/// What changes when the file does, without reading it: its path, size and time. Of a missing file too.
[[nodiscard]] std::string stamp_of(const fs::path& path);

/// Makes `folder` and its parents. Throws Error.
void make_folder(const fs::path& folder);

/// Locks `folder` as long as the descriptor lives; none when a living process has, or when it is not there any more.
[[nodiscard]] Descriptor lock_of_folder(const fs::path& folder);

/// Removes `path` and all below it, as far as it can; never throws, never follows a link. A tree of any depth takes no
/// more memory than a flat one.
void remove_tree(const fs::path& path) noexcept;

/// Throws Error when less than 64 MiB, or 64 files, are free on the disk of `folder`. What fails on a full disk must not be taken for
/// somebody's fault: a compiler that cannot write says that it does not compile.
void require_room(const fs::path& folder);

/// A new private folder, gone with this object. All those of a process are in one folder of the machine's temporary folder,
/// which is locked as long as the process lives: what a killed process left is removed when another one starts.
class TemporaryFolder {
public:
    /// Throws Error, on a full disk too.
    TemporaryFolder();
    TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
    ~TemporaryFolder();

    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

}  // namespace atelier
