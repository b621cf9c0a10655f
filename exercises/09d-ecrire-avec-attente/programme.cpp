// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui appelle votre fonction.
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdarg>
#include <iostream>
#include <sonde.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

/// Écrit une ligne pour la voisine, l'autre programme que la vérification fait travailler sur la même base. Seul, on n'a
/// personne à prévenir.
void faire_signe(std::string_view ligne)
{
    const int tube = ::open("signes", O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    if (tube >= 0) {
        (void)!::write(tube, ligne.data(), ligne.size());
        ::close(tube);
    }
}

/// À quel moment la base devient entièrement libre : c'est la première fois, la deuxième… ; 0 : cela ne se regarde pas.
int rang_a_signaler = 0;

/// Fait signe que la base est libre, et laisse à la voisine le temps d'y écrire : le compteur du fichier change alors.
void laisser_passer(int fichier)
{
    const auto compteur = [fichier] {
        std::array<char, 4> octets{};
        (void)!::pread(fichier, octets.data(), octets.size(), 24);
        return octets;
    };
    const auto avant = compteur();
    faire_signe("libre\n");
    for (int essais = 0; essais < 2000 && compteur() == avant; ++essais) {
        ::usleep(1000);
    }
}

/// SQLite demande et rend ses verrous par fcntl. Celle-ci fait de même, et fait signe quand un verrou est refusé.
int fcntl_qui_fait_signe(int fichier, int commande, ...)
{
    va_list suite;
    va_start(suite, commande);
    void* const argument = va_arg(suite, void*);
    va_end(suite);
    const int resultat = ::fcntl(fichier, commande, argument);
    if (commande != F_SETLK) {
        return resultat;
    }
    const int erreur = errno;
    const auto* const verrou = static_cast<const struct flock*>(argument);
    if (resultat < 0) {
        faire_signe("refus\n");
    } else if (verrou->l_type == F_UNLCK && verrou->l_len == 0 && rang_a_signaler > 0 && --rang_a_signaler == 0) {
        laisser_passer(fichier);
    }
    errno = erreur;
    return resultat;
}

void surveiller_les_verrous()
{
    sqlite3_vfs* const systeme = sqlite3_vfs_find(nullptr);
    systeme->xSetSystemCall(systeme, "fcntl", reinterpret_cast<sqlite3_syscall_ptr>(fcntl_qui_fait_signe));
}

/// Attend que la voisine, prévenue par « retour », ait rendu ses verrous : ce que fait l'appel suivant ne dépend alors plus de
/// qui est le plus rapide. Le fichier n'est pas refermé : en POSIX, ce serait rendre aussi les verrous de SQLite.
void attendre_la_voisine(const std::string& chemin)
{
    const int tube = ::open("signes", O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    if (tube < 0) {
        return;
    }
    ::close(tube);
    static const int fichier = ::open(chemin.c_str(), O_RDWR | O_CLOEXEC);
    const auto est_prise = [] {
        struct flock verrou {};
        verrou.l_type = F_WRLCK;
        verrou.l_whence = SEEK_SET;
        verrou.l_start = 0x40000000;
        verrou.l_len = 512;
        return ::fcntl(fichier, F_GETLK, &verrou) == 0 && verrou.l_type != F_UNLCK;
    };
    for (int essais = 0; essais < 2000 && est_prise(); ++essais) {
        ::usleep(1000);
    }
}

void appeler(SQLite::Database& base, const std::string& nom, const std::string& delai)
{
    sonde::essayer(nom, [&] {
        const bool ecrit = ecrire_avec_attente(base, nom, std::chrono::milliseconds(std::stoi(delai)));
        sonde::rendre("rendu", nom, ecrit);
        std::cout << nom << " : " << (ecrit ? "vrai" : "faux") << '\n';
    });
    sonde::rendre("validation automatique", nom, sqlite3_get_autocommit(base.getHandle()));
    faire_signe("retour\n");
}

void ecrire(const sonde::Arguments& arguments)
{
    if (arguments.size() % 2 == 0) {
        throw std::invalid_argument("après la base, il faut un DELAI, en millisecondes, pour chaque NOM");
    }
    surveiller_les_verrous();
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    for (std::size_t i = 1; i < arguments.size(); i += 2) {
        if (i > 1) {
            attendre_la_voisine(arguments[0]);
        }
        appeler(base, arguments[i], arguments[i + 1]);
    }
}

/// Comme « ecrire », pour un seul nom ; la voisine peut écrire dès que la base devient libre pour la RANG-ième fois.
void entre_deux(const sonde::Arguments& arguments)
{
    surveiller_les_verrous();
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    rang_a_signaler = std::stoi(arguments[3]);
    appeler(base, arguments[1], arguments[2]);
}

/// Pour essayer à la main : ici, c'est le programme lui-même qui tient le verrou, sur une autre connexion, et ne le rend pas.
void occupee(const sonde::Arguments& arguments)
{
    SQLite::Database voisine(arguments[0], SQLite::OPEN_READWRITE);
    voisine.exec("BEGIN IMMEDIATE");
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    appeler(base, arguments[1], arguments[2]);
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv,
                            {{"ecrire BASE …", ecrire},
                             {"entre_deux BASE NOM DELAI RANG", entre_deux},
                             {"occupee BASE NOM DELAI", occupee}});
}
