// Échoue : Identifiants
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <concepts>
#include <cstdint>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace orm {

/// Les objets que l'on ajoute, et leur passage dans la base (le détail est dans fourni.hpp).
class Session {
public:
    explicit Session(SQLite::Database& base) : base_(base) {}

    template <Entite T>
    std::shared_ptr<T> add(T objet)
    {
        const auto partage = std::make_shared<T>(std::move(objet));
        en_attente_.push_back([this, copie = *partage]() mutable { inserer(copie); });
        return partage;
    }

    void flush()
    {
        if (en_attente_.empty()) {
            return;
        }
        commencer();
        for (const auto& insertion : en_attente_) {
            insertion();
        }
        en_attente_.clear();
    }

    void commit()
    {
        flush();
        if (en_cours_) {
            base_.exec("COMMIT");
            en_cours_ = false;
        }
    }

private:
    void commencer()
    {
        if (!en_cours_) {
            base_.exec("BEGIN");
            en_cours_ = true;
        }
    }

    template <Entite T>
    void inserer(T& objet)
    {
        SQLite::Statement requete(base_, sql_insertion<T>());
        int position = 0;
        pour_chaque_colonne<T>([&](const auto& colonne) {
            using Type = typename std::remove_cvref_t<decltype(colonne)>::Type;
            if (!colonne.est_cle) {
                Conversion<Type>::lier(requete, ++position, objet.*colonne.membre);
            }
        });
        requete.exec();
        pour_chaque_colonne<T>([&](const auto& colonne) {
            using Type = typename std::remove_cvref_t<decltype(colonne)>::Type;
            if constexpr (std::same_as<Type, std::int64_t>) {
                if (colonne.est_cle) {
                    objet.*colonne.membre = base_.getLastInsertRowid();
                }
            }
        });
    }

    SQLite::Database& base_;
    std::vector<std::function<void()>> en_attente_;
    bool en_cours_ = false;
};

}  // namespace orm
