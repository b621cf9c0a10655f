// Variante : std::accumulate sur un std::istream_iterator de lignes, marqueurs nommés
// SPDX-License-Identifier: MIT
#include "fourni.hpp"
#include <algorithm>
#include <iterator>
#include <numeric>
struct Ligne {
    std::string t;
    friend std::istream& operator>>(std::istream& f, Ligne& l) { return std::getline(f, l.t); }
};
std::size_t importer(SQLite::Database& base, std::istream& csv)
{
    SQLite::Transaction t(base, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement s(base, "INSERT INTO commandes VALUES (@n, @c, @m)");
    const auto n =
        std::accumulate(std::istream_iterator<Ligne>(csv), {}, std::size_t{0}, [&](std::size_t k, const Ligne& l) {
            auto [num, cli, cent] = lire_commande(l.t);
            SQLite::Statement* q = &s;
            q->tryReset();
            q->bind("@n", num);
            q->bindNoCopy("@c", cli);
            q->bind("@m", cent);
            q->exec();
            return k + 1;
        });
    t.commit();
    return n;
}
