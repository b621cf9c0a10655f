// SPDX-License-Identifier: MIT
#include "import/entry_stream.hpp"

#include <cstdint>
#include <cstring>

namespace atelier {

namespace {

using Kind = ArchiveEntry::Kind;

/// Both processes are of one program, so its own order of bytes will do.
struct Head {
    std::uint64_t kind = 0;
    std::uint64_t name = 0;
    std::uint64_t bytes = 0;
};

}  // namespace

std::string framed(const ArchiveEntry& entry)
{
    const Head head{static_cast<std::uint64_t>(entry.kind), entry.name.size(), entry.bytes.size()};
    std::string frame(sizeof head, '\0');
    std::memcpy(frame.data(), &head, sizeof head);
    return frame.append(entry.name).append(entry.bytes);
}

void EntryStream::hear(std::string_view bytes)
{
    if (deaf_) {
        return;
    }
    waiting_ += bytes;
    while (take_one()) {
    }
    waiting_.erase(0, taken_);
    taken_ = 0;
}

bool EntryStream::take_one()
{
    Head head;
    if (waiting_.size() - taken_ < sizeof head) {
        return false;
    }
    std::memcpy(&head, waiting_.data() + taken_, sizeof head);
    if (head.kind > static_cast<std::uint64_t>(Kind::refused) || head.name > most_bytes_ || head.bytes > most_bytes_) {
        deaf_ = true;
        waiting_.clear();
        taken_ = 0;
        return false;
    }
    if (waiting_.size() - taken_ < sizeof head + head.name + head.bytes) {
        return false;
    }
    const std::size_t name = taken_ + sizeof head;
    ArchiveEntry entry{static_cast<Kind>(head.kind), waiting_.substr(name, head.name),
                       waiting_.substr(name + head.name, head.bytes)};
    taken_ = name + head.name + head.bytes;
    tell_(std::move(entry));
    return true;
}

}  // namespace atelier
