// SPDX-License-Identifier: MIT
// French sentences as tests can type them: their no-break spaces cannot be told from blanks on a screen.
#pragma once

#include <string>
#include <string_view>

namespace atelier::test {

/// `text` with a blank for each no-break space (U+00A0, U+202F).
inline std::string plain(std::string text)
{
    for (const std::string_view space : {"\u00A0", "\u202F"}) {
        for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space, at)) {
            text.replace(at, space.size(), " ");
        }
    }
    return text;
}

}  // namespace atelier::test
