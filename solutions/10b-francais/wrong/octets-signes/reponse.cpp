// Échoue : OrdreAlphabetique
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <cstddef>
#include <string>

namespace {

/// Le texte, chaque lettre accentuée en un seul caractère.
std::string composer(std::string_view texte)
{
    std::string resultat;
    while (!texte.empty()) {
        std::string_view lu = texte.substr(0, 1);
        std::string_view ecrit = lu;
        for (const Lettre& lettre : lettres) {
            if (texte.starts_with(lettre.decomposee)) {
                lu = lettre.decomposee;
                ecrit = lettre.composee;
            }
        }
        resultat += ecrit;
        texte.remove_prefix(lu.size());
    }
    return resultat;
}

/// Ce qui compte d'abord : le texte composé, sans accents ni majuscules.
std::string cle(std::string_view compose)
{
    std::string resultat;
    while (!compose.empty()) {
        const char premier = compose.front();
        std::string_view lu = compose.substr(0, 1);
        std::string ecrit(1, premier >= 'A' && premier <= 'Z' ? static_cast<char>(premier - 'A' + 'a') : premier);
        for (const Lettre& lettre : lettres) {
            if (compose.starts_with(lettre.composee)) {
                lu = lettre.composee;
                ecrit = lettre.de_base;
            }
        }
        resultat += ecrit;
        compose.remove_prefix(lu.size());
    }
    return resultat;
}

/// Ce que SQLite appelle. Une comparaison ne peut pas échouer : si la mémoire manque, noexcept arrête le programme.
int comparer(void*, int taille_a, const void* octets_a, int taille_b, const void* octets_b) noexcept
{
    const std::string a = composer({static_cast<const char*>(octets_a), static_cast<std::size_t>(taille_a)});
    const std::string b = composer({static_cast<const char*>(octets_b), static_cast<std::size_t>(taille_b)});
    const std::string cle_a = cle(a);
    const std::string cle_b = cle(b);
    int ordre = static_cast<int>(cle_a.size()) - static_cast<int>(cle_b.size());
    for (std::size_t i = std::min(cle_a.size(), cle_b.size()); i > 0; --i) {
        ordre = cle_a[i - 1] != cle_b[i - 1] ? cle_a[i - 1] - cle_b[i - 1] : ordre;
    }
    return ordre != 0 ? ordre : a.compare(b);
}

}  // namespace

void enregistrer_francais(SQLite::Database& base)
{
    const int code = sqlite3_create_collation_v2(base.getHandle(), "FRANCAIS", SQLITE_UTF8, nullptr, comparer, nullptr);
    if (code != SQLITE_OK) {
        throw SQLite::Exception(base.getHandle(), code);
    }
}
