// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

/// Enregistre sur la connexion `base` la fonction SQL `sans_accents(x)`, d'un argument, déterministe.
///
/// - un texte : le même, sans accents, comme retirer_accents() ; un texte qui n'est pas de l'UTF-8 est une erreur SQL, dont
///   le message est celui de l'exception ;
/// - NULL : NULL ;
/// - un entier, un réel, un BLOB : la même valeur, du même type.
void enregistrer_sans_accents(SQLite::Database& base);

// --- Ce qui est donné tout fait --------------------------------------------------------------------------------

/// Des octets à remplacer, et ce qui les remplace.
struct Remplacement {
    std::string_view de;
    std::string_view par;
};

/// Les lettres accentuées et les ligatures du français, puis les accents qui suivent une lettre dans la forme décomposée.
inline constexpr std::array<Remplacement, 41> remplacements{{
    {"à", "a"},  {"â", "a"},     {"ä", "a"},     {"ç", "c"},     {"é", "e"},     {"è", "e"},     {"ê", "e"},
    {"ë", "e"},  {"î", "i"},     {"ï", "i"},     {"ô", "o"},     {"ö", "o"},     {"ù", "u"},     {"û", "u"},
    {"ü", "u"},  {"ÿ", "y"},     {"œ", "oe"},    {"æ", "ae"},    {"À", "A"},     {"Â", "A"},     {"Ä", "A"},
    {"Ç", "C"},  {"É", "E"},     {"È", "E"},     {"Ê", "E"},     {"Ë", "E"},     {"Î", "I"},     {"Ï", "I"},
    {"Ô", "O"},  {"Ö", "O"},     {"Ù", "U"},     {"Û", "U"},     {"Ü", "U"},     {"Ÿ", "Y"},     {"Œ", "OE"},
    {"Æ", "AE"}, {"\u0300", ""}, {"\u0301", ""}, {"\u0302", ""}, {"\u0308", ""}, {"\u0327", ""},
}};

/// Rend `texte` sans accents, comme l'énoncé le décrit. Lance une std::invalid_argument si `texte` n'est pas de l'UTF-8.
inline std::string retirer_accents(std::string_view texte)
{
    std::string resultat;
    while (!texte.empty()) {
        const auto premier = static_cast<unsigned char>(texte.front());
        const std::size_t taille = premier < 0x80   ? 1
                                   : premier < 0xC2 ? 0
                                   : premier < 0xE0 ? 2
                                   : premier < 0xF0 ? 3
                                   : premier < 0xF5 ? 4
                                                    : 0;
        if (taille == 0 || taille > texte.size()) {
            throw std::invalid_argument("ce texte n'est pas de l'UTF-8");
        }
        const std::string_view caractere = texte.substr(0, taille);
        for (const char octet : caractere.substr(1)) {
            if ((static_cast<unsigned char>(octet) & 0xC0U) != 0x80U) {
                throw std::invalid_argument("ce texte n'est pas de l'UTF-8");
            }
        }
        std::string_view par = caractere;
        for (const Remplacement& remplacement : remplacements) {
            par = remplacement.de == caractere ? remplacement.par : par;
        }
        resultat += par;
        texte.remove_prefix(taille);
    }
    return resultat;
}
