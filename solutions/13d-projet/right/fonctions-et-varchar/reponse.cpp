// SPDX-License-Identifier: MIT
// SQLiteCpp directement : une fonction par commande, un dictionnaire de fonctions, un seul UPDATE.
#include "fourni.hpp"
#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <functional>
#include <map>
#include <sstream>

namespace {
struct Echec {
    Code code;
    std::string texte;
};
using Mots = std::vector<std::string>;

int nombre(const std::string& s, int mini, const std::string& quoi)
{
    const bool chiffres = !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
    long n = -1;
    if (chiffres) {
        const auto debut = std::min(s.find_first_not_of('0'), s.size() - 1);
        const auto utile = s.substr(debut);
        if (utile.size() <= 3)
            n = std::stol(utile);
    }
    if (n < mini || n > 150)
        throw Echec{Code::usage, quoi + " : " + s + "\n"};
    return static_cast<int>(n);
}

SQLite::Database ouvrir(const std::string& chemin)
{
    SQLite::Database base(chemin, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    if (!base.tableExists("utilisateurs"))
        base.exec("CREATE TABLE utilisateurs (id INTEGER NOT NULL, nom VARCHAR(50), age INTEGER, PRIMARY KEY (id))");
    return base;
}

std::string affiche(SQLite::Statement q)
{
    std::ostringstream o;
    while (q.executeStep())
        o << q.getColumn(0).getString() << ' ' << (q.isColumnNull(1) ? std::string("-") : q.getColumn(1).getString())
          << std::endl;
    return o.str();
}

std::string ajouter(const std::string& chemin, const Mots& m)
{
    if (m[1].empty())
        throw Echec{Code::usage, std::string(usage)};
    const bool inconnu = m[2] == "-";
    const int age = inconnu ? 0 : nombre(m[2], 0, "âge refusé");
    auto base = ouvrir(chemin);
    SQLite::Statement q(base, "INSERT INTO utilisateurs (nom, age) VALUES (:nom, :age)");
    q.bind(":nom", m[1]);
    if (!inconnu)
        q.bind(":age", age);
    q.exec();
    return "";
}
std::string lister(const std::string& chemin, const Mots&)
{
    auto base = ouvrir(chemin);
    return affiche({base, "SELECT nom, age FROM utilisateurs ORDER BY id"});
}
std::string chercher(const std::string& chemin, const Mots& m)
{
    auto base = ouvrir(chemin);
    SQLite::Statement q(base, "SELECT nom, age FROM utilisateurs WHERE nom = ? ORDER BY id");
    q.bind(1, m[1]);
    auto texte = affiche(std::move(q));
    if (texte.empty())
        throw Echec{Code::refus, "personne ne s'appelle " + m[1] + "\n"};
    return texte;
}
std::string vieillir(const std::string& chemin, const Mots& m)
{
    const int ans = nombre(m[1], 1, "nombre d'années refusé");
    auto base = ouvrir(chemin);
    SQLite::Transaction t(base, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement trop(base, "SELECT nom FROM utilisateurs WHERE age + ?1 > 150 ORDER BY id LIMIT 1");
    trop.bind(1, ans);
    if (trop.executeStep())
        throw Echec{Code::refus, "trop vieux : " + trop.getColumn(0).getString() + "\n"};
    SQLite::Statement plus(base, "UPDATE utilisateurs SET age = age + ? WHERE age IS NOT NULL");
    plus.bind(1, ans);
    plus.exec();
    t.commit();
    return {};
}
struct Commande {
    std::size_t mots;
    std::function<std::string(const std::string&, const Mots&)> faire;
};
const std::map<std::string, Commande> commandes{
    {"ajouter", {3, ajouter}}, {"lister", {1, lister}}, {"chercher", {2, chercher}}, {"vieillir", {2, vieillir}}};
}  // namespace

Code executer(const std::string& chemin, const std::vector<std::string>& mots, std::ostream& sortie,
              std::ostream& erreurs)
try {
    auto c = mots.empty() ? commandes.end() : commandes.find(mots.front());
    if (c == commandes.end() || c->second.mots != mots.size())
        throw Echec{Code::usage, std::string(usage)};
    sortie << c->second.faire(chemin, mots);
    return Code::bien;
} catch (const Echec& e) {
    erreurs << e.texte;
    return e.code;
} catch (const std::exception& e) {
    erreurs << "base : " << e.what() << std::endl;
    return Code::base;
}
