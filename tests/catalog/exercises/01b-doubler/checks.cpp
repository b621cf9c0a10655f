// SPDX-License-Identifier: MIT
// CANARI : no report may ever show a line of this file.
#include "check/check.hpp"

using Doubler = atelier::check::Exercise;
using namespace atelier::check;

TEST_F(Doubler, Entier)
{
    const std::int64_t n = random(10, 1000);
    const auto run = program({"entier", n});
    ASSERT_THAT(run, EndsWell());
    EXPECT_THAT(run.returned("doubler"), IsValue(n + n));
}

TEST_F(Doubler, Texte)
{
    const auto run = program({"texte", "haÿ"});
    ASSERT_THAT(run, EndsWell());
    EXPECT_THAT(run.returned("doubler"), IsValue("haÿhaÿ"));
}
