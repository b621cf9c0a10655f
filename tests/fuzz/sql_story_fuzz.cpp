// SPDX-License-Identifier: MIT
// Whatever a program makes of its trace, the story told of it is safe, bounded, and counts what is there.
#include "sql_story.hpp"

#include <nlohmann/json.hpp>

#include "check/probe_stream.hpp"
#include "fuzz.hpp"
#include "reports/story.hpp"
#include "show.hpp"
#include "sql_text.hpp"

namespace atelier {
namespace {

using fuzz::promise;
using Kind = StoryItem::Kind;

void check_texts(std::string_view sql, std::string_view expanded)
{
    std::size_t bytes = 0;
    for (const std::string& value : bound_values(sql, expanded)) {
        promise(!value.empty() && expanded.find(value) != std::string_view::npos, "a value was written there", value);
        bytes += value.size();
    }
    promise(bytes <= expanded.size(), "no byte is in two values", expanded);
    const std::string shape = shape_of(sql);
    promise(shape.size() <= sql.size() && shape_of(sql) == shape, "a shape is no longer than its SQL", shape);
    promise(shape.empty() || (shape.front() != ' ' && shape.back() != ' '), "a shape has no blanks around", shape);
    const std::string line = on_one_line(sql);
    promise(line.size() <= 5 * sql.size(), "a line is bounded", line);  // « ⏎ » and its spaces for a line end
    fuzz::promise_readable(excerpt(line, 400), 1300);
}

std::size_t executions_of(const Story& story)
{
    std::size_t sum = 0;
    for (const StoryItem& item : story.items) {
        promise(item.times >= 1 && item.rounds >= 1 && item.period >= 1 && item.period <= 6, "what is told has a time");
        promise(item.rows >= 0 && item.changes >= 0 && item.nanoseconds >= 0, "counts are counts");
        sum += item.kind == Kind::ran ? item.times * item.rounds : 0;
    }
    return sum;
}

void check_story(std::string_view stream)
{
    const check::Trace trace = check::read_probe_stream(stream).trace;
    for (const check::Statement& statement : trace.statements) {
        check_texts(statement.sql, statement.expanded);
    }
    const Story each = story_of(trace);
    promise(each.executions == trace.statements.size() && executions_of(each) == each.executions,
            "each execution is an item");
    const Story once = told_once(each);
    promise(once.items.size() <= each.items.size() && executions_of(once) == each.executions,
            "what is told once loses no execution");
    for (const bool plain : {false, true}) {
        for (const int width : {80, 20}) {
            const std::string text = story_for_terminal(once, {.width = width, .plain = plain, .times = true});
            fuzz::promise_readable(text, std::size_t{1} << 20U);
            promise(!text.empty() && text.back() == '\n', "a story ends with a newline", text);
            promise(story_for_terminal(once, {.width = width, .plain = plain, .times = true}) == text,
                    "the same story is the same text");
        }
    }
    const auto replaced = nlohmann::json::error_handler_t::replace;
    promise(to_json(each, false).at("events").size() == std::min<std::size_t>(each.items.size(), 50'000),
            "JSON tells each item");
    promise(is_valid_utf8(to_json(each, true).dump(2, ' ', false, replaced)), "JSON is text");
}

void test(std::string_view input)
{
    const std::vector<std::string_view> parts = fuzz::parts_of(input, 2);
    check_texts(parts[0], parts[1]);
    check_story(input);
}

}  // namespace
}  // namespace atelier

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    atelier::test(atelier::fuzz::text_of(data, size));
    return 0;
}
