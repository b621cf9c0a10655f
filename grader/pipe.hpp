// SPDX-License-Identifier: MIT
// Both ends of a pipe.
#pragma once

#include "files.hpp"

namespace atelier {

/// A new pipe, whose ends no program that is started inherits. Throws Error when it cannot be made.
struct Pipe {
    Pipe();

    Descriptor read_end;
    Descriptor write_end;
};

}  // namespace atelier
