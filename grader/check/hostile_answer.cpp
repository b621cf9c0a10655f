// SPDX-License-Identifier: MIT
#include "check/hostile_answer.hpp"

#include <cstring>

namespace atelier::check {

namespace {

class Writer {
public:
    void number(std::uint64_t n) { bytes.append(reinterpret_cast<const char*>(&n), sizeof n); }
    void text(std::string_view t)
    {
        number(t.size());
        bytes += t;
    }
    void value(const Value& v)
    {
        bytes += static_cast<char>(v.data().index());
        std::visit(*this, v.data());
    }
    void operator()(std::monostate) {}
    void operator()(std::int64_t v) { number(static_cast<std::uint64_t>(v)); }
    void operator()(double v)
    {
        std::uint64_t n = 0;
        std::memcpy(&n, &v, sizeof n);
        number(n);
    }
    void operator()(const std::string& v) { text(v); }
    void operator()(const Blob& v) { text({reinterpret_cast<const char*>(v.data()), v.size()}); }

    std::string bytes;
};

/// These bytes are no answer.
struct Malformed {};

class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t number()
    {
        std::uint64_t n = 0;
        std::memcpy(&n, take(sizeof n).data(), sizeof n);
        return n;
    }
    std::string text() { return std::string(take(number())); }
    Value value()
    {
        switch (take(1).front()) {
            case 0: return {};
            case 1: return static_cast<std::int64_t>(number());
            case 2: {
                const std::uint64_t n = number();
                double v = 0;
                std::memcpy(&v, &n, sizeof v);
                return v;
            }
            case 3: return text();
            case 4: {
                const std::string v = text();
                const auto* first = reinterpret_cast<const std::byte*>(v.data());
                return Blob(first, first + v.size());
            }
            default: throw Malformed{};
        }
    }
    void end() const
    {
        if (!rest_.empty()) {
            throw Malformed{};
        }
    }

private:
    std::string_view take(std::uint64_t count)
    {
        if (count > rest_.size()) {
            throw Malformed{};
        }
        const std::string_view taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }

    std::string_view rest_;
};

HostileAnswer answer_from(std::string_view bytes)
{
    Reader in(bytes);
    HostileAnswer answer;
    answer.fault = in.text();
    answer.table.problem = in.text();
    for (std::uint64_t left = in.number(); left > 0; --left) {
        answer.table.columns.push_back(in.text());
    }
    const std::uint64_t rows = in.number();
    if (rows > 0 && answer.table.columns.empty()) {
        throw Malformed{};  // they would cost no bytes: there could be any number of them
    }
    for (std::uint64_t i = 0; i < rows; ++i) {
        Row& row = answer.table.rows.emplace_back();
        for (std::size_t j = 0; j < answer.table.columns.size(); ++j) {
            row.push_back(in.value());
        }
    }
    in.end();
    return answer;
}

}  // namespace

std::string to_bytes(const HostileAnswer& answer)
{
    Writer out;
    out.text(answer.fault);
    out.text(answer.table.problem);
    out.number(answer.table.columns.size());
    for (const std::string& column : answer.table.columns) {
        out.text(column);
    }
    out.number(answer.table.rows.size());
    for (const Row& row : answer.table.rows) {
        for (const Value& value : row) {
            out.value(value);
        }
    }
    return std::move(out.bytes);
}

std::optional<HostileAnswer> from_bytes(std::string_view bytes)
{
    try {
        return answer_from(bytes);
    } catch (const Malformed&) {
        return std::nullopt;
    }
}

}  // namespace atelier::check
