// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <memory>
#include <vector>

namespace orm {

template <auto membre, Entite P>
std::vector<Enfants<ClasseDe<membre>>> charger_enfants([[maybe_unused]] Session& session,
                                                       [[maybe_unused]] const std::vector<std::shared_ptr<P>>& parents)
{
    // À COMPLÉTER
    return {};
}

}  // namespace orm
