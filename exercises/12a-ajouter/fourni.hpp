// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.hpp.
#pragma once

#include "conversion.hpp"
#include "creation.hpp"
#include "table.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <string>

namespace orm {

/// L'instruction qui insère une ligne dans la table de `T` : un marqueur par colonne, dans l'ordre de la description, sauf
/// pour la clé, que SQLite choisit. « INSERT INTO "utilisateurs" ("nom", "age") VALUES (?, ?) »
template <Entite T>
std::string sql_insertion()
{
    std::string noms;
    std::string marqueurs;
    pour_chaque_colonne<T>([&](const auto& colonne) {
        if (!colonne.est_cle) {
            noms += (noms.empty() ? "" : ", ") + identifiant(colonne.nom);
            marqueurs += marqueurs.empty() ? "?" : ", ?";
        }
    });
    return "INSERT INTO " + identifiant(Table<T>::nom) + " (" + noms + ") VALUES (" + marqueurs + ")";
}

}  // namespace orm

// Ce que reponse.hpp définit :
//
//     namespace orm {
//     class Session {
//     public:
//         explicit Session(SQLite::Database& base);
//         template <Entite T>
//         std::shared_ptr<T> add(T objet);
//         void flush();
//         void commit();
//     };
//     }
//
// add()     garde l'objet et le rend, partagé. La base ne change pas.
// flush()   insère les objets ajoutés depuis la dernière fois, dans l'ordre où ils l'ont été, et donne à chacun, dans le membre
//           de sa clé, l'identifiant que SQLite a choisi. Tout se passe dans une transaction, que flush() commence s'il le faut
//           et laisse ouverte. Sans objet à insérer, il ne se passe rien.
// commit()  fait comme flush(), puis valide la transaction, s'il y en a une.
//
// La base est celle du programme, et vit plus longtemps que la session. Une exception de SQLite sort telle quelle.
