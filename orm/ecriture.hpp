// SPDX-License-Identifier: MIT
// Écrire : de l'objet à la ligne, par INSERT, UPDATE ou DELETE.
#pragma once

#include "creation.hpp"
#include "suivi.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

// Ce que fait chaque fonction est dit dans suivi.hpp, à la déclaration de Suivi.
namespace orm {

template <Entite T>
bool SuiviDe<T>::modifie() const
{
    bool difference = false;
    pour_chaque_colonne<T>([&](const auto& c) { difference = difference || !(valeur(c) == photo_.*c.membre); });
    return difference;
}

template <Entite T>
void SuiviDe<T>::inserer(SQLite::Database& base)
{
    std::string colonnes;
    std::string marqueurs;
    pour_chaque_colonne<T>([&](const auto& c) {
        colonnes += (colonnes.empty() ? "" : ", ") + identifiant(c.nom);
        marqueurs += marqueurs.empty() ? "?" : ", ?";
    });
    SQLite::Statement requete(base, "INSERT INTO " + identifiant(Table<T>::nom) + " (" + colonnes + ") VALUES (" +
                                        marqueurs + ")");
    int position = 0;
    pour_chaque_colonne<T>([&](const auto& c) {
        ++position;
        if (!c.est_cle || (*objet).*membre_cle() != 0) {
            lier(requete, position, c);
        }  // sinon NULL : SQLite choisit l'identifiant
    });
    requete.exec();
    (*objet).*membre_cle() = base.getLastInsertRowid();
    photo_ = *objet;
    etat = Etat::enregistre;
}

template <Entite T>
void SuiviDe<T>::mettre_a_jour(SQLite::Database& base)
{
    std::string changements;
    pour_chaque_colonne<T>([&](const auto& c) {
        if (!(valeur(c) == photo_.*c.membre)) {
            changements += (changements.empty() ? "" : ", ") + identifiant(c.nom) + " = ?";
        }
    });
    SQLite::Statement requete(base, "UPDATE " + identifiant(Table<T>::nom) + " SET " + changements + ou_est_la_ligne());
    int position = 0;
    pour_chaque_colonne<T>([&](const auto& c) {
        if (!(valeur(c) == photo_.*c.membre)) {
            lier(requete, ++position, c);
        }
    });
    requete.bind(position + 1, photo_.*membre_cle());
    requete.exec();
    photo_ = *objet;
}

template <Entite T>
void SuiviDe<T>::supprimer(SQLite::Database& base)
{
    SQLite::Statement requete(base, "DELETE FROM " + identifiant(Table<T>::nom) + ou_est_la_ligne());
    requete.bind(1, photo_.*membre_cle());
    requete.exec();
    etat = Etat::oublie;
}

}  // namespace orm
