// Les lettres sont rangées dans un arbre de préfixes, que SQLite garde et détruit avec la connexion.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"
#include <algorithm>
#include <compare>
#include <cstdlib>
#include <map>
#include <memory>
#include <sqlite3.h>
#include <tuple>
#include <vector>
using Octets = std::vector<unsigned char>;

// Un arbre de préfixes : un nœud par octet.
struct Noeud {
    std::map<unsigned char, std::unique_ptr<Noeud>> suite;
    const Lettre* lettre = nullptr;
};

class Trieur {
    Noeud racine_;
    void ajouter(std::string_view forme, const Lettre& l)
    {
        Noeud* n = &racine_;
        for (unsigned char c : forme) {
            auto& s = n->suite[c];
            if (!s)
                s = std::make_unique<Noeud>();
            n = s.get();
        }
        n->lettre = &l;
    }

public:
    Trieur()
    {
        for (auto const& l : lettres) {
            ajouter(l.composee, l);
            ajouter(l.decomposee, l);
        }
    }
    std::pair<Octets, Octets> lire(const unsigned char* p, const unsigned char* fin) const
    {
        std::pair<Octets, Octets> r;
        while (p != fin) {
            const Noeud* n = &racine_;
            const unsigned char* q = p;
            while (q != fin && !n->lettre) {
                auto it = n->suite.find(*q);
                if (it == n->suite.end())
                    break;
                n = it->second.get();
                ++q;
            }
            if (n->lettre) {
                for (char c : n->lettre->de_base)
                    r.first.push_back(static_cast<unsigned char>(c));
                for (char c : n->lettre->composee)
                    r.second.push_back(static_cast<unsigned char>(c));
                p = q;
            } else {
                r.first.push_back('A' <= *p && *p <= 'Z' ? static_cast<unsigned char>(*p | 0x20) : *p);
                r.second.push_back(*p++);
            }
        }
        return r;
    }
};

void enregistrer_francais(SQLite::Database& base)
{
    auto trieur = std::make_unique<Trieur>();
    auto compare = [](void* ctx, int na, const void* a, int nb, const void* b) -> int {
        try {
            auto& t = *static_cast<Trieur*>(ctx);
            auto pa = static_cast<const unsigned char*>(a);
            auto pb = static_cast<const unsigned char*>(b);
            auto o = t.lire(pa, pa + na) <=> t.lire(pb, pb + nb);
            return o < 0 ? -1000 : o > 0 ? 1000 : 0;
        } catch (...) {
            std::abort();
        }
    };
    if (sqlite3_create_collation_v2(base.getHandle(), "francais", SQLITE_UTF8, trieur.get(), compare,
                                    [](void* p) { delete static_cast<Trieur*>(p); }) != SQLITE_OK)
        throw SQLite::Exception(base.getHandle());
    trieur.release();
}
