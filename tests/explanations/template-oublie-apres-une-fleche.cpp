// 09d-ecrire-avec-attente : template-oublie, ligne 15
#include "fourni.hpp"

struct Boite {
    template <class T>
    T lire() const
    {
        return {};
    }
};

template <class B>
int essai(const B& boite)
{
    return boite->lire<int>();
}

bool ecrire_avec_attente(SQLite::Database& base, const std::string& nom, std::chrono::milliseconds delai)
{
    (void)base;
    (void)nom;
    (void)delai;
    const Boite boite;
    return essai(&boite) == 0;
}
