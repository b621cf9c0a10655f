// SPDX-License-Identifier: MIT
// What one run of a program left behind: how it ended, what it printed, what it returned and what SQLite saw.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/value.hpp"
#include "finding.hpp"

namespace atelier::check {

/// How a run ended. Everything but `well` costs the checks that say EndsWell().
enum class Ending {
    well,             ///< the scenario reached its end and the program returned 0
    exception,        ///< a C++ exception left the student's function
    stopped_early,    ///< exit, _exit or a non-zero status before the scenario's end
    crashed,          ///< a signal, abort included; stopped for its threads
    sanitizer,        ///< AddressSanitizer or UndefinedBehaviorSanitizer found something
    leak,             ///< LeakSanitizer found something
    out_of_time,      ///< CPU or wall-clock limit
    out_of_memory,    ///< memory limit
    too_much_output,  ///< stdout, stderr, the probe's channel or its files over their limit
    not_started,      ///< given up: the same program already went over time twice in this grading
};

/// An exception that `sonde::essayer` or the scenario's end saw leave the student's code.
struct CaughtException {
    std::string name;  ///< the name given to essayer(), or the scenario's
    std::string type;  ///< « SQLite::Exception », « std::runtime_error »…
    std::string what;
    int code = 0;  ///< SQLite's primary code, 0 when the exception is not SQLite's
    int extended_code = 0;
};

/// What one run of a statement gave, told in a detailed trace only.
struct StatementEnd {
    std::int64_t rows = 0;     ///< handed to the program
    std::int64_t changes = 0;  ///< rows inserted, updated or deleted
    bool autocommit = true;    ///< whether no transaction is open on its connection, right after
    std::int64_t nanoseconds = 0;
};

/// One statement begun by the program (a `sqlite3_step` after a prepare or a reset).
struct Statement {
    int connection = 0;
    std::string sql;                       ///< as written, marks unreplaced
    std::string expanded;                  ///< with the bound values in place
    std::optional<StatementEnd> end = {};  ///< none: not a detailed trace, or neither at its end nor reset
};

/// A call that SQLite refused. Detailed traces only.
struct Refusal {
    int connection = 0;
    int code = 0;  ///< extended
    std::string text;
    std::optional<std::size_t> statement = {};  ///< its index in Trace::statements; none: nothing had begun
    std::string sql = {};                       ///< what could not be prepared, if that is what was refused
};

/// One thing that the probe told, in its place among the others: what the story of a run is made from.
struct TraceEvent {
    enum class Kind {
        opened,           ///< a connection; index in Trace::opened
        prepared,         ///< index in Trace::prepared
        begun,            ///< index in Trace::statements
        ended,            ///< the same
        refused,          ///< index in Trace::refusals
        committed,        ///< no index
        rolled_back,      ///< no index
        complained,       ///< SQLite's log; index in Trace::log
        left_statement,   ///< alive when its connection was closed; index in Trace::unfinalized
        closed,           ///< a connection; no index
        left_connection,  ///< still open at the end of the scenario; no index
    };
    Kind kind = Kind::opened;
    int connection = 0;  ///< from 1, in order of opening; 0 where nothing tells
    std::size_t index = 0;
    std::int64_t nanoseconds = 0;  ///< of a preparation, in a detailed trace
    bool in_transaction = false;   ///< of a closed connection
};

/// A line of SQLite's error log: what it blames the program for, in its own English words.
struct LogLine {
    int code = 0;
    std::string
        text;  ///< « API call with invalid database connection pointer », « bind on a busy prepared statement: … »
};

/// Advisory evidence from the probe, which shares the student's process: it explains; it seldom decides.
struct Trace {
    std::vector<std::string> opened;    ///< file names of the connections, in order of opening ("" for :memory:)
    std::vector<Statement> statements;  ///< statements run, in order, triggers' left out
    std::vector<std::string> prepared;  ///< SQL given to prepare, in order
    int commits = 0;
    int rollbacks = 0;
    int left_open = 0;                     ///< connections still open at the end of the scenario
    std::vector<std::string> unfinalized;  ///< SQL of the statements alive when their connection was closed
    std::vector<LogLine> log;
    std::vector<Refusal> refusals;
    std::vector<TraceEvent> events;      ///< all of the above, in the order in which they happened
    bool cut = false;                    ///< there was more to tell: the statements and counts are the first ones only
    bool closed_in_transaction = false;  ///< a connection was closed while not in autocommit

    /// Number of statements run whose SQL begins with `word` (any case, blanks before it skipped).
    [[nodiscard]] std::size_t count(std::string_view word) const;
    /// The same for prepared statements.
    [[nodiscard]] std::size_t count_prepared(std::string_view word) const;
    /// Whether a line of the log holds `words`.
    [[nodiscard]] bool logged(std::string_view words) const;
};

class Execution {
public:
    [[nodiscard]] Ending ending() const { return ending_; }
    /// One or more French sentences on the way of ending, empty when it ended well.
    [[nodiscard]] const std::string& explanation() const { return explanation_; }
    [[nodiscard]] const std::string& out() const { return out_; }
    [[nodiscard]] const std::string& err() const { return err_; }

    /// The rows returned under `name` with sonde::rendre, in order; no rows when there were none.
    [[nodiscard]] Table returned(std::string_view name) const;
    /// The names under which rows were returned, each once, in order of the first.
    [[nodiscard]] std::vector<std::string> returned_names() const;
    /// The exception noted under `name` by sonde::essayer, if one was.
    [[nodiscard]] std::optional<CaughtException> exception(std::string_view name) const;
    /// All that were noted, in order.
    [[nodiscard]] const std::vector<CaughtException>& exceptions() const { return exceptions_; }
    [[nodiscard]] const Trace& trace() const { return trace_; }
    /// Whether the wall clock stopped it: on a machine less busy it might have ended.
    [[nodiscard]] bool stopped_by_clock() const { return stopped_by_clock_; }
    /// What a sanitizer found on a line of the answer, if one did.
    [[nodiscard]] const std::optional<Finding>& finding() const { return finding_; }
    /// The command that plays this run again by hand.
    [[nodiscard]] const std::string& replay() const { return replay_; }

private:
    friend class Observer;
    struct Returned {
        std::string name;
        Row row;
    };
    Ending ending_ = Ending::well;
    bool stopped_by_clock_ = false;
    std::string explanation_;
    std::string out_;
    std::string err_;
    std::vector<Returned> returned_;
    std::vector<CaughtException> exceptions_;
    Trace trace_;
    std::string replay_;
    std::optional<Finding> finding_;
};

void PrintTo(const Execution& run, std::ostream* out);

}  // namespace atelier::check
