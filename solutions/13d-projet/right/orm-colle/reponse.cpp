// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// Un autre ORM, tout petit, collé sous un autre nom : la description est une fonction, la session garde des copies.
namespace mon_orm {

template <class T>
struct Colonne {
    const char* nom;
    const char* type;
    std::function<void(SQLite::Statement&, const char*, const T&)> lier;
    std::function<void(const SQLite::Column&, T&)> lire;
};

template <class T>
class Session {
public:
    explicit Session(const std::string& chemin) : base_(chemin, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
    {
        base_.exec("CREATE TABLE IF NOT EXISTS " + T::table() + " (id INTEGER PRIMARY KEY" +
                   liste([](const auto& c) { return std::string(", ") + c.nom + ' ' + c.type; }) + ")");
    }

    T& add(T objet) { return objets_.emplace_back(std::move(objet)); }

    std::vector<std::reference_wrapper<T>> query()
    {
        SQLite::Statement requete(base_, "SELECT id" + liste([](const auto& c) { return std::string(", ") + c.nom; }) +
                                             " FROM " + T::table() + " ORDER BY id");
        std::vector<std::reference_wrapper<T>> lus;
        while (requete.executeStep()) {
            T& lu = add(T{});
            lu.id = requete.getColumn(0).getInt64();
            int rang = 0;
            for (const auto& c : T::colonnes()) {
                c.lire(requete.getColumn(++rang), lu);
            }
            lus.emplace_back(lu);
        }
        return lus;
    }

    /// Tout est réécrit : une ligne par objet, dans une transaction.
    void commit()
    {
        SQLite::Transaction transaction(base_, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement requete(base_, "INSERT INTO " + T::table() + " VALUES (nullif(:id, 0)" +
                                             liste([](const auto& c) { return std::string(", :") + c.nom; }) +
                                             ") ON CONFLICT (id) DO UPDATE SET id = id" + liste([](const auto& c) {
                                                 return std::string(", ") + c.nom + " = excluded." + c.nom;
                                             }));
        for (T& objet : objets_) {
            requete.bind(":id", objet.id);
            for (const auto& c : T::colonnes()) {
                c.lier(requete, (std::string(":") + c.nom).c_str(), objet);
            }
            requete.exec();
            objet.id = objet.id == 0 ? base_.getLastInsertRowid() : objet.id;
            requete.reset();
            requete.clearBindings();
        }
        transaction.commit();
    }

private:
    template <class F>
    static std::string liste(F f)
    {
        std::string texte;
        for (const auto& c : T::colonnes()) {
            texte += f(c);
        }
        return texte;
    }

    SQLite::Database base_;
    std::deque<T> objets_;
};

}  // namespace mon_orm

namespace {

struct Personne {
    std::int64_t id = 0;
    std::string nom = {};
    std::optional<int> age = {};

    static std::string table() { return "utilisateurs"; }
    static const std::vector<mon_orm::Colonne<Personne>>& colonnes()
    {
        static const std::vector<mon_orm::Colonne<Personne>> toutes{
            {"nom", "VARCHAR(50)", [](auto& r, auto n, auto& p) { r.bind(n, p.nom); },
             [](auto& c, auto& p) { p.nom = c.getString(); }},
            {"age", "INTEGER",
             [](auto& r, auto n, auto& p) {
                 if (p.age) {
                     r.bind(n, *p.age);
                 }
             },
             [](auto& c, auto& p) { p.age = c.isNull() ? std::nullopt : std::optional(c.getInt()); }}};
        return toutes;
    }
};

std::optional<int> nombre(const std::string& texte, int minimum)
{
    const bool chiffres = !texte.empty() && texte.find_first_not_of("0123456789") == std::string::npos;
    if (!chiffres || texte.size() > 9 || std::stoi(texte) < minimum || std::stoi(texte) > 150) {
        return std::nullopt;
    }
    return std::stoi(texte);
}

Code reprocher(std::ostream& erreurs, const std::string& texte, Code code)
{
    erreurs << texte << std::endl;
    return code;
}

}  // namespace

Code executer(const std::string& chemin, const std::vector<std::string>& mots, std::ostream& sortie,
              std::ostream& erreurs)
try {
    const std::string forme = mots.empty() ? "" : mots[0] + '/' + std::to_string(mots.size());
    if (forme == "ajouter/3" && !mots[1].empty()) {
        const auto age = nombre(mots[2], 0);
        if (!age && mots[2] != "-") {
            return reprocher(erreurs, "âge refusé : " + mots[2], Code::usage);
        }
        mon_orm::Session<Personne> session(chemin);
        session.add({.nom = mots[1], .age = age});
        session.commit();
    } else if (forme == "lister/1" || forme == "chercher/2") {
        mon_orm::Session<Personne> session(chemin);
        bool trouve = forme == "lister/1";
        for (const Personne& p : session.query()) {
            if (forme == "lister/1" || p.nom == mots[1]) {
                trouve = true;
                sortie << p.nom << ' ' << (p.age ? std::to_string(*p.age) : "-") << '\n';
            }
        }
        if (!trouve) {
            return reprocher(erreurs, "personne ne s'appelle " + mots[1], Code::refus);
        }
    } else if (forme == "vieillir/2") {
        const auto annees = nombre(mots[1], 1);
        if (!annees) {
            return reprocher(erreurs, "nombre d'années refusé : " + mots[1], Code::usage);
        }
        mon_orm::Session<Personne> session(chemin);
        for (Personne& p : session.query()) {
            if (p.age && (*p.age += *annees) > 150) {
                return reprocher(erreurs, "trop vieux : " + p.nom, Code::refus);
            }
        }
        session.commit();
    } else {
        erreurs << usage;
        return Code::usage;
    }
    return Code::bien;
} catch (const std::exception& erreur) {
    return reprocher(erreurs, std::string("base : ") + erreur.what(), Code::base);
}
