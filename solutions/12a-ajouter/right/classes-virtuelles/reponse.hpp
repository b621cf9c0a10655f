// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <deque>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>

// Une classe de base et une fonction virtuelle, SQLite::Transaction pour la transaction, RETURNING pour l'identifiant.

namespace orm {

struct Attente {
    virtual ~Attente() = default;
    virtual void envoyer(SQLite::Database& base) = 0;
};

template <class T>
struct AttenteDe : Attente {
    std::shared_ptr<T> objet;
    explicit AttenteDe(std::shared_ptr<T> o) : objet(o) {}
    void envoyer(SQLite::Database& base) override
    {
        SQLite::Statement requete(base, sql_insertion<T>() + " RETURNING rowid");
        int position = 1;
        std::apply([&](const auto&... c) { ((c.est_cle ? void() : lier(requete, position++, c)), ...); },
                   Table<T>::colonnes);
        if (requete.executeStep()) {
            const std::int64_t id = requete.getColumn(0);
            std::apply([&](const auto&... c) { (donner(c, id), ...); }, Table<T>::colonnes);
        }
        while (requete.tryExecuteStep() == 100) {
        }
    }
    template <class M>
    void lier(SQLite::Statement& requete, int position, const Colonne<T, M>& c)
    {
        Conversion<M>::lier(requete, position, (*objet).*c.membre);
    }
    template <class M>
    void donner(const Colonne<T, M>& c, std::int64_t id)
    {
        if constexpr (std::is_same_v<M, std::int64_t>) {
            if (c.est_cle) {
                (*objet).*c.membre = id;
            }
        }
    }
};

class Session {
    SQLite::Database* base;
    std::deque<std::unique_ptr<Attente>> attente;
    std::optional<SQLite::Transaction> transaction;

public:
    explicit Session(SQLite::Database& b) : base(&b) {}

    template <class T>
    std::shared_ptr<T> add(T objet)
    {
        auto partage = std::make_shared<T>(objet);
        attente.push_back(std::make_unique<AttenteDe<T>>(partage));
        return partage;
    }

    void flush()
    {
        while (!attente.empty()) {
            if (!transaction) {
                transaction.emplace(*base);
            }
            attente.front()->envoyer(*base);
            attente.pop_front();
        }
    }

    void commit()
    {
        flush();
        if (transaction) {
            transaction->commit();
            transaction.reset();
        }
    }
};

}  // namespace orm
