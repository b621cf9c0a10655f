// SPDX-License-Identifier: MIT
// Lit et arrête d'autres processus que soi.
#include "fourni.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
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
    char octets[64];
    iovec ici{octets, sizeof octets};
    iovec la{reinterpret_cast<void*>(0x400000), sizeof octets};
    for (const pid_t autre : {getppid(), pid_t{1}, pid_t{2}}) {
        if (autre == getpid()) {
            continue;
        }
        const std::string dossier = "/proc/" + std::to_string(autre);
        essai(ptrace(PTRACE_ATTACH, autre, nullptr, nullptr) == 0, "ptrace");
        essai(ptrace(PTRACE_SEIZE, autre, nullptr, nullptr) == 0, "ptrace");
        essai(process_vm_readv(autre, &ici, 1, &la, 1, 0) > 0, "process_vm_readv");
        essai(process_vm_writev(autre, &ici, 1, &la, 1, 0) > 0, "process_vm_writev");
        essai(open((dossier + "/mem").c_str(), O_RDWR) >= 0, "mem");
        const int poignee = static_cast<int>(syscall(SYS_pidfd_open, autre, 0));
        for (int d = 0; poignee >= 0 && d < 8; ++d) {
            essai(syscall(SYS_pidfd_getfd, poignee, d, 0) >= 0, "pidfd_getfd");
        }
        if (poignee >= 0) {
            close(poignee);
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
