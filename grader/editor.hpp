// SPDX-License-Identifier: MIT
// What an editor must be told to understand an answer as the grader compiles it: travail/compile_commands.json, which clangd
// and its like look for.
#pragma once

#include <filesystem>
#include <string>

#include "catalog.hpp"

namespace atelier {

/// The JSON compilation database of the exercises of `catalog` that are begun in `work`, an absolute path. An answer that
/// is a header is compiled as programme.cpp includes it, behind fourni.hpp.
[[nodiscard]] std::string compile_commands(const Catalog& catalog, const std::filesystem::path& work,
                                           const std::filesystem::path& compiler);

/// Brings compile_commands.json in `work` up to what is begun and to where the folders are now; a file that is right
/// already is left alone. Never fails: an editor that is told less is no reason to refuse a verdict.
void tell_editors(const Catalog& catalog, const std::filesystem::path& work) noexcept;

}  // namespace atelier
