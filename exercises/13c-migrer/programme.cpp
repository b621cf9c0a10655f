// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui connaît l'histoire d'une base, et la lui fait vivre.
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <sonde.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

/// Cinq étapes. La deuxième a trois instructions ; jouer deux fois la quatrième vieillirait tout le monde deux fois.
const std::vector<orm::Migration> histoire{
    {"la table du tutoriel", "CREATE TABLE IF NOT EXISTS utilisateurs (id INTEGER PRIMARY KEY, nom TEXT, age INTEGER)"},
    {"les commandes", "CREATE TABLE commandes (id INTEGER PRIMARY KEY, utilisateur_id INTEGER NOT NULL REFERENCES "
                      "utilisateurs, total REAL NOT NULL);"
                      "INSERT INTO commandes (utilisateur_id, total) SELECT id, 5.0 FROM utilisateurs;"
                      "CREATE INDEX commandes_par_utilisateur ON commandes (utilisateur_id)"},
    {"le courriel", "ALTER TABLE utilisateurs ADD COLUMN courriel TEXT"},
    {"un an a passé", "UPDATE utilisateurs SET age = age + 1;"
                      "UPDATE utilisateurs SET courriel = 'à demander ; vite' WHERE age IS NULL;"
                      "INSERT INTO commandes (utilisateur_id, total) SELECT id, 1.0 FROM utilisateurs;"},
    {"plus de courriel", "ALTER TABLE utilisateurs DROP COLUMN courriel;"},
};

std::vector<orm::Migration> les_premieres(const std::string& nombre)
{
    return {histoire.begin(),
            histoire.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(std::stoul(nombre), histoire.size()))};
}

void observer(SQLite::Database& base)
{
    const int version = base.execAndGet("PRAGMA user_version").getInt();
    const bool en_cours = sqlite3_get_autocommit(base.getHandle()) == 0;
    sonde::rendre("etat", version, en_cours ? "transaction" : "rien");
    std::cout << "version " << version << ", " << (en_cours ? "une transaction en cours" : "pas de transaction")
              << '\n';
}

void migrer(SQLite::Database& base, const std::vector<orm::Migration>& etapes)
{
    sonde::essayer("migrer", [&] {
        try {
            orm::migrer(base, etapes);
        } catch (const std::exception& erreur) {
            const bool de_sqlite = dynamic_cast<const SQLite::Exception*>(&erreur) != nullptr;
            if (!de_sqlite && dynamic_cast<const std::runtime_error*>(&erreur) != nullptr) {
                sonde::rendre("futur", "std::runtime_error");  // ou une classe qui en dérive
            }
            std::cout << "exception : " << erreur.what() << '\n';
            throw;
        }
    });
    observer(base);
}

/// Les NOMBRE premières étapes.
void jouer_migrer(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrer(base, les_premieres(arguments[1]));
}

/// Ce qu'en voit un programme qui ne fait que lire. Si le courant a manqué, c'est SQLite qui répare, à cette lecture.
void jouer_regarder(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    observer(base);
}

/// Les deux premières, puis une étape de plusieurs instructions dont la dernière est SQL ; puis celle-là, corrigée.
void jouer_refus(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    std::vector<orm::Migration> etapes = les_premieres("2");
    const std::string debut = "CREATE TABLE factures (id INTEGER PRIMARY KEY, montant REAL NOT NULL); INSERT INTO "
                              "factures (montant) SELECT total FROM commandes; DELETE FROM commandes;";
    etapes.push_back({"les factures", debut + arguments[1]});
    migrer(base, etapes);
    etapes.back().sql = debut;
    migrer(base, etapes);
}

// --- La panne de courant ------------------------------------------------------------------------------------------

[[noreturn]] void panne()
{
    std::cout << "panne de courant" << std::endl;
    std::_Exit(75);  // ni destructeur, ni fermeture
}

void couper(sqlite3_context*, int, sqlite3_value**) { panne(); }

/// Quand SQLite prépare une instruction qui écrit le numéro de version voulu : « PRAGMA user_version = 3 ».
int surveiller(void* numero, int action, const char* nom, const char* valeur, const char*, const char*)
{
    const auto* voulu = static_cast<const std::string*>(numero);
    if (action == SQLITE_PRAGMA && valeur != nullptr && sqlite3_stricmp(nom, "user_version") == 0 && valeur == *voulu) {
        panne();
    }
    return SQLITE_OK;
}

/// Le courant s'arrête pendant la troisième étape : « milieu », entre deux de ses instructions ; « fin », après la dernière ;
/// « numero », au moment d'écrire le numéro 3 ; « ensuite », pendant la quatrième.
void jouer_panne(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    sqlite3_create_function(base.getHandle(), "couper", 0, SQLITE_UTF8, nullptr, couper, nullptr, nullptr);
    const std::string& moment = arguments[1];
    std::vector<orm::Migration> etapes = histoire;
    const std::string deux = "CREATE TABLE factures (id INTEGER PRIMARY KEY, montant REAL NOT NULL);";
    static const std::string trois = "3";
    if (moment == "milieu") {
        etapes[2].sql = deux + "SELECT couper(); INSERT INTO factures (montant) VALUES (1.0);";
    } else if (moment == "fin") {
        etapes[2].sql += "; SELECT couper();";
    } else if (moment == "numero") {
        sqlite3_set_authorizer(base.getHandle(), surveiller, const_cast<std::string*>(&trois));
    } else if (moment == "ensuite") {
        etapes[3].sql = "DELETE FROM commandes; SELECT couper();";
    } else {
        throw std::invalid_argument("moment inconnu : " + moment);
    }
    migrer(base, etapes);
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv,
                            {{"migrer BASE NOMBRE", jouer_migrer},
                             {"regarder BASE", jouer_regarder},
                             {"refus BASE SQL", jouer_refus},
                             {"panne BASE MOMENT", jouer_panne}});
}
