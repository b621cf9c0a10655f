// SPDX-License-Identifier: MIT
// When something was handed in, as one text that sorts like time: ISO 8601, UTC.
#pragma once

#include <string>
#include <string_view>

namespace atelier {

/// « 2026-11-03T22:05:00Z » for « 2026-11-03T23:05:00.123+01:00 »: a date, `T` or a blank, hours and minutes, seconds or not, then `Z` or
/// the distance from UTC. Empty for anything else, a time without its distance included: an hour too many may cost points.
[[nodiscard]] std::string utc_moment(std::string_view text);

}  // namespace atelier
