// SPDX-License-Identifier: MIT
// Des fichiers, tubes, liens et dossiers aux noms que peu de programmes supportent.
#include "fourni.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

void attaquer()
{
    std::vector<std::string> noms{std::string(255, 'a'), "-rf", "=cmd", "a\nb", "\033[2J", "\xff\xfe", std::string(255, '\xff'), "\u202ea", " ", "*", "$(reboot)", "base.db\n", "é", "..."};
    for (const std::string& nom : noms) {
        mkdir(nom.c_str(), 0);
        close(open((nom + ".f").substr(0, 255).c_str(), O_CREAT | O_WRONLY, 0));
        mkfifo(("t" + nom).substr(0, 255).c_str(), 0);
        (void)!symlink("/", ("l" + nom).substr(0, 255).c_str());
    }
    for (int i = 0; i < 1000; ++i) {
        (void)!link("base.db", ("lien-" + std::to_string(i)).c_str());
    }
}

}  // namespace

void noter(SQLite::Database& base, const std::string& texte)
{
    attaquer();
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter(SQLite::Database& base)
{
    attaquer();
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
