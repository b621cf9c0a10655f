// SPDX-License-Identifier: MIT
// Une macro qui se développe en des milliards de mots.
#include "fourni.hpp"

#define D2(x) x x x x x x x x
#define D4(x) D2(D2(D2(D2(x))))
#define D8(x) D4(D4(x))

int tableau[] = {D8(D8(1,))};
