// SPDX-License-Identifier: MIT
// CANARI : no report may ever show a line of this file.
#pragma once

#include "fourni.hpp"

template <class T>
T doubler(const T& v)
{
    return v + v;
}
