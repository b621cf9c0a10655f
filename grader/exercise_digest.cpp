// SPDX-License-Identifier: MIT
#include "exercise_digest.hpp"

#include "check/fixture.hpp"
#include "files.hpp"
#include "sha256.hpp"

namespace atelier {

std::string exercise_digest(const Exercise& exercise)
{
    Sha256 all;
    all.add(exercise.id);
    if (fs::exists(exercise.folder / "fixture.sql")) {
        all.add(check::fixture_sql(exercise.folder));  // with what it reads elsewhere
    }
    for (const std::string& name : names_in(exercise.folder)) {
        const fs::path path = exercise.folder / name;
        if (fs::is_regular_file(path) && path.extension() != ".md") {
            all.add(name).add(read_file(path));
        }
    }
    for (const fs::path& header : exercise.given) {
        all.add(header.filename().string()).add(read_file(header));
    }
    return all.hex();
}

}  // namespace atelier
