// 08a-ouvrir : pointeur-unique-copie, ligne 9
#include "fourni.hpp"

Base ouvrir(const std::filesystem::path& chemin)
{
    sqlite3* brute = nullptr;
    sqlite3_open(chemin.c_str(), &brute);
    Base base(brute);
    Base copie = base;
    return copie;
}
