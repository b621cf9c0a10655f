// SPDX-License-Identifier: MIT
// A copy of one exercise and one lesson of the miniature course, to be spoilt.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <string_view>

#include "catalog.hpp"
#include "files.hpp"
#include "support.hpp"

namespace atelier::test {

/// Lives in a folder of its own, which this process takes for the project as long as it lives: the checks program of the
/// copy is the one that was built for the original.
class CourseCopy {
public:
    CourseCopy() : project_("ATELIER_RACINE", folder_.path().string())
    {
        const fs::path source = ATELIER_SOURCE_FOLDER;
        const auto options = fs::copy_options::recursive;
        for (const char* part : {"exercises/01a-noter", "solutions/01a-noter", "lessons/01-carnet"}) {
            fs::create_directories(root() / part);
            fs::copy(source / "tests" / "catalog" / part, root() / part, options);
        }
        fs::create_directories(folder_.path() / "grader" / "probe");
        fs::copy(source / "grader" / "probe", folder_.path() / "grader" / "probe", options);
    }

    [[nodiscard]] fs::path root() const { return folder_.path() / "tests" / "catalog"; }
    [[nodiscard]] fs::path exercise() const { return root() / "exercises" / "01a-noter"; }
    [[nodiscard]] fs::path solutions() const { return root() / "solutions" / "01a-noter"; }
    [[nodiscard]] fs::path lesson() const { return root() / "lessons" / "01-carnet" / "README.md"; }

    /// Puts `after` in the place of `before`, which must be there, wherever it is in `file`.
    static void replace(const fs::path& file, std::string_view before, std::string_view after)
    {
        std::string text = read_file(file);
        ASSERT_NE(text.find(before), std::string::npos) << file << " has no " << before;
        for (std::size_t at = text.find(before); at != std::string::npos; at = text.find(before, at + after.size())) {
            text.replace(at, before.size(), after);
        }
        write_file(file, text);
    }

    /// Writes a file, in a folder that is made when it has to be.
    static void write(const fs::path& file, std::string_view text)
    {
        make_folder(file.parent_path());
        write_file(file, text);
    }

private:
    TemporaryFolder folder_;
    Variable project_;
};

/// One way to break a rule, and what must be said of it.
struct Spoiling {
    std::string name;  ///< of the test, a sentence
    std::function<void(const CourseCopy&)> spoil;
    std::string message;  ///< what the one sentence has in it
    std::string place = "01a-noter";
};

inline void PrintTo(const Spoiling& spoiling, std::ostream* out) { *out << spoiling.name; }

}  // namespace atelier::test
