// SPDX-License-Identifier: MIT
// Names for people whose names must not be told: always the same for one key, and nobody's without it.
#pragma once

#include <filesystem>
#include <string>

namespace atelier {

class Pseudonyms {
public:
    /// With the key in `file`, which is drawn at random, and readable by its owner alone, when there is none yet. Throws
    /// Error when the file cannot be read or made, or is no key.
    explicit Pseudonyms(const std::filesystem::path& file);

    /// « 7K3QM-0ZR4B »: fifty bits of a keyed digest (HMAC-SHA-256) of `name`.
    [[nodiscard]] std::string of(const std::string& name) const;

private:
    std::string key_;
};

}  // namespace atelier
