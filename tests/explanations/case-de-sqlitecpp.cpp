// 04d-lire-valeur : case-non-constant, ligne 7
#include "fourni.hpp"

Valeur lire(const SQLite::Column& c)
{
    switch (c.getType()) {
        case SQLite::INTEGER: return c.getInt64();
        default: return std::monostate{};
    }
}
