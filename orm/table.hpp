// SPDX-License-Identifier: MIT
// Décrire : à quelle table, et à quelles colonnes, correspond une structure.
#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>
#include <tuple>

namespace orm {

/// Ce que l'ORM sait de la structure `T`. Pour chacune des vôtres, écrivez-en une spécialisation, avec deux membres :
///
///     static constexpr std::string_view nom = …;     le nom de la table
///     static constexpr auto colonnes = std::tuple{   ses colonnes, dans l'ordre
///         orm::colonne("…", &T::membre), …};
template <class T>
struct Table;

/// Une colonne, et le membre de `T`, de type `M`, qui en porte la valeur.
template <class T, class M>
struct Colonne {
    using Type = M;

    std::string_view nom;
    M T::*membre;
    bool est_cle = false;       ///< clé primaire : SQLite choisit sa valeur quand elle vaut 0
    std::string_view parent{};  ///< la table que cette colonne désigne (clé étrangère), vide s'il n'y en a pas
};

struct ClePrimaire {};
inline constexpr ClePrimaire cle_primaire{};

struct Reference {
    std::string_view table;
};

/// Une clé étrangère vers la table de `Parent`.
template <class Parent>
constexpr Reference reference_vers()
{
    return {Table<Parent>::nom};
}

template <class T, class M>
constexpr Colonne<T, M> colonne(std::string_view nom, M T::*membre)
{
    return {nom, membre};
}

/// La clé primaire : toujours un std::int64_t.
template <class T>
constexpr Colonne<T, std::int64_t> colonne(std::string_view nom, std::int64_t T::*membre, ClePrimaire)
{
    return {nom, membre, true};
}

template <class T, class M>
constexpr Colonne<T, M> colonne(std::string_view nom, M T::*membre, Reference reference)
{
    return {nom, membre, false, reference.table};
}

/// Une structure décrite par sa spécialisation de Table, et qui se construit sans argument.
template <class T>
concept Entite = std::default_initializable<T> && requires
{
    {
        Table<T>::nom
        } -> std::convertible_to<std::string_view>;
    std::tuple_size_v<std::remove_cvref_t<decltype(Table<T>::colonnes)>>;
};

/// Appelle `f(colonne)` pour chaque colonne de `T`, dans l'ordre. Chacune étant d'un type différent, `f` est une lambda
/// à paramètre `const auto&`.
template <Entite T, class F>
constexpr void pour_chaque_colonne(F&& f)
{
    std::apply([&](const auto&... colonnes) { (f(colonnes), ...); }, Table<T>::colonnes);
}

}  // namespace orm
