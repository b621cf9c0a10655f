// 03d-lier : if-constexpr, ligne 8
#include "fourni.hpp"

template <class T>
void lier(SQLite::Statement& r, int position, const T& v)
{
    if (est_optionnel<T>) {
        lier(r, position, *v);
    }
}
