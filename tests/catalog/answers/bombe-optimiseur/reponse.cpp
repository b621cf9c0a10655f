// SPDX-License-Identifier: MIT
// Des types qui doublent de taille.
#include "fourni.hpp"

#include <tuple>

template <int N>
struct Double {
    using type = std::tuple<typename Double<N - 1>::type, typename Double<N - 1>::type>;
};
template <>
struct Double<0> {
    using type = std::tuple<int>;
};

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    return sizeof(Double<40>::type) > 0;
}
