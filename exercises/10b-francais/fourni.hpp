// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <string_view>

/// Enregistre sur la connexion `base` l'ordre de tri FRANCAIS, pour des textes en UTF-8.
///
/// Deux textes se comparent d'abord par leur clé, octet par octet : le texte en forme composée, où les lettres de `lettres`
/// sont remplacées par leur lettre de base, et les majuscules de A à Z par des minuscules. Si les clés sont égales, leurs formes
/// composées se comparent, octet par octet. Deux textes sont donc égaux quand leurs formes composées le sont, et alors
/// seulement. Tout octet qui n'est pas d'une de ces lettres compte tel quel.
void enregistrer_francais(SQLite::Database& base);

/// Une lettre du français qui n'est pas de l'ASCII.
struct Lettre {
    std::string_view composee;    ///< é, en un caractère (NFC)
    std::string_view decomposee;  ///< e, puis l'accent (NFD) ; une ligature ne se décompose pas
    std::string_view de_base;     ///< e : en minuscules et sans accent
};

/// Toutes ces lettres. Aucune forme n'est le début d'une autre.
inline constexpr std::array<Lettre, 36> lettres{{
    {"à", "a\u0300", "a"}, {"â", "a\u0302", "a"}, {"ä", "a\u0308", "a"}, {"ç", "c\u0327", "c"}, {"é", "e\u0301", "e"},
    {"è", "e\u0300", "e"}, {"ê", "e\u0302", "e"}, {"ë", "e\u0308", "e"}, {"î", "i\u0302", "i"}, {"ï", "i\u0308", "i"},
    {"ô", "o\u0302", "o"}, {"ö", "o\u0308", "o"}, {"ù", "u\u0300", "u"}, {"û", "u\u0302", "u"}, {"ü", "u\u0308", "u"},
    {"ÿ", "y\u0308", "y"}, {"œ", "œ", "oe"},      {"æ", "æ", "ae"},      {"À", "A\u0300", "a"}, {"Â", "A\u0302", "a"},
    {"Ä", "A\u0308", "a"}, {"Ç", "C\u0327", "c"}, {"É", "E\u0301", "e"}, {"È", "E\u0300", "e"}, {"Ê", "E\u0302", "e"},
    {"Ë", "E\u0308", "e"}, {"Î", "I\u0302", "i"}, {"Ï", "I\u0308", "i"}, {"Ô", "O\u0302", "o"}, {"Ö", "O\u0308", "o"},
    {"Ù", "U\u0300", "u"}, {"Û", "U\u0302", "u"}, {"Ü", "U\u0308", "u"}, {"Ÿ", "Y\u0308", "y"}, {"Œ", "Œ", "oe"},
    {"Æ", "Æ", "ae"},
}};
