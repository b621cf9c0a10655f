// SPDX-License-Identifier: MIT
// Une table de symboles forgée : chaque nom y fait quatre mégaoctets.
#include "fourni.hpp"

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    return 0;
}

asm(R"(
 .section .noms,"a",@progbits
fauxnoms: .fill 4000000,1,0x61
 .section .fausse,"ao",@0x2,fauxnoms
 .rept 4000
 .quad 0x0001001000000000
 .quad 0
 .quad 0
 .endr
 .text
)");
