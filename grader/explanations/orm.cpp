// SPDX-License-Identifier: MIT
// What the compilers say of the mini-ORM of lessons 11 to 13.
#include "explanations/table.hpp"
#include "message.hpp"

namespace atelier {

const std::vector<Explanation>& orm_explanations()
{
    static const std::vector<Explanation> all{
        {"orm-non-decrit",
         translatable(
             "« {0} » n'est pas décrit : il manque une spécialisation de orm::Table<{0}>, ou elle vient après cette ligne."),
         {},
         {"undefined template 'orm::Table<*>'", "incomplete type 'orm::Table<*>'",
          "constraints not satisfied for class template 'Query' [with T = *]"}},
        {"orm-non-decrit",
         translatable(
             "La structure donnée ici n'est pas une entité : il lui manque une spécialisation de orm::Table, ou elle vient après cette ligne."),
         {},
         {"requires  Entite<T>*required expression 'orm::Table<"}},
        {"orm-nom-de-colonne",
         translatable(
             "nom_de_colonne veut, entre chevrons, l'entité puis l'adresse d'un membre connue à la compilation, et rien entre parenthèses : nom_de_colonne<T, membre>(), où membre est un paramètre de patron (template <auto membre>), ou s'écrit &Utilisateur::nom."),
         {"no matching function for call to 'nom_de_colonne"}},
        {"orm-sans-colonne",
         translatable(
             "Le membre désigné ici n'a pas de colonne : ajoutez-la à la description de l'entité (orm::Table), ou désignez l'un des membres qu'elle cite. Il doit appartenir à cette entité-là, et non à une autre."),
         {"n'a pas de colonne dans orm::Table"}},
        {"orm-autre-condition",
         translatable(
             "Ce patron est déjà déclaré, avec une autre condition sur son paramètre. Recopiez sa première ligne telle quelle : template <Entite T> et template <class T> n'annoncent pas le même patron."),
         {"type constraint differs in template redeclaration", "with different constraints"}},
        {"orm-sans-conversion",
         translatable(
             "L'ORM ne sait pas convertir « {0} » : il n'y a pas de orm::Conversion<{0}>. Choisissez pour ce membre un type qu'il connaît, ou écrivez cette spécialisation."),
         {"undefined template 'orm::Conversion<*>'", "incomplete type 'orm::Conversion<*>'"}},
        {"orm-colonne",
         translatable(
             "orm::colonne attend un nom et l'adresse d'un membre, &Structure::membre. Avec orm::cle_primaire, ce membre est un std::int64_t ; avec orm::reference_vers, la structure visée est déjà décrite."),
         {"no matching function for call to 'colonne"}},
        {"orm-membre",
         translatable(
             "Un membre se désigne entre chevrons, par son adresse dans sa structure\u00A0: filter_by<&Utilisateur::nom>(…), order_by<&Utilisateur::id>(). Son nom seul, ou son nom dans un texte, ne suffit pas\u00A0; et la valeur que prend filter_by, entre parenthèses, est du type de ce membre."),
         {"no matching member function for call to 'filter_by", "no matching member function for call to 'order_by",
          "no matching function for call to 'orm::Query<*>::filter_by",
          "no matching function for call to 'orm::Query<*>::order_by", "invalid conversion from '~' to 'orm::TypeDe<&"},
         {"invalid use of non-static data member '~'*filter_by<",
          "invalid use of non-static data member '~'*order_by<"}},
        {"orm-entite",
         translatable(
             "Cette fonction veut entre chevrons une entité, c'est-à-dire une structure dont orm::Table est déjà définie : par exemple pour_chaque_colonne<Utilisateur>(…)."),
         {"no matching function for call to 'pour_chaque_colonne", "no matching function for call to 'depuis_ligne",
          "no matching function for call to 'sql_creation", "no matching function for call to 'create_all",
          "no matching member function for call to 'query'", "no matching function for call to 'orm::Session::query<",
          "no matching member function for call to 'get'", "no matching function for call to 'orm::Session::get(",
          "no matching function for call to 'orm::Session::get<"}},
    };
    return all;
}

}  // namespace atelier
