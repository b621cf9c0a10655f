// SPDX-License-Identifier: MIT
#include "check/value.hpp"

#include <fmt/format.h>

#include "utf8.hpp"

namespace atelier::check {

namespace {

struct Shower {
    std::string operator()(std::monostate) const { return "NULL"; }
    std::string operator()(std::int64_t v) const { return std::to_string(v); }
    std::string operator()(double v) const
    {
        std::string text = fmt::format("{}", v);
        return text.find_first_of(".en") == std::string::npos ? text + ".0" : text;
    }
    std::string operator()(const std::string& v) const { return '\'' + visible(v) + '\''; }
    std::string operator()(const Blob& v) const
    {
        std::string text = "x'";
        for (const std::byte b : v) {
            text += fmt::format("{:02X}", std::to_integer<unsigned>(b));
        }
        return text + '\'';
    }
};

template <class T>
std::optional<T> get(const Value::Variant& data)
{
    const T* value = std::get_if<T>(&data);
    return value == nullptr ? std::nullopt : std::optional<T>(*value);
}

}  // namespace

std::optional<std::int64_t> Value::integer() const { return get<std::int64_t>(data_); }

std::optional<std::string> Value::text() const { return get<std::string>(data_); }

std::string_view Value::type_name() const
{
    constexpr std::string_view names[] = {"NULL", "INTEGER", "REAL", "TEXT", "BLOB"};
    return names[data_.index()];
}

std::string Value::show() const { return std::visit(Shower{}, data_); }

Value Table::only() const { return rows.size() == 1 && rows.front().size() == 1 ? rows.front().front() : Value(); }

void PrintTo(const Value& value, std::ostream* out) { *out << value.show(); }

void PrintTo(const Table& table, std::ostream* out)
{
    for (const Row& row : table.rows) {
        for (const Value& value : row) {
            *out << value.show() << ' ';
        }
        *out << '\n';
    }
}

}  // namespace atelier::check
