// SPDX-License-Identifier: MIT
// Tout ce qui se nomme pour deux programmes : mémoire, sémaphores, files, verrous, noms abstraits.
#include "fourni.hpp"

#include <fcntl.h>
#include <mqueue.h>
#include <semaphore.h>
#include <sys/file.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <unistd.h>

namespace {

void attaquer()
{
    shm_open("/attaque", O_CREAT | O_RDWR, 0666);
    sem_open("/attaque", O_CREAT, 0666, 1);
    mq_open("/attaque", O_CREAT | O_RDWR, 0666, nullptr);
    shmget(0x61747461, 4096, IPC_CREAT | 0666);
    semget(0x61747461, 1, IPC_CREAT | 0666);
    msgget(0x61747461, IPC_CREAT | 0666);
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
