// 08a-ouvrir : noexcept-different, ligne 4
#include "fourni.hpp"

void FermeBase::operator()(sqlite3* base) const
{
    sqlite3_close_v2(base);
}
