// SPDX-License-Identifier: MIT
// The answers of a class laid out as two well-known tools read them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "import/collection.hpp"

namespace atelier {

/// For JPlag (6): `folder`/ID/copies has a folder for each student, `folder`/ID/depart the starter and the headers given, its
/// « base code ». Returns the command to type for each exercise. Throws Error, also when `folder` holds something already.
[[nodiscard]] std::vector<std::string> export_for_jplag(const std::vector<Submission>& submissions,
                                                        const std::vector<const Exercise*>& exercises,
                                                        const std::filesystem::path& folder);

/// For Dolos (2): `folder`/ID.zip, the same bytes for the same answers, with its info.csv, in which the starter is to be
/// ignored. Returns the command to type for each exercise. Throws Error, also when `folder` holds something already.
[[nodiscard]] std::vector<std::string> export_for_dolos(const std::vector<Submission>& submissions,
                                                        const std::vector<const Exercise*>& exercises,
                                                        const std::filesystem::path& folder);

}  // namespace atelier
