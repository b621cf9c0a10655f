// 03d-lier : static-assert, ligne 7
#include "fourni.hpp"

template <class T>
void lier(SQLite::Statement&, int, const T&)
{
    static_assert(std::is_same_v<T, int>, "seulement int");
}
