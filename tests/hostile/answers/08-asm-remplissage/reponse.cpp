// SPDX-License-Identifier: MIT
// L'assembleur remplit un fichier sans fin.
#include "fourni.hpp"

asm(".fill 100000000000, 8, 1\n");
