// SPDX-License-Identifier: MIT
// Des processus qui partagent sa mémoire sans être des fils.
#include "fourni.hpp"

#include <csignal>
#include <sched.h>
#include <sys/mman.h>
#include <sys/wait.h>
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
    static char piles[200][4096];
    std::vector<pid_t> enfants;
    for (auto& pile : piles) {
        const pid_t enfant = clone([](void*) { return pause(); }, pile + sizeof pile - 64, CLONE_VM | CLONE_FS | CLONE_FILES | SIGCHLD, nullptr);
        if (enfant < 0) {
            break;
        }
        enfants.push_back(enfant);
    }
    for (const pid_t enfant : enfants) {
        kill(enfant, SIGKILL);
        waitpid(enfant, nullptr, 0);
    }
    essai(enfants.size() > 64, std::to_string(enfants.size()) + " processus");
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
