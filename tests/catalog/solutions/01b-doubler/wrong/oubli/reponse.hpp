// Échoue : Entier
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

template <class T>
T doubler(const T& v)
{
    return v;
}
