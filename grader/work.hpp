// SPDX-License-Identifier: MIT
// The student's own folder, travail/: one folder an exercise, with the answer that only they edit.
#pragma once

#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "catalog.hpp"

namespace atelier {

/// ATELIER_TRAVAIL, else travail/ in the course's root. Not made yet.
[[nodiscard]] std::filesystem::path work_folder(const Catalog& catalog);

/// The folder of the student's answer to `exercise`, made on first use with a copy of the starter and of the files that
/// an editor needs to understand it. What is there already is never touched. Throws Error.
std::filesystem::path begin_exercise(const Catalog& catalog, const Exercise& exercise);

/// Whether the student has begun `exercise`.
[[nodiscard]] bool has_begun(const Catalog& catalog, const Exercise& exercise);

/// What a reset kept of the student's: where their files are now. Empty when they were as shipped.
using KeptFiles = std::vector<std::filesystem::path>;

/// Puts the starter and the given files of `exercise` back as the course ships them. What the student has changed is
/// renamed, never lost: « reponse.2026-11-24-235250.cpp » beside it, where the date is that of `now`. Throws Error.
KeptFiles reset_exercise(const Catalog& catalog, const Exercise& exercise, std::time_t now);

/// The path as the student would type it from the current folder, when it is below it; the whole path otherwise.
[[nodiscard]] std::string as_typed(const std::filesystem::path& path);

}  // namespace atelier
