// 00-premier-pas : guillemet-ouvert, ligne 4
#include "fourni.hpp"

std::string bonjour(const std::string& prenom) { return "Bonjour, + prenom; }
