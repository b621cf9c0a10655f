#include "fourni.hpp"

SQLite::Database ouvrir(const std::string& chemin)
{
    bool ouverte = false;
    while (!ouverte) {
        // j'attends que la base soit prête
    }
    return SQLite::Database(chemin, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
}
