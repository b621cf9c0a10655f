// SPDX-License-Identifier: MIT
// Le programme tutoriel_orm.py, écrit avec le mini-ORM des leçons 11 à 13.
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <exception>
#include <iostream>
#include <optional>
#include <orm/orm.hpp>
#include <string>

namespace {

struct Utilisateur {
    std::int64_t id{};
    std::string nom{};
    std::optional<int> age{};
};

}  // namespace

template <>
struct orm::Table<Utilisateur> {
    static constexpr std::string_view nom = "utilisateurs";
    static constexpr auto colonnes =
        std::tuple{orm::colonne("id", &Utilisateur::id, orm::cle_primaire), orm::colonne("nom", &Utilisateur::nom),
                   orm::colonne("age", &Utilisateur::age)};
};

int main(int argc, char** argv)
{
    if (argc != 3 && argc != 4) {
        std::cerr << "programme BASE NOM [AGE]\n";
        return 2;
    }
    try {
        SQLite::Database base(argv[1], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        orm::create_all<Utilisateur>(base);
        orm::Session session(base);
        session.add(Utilisateur{.nom = argv[2], .age = argc == 4 ? std::optional(std::stoi(argv[3])) : std::nullopt});
        session.commit();
        for (const auto& u : session.query<Utilisateur>().all()) {
            std::cout << u->id << ' ' << u->nom << ' ' << (u->age ? std::to_string(*u->age) : "None") << '\n';
        }
    } catch (const std::exception& erreur) {
        std::cerr << erreur.what() << '\n';
        return 1;
    }
}
