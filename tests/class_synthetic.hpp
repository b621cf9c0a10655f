// SPDX-License-Identifier: MIT
// Classes of any size, made as they are read: each student's skill and each check's difficulty come from digests, so that a
// class is always the same, and nothing of it is kept.
#pragma once

#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

#include "class_results.hpp"
#include "class_sample.hpp"
#include "digest.hpp"

namespace atelier {

inline std::vector<GradedExercise> synthetic_exercises(std::size_t count)
{
    constexpr std::array<const char*, 5> titles{"Ouvrir une base", "Créer une table", "Insérer des lignes",
                                                "Lire ce qui est écrit", "Valider ou annuler"};
    std::vector<GradedExercise> exercises;
    for (std::size_t i = 0; i < count; ++i) {
        GradedExercise exercise;
        exercise.id = fmt::format("{:02}{}-exercice", i / 3 + 1, static_cast<char>('a' + i % 3));
        exercise.title = titles[i % titles.size()];
        for (int k = 0; k < 3 + static_cast<int>(i % 3); ++k) {
            exercise.checks.push_back({.name = fmt::format("Check{}", k),
                                       .points = 1 + k % 3,
                                       .title = fmt::format("La vérification {} tient sa promesse", k + 1),
                                       .task = k + 1,
                                       .hint = k + 1});
        }
        exercises.push_back(std::move(exercise));
    }
    return exercises;
}

/// A number from 0 to 99, always the same for the same things.
inline int drawn(std::size_t student, std::size_t exercise, std::size_t what)
{
    return static_cast<int>((digest(fmt::format("{} {} {}", student, exercise, what)) >> 20U) % 100);
}

inline StudentResult synthetic_student(std::size_t number, const std::vector<GradedExercise>& exercises)
{
    constexpr std::array<const char*, 12> given{"Alice", "Bruno", "Chloé",  "Driss", "Élodie", "Fatou",
                                                "Gaël",  "Hana",  "Ingrid", "Jules", "Karim",  "Léa"};
    constexpr std::array<const char*, 10> family{"Martin", "Bernard", "Le Goff", "Dubois",  "Nguyễn",
                                                 "Petit",  "Diallo",  "Moreau",  "Lefèvre", "Tanguy"};
    const int skill = (drawn(number, 0, 1000) + drawn(number, 0, 1001) + drawn(number, 0, 1002)) / 3;
    std::vector<Verdict> verdicts;
    for (std::size_t i = 0; i < exercises.size(); ++i) {
        const int luck = drawn(number, i, 2000);
        std::string ends;
        for (std::size_t k = 0; k < exercises[i].checks.size(); ++k) {
            const int difficulty = drawn(i, k, 3000) * 2 / 3 + static_cast<int>(i);
            ends += drawn(number, i, k) / 2 + skill > difficulty + 20 ? 'p' : 'f';
        }
        if (luck + skill / 2 < 12) {
            verdicts.push_back(sample_verdict(exercises[i], VerdictOutcome::no_answer, std::string(ends.size(), 'n'),
                                              "Aucune réponse n'a été rendue."));
        } else if (luck + skill / 2 < 18) {
            verdicts.push_back(sample_verdict(exercises[i], VerdictOutcome::does_not_compile,
                                              std::string(ends.size(), 'n'),
                                              "À la ligne 3 de reponse.cpp, colonne 5 :\nIl manque un point-virgule."));
        } else {
            const std::string message =
                luck % 3 == 0
                    ? fmt::format("   attendu  │ obtenu\n=  1        │ 1\n≠  {}       │ 0", 20 + luck % 4)
                    : "La base n'a pas été fermée : sa transaction est restée ouverte.\nLisez « Valider » dans la leçon 6.";
            verdicts.push_back(sample_verdict(exercises[i], VerdictOutcome::graded, ends, message));
        }
    }
    StudentResult student = sample_student(
        fmt::format("{:05} {} {}", number, given[number % given.size()], family[number / 12 % family.size()]),
        std::move(verdicts));
    if (number % 9 == 4) {
        for (std::size_t i = 0; i < student.marks.size(); i += 4) {
            if (student.marks[i].hundredths > 0) {
                student.marks[i].hundredths -= student.marks[i].hundredths / 10;
                student.marks[i].note = "Rendu avec 1 jour de retard : -10 %.";
            }
        }
    }
    student.handed_in = "2026-10-02T08:30:00Z";
    return student;
}

inline ClassResults synthetic_class(std::size_t students, std::size_t exercises)
{
    ClassResults results = class_of(synthetic_exercises(exercises), {});
    results.students = students;
    results.for_each_student = [students, all = results.exercises](const auto& visit) {
        for (std::size_t i = 0; i < students; ++i) {
            visit(synthetic_student(i, all));
        }
    };
    return results;
}

}  // namespace atelier
