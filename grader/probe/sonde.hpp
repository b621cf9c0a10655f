// SPDX-License-Identifier: MIT
// La sonde : ce par quoi un programme d'exercice rend compte de ce qu'il a vu. Elle ne juge rien ;
// elle écrit des données que les vérifications, dans un autre processus, compareront.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace SQLite {
class Statement;
}

namespace sonde {

/// Une valeur telle que SQLite les connaît : NULL, INTEGER, REAL, TEXT ou BLOB.
using Valeur = std::variant<std::monostate, std::int64_t, double, std::string, std::vector<std::byte>>;

/// Les arguments d'un scénario, sans le nom du scénario.
using Arguments = std::vector<std::string>;

/// Un scénario : une ligne de commande que `programme.cpp` sait jouer.
struct Scenario {
    /// Le nom, puis un mot par argument : « inserer BASE NOM AGE ». Un dernier mot « … » accepte la suite.
    std::string usage;
    std::function<void(const Arguments&)> action;
};

namespace interne {
void ecrire(std::string_view nom, std::span<const Valeur> valeurs);
void ecrire_exception(std::string_view nom, const std::exception& erreur);

inline Valeur valeur(std::monostate) { return {}; }
inline Valeur valeur(std::nullptr_t) { return {}; }
inline Valeur valeur(std::nullopt_t) { return {}; }
inline Valeur valeur(const Valeur& v) { return v; }
inline Valeur valeur(std::integral auto v) { return static_cast<std::int64_t>(v); }
inline Valeur valeur(std::floating_point auto v) { return static_cast<double>(v); }
inline Valeur valeur(const char* v) { return v == nullptr ? Valeur{} : Valeur{std::string(v)}; }
inline Valeur valeur(std::string_view v) { return std::string(v); }
inline Valeur valeur(const std::string& v) { return v; }
inline Valeur valeur(std::span<const std::byte> v) { return std::vector<std::byte>(v.begin(), v.end()); }
inline Valeur valeur(const std::vector<std::byte>& v) { return v; }

template <class T>
Valeur valeur(const std::optional<T>& v)
{
    return v ? valeur(*v) : Valeur{};
}
}  // namespace interne

/// Rend une ligne de valeurs sous un nom ; appelée plusieurs fois avec le même nom, elle rend plusieurs lignes.
///
/// Accepte les entiers, les flottants, les textes, std::optional (vide : NULL), nullptr (NULL), les suites
/// d'octets (BLOB) et sonde::Valeur.
template <class... T>
void rendre(std::string_view nom, const T&... valeurs)
{
    const std::vector<Valeur> ligne{interne::valeur(valeurs)...};
    interne::ecrire(nom, ligne);
}

/// Rend sous `nom` la ligne que `requete` vient de lire, quel que soit le nombre de ses colonnes.
void rendre_ligne(std::string_view nom, SQLite::Statement& requete);

/// Exécute `action` ; vrai si elle se termine, faux si une exception en sort. L'exception est notée sous `nom`
/// avec son type, son texte et ses codes SQLite, et ne va pas plus loin.
template <std::invocable F>
bool essayer(std::string_view nom, F&& action)
{
    try {
        action();
        return true;
    } catch (const std::exception& erreur) {
        interne::ecrire_exception(nom, erreur);
        return false;
    }
}

/// Le corps de `main` : joue le scénario nommé par `argv[1]` avec les arguments qui suivent.
///
/// Rend 0 quand le scénario va à son terme, 1 quand une exception en sort (elle est notée sous le nom du
/// scénario), 64 quand la ligne de commande ne correspond à aucun scénario (leur liste est affichée).
int programme(int argc, char** argv, std::initializer_list<Scenario> scenarios);

}  // namespace sonde
