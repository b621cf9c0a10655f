// SPDX-License-Identifier: MIT
// Des parenthèses imbriquées au-delà de ce qu'un compilateur supporte.
#include "fourni.hpp"

#define O4(x) x x x x
#define O256(x) O4(O4(O4(O4(x))))
#define O65536(x) O256(O256(x))

int profond = O65536(() 1;
