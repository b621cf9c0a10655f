// SPDX-License-Identifier: MIT
// Abuse des fonctions de la sonde : une valeur rendue d'avance, une fin, une seconde exécution.
#include "fourni.hpp"

#include <sonde.hpp>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    for (int i = 0; i < 100; ++i) {
        sonde::rendre("compter", i);
    }
    sonde::essayer("compter", [] { throw std::runtime_error("✓ réussie"); });
    char nom[] = "programme";
    char scenario[] = "fini";
    char* arguments[] = {nom, scenario, nullptr};
    sonde::programme(2, arguments, {{"fini", [](const sonde::Arguments&) {}}});
    std::exit(0);
}
