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

/// In the order of their names, so that all parts of a class count alike.
std::vector<const Submission*> by_name(const std::vector<Submission>& submissions)
{
    std::vector<const Submission*> sorted;
    std::transform(submissions.begin(), submissions.end(), std::back_inserter(sorted),
                   [](const Submission& submission) { return &submission; });
    std::sort(sorted.begin(), sorted.end(),
              [](const Submission* a, const Submission* b) { return a->student < b->student; });
    return sorted;
}

/// Of all students and exercises, not of one part's: what proves that the parts are of one class.
std::string digest_of_class(const std::vector<std::string>& exercises,
                            const std::vector<const Submission*>& submissions)
{
    Sha256 all;
    for (const std::string& digest : exercises) {
        all.add(digest);
    }
    for (const Submission* submission : submissions) {
        all.add(submission->student);
        all.add(submission->key);
    }
    return all.hex();
}

/// Where the answer stands in the student's own folder: by the long or the short name of the exercise.
std::string place_of(const Submission& submission, const Exercise& exercise)
{
    const auto found = submission.answers.find(exercise.id);
    if (found == submission.answers.end()) {
        return {};
    }
    const fs::path& place = found->second;
    const fs::path folder = place.filename() == exercise.answer ? place.parent_path() : place;
    return (folder.filename() == exercise.short_id() ? exercise.short_id() : exercise.id) + "/" + exercise.answer;
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
                 const Grading& grading, unsigned workers, const Shard& shard,
                 const std::function<void(const ClassProgress&)>& progress)
{
    const std::vector<std::string> digests = digests_of(exercises);
    const std::vector<const Submission*> all = by_name(collection.submissions);
    std::vector<const Submission*> mine;
    for (std::size_t place = 0; place < all.size(); ++place) {
        if (shard.holds(place)) {
            mine.push_back(all[place]);
        }
    }
    book.begin(terms_of(grading, shard.text()), exercises, digests);
    book.refuse(collection.refused);
    std::atomic<std::size_t> known = 0;
    const auto grade_one = [&](std::size_t i) {
        const Submission& submission = *mine[i / exercises.size()];
        const Exercise& exercise = *exercises[i % exercises.size()];
        const Answer answer = submission.answer_to(exercise);
        NewGrade grade{.person =
                           Person{.name = submission.student, .key = submission.key, .handed_in = submission.handed_in},
                       .exercise = exercise.id,
                       .key = book.key(exercise, content_of(answer)),
                       .source = answer.problem.empty() ? std::optional(answer.source) : std::nullopt,
                       .reason = {},
                       .place = place_of(submission, exercise)};
        if (book.has(grade.person, exercise.id, grade.key)) {
            ++known;
        } else if (!book.give_known(grade)) {
            book.give(grade, grade_answer(grading, exercise, answer));
        }
    };
    in_parallel(mine.size() * exercises.size(), grade_one, workers, [&](std::size_t done) {
        if (progress) {
            progress({.done = done, .known = known, .total = mine.size() * exercises.size()});
        }
    });
    book.end(digest_of_class(digests, all));
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
                       .reason = reason,
                       .place = old->place},
                      now);
            told(student, old->verdict, now);
        }
    }
    if (!whole.empty()) {
        book.end(whole);
    }
}

}  // namespace atelier
