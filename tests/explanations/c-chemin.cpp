// 08a-ouvrir : c-texte, ligne 7
#include "fourni.hpp"

Base ouvrir(const std::filesystem::path& chemin)
{
    sqlite3* brute = nullptr;
    sqlite3_open(chemin, &brute);
    return Base(brute);
}
