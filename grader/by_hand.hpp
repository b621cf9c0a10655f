// SPDX-License-Identifier: MIT
// An exercise's program played by hand: built from one answer, in a scene like those of checks, whose files can be kept.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/runner.hpp"
#include "check/scene.hpp"
#include "exercise.hpp"
#include "files.hpp"
#include "grade.hpp"

namespace atelier {

/// A command line that plays a program by hand.
struct HandLine {
    std::vector<std::string> arguments;
    std::string sql;  ///< run on the fixture after fixture.sql
    std::string input;
};

/// The command lines « ./atelier run ID … -- ARGUMENTS » that the statement of `exercise` proposes, in order; those that a
/// shell would have to work for (shell_words.hpp) are left out.
[[nodiscard]] std::vector<HandLine> proposed_lines(const Exercise& exercise);

/// What `command`, « [printf %s TEXT |] ./atelier run ID [--sql SQL] -- ARGUMENTS », plays; nothing when it is another
/// command, or one that a shell would have to work for.
[[nodiscard]] std::optional<HandLine> hand_line(const Exercise& exercise, std::string_view command);

/// One program and the folder that it runs in, gone with this object.
class HandScene {
public:
    /// Builds the answer at `answer`, a file or a folder. Where the tier allows it, the process gets mounts of its own: call
    /// it before there is a second thread. Throws Error.
    HandScene(const Grading& grading, const Exercise& exercise, const fs::path& answer);

    /// Why there is nothing to play, in French: no answer, or one that does not compile. Empty: there is something.
    [[nodiscard]] const std::string& problem() const { return problem_; }

    /// Puts the ordinary files that earlier runs left in `folder` beside the program; their names, but for that of what
    /// make_base() makes anew.
    std::vector<std::string> take_files(const fs::path& folder);

    /// Puts the exercise's fixture there, as checks have it, followed by `sql`.
    void make_base(const std::string& sql);

    [[nodiscard]] check::Execution play(const std::vector<std::string>& arguments, const std::string& input,
                                        check::TraceDetail detail) const;

    /// The program's current folder.
    [[nodiscard]] const fs::path& work() const { return scene_->work(); }

    /// Copies the ordinary files of work() to `folder`; their names.
    [[nodiscard]] std::vector<std::string> keep_files(const fs::path& folder) const;

private:
    const Exercise& exercise_;
    std::string problem_;
    std::optional<BuiltAnswer> built_;
    std::unique_ptr<check::Scene> scene_;
};

}  // namespace atelier
