// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui joue des mots, dans une session ou plusieurs, puis regarde la base.
#include "fourni.hpp"
#include "reponse.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cstdint>
#include <iostream>
#include <memory>
#include <optional>
#include <sonde.hpp>
#include <stdexcept>
#include <string>
#include <vector>

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

namespace {

/// Rend combien de lignes voit la connexion de la session, et si elle a une transaction en cours.
void observer(const std::string& mot, SQLite::Database& base)
{
    const std::int64_t lignes = base.execAndGet("SELECT count(*) FROM utilisateurs").getInt64();
    const bool en_cours = sqlite3_get_autocommit(base.getHandle()) == 0;
    sonde::rendre("apres", mot, lignes, en_cours ? "transaction" : "rien");
    std::cout << mot << " : " << lignes << " ligne(s), "
              << (en_cours ? "une transaction en cours" : "pas de transaction") << '\n';
}

/// Joue les mots dans une session, jusqu'au mot « ; », ou au dernier ; rend le rang du suivant.
std::size_t jouer_session(SQLite::Database& base, const sonde::Arguments& mots, std::size_t rang)
{
    orm::Session session(base);
    std::vector<std::shared_ptr<Utilisateur>> gardes;
    for (; rang < mots.size() && mots[rang] != ";"; ++rang) {
        const std::string& mot = mots[rang];
        const std::string suite = mot.substr(1);
        const auto jouer = [&] {
            if (mot[0] == '+') {
                gardes.push_back(session.add(Utilisateur{.nom = suite}));
            } else if (mot[0] == '~') {
                const auto lu = session.get<Utilisateur>(std::stoll(suite));
                if (lu == nullptr) {
                    throw std::invalid_argument("pas d'utilisateur " + suite);
                }
                lu->age = 99;
                gardes.push_back(lu);
            } else if (mot[0] == '?') {
                const auto lu = session.get<Utilisateur>(std::stoll(suite));
                sonde::rendre("lu", lu ? std::optional(lu->nom) : std::nullopt, lu ? lu->age : std::nullopt);
                std::cout << (lu ? lu->nom + ", " + std::to_string(lu->age.value_or(-1)) : "personne") << '\n';
            } else if (mot == "=") {
                session.flush();
            } else if (mot == "!") {
                session.commit();
            } else if (mot == "X") {
                session.rollback();
            } else {
                throw std::invalid_argument("mot inconnu : " + mot);
            }
        };
        if (!sonde::essayer("refus", jouer)) {
            std::cout << "exception\n";
        }
        observer(mot, base);
    }
    return rang;
}

void jouer(const sonde::Arguments& arguments)
{
    static_assert(noexcept(std::declval<orm::Session&>().rollback()), "rollback() doit être noexcept");
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    for (std::size_t rang = 1; rang < arguments.size(); ++rang) {
        rang = jouer_session(base, arguments, rang);
        observer("fin", base);
    }
}

}  // namespace

int main(int argc, char** argv) { return sonde::programme(argc, argv, {{"jouer BASE MOT …", jouer}}); }
