// SPDX-License-Identifier: MIT
// La sonde, côté programme. Elle écrit sur le descripteur 3 des lignes « genre TAB champ TAB champ… », chaque
// champ étant échappé : le format est décrit et lu par grader/check/probe_stream.hpp.
#include "sonde.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <cxxabi.h>
#include <sanitizer/common_interface_defs.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <map>
#include <memory>
#include <mutex>
#include <typeinfo>

namespace {

constexpr int descripteur = 3;

/// Vrai quand le correcteur écoute : il donne un tube. Lancé à la main, le programme peut avoir n'importe quoi à cette
/// place, même la base que SQLite vient d'ouvrir : rien ne doit alors y être écrit.
bool on_ecoute()
{
    static const bool tube = [] {
        struct stat etat {};
        return ::fstat(descripteur, &etat) == 0 && S_ISFIFO(etat.st_mode);
    }();
    return tube;
}

/// Vrai quand on demande aussi ce que chaque exécution a donné, et combien de temps elle a pris : c'est le récit de la
/// commande trace. Les vérifications ne le demandent pas, et n'en paient rien.
bool en_detail()
{
    static const bool demande = std::getenv("ATELIER_RECIT") != nullptr && on_ecoute();
    return demande;
}

std::recursive_mutex& verrou()
{
    static auto& v = *new std::recursive_mutex;  // jamais détruit : une base statique se ferme après tout le reste
    return v;
}

/// Échappe tout ce qui n'est pas un caractère ASCII visible, ainsi que « % ».
std::string echapper(std::string_view texte)
{
    constexpr std::string_view chiffres = "0123456789ABCDEF";
    std::string resultat;
    resultat.reserve(texte.size());
    for (const char c : texte) {
        const auto octet = static_cast<unsigned char>(c);
        if (octet > 0x20 && octet < 0x7F && c != '%') {
            resultat += c;
        } else {
            resultat += '%';
            resultat += chiffres[octet >> 4U];
            resultat += chiffres[octet & 15U];
        }
    }
    return resultat;
}

/// De même, pour le récit. Un texte qui n'y aurait pas sa place (voir place_pour) n'est pas relu caractère par caractère :
/// seule sa taille compte.
std::string echapper_pour_le_recit(std::string_view texte)
{
    constexpr std::size_t trop = std::size_t{3} << 20U;
    return texte.size() > trop ? std::string(texte.size(), '?') : echapper(texte);
}

// Quand la mémoire manque, AddressSanitizer a encore besoin d'un peu de mémoire pour le dire : la liste des bibliothèques
// chargées, dont il nomme les adresses. Sans elle il se bloque, et l'on croirait à une boucle. Elle se dresse donc d'avance.
[[maybe_unused]] const bool liste_dressee = [] {
    char texte[64];
    __sanitizer_symbolize_pc(__builtin_return_address(0), "%m", texte, sizeof texte);
    return true;
}();

/// Une boucle de requêtes sans fin ne doit pas remplir le canal : passé 2 Mio (3 en détail), ce que SQLite voit passer n'est
/// plus raconté, et un « t » dit que le récit est coupé. Les valeurs rendues, elles, passent toujours.
bool place_pour(char genre, std::size_t octets)
{
    static std::size_t reste = std::size_t{en_detail() ? 3U : 2U} << 20U;
    if (std::string_view("vxet").find(genre) != std::string_view::npos) {
        return true;
    }
    if (octets > reste) {
        if (reste > 0) {
            (void)!::write(descripteur, "t\n", 2);
        }
        reste = 0;
        return false;
    }
    reste -= octets;
    return true;
}

void envoyer(char genre, std::initializer_list<std::string> champs)
{
    if (!on_ecoute()) {
        return;
    }
    std::string ligne(1, genre);
    for (const std::string& champ : champs) {
        ligne += '\t';
        ligne += champ;
    }
    ligne += '\n';
    const std::lock_guard garde(verrou());
    if (!place_pour(genre, ligne.size())) {
        return;
    }
    for (std::size_t envoye = 0; envoye < ligne.size();) {
        const ssize_t n = ::write(descripteur, ligne.data() + envoye, ligne.size() - envoye);
        if (n <= 0) {
            return;
        }
        envoye += static_cast<std::size_t>(n);
    }
}

struct Codeur {
    std::string operator()(std::monostate) const { return "n"; }
    std::string operator()(std::int64_t v) const { return "i" + std::to_string(v); }
    std::string operator()(double v) const
    {
        char texte[64];
        const auto fin = std::to_chars(std::begin(texte), std::end(texte), v);
        return "r" + std::string(std::begin(texte), fin.ptr);
    }
    std::string operator()(const std::string& v) const { return "t" + echapper(v); }
    std::string operator()(const std::vector<std::byte>& v) const
    {
        return "b" + echapper({reinterpret_cast<const char*>(v.data()), v.size()});
    }
};

// --- Ce que SQLite voit passer -------------------------------------------------------------------------------

/// Les connexions ouvertes, numérotées dans l'ordre de leur ouverture.
std::map<sqlite3*, int>& connexions()
{
    static auto& c = *new std::map<sqlite3*, int>;  // jamais détruite, pour la même raison
    return c;
}

std::string numero(sqlite3* base)
{
    const std::lock_guard garde(verrou());
    const auto trouve = connexions().find(base);
    return std::to_string(trouve == connexions().end() ? 0 : trouve->second);
}

void fermeture(sqlite3* base)
{
    int ouvertes = 0;
    for (sqlite3_stmt* r = sqlite3_next_stmt(base, nullptr); r != nullptr; r = sqlite3_next_stmt(base, r)) {
        ++ouvertes;
        const char* sql = sqlite3_sql(r);
        envoyer('o', {numero(base), echapper(sql != nullptr ? sql : "")});
    }
    envoyer('f', {numero(base), std::to_string(ouvertes), std::to_string(sqlite3_get_autocommit(base))});
    const std::lock_guard garde(verrou());
    connexions().erase(base);
}

/// Une exécution : une requête, de son premier pas à sa fin. Tenu en détail seulement.
struct EnCours {
    int rang = 0;  ///< parmi les lignes « s », à partir de 1
    std::int64_t lignes = 0;
    std::int64_t changees_avant = 0;
    std::int64_t duree = 0;  ///< des pas finis, en nanosecondes
    std::int64_t debut = 0;  ///< du pas en cours ; 0 entre deux pas
};

std::map<sqlite3_stmt*, EnCours>& en_cours()
{
    static auto& e = *new std::map<sqlite3_stmt*, EnCours>;
    return e;
}

/// Les lignes « s » écrites, et la dernière exécution qui s'est terminée.
int executions = 0;
sqlite3_stmt* derniere_finie = nullptr;
int rang_de_la_derniere_finie = 0;

std::int64_t maintenant()
{
    timespec t{};
    ::clock_gettime(CLOCK_MONOTONIC, &t);
    return std::int64_t{t.tv_sec} * 1'000'000'000 + t.tv_nsec;
}

void debut_d_execution(sqlite3_stmt* requete)
{
    sqlite3* base = sqlite3_db_handle(requete);
    const std::unique_ptr<char, void (*)(void*)> complet(sqlite3_expanded_sql(requete), sqlite3_free);
    const char* sql = sqlite3_sql(requete);
    const std::lock_guard garde(verrou());  // le rang et la ligne vont ensemble
    envoyer('s', {numero(base), echapper_pour_le_recit(sql != nullptr ? sql : ""),
                  echapper_pour_le_recit(complet ? complet.get() : "")});
    ++executions;
    if (en_detail()) {
        en_cours()[requete] = {.rang = executions,
                               .lignes = 0,
                               .changees_avant = sqlite3_total_changes64(base),
                               .duree = 0,
                               .debut = maintenant()};
    }
}

void fin_d_execution(sqlite3_stmt* requete)
{
    const std::lock_guard garde(verrou());
    const auto trouvee = en_cours().find(requete);
    if (trouvee == en_cours().end()) {
        return;
    }
    const EnCours e = trouvee->second;
    en_cours().erase(trouvee);
    derniere_finie = requete;
    rang_de_la_derniere_finie = e.rang;
    sqlite3* base = sqlite3_db_handle(requete);
    const bool change = sqlite3_total_changes64(base) != e.changees_avant;
    const std::int64_t duree = e.duree + (e.debut == 0 ? 0 : maintenant() - e.debut);
    envoyer('q',
            {std::to_string(e.rang), std::to_string(e.lignes), std::to_string(change ? sqlite3_changes64(base) : 0),
             std::to_string(sqlite3_get_autocommit(base)), std::to_string(duree)});
}

/// Un appel que SQLite a refusé : l'exécution dont il s'agit, ou 0 quand aucune n'avait commencé.
void noter_refus(int rang, sqlite3* base, int code)
{
    envoyer('k', {std::to_string(rang), numero(base),
                  std::to_string(base != nullptr ? sqlite3_extended_errcode(base) : code),
                  echapper(base != nullptr ? sqlite3_errmsg(base) : sqlite3_errstr(code))});
}

int trace(unsigned genre, void*, void* p, void* x)
{
    auto* requete = static_cast<sqlite3_stmt*>(p);
    switch (genre) {
        case SQLITE_TRACE_STMT: {
            const auto* brut = static_cast<const char*>(x);
            // Un déclencheur s'annonce par un commentaire : sa requête n'est pas de l'étudiant.
            if (brut == nullptr || brut == sqlite3_sql(requete) || brut[0] != '-' || brut[1] != '-') {
                debut_d_execution(requete);
            }
            break;
        }
        case SQLITE_TRACE_ROW: {
            const std::lock_guard garde(verrou());
            if (const auto trouvee = en_cours().find(requete); trouvee != en_cours().end()) {
                ++trouvee->second.lignes;
            }
            break;
        }
        case SQLITE_TRACE_PROFILE: fin_d_execution(requete); break;
        case SQLITE_TRACE_CLOSE: fermeture(static_cast<sqlite3*>(p)); break;
        default: break;
    }
    return 0;
}

int validation(void* base)
{
    envoyer('c', {numero(static_cast<sqlite3*>(base))});
    return 0;
}

void annulation(void* base) { envoyer('r', {numero(static_cast<sqlite3*>(base))}); }

int ouverture(sqlite3* base, char**, const sqlite3_api_routines*)
{
    static int derniere = 0;
    {
        const std::lock_guard garde(verrou());
        connexions()[base] = ++derniere;
    }
    const char* fichier = sqlite3_db_filename(base, "main");
    envoyer('d', {numero(base), echapper(fichier != nullptr ? fichier : "")});
    const unsigned detail = en_detail() ? SQLITE_TRACE_ROW | SQLITE_TRACE_PROFILE : 0U;
    sqlite3_trace_v2(base, SQLITE_TRACE_STMT | SQLITE_TRACE_CLOSE | detail, trace, nullptr);
    sqlite3_commit_hook(base, validation, base);
    sqlite3_rollback_hook(base, annulation, base);
    return SQLITE_OK;
}

/// Ce que SQLite note dans son journal d'erreurs : un code, et la faute dans ses mots.
void journal(void*, int code, const char* texte)
{
    envoyer('j', {std::to_string(code), echapper(texte != nullptr ? texte : "")});
}

[[gnu::constructor]] void installer()
{
    on_ecoute();
    sqlite3_config(SQLITE_CONFIG_LOG, journal, nullptr);
    // Sans réserve de petits blocs, chaque bloc de SQLite est un malloc, que les analyseurs surveillent.
    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(reinterpret_cast<void*>(ouverture)));
}

/// Le découpage d'un usage ou d'une ligne : les mots séparés par une espace.
std::vector<std::string> mots(const std::string& usage)
{
    std::vector<std::string> resultat(1);
    for (const char c : usage) {
        if (c == ' ') {
            resultat.emplace_back();
        } else {
            resultat.back() += c;
        }
    }
    return resultat;
}

bool convient(const std::vector<std::string>& usage, const std::vector<std::string>& ligne)
{
    const bool suite = usage.back() == "…";
    return !ligne.empty() && usage.front() == ligne.front() &&
           (suite ? ligne.size() + 1 >= usage.size() : ligne.size() == usage.size());
}

}  // namespace

namespace {

void noter_preparation(sqlite3* base, int code, const char* sql, int taille, std::int64_t debut)
{
    const std::int64_t duree = debut == 0 ? 0 : maintenant() - debut;
    const std::string_view texte = sql == nullptr ? std::string_view()
                                   : taille < 0   ? std::string_view(sql)
                                                : std::string_view(sql, strnlen(sql, static_cast<std::size_t>(taille)));
    if (!en_detail()) {
        envoyer('p', {numero(base), std::to_string(code), echapper_pour_le_recit(texte)});
        return;
    }
    const char* refus = code == SQLITE_OK || base == nullptr ? "" : sqlite3_errmsg(base);
    envoyer('p', {numero(base), std::to_string(code), echapper_pour_le_recit(texte), std::to_string(duree),
                  echapper(refus)});
}

/// Exécute un pas, en notant sa durée et son refus.
template <class Pas>
int pas_en_detail(sqlite3_stmt* requete, const Pas& pas)
{
    {
        const std::lock_guard garde(verrou());
        if (const auto trouvee = en_cours().find(requete); trouvee != en_cours().end()) {
            trouvee->second.debut = maintenant();
        }
        derniere_finie = nullptr;
    }
    const int code = pas();
    const std::lock_guard garde(verrou());
    const auto trouvee = en_cours().find(requete);
    if (trouvee != en_cours().end()) {
        trouvee->second.duree += maintenant() - trouvee->second.debut;
        trouvee->second.debut = 0;
    }
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        const int rang = trouvee != en_cours().end() ? trouvee->second.rang
                         : derniere_finie == requete ? rang_de_la_derniere_finie
                                                     : 0;
        noter_refus(rang, requete != nullptr ? sqlite3_db_handle(requete) : nullptr, code);
    }
    return code;
}

}  // namespace

namespace {

/// Un texte lié sans copie : son adresse, sa taille, et d'où vient l'appel. Si AddressSanitizer s'arrête plus tard dans ces
/// octets, c'est cet appel qu'il faut montrer, et non l'exécution, qui peut être loin de là.
void noter_sans_copie(const char* texte, std::uint64_t taille, const void* appel)
{
    char module[8];
    void* decalage = nullptr;
    if (__sanitizer_get_module_and_offset_for_pc(const_cast<void*>(appel), module, sizeof module, &decalage) == 0) {
        return;
    }
    // L'appel précède l'adresse de retour.
    envoyer('a', {std::to_string(reinterpret_cast<std::uintptr_t>(texte)), std::to_string(taille),
                  std::to_string(reinterpret_cast<std::uintptr_t>(decalage) - 1)});
}

}  // namespace

// L'éditeur de liens détourne vers ici (--wrap) les préparations du programme, et d'elles seules : celles que SQLite fait
// pour lui-même, dans sqlite3_exec par exemple, ne passent pas par là.
extern "C" {
int __real_sqlite3_prepare_v2(sqlite3*, const char*, int, sqlite3_stmt**, const char**);
int __wrap_sqlite3_prepare_v2(sqlite3* base, const char* sql, int taille, sqlite3_stmt** requete, const char** reste)
{
    const std::int64_t debut = en_detail() ? maintenant() : 0;
    const int code = __real_sqlite3_prepare_v2(base, sql, taille, requete, reste);
    noter_preparation(base, code, sql, taille, debut);
    return code;
}

int __real_sqlite3_prepare_v3(sqlite3*, const char*, int, unsigned, sqlite3_stmt**, const char**);
int __wrap_sqlite3_prepare_v3(sqlite3* base, const char* sql, int taille, unsigned options, sqlite3_stmt** requete,
                              const char** reste)
{
    const std::int64_t debut = en_detail() ? maintenant() : 0;
    const int code = __real_sqlite3_prepare_v3(base, sql, taille, options, requete, reste);
    noter_preparation(base, code, sql, taille, debut);
    return code;
}

int __real_sqlite3_step(sqlite3_stmt*);
int __wrap_sqlite3_step(sqlite3_stmt* requete)
{
    return en_detail() ? pas_en_detail(requete, [requete] { return __real_sqlite3_step(requete); })
                       : __real_sqlite3_step(requete);
}

int __real_sqlite3_exec(sqlite3*, const char*, int (*)(void*, int, char**, char**), void*, char**);
int __wrap_sqlite3_exec(sqlite3* base, const char* sql, int (*rappel)(void*, int, char**, char**), void* p,
                        char** faute)
{
    const int avant = executions;
    const int code = __real_sqlite3_exec(base, sql, rappel, p, faute);
    if (code != SQLITE_OK && en_detail()) {
        noter_refus(executions == avant ? 0 : executions, base, code);
    }
    return code;
}

int __real_sqlite3_bind_text(sqlite3_stmt*, int, const char*, int, void (*)(void*));
int __wrap_sqlite3_bind_text(sqlite3_stmt* requete, int position, const char* texte, int taille, void (*fin)(void*))
{
    const int code = __real_sqlite3_bind_text(requete, position, texte, taille, fin);
    if (code == SQLITE_OK && fin == SQLITE_STATIC && texte != nullptr) {
        noter_sans_copie(texte, taille < 0 ? std::strlen(texte) : static_cast<std::uint64_t>(taille),
                         __builtin_return_address(0));
    }
    return code;
}
}

namespace sonde {

namespace interne {

void ecrire(std::string_view nom, std::span<const Valeur> valeurs)
{
    std::string ligne = echapper(nom);
    for (const Valeur& v : valeurs) {
        ligne += '\t';
        ligne += std::visit(Codeur{}, v);
    }
    envoyer('v', {ligne});
}

void ecrire_exception(std::string_view nom, const std::exception& erreur)
{
    int etat = 0;
    const std::unique_ptr<char, void (*)(void*)> type(
        abi::__cxa_demangle(typeid(erreur).name(), nullptr, nullptr, &etat), std::free);
    int code = 0;
    int etendu = 0;
    if (const auto* sqlite = dynamic_cast<const SQLite::Exception*>(&erreur)) {
        code = sqlite->getErrorCode();
        etendu = sqlite->getExtendedErrorCode();
    }
    envoyer('x', {echapper(nom), echapper(type ? type.get() : typeid(erreur).name()), echapper(erreur.what()),
                  std::to_string(code), std::to_string(etendu)});
}

}  // namespace interne

void rendre_ligne(std::string_view nom, SQLite::Statement& requete)
{
    std::vector<Valeur> valeurs;
    for (int i = 0; i < requete.getColumnCount(); ++i) {
        const SQLite::Column colonne = requete.getColumn(i);
        const auto* octets = static_cast<const char*>(colonne.getBlob());
        const auto taille = static_cast<std::size_t>(colonne.getBytes());
        switch (colonne.getType()) {
            case SQLITE_INTEGER: valeurs.emplace_back(std::int64_t{colonne.getInt64()}); break;
            case SQLITE_FLOAT: valeurs.emplace_back(colonne.getDouble()); break;
            case SQLITE_TEXT: valeurs.emplace_back(std::string(octets, taille)); break;
            case SQLITE_BLOB: {
                const auto* debut = reinterpret_cast<const std::byte*>(octets);
                valeurs.emplace_back(std::vector<std::byte>(debut, debut + taille));
                break;
            }
            default: valeurs.emplace_back(); break;
        }
    }
    interne::ecrire(nom, valeurs);
}

int programme(int argc, char** argv, std::initializer_list<Scenario> scenarios)
{
    const std::vector<std::string> ligne(argv + (argc > 0 ? 1 : 0), argv + argc);
    for (const Scenario& scenario : scenarios) {
        if (!convient(mots(scenario.usage), ligne)) {
            continue;
        }
        try {
            scenario.action({ligne.begin() + 1, ligne.end()});
        } catch (const std::exception& erreur) {
            interne::ecrire_exception(ligne.front(), erreur);
            std::fflush(stdout);
            std::fprintf(stderr, "exception : %s\n", erreur.what());
            return 1;
        }
        for (const auto& [base, n] : connexions()) {
            envoyer('l', {std::to_string(n)});  // restée ouverte
        }
        envoyer('e', {});
        return 0;
    }
    std::fputs("Les scénarios de cet exercice :\n", stderr);
    for (const Scenario& scenario : scenarios) {
        std::fprintf(stderr, "  %s\n", scenario.usage.c_str());
    }
    return 64;
}

}  // namespace sonde
