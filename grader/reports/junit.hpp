// SPDX-License-Identifier: MIT
// A class as JUnit's XML, in the dialects of two readers. Streams: no more than one student's tests are in memory.
#pragma once

#include <string_view>

#include "class_results.hpp"
#include "files.hpp"

namespace atelier {

/// What GitLab reads and shows: fewer than 30 MB, else what comes last is counted instead of told; every name is there once.
void write_junit_gitlab(const ClassResults& results, const Sink& out);

/// The same with another bound.
void write_junit_gitlab(const ClassResults& results, const Sink& out, std::size_t most_bytes);

/// What the xUnit plugin of Jenkins accepts: its schema refuses whatever it does not name.
void write_junit_jenkins(const ClassResults& results, const Sink& out);

/// `text` with nothing in it that XML 1.0 has no place for, escaped or not: control characters become their pictures. Ends
/// of lines stay; « & » and « < » are the writer's concern.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace atelier
