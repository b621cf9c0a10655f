// SPDX-License-Identifier: MIT
// Change de session, de groupe, de dossier, de priorité et de nom.
#include "fourni.hpp"

#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
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
    setsid();
    setpgid(0, 0);
    prctl(PR_SET_NAME, "atelier-grader");
    prctl(PR_SET_DUMPABLE, 1);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    setpriority(PRIO_PROCESS, 0, 19);
    essai(setpriority(PRIO_PROCESS, 0, -20) == 0, "priorité");
    sched_param temps_reel{};
    temps_reel.sched_priority = 99;
    essai(sched_setscheduler(0, SCHED_FIFO, &temps_reel) == 0, "temps réel");
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
