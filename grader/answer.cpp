// SPDX-License-Identifier: MIT
#include "answer.hpp"

#include <sys/stat.h>

#include "error.hpp"
#include "files.hpp"
#include "message.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 20U;

/// Why the file itself is refused, before a byte of it is read; empty when it is not.
std::string refusal(const fs::path& path, const std::string& shown)
{
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) {
        return tr("Il n'y a pas de fichier {} : c'est là que s'écrit votre réponse.", shown);
    }
    if (!S_ISREG(status.st_mode)) {
        return tr("{} n'est pas un fichier ordinaire (les liens ne sont pas suivis). Remplacez-le par un vrai fichier.",
                  shown);
    }
    if (static_cast<std::size_t>(status.st_size) > most_bytes) {
        return tr("{} dépasse 1 Mio, ce qui est trop pour une réponse. Retirez-en ce que l'exercice ne demande pas.",
                  shown);
    }
    return {};
}

}  // namespace

Answer read_answer(const Exercise& exercise, const fs::path& path)
{
    std::error_code code;
    const fs::file_status status = fs::symlink_status(path, code);
    const bool is_folder =
        fs::is_directory(status) || (!fs::exists(status) && !path.has_extension());  // a missing folder misses a file
    const fs::path file = is_folder ? path / exercise.answer : path;
    const std::string shown = visible(file.filename().string());
    if (std::string problem = refusal(file, shown); !problem.empty()) {
        return {.source = {}, .problem = std::move(problem)};
    }
    try {
        std::string source = read_file(file, most_bytes);
        if (source.find('\0') != std::string::npos || !is_valid_utf8(source)) {
            return {.source = {},
                    .problem = tr("{} n'est pas un texte UTF-8. Enregistrez-le dans cet encodage.", shown)};
        }
        return {.source = std::move(source), .problem = {}};
    } catch (const Error& error) {
        return {.source = {}, .problem = error.what()};
    }
}

}  // namespace atelier
