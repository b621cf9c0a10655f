// 00-premier-pas : texte-brut-ouvert, ligne 6
#include "fourni.hpp"

std::string premier_inscrit(SQLite::Database& base)
{
    return base.execAndGet(R"(SELECT nom
        FROM utilisateurs").getString();
}
