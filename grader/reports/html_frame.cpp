// SPDX-License-Identifier: MIT
#include "reports/html_frame.hpp"

#include <nettle/base64.h>

#include <cstdint>

#include "message.hpp"
#include "reports/html_assets.hpp"
#include "sha256.hpp"

namespace atelier {

namespace {

unsigned hex_value(char digit) { return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10); }

/// The bytes that `hex` writes.
std::string bytes_of(const std::string& hex)
{
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        bytes += static_cast<char>(hex_value(hex[i]) << 4U | hex_value(hex[i + 1]));
    }
    return bytes;
}

std::string in_base64(const std::string& bytes)
{
    std::string text(BASE64_ENCODE_RAW_LENGTH(bytes.size()), '\0');
    ::base64_encode_raw(text.data(), bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    return text;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string hash_source(std::string_view content) { return "sha256-" + in_base64(bytes_of(sha256(content))); }

Html page_head(const std::string& title, bool runs_script)
{
    static const std::string style_hash = hash_source(html_style());
    static const std::string script_hash = hash_source(html_script());
    const Html script = runs_script ? html("; script-src '{}'", script_hash) : Html{};
    return html(
        "<!DOCTYPE html>\n"
        "<html lang=\"{}\">\n"
        "<head>\n"
        "<meta charset=\"utf-8\"/>\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{}'{}; base-uri 'none'; "
        "form-action 'none'\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
        "<meta name=\"referrer\" content=\"no-referrer\"/>\n"
        "<meta name=\"robots\" content=\"noindex\"/>\n"
        "<title>{}</title>\n"
        "<style>{}</style>\n"
        "</head>\n"
        "<body>\n",
        language(), style_hash, script, title, Html{std::string(html_style())});
}

Html page_foot(bool runs_script)
{
    const Html script = runs_script ? html("<script>{}</script>\n", Html{std::string(html_script())}) : Html{};
    return html("{}</body>\n</html>\n", script);
}

Html in_french() { return language() == "fr" ? Html{} : html(" lang=\"fr\""); }

std::string shown_percent(int percent) { return tr("{} %", percent); }

std::string shown_time(const std::string& iso)
{
    // 2026-10-02T08:30:00Z
    constexpr std::string_view shape = "0000-00-00T00:00:00Z";
    bool fits = iso.size() == shape.size();
    for (std::size_t i = 0; fits && i < shape.size(); ++i) {
        fits = shape[i] == '0' ? is_digit(iso[i]) : shape[i] == iso[i];
    }
    return fits ? iso.substr(0, 10) + " " + iso.substr(11, 5) + " UTC" : iso;
}

}  // namespace atelier
