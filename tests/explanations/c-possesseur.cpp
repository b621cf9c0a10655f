// 08a-ouvrir : c-possesseur, ligne 8
#include "fourni.hpp"

Base ouvrir(const std::filesystem::path& chemin)
{
    sqlite3* brute = nullptr;
    sqlite3_open(chemin.c_str(), &brute);
    return brute;
}
