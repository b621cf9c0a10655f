// SPDX-License-Identifier: MIT
#include "similarity/in_class.hpp"

#include <algorithm>
#include <optional>

#include "files.hpp"
#include "markdown.hpp"
#include "message.hpp"
#include "workers.hpp"

namespace atelier {

namespace {

class Known {
public:
    void add_source(const fs::path& file)
    {
        if (fs::is_regular_file(file)) {
            add(read_file(file));
        }
    }

    void add_text(const fs::path& file)
    {
        if (fs::is_regular_file(file)) {
            for (const CodeBlock& block : code_blocks(read_file(file))) {
                add(block.text);
            }
        }
    }

    std::vector<std::uint64_t> runs()
    {
        std::sort(runs_.begin(), runs_.end());
        runs_.erase(std::unique(runs_.begin(), runs_.end()), runs_.end());
        return std::move(runs_);
    }

private:
    void add(const std::string& source)
    {
        const std::vector<std::uint64_t> more = all_runs_of(source);
        runs_.insert(runs_.end(), more.begin(), more.end());
    }

    std::vector<std::uint64_t> runs_;
};

}  // namespace

Answer answer_of(const Submission& submission, const Exercise& exercise)
{
    const auto place = submission.answers.find(exercise.id);
    return place != submission.answers.end() ? read_answer(exercise, place->second)
                                             : Answer{.source = {}, .problem = tr("Il n'y a pas de réponse.")};
}

std::vector<std::uint64_t> known_runs(const Catalog& catalog, const Exercise& exercise)
{
    Known known;
    known.add_source(exercise.folder / exercise.answer);
    known.add_source(catalog.solutions_of(exercise) / exercise.answer);
    for (const fs::path& header : exercise.given) {
        known.add_source(header);
    }
    for (const Lesson& lesson : catalog.lessons) {
        known.add_text(lesson.text);
    }
    for (const char* text : {"README.md", "indices.md"}) {
        known.add_text(exercise.folder / text);
    }
    return known.runs();
}

std::vector<ExerciseSimilarity> similar_in_class(const Catalog& catalog, const std::vector<Submission>& submissions,
                                                 const std::vector<const Exercise*>& exercises,
                                                 const std::function<void(std::size_t)>& done)
{
    std::vector<ExerciseSimilarity> all;
    for (std::size_t e = 0; e < exercises.size(); ++e) {
        const Exercise& exercise = *exercises[e];
        std::vector<std::optional<AnswerPrints>> read(submissions.size());
        in_parallel(submissions.size(), [&](std::size_t i) {
            const Answer answer = answer_of(submissions[i], exercise);
            if (answer.problem.empty()) {
                read[i] = AnswerPrints{submissions[i].student, prints_of(answer.source)};
            }
        });
        std::vector<AnswerPrints> answers;
        for (std::optional<AnswerPrints>& one : read) {
            if (one) {
                answers.push_back(*std::move(one));
            }
        }
        if (answers.size() > 1) {
            all.push_back({.id = exercise.id,
                           .title = exercise.title,
                           .found = similar_answers(std::move(answers), known_runs(catalog, exercise))});
        }
        if (done) {
            done(e + 1);
        }
    }
    return all;
}

}  // namespace atelier
