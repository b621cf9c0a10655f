// SPDX-License-Identifier: MIT
#include "class_results.hpp"

#include <gtest/gtest.h>

#include "class_sample.hpp"
#include "french.hpp"
#include "message.hpp"

namespace atelier {
namespace {

TEST(ClassResults, SumsPointsAndMarksApart)
{
    std::vector<StudentResult> students;
    sample_class().for_each_student([&](const StudentResult& student) { students.push_back(student); });
    ASSERT_EQ(students.size(), 3U);
    EXPECT_EQ(students[0].points(), 10);
    EXPECT_EQ(students[0].hundredths(), 925);
    EXPECT_EQ(students[1].points(), 2);
    EXPECT_EQ(students[2].max_points(), 10);
    EXPECT_EQ(sample_exercises()[0].max_points(), 5);
    EXPECT_EQ(sample_exercises()[0].short_id(), "01a");
}

TEST(ClassResults, PointsAreWrittenAsPeopleDo)
{
    EXPECT_EQ(shown_points(0), "0");
    EXPECT_EQ(shown_points(1200), "12");
    EXPECT_EQ(shown_points(1250), "12,5");
    EXPECT_EQ(shown_points(1205), "12,05");
    EXPECT_EQ(shown_points(5), "0,05");
}

}  // namespace
}  // namespace atelier
