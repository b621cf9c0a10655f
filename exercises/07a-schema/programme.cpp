// SPDX-License-Identifier: MIT
// Donné avec l'exercice : la caisse, qui exécute votre schéma, puis tente des insertions.
#include "fourni.hpp"
#include "reponse.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <sonde.hpp>
#include <stdexcept>
#include <string>
#include <system_error>

namespace {

/// Lit `texte` en entier comme un nombre de type T.
template <class T>
bool est_un(const std::string& texte, T& nombre)
{
    const char* const fin = texte.data() + texte.size();
    const auto [arret, erreur] = std::from_chars(texte.data(), fin, nombre);
    return erreur == std::errc{} && arret == fin;
}

/// Lie ce qui est écrit sur la ligne de commande : « - » est NULL, « octets:… » un BLOB, et le reste un texte.
void lier_texte(SQLite::Statement& insertion, int position, const std::string& valeur)
{
    const std::string octets = "octets:";
    if (valeur == "-") {
        insertion.bind(position);
    } else if (valeur.rfind(octets, 0) == 0) {
        insertion.bind(position, valeur.data() + octets.size(), static_cast<int>(valeur.size() - octets.size()));
    } else {
        insertion.bind(position, valeur);
    }
}

/// De même, mais un nombre est lié comme un nombre.
void lier_nombre(SQLite::Statement& insertion, int position, const std::string& valeur)
{
    std::int64_t entier = 0;
    double reel = 0;
    if (est_un(valeur, entier)) {
        insertion.bind(position, entier);
    } else if (est_un(valeur, reel)) {
        insertion.bind(position, reel);
    } else {
        lier_texte(insertion, position, valeur);
    }
}

void inserer(SQLite::Database& base, const std::string& nom, const std::string& age)
{
    SQLite::Statement insertion(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    lier_texte(insertion, 1, nom);
    lier_nombre(insertion, 2, age);
    insertion.exec();
}

/// Exécute le schéma si le fichier n'a pas la table, puis tente une insertion par couple (nom, âge).
void essayer(const sonde::Arguments& arguments)
{
    if (arguments.size() % 2 == 0) {
        throw std::invalid_argument("après la base, il faut un AGE (ou -) pour chaque NOM (ou -)");
    }
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    if (!base.tableExists("utilisateurs")) {
        base.exec(std::string(schema));  // une ou plusieurs instructions
    }
    for (std::size_t i = 1; i + 1 < arguments.size(); i += 2) {
        const std::string ligne = "ligne " + std::to_string((i + 1) / 2);
        std::cout << ligne << " (" << arguments[i] << ", " << arguments[i + 1] << ") : ";
        sonde::essayer(ligne, [&] {
            try {
                inserer(base, arguments[i], arguments[i + 1]);
                std::cout << "acceptée\n";
            } catch (const SQLite::Exception& erreur) {
                const int code = erreur.getExtendedErrorCode();
                std::cout << "refusée. " << reponse_de_la_caisse(code) << " (code étendu " << code << ", "
                          << erreur.what() << ")\n";
                throw;
            }
        });
    }
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"essayer BASE NOM AGE …", essayer}}); }
