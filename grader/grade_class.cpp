// SPDX-License-Identifier: MIT
#include "grade_class.hpp"

#include <algorithm>
#include <atomic>
#include <iterator>

#include "exercise_digest.hpp"
#include "message.hpp"
#include "sha256.hpp"
#include "version.hpp"
#include "workers.hpp"

namespace atelier {

namespace {

std::vector<std::string> digests_of(const std::vector<const Exercise*>& exercises)
{
    std::vector<std::string> digests;
    std::transform(exercises.begin(), exercises.end(), std::back_inserter(digests),
                   [](const Exercise* exercise) { return exercise_digest(*exercise); });
    return digests;
}

/// What tells an answer, or the lack of one, from all others.
std::string content_of(const Answer& answer)
{
    return answer.problem.empty() ? "answer " + answer.source : "problem " + answer.problem;
}

}  // namespace

GradingTerms terms_of(const Grading& grading, const std::string& shard)
{
    return {.run = {.grader = grader_version(),
                    .compiler = grading.toolchain.version,
                    .tier = grading.toolchain.tier,
                    .seed = grading.seed},
            .sources = grader_sources(),
            .language = language(),
            .shard = shard};
}

void grade_class(Gradebook& book, const Collection& collection, const std::vector<const Exercise*>& exercises,
                 const Grading& grading, unsigned workers, const std::string& shard,
                 const std::function<void(const ClassProgress&)>& progress)
{
    const std::vector<Submission>& submissions = collection.submissions;
    const std::vector<std::string> digests = digests_of(exercises);
    Sha256 all;
    for (const std::string& digest : digests) {
        all.add(digest);
    }
    for (const Submission& submission : submissions) {
        all.add(submission.student);
    }
    book.begin(terms_of(grading, shard), exercises, digests);
    book.refuse(collection.refused);
    std::atomic<std::size_t> known = 0;
    const auto grade_one = [&](std::size_t i) {
        const Submission& submission = submissions[i / exercises.size()];
        const Exercise& exercise = *exercises[i % exercises.size()];
        const Answer answer = submission.answer_to(exercise);
        NewGrade grade{.person =
                           Person{.name = submission.student, .key = submission.key, .handed_in = submission.handed_in},
                       .exercise = exercise.id,
                       .key = book.key(exercise, content_of(answer)),
                       .source = answer.problem.empty() ? std::optional(answer.source) : std::nullopt,
                       .reason = {}};
        if (book.has(grade.person, exercise.id, grade.key)) {
            ++known;
        } else if (!book.give_known(grade)) {
            book.give(grade, grade_answer(grading, exercise, answer));
        }
    };
    in_parallel(submissions.size() * exercises.size(), grade_one, workers, [&](std::size_t done) {
        if (progress) {
            progress({.done = done, .known = known, .total = submissions.size() * exercises.size()});
        }
    });
    book.end(all.hex());
}

void regrade(Gradebook& book, const std::vector<std::string>& students, const std::vector<const Exercise*>& exercises,
             const Grading& grading, const std::string& shard, const std::string& reason,
             const std::function<void(const std::string&, const Verdict&, const Verdict&)>& told)
{
    const std::string whole = book.class_digest();
    book.begin(terms_of(grading, shard), exercises, digests_of(exercises));
    for (const std::string& student : students) {
        for (const Exercise* exercise : exercises) {
            const std::optional<GivenGrade> old = book.last(student, exercise->id);
            if (!old || !old->source) {
                continue;
            }
            const Answer answer{.source = *old->source, .problem = {}};
            const Verdict now = grade_answer(grading, *exercise, answer);
            book.give({.person = old->person,
                       .exercise = exercise->id,
                       .key = book.key(*exercise, content_of(answer)),
                       .source = old->source,
                       .reason = reason},
                      now);
            told(student, old->verdict, now);
        }
    }
    if (!whole.empty()) {
        book.end(whole);
    }
}

}  // namespace atelier
