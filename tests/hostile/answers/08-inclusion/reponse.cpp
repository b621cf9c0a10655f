// SPDX-License-Identifier: MIT
// S'inclut lui-même, deux fois.
#include "fourni.hpp"
#include __FILE__
#include __FILE__
