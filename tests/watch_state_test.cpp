// SPDX-License-Identifier: MIT
// What each event makes of what `watch` knows, without a file, a clock or a terminal.
#include "watch/state.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "watch/keys.hpp"
#include "watch_sample.hpp"

namespace atelier::watch {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

template <class T>
bool is(const Action& action)
{
    return std::holds_alternative<T>(action);
}

std::vector<std::string> words(const std::vector<Action>& actions)
{
    for (const Action& action : actions) {
        if (const auto* command = std::get_if<Command>(&action)) {
            return command->words;
        }
    }
    return {};
}

std::string keys(const State& state)
{
    std::string all;
    for (const Choice& choice : choices(state)) {
        all += choice.key;
    }
    return all;
}

TEST(WatchState, ASaveIsCheckedAtOnce)
{
    State state = test::sample_state();
    const std::vector<Action> actions = update(state, Saved{});
    ASSERT_EQ(actions.size(), 1U);
    EXPECT_TRUE(is<Check>(actions.front()));
    EXPECT_EQ(state.phase, Phase::checking);
}

TEST(WatchState, ASaveWhileItChecksIsCheckedInItsTurn)
{
    State state = test::sample_state();
    (void)update(state, Saved{});
    const std::vector<Action> actions = update(state, Saved{});
    ASSERT_EQ(actions.size(), 1U);
    EXPECT_TRUE(is<Check>(actions.front())) << "in the place of the one under way";
}

TEST(WatchState, ASaveBringsTheVerdictBackAndStopsWhatTheOldAnswerDoes)
{
    State state = test::judged_state();
    EXPECT_THAT(words(update(state, Pressed{'x'})), ElementsAre("run", "03a", "--", "inserer", "base.db"));
    ASSERT_TRUE(state.view);
    const std::vector<Action> actions = update(state, Saved{});
    ASSERT_EQ(actions.size(), 2U);
    EXPECT_TRUE(is<StopCommand>(actions.front()));
    EXPECT_TRUE(is<Check>(actions.back()));
    EXPECT_FALSE(state.view);
}

TEST(WatchState, NeverAdvancesByItself)
{
    State state = test::sample_state();
    EXPECT_THAT(update(state, test::perfect_event()), IsEmpty());
    EXPECT_EQ(state.exercise.id, "03a-inserer");
    const std::vector<Action> actions = update(state, Pressed{'s'});
    ASSERT_EQ(actions.size(), 1U);
    EXPECT_TRUE(is<Advance>(actions.front()));
}

TEST(WatchState, ShowsTheSolutionOnlyOncePassed)
{
    State state = test::judged_state();
    EXPECT_EQ(keys(state), "ielaxtsrq");
    EXPECT_THAT(update(state, Pressed{'c'}), IsEmpty());
    (void)update(state, test::perfect_event());
    EXPECT_EQ(keys(state), "ielaxtcsrq");
    EXPECT_THAT(words(update(state, Pressed{'c'})), ElementsAre("solution", "03a"));
    (void)update(state, Saved{});
    (void)update(state, test::lost_event());
    EXPECT_EQ(keys(state), "ielaxtcsrq") << "a pass is not taken back";
}

TEST(WatchState, HidesKeysWhoseCommandDoesNotExist)
{
    State state = test::judged_state();
    state.has_passed = true;
    state.commands = {"hint", "run"};
    EXPECT_EQ(keys(state), "ielaxsrq");
    EXPECT_THAT(update(state, Pressed{'t'}), IsEmpty());
    EXPECT_FALSE(state.view);
}

TEST(WatchState, GivesTheHintOfTheFailureThenTheNextOnes)
{
    State state = test::judged_state();
    EXPECT_THAT(words(update(state, Pressed{'i'})), ElementsAre("hint", "03a", "2"));
    EXPECT_THAT(words(update(state, Pressed{'i'})), ElementsAre("hint", "03a", "3"));
    (void)update(state, Saved{});
    (void)update(state, test::lost_event());
    EXPECT_THAT(words(update(state, Pressed{'i'})), ElementsAre("hint", "03a", "2"));
}

TEST(WatchState, ShowsWhatACommandWroteUntilAKey)
{
    State state = test::judged_state();
    (void)update(state, Pressed{'a'});
    EXPECT_FALSE(state.view->complete);
    (void)update(state, Shown{"la liste\n"});
    EXPECT_EQ(state.view->text, "la liste\n");
    EXPECT_TRUE(state.view->complete);
    const std::vector<Action> actions = update(state, Pressed{escape});
    EXPECT_FALSE(state.view);
    ASSERT_EQ(actions.size(), 1U);
    EXPECT_TRUE(is<StopCommand>(actions.front())) << "it may be at work still";
}

TEST(WatchState, ShowsTheProgressAroundTheExercise)
{
    State state = test::judged_state();
    (void)update(state, Pressed{'a'});
    std::string list = "Leçon 1\n";
    for (int i = 0; i < 20; ++i) {
        list += "  01x   ★\n";
    }
    (void)update(state, Shown{list + "  03a   ★★\n  03b   ★★\n"});
    EXPECT_EQ(state.scroll, 16U);
    (void)update(state, Pressed{'a'});
    (void)update(state, Shown{"  03a   ★★\n"});
    EXPECT_EQ(state.scroll, 0U);
}

TEST(WatchState, WithoutAScreenCommandsSpeakInWords)
{
    State state = test::judged_state();
    state.plain = true;
    state.has_passed = true;
    const auto words = [&](char key) { return std::get<Command>(update(state, Pressed{key}).front()).words; };
    EXPECT_THAT(words('x'), ElementsAre("run", "--plain", "03a", "--", "inserer", "base.db"));
    EXPECT_THAT(words('t'), ElementsAre("trace", "--plain", "03a", "--", "inserer", "base.db"));
    EXPECT_EQ(state.view->title, "./atelier trace 03a -- inserer base.db");
    EXPECT_THAT(words('c'), ElementsAre("solution", "--plain", "03a"));
    EXPECT_THAT(words('a'), ElementsAre("list"));
}

TEST(WatchState, AsksBeforeItResets)
{
    State state = test::judged_state();
    EXPECT_THAT(update(state, Pressed{'r'}), IsEmpty());
    EXPECT_TRUE(state.asks_reset);
    EXPECT_THAT(update(state, Pressed{'q'}), IsEmpty()) << "any other key means no";
    EXPECT_FALSE(state.asks_reset);
    (void)update(state, Pressed{'r'});
    EXPECT_THAT(words(update(state, Pressed{'o'})), ElementsAre("reset", "03a"));
}

TEST(WatchState, AResetIsNotStoppedByTheSaveThatItMakes)
{
    State state = test::judged_state();
    (void)update(state, Pressed{'r'});
    (void)update(state, Pressed{'o'});
    const std::vector<Action> actions = update(state, Saved{});
    ASSERT_EQ(actions.size(), 1U);
    EXPECT_TRUE(is<Check>(actions.front()));
    (void)update(state, Shown{"gardé dans …"});
    EXPECT_EQ(state.note, "gardé dans …");
    EXPECT_FALSE(state.view);
}

TEST(WatchState, SaysWhyItCouldNotCheckUntilTheNextSave)
{
    State state = test::judged_state();
    (void)update(state, Failed{"le disque est plein."});
    EXPECT_EQ(state.phase, Phase::failed);
    EXPECT_EQ(state.trouble, "le disque est plein.");
    (void)update(state, Saved{});
    EXPECT_EQ(state.trouble, "");
}

TEST(WatchState, ScrollsWithinWhatThereIs)
{
    State state = test::judged_state();
    state.page = 10;
    state.furthest = 15;
    (void)update(state, Pressed{up});
    EXPECT_EQ(state.scroll, 0U);
    (void)update(state, Pressed{' '});
    EXPECT_EQ(state.scroll, 9U);
    (void)update(state, Pressed{page_down});
    EXPECT_EQ(state.scroll, 15U);
    (void)update(state, Pressed{down});
    EXPECT_EQ(state.scroll, 15U);
    (void)update(state, Pressed{'b'});
    EXPECT_EQ(state.scroll, 6U);
    (void)update(state, Pressed{home});
    EXPECT_EQ(state.scroll, 0U);
    (void)update(state, Pressed{end});
    EXPECT_EQ(state.scroll, 15U);
    (void)update(state, Saved{});
    EXPECT_EQ(state.scroll, 0U);
}

TEST(WatchState, QuitsWhenAsked)
{
    State state = test::judged_state();
    const std::vector<Action> actions = update(state, Pressed{'q'});
    ASSERT_EQ(actions.size(), 1U);
    EXPECT_TRUE(is<Quit>(actions.front()));
}

TEST(WatchState, IgnoresOtherKeys)
{
    State state = test::judged_state();
    for (const int key : {int{'z'}, int{'1'}, int{escape}, int{'\n'}, 0}) {
        EXPECT_THAT(update(state, Pressed{key}), IsEmpty());
        EXPECT_FALSE(state.view);
    }
}

TEST(WatchKeys, AreThoseOfTheTerminal)
{
    EXPECT_THAT(keys_in("iQ"), ElementsAre('i', 'q'));
    EXPECT_THAT(keys_in("\033[A\033OB\033[5~\033[6~\033[H\033[4~"),
                ElementsAre(up, down, page_up, page_down, home, end));
    EXPECT_THAT(keys_in("\033"), ElementsAre(escape));
    EXPECT_THAT(keys_in("\033[200~x\033[1;5A"), ElementsAre('x', up));
    EXPECT_THAT(keys_in("é\033["), IsEmpty());
    EXPECT_THAT(keys_in(""), IsEmpty());
}

}  // namespace
}  // namespace atelier::watch
