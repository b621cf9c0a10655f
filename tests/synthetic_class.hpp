// SPDX-License-Identifier: MIT
// A class made of what the course holds: references, other right answers, known mistakes and starters, so that each verdict
// is known before it is given.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "catalog.hpp"
#include "digest.hpp"
#include "files.hpp"
#include "layout.hpp"

namespace atelier {

/// What a verdict must be.
struct Expected {
    enum class Kind { perfect, starter, mistake, absent };
    Kind kind = Kind::absent;
    std::string lost;  ///< of a mistake: the check that it must lose
};

class SyntheticClass {
public:
    /// Writes `students` submissions in `folder`, each to the exercises of `ids`; drawn from `seed`, always the same.
    SyntheticClass(const Catalog& catalog, const fs::path& folder, std::size_t students,
                   const std::vector<const Exercise*>& exercises, std::uint64_t seed = 1)
    {
        for (const Exercise* exercise : exercises) {
            kinds_[exercise->id] = choices(catalog, *exercise);
        }
        for (std::size_t i = 0; i < students; ++i) {
            const std::string student = fmt::format("étudiant {:05}", i);
            for (const Exercise* exercise : exercises) {
                const std::vector<Choice>& all = kinds_.at(exercise->id);
                const std::string name = student + exercise->id;
                const Choice& choice = all[digest(name, digest(std::to_string(seed))) / 7 % all.size()];
                expected_[{student, exercise->id}] = choice.expected;
                if (choice.expected.kind != Expected::Kind::absent) {
                    make_folder(folder / student / exercise->id);
                    write_file(folder / student / exercise->id / exercise->answer, choice.source);
                }
            }
            make_folder(folder / student);
        }
    }

    /// A sentence for each verdict of results.json that is not as expected, or that is missing.
    [[nodiscard]] std::vector<std::string> surprises(const nlohmann::json& results) const
    {
        std::vector<std::string> found;
        std::size_t seen = 0;
        for (const nlohmann::json& submission : results.at("submissions")) {
            const std::string student = submission.at("student");
            for (const nlohmann::json& verdict : submission.at("exercises")) {
                ++seen;
                const Expected& expected = expected_.at({student, verdict.at("exercise")});
                if (!is_as(expected, verdict)) {
                    found.push_back(fmt::format("{} {}: {}", student, verdict.at("exercise").get<std::string>(),
                                                verdict.dump().substr(0, 400)));
                }
            }
        }
        if (seen != expected_.size()) {
            found.push_back(fmt::format("{} verdicts instead of {}", seen, expected_.size()));
        }
        return found;
    }

private:
    struct Choice {
        std::string source;
        Expected expected;
    };

    static std::vector<Choice> choices(const Catalog& catalog, const Exercise& exercise)
    {
        const fs::path solutions = catalog.solutions_of(exercise);
        std::vector<Choice> all{
            {.source = read_file(exercise.folder / exercise.answer), .expected = {Expected::Kind::starter, {}}},
            {.source = {}, .expected = {Expected::Kind::absent, {}}}};
        const auto perfect = [&](const fs::path& folder) {
            all.push_back({.source = read_file(folder / exercise.answer), .expected = {Expected::Kind::perfect, {}}});
        };
        perfect(solutions);
        for (const fs::path& variant : variants(catalog, exercise)) {
            perfect(variant);
        }
        for (const WrongAnswer& wrong : wrong_answers(catalog, exercise)) {
            all.push_back({.source = read_file(wrong.folder / exercise.answer),
                           .expected = {Expected::Kind::mistake, wrong.check}});
        }
        return all;
    }

    static bool is_as(const Expected& expected, const nlohmann::json& verdict)
    {
        switch (expected.kind) {
            case Expected::Kind::absent: return verdict.at("outcome") == "no_answer";
            case Expected::Kind::perfect: return verdict.at("points") == verdict.at("max_points");
            case Expected::Kind::starter:
                return verdict.at("outcome") == "graded" && verdict.at("points") < verdict.at("max_points");
            default: break;
        }
        const nlohmann::json& checks = verdict.at("checks");
        return std::any_of(checks.begin(), checks.end(), [&](const nlohmann::json& check) {
            return check.at("name") == expected.lost && check.at("status") == "failed";
        });
    }

    std::map<std::string, std::vector<Choice>> kinds_;
    std::map<std::pair<std::string, std::string>, Expected> expected_;
};

}  // namespace atelier
