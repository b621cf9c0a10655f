// SPDX-License-Identifier: MIT
#pragma once

#include <string>

// Ce que reponse.hpp définit :
//
//     template <class T>
//     T doubler(const T& v);
//
// Rend v + v.
