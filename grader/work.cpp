// SPDX-License-Identifier: MIT
#include "work.hpp"

#include <cerrno>
#include <cstdlib>

#include "editor.hpp"
#include "error.hpp"
#include "files.hpp"
#include "message.hpp"

namespace atelier {

namespace {

/// The date and time of `now` here, as a part of a file's name.
std::string date_of(std::time_t now)
{
    ::tzset();
    std::tm local{};
    ::localtime_r(&now, &local);
    char text[32];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%d-%H%M%S", &local)};
}

bool is_as_shipped(const fs::path& file, const fs::path& shipped)
{
    return fs::is_regular_file(fs::symlink_status(file)) && fs::file_size(file) == fs::file_size(shipped) &&
           read_file(file) == read_file(shipped);
}

/// Renames `file` after the date, beside itself; its new place.
fs::path keep(const fs::path& file, const std::string& date)
{
    fs::path kept;
    for (int i = 1; kept.empty() || fs::exists(fs::symlink_status(kept)); ++i) {
        const std::string again = i == 1 ? std::string() : fmt::format("-{}", i);
        kept =
            file.parent_path() / fmt::format("{}.{}{}{}", file.stem().string(), date, again, file.extension().string());
    }
    std::error_code code;
    fs::rename(file, kept, code);
    if (code) {
        errno = code.value();
        throw system_error(tr("Impossible de renommer {}", file.string()));
    }
    return kept;
}

}  // namespace

fs::path work_folder(const Catalog& catalog)
{
    const char* named = std::getenv("ATELIER_TRAVAIL");
    return named != nullptr && *named != '\0' ? fs::absolute(named) : catalog.root / "travail";
}

fs::path begin_exercise(const Catalog& catalog, const Exercise& exercise)
{
    const fs::path folder = work_folder(catalog) / exercise.id;
    if (has_begun(catalog, exercise)) {
        tell_editors(catalog, folder.parent_path());  // the project may have moved since
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
    // The answer comes last: it is what says that the exercise has begun. An editor may be saving one right now.
    create_file_durably(folder / exercise.answer, read_file(exercise.folder / exercise.answer));
    tell_editors(catalog, folder.parent_path());
    return folder;
}

KeptFiles reset_exercise(const Catalog& catalog, const Exercise& exercise, std::time_t now)
{
    const fs::path folder = work_folder(catalog) / exercise.id;
    std::vector<fs::path> shipped = exercise.given;
    shipped.push_back(exercise.folder / exercise.answer);
    KeptFiles kept;
    for (const fs::path& file : shipped) {
        const fs::path mine = folder / file.filename();
        if (fs::exists(fs::symlink_status(mine)) && !is_as_shipped(mine, file)) {
            kept.push_back(keep(mine, date_of(now)));
        }
    }
    begin_exercise(catalog, exercise);  // writes what is missing; the answer last
    return kept;
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
