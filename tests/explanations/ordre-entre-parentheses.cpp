// 13d-projet : orm-membre, ligne 22
#include "fourni.hpp"

#include <cstdint>

struct Utilisateur {
    std::int64_t id{};
    std::string nom{};
};

template <>
struct orm::Table<Utilisateur> {
    static constexpr std::string_view nom = "utilisateurs";
    static constexpr auto colonnes =
        std::tuple{orm::colonne("id", &Utilisateur::id, orm::cle_primaire), orm::colonne("nom", &Utilisateur::nom)};
};

Code executer(const std::string& chemin, const std::vector<std::string>& mots, std::ostream& sortie, std::ostream& erreurs)
{
    SQLite::Database base(chemin);
    orm::Session session(base);
    session.query<Utilisateur>().order_by(&Utilisateur::id);
    sortie << mots.size();
    erreurs << '\n';
    return Code::bien;
}
