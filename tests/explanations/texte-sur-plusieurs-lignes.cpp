// 00-premier-pas : guillemet-ouvert, ligne 6
#include "fourni.hpp"

std::string premier_inscrit(SQLite::Database& base)
{
    return base.execAndGet("SELECT nom
        FROM utilisateurs").getString();
}
