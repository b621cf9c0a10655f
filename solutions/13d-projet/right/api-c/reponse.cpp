// SPDX-License-Identifier: MIT
// L'API C de SQLite, sans une classe de SQLiteCpp.
#include "fourni.hpp"
#include <cstring>
#include <memory>
#include <sqlite3.h>
#include <stdexcept>

namespace {

struct Fermer {
    void operator()(sqlite3* b) const { sqlite3_close_v2(b); }
};
struct Finir {
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
};

class Base {
    std::unique_ptr<sqlite3, Fermer> b;

public:
    explicit Base(const std::string& chemin)
    {
        sqlite3* brut = nullptr;
        int rc = sqlite3_open(chemin.c_str(), &brut);
        b.reset(brut);
        verifier(rc);
        sqlite3_busy_timeout(brut, 2000);
        executer("create table if not exists utilisateurs(id integer primary key, nom text not null, age integer)");
    }
    void verifier(int rc) const
    {
        if (rc != SQLITE_OK && rc != SQLITE_ROW && rc != SQLITE_DONE)
            throw std::runtime_error(sqlite3_errmsg(b.get()));
    }
    void executer(const char* sql) { verifier(sqlite3_exec(b.get(), sql, nullptr, nullptr, nullptr)); }
    std::unique_ptr<sqlite3_stmt, Finir> preparer(const char* sql)
    {
        sqlite3_stmt* s = nullptr;
        verifier(sqlite3_prepare_v2(b.get(), sql, -1, &s, nullptr));
        return std::unique_ptr<sqlite3_stmt, Finir>(s);
    }
    bool pas(sqlite3_stmt* s)
    {
        int rc = sqlite3_step(s);
        verifier(rc);
        return rc == SQLITE_ROW;
    }
};

bool lire(const char* t, int mini, int& n)
{
    n = 0;
    if (!*t)
        return false;
    for (; *t; ++t) {
        if (*t < '0' || *t > '9')
            return false;
        n = n * 10 + (*t - '0');
        if (n > 150)
            return false;
    }
    return n >= mini;
}

std::string texte(sqlite3_stmt* s, int i)
{
    auto* p = reinterpret_cast<const char*>(sqlite3_column_text(s, i));
    return p ? std::string(p, static_cast<std::size_t>(sqlite3_column_bytes(s, i))) : std::string("-");
}

}  // namespace

Code executer(const std::string& chemin, const std::vector<std::string>& mots, std::ostream& sortie,
              std::ostream& erreurs)
{
    auto mal = [&] {
        erreurs << usage;
        return Code::usage;
    };
    const auto n = mots.size();
    if (!n)
        return mal();
    const char* c = mots[0].c_str();
    int v = 0;
    const bool a = !std::strcmp(c, "ajouter"), l = !std::strcmp(c, "lister"), q = !std::strcmp(c, "chercher"),
               w = !std::strcmp(c, "vieillir");
    if (!((a && n == 3 && mots[1] != "") || (l && n == 1) || (q && n == 2) || (w && n == 2)))
        return mal();
    if (a && mots[2] != "-" && !lire(mots[2].c_str(), 0, v))
        return erreurs << "âge refusé : " << mots[2] << "\n", Code::usage;
    if (w && !lire(mots[1].c_str(), 1, v))
        return erreurs << "nombre d'années refusé : " << mots[1] << "\n", Code::usage;
    try {
        Base base(chemin);
        if (a) {
            auto s = base.preparer("insert into utilisateurs values (null, ?, ?)");
            sqlite3_bind_text(s.get(), 1, mots[1].data(), static_cast<int>(mots[1].size()), SQLITE_TRANSIENT);
            if (mots[2] != "-")
                sqlite3_bind_int(s.get(), 2, v);
            base.pas(s.get());
            return Code::bien;
        }
        if (w) {
            base.executer("begin immediate");
            // Ligne par ligne, dans une transaction que la fermeture annule.
            std::vector<std::pair<sqlite3_int64, int>> gens;
            {
                auto s = base.preparer("select id, age, nom from utilisateurs where age is not null order by id");
                while (base.pas(s.get())) {
                    int age = sqlite3_column_int(s.get(), 1) + v;
                    if (age > 150) {
                        erreurs << "trop vieux : " << texte(s.get(), 2) << "\n";
                        return Code::refus;
                    }
                    gens.emplace_back(sqlite3_column_int64(s.get(), 0), age);
                }
            }
            auto u = base.preparer("update utilisateurs set age = ?2 where id = ?1");
            for (auto [id, age] : gens) {
                sqlite3_reset(u.get());
                sqlite3_bind_int64(u.get(), 1, id);
                sqlite3_bind_int(u.get(), 2, age);
                base.pas(u.get());
            }
            sqlite3_reset(u.get());
            base.executer("commit");
            return Code::bien;
        }
        auto s = base.preparer(l ? "select nom, age from utilisateurs order by id"
                                 : "select nom, age from utilisateurs where nom is ?1 order by id");
        if (q)
            sqlite3_bind_text(s.get(), 1, mots[1].c_str(), -1, SQLITE_STATIC);
        std::string tout;
        while (base.pas(s.get()))
            tout += texte(s.get(), 0) + " " + texte(s.get(), 1) + "\n";
        if (q && tout.empty()) {
            erreurs << "personne ne s'appelle " << mots[1] << "\n";
            return Code::refus;
        }
        sortie << tout;
        return Code::bien;
    } catch (std::exception& e) {
        erreurs << "base : " << e.what() << "\n";
        return Code::base;
    }
}
