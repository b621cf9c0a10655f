// SPDX-License-Identifier: MIT
// Le programme donné de l'exercice 02c : il crée la table avec votre fonction, puis tente des insertions.
#include <SQLiteCpp/SQLiteCpp.h>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <sonde.hpp>
#include <string>
#include <system_error>

#include "fourni.hpp"

namespace {

/// Lit `texte` en entier comme un nombre de type T.
template <class T>
bool est_un(const std::string& texte, T& nombre)
{
    const char* const fin = texte.data() + texte.size();
    const auto [arret, erreur] = std::from_chars(texte.data(), fin, nombre);
    return erreur == std::errc{} && arret == fin;
}

/// Lie un âge écrit sur la ligne de commande : NULL, un entier, un nombre à virgule (30.5), sinon un texte.
void lier_age(SQLite::Statement& insertion, const std::string& age)
{
    std::int64_t entier = 0;
    double reel = 0;
    if (age == "NULL") {
        insertion.bind(2);
    } else if (est_un(age, entier)) {
        insertion.bind(2, entier);
    } else if (est_un(age, reel)) {
        insertion.bind(2, reel);
    } else {
        insertion.bind(2, age);
    }
}

void inserer(SQLite::Database& base, const std::string& nom, const std::string& age)
{
    SQLite::Statement insertion(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    if (nom == "NULL") {
        insertion.bind(1);
    } else {
        insertion.bind(1, nom);
    }
    lier_age(insertion, age);
    insertion.exec();
}

/// Crée la table si le fichier ne l'a pas, puis tente une insertion par couple (nom, âge).
void essayer(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    if (!base.tableExists("utilisateurs")) {
        creer_table_exigeante(base);
    }
    for (std::size_t i = 1; i + 1 < arguments.size(); i += 2) {
        const std::string ligne = "ligne " + std::to_string((i + 1) / 2);
        std::cout << ligne << " (" << arguments[i] << ", " << arguments[i + 1] << ") : ";
        sonde::essayer(ligne, [&] {
            try {
                inserer(base, arguments[i], arguments[i + 1]);
                std::cout << "acceptée\n";
            } catch (const SQLite::Exception& erreur) {
                std::cout << "refusée, " << erreur.what() << " (code " << erreur.getErrorCode() << ")\n";
                throw;
            }
        });
    }
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"essayer BASE NOM AGE …", essayer}}); }
