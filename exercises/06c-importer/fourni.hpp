// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.cpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>

struct Commande {
    std::int64_t numero{};
    std::string client{};
    std::int64_t centimes{};
};

/// Lit une ligne « NUMERO;CLIENT;CENTIMES ». Définie dans programme.cpp : vous n'avez qu'à l'appeler.
///
/// La ligne est bien formée si elle contient exactement deux points-virgules, si NUMERO et CENTIMES sont faits de 1 à 18
/// chiffres, et de rien d'autre, et si CLIENT n'est pas vide. Sinon, une ligne vide comprise, lance std::invalid_argument.
Commande lire_commande(const std::string& ligne);

/// Ajoute à la table commandes (numero, client, centimes) une ligne par ligne de `csv`, et rend leur nombre.
///
/// `csv` n'a pas d'en-tête ; chaque ligne se termine par « \n », sauf peut-être la dernière ; un flux vide ne contient aucune
/// ligne. Quel que soit le nombre de lignes, il y a une seule validation. Si une ligne est mal formée (std::invalid_argument),
/// ou si la base refuse une commande (SQLite::Exception de code 19), l'exception sort de la fonction, la base est comme avant
/// l'appel, et aucune transaction ne reste ouverte. `base` est ouverte en écriture, et aucune transaction n'y est en cours.
std::size_t importer(SQLite::Database& base, std::istream& csv);
