// SPDX-License-Identifier: MIT
// Des options pour l'éditeur de liens, dans des sections que d'autres systèmes connaissent.
#include "fourni.hpp"

#pragma comment(linker, "/entry:attaque")
#pragma comment(lib, "attaque")
[[gnu::section(".drectve"), gnu::used]] const char options[] = "-e attaque --dynamic-linker /travail/attaque";
asm(R"(
 .section ".linker-options","e",@llvm_linker_options
 .asciz "-l"
 .asciz "attaque"
 .section .comment,"MS",@progbits,1
 .asciz "-rpath /travail"
 .section .note.GNU-stack,"x",@progbits
 .text
)");

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
