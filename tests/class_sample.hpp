// SPDX-License-Identifier: MIT
// A small class for the tests of reports: three students, two exercises, every outcome, and names and messages that attack
// whoever prints them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "class_results.hpp"

namespace atelier {

/// A class whose students are `students`, which must be sorted.
inline ClassResults class_of(std::vector<GradedExercise> exercises, std::vector<StudentResult> students)
{
    ClassResults results;
    results.run = {.grader = "0.1.0", .compiler = "clang version 14.0.6", .tier = Tier::namespaces, .seed = 7};
    results.exercises = std::move(exercises);
    results.students = students.size();
    results.for_each_student = [students = std::move(students)](const auto& visit) {
        for (const StudentResult& student : students) {
            visit(student);
        }
    };
    return results;
}

/// What attacks each kind of report at once.
inline const char* const hostile_text =
    "<script>alert(1)</script> & \"x\" 'y' ]]> ::error::z\n"
    "##[error]w\n=cmd|' /C calc'!A0 \x1B[2J \xE2\x80\xAE`a` | [l](javascript:1) $(id)";

/// A verdict on `exercise`, whose checks ended as told: p(assed), f(ailed), n(ot run).
inline Verdict sample_verdict(const GradedExercise& exercise, VerdictOutcome outcome, const std::string& ends,
                              const std::string& message)
{
    Verdict verdict;
    verdict.exercise = exercise.id;
    verdict.outcome = outcome;
    verdict.seed = 7;
    if (outcome != VerdictOutcome::graded) {
        verdict.message = message;
    }
    if (outcome != VerdictOutcome::no_answer) {
        verdict.answer_sha256 = std::string(64, 'a');
    }
    for (std::size_t i = 0; i < exercise.checks.size(); ++i) {
        CheckVerdict check;
        check.info = exercise.checks[i];
        check.status = ends[i] == 'p'   ? CheckStatus::passed
                       : ends[i] == 'f' ? CheckStatus::failed
                                        : CheckStatus::not_run;
        if (check.status == CheckStatus::failed) {
            check.message = message;
            check.replay = "./atelier run 01a -- compter 'Zoé'";
        }
        verdict.checks.push_back(check);
    }
    return verdict;
}

inline StudentResult sample_student(std::string name, std::vector<Verdict> verdicts)
{
    StudentResult student;
    student.student = std::move(name);
    for (const Verdict& verdict : verdicts) {
        student.marks.push_back({.hundredths = verdict.points() * 100, .note = {}});
    }
    student.verdicts = std::move(verdicts);
    return student;
}

inline std::vector<GradedExercise> sample_exercises()
{
    return {
        {.id = "01a-noter",
         .title = "Noter une base",
         .checks = {{.name = "Existe", .points = 2, .title = "La base existe", .task = 1, .hint = 1},
                    {.name = "Compte", .points = 3, .title = "Le compte est juste", .task = 2, .hint = 2}}},
        {.id = "01b-doubler",
         .title = "Doubler",
         .checks = {{.name = "Double", .points = 5, .title = "Chaque ligne vient deux fois", .task = 1, .hint = 0}}}};
}

/// Alice earns everything but a late penalty; the second is hostile; Zoé handed in one answer, which does not compile.
inline ClassResults sample_class()
{
    const std::vector<GradedExercise> exercises = sample_exercises();
    StudentResult alice =
        sample_student("Alice Éluard", {sample_verdict(exercises[0], VerdictOutcome::graded, "pp", {}),
                                        sample_verdict(exercises[1], VerdictOutcome::graded, "p", {})});
    alice.key = "alice@exemple.fr";
    alice.handed_in = "2026-10-02T08:30:00Z";
    alice.marks[1] = {.hundredths = 425, .note = "Rendu avec 1 jour de retard : -15 %."};
    StudentResult hostile = sample_student(std::string("M. ") + hostile_text,
                                           {sample_verdict(exercises[0], VerdictOutcome::graded, "pf", hostile_text),
                                            sample_verdict(exercises[1], VerdictOutcome::graded, "f",
                                                           "Attendu : 2 lignes. Obtenu : 1 ligne.\n  nom\n  NULL")});
    StudentResult zoe = sample_student(
        "Zoé", {sample_verdict(exercises[0], VerdictOutcome::does_not_compile, "nn",
                               "reponse.cpp:3:5: il manque un point-virgule.\n\n    3 | return 1\n      |         ^"),
                sample_verdict(exercises[1], VerdictOutcome::no_answer, "n", "Aucune réponse n'a été rendue.")});
    hostile.verdicts[0].findings = {{.line = 7, .column = 0, .rule = "null-pointer", .message = hostile_text}};
    hostile.files = {"travail/a b,c/reponse.cpp", "../../etc/passwd"};
    zoe.verdicts[0].findings = {
        {.line = 3, .column = 5, .rule = "point-virgule", .message = "Il manque un point-virgule."}};
    ClassResults results = class_of(exercises, {alice, hostile, zoe});
    results.refused = {{.where = "Zoé/../../etc/passwd", .reason = "Ce nom sort de l'archive."}};
    return results;
}

}  // namespace atelier
