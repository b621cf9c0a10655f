// SPDX-License-Identifier: MIT
#include "check/probe_stream.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "show.hpp"

namespace atelier::check {

namespace {

std::optional<unsigned> hex_digit(char c)
{
    if (c >= '0' && c <= '9') {
        return static_cast<unsigned>(c - '0');
    }
    return c >= 'A' && c <= 'F' ? std::optional<unsigned>(static_cast<unsigned>(c - 'A') + 10U) : std::nullopt;
}

/// The bytes that an escaped field stands for; a malformed escape stands for itself.
std::string unescaped(std::string_view field)
{
    std::string result;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field[i] == '%' && i + 2 < field.size()) {
            const auto high = hex_digit(field[i + 1]);
            const auto low = hex_digit(field[i + 2]);
            if (high && low) {
                result += static_cast<char>(*high * 16 + *low);
                i += 2;
                continue;
            }
        }
        result += field[i];
    }
    return result;
}

template <class T>
std::optional<T> number(std::string_view text)
{
    T value{};
    const auto end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, value);
    return parsed.ec == std::errc{} && parsed.ptr == end ? std::optional<T>(value) : std::nullopt;
}

std::optional<Value> value_of(std::string_view field)
{
    if (field.empty()) {
        return std::nullopt;
    }
    const std::string_view rest = field.substr(1);
    switch (field.front()) {
        case 'n': return Value();
        case 'i': {
            const auto integer = number<std::int64_t>(rest);
            return integer ? std::optional<Value>(*integer) : std::nullopt;
        }
        case 'r': {
            const auto real = number<double>(rest);
            return real ? std::optional<Value>(*real) : std::nullopt;
        }
        case 't': return Value(unescaped(rest));
        case 'b': {
            const std::string bytes = unescaped(rest);
            const auto* first = reinterpret_cast<const std::byte*>(bytes.data());
            return Value(Blob(first, first + bytes.size()));
        }
        default: return std::nullopt;
    }
}

std::vector<std::string_view> fields_of(std::string_view line)
{
    std::vector<std::string_view> fields;
    for (std::size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
        fields.push_back(line.substr(0, tab));
        line.remove_prefix(tab + 1);
    }
    fields.push_back(line);
    return fields;
}

class Reader {
public:
    void read(const std::vector<std::string_view>& fields)
    {
        if (fields.front().size() != 1) {
            return;
        }
        const auto text = [&](std::size_t i) { return i < fields.size() ? unescaped(fields[i]) : std::string(); };
        const auto integer = [&](std::size_t i) { return i < fields.size() ? number<int>(fields[i]).value_or(0) : 0; };
        const auto large = [&](std::size_t i) {  // a count or a time: never below zero, and sums of them never overflow
            constexpr std::int64_t most = std::int64_t{1} << 40U;
            return i < fields.size() ? std::clamp<std::int64_t>(number<std::int64_t>(fields[i]).value_or(0), 0, most)
                                     : std::int64_t{0};
        };
        Trace& trace = stream.trace;
        using Kind = TraceEvent::Kind;
        const auto happened = [&](Kind kind, std::size_t index) {
            trace.events.push_back({.kind = kind, .connection = integer(1), .index = index});
        };
        switch (fields.front().front()) {
            case 'v': read_values(fields); break;
            case 'x':
                stream.exceptions.push_back({.name = text(1),
                                             .type = text(2),
                                             .what = text(3),
                                             .code = integer(4),
                                             .extended_code = integer(5)});
                break;
            case 'd':
                happened(Kind::opened, trace.opened.size());
                trace.opened.push_back(text(2));
                break;
            case 'p':
                happened(Kind::prepared, trace.prepared.size());
                trace.events.back().nanoseconds = large(4);
                trace.prepared.push_back(text(3));
                if (fields.size() > 5 && integer(2) != 0) {
                    happened(Kind::refused, trace.refusals.size());
                    trace.refusals.push_back(
                        {.connection = integer(1), .code = integer(2), .text = text(5), .sql = text(3)});
                }
                break;
            case 's':
                happened(Kind::begun, trace.statements.size());
                trace.statements.push_back({.connection = integer(1), .sql = text(2), .expanded = text(3)});
                break;
            case 'q':
                if (const auto run = run_of(integer(1)); run && !trace.statements[*run].end) {
                    trace.statements[*run].end = {
                        .rows = large(2), .changes = large(3), .autocommit = integer(4) != 0, .nanoseconds = large(5)};
                    happened(Kind::ended, *run);
                    trace.events.back().connection = trace.statements[*run].connection;
                }
                break;
            case 'k':
                happened(Kind::refused, trace.refusals.size());
                trace.events.back().connection = integer(2);
                trace.refusals.push_back(
                    {.connection = integer(2), .code = integer(3), .text = text(4), .statement = run_of(integer(1))});
                break;
            case 'c':
                happened(Kind::committed, 0);
                ++trace.commits;
                break;
            case 'r':
                happened(Kind::rolled_back, 0);
                ++trace.rollbacks;
                break;
            case 'o':
                happened(Kind::left_statement, trace.unfinalized.size());
                trace.unfinalized.push_back(text(2));
                break;
            case 'f':
                happened(Kind::closed, 0);
                trace.events.back().in_transaction = integer(3) == 0;
                trace.closed_in_transaction = trace.closed_in_transaction || integer(3) == 0;
                break;
            case 'l':
                happened(Kind::left_connection, 0);
                ++trace.left_open;
                break;
            case 'j':
                happened(Kind::complained, trace.log.size());
                trace.events.back().connection = 0;
                trace.log.push_back({.code = integer(1), .text = text(2)});
                break;
            case 'a': read_uncopied(fields); break;
            case 't': trace.cut = true; break;
            case 'e': stream.reached_end = true; break;
            default: break;
        }
    }

    ProbeStream stream;

private:
    /// The index of the statement whose rank is told.
    [[nodiscard]] std::optional<std::size_t> run_of(int rank) const
    {
        const bool known = rank >= 1 && static_cast<std::size_t>(rank) <= stream.trace.statements.size();
        return known ? std::optional(static_cast<std::size_t>(rank) - 1) : std::nullopt;
    }

    void read_uncopied(const std::vector<std::string_view>& fields)
    {
        const auto at = [&](std::size_t i) {
            return i < fields.size() ? number<std::uint64_t>(fields[i]) : std::nullopt;
        };
        if (const auto address = at(1), size = at(2), offset = at(3); address && size && offset) {
            stream.uncopied.push_back({.address = *address, .size = *size, .offset = *offset});
        }
    }

    void read_values(const std::vector<std::string_view>& fields)
    {
        if (fields.size() < 2) {
            return;
        }
        ProbeStream::Returned returned{unescaped(fields[1]), {}};
        for (std::size_t i = 2; i < fields.size(); ++i) {
            std::optional<Value> value = value_of(fields[i]);
            if (!value) {
                return;
            }
            returned.row.push_back(std::move(*value));
        }
        stream.returned.push_back(std::move(returned));
    }
};

}  // namespace

ProbeStream read_probe_stream(std::string_view bytes)
{
    Reader reader;
    for (const std::string_view line : lines_of(bytes)) {
        reader.read(fields_of(line));
    }
    return std::move(reader.stream);
}

}  // namespace atelier::check
