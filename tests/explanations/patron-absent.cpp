// 03d-lier : nom-inconnu
#include "fourni.hpp"
