// SPDX-License-Identifier: MIT
// What SQLite's codes mean, and SQLiteCpp's own refusals: one French sentence each, with the section that treats it.
#pragma once

#include <string>

#include "check/execution.hpp"

namespace atelier::check {

/// A French sentence, with the lesson to read again, on what `e` says; empty when it is not SQLite's, or not a common one.
/// Nothing of `e` is repeated in it.
[[nodiscard]] std::string about_exception(const CaughtException& e);

}  // namespace atelier::check
