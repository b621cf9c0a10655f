// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <string>

namespace {

/// Sans ORM du tout : le SQL des leçons 3 à 7.
bool chiffres(const std::string& texte, int minimum)
{
    return !texte.empty() && texte.size() <= 18 &&
           std::all_of(texte.begin(), texte.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
           std::stoll(texte) >= minimum && std::stoll(texte) <= 150;
}

void afficher(SQLite::Statement& requete, std::ostream& sortie)
{
    while (requete.executeStep()) {
        sortie << requete.getColumn(0).getString() << ' ' << requete.getColumn(1).getString() << '\n';
    }
}

Code travailler(const std::string& chemin, const std::vector<std::string>& mots, std::ostream& sortie,
                std::ostream& erreurs)
{
    SQLite::Database base(chemin, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    base.exec("CREATE TABLE IF NOT EXISTS utilisateurs (id INTEGER PRIMARY KEY, nom TEXT NOT NULL, age INTEGER)");
    if (mots[0] == "ajouter") {
        SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, nullif(?, '-'))");
        requete.bind(1, mots[1]);
        requete.bind(2, mots[2]);
        requete.exec();
    } else if (mots[0] == "lister") {
        SQLite::Statement requete(base, "SELECT nom, ifnull(age, '-') FROM utilisateurs ORDER BY id");
        afficher(requete, sortie);
    } else if (mots[0] == "chercher") {
        SQLite::Statement compte(base, "SELECT count(*) FROM utilisateurs WHERE nom = ?");
        compte.bind(1, mots[1]);
        compte.executeStep();
        if (compte.getColumn(0).getInt() == 0) {
            erreurs << "personne ne s'appelle " << mots[1] << '\n';
            return Code::refus;
        }
        SQLite::Statement requete(base, "SELECT nom, ifnull(age, '-') FROM utilisateurs WHERE nom = ? ORDER BY id");
        requete.bind(1, mots[1]);
        afficher(requete, sortie);
    } else {
        SQLite::Statement vieux(base, "SELECT nom FROM utilisateurs WHERE age + ? > 150 ORDER BY id LIMIT 1");
        vieux.bind(1, std::stoi(mots[1]));
        if (vieux.executeStep()) {
            erreurs << "trop vieux : " << vieux.getColumn(0).getString() << '\n';
            return Code::refus;
        }
        SQLite::Statement requete(base, "UPDATE utilisateurs SET age = age + ?");
        requete.bind(1, std::stoi(mots[1]));
        requete.exec();
    }
    return Code::bien;
}

}  // namespace

Code executer(const std::string& chemin, const std::vector<std::string>& mots, std::ostream& sortie,
              std::ostream& erreurs)
{
    const auto est = [&](const char* nom, std::size_t taille) { return mots.size() == taille && mots[0] == nom; };
    if (!est("lister", 1) && !est("chercher", 2) && !est("vieillir", 2) && !(est("ajouter", 3) && mots[1] != "")) {
        erreurs << usage;
        return Code::usage;
    }
    if (mots[0] == "ajouter" && mots[2] != "-" && !chiffres(mots[2], 0)) {
        erreurs << "âge refusé : " << mots[2] << '\n';
        return Code::usage;
    }
    if (mots[0] == "vieillir" && !chiffres(mots[1], 1)) {
        erreurs << "nombre d'années refusé : " << mots[1] << '\n';
        return Code::usage;
    }
    try {
        return travailler(chemin, mots, sortie, erreurs);
    } catch (const SQLite::Exception& erreur) {
        erreurs << "base : " << erreur.what() << std::endl;
        return Code::base;
    }
}
