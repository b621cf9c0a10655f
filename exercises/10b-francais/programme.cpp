// SPDX-License-Identifier: MIT
// Donné avec l'exercice : le programme qui trie, compare et cherche avec votre ordre.
#include "fourni.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstddef>
#include <iostream>
#include <memory>
#include <sonde.hpp>
#include <string>
#include <vector>

namespace {

/// Remplace `\0` par un octet nul, `\xHH` par l'octet de code HH en hexadécimal, et `\\` par `\`.
std::string decoder(const std::string& argument)
{
    std::string texte;
    for (std::size_t i = 0; i < argument.size(); ++i) {
        const char suivant = argument[i] == '\\' && i + 1 < argument.size() ? argument[i + 1] : ' ';
        if (suivant == '0') {
            texte += '\0';
            ++i;
        } else if (suivant == 'x' && i + 3 < argument.size()) {
            texte += static_cast<char>(std::stoi(argument.substr(i + 2, 2), nullptr, 16));
            i += 3;
        } else if (suivant == '\\') {
            texte += '\\';
            ++i;
        } else {
            texte += argument[i];
        }
    }
    return texte;
}

void exiger(sqlite3* base, int code, int attendu)
{
    if (code != attendu) {
        throw SQLite::Exception(base, code);
    }
}

/// Les habitants, dans l'ordre FRANCAIS.
void jouer_trier(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    enregistrer_francais(base);
    SQLite::Statement requete(base, "SELECT nom FROM habitants ORDER BY nom COLLATE FRANCAIS, id");
    while (requete.executeStep()) {
        sonde::rendre_ligne("ordre", requete);
        std::cout << requete.getColumn(0) << '\n';
    }
}

/// Compare chaque texte à chacun des autres, et à lui-même. S'il faut `serrer`, chacun est rangé dans un tableau exactement à sa
/// taille : rien ne le suit, pas même un octet nul.
void comparer(const sonde::Arguments& arguments, bool serrer)
{
    SQLite::Database base(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    enregistrer_francais(base);
    std::vector<std::unique_ptr<char[]>> textes;
    std::vector<std::size_t> tailles;
    for (const std::string& argument : arguments) {
        const std::string texte = decoder(argument);
        tailles.push_back(texte.size());
        textes.emplace_back(new char[texte.size() + (serrer ? 0 : 1)]());
        std::copy(texte.begin(), texte.end(), textes.back().get());
    }
    sqlite3* const connexion = base.getHandle();
    sqlite3_stmt* brute = nullptr;
    exiger(
        connexion,
        sqlite3_prepare_v2(connexion, "SELECT ?1 < ?2 COLLATE FRANCAIS, ?1 > ?2 COLLATE FRANCAIS", -1, &brute, nullptr),
        SQLITE_OK);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> requete(brute, sqlite3_finalize);
    for (std::size_t i = 0; i < textes.size(); ++i) {
        for (std::size_t j = 0; j < textes.size(); ++j) {
            sqlite3_bind_text64(brute, 1, textes[i].get(), tailles[i], SQLITE_STATIC, SQLITE_UTF8);
            sqlite3_bind_text64(brute, 2, textes[j].get(), tailles[j], SQLITE_STATIC, SQLITE_UTF8);
            exiger(connexion, sqlite3_step(brute), SQLITE_ROW);
            const bool avant = sqlite3_column_int(brute, 0) != 0;
            const bool apres = sqlite3_column_int(brute, 1) != 0;
            const char* const signe = avant && apres ? "< et >" : avant ? "<" : apres ? ">" : "=";
            sonde::rendre("comparaisons", arguments[i], signe, arguments[j]);
            std::cout << arguments[i] << ' ' << signe << ' ' << arguments[j] << '\n';
            exiger(connexion, sqlite3_reset(brute), SQLITE_OK);
        }
    }
}

void jouer_comparer(const sonde::Arguments& arguments) { comparer(arguments, false); }
void jouer_serrer(const sonde::Arguments& arguments) { comparer(arguments, true); }

/// Crée un index dans l'ordre FRANCAIS, puis ajoute des habitants.
void jouer_indexer(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    enregistrer_francais(base);
    base.exec("CREATE INDEX IF NOT EXISTS habitants_par_nom ON habitants (nom COLLATE FRANCAIS)");
    SQLite::Statement requete(base, "INSERT INTO habitants (nom) VALUES (?)");
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        requete.bind(1, decoder(arguments[i]));
        requete.exec();
        requete.reset();
    }
}

/// Cherche des noms par l'index, puis montre l'ordre dans lequel il les range.
void jouer_chercher(const sonde::Arguments& arguments)
{
    SQLite::Database base(arguments[0], SQLite::OPEN_READWRITE);
    enregistrer_francais(base);
    SQLite::Statement recherche(
        base, "SELECT count(*) FROM habitants INDEXED BY habitants_par_nom WHERE nom = ? COLLATE FRANCAIS");
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        recherche.bind(1, decoder(arguments[i]));
        recherche.executeStep();
        const std::int64_t combien = recherche.getColumn(0).getInt64();
        sonde::rendre("trouves", arguments[i], combien);
        std::cout << arguments[i] << " : " << combien << " habitant(s)\n";
        recherche.reset();
    }
    SQLite::Statement index(base, "SELECT nom FROM habitants INDEXED BY habitants_par_nom");
    while (index.executeStep()) {
        sonde::rendre_ligne("index", index);
        std::cout << "  " << index.getColumn(0) << '\n';
    }
    SQLite::Statement examen(base, "PRAGMA integrity_check(1)");
    examen.executeStep();
    sonde::rendre_ligne("examen", examen);
    std::cout << "integrity_check : " << examen.getColumn(0) << '\n';
}

}  // namespace

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv,
                            {{"trier BASE", jouer_trier},
                             {"comparer TEXTE …", jouer_comparer},
                             {"serrer TEXTE …", jouer_serrer},
                             {"indexer BASE NOM …", jouer_indexer},
                             {"chercher BASE NOM …", jouer_chercher}});
}
