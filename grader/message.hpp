// SPDX-License-Identifier: MIT
// Sentences for people. They are written in French where they are printed; gettext gives the other languages.
#pragma once

#include <fmt/format.h>

#include <string>

namespace atelier {

/// `french` in the language chosen by use_language(), or itself when there is no translation.
[[nodiscard]] std::string tr(const char* french);

/// The same with {}-arguments, as fmt::format.
template <class... Args>
[[nodiscard]] std::string tr(const char* french, const Args&... args)
{
    return fmt::format(fmt::runtime(tr(french)), args...);
}

/// Marks a French sentence that waits in a table for tr(), so that xgettext finds it there.
[[nodiscard]] constexpr const char* translatable(const char* french) { return french; }

/// `singular` or `plural`, whichever `count` wants in the language chosen, with `count` as {}.
[[nodiscard]] std::string tr_plural(const char* singular, const char* plural, long count);

/// Speaks `language` ("fr" or "en") from now on, whatever the machine's locale; throws UsageError for any other.
/// Call it once, before the first sentence and before any thread.
void use_language(const std::string& language);

/// The language in use.
[[nodiscard]] const std::string& language();

}  // namespace atelier
