// SPDX-License-Identifier: MIT
#include "sha256.hpp"

#include <fmt/format.h>
#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace atelier {

namespace {

void update(sha256_ctx& state, std::string_view bytes)
{
    ::sha256_update(&state, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::string finish(sha256_ctx& state)
{
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    ::sha256_digest(&state, digest.size(), digest.data());
    std::string hex;
    for (const std::uint8_t byte : digest) {
        hex += fmt::format("{:02x}", byte);
    }
    return hex;
}

}  // namespace

Sha256::Sha256() : state_(std::make_unique<sha256_ctx>()) { ::sha256_init(state_.get()); }
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

Sha256& Sha256::add(std::string_view piece)
{
    update(*state_, fmt::format("{} ", piece.size()));
    update(*state_, piece);
    return *this;
}

std::string Sha256::hex() { return finish(*state_); }

std::string sha256(std::string_view bytes)
{
    sha256_ctx state{};
    ::sha256_init(&state);
    update(state, bytes);
    return finish(state);
}

}  // namespace atelier
