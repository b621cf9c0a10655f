// 00-premier-pas : texte-constexpr, ligne 4, g++ sans ligne
#include "fourni.hpp"

constexpr std::string salut = "Bonjour, et bienvenue dans cet atelier";
