// SPDX-License-Identifier: MIT
#include "import/system_names.hpp"

#include <gtest/gtest.h>

#include <string>

namespace atelier {
namespace {

/// « student|id|plugin|rest », or « none ».
std::string taken_apart(std::string_view name)
{
    const std::optional<MoodleName> moodle = moodle_name(name);
    return moodle ? moodle->student + '|' + moodle->id + '|' + moodle->plugin + '|' + moodle->rest : "none";
}

TEST(SystemNames, OfMoodleAreTakenApart)
{
    EXPECT_EQ(taken_apart("Léa Durand_12_assignsubmission_file"), "Léa Durand|12|file|");
    EXPECT_EQ(taken_apart("Léa Durand_12_assignsubmission_file_"), "Léa Durand|12|file|");
    EXPECT_EQ(taken_apart("Participant_345_assignsubmission_file"), "Participant|345|file|");
    EXPECT_EQ(taken_apart("Léa Durand_12_assignsubmission_file_mon_devoir.zip"), "Léa Durand|12|file|mon_devoir.zip");
    EXPECT_EQ(taken_apart("Léa Durand_12_assignsubmission_onlinetext"), "Léa Durand|12|onlinetext|");
    EXPECT_EQ(taken_apart("Groupe par défaut_assignsubmission_file"), "Groupe par défaut||file|");
    EXPECT_EQ(taken_apart("R2 D2_7_assignsubmission_file"), "R2 D2|7|file|");
    EXPECT_EQ(taken_apart("12_assignsubmission_file"), "12||file|");
    EXPECT_EQ(taken_apart("_12_assignsubmission_file"), "_12||file|");
}

TEST(SystemNames, ThatMoodleWouldNotWriteAreNone)
{
    EXPECT_EQ(taken_apart("alice"), "none");
    EXPECT_EQ(taken_apart("_assignsubmission_file"), "none");
    EXPECT_EQ(taken_apart(""), "none");
}

TEST(SystemNames, GradescopeSaysWhoAndWhen)
{
    const GradescopeMetadata one = gradescope_metadata(
        R"({"created_at": "2018-07-01T14:22:32.365935-07:00", "users": [{"email": "lea@x.fr", "id": 1, "name": "Léa Durand"}]})");
    EXPECT_EQ(one.student, "Léa Durand");
    EXPECT_EQ(one.key, "lea@x.fr");
    EXPECT_EQ(one.handed_in, "2018-07-01T21:22:32Z");
    const GradescopeMetadata group =
        gradescope_metadata(R"({"users": [{"name": "Zoé", "email": "z@x.fr"}, {"name": "Ali", "email": "a@x.fr"}]})");
    EXPECT_EQ(group.student, "Ali, Zoé");
    EXPECT_EQ(group.key, "z@x.fr");
    EXPECT_EQ(group.handed_in, "");
}

TEST(SystemNames, GradescopeMaySayAnything)
{
    for (const char* json :
         {"", "null", "[]", "{", "{\"users\": 3}", "{\"users\": [1, {\"name\": 2}, null]}", "{\"created_at\": []}"}) {
        EXPECT_EQ(gradescope_metadata(json).student, "") << json;
    }
    EXPECT_EQ(gradescope_metadata(std::string(100'000, '[')).student, "");
}

}  // namespace
}  // namespace atelier
