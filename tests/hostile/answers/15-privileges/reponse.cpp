// SPDX-License-Identifier: MIT
// Réclame des droits : utilisateur, groupes, capacités, limites.
#include "fourni.hpp"

#include <grp.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
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
    essai(getuid() == 0 || geteuid() == 0, "déjà root");
    essai(setuid(0) == 0 || setresuid(0, 0, 0) == 0, "setuid");
    essai(setgid(0) == 0 || setresgid(0, 0, 0) == 0, "setgid");
    const gid_t racine = 0;
    essai(setgroups(1, &racine) == 0, "setgroups");
    __user_cap_header_struct tete{_LINUX_CAPABILITY_VERSION_3, 0};
    const __user_cap_data_struct toutes[2] = {{~0U, ~0U, ~0U}, {~0U, ~0U, ~0U}};
    essai(syscall(SYS_capset, &tete, toutes) == 0, "capset");
    essai(prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_SYS_ADMIN, 0, 0) == 0, "ambient");
    essai(prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0) == 0, "no_new_privs");
    for (const auto ressource : {RLIMIT_CPU, RLIMIT_DATA, RLIMIT_FSIZE, RLIMIT_NOFILE, RLIMIT_CORE}) {
        rlimit limite{};
        getrlimit(ressource, &limite);
        essai(limite.rlim_max == RLIM_INFINITY, "sans limite " + std::to_string(ressource));
        limite.rlim_max += 1;
        essai(setrlimit(ressource, &limite) == 0, "setrlimit");
    }
    essai(mknod("attaque", S_IFCHR | 0666, makedev(1, 1)) == 0, "mknod");
    essai(chown("base.db", 0, 0) == 0, "chown");
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
