// SPDX-License-Identifier: MIT
// Cherche une route, un nom, un voisin, les métadonnées d'un nuage.
#include "fourni.hpp"

#include <arpa/inet.h>
#include <cstring>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
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
    for (const char* adresse : {"127.0.0.1", "169.254.169.254", "10.0.0.1", "1.1.1.1"}) {
        for (const int port : {22, 53, 80, 443, 8080}) {
            const int s = socket(AF_INET, SOCK_STREAM, 0);
            if (s < 0) {
                continue;
            }
            sockaddr_in a{};
            a.sin_family = AF_INET;
            a.sin_port = htons(static_cast<std::uint16_t>(port));
            inet_pton(AF_INET, adresse, &a.sin_addr);
            essai(connect(s, reinterpret_cast<sockaddr*>(&a), sizeof a) == 0, std::string("route vers ") + adresse);
            close(s);
        }
    }
    for (const char* prise : {"/run/docker.sock", "/var/run/docker.sock", "/run/dbus/system_bus_socket", "/run/systemd/private", "/tmp/.X11-unix/X0"}) {
        sockaddr_un a{};
        a.sun_family = AF_UNIX;
        std::strncpy(a.sun_path, prise, sizeof a.sun_path - 1);
        const int s = socket(AF_UNIX, SOCK_STREAM, 0);
        essai(s >= 0 && connect(s, reinterpret_cast<sockaddr*>(&a), sizeof a) == 0, prise);
        if (s >= 0) {
            close(s);
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
