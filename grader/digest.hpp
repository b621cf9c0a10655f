// SPDX-License-Identifier: MIT
// A short name for some bytes of ours. Not cryptographic: nothing a student wrote is ever named by it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace atelier {

/// FNV-1a on 64 bits, continued from `seed`.
[[nodiscard]] constexpr std::uint64_t digest(std::string_view bytes, std::uint64_t seed = 0xcbf29ce484222325U)
{
    for (const char c : bytes) {
        seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    return seed;
}

}  // namespace atelier
