// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui appelle votre patron.
#include "fourni.hpp"
#include "reponse.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cstddef>
#include <iostream>
#include <optional>
#include <sonde.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

/// Remplace `\0` par un octet nul et `\\` par `\` : un argument de programme ne peut pas contenir d'octet nul.
std::string decoder(const std::string& argument)
{
    std::string texte;
    for (std::size_t i = 0; i < argument.size(); ++i) {
        const bool echappe = argument[i] == '\\' && i + 1 < argument.size();
        if (echappe && argument[i + 1] == '0') {
            texte += '\0';
            ++i;
        } else if (echappe && argument[i + 1] == '\\') {
            texte += '\\';
            ++i;
        } else {
            texte += argument[i];
        }
    }
    return texte;
}

/// Appelle lier() avec `v`, ou avec un std::optional qui contient `v`.
template <class T>
void lier_ou_envelopper(SQLite::Statement& requete, bool facultatif, const T& v)
{
    if (facultatif) {
        const std::optional<T> enveloppe(v);
        lier(requete, 1, enveloppe);
    } else {
        lier(requete, 1, v);
    }
}

/// Appelle lier() avec un std::optional vide du type nommé.
void lier_absent(SQLite::Statement& requete, const std::string& type)
{
    if (type == "bool") {
        lier(requete, 1, std::optional<bool>());
    } else if (type == "entier") {
        lier(requete, 1, std::optional<int>());
    } else if (type == "entier-long") {
        lier(requete, 1, std::optional<long long>());
    } else if (type == "taille") {
        lier(requete, 1, std::optional<std::size_t>());
    } else if (type == "reel") {
        lier(requete, 1, std::optional<double>());
    } else if (type == "caractere") {
        lier(requete, 1, std::optional<char>());
    } else if (type == "texte") {
        lier(requete, 1, std::optional<std::string>());
    } else if (type == "vue") {
        lier(requete, 1, std::optional<std::string_view>());
    } else {
        throw std::invalid_argument("type inconnu : " + type);
    }
}

/// Lit `valeur`, écrite comme `type`, la lie, puis modifie les textes d'origine.
void lier_present(SQLite::Statement& requete, const std::string& type, bool facultatif, const std::string& valeur,
                  std::string& origine)
{
    if (type == "bool") {
        lier_ou_envelopper(requete, facultatif, valeur != "0");
    } else if (type == "entier") {
        lier_ou_envelopper(requete, facultatif, std::stoi(valeur));
    } else if (type == "entier-long") {
        lier_ou_envelopper(requete, facultatif, std::stoll(valeur));
    } else if (type == "taille") {
        lier_ou_envelopper(requete, facultatif, std::size_t{std::stoull(valeur)});
    } else if (type == "reel") {
        lier_ou_envelopper(requete, facultatif, std::stod(valeur));
    } else if (type == "caractere" && valeur.size() == 1) {
        lier_ou_envelopper(requete, facultatif, valeur.front());
    } else if (type == "texte") {
        origine = decoder(valeur);
        lier_ou_envelopper(requete, facultatif, origine);
        std::fill(origine.begin(), origine.end(), '#');
    } else if (type == "vue" && valeur.empty()) {
        lier_ou_envelopper(requete, facultatif, std::string_view());  // sans adresse : data() == nullptr
    } else if (type == "vue") {
        const std::string texte = decoder(valeur);
        origine = "avant" + texte + "après";  // la vue n'en désigne que le milieu
        lier_ou_envelopper(requete, facultatif, std::string_view(origine).substr(5, texte.size()));
        std::fill(origine.begin(), origine.end(), '#');
    } else {
        throw std::invalid_argument("type inconnu, ou valeur qui n'est pas de ce type : " + type + " " + valeur);
    }
}

void jouer(const sonde::Arguments& arguments)
{
    if (arguments.size() % 2 == 0) {
        throw std::invalid_argument("après la base, il faut une VALEUR pour chaque TYPE");
    }
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    base.exec("CREATE TABLE IF NOT EXISTS valeurs (rang INTEGER PRIMARY KEY, v)");
    SQLite::Statement requete(base, "INSERT INTO valeurs (v) VALUES (?)");
    for (std::size_t i = 1; i < arguments.size(); i += 2) {
        constexpr std::string_view suffixe = "-facultatif";
        std::string type = arguments[i];
        const bool facultatif = type.ends_with(suffixe);
        if (facultatif) {
            type.resize(type.size() - suffixe.size());
        }
        const std::string& valeur = arguments[i + 1];
        std::cout << arguments[i] << ' ' << valeur << " : ";

        std::string origine;  // reste en place, modifiée, jusqu'après l'exécution
        const bool lie = sonde::essayer("lier", [&] {
            try {
                if (facultatif && valeur == "-") {
                    lier_absent(requete, type);
                } else {
                    lier_present(requete, type, facultatif, valeur, origine);
                }
            } catch (const std::exception& erreur) {
                std::cout << "exception, " << erreur.what() << '\n';
                throw;
            }
        });
        if (lie) {
            requete.exec();
            requete.reset();
            SQLite::Statement relue(base,
                                    "SELECT typeof(v), quote(v), length(CAST(v AS BLOB)) FROM valeurs WHERE rang = ?");
            relue.bind(1, base.getLastInsertRowid());
            relue.executeStep();
            std::cout << relue.getColumn(0) << ' ' << relue.getColumn(1);
            if (relue.getColumn(0).getString() == "text") {
                std::cout << ", " << relue.getColumn(2)
                          << " octet(s)";  // l'affichage s'arrête à un octet nul, pas le compte
            }
            std::cout << '\n';
        }
    }
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"lier BASE TYPE VALEUR …", jouer}}); }
