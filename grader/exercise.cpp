// SPDX-License-Identifier: MIT
#include "exercise.hpp"

#include <algorithm>

#include "error.hpp"
#include "files.hpp"
#include "message.hpp"
#include "toml_table.hpp"

namespace atelier {

namespace {

Limits read_limits(const toml::table& root, const std::string& file)
{
    Limits limits;
    const toml::node* node = root.get("limits");
    if (node == nullptr) {
        return limits;
    }
    if (!node->is_table()) {
        throw Error(tr("{}, ligne {} : « limits » doit être une table", file, node->source().begin.line));
    }
    const TomlTable reader(*node->as_table(), file);
    reader.only({"cpu_seconds", "wall_seconds", "memory_mib", "output_kib"});
    limits.cpu_time = std::chrono::seconds(reader.integer_or("cpu_seconds", 1, 60, 2));
    limits.wall_time = std::chrono::seconds(reader.integer_or("wall_seconds", 1, 120, 5));
    limits.memory_bytes = static_cast<std::size_t>(reader.integer_or("memory_mib", 16, 4096, 512)) << 20U;
    limits.output_bytes = static_cast<std::size_t>(reader.integer_or("output_kib", 1, 4096, 64)) << 10U;
    return limits;
}

std::vector<CheckInfo> read_checks(const toml::table& root, const std::string& file)
{
    const toml::array* array = root["check"].as_array();
    if (array == nullptr || array->empty()) {
        throw Error(tr("{} : il manque au moins une table [[check]]", file));
    }
    std::vector<CheckInfo> checks;
    for (const toml::node& node : *array) {
        if (!node.is_table()) {
            throw Error(tr("{}, ligne {} : chaque vérification s'écrit [[check]]", file, node.source().begin.line));
        }
        const TomlTable reader(*node.as_table(), file);
        reader.only({"name", "points", "title", "task", "hint"});
        checks.push_back({.name = reader.text("name"),
                          .points = reader.integer("points", 1, 100),
                          .title = reader.text("title"),
                          .task = reader.integer("task", 1, 99),
                          .hint = reader.integer_or("hint", 1, 99, 0)});
        const auto same = [&](const CheckInfo& c) { return c.name == checks.back().name; };
        if (std::count_if(checks.begin(), checks.end(), same) > 1) {
            reader.fail(node, tr("la vérification « {} » est déclarée deux fois", checks.back().name));
        }
    }
    return checks;
}

std::string answer_name(const fs::path& folder)
{
    std::vector<std::string> found;
    for (const char* name : {"reponse.cpp", "reponse.hpp"}) {
        if (fs::exists(folder / name)) {
            found.emplace_back(name);
        }
    }
    if (found.size() != 1) {
        throw Error(tr("{} doit contenir soit reponse.cpp, soit reponse.hpp, et non les deux", folder.string()));
    }
    return found.front();
}

std::vector<fs::path> given_headers(const fs::path& folder, const std::string& answer, const toml::table& root,
                                    const std::string& file)
{
    std::vector<fs::path> headers;
    for (const std::string& name : names_in(folder)) {
        if (fs::path(name).extension() == ".hpp" && name != answer) {
            headers.push_back(folder / name);
        }
    }
    const toml::node* node = root.get("given");
    const toml::array* array = node != nullptr ? node->as_array() : nullptr;
    if (node != nullptr && array == nullptr) {
        throw Error(
            tr("{}, ligne {} : « {} » doit être une liste de chemins", file, node->source().begin.line, "given"));
    }
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
        const toml::node& element = *array->get(i);
        const fs::path header = (folder / element.value_exact<std::string>().value_or("")).lexically_normal();
        const bool same_name = std::any_of(headers.begin(), headers.end(),
                                           [&](const fs::path& h) { return h.filename() == header.filename(); });
        if (header.extension() != ".hpp" || !fs::is_regular_file(header) || same_name || header.filename() == answer) {
            throw Error(tr("{}, ligne {} : « {} » ne nomme que des fichiers .hpp qui existent, de noms différents",
                           file, element.source().begin.line, "given"));
        }
        headers.push_back(header);
    }
    std::sort(headers.begin(), headers.end(),
              [](const fs::path& a, const fs::path& b) { return a.filename() < b.filename(); });
    return headers;
}

}  // namespace

std::string Exercise::short_id() const { return id.substr(0, id.find('-')); }

std::string Exercise::lesson_number() const { return id.substr(0, id.find_first_not_of("0123456789")); }

int Exercise::max_points() const
{
    int sum = 0;
    for (const CheckInfo& check : checks) {
        sum += check.points;
    }
    return sum;
}

Exercise load_exercise(const fs::path& folder)
{
    const std::string file = (folder / "exercise.toml").string();
    const toml::table root = parse_toml(read_file(file), file);
    const TomlTable reader(root, file);
    reader.only({"title", "level", "given", "limits", "check"});
    const std::string answer = answer_name(folder);
    return {.id = folder.filename().string(),
            .folder = fs::absolute(folder),
            .title = reader.text("title"),
            .level = reader.integer("level", 1, 4),
            .limits = read_limits(root, file),
            .checks = read_checks(root, file),
            .answer = answer,
            .given = given_headers(fs::absolute(folder), answer, root, file)};
}

}  // namespace atelier
