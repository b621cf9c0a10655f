// SPDX-License-Identifier: MIT
#include "toml_table.hpp"

#include <algorithm>

#include "error.hpp"
#include "message.hpp"

namespace atelier {

void TomlTable::only(std::initializer_list<std::string_view> known) const
{
    for (const auto& [key, node] : table_) {
        if (std::find(known.begin(), known.end(), key.str()) == known.end()) {
            fail(node, tr("la clé « {} » n'existe pas ici", key.str()));
        }
    }
}

std::string TomlTable::text(std::string_view key) const
{
    const toml::node& found = node(key);
    const auto value = found.value_exact<std::string>();
    if (!value || value->empty()) {
        fail(found, tr("« {} » doit être un texte non vide", key));
    }
    return *value;
}

int TomlTable::integer(std::string_view key, int min, int max) const
{
    const toml::node& found = node(key);
    const auto value = found.value_exact<std::int64_t>();
    if (!value || *value < min || *value > max) {
        fail(found, tr("« {} » doit être un entier de {} à {}", key, min, max));
    }
    return static_cast<int>(*value);
}

int TomlTable::integer_or(std::string_view key, int min, int max, int otherwise) const
{
    return has(key) ? integer(key, min, max) : otherwise;
}

const toml::node& TomlTable::node(std::string_view key) const
{
    const toml::node* found = table_.get(key);
    if (found == nullptr) {
        fail(table_, tr("la clé « {} » manque", key));
    }
    return *found;
}

void TomlTable::fail(const toml::node& node, const std::string& what) const
{
    throw Error(tr("{}, ligne {} : {}", file_, node.source().begin.line, what));
}

toml::table parse_toml(const std::string& text, const std::string& file)
{
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        throw Error(
            tr("{}, ligne {} : ce n'est pas du TOML ({})", file, error.source().begin.line, error.description()));
    }
}

}  // namespace atelier
