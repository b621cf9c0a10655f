// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui appelle sans_accents depuis SQL.
#include "fourni.hpp"

#include <cstddef>
#include <exception>
#include <iostream>
#include <sonde.hpp>
#include <string>

namespace {

/// Évalue chaque expression SQL, sur une même connexion. Une erreur n'arrête que l'expression qui la cause.
void jouer_evaluer(const sonde::Arguments& arguments)
{
    SQLite::Database base(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    enregistrer_sans_accents(base);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::cout << arguments[i] << " : " << std::flush;
        const std::string nom = "expression " + std::to_string(i + 1);
        const bool evaluee = sonde::essayer(nom, [&] {
            try {
                SQLite::Statement requete(base, "SELECT v, quote(v) FROM (SELECT " + arguments[i] + " AS v)");
                requete.executeStep();
                const std::string ecrit = requete.getColumn(1).getString();
                sonde::rendre_ligne("valeurs", requete);
                std::cout << ecrit << '\n';
            } catch (const std::exception& erreur) {
                std::cout << "exception, " << erreur.what() << '\n';
                throw;
            }
        });
        if (!evaluee) {
            sonde::rendre("valeurs", "exception");
        }
    }
}

/// Les communes d'une base dont le nom change quand on lui retire ses accents.
void jouer_communes(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    enregistrer_sans_accents(base);
    SQLite::Statement requete(
        base, "SELECT code, sans_accents(nom) FROM communes WHERE sans_accents(nom) <> nom ORDER BY code");
    while (requete.executeStep()) {
        sonde::rendre_ligne("communes", requete);
        std::cout << requete.getColumn(0) << ' ' << requete.getColumn(1) << '\n';
    }
}

/// Range les noms sans accents dans un index, puis y cherche un nom écrit sans accents.
void jouer_index(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    enregistrer_sans_accents(base);
    sonde::essayer("index", [&] {
        base.exec("CREATE INDEX IF NOT EXISTS communes_sans_accents ON communes (sans_accents(nom))");
        SQLite::Statement requete(base, "SELECT nom FROM communes WHERE sans_accents(nom) = ? ORDER BY nom");
        requete.bind(1, arguments[1]);
        while (requete.executeStep()) {
            sonde::rendre_ligne("trouvees", requete);
            std::cout << requete.getColumn(0) << '\n';
        }
    });
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(
        argc, argv,
        {{"evaluer EXPRESSION …", jouer_evaluer}, {"communes BASE", jouer_communes}, {"index BASE NOM", jouer_index}});
}
