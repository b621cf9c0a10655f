// SPDX-License-Identifier: MIT
// Every form in which a class can be told: its name on the command line, and the file that it becomes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "class_results.hpp"

namespace atelier {

struct ReportFormat {
    const char* name;     ///< what --format takes
    const char* file;     ///< its name in the folder of results
    const char* summary;  ///< French, for --help: what reads it
    /// Writes it at `path`, a file or a folder as the format needs, whole or not at all. Throws Error.
    void (*write)(const ClassResults& results, const std::filesystem::path& path);
    bool usual = false;  ///< written when nobody says which
};

/// All of them, in the order in which they are listed.
[[nodiscard]] const std::vector<ReportFormat>& report_formats();

/// The format of that name. Throws UsageError, which names the others.
[[nodiscard]] const ReportFormat& report_format(const std::string& name);

}  // namespace atelier
