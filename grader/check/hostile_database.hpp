// SPDX-License-Identifier: MIT
// SQL run on a database file that may have been made to hurt whoever reads it.
//
// The file is copied into a folder of ours, where its journal can name no other file of the machine; then opened with
// its triggers, views, virtual tables and unsafe functions off, within limits, by a child process that may crash.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "check/hostile_answer.hpp"

namespace atelier::check {

/// The rows of the one statement `sql`, with `parameters` bound to its marks. `name` is what the file is called in
/// what people read.
[[nodiscard]] HostileAnswer query_hostile(const std::filesystem::path& file, const std::string& name,
                                          const std::string& sql, const std::vector<Value>& parameters);

/// Runs all the statements of `sql` and puts the database that results in the file's place. No rows.
[[nodiscard]] HostileAnswer change_hostile(const std::filesystem::path& file, const std::string& name,
                                           const std::string& sql);

}  // namespace atelier::check
