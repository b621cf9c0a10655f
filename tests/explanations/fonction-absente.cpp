// 03b-inserer-tous : fonction-absente
#include "fourni.hpp"
