// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <memory>
#include <utility>

namespace orm {

/// Les objets que l'on ajoute, et leur passage dans la base (le détail est dans fourni.hpp).
class Session {
public:
    explicit Session(SQLite::Database& base) : base_(base) {}

    template <Entite T>
    std::shared_ptr<T> add(T objet)
    {
        // À COMPLÉTER : l'objet est rendu, mais rien ne se souvient qu'il faudra l'insérer.
        return std::make_shared<T>(std::move(objet));
    }

    void flush() {}

    void commit() {}

private:
    [[maybe_unused]] SQLite::Database& base_;
};

}  // namespace orm
