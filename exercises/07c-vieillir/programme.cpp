// SPDX-License-Identifier: MIT
// Donné avec l'exercice : les caisses de la boutique. L'une appelle votre fonction, l'autre travaille en même temps.
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <iostream>
#include <sonde.hpp>
#include <stdexcept>
#include <string>

namespace {

/// L'autre caisse. Elle a sa propre connexion, et ajoute des années à la même personne, une seule fois.
class AutreCaisse {
public:
    AutreCaisse(SQLite::Database& votre, const std::string& chemin, std::int64_t id, int annees)
        : votre_(votre.getHandle()), base_(chemin, SQLite::OPEN_READWRITE),
          ajout_(base_, "UPDATE utilisateurs SET age = age + ? WHERE id = ?")
    {
        ajout_.bind(1, annees);
        ajout_.bind(2, id);
        sqlite3_progress_handler(votre_, 1, a_chaque_pas, this);
    }
    ~AutreCaisse() { sqlite3_progress_handler(votre_, 0, nullptr, nullptr); }
    AutreCaisse(const AutreCaisse&) = delete;
    AutreCaisse& operator=(const AutreCaisse&) = delete;

    [[nodiscard]] bool a_fini() const { return a_fini_; }

    void travailler()
    {
        ajout_.exec();
        a_fini_ = true;
    }

private:
    /// SQLite l'appelle à chaque pas d'une instruction de votre connexion. Si celle-ci lit sans tenir le verrou d'écriture,
    /// c'est le moment.
    static int a_chaque_pas(void* p)
    {
        auto& caisse = *static_cast<AutreCaisse*>(p);
        if (!caisse.a_fini_ && sqlite3_txn_state(caisse.votre_, "main") == SQLITE_TXN_READ) {
            try {
                caisse.travailler();
            } catch (const std::exception&) {
                caisse.ajout_.tryReset();  // le verrou était pris : elle réessaiera
            }
        }
        return 0;  // continuez
    }

    sqlite3* votre_;
    SQLite::Database base_;
    SQLite::Statement ajout_;
    bool a_fini_ = false;
};

/// Joue un appel, dont l'échec est noté sous `nom` et affiché.
void appeler(const std::string& nom, SQLite::Database& base, std::int64_t id, int annees)
{
    std::cout << "vieillir(base, " << id << ", " << annees << ") ";
    sonde::essayer(nom, [&] {
        try {
            const int lignes = vieillir(base, id, annees);
            sonde::rendre(nom, lignes);
            std::cout << "a rendu " << lignes << '\n';
        } catch (const SQLite::Exception& erreur) {
            std::cout << "a levé : " << erreur.what() << " (code étendu " << erreur.getExtendedErrorCode() << ")\n";
            throw;
        }
    });
}

void montrer(SQLite::Database& base, std::int64_t id)
{
    SQLite::Statement lecture(base, "SELECT age FROM utilisateurs WHERE id = ?");
    lecture.bind(1, id);
    if (lecture.executeStep()) {
        const SQLite::Column age = lecture.getColumn(0);
        std::cout << "âge de " << id << " : " << (age.isNull() ? "inconnu" : age.getString()) << '\n';
    }
}

/// Des appels à la suite, sur la même connexion.
void jouer(const sonde::Arguments& arguments)
{
    if (arguments.size() % 2 == 0) {
        throw std::invalid_argument("après la base, il faut un nombre d'ANNEES pour chaque ID");
    }
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    base.setBusyTimeout(1000);
    for (std::size_t i = 1; i < arguments.size(); i += 2) {
        const std::int64_t id = std::stoll(arguments[i]);
        appeler("appel " + std::to_string((i + 1) / 2), base, id, std::stoi(arguments[i + 1]));
        montrer(base, id);
    }
}

/// Un appel, pendant lequel l'autre caisse travaille.
void jouer_a_deux(const sonde::Arguments& arguments)
{
    const std::int64_t id = std::stoll(arguments[1]);
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    base.exec("PRAGMA journal_mode = WAL");  // on peut alors écrire pendant qu'un autre lit (leçon 9)
    AutreCaisse autre(base, arguments[0], id, std::stoi(arguments[3]));
    appeler("appel 1", base, id, std::stoi(arguments[2]));
    sonde::rendre("pendant", autre.a_fini());
    std::cout << "l'autre caisse a travaillé " << (autre.a_fini() ? "pendant" : "après") << " votre appel\n";
    if (!autre.a_fini()) {
        autre.travailler();
    }
    montrer(base, id);
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv,
                            {{"vieillir BASE ID ANNEES …", jouer}, {"deux BASE ID ANNEES ANNEES_AUTRE", jouer_a_deux}});
}
