// SPDX-License-Identifier: MIT
// A fault of ours, or of the machine: something that no answer of a student can cause.
#pragma once

#include <stdexcept>
#include <string>

namespace atelier {

/// Carries one sentence that says what happened and what to do about it. Ends the command with exit status 2.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The same, for a wrong command line: the sentence is followed by where to find help.
class UsageError : public Error {
public:
    using Error::Error;
};

/// An Error made of `what` and of the current errno, in words: « what : No space left on device ».
[[nodiscard]] Error system_error(const std::string& what);

}  // namespace atelier
