// SPDX-License-Identifier: MIT
// Donné avec l'exercice : ce fichier ne se modifie pas, votre travail est dans reponse.hpp.
#pragma once

#include "conversion.hpp"
#include "creation.hpp"
#include "ligne.hpp"
#include "membre.hpp"
#include "session.hpp"
#include "table.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace orm {

enum class Ordre { asc, desc };

}  // namespace orm

// Ce que reponse.hpp définit :
//
//     namespace orm {
//     template <Entite T>
//     class Query {
//     public:
//         explicit Query(Session& session);
//         template <auto membre>
//         Query& filter_by(const TypeDe<membre>& valeur);
//         template <auto membre>
//         Query& order_by(Ordre ordre = Ordre::asc);
//         std::vector<std::shared_ptr<T>> all();
//         std::shared_ptr<T> first();
//         std::size_t count();
//     };
//     }
//
// filter_by()  ne garde que les lignes où ce membre vaut `valeur`, ou est NULL si `valeur` est un std::optional vide. Plusieurs
//              filtres s'ajoutent : toutes les conditions sont exigées. Rend *this.
// order_by()   range selon ce membre ; un second rangement départage les égaux du premier. Rend *this.
// all()        les objets de toutes les lignes gardées, dans l'ordre demandé.
// first()      celui de la première, ou nullptr. Les lignes suivantes ne sont pas lues.
// count()      le nombre de lignes gardées. Aucune n'est lue.
//
// Les trois dernières appellent d'abord session.flush() : ce qui attend est donc trouvé. Chaque ligne est lue par
// depuis_ligne<T>(), et l'objet confié à session.rattacher(), qui rend le std::shared_ptr à rendre.
//
// De la session, il ne vous faut que base(), flush() et rattacher(objet). De membre.hpp, TypeDe<membre>, le type du
// membre, et nom_de_colonne<T, membre>(), le nom de sa colonne.
