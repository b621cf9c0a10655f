// SPDX-License-Identifier: MIT
// Fait écrire au compilateur plus de messages que personne n'en lira.
#if __INCLUDE_LEVEL__ < 190
#include __FILE__
#endif
#warning encore un message
#warning encore un message
#warning encore un message
#warning encore un message
#include "fourni.hpp"
