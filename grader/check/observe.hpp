// SPDX-License-Identifier: MIT
// From what a process left (status, channels) to an Execution with French words for its way of ending.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "check/execution.hpp"
#include "process.hpp"

namespace atelier::check {

/// Turns code offsets of the program (« 0x1234 ») into « FILE:LINE » of it, one for each, empty where unknown.
using Symbolizer = std::function<std::vector<std::string>(const std::vector<std::string>& offsets)>;

/// Builds Executions.
class Observer {
public:
    /// `answer` is the student's file, by whose lines a finding is told.
    Observer(std::string answer, Symbolizer symbolizer) : answer_(std::move(answer)), symbolizer_(std::move(symbolizer))
    {
    }

    [[nodiscard]] Execution observe(const Outcome& outcome, const Limits& limits, std::string replay) const;

    /// The Execution of a program that was not started, after two that went over time.
    [[nodiscard]] static Execution given_up(std::string replay);

private:
    std::string answer_;
    Symbolizer symbolizer_;
};

}  // namespace atelier::check
