// SPDX-License-Identifier: MIT
// Hostile: what the process that reads an archive tells the one that writes files. An archive may have taken it over.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "import/archive_reader.hpp"

namespace atelier {

/// `entry` as bytes.
[[nodiscard]] std::string framed(const ArchiveEntry& entry);

/// Puts entries together again from bytes that come in pieces.
class EntryStream {
public:
    /// Refuses entries of more than `most_bytes`.
    EntryStream(std::size_t most_bytes, std::function<void(ArchiveEntry&&)> tell)
        : most_bytes_(most_bytes), tell_(std::move(tell))
    {
    }

    /// Tells each entry that `bytes` complete. After bytes that no framed() makes, hears nothing any more.
    void hear(std::string_view bytes);

private:
    bool take_one();

    std::size_t most_bytes_;
    std::function<void(ArchiveEntry&&)> tell_;
    std::string waiting_;
    std::size_t taken_ = 0;  ///< of what waits
    bool deaf_ = false;
};

}  // namespace atelier
