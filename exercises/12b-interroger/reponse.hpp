// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <cstddef>
#include <memory>
#include <vector>

namespace orm {

/// Une requête en construction sur la table de `T` (le détail est dans fourni.hpp).
template <Entite T>
class Query {
public:
    explicit Query(Session& session) : session_(session) {}

    template <auto membre>
    Query& filter_by([[maybe_unused]] const TypeDe<membre>& valeur)
    {
        // À COMPLÉTER : retenez la condition, et la valeur à lier.
        return *this;
    }

    template <auto membre>
    Query& order_by([[maybe_unused]] Ordre ordre = Ordre::asc)
    {
        return *this;
    }

    std::vector<std::shared_ptr<T>> all() { return {}; }

    std::shared_ptr<T> first() { return nullptr; }

    std::size_t count() { return 0; }

private:
    [[maybe_unused]] Session& session_;
};

}  // namespace orm
