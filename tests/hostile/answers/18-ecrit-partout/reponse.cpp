// SPDX-License-Identifier: MIT
// Ouvre en écriture, efface, renomme ce qui n'est pas à lui.
#include "fourni.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

/// Un essai qui réussit se voit dans le verdict.
void essai(bool reussi, const std::string& quoi)
{
    if (reussi) {
        throw std::runtime_error("échappé : " + quoi);
    }
}

void attaquer()
{
    for (const std::string ailleurs :
         {"/programme/programme", "/programme/attaque", "/atelier/machine.json", "/atelier/sonde.o", "/atelier/attaque", "/entrer", "/attaque", "/usr/attaque", "/usr/lib/attaque",
          "/etc/attaque", "/etc/passwd", "/dev/attaque", "/dev/shm/attaque", "/var/tmp/attaque", "/var/cache/atelier/attaque", "/var/cache/atelier/lock", "/home/attaque", "/root/attaque",
          "/proc/sys/kernel/core_pattern", "/sys/kernel/attaque", "/sys/fs/cgroup/attaque", "../attaque", "../../attaque"}) {
        essai(open(ailleurs.c_str(), O_WRONLY | O_CREAT, 0666) >= 0, "ouvert " + ailleurs);
        essai(unlink(ailleurs.c_str()) == 0, "effacé " + ailleurs);
        essai(rename("base.db", ailleurs.c_str()) == 0, "renommé en " + ailleurs);
        essai(link("base.db", ailleurs.c_str()) == 0, "lié à " + ailleurs);
        essai(chmod(ailleurs.c_str(), 0777) == 0, "rendu accessible " + ailleurs);
        essai(mkdir((ailleurs + "-d").c_str(), 0777) == 0, "fait un dossier " + ailleurs);
        essai(truncate(ailleurs.c_str(), 0) == 0, "vidé " + ailleurs);
    }
    essai(chmod("/dev/null", 0) == 0, "/dev/null");
    essai(rmdir("/travail") == 0 || rename("/travail", "/tmp/travail") == 0, "le dossier");
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
