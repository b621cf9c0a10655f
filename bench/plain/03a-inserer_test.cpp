// SPDX-License-Identifier: MIT
// The checks of 03a as one would write them beside the answer, in one process with it.
#include <gtest/gtest.h>

#include "fourni.hpp"

namespace {

class Inserer : public testing::Test {
protected:
    Inserer() { base_.exec("CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY, nom TEXT, age INTEGER)"); }

    void expect_inserted(const std::string& nom, int age)
    {
        inserer(base_, nom, age);
        SQLite::Statement rows(base_, "SELECT nom, age FROM utilisateurs ORDER BY id DESC LIMIT 1");
        ASSERT_TRUE(rows.executeStep());
        EXPECT_EQ(rows.getColumn(0).getString(), nom);
        EXPECT_EQ(rows.getColumn(1).getInt(), age);
    }

    SQLite::Database base_{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
};

TEST_F(Inserer, AliceEtBob)
{
    expect_inserted("Alice", 30);
    expect_inserted("Bob", 40);
}

TEST_F(Inserer, Apostrophe)
{
    for (const char* nom : {"", "L'Haÿ", "Jeanne \"la Pucelle\"", "d''Artagnan", "50 % de `chance`"}) {
        expect_inserted(nom, 20);
    }
}

TEST_F(Inserer, Injection)
{
    for (const char* nom : {"x', 99); DROP TABLE utilisateurs;--", "x'); DROP TABLE utilisateurs;--",
                            "y', 98), ('Intruse', 97);--", "?", "NULL", ":nom"}) {
        expect_inserted(nom, 20);
    }
}

TEST_F(Inserer, OctetNul)
{
    expect_inserted(std::string("avant\0après", 12), 20);
    expect_inserted(std::string("fin\0", 4), 20);
}

}  // namespace
