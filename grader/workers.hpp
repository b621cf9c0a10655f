// SPDX-License-Identifier: MIT
// Does many independent things at once, in an order that nothing can depend on.
#pragma once

#include <cstddef>
#include <functional>

namespace atelier {

/// Calls `work(i)` once for each i below `count`, from `workers` threads (0: one for each core), and returns when all are
/// done. `done`, when given, is called after each with the number done so far, never twice at once.
///
/// The first exception, by index, is thrown again here, once nothing is running any more; what had not begun by then is
/// left out.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work, unsigned workers = 0,
                 const std::function<void(std::size_t)>& done = {});

}  // namespace atelier
