// SPDX-License-Identifier: MIT
#include "message.hpp"

#include <libintl.h>

#include <clocale>
#include <cstdlib>

#include "error.hpp"

namespace atelier {

namespace {

std::string& current()
{
    static std::string language = "fr";
    return language;
}

}  // namespace

std::string tr(const char* french) { return current() == "fr" ? french : gettext(french); }

std::string tr_plural(const char* singular, const char* plural, long count)
{
    // French takes the singular for 0 and 1.
    const char* chosen = current() == "fr" ? (count < 2 ? singular : plural)
                                           : ngettext(singular, plural, static_cast<unsigned long>(count));
    return fmt::format(fmt::runtime(chosen), count);
}

void use_language(const std::string& language)
{
    if (language != "fr" && language != "en") {
        throw UsageError(tr("la langue « {} » n'est pas proposée ; choisissez fr ou en", language));
    }
    current() = language;
    if (language == "fr") {
        return;
    }
    // gettext stays mute in the locale "C"; C.UTF-8 is part of libc itself.
    ::setenv("LANGUAGE", language.c_str(), 1);
    ::setlocale(LC_MESSAGES, "C.UTF-8");
    ::bindtextdomain("atelier", ATELIER_LOCALE_FOLDER);
    ::bind_textdomain_codeset("atelier", "UTF-8");
    ::textdomain("atelier");
}

const std::string& language() { return current(); }

}  // namespace atelier
