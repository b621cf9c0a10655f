// 00-premier-pas : signature-differente
#include "fourni.hpp"

std::string bonjour(std::string prenom) { return prenom; }
std::string premier_inscrit(SQLite::Database&) { return {}; }
