// SPDX-License-Identifier: MIT
// The gradebook: a class's verdicts in a database that only grows, so that a grading stopped at any moment goes on where it
// was, and that who was given what, when, can be told a year later.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "class_results.hpp"
#include "exercise.hpp"
#include "files.hpp"
#include "policy.hpp"

namespace atelier {

/// All that verdicts depend on, besides answers and exercises.
struct GradingTerms {
    RunInfo run;
    std::string sources;  ///< digest of the grader's
    std::string language;
    std::string shard = "1/1";

    [[nodiscard]] std::string digest() const;
    /// The same for all parts of a class.
    [[nodiscard]] std::string digest_of_whole() const;
};

/// Who handed something in.
struct Person {
    std::string name;  ///< valid UTF-8
    std::string key;
    std::string handed_in;
};

/// A verdict to be given: to whom, on what.
struct NewGrade {
    Person person;
    std::string exercise;               ///< its id
    std::string key;                    ///< digest of the terms (but for the shard), the exercise and the answer
    std::optional<std::string> source;  ///< the answer's bytes; none: there was none that could be read
    std::string reason;                 ///< empty: it was handed in
    std::string place = {};             ///< of the answer in what was handed in, « 01a-ouvrir/reponse.cpp »
};

/// One verdict that was given, and what it was given on.
struct GivenGrade {
    Person person;
    Verdict verdict;
    std::optional<std::string> source;
    std::string given_at;
    std::string reason;
    std::string place = {};
};

/// What is to be forgotten.
struct Purge {
    std::vector<std::string> students;  ///< all about these
    std::string given_before;           ///< ISO 8601, UTC: grades given before, and who has no other; empty: none
    bool answers = false;               ///< the bytes of all answers; verdicts stay
};

struct Purged {
    std::size_t students = 0;
    std::size_t grades = 0;
    std::size_t answers = 0;
};

/// A gradebook in a folder of results. Safe to use from several threads; one process at a time may write. Every method
/// throws Error when the disk is full, or the file is no gradebook or a broken one.
class Gradebook {
public:
    static constexpr const char* file_name = "carnet.db";

    /// Whether `folder` holds one.
    [[nodiscard]] static bool is_in(const fs::path& folder);
    /// Opens the one in `folder`, or makes it, to write. Throws Error when another process is writing to it.
    [[nodiscard]] static Gradebook to_write(const fs::path& folder);
    /// Opens the one in `folder`. Throws Error when there is none.
    [[nodiscard]] static Gradebook to_read(const fs::path& folder);

    Gradebook(Gradebook&&) noexcept;
    ~Gradebook();

    /// The terms of the last run; none when nothing was ever graded.
    [[nodiscard]] std::optional<GradingTerms> last_terms() const;

    /// Goes on with the last run when its terms are these, else begins another. Nothing can be given before.
    /// `digests` are those of the exercises, in their order.
    void begin(const GradingTerms& terms, const std::vector<const Exercise*>& exercises,
               const std::vector<std::string>& digests);
    /// Says that all of the class (`digest` names it) has been graded.
    void end(const std::string& digest);
    /// What end() was told for the last run; empty when it has not ended.
    [[nodiscard]] std::string class_digest() const;

    /// The key of a verdict on `source` in the run that was begun.
    [[nodiscard]] std::string key(const Exercise& exercise, const std::string& source) const;
    /// Whether the last verdict that `person` was given on `exercise` in this run has that key, and was handed in when told.
    [[nodiscard]] bool has(const Person& person, const std::string& exercise, const std::string& key) const;
    /// Gives a verdict that the gradebook knows by its key. False when it knows none.
    bool give_known(const NewGrade& grade);
    /// Gives this one. It is written when this returns: no kill loses it.
    void give(const NewGrade& grade, const Verdict& verdict);

    /// Makes this gradebook, which must be empty, that of a whole class from those of its parts, in `folders`, in any order.
    /// Reports are then what they would be had the class been graded at once. Throws Error, and leaves this one empty,
    /// when a part is missing, there twice or not ended, or when they contradict each other on anything.
    void merge(const std::vector<fs::path>& folders);

    void refuse(const std::vector<Refusal>& refused);
    void adjust(const Adjustment& adjustment);
    /// Forgets for good: not even the free pages of the file hold it any more.
    Purged purge(const Purge& what);
    void set_policy(const std::string& toml);
    [[nodiscard]] std::string policy() const;

    /// The last run, as it stands. Valid as long as the gradebook; `failure` says so when it has not ended. With
    /// `pseudonym`, people are called what it makes of their names, and nothing else that tells who they are is there.
    [[nodiscard]] ClassResults results(const std::function<std::string(const std::string&)>& pseudonym = {}) const;
    /// The last verdict given to `student` on the exercise of that id; none when there is none.
    [[nodiscard]] std::optional<GivenGrade> last(const std::string& student, const std::string& exercise) const;
    /// The names of all students, sorted by their bytes.
    [[nodiscard]] std::vector<std::string> students() const;

private:
    struct Data;
    class Merging;
    explicit Gradebook(std::unique_ptr<Data> data);
    std::unique_ptr<Data> data_;
};

}  // namespace atelier
