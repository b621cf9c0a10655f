// SPDX-License-Identifier: MIT
// The smallest sanitized program. Running it tells whether a sandbox suits LeakSanitizer, and how much data the
// sanitizers' runtime counts before a program has done anything.
#include <cstdio>
#include <cstring>

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
}
