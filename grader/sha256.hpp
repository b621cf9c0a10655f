// SPDX-License-Identifier: MIT
// SHA-256: names bytes that a student may have chosen, so that no two things ever have one name.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sha256_ctx;

namespace atelier {

/// The digest of what is added, piece by piece. Pieces are told apart: « ab » then « c » is not « a » then « bc ».
class Sha256 {
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    ~Sha256();

    Sha256& add(std::string_view piece);
    /// 64 hexadecimal digits; what was added is forgotten.
    [[nodiscard]] std::string hex();

private:
    std::unique_ptr<sha256_ctx> state_;
};

/// The SHA-256 of `bytes` alone, as sha256sum prints it.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace atelier
