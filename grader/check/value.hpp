// SPDX-License-Identifier: MIT
// A value as SQLite knows them, and the tables made of them: the one currency in which checks compare what a
// program left, returned or read.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace atelier::check {

using Blob = std::vector<std::byte>;

/// NULL, INTEGER, REAL, TEXT or BLOB. Equality is strict: 1 is neither 1.0 nor '1'. A REAL that is not a number, which no
/// database holds but a program may return, is equal to itself.
class Value {
public:
    using Variant = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;

    Value() = default;
    Value(std::nullptr_t) {}
    Value(std::nullopt_t) {}
    Value(std::integral auto v) : data_(static_cast<std::int64_t>(v)) {}
    Value(double v) : data_(v) {}
    Value(const char* v) : data_(std::string(v)) {}
    Value(std::string_view v) : data_(std::string(v)) {}
    Value(std::string v) : data_(std::move(v)) {}
    Value(Blob v) : data_(std::move(v)) {}

    [[nodiscard]] const Variant& data() const { return data_; }
    [[nodiscard]] bool is_null() const { return data_.index() == 0; }
    /// The integer, or nothing when the value is of another type.
    [[nodiscard]] std::optional<std::int64_t> integer() const;
    /// The text, or nothing when the value is of another type.
    [[nodiscard]] std::optional<std::string> text() const;
    /// « INTEGER », « TEXT »…: the word of the SQL type.
    [[nodiscard]] std::string_view type_name() const;
    /// As people read it in a failure: `NULL`, `30`, `'30'`, `x'00FF'`; blanks at the ends, control characters
    /// and bytes that are not UTF-8 are made visible.
    [[nodiscard]] std::string show() const;

    friend bool operator==(const Value& a, const Value& b);
    /// A total order (type, then value), so that unordered comparisons are deterministic.
    friend bool operator<(const Value& a, const Value& b);

private:
    Variant data_;
};

using Row = std::vector<Value>;

/// Rows read from a database or returned by a program. A table that could not be read says why in `problem`
/// (a French sentence) and has no rows.
struct Table {
    std::vector<std::string> columns;
    std::vector<Row> rows;
    std::string problem;

    [[nodiscard]] bool empty() const { return rows.empty(); }
    /// The only value of the only row; NULL when the table has another shape.
    [[nodiscard]] Value only() const;
    /// The same rows with these columns only, in this order; case is ignored, as in SQL. A column that is not there is
    /// the problem of the result.
    [[nodiscard]] Table select(std::initializer_list<std::string_view> names) const;
};

void PrintTo(const Value& value, std::ostream* out);
void PrintTo(const Table& table, std::ostream* out);

}  // namespace atelier::check
