// SPDX-License-Identifier: MIT
// The smallest sanitized program. Running it tells whether a sandbox suits LeakSanitizer, how much data the sanitizers'
// runtime counts before a program has done anything, and which shared libraries programs are linked with.
#include <link.h>

#include <cstdio>
#include <cstring>

namespace {

int tell(dl_phdr_info* library, std::size_t, void*)
{
    if (library->dlpi_name[0] == '/') {
        std::puts(library->dlpi_name);
    }
    return 0;
}

}  // namespace

int main()
{
    std::FILE* status = std::fopen("/proc/self/status", "r");
    if (status == nullptr) {
        return 1;
    }
    char line[256];
    while (std::fgets(line, sizeof line, status) != nullptr) {
        if (std::strncmp(line, "VmData:", 7) == 0) {
            std::fputs(line + 7, stdout);
        }
    }
    std::fclose(status);
    dl_iterate_phdr(tell, nullptr);
}
