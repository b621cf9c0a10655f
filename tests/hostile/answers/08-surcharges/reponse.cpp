// SPDX-License-Identifier: MIT
// Une résolution de noms qui prend un temps exponentiel.
#include "fourni.hpp"

template <class T>
auto f(T t, int) -> decltype(f(f(t, 0), 0));
struct S {
    S(int);
};
template <int N>
struct Lent {
    static constexpr unsigned long valeur = Lent<N - 1>::valeur + Lent<N - 2>::valeur;
    template <int M>
    static constexpr unsigned long autre = Lent<(N * 31 + M) % 900>::template autre<(M * 7 + N) % 997> + Lent<(N + M) % 900>::template autre<(M + 1) % 997>;
};
template <>
struct Lent<0> {
    static constexpr unsigned long valeur = 0;
};
template <>
struct Lent<1> {
    static constexpr unsigned long valeur = 1;
};

unsigned long calcul = Lent<900>::valeur + Lent<899>::autre<1>;
