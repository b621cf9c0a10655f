// SPDX-License-Identifier: MIT
#include "fourni.hpp"

Code executer([[maybe_unused]] const std::string& chemin, [[maybe_unused]] const std::vector<std::string>& mots,
              [[maybe_unused]] std::ostream& sortie, std::ostream& erreurs)
{
    // À COMPLÉTER : la structure, sa description, et les quatre commandes.
    erreurs << usage;
    return Code::usage;
}
