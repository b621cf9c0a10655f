// SPDX-License-Identifier: MIT
// Un seul message d'erreur, qui nomme un type de mégaoctets.
#include "fourni.hpp"

template <class A, class B>
struct Paire {
};
template <int N>
struct Arbre {
    using type = Paire<typename Arbre<N - 1>::type, typename Arbre<N - 1>::type>;
};
template <>
struct Arbre<0> {
    using type = int;
};

int nombre = Arbre<18>::type();
