// SPDX-License-Identifier: MIT
// A tour of the mini-ORM, orm/orm.hpp alone: what orm_test compiles with every warning, and runs under the sanitizers, and
// what .ci/run gives to clang-tidy. Ends with 0 when all is as promised, and says what is not.
#include <orm.hpp>

#include <chrono>
#include <cstdint>
#include <iostream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace {

enum class Ciel { clair, couvert };

struct Commune {
    std::string nom{};
    std::int64_t numero{};
};

struct Releve {
    std::int64_t id{};
    std::optional<std::int64_t> commune{};
    std::chrono::year_month_day jour{std::chrono::year(2026) / 11 / 24};
    double temperature{};
    Ciel ciel{};
    bool pluie{};
    std::optional<std::string> remarque{};
    int sans_colonne{};
};

}  // namespace

template <>
struct orm::Table<Commune> {
    static constexpr std::string_view nom = "group";
    static constexpr auto colonnes =
        std::tuple{orm::colonne("order", &Commune::nom), orm::colonne("numero", &Commune::numero, orm::cle_primaire)};
};

template <>
struct orm::Table<Releve> {
    static constexpr std::string_view nom = "releves";
    static constexpr auto colonnes =
        std::tuple{orm::colonne("id", &Releve::id, orm::cle_primaire),
                   orm::colonne("commune", &Releve::commune, orm::reference_vers<Commune>()),
                   orm::colonne("jour", &Releve::jour),
                   orm::colonne("temperature", &Releve::temperature),
                   orm::colonne("ciel", &Releve::ciel),
                   orm::colonne("pluie", &Releve::pluie),
                   orm::colonne("remarque", &Releve::remarque)};
};

namespace {

void exiger(bool vrai, const char* quoi)
{
    if (!vrai) {
        throw std::logic_error(quoi);
    }
}

std::int64_t compter(SQLite::Database& base, const char* table)
{
    return base.execAndGet(std::string("SELECT count(*) FROM ") + table).getInt64();
}

void ajouter_et_interroger(SQLite::Database& base)
{
    orm::Session session(base);
    const auto brest = session.add(Commune{.nom = "L'Haÿ"});
    exiger(brest->numero == 0, "rien n'est envoyé par add()");
    session.flush();
    const auto chaud = session.add(Releve{.commune = brest->numero, .temperature = 21.5, .ciel = Ciel::couvert});
    session.add(Releve{.temperature = -3, .pluie = true, .remarque = ""});
    exiger(session.query<Releve>().count() == 2, "ce qui attend est compté");
    exiger(session.query<Releve>().filter_by<&Releve::commune>(std::nullopt).first()->pluie, "NULL se cherche par IS");
    exiger(session.query<Releve>().order_by<&Releve::temperature>(orm::Ordre::desc).all().front() == chaud,
           "une ligne, un objet");
    exiger(orm::enfants<&Releve::commune>(session, brest).front() == chaud, "l'enfant est celui de la session");
    exiger(orm::charger_enfants<&Releve::commune>(session, std::vector{brest, brest}).size() == 2,
           "un vecteur par parent");
    session.commit();
}

void modifier(SQLite::Database& base)
{
    orm::Session session(base);
    const auto releve = session.get<Releve>(1);
    exiger(releve == session.get<Releve>(1) && session.get<Releve>(99) == nullptr, "un seul objet, ou aucun");
    exiger(releve->ciel == Ciel::couvert && releve->jour == std::chrono::year(2026) / 11 / 24, "chaque type revient");
    base.exec("UPDATE releves SET remarque = 'ailleurs'");
    releve->temperature = 0.5;
    releve->sans_colonne = 7;
    session.flush();
    exiger(base.execAndGet("SELECT temperature || remarque FROM releves WHERE id = 1").getString() == "0.5ailleurs",
           "seule la colonne changée est envoyée");
    session.rollback();
    exiger(base.execAndGet("SELECT temperature FROM releves WHERE id = 1").getDouble() == 21.5, "rollback() annule");
}

void supprimer(SQLite::Database& base)
{
    orm::Session session(base);
    const auto commune = session.get<Commune>(1);
    for (const auto& releve : session.query<Releve>().all()) {
        session.remove(releve);
    }
    session.remove(commune);
    session.remove(session.add(Commune{.nom = "Ys"}));
    session.commit();
    exiger(compter(base, "releves") + compter(base, "\"group\"") == 0, "les enfants partent avant leur parent");
    try {
        base.exec("INSERT INTO releves (commune, jour, temperature, ciel, pluie) VALUES (NULL, '2026-02-30', 1, 0, 0)");
        session.query<Releve>().all();
        exiger(false, "cette date n'existe pas");
    } catch (const std::invalid_argument&) {
        session.add(Commune{.nom = "Dinan"});
    }
}

void evoluer(SQLite::Database& base)
{
    const std::vector<orm::Migration> etapes{{"altitude", "ALTER TABLE \"group\" ADD COLUMN altitude INTEGER"}};
    orm::migrer(base, etapes);
    orm::migrer(base, etapes);
    exiger(base.execAndGet("PRAGMA user_version").getInt() == 1, "une étape, une fois");
}

}  // namespace

int main()
{
    try {
        SQLite::Database base(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        base.exec("PRAGMA foreign_keys = ON");
        orm::create_all<Releve, Commune>(base);
        orm::create_all<Commune, Releve>(base);
        ajouter_et_interroger(base);
        modifier(base);
        supprimer(base);
        evoluer(base);
        return 0;
    } catch (const std::exception& erreur) {
        std::cerr << erreur.what() << '\n';
        return 1;
    }
}
