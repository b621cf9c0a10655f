// 08a-ouvrir : definition-differente, ligne 4
#include "fourni.hpp"

void FermeBase::operator()(sqlite3* base) noexcept
{
    sqlite3_close_v2(base);
}
