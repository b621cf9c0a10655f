// SPDX-License-Identifier: MIT
#include "pipe.hpp"

#include <fcntl.h>
#include <unistd.h>

#include "error.hpp"
#include "message.hpp"

namespace atelier {

Pipe::Pipe()
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        throw system_error(tr("Impossible d'ouvrir un tube"));
    }
    read_end = Descriptor(ends[0]);
    write_end = Descriptor(ends[1]);
}

}  // namespace atelier
