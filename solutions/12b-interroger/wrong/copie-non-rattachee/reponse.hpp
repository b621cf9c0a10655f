// Échoue : EnvoiAvantLecture
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace orm {

/// Une requête en construction sur la table de `T` : rien n'est envoyé avant all(), first() ou count(). La session doit
/// vivre plus longtemps qu'elle.
template <Entite T>
class Query {
public:
    explicit Query(Session& session) : session_(session) {}

    /// Ne garde que les lignes où ce membre vaut `valeur` ; std::nullopt cherche celles où il est NULL.
    template <auto membre>
    Query& filter_by(const TypeDe<membre>& valeur)
    {
        conditions_ += (conditions_.empty() ? " WHERE " : " AND ") + identifiant(nom_de_colonne<T, membre>()) + " IS ?";
        valeurs_.push_back([valeur](SQLite::Statement& requete, int position) {
            Conversion<TypeDe<membre>>::lier(requete, position, valeur);
        });
        return *this;
    }

    /// Range les lignes selon ce membre, après les rangements déjà demandés.
    template <auto membre>
    Query& order_by(Ordre ordre = Ordre::asc)
    {
        ordres_ += (ordres_.empty() ? " ORDER BY " : ", ") + identifiant(nom_de_colonne<T, membre>()) +
                   (ordre == Ordre::desc ? " DESC" : "");
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
    SQLite::Statement preparer(const std::string& debut, const std::string& fin);
    std::vector<std::shared_ptr<T>> lire(const std::string& fin);

    Session& session_;
    std::string conditions_;
    std::string ordres_;
    std::vector<std::function<void(SQLite::Statement&, int)>> valeurs_;
};

template <Entite T>
SQLite::Statement Query<T>::preparer(const std::string& debut, const std::string& fin)
{
    session_.flush();
    SQLite::Statement requete(session_.base(),
                              "SELECT " + debut + " FROM " + identifiant(Table<T>::nom) + conditions_ + fin);
    int position = 0;
    for (const auto& lier : valeurs_) {
        lier(requete, ++position);
    }
    return requete;
}

template <Entite T>
std::vector<std::shared_ptr<T>> Query<T>::lire(const std::string& fin)
{
    std::string colonnes;
    pour_chaque_colonne<T>([&](const auto& c) { colonnes += (colonnes.empty() ? "" : ", ") + identifiant(c.nom); });
    SQLite::Statement requete = preparer(colonnes, ordres_ + fin);
    std::vector<std::shared_ptr<T>> objets;
    while (requete.executeStep()) {
        objets.push_back(std::make_shared<T>(depuis_ligne<T>(requete)));
    }
    return objets;
}

template <Entite T>
std::size_t Query<T>::count()
{
    SQLite::Statement requete = preparer("count(*)", "");
    requete.executeStep();
    return static_cast<std::size_t>(requete.getColumn(0).getInt64());
}

}  // namespace orm
