// SPDX-License-Identifier: MIT
// Ce qui commande à la machine entière.
#include "fourni.hpp"

#include <sys/io.h>
#include <sys/reboot.h>
#include <sys/swap.h>
#include <sys/syscall.h>
#include <sys/time.h>
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
    essai(reboot(RB_DISABLE_CAD) == 0, "reboot");
    essai(swapoff("/attaque") == 0, "swapoff");
    essai(sethostname("attaque", 7) == 0, "sethostname");
    const timeval zero{0, 0};
    essai(settimeofday(&zero, nullptr) == 0, "settimeofday");
    essai(iopl(3) == 0, "iopl");
    essai(syscall(SYS_init_module, nullptr, 0, "") == 0, "init_module");
    essai(syscall(SYS_kexec_load, 0, 0, nullptr, 0) == 0, "kexec_load");
    essai(syscall(SYS_syslog, 3, nullptr, 0) == 0 && syscall(SYS_syslog, 5, nullptr, 0) == 0, "syslog");
    essai(syscall(SYS_acct, "/attaque") == 0, "acct");
    essai(syscall(SYS_quotactl, 0, nullptr, 0, nullptr) == 0, "quotactl");
    essai(syscall(SYS_vhangup) == 0, "vhangup");
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
