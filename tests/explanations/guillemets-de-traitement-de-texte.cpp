// 00-premier-pas : caractere-etranger, ligne 4
#include "fourni.hpp"

std::string bonjour(const std::string& prenom) { return “Bonjour, ” + prenom; }
