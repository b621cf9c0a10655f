// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui lie, et qui lit, par vos conversions.
#include "fourni.hpp"
#include "reponse.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <cstdint>
#include <iostream>
#include <optional>
#include <sonde.hpp>
#include <stdexcept>
#include <string>

namespace {

enum class Humeur { sombre = -1, egale, joyeuse };
enum class Couleur : std::uint8_t { noir = 0, blanc = 255 };
using Date = std::chrono::year_month_day;

/// Remplace `\0` par un octet nul : un argument de programme ne peut pas en contenir.
std::string decoder(std::string texte)
{
    for (std::size_t ou = texte.find("\\0"); ou != std::string::npos; ou = texte.find("\\0", ou)) {
        texte.replace(ou, 2, 1, '\0');
    }
    return texte;
}

// De l'argument à la valeur…
void depuis(const std::string& argument, int& v) { v = std::stoi(argument); }
void depuis(const std::string& argument, std::int64_t& v) { v = std::stoll(argument); }
void depuis(const std::string& argument, double& v) { v = std::stod(argument); }
void depuis(const std::string& argument, bool& v) { v = argument == "vrai"; }
void depuis(const std::string& argument, std::string& v) { v = decoder(argument); }
void depuis(const std::string& argument, Humeur& v) { v = static_cast<Humeur>(std::stoi(argument)); }
void depuis(const std::string& argument, Couleur& v) { v = static_cast<Couleur>(std::stoi(argument)); }
void depuis(const std::string& argument, Date& v)  // JOUR/MOIS/ANNÉE
{
    const std::size_t mois = argument.find('/') + 1;
    const std::size_t annee = argument.find('/', mois) + 1;
    v = std::chrono::year(std::stoi(argument.substr(annee))) /
        std::chrono::month(static_cast<unsigned>(std::stoul(argument.substr(mois)))) /
        std::chrono::day(static_cast<unsigned>(std::stoul(argument)));
}
template <class T>
void depuis(const std::string& argument, std::optional<T>& v)
{
    if (argument != "-") {
        depuis(argument, v.emplace());
    }
}

// … et de la valeur à ce que la sonde sait rendre.
template <class T>
sonde::Valeur vers(const T& v)
{
    if constexpr (std::is_enum_v<T>) {
        return static_cast<std::int64_t>(v);
    } else if constexpr (std::is_same_v<T, Date>) {
        return std::to_string(static_cast<unsigned>(v.day())) + "/" + std::to_string(static_cast<unsigned>(v.month())) +
               "/" + std::to_string(static_cast<int>(v.year()));
    } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, double>) {
        return v;
    } else {
        return static_cast<std::int64_t>(v);
    }
}
template <class T>
sonde::Valeur vers(const std::optional<T>& v)
{
    return v ? vers(*v) : sonde::Valeur{};
}

/// Lie VALEUR à « INSERT INTO valeurs (v) VALUES (?) », et exécute.
template <class T>
void lier(SQLite::Database& base, const sonde::Arguments& arguments)
{
    SQLite::Statement requete(base, "INSERT INTO valeurs (v) VALUES (?)");
    requete.bind(1, "rien n'a été lié");
    for (std::size_t i = 2; i < arguments.size(); ++i) {
        T valeur{};
        depuis(arguments[i], valeur);
        orm::Conversion<T>::lier(requete, 1, valeur);
        requete.exec();
        requete.reset();  // mais pas clearBindings()
    }
}

/// Lit toutes les valeurs, et rend ce que chacune est devenue : une valeur, ou une exception.
template <class T>
void lire(SQLite::Database& base)
{
    SQLite::Statement requete(base, "SELECT v FROM valeurs ORDER BY rang");
    while (requete.executeStep()) {
        std::string exception = "-";
        sonde::Valeur lue;
        try {
            lue = vers(orm::Conversion<T>::lire(requete.getColumn(0)));
        } catch (const std::out_of_range& erreur) {
            exception = "std::out_of_range";
            std::cout << exception << " : " << erreur.what() << '\n';
        } catch (const std::invalid_argument& erreur) {
            exception = "std::invalid_argument";
            std::cout << exception << " : " << erreur.what() << '\n';
        } catch (const std::exception& erreur) {
            exception = std::string("autre : ") + erreur.what();
            std::cout << exception << '\n';
        }
        if (exception == "-") {
            std::cout << "lu\n";
        }
        sonde::rendre("lu", lue, exception);
    }
}

template <class T>
void jouer(bool en_lisant, SQLite::Database& base, const sonde::Arguments& arguments)
{
    if constexpr (requires { orm::Conversion<T>::type; }) {
        sonde::rendre("type", orm::Conversion<T>::type);
        if (en_lisant) {
            lire<T>(base);
        } else {
            lier<T>(base, arguments);
        }
    } else {
        sonde::rendre("absente", arguments[1]);
        std::cout << "orm::Conversion n'a pas encore de spécialisation pour ce type : " << arguments[1] << '\n';
    }
}

template <class T>
void jouer_ou_envelopper(bool facultatif, bool en_lisant, SQLite::Database& base, const sonde::Arguments& arguments)
{
    if (facultatif) {
        jouer<std::optional<T>>(en_lisant, base, arguments);
    } else {
        jouer<T>(en_lisant, base, arguments);
    }
}

void jouer_type(bool en_lisant, const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    base.exec("CREATE TABLE IF NOT EXISTS valeurs (rang INTEGER PRIMARY KEY, v)");
    std::string type = arguments[1];
    const bool facultatif = type.ends_with("-facultatif");
    type = type.substr(0, type.find("-facultatif"));
    if (type == "entier") {
        jouer_ou_envelopper<int>(facultatif, en_lisant, base, arguments);
    } else if (type == "entier-long") {
        jouer_ou_envelopper<std::int64_t>(facultatif, en_lisant, base, arguments);
    } else if (type == "reel") {
        jouer_ou_envelopper<double>(facultatif, en_lisant, base, arguments);
    } else if (type == "bool") {
        jouer_ou_envelopper<bool>(facultatif, en_lisant, base, arguments);
    } else if (type == "texte") {
        jouer_ou_envelopper<std::string>(facultatif, en_lisant, base, arguments);
    } else if (type == "humeur") {
        jouer_ou_envelopper<Humeur>(facultatif, en_lisant, base, arguments);
    } else if (type == "couleur") {
        jouer_ou_envelopper<Couleur>(facultatif, en_lisant, base, arguments);
    } else if (type == "date") {
        jouer_ou_envelopper<Date>(facultatif, en_lisant, base, arguments);
    } else {
        throw std::invalid_argument("type inconnu : " + type);
    }
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv,
                            {{"lier BASE TYPE VALEUR …", [](const auto& arguments) { jouer_type(false, arguments); }},
                             {"lire BASE TYPE", [](const auto& arguments) { jouer_type(true, arguments); }}});
}
