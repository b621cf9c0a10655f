// SPDX-License-Identifier: MIT
// Un calcul à la compilation, juste sous la limite de pas de chaque expression, répété : le temps seul l'arrête.
#include "fourni.hpp"

template <int N>
constexpr unsigned long compte()
{
    unsigned long n = N;
    for (int i = 0; i < 250'000; ++i) {
        n = n * 3 + 1;
    }
    return n;
}
template <int... N>
constexpr unsigned long somme(std::integer_sequence<int, N...>)
{
    constexpr unsigned long tout[] = {std::integral_constant<unsigned long, compte<N>()>::value...};
    return tout[0];
}

constexpr unsigned long jamais = somme(std::make_integer_sequence<int, 2000>());
