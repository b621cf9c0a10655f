// SPDX-License-Identifier: MIT
// Fait des enfants tant que c'est permis, de toutes les façons.
#include "fourni.hpp"

#include <csignal>
#include <sched.h>
#include <sys/syscall.h>
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
    std::vector<pid_t> enfants;
    for (int i = 0; i < 5000; ++i) {
        const pid_t enfant = i % 2 == 0 ? fork() : static_cast<pid_t>(syscall(SYS_clone, SIGCHLD, nullptr, nullptr, nullptr, nullptr));
        if (enfant == 0) {
            pause();
            _exit(0);
        }
        if (enfant < 0) {
            break;
        }
        enfants.push_back(enfant);
    }
    for (const pid_t enfant : enfants) {
        kill(enfant, SIGKILL);
        waitpid(enfant, nullptr, 0);
    }
    essai(enfants.size() > 64, std::to_string(enfants.size()) + " enfants");
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
