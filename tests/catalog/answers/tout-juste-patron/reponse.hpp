// SPDX-License-Identifier: MIT
// Gagne tout.
#pragma once

#include "fourni.hpp"

template <class T>
T doubler(const T& v)
{
    return v + v;
}
