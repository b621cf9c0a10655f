// SPDX-License-Identifier: MIT
// Instancie des modèles sans fin.
#include "fourni.hpp"

template <unsigned long long N>
struct Etage {
    static constexpr auto valeur = Etage<N + 1>::valeur + Etage<N + 2>::valeur;
};

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    return Etage<0>::valeur;
}
