// SPDX-License-Identifier: MIT
// Une macro de l'assembleur qui s'appelle elle-même.
#include "fourni.hpp"

asm(".macro encore n\n.quad \\n\nencore \\n+1\n.endm\nencore 1\n");
