// SPDX-License-Identifier: MIT
// Donné avec l'exercice : les caisses du musée. L'une appelle votre fonction, l'autre travaille en même temps.
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cstddef>
#include <exception>
#include <iostream>
#include <optional>
#include <sonde.hpp>
#include <string>

namespace {

/// L'autre caisse. Elle a sa propre connexion, et enregistre une visite de la même personne, une seule fois.
class AutreCaisse {
public:
    AutreCaisse(SQLite::Database& votre, const std::string& chemin, const std::string& nom)
        : votre_(votre.getHandle()), base_(chemin, SQLite::OPEN_READWRITE), nom_(nom)
    {
        sqlite3_progress_handler(votre_, 1, a_chaque_pas, this);
    }
    ~AutreCaisse() { sqlite3_progress_handler(votre_, 0, nullptr, nullptr); }
    AutreCaisse(const AutreCaisse&) = delete;
    AutreCaisse& operator=(const AutreCaisse&) = delete;

    /// Le numéro de la visite qu'elle a enregistrée ; rien tant qu'elle ne l'a pas fait.
    [[nodiscard]] const std::optional<int>& numero() const { return numero_; }

    void travailler()
    {
        SQLite::Transaction transaction(base_, SQLite::TransactionBehavior::IMMEDIATE);
        const auto executer = [&](const char* sql) {
            SQLite::Statement requete(base_, sql);
            requete.bind(1, nom_);
            return requete.executeStep() ? requete.getColumn(0).getInt() : 0;
        };
        executer("INSERT OR IGNORE INTO utilisateurs (nom) VALUES (?)");
        executer("UPDATE utilisateurs SET visites = visites + 1 WHERE nom = ?");
        const int visites = executer("SELECT visites FROM utilisateurs WHERE nom = ?");
        transaction.commit();
        numero_ = visites;
    }

private:
    /// SQLite l'appelle à chaque pas d'une instruction de votre connexion. Si celle-ci a commencé à travailler et ne tient pas,
    /// ou plus, le verrou d'écriture, c'est le moment.
    static int a_chaque_pas(void* p)
    {
        auto& caisse = *static_cast<AutreCaisse*>(p);
        const int etat = sqlite3_txn_state(caisse.votre_, "main");
        caisse.commence_ = caisse.commence_ || etat != SQLITE_TXN_NONE;
        if (!caisse.numero_ && caisse.commence_ && etat != SQLITE_TXN_WRITE) {
            try {
                caisse.travailler();
            } catch (const std::exception&) {  // le verrou était pris : elle réessaiera
            }
        }
        return 0;  // continuez
    }

    sqlite3* votre_;
    SQLite::Database base_;
    std::string nom_;
    std::optional<int> numero_;
    bool commence_ = false;
};

void regler(SQLite::Database& base)
{
    base.exec("PRAGMA foreign_keys = ON");
    base.setBusyTimeout(1000);
}

/// Joue un appel, dont l'échec est noté sous `cle` et affiché.
void appeler(const std::string& cle, SQLite::Database& base, const std::string& nom)
{
    sonde::essayer(cle, [&] {
        try {
            const int numero = enregistrer_visite(base, nom);
            sonde::rendre(cle, numero);
            std::cout << nom << " : visite numéro " << numero << '\n';
        } catch (const SQLite::Exception& erreur) {
            std::cout << nom << " : " << erreur.what() << " (code étendu " << erreur.getExtendedErrorCode() << ")\n";
            throw;
        }
    });
}

/// Des visites à la suite, sur la même connexion.
void visiter(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    regler(base);
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        appeler("visite " + std::to_string(i), base, arguments[i]);
    }
}

/// De même, mais une voisine, qui a sa propre connexion, regarde la base après chaque visite, et essaie d'écrire.
void visiter_devant_une_voisine(const sonde::Arguments& arguments)
{
    SQLite::Database voisine(arguments[0], SQLite::OPEN_READWRITE);
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    regler(base);
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        appeler("visite " + std::to_string(i), base, arguments[i]);
        SQLite::Statement lecture(voisine, "SELECT visites FROM utilisateurs WHERE nom = ?");
        lecture.bind(1, arguments[i]);
        const std::optional<int> vues =
            lecture.executeStep() ? std::optional<int>(lecture.getColumn(0).getInt()) : std::nullopt;
        lecture.reset();
        const bool libre = voisine.tryExec("BEGIN IMMEDIATE; COMMIT") == SQLITE_OK;
        sonde::rendre("voisine", arguments[i], vues, libre ? "libre" : "tenu");
        std::cout << "  la voisine voit " << (vues ? std::to_string(*vues) : "aucune") << " visite(s), le verrou est "
                  << (libre ? "libre\n" : "tenu\n");
    }
}

/// Une visite, pendant laquelle l'autre caisse en enregistre une de la même personne.
void visiter_a_deux(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    regler(base);
    base.exec("PRAGMA journal_mode = WAL");  // on peut alors écrire pendant qu'un autre lit (leçon 9)
    AutreCaisse autre(base, arguments[0], arguments[1]);
    appeler("visite 1", base, arguments[1]);
    const bool pendant = autre.numero().has_value();
    if (!pendant) {
        autre.travailler();
    }
    sonde::rendre("autre", autre.numero(), pendant ? "pendant" : "après");
    std::cout << "l'autre caisse, " << (pendant ? "pendant" : "après") << " votre appel : visite numéro "
              << autre.numero().value_or(0) << '\n';
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv,
                            {{"visiter BASE NOM …", visiter},
                             {"voisine BASE NOM …", visiter_devant_une_voisine},
                             {"deux BASE NOM", visiter_a_deux}});
}
