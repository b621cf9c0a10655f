// SPDX-License-Identifier: MIT
// Le patron ne convient pas à l'un des types avec lesquels on l'appelle.
#pragma once

#include "fourni.hpp"

template <class T>
T doubler(const T& v)
{
    return 2 * v;
}
