// SPDX-License-Identifier: MIT
#include "import/system_names.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "import/moment.hpp"

namespace atelier {

namespace {

/// The text under `key` of `object`, if both are what they should be.
std::string text_under(const nlohmann::json& object, const char* key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

std::optional<MoodleName> moodle_name(std::string_view name)
{
    constexpr std::string_view mark = "_assignsubmission_";
    const std::size_t at = name.rfind(mark);
    if (at == std::string_view::npos || at == 0) {
        return std::nullopt;
    }
    std::string_view student = name.substr(0, at);
    std::string_view plugin = name.substr(at + mark.size());
    std::string_view rest = plugin.substr(std::min(plugin.find('_'), plugin.size()));
    plugin.remove_suffix(rest.size());
    rest.remove_prefix(std::min<std::size_t>(1, rest.size()));
    std::string_view id;
    const std::size_t last = student.find_last_not_of("0123456789");
    if (last != std::string_view::npos && student[last] == '_' && last > 0 && last + 1 < student.size()) {
        id = student.substr(last + 1);
        student = student.substr(0, last);
    }
    return MoodleName{std::string(student), std::string(id), std::string(plugin), std::string(rest)};
}

GradescopeMetadata gradescope_metadata(std::string_view json)
{
    const nlohmann::json all = nlohmann::json::parse(json, nullptr, false);
    GradescopeMetadata metadata;
    metadata.handed_in = utc_moment(text_under(all, "created_at"));
    const auto users = all.is_object() ? all.find("users") : all.end();
    std::vector<std::string> names;
    if (users != all.end() && users->is_array()) {
        for (const nlohmann::json& user : *users) {
            names.push_back(text_under(user, "name"));
            metadata.key = metadata.key.empty() ? text_under(user, "email") : metadata.key;
        }
    }
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
        metadata.student += (metadata.student.empty() || name.empty() ? "" : ", ") + name;
    }
    return metadata;
}

}  // namespace atelier
