// SPDX-License-Identifier: MIT
// A table of a TOML file that somebody wrote for us, read strictly: every key is known and of its type.
#pragma once

#include <toml++/toml.h>

#include <initializer_list>
#include <string>
#include <string_view>

namespace atelier {

/// Each method throws Error, with file and line, when the table is not as it says.
class TomlTable {
public:
    /// `table` must outlive this; `file` is its name in errors.
    TomlTable(const toml::table& table, std::string file) : table_(table), file_(std::move(file)) {}

    /// There are no keys but `known`.
    void only(std::initializer_list<std::string_view> known) const;
    [[nodiscard]] bool has(std::string_view key) const { return table_.contains(key); }
    /// A text that is not empty.
    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] int integer(std::string_view key, int min, int max) const;
    [[nodiscard]] int integer_or(std::string_view key, int min, int max, int otherwise) const;
    [[nodiscard]] const toml::node& node(std::string_view key) const;

    [[noreturn]] void fail(const toml::node& node, const std::string& what) const;

private:
    const toml::table& table_;
    std::string file_;
};

/// `text` as TOML. Throws Error, with line and column, when it is none.
[[nodiscard]] toml::table parse_toml(const std::string& text, const std::string& file);

}  // namespace atelier
