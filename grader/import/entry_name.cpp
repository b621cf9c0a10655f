// SPDX-License-Identifier: MIT
#include "import/entry_name.hpp"

#include <algorithm>
#include <array>

#include "encodings.hpp"
#include "message.hpp"
#include "show.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

constexpr std::size_t most_bytes = 1'000;
constexpr std::size_t most_part_bytes = 200;  // disks hold 255, and drafts of files have longer names
constexpr std::size_t most_parts = 20;

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029; }

bool is_absolute(std::string_view name)
{
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return name.starts_with('/') || (name.size() > 1 && name[1] == ':' && is_letter(name[0]));
}

/// `text` up to the next slash, which is taken off it with that.
std::string_view next_part(std::string_view& text)
{
    const std::string_view part = text.substr(0, text.find('/'));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    return part;
}

}  // namespace

EntryName judged_name(std::string_view raw, NameEncoding encoding)
{
    std::string name(raw);
    if (encoding == NameEncoding::unknown) {
        name = from_unknown_encoding(raw);
        std::replace(name.begin(), name.end(), '\\', '/');
    }
    // What libarchive could not read as UTF-8 it gives with replacement characters.
    const Characters characters(name);
    if (!is_valid_utf8(name) ||
        std::find(characters.begin(), characters.end(), replacement_character) != characters.end()) {
        return {{}, tr("son nom n'est pas de l'UTF-8")};
    }
    if (std::any_of(characters.begin(), characters.end(), is_control)) {
        return {{}, tr("son nom contient des caractères de contrôle")};
    }
    if (is_absolute(name)) {
        return {{}, tr("son chemin est absolu")};
    }
    std::string path;
    std::size_t parts = 0;
    for (std::string_view rest = name; !rest.empty();) {
        const std::string_view part = next_part(rest);
        if (part == "..") {
            return {{}, tr("son chemin sort de l'archive (..)")};
        }
        if (part.empty() || part == ".") {
            continue;
        }
        if (++parts > most_parts || part.size() > most_part_bytes || name.size() > most_bytes) {
            return {{}, tr("son nom est trop long")};
        }
        path.append(path.empty() ? 0 : 1, '/').append(part);
    }
    return {path, {}};
}

bool is_furniture(std::string_view path)
{
    while (!path.empty()) {
        const std::string_view part = next_part(path);
        if (part == ".git" || part == "__MACOSX" || part == ".DS_Store" || part == "Thumbs.db" ||
            part.starts_with("._")) {
            return true;
        }
    }
    return false;
}

std::string_view last_part(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool has_archive_name(std::string_view name)
{
    static constexpr std::array endings{".zip",  ".tar",     ".tgz",  ".tar.gz",  ".txz", ".tar.xz",
                                        ".tzst", ".tar.zst", ".tbz2", ".tar.bz2", ".7z",  ".rar"};
    const std::string lower = lower_case(name);
    return std::any_of(endings.begin(), endings.end(), [&](const char* end) { return lower.ends_with(end); });
}

std::string without_archive_ending(const std::string& name)
{
    const std::string stem = name.substr(0, has_archive_name(name) ? name.rfind('.') : std::string::npos);
    return lower_case(stem).ends_with(".tar") ? stem.substr(0, stem.rfind('.')) : stem;
}

std::string NamesSeen::problem(const std::string& path, bool is_folder)
{
    for (std::size_t end = 0; end != std::string::npos;) {
        end = path.find('/', end + 1);
        const std::string prefix = path.substr(0, end);
        const bool is_whole = end == std::string::npos;
        const bool leads_on = !is_whole || is_folder;
        const auto [it, is_new] = by_lower_case_.try_emplace(lower_case(prefix), Name{prefix, leads_on});
        const Name& before = it->second;
        if (is_new || (before.path == prefix && before.is_folder && leads_on)) {
            continue;
        }
        if (before.path != prefix) {
            return tr("son nom ne diffère que par la casse de {}", excerpt(before.path, 80));
        }
        return before.is_folder == leads_on ? tr("deux fichiers portent ce nom ; le premier est gardé")
                                            : tr("un fichier et un dossier portent ce nom ; le premier est gardé");
    }
    return {};
}

}  // namespace atelier
