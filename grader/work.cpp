// SPDX-License-Identifier: MIT
#include "work.hpp"

#include <cstdlib>

#include "error.hpp"
#include "files.hpp"
#include "message.hpp"

namespace atelier {

fs::path work_folder(const Catalog& catalog)
{
    const char* named = std::getenv("ATELIER_TRAVAIL");
    return named != nullptr && *named != '\0' ? fs::absolute(named) : catalog.root / "travail";
}

fs::path begin_exercise(const Catalog& catalog, const Exercise& exercise)
{
    const fs::path folder = work_folder(catalog) / exercise.id;
    if (has_begun(catalog, exercise)) {
        return folder;
    }
    try {
        make_folder(folder);
    } catch (const Error& error) {
        throw Error(
            tr("{}. Nommez un dossier à vous dans la variable ATELIER_TRAVAIL, puis recommencez.", error.what()));
    }
    for (const fs::path& header : exercise.given) {
        if (!fs::exists(folder / header.filename())) {
            write_file(folder / header.filename(), read_file(header));
        }
    }
    // The answer comes last: it is what says that the exercise has begun.
    write_file_durably(folder / exercise.answer, read_file(exercise.folder / exercise.answer));
    return folder;
}

bool has_begun(const Catalog& catalog, const Exercise& exercise)
{
    return fs::exists(fs::symlink_status(work_folder(catalog) / exercise.id / exercise.answer));
}

std::string as_typed(const fs::path& path)
{
    const fs::path relative = path.lexically_relative(fs::current_path());
    return relative.empty() || *relative.begin() == ".." ? path.string() : relative.string();
}

}  // namespace atelier
