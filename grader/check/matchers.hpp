// SPDX-License-Identifier: MIT
// The matchers of checks. What they say on failure is French, meant for the student, and shows expected and
// obtained side by side.
#pragma once

#include <gmock/gmock.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "check/execution.hpp"
#include "check/value.hpp"

namespace atelier::check {

/// Matches an Execution whose ending is `well`.
::testing::Matcher<const Execution&> EndsWell();

/// Matches an Execution in which `sonde::essayer(name, …)` saw an SQLite exception with this primary or extended `code`.
/// 0 accepts an exception of any kind and code.
::testing::Matcher<const Execution&> Throws(std::string_view name, int code = 0);

/// Matches an Execution in which nothing left `sonde::essayer(name, …)`.
::testing::Matcher<const Execution&> DoesNotThrow(std::string_view name);

/// Matches a Table with exactly these rows, in any order.
::testing::Matcher<const Table&> AreRows(std::vector<Row> expected);

/// Matches a Table with exactly these rows, in this order.
::testing::Matcher<const Table&> AreRowsInOrder(std::vector<Row> expected);

/// Matches a Table of one row and one column holding `expected`.
::testing::Matcher<const Table&> IsValue(Value expected);

/// Matches anything that makes a Value (a number, a text, a Value) and is `expected`, type included:
/// `EXPECT_THAT(run.trace().commits, IsEqualTo(1))`.
class IsEqualTo {
public:
    using is_gtest_matcher = void;
    explicit IsEqualTo(Value expected) : expected_(std::move(expected)) {}
    bool MatchAndExplain(const Value& obtained, std::ostream* out) const;
    void DescribeTo(std::ostream*) const {}
    void DescribeNegationTo(std::ostream*) const {}

private:
    Value expected_;
};

/// Matches a Table with the same rows as `expected`, in any order.
::testing::Matcher<const Table&> SameRowsAs(const Table& expected);

/// Matches an Execution that printed exactly `expected` on standard output; blanks and line ends are shown.
::testing::Matcher<const Execution&> Prints(std::string_view expected);

/// Matches a Trace in which none of `values` stands in the SQL that was prepared: they were bound.
/// Advisory evidence: give it few points.
::testing::Matcher<const Trace&> UsesBoundParameters(std::vector<std::string> values);

/// Matches a Trace with exactly `expected` prepared statements that begin with `word`.
::testing::Matcher<const Trace&> Prepares(std::string_view word, std::size_t expected);

}  // namespace atelier::check
