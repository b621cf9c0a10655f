// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

// Une liste de conditions plutôt qu'un texte ; « = » ou « IS NULL » selon la valeur ; first() s'arrête de lui-même.

namespace orm {

template <Entite T>
class Query {
    struct Condition {
        std::string sql;
        std::function<void(SQLite::Statement&, int)> lier;  ///< vide : rien à lier
    };
    Session* session;
    std::vector<Condition> conditions;
    std::vector<std::string> ordres;

    SQLite::Statement requete(const std::string& quoi)
    {
        session->flush();
        std::string sql = "select " + quoi + " from " + identifiant(Table<T>::nom) + " where 1";
        for (const Condition& c : conditions) {
            sql += " and " + c.sql;
        }
        const char* separateur = " order by ";
        for (const std::string& o : ordres) {
            sql += separateur + o;
            separateur = ", ";
        }
        SQLite::Statement prete(session->base(), sql);
        int position = 1;
        for (const Condition& c : conditions) {
            if (c.lier) {
                c.lier(prete, position++);
            }
        }
        return prete;
    }

public:
    Query(Session& s) : session(&s) {}

    template <auto membre>
    Query& filter_by(TypeDe<membre> valeur)
    {
        using M = TypeDe<membre>;
        const std::string nom = identifiant(nom_de_colonne<T, membre>());
        if constexpr (est_optionnel<M>) {
            if (!valeur) {
                conditions.push_back({nom + " is null", {}});
                return *this;
            }
        }
        conditions.push_back({nom + " = ?", [valeur](auto& r, int p) { Conversion<M>::lier(r, p, valeur); }});
        return *this;
    }

    template <auto membre>
    Query& order_by(Ordre ordre = Ordre::asc)
    {
        ordres.push_back(identifiant(nom_de_colonne<T, membre>()) + (ordre == Ordre::asc ? " asc" : " desc"));
        return *this;
    }

    auto all()
    {
        std::vector<std::shared_ptr<T>> objets;
        for (auto r = requete("*"); r.executeStep();) {
            objets.emplace_back(session->rattacher(depuis_ligne<T>(r)));
        }
        return objets;
    }

    std::shared_ptr<T> first()
    {
        auto r = requete("*");
        return r.executeStep() ? session->rattacher(depuis_ligne<T>(r)) : std::shared_ptr<T>();
    }

    long long count()
    {
        auto r = requete("count(*)");
        r.executeStep();
        return r.getColumn(0).getInt64();
    }
};

}  // namespace orm
