// 09d-ecrire-avec-attente : transaction-comportement, ligne 6
#include "fourni.hpp"

bool ecrire_avec_attente(SQLite::Database& base, const std::string& nom, std::chrono::milliseconds delai)
{
    SQLite::Transaction transaction(base, SQLite::TransactionBehaviour::IMMEDIATE);
    (void)delai;
    base.exec("INSERT INTO tickets (nom) VALUES ('" + nom + "')");
    transaction.commit();
    return true;
}
