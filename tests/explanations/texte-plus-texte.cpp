// 00-premier-pas : texte-plus-texte, ligne 4
#include "fourni.hpp"

std::string bonjour(const std::string& prenom) { return "Bonjour" + ", " + prenom; }
