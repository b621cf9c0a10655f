// SPDX-License-Identifier: MIT
// The student's hour: their answer is checked each time they save it, until they quit.
//
// One small loop waits for whatever comes: a save, a key, a signal, the end of a command of ours. Each verdict is made by
// another process, `check --json`, which is killed when a new save makes it useless: what a killed grader has begun ends with
// it (decisions.md), so a program that loops is stopped at once, and the last save is always the one that is judged.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "catalog.hpp"

namespace atelier::watch {

struct Settings {
    std::vector<std::string> options;  ///< what each of our commands takes: --lang, --course, --tier
    std::set<std::string> commands;    ///< the names of those that exist
    bool plain = false;                ///< lines that follow one another, even on a terminal
};

/// Watches the student's answer to `exercise`, which begins if it has not. Returns the exit status once they quit: 0, or 128
/// and the signal that ended it. Throws Error when it cannot work at all; the terminal is put back before that.
int watch(const Catalog& catalog, const Exercise& exercise, const Settings& settings);

}  // namespace atelier::watch
