// SPDX-License-Identifier: MIT
// What is still written instead of UTF-8 in France: the code pages of Windows (Excel's CSV) and of MS-DOS (Windows' zips).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace atelier {

/// `bytes` of Windows-1252, as UTF-8. Any bytes will do: the five that the code page leaves out become C1 controls, which
/// to_windows_1252() turns back.
[[nodiscard]] std::string from_windows_1252(std::string_view bytes);

/// `text`, valid UTF-8, in Windows-1252; nothing when one of its characters has no place there.
[[nodiscard]] std::optional<std::string> to_windows_1252(std::string_view text);

/// `bytes` of code page 850, MS-DOS for Western Europe, as UTF-8. Small letters of French are those of code page 437.
[[nodiscard]] std::string from_code_page_850(std::string_view bytes);

/// A name that says nothing of its encoding, as UTF-8: as it is when it is UTF-8, otherwise from whichever of the two code
/// pages makes more of it French letters, small ones first, and from 850 when neither does. No locale has a part in it.
[[nodiscard]] std::string from_unknown_encoding(std::string_view bytes);

}  // namespace atelier
