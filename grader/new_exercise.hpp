// SPDX-License-Identifier: MIT
// A new exercise for an author: the gentlest one copied under another name, each file marked with what is to be written.
#pragma once

#include <filesystem>
#include <string>

#include "catalog.hpp"

namespace atelier {

/// What waits to be written in a file of the course is a comment that begins so; `verify` lists them.
inline constexpr const char* to_write_mark = "À ÉCRIRE";

/// Makes exercises/ID and solutions/ID in the course's root, from `model`, the root of a course that has 00-premier-pas.
/// Both are there whole when this returns, or neither is. Throws UsageError for an id that is ill-formed or in use.
void make_exercise(const Catalog& catalog, const std::filesystem::path& model, const std::string& id);

}  // namespace atelier
