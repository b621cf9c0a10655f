// 00-premier-pas : type-rendu-different, ligne 4
#include "fourni.hpp"

void bonjour(const std::string& prenom) {}
