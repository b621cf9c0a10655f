// SPDX-License-Identifier: MIT
// Évoluer : amener une base d'autrefois au schéma d'aujourd'hui, une étape après l'autre.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>

namespace orm {

/// Une étape : la première mène à la version 1, la suivante à la version 2, etc. Publiée, elle ne change plus jamais.
struct Migration {
    std::string titre;  ///< pour les humains
    std::string sql;    ///< une ou plusieurs instructions, sans BEGIN ni COMMIT
};

/// Joue les étapes qui manquent à `base`, dont le numéro de version (user_version) dit combien elle en a déjà reçu.
///
/// Chaque étape est faite en entier, numéro compris, ou pas du tout. Si SQLite en refuse une, l'exception sort, et la base
/// en est à l'étape d'avant. Une base dont le numéro dépasse le nombre d'étapes vient d'un programme plus récent :
/// std::runtime_error, sans y toucher. N'appelez pas migrer() dans une transaction.
inline void migrer(SQLite::Database& base, std::span<const Migration> migrations)
{
    const auto version = [&] { return base.execAndGet("PRAGMA user_version").getInt64(); };
    const auto derniere = static_cast<std::int64_t>(migrations.size());
    if (version() > derniere) {
        throw std::runtime_error("la base en est à la version " + std::to_string(version()) +
                                 ", et ce programme ne connaît que " + std::to_string(derniere));
    }
    while (version() < derniere) {
        SQLite::Transaction transaction(base, SQLite::TransactionBehavior::IMMEDIATE);
        const std::int64_t faites = version();  // relu : un autre programme a pu passer avant nous
        if (faites < derniere) {
            base.exec(migrations[static_cast<std::size_t>(faites)].sql);
            base.exec("PRAGMA user_version = " + std::to_string(faites + 1));
            transaction.commit();
        }
    }
}

}  // namespace orm
