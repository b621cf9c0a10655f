// SPDX-License-Identifier: MIT
// Une bombe de modèles dans un fichier d'en-tête, que programme.cpp inclut.
#pragma once

#include "fourni.hpp"

template <class T>
struct Etage {
};

template <class T>
T doubler(const T& v)
{
    return static_cast<T>(doubler(Etage<T>()), v);
}
