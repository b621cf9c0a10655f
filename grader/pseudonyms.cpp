// SPDX-License-Identifier: MIT
#include "pseudonyms.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <nettle/hmac.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstdint>
#include <string_view>

#include "error.hpp"
#include "files.hpp"
#include "message.hpp"

namespace atelier {

namespace {

constexpr std::size_t key_bytes = 32;

std::string new_key()
{
    std::array<unsigned char, key_bytes> drawn{};
    if (::getrandom(drawn.data(), drawn.size(), 0) != static_cast<ssize_t>(drawn.size())) {
        throw system_error(tr("Impossible de tirer une clé au hasard"));
    }
    std::string hex;
    for (const unsigned char byte : drawn) {
        hex += fmt::format("{:02x}", byte);
    }
    return hex;
}

}  // namespace

Pseudonyms::Pseudonyms(const fs::path& file)
{
    if (const Descriptor made(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)); made) {
        const std::string line = new_key() + '\n';
        if (::write(made.get(), line.data(), line.size()) != static_cast<ssize_t>(line.size()) ||
            ::fsync(made.get()) != 0) {
            ::unlink(file.c_str());
            throw system_error(tr("Impossible d'écrire {}", file.string()));
        }
    } else if (errno != EEXIST) {
        throw system_error(tr("Impossible d'écrire {}", file.string()));
    }
    key_ = read_file(file);
    key_.erase(key_.find_last_not_of("\r\n") + 1);
    const bool sound = key_.size() == 2 * key_bytes &&
                       std::all_of(key_.begin(), key_.end(), [](unsigned char c) { return std::isxdigit(c) != 0; });
    if (!sound) {
        throw Error(tr(
            "{} n'est pas une clé d'anonymat : il y faut 64 chiffres hexadécimaux, que l'atelier tire lui-même quand le fichier n'existe pas",
            file.string()));
    }
}

std::string Pseudonyms::of(const std::string& name) const
{
    hmac_sha256_ctx state;
    ::hmac_sha256_set_key(&state, key_.size(), reinterpret_cast<const std::uint8_t*>(key_.data()));
    ::hmac_sha256_update(&state, name.size(), reinterpret_cast<const std::uint8_t*>(name.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    ::hmac_sha256_digest(&state, digest.size(), digest.data());
    // Crockford's digits: none is taken for another when it is read aloud.
    constexpr std::string_view digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < sizeof bits; ++i) {
        bits = bits << 8U | digest[i];
    }
    std::string pseudonym;
    for (int i = 0; i < 10; ++i) {
        pseudonym += i == 5 ? "-" : "";
        pseudonym += digits[bits & 31U];
        bits >>= 5U;
    }
    return pseudonym;
}

}  // namespace atelier
