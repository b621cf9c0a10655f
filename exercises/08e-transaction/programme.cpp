// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui se sert de votre classe.
#include "fourni.hpp"
#include "reponse.hpp"

#include <sqlite3.h>

#include <exception>
#include <iostream>
#include <memory>
#include <sonde.hpp>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace {

struct Fermer {
    void operator()(sqlite3* base) const noexcept { sqlite3_close_v2(base); }
};
using Base = std::unique_ptr<sqlite3, Fermer>;

void executer(const Base& base, const std::string& sql)
{
    const int code = sqlite3_exec(base.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        throw SQLite::Exception(base.get(), code);
    }
}

Base connecter(const std::string& chemin)
{
    sqlite3* brute = nullptr;
    const int code = sqlite3_open_v2(chemin.c_str(), &brute, SQLITE_OPEN_READWRITE, nullptr);
    Base base(brute);
    if (code != SQLITE_OK) {
        throw std::runtime_error(std::string("base inutilisable : ") + sqlite3_errmsg(base.get()));
    }
    executer(base, "PRAGMA foreign_keys = ON");
    return base;
}

void ajouter(const Base& base, const std::string& nom, int club = 1)
{
    const std::unique_ptr<char, void (*)(void*)> sql(
        sqlite3_mprintf("INSERT INTO membres (nom, club) VALUES (%Q, %d)", nom.c_str(), club), sqlite3_free);
    executer(base, sql.get());
}

/// Rend et montre si la connexion est hors de toute transaction.
void observer(const std::string& moment, const Base& base)
{
    const bool libre = sqlite3_get_autocommit(base.get()) != 0;
    sonde::rendre("moment", moment, libre ? 1 : 0);
    std::cout << moment << " : " << (libre ? "aucune transaction ouverte" : "une transaction est ouverte") << '\n';
}

/// sonde::essayer, qui montre aussi l'exception.
template <class F>
void essayer(const char* nom, F&& action)
{
    sonde::essayer(nom, [&] {
        try {
            action();
        } catch (const std::exception& erreur) {
            std::cout << nom << " : exception, " << erreur.what() << '\n';
            throw;
        }
    });
}

void jouer_valider(const sonde::Arguments& arguments)
{
    const Base base = connecter(arguments[0]);
    {
        Transaction transaction(base.get());
        observer("pendant", base);
        for (std::size_t i = 1; i < arguments.size(); ++i) {
            ajouter(base, arguments[i]);
        }
        transaction.valider();
        observer("validée", base);
    }
    observer("après", base);
}

void jouer_quitter(const sonde::Arguments& arguments)
{
    const Base base = connecter(arguments[0]);
    {
        const Transaction transaction(base.get());
        observer("pendant", base);
        for (std::size_t i = 1; i < arguments.size(); ++i) {
            ajouter(base, arguments[i]);
        }
    }
    observer("après", base);
    ajouter(base, "le suivant");  // hors de toute transaction : validé aussitôt
}

void jouer_exception(const sonde::Arguments& arguments)
{
    const Base base = connecter(arguments[0]);
    essayer("bloc", [&] {
        Transaction transaction(base.get());
        ajouter(base, arguments[1]);
        executer(base, "INSERT INTO clubs (nom) VALUES ('voile')");  // ce nom est pris : refus, code 19
        transaction.valider();
    });
    observer("après", base);
}

/// Une transaction validée, puis une autre ouverte à la main pendant que la première est encore là.
void jouer_suite(const sonde::Arguments& arguments)
{
    const Base base = connecter(arguments[0]);
    {
        Transaction premiere(base.get());
        ajouter(base, arguments[1]);
        premiere.valider();
        executer(base, "BEGIN");
        ajouter(base, arguments[2]);
    }
    observer("après", base);
    executer(base, "COMMIT");
}

/// SQLite annule lui-même la transaction : c'est ce que demande OR ROLLBACK.
void jouer_annulee(const sonde::Arguments& arguments)
{
    const Base base = connecter(arguments[0]);
    essayer("bloc", [&] {
        Transaction transaction(base.get());
        ajouter(base, arguments[1]);
        executer(base, "INSERT OR ROLLBACK INTO clubs (nom) VALUES ('voile')");
        transaction.valider();
    });
    observer("après l'exception", base);
    {
        const Transaction transaction(base.get());
        ajouter(base, arguments[1]);
        executer(base, "ROLLBACK");
    }
    observer("après", base);
}

/// Le membre appartient à un club qui n'existe pas : c'est la validation qui est refusée.
void jouer_refusee(const sonde::Arguments& arguments)
{
    const Base base = connecter(arguments[0]);
    {
        Transaction transaction(base.get());
        ajouter(base, arguments[1], 999);
        essayer("valider", [&] { transaction.valider(); });
        observer("refusée", base);
    }
    observer("après", base);
}

/// Une transaction est déjà ouverte, à la main.
void jouer_deja(const sonde::Arguments& arguments)
{
    const Base base = connecter(arguments[0]);
    executer(base, "BEGIN");
    ajouter(base, arguments[1]);
    essayer("construire", [&] { const Transaction transaction(base.get()); });
    observer("après", base);
    executer(base, sqlite3_get_autocommit(base.get()) != 0 ? "SELECT 1" : "COMMIT");
}

/// Ce que le type permet, demandé au compilateur.
void jouer_type(const sonde::Arguments&)
{
    constexpr bool construire = std::is_copy_constructible_v<Transaction>;
    constexpr bool affecter = std::is_copy_assignable_v<Transaction>;
    sonde::rendre("copie", construire, affecter);
    std::cout << "copier à la construction : " << (construire ? "permis" : "interdit") << '\n'
              << "copier par affectation : " << (affecter ? "permis" : "interdit") << '\n';
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv,
                            {{"valider BASE NOM …", jouer_valider},
                             {"quitter BASE NOM …", jouer_quitter},
                             {"exception BASE NOM", jouer_exception},
                             {"suite BASE NOM NOM", jouer_suite},
                             {"annulee BASE NOM", jouer_annulee},
                             {"refusee BASE NOM", jouer_refusee},
                             {"deja BASE NOM", jouer_deja},
                             {"type", jouer_type}});
}
