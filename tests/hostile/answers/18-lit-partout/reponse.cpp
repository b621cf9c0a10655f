// SPDX-License-Identifier: MIT
// Lit ce qui n'est pas à lui.
#include "fourni.hpp"

#include <dirent.h>
#include <fcntl.h>
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
    for (const char* fichier : {"/etc/passwd", "/etc/hostname", "/etc/machine-id", "/proc/kcore", "/dev/mem", "/dev/kmsg",
                                "/dev/sda", "/dev/fuse", "/dev/net/tun", "/dev/kvm", "/var/cache/atelier/lock", "/sys/class/dmi/id/product_name"}) {
        const int d = open(fichier, O_RDONLY);
        char c = 0;
        essai(d >= 0 && read(d, &c, 1) == 1, fichier);
        if (d >= 0) {
            close(d);
        }
    }
    for (const char* dossier : {"/etc", "/home", "/root", "/var", "/sys", "/boot", "/mnt", "/srv", "/opt", "/run", ".."}) {
        DIR* d = opendir(dossier);
        bool montre = false;
        for (const dirent* e = d == nullptr ? nullptr : readdir(d); e != nullptr; e = readdir(d)) {
            const std::string_view nom = e->d_name;
            montre = montre || (std::string_view(dossier) == ".." ? nom == "home" || nom == "etc" || nom == "construction" : nom != "." && nom != "..");
        }
        essai(montre, dossier);
        if (d != nullptr) {
            closedir(d);
        }
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
