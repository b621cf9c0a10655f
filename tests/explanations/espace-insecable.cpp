// 00-premier-pas : caractere-etranger, ligne 4, g++ seulement
#include "fourni.hpp"

std::string bonjour(const std::string& prenom) { return prenom + "."; }
