// SPDX-License-Identifier: MIT
// atelier-enter PROCESSES PROGRAM ARGUMENT…: the last step into a box, taken inside it. Linked statically, so that it
// needs nothing of what the box shows.
#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>

int main(int argc, char** argv)
{
    if (argc < 3) {
        return 125;
    }
    const rlim_t processes = std::strtoul(argv[1], nullptr, 10);
    const rlimit limit{processes, processes};
    if (::setrlimit(RLIMIT_NPROC, &limit) != 0) {
        return 125;
    }
    ::execv(argv[2], argv + 2);
    return 127;
}
