// SPDX-License-Identifier: MIT
// An archive that students made becomes a folder of ours, which holds nothing but what could be an answer.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "import/refusal.hpp"

namespace atelier {

/// Whose archive it is: that of a class may hold one of each student.
enum class ArchiveOf { a_class, a_student };

/// Unpacks `archive` into `folder`, which must be new and private: `reponse.cpp` and `reponse.hpp` (behind Moodle's prefix
/// too), Gradescope's metadata, archives inside unless `may_nest` is false, and the folders of what else there is, four deep.
/// The rest never reaches the disk. What archive_reader refuses comes back, `shown` before its name.
///
/// libarchive works in a process of its own, with little memory and time: what it dies of is one more refusal. Throws
/// Error for a fault of ours, such as a full disk. Call it while this process has one thread only.
[[nodiscard]] std::vector<Refusal> unpack(const std::filesystem::path& archive, const std::string& shown,
                                          const std::filesystem::path& folder, ArchiveOf whose, bool may_nest);

/// How a place inside another is shown: `outer` is, `inner` is anybody's bytes.
[[nodiscard]] std::string shown_place(const std::string& outer, std::string_view inner);

}  // namespace atelier
