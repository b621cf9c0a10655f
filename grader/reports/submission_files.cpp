// SPDX-License-Identifier: MIT
#include "reports/submission_files.hpp"

#include "files.hpp"
#include "reports/folder_replacement.hpp"
#include "sha256.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

constexpr std::size_t longest_name = 80;  ///< bytes, without the digest

bool may_stay(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') || c == U'.' || c == U'-' ||
           c == U'_' || c == U' ' || (c > 0x9F && c != replacement_character);
}

/// Two names that some file systems take for one have the same.
std::string without_capitals(std::string name)
{
    for (char& c : name) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return name;
}

}  // namespace

std::string FileNames::name_for(std::string_view text)
{
    const std::string shown = visible(text);
    std::string name;
    bool changed = false;
    for (const char32_t c : Characters(shown)) {
        if (name.size() + 4 > longest_name) {
            changed = true;
            break;
        }
        changed = changed || !may_stay(c);
        append_utf8(name, may_stay(c) ? c : U'_');
    }
    const auto mend = [&](char& c) {
        if (c == '.' || c == '-' || c == ' ') {
            c = '_';
            changed = true;
        }
    };
    if (name.empty()) {
        name = "_";
        changed = true;
    }
    mend(name.front());
    if (name.back() != '-') {
        mend(name.back());
    }
    changed = changed || given_.contains(without_capitals(name));
    if (changed) {
        name += "-" + sha256(text).substr(0, 8);
    }
    const std::string wanted = name;
    for (int count = 2; !given_.insert(without_capitals(name)).second; ++count) {
        name = wanted + "-" + std::to_string(count);
    }
    return name;
}

void write_submission_files(const fs::path& folder, const SubmissionFormat& format, std::string_view nothing,
                            const std::function<void(const AddFile&)>& produce)
{
    const auto is_ours = [&](std::string_view name) {
        return name == format.well_known || name.ends_with(format.ending);
    };
    replace_folder(folder, is_ours, [&](const fs::path& place) {
        std::size_t count = 0;
        std::string first;
        produce([&](const std::string& name, std::string_view bytes) {
            const fs::path file = place / (name + format.ending);
            make_folder(file.parent_path());
            write_file(file, bytes);
            if (count++ == 0) {
                first = bytes;
            }
        });
        if (count < 2) {
            write_file(place / format.well_known, count == 0 ? nothing : first);
        }
    });
}

}  // namespace atelier
