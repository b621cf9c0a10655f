// SPDX-License-Identifier: MIT
// Le patron demandé a un autre nom.
#pragma once

#include "fourni.hpp"

template <class T>
T double_de(const T& v)
{
    return v + v;
}
