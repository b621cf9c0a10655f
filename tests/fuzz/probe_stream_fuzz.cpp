// SPDX-License-Identifier: MIT
// Whatever a program writes on descriptor 3 is read, line by line, as what it says or as nothing.
#include "check/probe_stream.hpp"

#include <fmt/format.h>

#include "fuzz.hpp"
#include "show.hpp"

namespace atelier::check {
namespace {

using fuzz::promise;

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return result;
}

/// A value as the probe would write it.
struct Encoder {
    std::string operator()(std::monostate) const { return "n"; }
    std::string operator()(std::int64_t v) const { return "i" + std::to_string(v); }
    std::string operator()(double v) const { return fmt::format("r{}", v); }
    std::string operator()(const std::string& v) const { return "t" + escaped(v); }
    std::string operator()(const Blob& v) const
    {
        return "b" + escaped({reinterpret_cast<const char*>(v.data()), v.size()});
    }
};

std::string encoded(const std::vector<ProbeStream::Returned>& all)
{
    std::string text;
    for (const ProbeStream::Returned& one : all) {
        text += "v\t" + escaped(one.name);
        for (const Value& value : one.row) {
            text += "\t" + std::visit(Encoder{}, value.data());
        }
        text += '\n';
    }
    return text;
}

bool same(const std::vector<ProbeStream::Returned>& a, const std::vector<ProbeStream::Returned>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& x, const auto& y) { return x.name == y.name && x.row == y.row; });
}

std::size_t records_of(const ProbeStream& stream)
{
    const Trace& trace = stream.trace;
    return stream.returned.size() + stream.exceptions.size() + trace.opened.size() + trace.statements.size() +
           trace.prepared.size() + trace.unfinalized.size() + trace.log.size() + stream.uncopied.size() +
           static_cast<std::size_t>(std::count_if(trace.refusals.begin(), trace.refusals.end(),
                                                  [](const Refusal& refusal) { return refusal.sql.empty(); })) +
           static_cast<std::size_t>(trace.commits) + static_cast<std::size_t>(trace.rollbacks) +
           static_cast<std::size_t>(trace.left_open);
}

/// How many things the index of such an event may name.
std::size_t most_index(const Trace& trace, TraceEvent::Kind kind)
{
    using Kind = TraceEvent::Kind;
    switch (kind) {
        case Kind::opened: return trace.opened.size();
        case Kind::prepared: return trace.prepared.size();
        case Kind::begun:
        case Kind::ended: return trace.statements.size();
        case Kind::refused: return trace.refusals.size();
        case Kind::complained: return trace.log.size();
        case Kind::left_statement: return trace.unfinalized.size();
        default: return 1;
    }
}

void test_events(const Trace& trace, std::size_t lines)
{
    promise(trace.events.size() <= 2 * lines, "a line is two events at most");
    for (const TraceEvent& event : trace.events) {
        promise(event.index < most_index(trace, event.kind), "an event names what is there");
        promise(event.nanoseconds >= 0, "no time is negative");
    }
    for (const Refusal& refusal : trace.refusals) {
        promise(!refusal.statement || *refusal.statement < trace.statements.size(), "a refusal names what is there");
    }
    for (const Statement& statement : trace.statements) {
        promise(!statement.end || (statement.end->rows >= 0 && statement.end->changes >= 0), "counts are counts");
    }
}

void test(std::string_view bytes)
{
    const ProbeStream stream = read_probe_stream(bytes);
    const std::vector<std::string_view> lines = lines_of(bytes);
    promise(records_of(stream) <= lines.size(), "a line is one record at most");
    test_events(stream.trace, lines.size());
    promise(same(stream.returned, read_probe_stream(bytes).returned), "the same bytes are the same values");
    promise(same(stream.returned, read_probe_stream(encoded(stream.returned)).returned),
            "values written as the probe does come back");
    const bool has_end =
        std::any_of(lines.begin(), lines.end(), [](std::string_view l) { return l == "e" || l.substr(0, 2) == "e\t"; });
    promise(stream.reached_end == has_end, "the end is reached when a line says so, and only then");
    std::size_t values = 0;
    std::size_t texts = 0;
    for (const ProbeStream::Returned& one : stream.returned) {
        values += one.row.size();
        texts += one.name.size();
        for (const Value& value : one.row) {
            texts += value.text().value_or("").size();
            fuzz::promise_readable(value.show(), 4 * bytes.size() + 64);
            promise(!(value < value), "values are in a strict order");
        }
    }
    for (const CaughtException& e : stream.exceptions) {
        texts += e.name.size() + e.type.size() + e.what.size();
    }
    promise(values <= bytes.size() && texts <= bytes.size(), "nothing is made larger than it was");
    // Lines do not depend on each other.
    const std::size_t middle = lines.size() / 2;
    std::string first;
    std::string second;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        (i < middle ? first : second) += std::string(lines[i]) + '\n';
    }
    std::vector<ProbeStream::Returned> halves = read_probe_stream(first).returned;
    for (ProbeStream::Returned& one : read_probe_stream(second).returned) {
        halves.push_back(std::move(one));
    }
    promise(same(stream.returned, halves), "a line is read alike wherever it stands");
}

}  // namespace
}  // namespace atelier::check

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    atelier::check::test(atelier::fuzz::text_of(data, size));
    return 0;
}
