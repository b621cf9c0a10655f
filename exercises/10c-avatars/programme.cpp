// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui enregistre et lit des avatars, dont il fabrique les octets.
#include "fourni.hpp"

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <iostream>
#include <limits>
#include <memory>
#include <sonde.hpp>
#include <streambuf>
#include <string>
#include <vector>

namespace {

/// L'octet numéro `i` de l'image `graine`. Il y en a de toutes les valeurs, dès le début, zéro compris.
char octet(std::uint64_t graine, std::uint64_t i)
{
    return static_cast<char>((i * 167 + (i >> 8U) * 13 + graine) % 256);
}

/// Une image fabriquée à mesure qu'on la lit : elle n'est nulle part en entier.
class Image : public std::streambuf {
public:
    Image(std::uint64_t graine, std::uint64_t taille) : graine_(graine), reste_(taille), tampon_(4096) {}

private:
    int_type underflow() override
    {
        std::size_t n = 0;
        for (; n < tampon_.size() && reste_ > 0; ++n, --reste_) {
            tampon_[n] = octet(graine_, rang_++);
        }
        setg(tampon_.data(), tampon_.data(), tampon_.data() + n);
        return n == 0 ? traits_type::eof() : traits_type::to_int_type(tampon_.front());
    }

    std::uint64_t graine_;
    std::uint64_t reste_;
    std::uint64_t rang_ = 0;
    std::vector<char> tampon_;
};

/// Ce qui a été écrit : combien d'octets, une empreinte de tous, et les premiers.
class Reception : public std::streambuf {
public:
    std::int64_t octets = 0;
    std::uint64_t empreinte = 0xcbf29ce484222325;  // FNV-1a
    std::vector<std::byte> premiers;

private:
    int_type overflow(int_type c) override
    {
        const char lu = traits_type::to_char_type(c);
        return xsputn(&lu, 1) == 1 ? c : traits_type::eof();
    }

    std::streamsize xsputn(const char* lus, std::streamsize n) override
    {
        for (std::streamsize i = 0; i < n; ++i) {
            empreinte = (empreinte ^ static_cast<unsigned char>(lus[i])) * 0x100000001b3;
            if (premiers.size() < 4096) {
                premiers.push_back(static_cast<std::byte>(lus[i]));
            }
        }
        octets += n;
        return n;
    }
};

/// Ouvre la base, fait quelque chose, et regarde ce qui reste ouvert : des requêtes ou des BLOB, une transaction, un verrou.
template <class F>
void avec_base(const std::string& chemin, F&& action)
{
    auto base = std::make_unique<SQLite::Database>(chemin, SQLite::OPEN_READWRITE);
    action(*base);
    int restes = 0;
    for (sqlite3_stmt* r = sqlite3_next_stmt(base->getHandle(), nullptr); r != nullptr;
         r = sqlite3_next_stmt(base->getHandle(), r)) {
        ++restes;
    }
    const bool en_transaction = sqlite3_get_autocommit(base->getHandle()) == 0;
    const bool voisin = sonde::essayer("voisin", [&] {
        SQLite::Database autre(chemin, SQLite::OPEN_READWRITE);
        autre.exec("UPDATE passages SET nombre = nombre + 1");
    });
    sonde::rendre("restes", restes, en_transaction, voisin);
    std::cout << "restent ouverts : " << restes << " requête(s) ou BLOB" << (en_transaction ? ", une transaction" : "")
              << (voisin ? "" : ", un verrou") << '\n';
    if (restes > 0) {
        static auto* const jamais_fermees = new std::vector<std::unique_ptr<SQLite::Database>>;
        jamais_fermees->push_back(std::move(base));  // la fermer arrêterait le programme
    }
}

void enregistrer(SQLite::Database& base, std::int64_t id, std::istream& image, std::int64_t taille)
{
    std::cout << "enregistrer_avatar(" << id << ", " << taille << " octets) : ";
    sonde::essayer("enregistrer_avatar", [&] {
        try {
            enregistrer_avatar(base, id, image, taille);
            std::cout << "fait\n";
        } catch (const std::exception& erreur) {
            std::cout << "exception, " << erreur.what() << '\n';
            throw;
        }
    });
}

void lire(SQLite::Database& base, std::int64_t id)
{
    std::cout << "lire_avatar(" << id << ") : ";
    sonde::essayer("lire_avatar", [&] {
        try {
            Reception reception;
            std::ostream sortie(&reception);
            const std::optional<std::int64_t> taille = lire_avatar(base, id, sortie);
            sonde::rendre("lu", id, taille, reception.octets, static_cast<std::int64_t>(reception.empreinte),
                          reception.premiers);
            std::cout << (taille ? std::to_string(*taille) + " octets annoncés" : "pas d'avatar") << ", "
                      << reception.octets << " écrits\n";
        } catch (const std::exception& erreur) {
            std::cout << "exception, " << erreur.what() << '\n';
            throw;
        }
    });
}

/// Enregistre des images qui se suivent dans un même flux.
void jouer_enregistrer(const sonde::Arguments& arguments)
{
    avec_base(arguments[0], [&](SQLite::Database& base) {
        Image octets(std::stoull(arguments[1]), std::numeric_limits<std::uint64_t>::max());
        std::istream image(&octets);
        for (std::size_t i = 2; i + 1 < arguments.size(); i += 2) {
            enregistrer(base, std::stoll(arguments[i]), image, std::stoll(arguments[i + 1]));
        }
    });
}

/// Lit des avatars.
void jouer_lire(const sonde::Arguments& arguments)
{
    avec_base(arguments[0], [&](SQLite::Database& base) {
        for (std::size_t i = 1; i < arguments.size(); ++i) {
            lire(base, std::stoll(arguments[i]));
        }
    });
}

/// Enregistre une image annoncée plus longue que son flux.
void jouer_tronquer(const sonde::Arguments& arguments)
{
    avec_base(arguments[0], [&](SQLite::Database& base) {
        Image octets(std::stoull(arguments[1]), std::stoull(arguments[4]));
        std::istream image(&octets);
        enregistrer(base, std::stoll(arguments[2]), image, std::stoll(arguments[3]));
    });
}

/// SQLite n'a plus droit qu'à 4 Mio de mémoire, et refuse d'en prendre davantage (code 7).
void limiter_la_memoire() { sqlite3_hard_heap_limit64(std::int64_t{4} << 20U); }

void jouer_enregistrer_grande(const sonde::Arguments& arguments)
{
    limiter_la_memoire();
    jouer_enregistrer(arguments);
}

void jouer_lire_grande(const sonde::Arguments& arguments)
{
    limiter_la_memoire();
    jouer_lire(arguments);
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv,
                            {{"enregistrer BASE GRAINE ID TAILLE …", jouer_enregistrer},
                             {"lire BASE ID …", jouer_lire},
                             {"tronquer BASE GRAINE ID TAILLE OCTETS", jouer_tronquer},
                             {"enregistrer-grande BASE GRAINE ID TAILLE", jouer_enregistrer_grande},
                             {"lire-grande BASE ID", jouer_lire_grande}});
}
