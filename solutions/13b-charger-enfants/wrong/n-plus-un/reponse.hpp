// Échoue : UnSeulSelect
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace orm {

template <auto membre, Entite P>
std::vector<Enfants<ClasseDe<membre>>> charger_enfants(Session& session, const std::vector<std::shared_ptr<P>>& parents)
{
    using Enfant = ClasseDe<membre>;
    session.flush();
    // clang-format off
    std::vector<Enfants<Enfant>> resultat; for (const auto& parent : parents) { resultat.push_back(enfants<membre>(session, parent)); }
    // clang-format on
    return resultat;
}

}  // namespace orm
