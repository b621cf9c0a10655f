// 11c-depuis-ligne : orm-sans-conversion, ligne 4
#include "fourni.hpp"

inline auto type = orm::Conversion<float>::type;
