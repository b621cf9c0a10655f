// SPDX-License-Identifier: MIT
// The manual page, as troff, made from the command line's own description.
#pragma once

#include <string>

#include "usage.hpp"

namespace atelier {

/// A page for `man -l`, in the language in use, encoded in UTF-8.
[[nodiscard]] std::string manual_page(const CommandUsage& program);

}  // namespace atelier
