// SPDX-License-Identifier: MIT
// Donné avec l'exercice : un petit langage, pour ouvrir et fermer des points de sauvegarde depuis la ligne de commande.
#include "fourni.hpp"
#include "reponse.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cstddef>
#include <exception>
#include <iostream>
#include <sonde.hpp>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace {

using Mots = sonde::Arguments;

/// La position du « ] » qui ferme le « [ » de la position `debut`.
std::size_t fin_du_bloc(const Mots& mots, std::size_t debut)
{
    int profondeur = 0;
    for (std::size_t i = debut; i < mots.size(); ++i) {
        profondeur += mots[i] == "[" ? 1 : mots[i] == "]" ? -1 : 0;
        if (profondeur == 0) {
            return i;
        }
    }
    throw std::invalid_argument("il manque un ]");
}

void ajouter_lecteur(SQLite::Database& base, const std::string& nom)
{
    SQLite::Statement requete(base, "INSERT INTO lecteurs (nom) VALUES (?)");
    requete.bind(1, nom);
    requete.exec();
}

/// Dit, après un bloc qui n'est dans aucun autre, si une transaction est en cours.
void observer(SQLite::Database& base)
{
    // 1 : validation automatique, donc aucune transaction en cours.
    const bool ouverte = sqlite3_get_autocommit(base.getHandle()) == 0;
    sonde::rendre("transactions ouvertes après le bloc", ouverte ? 1 : 0);
    std::cout << "fin du bloc, " << (ouverte ? "une transaction est en cours\n" : "aucune transaction en cours\n");
}

/// Exécute les mots de `debut` à `fin`, dans le bloc de `repere`, ou dans aucun.
void executer(SQLite::Database& base, const Mots& mots, std::size_t debut, std::size_t fin, PointDeSauvegarde* repere)
{
    for (std::size_t i = debut; i < fin; ++i) {
        const std::string& mot = mots[i];
        if (mot == "[") {
            const std::size_t fermeture = fin_du_bloc(mots, i);
            const auto bloc = [&] {
                PointDeSauvegarde nouveau(base);
                executer(base, mots, i + 1, fermeture, &nouveau);
            };
            if (repere != nullptr) {
                bloc();
            } else {
                sonde::essayer("bloc", [&] {
                    try {
                        bloc();
                    } catch (const std::exception& erreur) {
                        std::cout << "exception, " << erreur.what() << '\n';
                        throw;
                    }
                });
                observer(base);
            }
            i = fermeture;
        } else if (mot == "valider" && repere != nullptr) {
            repere->valider();
        } else if (mot == "lancer") {
            throw std::runtime_error("lancée par le programme");
        } else if (mot == "BEGIN" || mot == "COMMIT" || mot == "ROLLBACK") {
            base.exec(mot);
        } else if (mot == "fantôme") {
            base.exec("INSERT INTO emprunts (lecteur) VALUES (-1)");  // permis pour le moment, refusé à la validation
        } else {
            ajouter_lecteur(base, mot);
        }
    }
}

void jouer(const sonde::Arguments& arguments)
{
    {
        SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
        base.exec("PRAGMA foreign_keys = ON");
        executer(base, arguments, 1, arguments.size(), nullptr);
    }
    SQLite::Database base(arguments[0]);  // une autre connexion : elle ne voit que ce qui est définitif
    SQLite::Statement requete(base, "SELECT nom FROM lecteurs ORDER BY id");
    std::cout << "dans la base, à la fin :";
    for (const char* avant = " "; requete.executeStep(); avant = ", ") {
        std::cout << avant << requete.getColumn(0).getString();
    }
    std::cout << '\n';
}

void copier(const sonde::Arguments&)
{
    constexpr bool construit = std::is_copy_constructible_v<PointDeSauvegarde>;
    constexpr bool affecte = std::is_copy_assignable_v<PointDeSauvegarde>;
    sonde::rendre("copie", construit, affecte);
    std::cout << "copie par construction : " << (construit ? "permise" : "interdite")
              << " ; par affectation : " << (affecte ? "permise\n" : "interdite\n");
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv, {{"jouer BASE MOT …", jouer}, {"copier", copier}});
}
