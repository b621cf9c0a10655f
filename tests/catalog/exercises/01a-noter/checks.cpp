// SPDX-License-Identifier: MIT
// CANARI : no report may ever show a line of this file.
#include "check/check.hpp"

#include <string>
#include <vector>

using Carnet = atelier::check::Exercise;
using namespace atelier::check;

TEST_F(Carnet, UneNote)
{
    const Database base = fixture();
    std::vector<Row> expected = base.rows("SELECT texte FROM notes").rows;
    const std::string text = "Arroser " + std::to_string(random(2, 99)) + " plantes";
    const auto run = program({"noter", base, text});
    ASSERT_THAT(run, EndsWell());
    expected.push_back({text});
    EXPECT_THAT(base.rows("SELECT texte FROM notes"), AreRows(expected));
}

TEST_F(Carnet, Compte)
{
    const std::int64_t more = random(3, 40);
    const Database base = fixture("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
                                  std::to_string(more) + ") INSERT INTO notes (texte) SELECT 'n' || i FROM n");
    const auto run = program({"compter", base});
    ASSERT_THAT(run, EndsWell());
    EXPECT_THAT(run.returned("compter"), IsValue(more + 1));
}
