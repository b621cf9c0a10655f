// SPDX-License-Identifier: MIT
// Monte, démonte, change de racine.
#include "fourni.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/syscall.h>
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
    essai(mount("tmpfs", "/travail", "tmpfs", 0, nullptr) == 0, "mount");
    essai(mount("/", "/tmp", nullptr, MS_BIND, nullptr) == 0, "mount bind");
    essai(mount(nullptr, "/", nullptr, MS_REMOUNT, nullptr) == 0, "remount");
    essai(umount2("/tmp", MNT_DETACH) == 0, "umount");
    essai(chroot(".") == 0, "chroot");
    essai(syscall(SYS_pivot_root, ".", ".") == 0, "pivot_root");
    essai(syscall(SYS_fsopen, "tmpfs", 0) >= 0, "fsopen");
    essai(syscall(SYS_open_tree, AT_FDCWD, "/", 1) >= 0, "open_tree");
    char poignee[128] = {8};
    essai(syscall(SYS_open_by_handle_at, AT_FDCWD, poignee, O_RDONLY) >= 0, "open_by_handle_at");
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
