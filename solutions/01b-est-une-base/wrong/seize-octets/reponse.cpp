// Échoue : FichierAbime
// Les seize premiers octets sont ceux d'une base, mais rien ne dit que la suite se lit.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <filesystem>
#include <fstream>
#include <string>

bool est_une_base(const std::string& chemin)
{
    std::ifstream fichier(chemin, std::ios::binary);
    std::string debut(16, ' ');
    fichier.read(debut.data(), 16);
    return std::filesystem::is_regular_file(chemin) &&
           (fichier.gcount() == 0 || debut == std::string("SQLite format 3", 16));
}
