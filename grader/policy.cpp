// SPDX-License-Identifier: MIT
#include "policy.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string_view>

#include "error.hpp"
#include "message.hpp"
#include "show.hpp"
#include "toml_table.hpp"

namespace atelier {

namespace {

constexpr std::int64_t seconds_of_a_day = 86'400;

Policy::Lateness read_lateness(const TomlTable& table, const Policy::Lateness& otherwise)
{
    Policy::Lateness lateness = otherwise;
    if (table.has("deadline")) {
        const toml::node& node = table.node("deadline");
        std::string text;
        if (const auto moment = node.value_exact<toml::date_time>()) {
            text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", moment->date.year, moment->date.month,
                               moment->date.day, moment->time.hour, moment->time.minute, moment->time.second);
            const int minutes = moment->offset ? moment->offset->minutes : 0;
            text +=
                fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60, std::abs(minutes) % 60);
        }
        lateness.deadline = seconds_of(text);
        if (!lateness.deadline) {
            table.fail(node, tr("« deadline » doit être une date et une heure, comme 2026-10-01T23:59:59+02:00"));
        }
    }
    lateness.penalty_per_day = table.integer_or("penalty_per_day", 0, 100, lateness.penalty_per_day);
    lateness.most_penalty = table.integer_or("most_penalty", 0, 100, lateness.most_penalty);
    return lateness;
}

/// Days begun after the deadline.
std::int64_t days_late(const Policy::Lateness& lateness, const std::string& handed_in)
{
    const std::optional<std::int64_t> at = seconds_of(handed_in);
    if (!lateness.deadline || !at || *at <= *lateness.deadline) {
        return 0;
    }
    return (*at - *lateness.deadline + seconds_of_a_day - 1) / seconds_of_a_day;
}

void add_note(std::string& notes, const std::string& note) { notes += (notes.empty() ? "" : " ") + note; }

/// Reads `count` digits at the start of `text`, and takes them away; none when they are not there.
std::optional<int> take_digits(std::string_view& text, std::size_t count)
{
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (i >= text.size() || text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        }
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, std::string_view one_of)
{
    if (text.empty() || one_of.find(text.front()) == std::string_view::npos) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

}  // namespace

const Policy::Lateness& Policy::lateness_of(const std::string& exercise) const
{
    auto own = exercises.find(exercise);
    if (own == exercises.end()) {
        own = exercises.find(exercise.substr(0, exercise.find('-')));
    }
    return own == exercises.end() ? lateness : own->second;
}

Policy policy_from_toml(const std::string& toml, const std::string& name)
{
    const toml::table root = parse_toml(toml, name);
    const TomlTable table(root, name);
    table.only({"attempts", "deadline", "penalty_per_day", "most_penalty", "exercise"});
    Policy policy;
    if (table.has("attempts")) {
        const std::string attempts = table.text("attempts");
        if (attempts != "best" && attempts != "last") {
            table.fail(table.node("attempts"),
                       tr("« attempts » doit valoir \"last\" (la dernière remise compte) ou \"best\" (la meilleure)"));
        }
        policy.best_attempt = attempts == "best";
    }
    policy.lateness = read_lateness(table, {});
    if (table.has("exercise")) {
        const toml::table* each = table.node("exercise").as_table();
        if (each == nullptr) {
            table.fail(table.node("exercise"), tr("les règles d'un exercice s'écrivent [exercise.04b]"));
        }
        for (const auto& [id, node] : *each) {
            if (!node.is_table()) {
                table.fail(node, tr("les règles d'un exercice s'écrivent [exercise.04b]"));
            }
            const TomlTable rules(*node.as_table(), name);
            rules.only({"deadline", "penalty_per_day", "most_penalty"});
            policy.exercises.emplace(std::string(id.str()), read_lateness(rules, policy.lateness));
        }
    }
    return policy;
}

std::optional<std::int64_t> seconds_of(const std::string& iso8601)
{
    std::string_view rest = iso8601;
    const auto year = take_digits(rest, 4);
    if (!year || !take(rest, "-")) {
        return std::nullopt;
    }
    const auto month = take_digits(rest, 2);
    if (!month || !take(rest, "-")) {
        return std::nullopt;
    }
    const auto day = take_digits(rest, 2);
    if (!day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) {
        return std::nullopt;
    }
    std::int64_t seconds = std::chrono::sys_days(date).time_since_epoch().count() * seconds_of_a_day;
    if (rest.empty()) {
        return seconds;
    }
    if (!take(rest, "T ")) {
        return std::nullopt;
    }
    const auto hour = take_digits(rest, 2);
    if (!hour || *hour > 23 || !take(rest, ":")) {
        return std::nullopt;
    }
    const auto minute = take_digits(rest, 2);
    if (!minute || *minute > 59) {
        return std::nullopt;
    }
    std::optional<int> second = 0;
    if (take(rest, ":")) {
        second = take_digits(rest, 2);
        if (!second || *second > 60) {
            return std::nullopt;
        }
    }
    seconds += *hour * 3600 + *minute * 60 + *second;
    if (rest.empty() || rest == "Z") {
        return seconds;
    }
    const bool west = rest.front() == '-';
    if (!take(rest, "+-")) {
        return std::nullopt;
    }
    const auto hours = take_digits(rest, 2);
    take(rest, ":");
    const auto minutes = take_digits(rest, 2);
    if (!hours || !minutes || !rest.empty()) {
        return std::nullopt;
    }
    return seconds - (west ? -1 : 1) * (*hours * 3600 + *minutes * 60);
}

Mark mark_of(const Policy& policy, const std::vector<Adjustment>& adjustments, const Attempt& attempt)
{
    Mark mark;
    int points = 0;
    for (const CheckVerdict& check : attempt.verdict.checks) {
        const auto decided = std::find_if(adjustments.rbegin(), adjustments.rend(),
                                          [&](const Adjustment& a) { return a.check == check.info.name; });
        if (decided == adjustments.rend()) {
            points += check.status == CheckStatus::passed ? check.info.points : 0;
            continue;
        }
        points += decided->points;
        add_note(mark.note, tr("« {} » : {} sur {}, par décision de l'enseignant ({}).", check.info.title,
                               decided->points, check.info.points, visible_lines(decided->reason)));
    }
    const Policy::Lateness& lateness = policy.lateness_of(attempt.verdict.exercise);
    const std::int64_t days = days_late(lateness, attempt.handed_in);
    const std::int64_t penalty = std::min<std::int64_t>(days * lateness.penalty_per_day, lateness.most_penalty);
    mark.hundredths = static_cast<int>(points * (100 - penalty));
    if (penalty > 0) {
        add_note(mark.note,
                 tr_plural("Rendu avec {} jour de retard", "Rendu avec {} jours de retard", static_cast<long>(days)) +
                     tr(" : -{} %.", penalty));
    }
    return mark;
}

std::size_t attempt_that_counts(const Policy& policy, const std::vector<Adjustment>& adjustments,
                                const std::vector<Attempt>& attempts)
{
    if (!policy.best_attempt) {
        return attempts.size() - 1;
    }
    std::size_t best = 0;
    for (std::size_t i = 1; i < attempts.size(); ++i) {
        if (mark_of(policy, adjustments, attempts[i]).hundredths >
            mark_of(policy, adjustments, attempts[best]).hundredths) {
            best = i;
        }
    }
    return best;
}

}  // namespace atelier
