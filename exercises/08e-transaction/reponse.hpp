// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

/// Une transaction, annulée par le destructeur si elle n'a pas été validée (le détail est dans fourni.hpp).
class Transaction {
public:
    explicit Transaction([[maybe_unused]] sqlite3* base)
    {
        // À COMPLÉTER : ouvrez la transaction.
    }

    ~Transaction()
    {
        // À COMPLÉTER : annulez-la si elle n'est pas validée.
    }

    void valider()
    {
        // À COMPLÉTER : validez-la.
    }
};
