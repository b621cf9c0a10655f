// SPDX-License-Identifier: MIT
#include "install.hpp"

#include <unistd.h>

#include <cstdlib>

#include "error.hpp"
#include "message.hpp"

namespace atelier {

namespace fs = std::filesystem;

namespace {

/// The variable's value, empty when it is unset.
std::string variable(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : value;
}

}  // namespace

fs::path project_folder()
{
    const std::string named = variable("ATELIER_RACINE");
    return named.empty() ? fs::path(ATELIER_PROJECT_FOLDER) : fs::path(named);
}

fs::path program_folder() { return fs::read_symlink("/proc/self/exe").parent_path(); }

fs::path cache_folder()
{
    if (const std::string named = variable("ATELIER_CACHE"); !named.empty()) {
        return fs::absolute(named);
    }
    if (::geteuid() == 0) {
        return "/var/cache/atelier";
    }
    if (const std::string cache = variable("XDG_CACHE_HOME"); !cache.empty()) {
        return fs::path(cache) / "atelier";
    }
    if (const std::string home = variable("HOME"); !home.empty()) {
        return fs::path(home) / ".cache" / "atelier";
    }
    throw Error(
        tr("Aucun dossier de cache n'est connu. Nommez-en un dans la variable XDG_CACHE_HOME, puis recommencez."));
}

}  // namespace atelier
