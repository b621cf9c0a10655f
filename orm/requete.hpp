// SPDX-License-Identifier: MIT
// Interroger : SELECT, écrit par des appels de fonctions.
#pragma once

#include "creation.hpp"
#include "ligne.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace orm {

enum class Ordre { asc, desc };

template <class Membre>
struct MembreDe;
template <class T, class M>
struct MembreDe<M T::*> {
    using Type = M;
};

/// Le nom de la colonne que porte `membre`, connu à la compilation.
template <Entite T, auto membre>
consteval std::string_view nom_de_colonne()
{
    std::string_view nom;
    pour_chaque_colonne<T>([&](const auto& colonne) {
        if constexpr (std::same_as<std::remove_cvref_t<decltype(colonne.membre)>,
                                   std::remove_cvref_t<decltype(membre)>>) {
            nom = colonne.membre == membre ? colonne.nom : nom;
        }
    });
    return nom;
}

class Session;

/// Une requête en construction sur la table de `T` : rien n'est envoyé avant all(), first() ou count(). La session doit
/// vivre plus longtemps qu'elle.
template <Entite T>
class Query {
public:
    explicit Query(Session& session) : session_(session) {}

    /// Ne garde que les lignes où ce membre vaut `valeur` ; std::nullopt cherche celles où il est NULL.
    template <auto membre>
    Query& filter_by(const typename MembreDe<decltype(membre)>::Type& valeur)
    {
        conditions_ += (conditions_.empty() ? " WHERE " : " AND ") + colonne<membre>() + " IS ?";
        using Type = typename MembreDe<decltype(membre)>::Type;
        valeurs_.push_back(
            [valeur](SQLite::Statement& requete, int position) { Conversion<Type>::lier(requete, position, valeur); });
        return *this;
    }

    /// Range les lignes selon ce membre, après les rangements déjà demandés.
    template <auto membre>
    Query& order_by(Ordre ordre = Ordre::asc)
    {
        ordres_ += (ordres_.empty() ? " ORDER BY " : ", ") + colonne<membre>() + (ordre == Ordre::desc ? " DESC" : "");
        return *this;
    }

    std::vector<std::shared_ptr<T>> all() { return lire(""); }

    /// Le premier objet, ou nullptr s'il n'y en a pas.
    std::shared_ptr<T> first()
    {
        const auto objets = lire(" LIMIT 1");
        return objets.empty() ? nullptr : objets.front();
    }

    std::size_t count();

private:
    template <auto membre>
    static std::string colonne()
    {
        constexpr std::string_view nom = nom_de_colonne<T, membre>();
        static_assert(!nom.empty(), "ce membre n'a pas de colonne dans orm::Table");
        return identifiant(nom);
    }

    SQLite::Statement preparer(const std::string& debut, const std::string& fin);
    std::vector<std::shared_ptr<T>> lire(const std::string& fin);

    Session& session_;
    std::string conditions_;
    std::string ordres_;
    std::vector<std::function<void(SQLite::Statement&, int)>> valeurs_;
};

}  // namespace orm
