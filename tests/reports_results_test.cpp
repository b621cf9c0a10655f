// SPDX-License-Identifier: MIT
#include "reports/results.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "class_sample.hpp"
#include "utf8.hpp"

namespace atelier {
namespace {

std::string written(const ClassResults& results)
{
    std::string text;
    write_results_json(results, [&](std::string_view piece) { text += piece; });
    return text;
}

TEST(ResultsJson, IsThatOfOneValueLaidOut)
{
    const std::string text = written(sample_class());
    EXPECT_EQ(nlohmann::ordered_json::parse(text).dump(2) + '\n', text);
}

TEST(ResultsJson, TellsTheRunTheMarksAndWhatWasRefused)
{
    const nlohmann::json told = nlohmann::json::parse(written(sample_class()));
    EXPECT_EQ(told.at("run").at("tier"), "namespaces");
    EXPECT_EQ(told.at("run").at("seed"), 7);
    EXPECT_EQ(told.at("refused").size(), 1U);
    const nlohmann::json& alice = told.at("submissions").at(0);
    EXPECT_EQ(alice.at("student"), "Alice Éluard");
    EXPECT_EQ(alice.at("points"), 10);
    EXPECT_EQ(alice.at("hundredths"), 925);
    EXPECT_EQ(alice.at("exercises").at(1).at("hundredths"), 425);
    EXPECT_FALSE(told.at("submissions").at(2).contains("hundredths"));
    EXPECT_EQ(told.at("submissions").at(1).at("exercises").at(0).at("checks").at(1).at("message"), hostile_text);
    EXPECT_FALSE(told.contains("failure"));
}

TEST(ResultsJson, IsWrittenForNobodyAndAfterAFailureToo)
{
    ClassResults results = class_of(sample_exercises(), {});
    results.failure = "Le disque est plein.";
    const std::string text = written(results);
    EXPECT_EQ(nlohmann::json::parse(text).at("failure"), "Le disque est plein.");
    EXPECT_TRUE(nlohmann::json::parse(text).at("submissions").empty());
    EXPECT_EQ(nlohmann::ordered_json::parse(text).dump(2) + '\n', text);
}

}  // namespace
}  // namespace atelier
