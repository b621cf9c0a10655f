// 11c-depuis-ligne : orm-non-decrit, ligne 7
#include "fourni.hpp"

struct Livre {
    int prix;
};
inline auto nom = orm::Table<Livre>::nom;
