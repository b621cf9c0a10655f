// SPDX-License-Identifier: MIT
// Reports for systems that read the result of one submission from one file: a folder with a file for each.
#pragma once

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "class_results.hpp"

namespace atelier {

/// How such a system calls things.
struct SubmissionFormat {
    const char* well_known;  ///< the file that it looks for: « results.json »
    const char* ending;      ///< of the others: « .json »
};

/// Names of files for texts that students chose.
class FileNames {
public:
    /// A name of one file for `text`: letters and digits of any script, « . », « - », « _ » and blanks stay; where anything else
    /// stood, or the name was given before (capitals or not), a digest is added. Never empty, hidden or an option; at most 100 bytes.
    [[nodiscard]] std::string name_for(std::string_view text);

private:
    std::set<std::string> given_;
};

/// Takes the path of a file, without its ending, and its bytes.
using AddFile = std::function<void(const std::string& name, std::string_view bytes)>;

/// Replaces the folder `folder` by one with the files that `produce` gives, all of them or none: PATH + ending. When it gives
/// exactly one, it is also there under the well-known name; when it gives none, `nothing` is. Throws Error, also when the folder
/// holds anything else.
void write_submission_files(const std::filesystem::path& folder, const SubmissionFormat& format,
                            std::string_view nothing, const std::function<void(const AddFile&)>& produce);

}  // namespace atelier
