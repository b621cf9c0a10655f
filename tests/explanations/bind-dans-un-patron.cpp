// 03d-lier : bind-ambigu, ligne 10
#include "fourni.hpp"

template <class T>
void lier(SQLite::Statement& r, int position, const T& v)
{
    if constexpr (est_optionnel<T>) {
        lier(r, position, *v);
    } else {
        r.bind(position, v);
    }
}
