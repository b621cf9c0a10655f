// SPDX-License-Identifier: MIT
// results.json: a class as data, for other programs.
#pragma once

#include "class_results.hpp"
#include "files.hpp"

namespace atelier {

/// The contract of results.json: sorted, and with no time in it.
void write_results_json(const ClassResults& results, const Sink& out);

}  // namespace atelier
