// SPDX-License-Identifier: MIT
#include "sql_story.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "sql_text.hpp"

namespace atelier {

namespace {

using check::Trace;
using check::TraceEvent;
using Kind = StoryItem::Kind;

/// Codes of SQLite's log that blame the program (SQLITE_MISUSE, SQLITE_WARNING); the others repeat a refusal.
bool is_blame(int code) { return (code & 0xFF) == 21 || (code & 0xFF) == 28; }

class Teller {
public:
    explicit Teller(const Trace& trace) : trace_(trace), item_of_(trace.statements.size()) {}

    Story tell()
    {
        for (const TraceEvent& event : trace_.events) {
            take(event);
        }
        for (const auto& [key, pending] : pending_) {
            story_.never_run.push_back(key.second);
        }
        story_.connections = trace_.opened.size();
        story_.executions = trace_.statements.size();
        story_.preparations = trace_.prepared.size();
        story_.commits = static_cast<std::size_t>(trace_.commits);
        story_.rollbacks = static_cast<std::size_t>(trace_.rollbacks);
        story_.cut = trace_.cut;
        for (const StoryItem& item : story_.items) {
            story_.nanoseconds += item.nanoseconds;
        }
        return std::move(story_);
    }

private:
    struct Pending {
        std::size_t count = 0;
        std::int64_t nanoseconds = 0;
    };

    void take(const TraceEvent& event)
    {
        using Event = TraceEvent::Kind;
        switch (event.kind) {
            case Event::opened: add(Kind::opened, event.connection).text = trace_.opened[event.index]; break;
            case Event::prepared: {
                Pending& pending = pending_[{event.connection, trace_.prepared[event.index]}];
                ++pending.count;
                pending.nanoseconds += event.nanoseconds;
                break;
            }
            case Event::begun: begin(event.index); break;
            case Event::ended: end(event.index); break;
            case Event::refused: refuse(trace_.refusals[event.index]); break;
            case Event::committed:
                if (StoryItem* item = working(event.connection)) {
                    ++item->commits;
                }
                break;
            case Event::rolled_back:
                if (StoryItem* item = working(event.connection)) {
                    ++item->rollbacks;
                }
                break;
            case Event::complained:
                if (const check::LogLine& line = trace_.log[event.index]; is_blame(line.code) && !is_echo(line)) {
                    StoryItem& item = add(Kind::complained, 0);
                    item.code = line.code;
                    item.text = line.text;
                }
                break;
            case Event::left_statement: left_[event.connection].push_back(trace_.unfinalized[event.index]); break;
            case Event::closed: close(event); break;
            case Event::left_connection: {
                StoryItem& item = add(Kind::left_open, event.connection);
                item.in_transaction = in_transaction_[event.connection];
                break;
            }
        }
    }

    /// SQLite adds the place in its own sources to what it has just said: that tells nobody anything.
    [[nodiscard]] bool is_echo(const check::LogLine& line) const
    {
        return !story_.items.empty() && story_.items.back().kind == Kind::complained &&
               line.text.rfind("misuse at line ", 0) == 0;
    }

    StoryItem& add(Kind kind, int connection)
    {
        StoryItem& item = story_.items.emplace_back();
        item.kind = kind;
        item.connection = connection;
        item.margin = in_transaction_[connection] ? Margin::inside : Margin::outside;
        return item;
    }

    void begin(std::size_t index)
    {
        const check::Statement& statement = trace_.statements[index];
        item_of_[index] = story_.items.size();
        running_[statement.connection].insert(index);
        StoryItem& item = add(Kind::ran, statement.connection);
        item.text = statement.sql;
        item.number = index + 1;
        item.values = bound_values(statement.sql, statement.expanded);
        item.last_values = item.values;
        item.finished = statement.end.has_value();
        if (statement.end) {
            item.rows = statement.end->rows;
            item.changes = statement.end->changes;
            item.nanoseconds = statement.end->nanoseconds;
        }
        // What was prepared may go on after the statement: « INSERT …; SELECT … ».
        const auto found = pending_.lower_bound({statement.connection, statement.sql});
        if (found != pending_.end() && found->first.first == statement.connection &&
            found->first.second.rfind(statement.sql, 0) == 0) {
            item.prepared = found->second.count;
            item.nanoseconds += found->second.nanoseconds;
            pending_.erase(found);
        }
    }

    void end(std::size_t index)
    {
        const check::Statement& statement = trace_.statements[index];
        running_[statement.connection].erase(index);
        last_[statement.connection] = index;
        bool& open = in_transaction_[statement.connection];
        StoryItem& item = story_.items[item_of_[index]];
        if (open == statement.end->autocommit) {  // it is this one that began or ended the transaction
            item.margin = open ? Margin::closes : Margin::opens;
            open = !open;
        }
    }

    void refuse(const check::Refusal& refusal)
    {
        StoryItem* item = nullptr;
        if (refusal.statement) {
            item = &story_.items[item_of_[*refusal.statement]];
        } else {
            item = &add(Kind::refused, refusal.connection);
            item->text = refusal.sql;
            pending_.erase({refusal.connection, refusal.sql});
        }
        item->code = refusal.code;
        item->refusal = refusal.text;
    }

    void close(const TraceEvent& event)
    {
        StoryItem& item = add(Kind::closed, event.connection);
        item.left = std::move(left_[event.connection]);
        left_.erase(event.connection);
        item.in_transaction = event.in_transaction;
        item.margin = in_transaction_[event.connection] ? Margin::closes : Margin::outside;
        in_transaction_[event.connection] = false;
    }

    /// The execution that the connection is busy with, else the last one that it ended.
    StoryItem* working(int connection)
    {
        const std::set<std::size_t>& running = running_[connection];
        if (!running.empty()) {
            return &story_.items[item_of_[*running.rbegin()]];
        }
        const auto last = last_.find(connection);
        return last == last_.end() ? nullptr : &story_.items[item_of_[last->second]];
    }

    const Trace& trace_;
    Story story_;
    std::vector<std::size_t> item_of_;  ///< of each statement, its item
    std::map<int, std::set<std::size_t>> running_;
    std::map<int, std::size_t> last_;
    std::map<int, bool> in_transaction_;
    std::map<int, std::vector<std::string>> left_;
    std::map<std::pair<int, std::string>, Pending> pending_;  ///< prepared, not executed yet
};

/// An item and the shape of its SQL.
struct Shaped {
    StoryItem item;
    std::string shape;
};

bool alike(const Shaped& a, const Shaped& b)
{
    const StoryItem& x = a.item;
    const StoryItem& y = b.item;
    return x.kind == Kind::ran && y.kind == Kind::ran && x.connection == y.connection && x.margin == y.margin &&
           x.finished == y.finished && x.code == y.code && x.refusal == y.refusal && x.times == y.times &&
           x.commits == y.commits && x.rollbacks == y.rollbacks && a.shape == b.shape;
}

/// Adds what `more`, which is alike, gave to `sum`.
void absorb(StoryItem& sum, const StoryItem& more)
{
    sum.many_values = sum.many_values || more.many_values || sum.last_values != more.values;
    sum.last_values = more.last_values;
    sum.many_texts = sum.many_texts || more.many_texts || sum.text != more.text;
    sum.prepared += more.prepared;
    sum.rows += more.rows;
    sum.changes += more.changes;
    sum.nanoseconds += more.nanoseconds;
}

/// Executions in a row. Not alike() to the sum: its times grow.
std::vector<Shaped> rows_as_one(std::vector<Shaped> items)
{
    std::vector<Shaped> result;
    for (std::size_t i = 0; i < items.size();) {
        Shaped sum = items[i];
        std::size_t next = i + 1;
        for (; next < items.size() && alike(items[i], items[next]); ++next) {
            absorb(sum.item, items[next].item);
        }
        const std::size_t count = next - i;
        sum.item.times = count;
        sum.item.commits *= count;
        sum.item.rollbacks *= count;
        result.push_back(std::move(sum));
        i = next;
    }
    return result;
}

/// How often the `period` items at `from` come, one time after the other.
std::size_t rounds_at(const std::vector<Shaped>& items, std::size_t from, std::size_t period)
{
    std::size_t rounds = 1;
    for (std::size_t at = from + period; at + period <= items.size(); at += period) {
        for (std::size_t i = 0; i < period; ++i) {
            if (!alike(items[from + i], items[at + i])) {
                return rounds;
            }
        }
        ++rounds;
    }
    return rounds;
}

std::vector<Shaped> rounds_as_one(const std::vector<Shaped>& items)
{
    constexpr std::size_t longest_period = 6;
    constexpr std::size_t least_rounds = 3;
    std::vector<Shaped> result;
    for (std::size_t i = 0; i < items.size();) {
        std::size_t period = 1;
        std::size_t rounds = 1;
        for (std::size_t p = 2; p <= longest_period && i + p <= items.size(); ++p) {
            const std::size_t found = rounds_at(items, i, p);
            if (found >= least_rounds && found * p > rounds * period) {
                period = p;
                rounds = found;
            }
        }
        for (std::size_t j = 0; j < period; ++j) {
            Shaped sum = items[i + j];
            for (std::size_t round = 1; round < rounds; ++round) {
                absorb(sum.item, items[i + j + round * period].item);
            }
            sum.item.commits *= rounds;
            sum.item.rollbacks *= rounds;
            sum.item.rounds = rounds;
            sum.item.period = j == 0 ? period : 1;
            result.push_back(std::move(sum));
        }
        i += period * rounds;
    }
    return result;
}

}  // namespace

Story story_of(const Trace& trace) { return Teller(trace).tell(); }

Story told_once(Story story)
{
    std::vector<Shaped> items;
    for (StoryItem& item : story.items) {
        std::string shape = item.kind == Kind::ran ? shape_of(item.text) : std::string();
        items.push_back({std::move(item), std::move(shape)});
    }
    story.items.clear();
    for (Shaped& shaped : rounds_as_one(rows_as_one(std::move(items)))) {
        story.items.push_back(std::move(shaped.item));
    }
    return story;
}

}  // namespace atelier
