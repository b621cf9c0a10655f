// SPDX-License-Identifier: MIT
#include "reports/html_frame.hpp"

#include "message.hpp"
#include "reports/html_assets.hpp"
#include "sha256.hpp"

namespace atelier {

namespace {

unsigned hex_value(char digit) { return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10); }

/// Base 64 of the bytes that `hex` writes.
std::string base64_of_hex(const std::string& hex)
{
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string result;
    // Six digits are three bytes are four letters.
    for (std::size_t at = 0; at < hex.size(); at += 6) {
        unsigned bits = 0;
        for (std::size_t i = at; i < at + 6; ++i) {
            bits = bits << 4U | (i < hex.size() ? hex_value(hex[i]) : 0U);
        }
        const std::size_t digits = std::min<std::size_t>(6, hex.size() - at);
        for (std::size_t i = 0; i < 4; ++i) {
            result += i < digits / 2 + 1 ? letters[bits >> (18U - 6U * i) & 63U] : '=';
        }
    }
    return result;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string hash_source(std::string_view content) { return "sha256-" + base64_of_hex(sha256(content)); }

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
