// SPDX-License-Identifier: MIT
#include "check/value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "message.hpp"
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

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
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

bool operator==(const Value& a, const Value& b)
{
    const auto* x = std::get_if<double>(&a.data_);
    const auto* y = std::get_if<double>(&b.data_);
    return x != nullptr && y != nullptr && std::isnan(*x) ? std::isnan(*y) : a.data_ == b.data_;
}

bool operator<(const Value& a, const Value& b)
{
    const auto* x = std::get_if<double>(&a.data_);
    const auto* y = std::get_if<double>(&b.data_);
    const bool are_reals = x != nullptr && y != nullptr;
    return are_reals && (std::isnan(*x) || std::isnan(*y)) ? !std::isnan(*y) : a.data_ < b.data_;
}

Table Table::select(std::initializer_list<std::string_view> names) const
{
    Table result{.columns = {}, .rows = std::vector<Row>(rows.size()), .problem = problem};
    for (const std::string_view name : names) {
        const auto found = std::find_if(columns.begin(), columns.end(),
                                        [&](const std::string& column) { return same_name(column, name); });
        const auto position = static_cast<std::size_t>(found - columns.begin());
        if (found == columns.end() && result.problem.empty()) {
            result.problem = tr("La colonne « {} » manque.", name);
        }
        result.columns.emplace_back(name);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            result.rows[i].push_back(position < rows[i].size() ? rows[i][position] : Value());
        }
    }
    if (!result.problem.empty()) {
        result.rows.clear();
    }
    return result;
}

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
