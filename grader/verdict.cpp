// SPDX-License-Identifier: MIT
#include "verdict.hpp"

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "message.hpp"

namespace atelier {

namespace {

const char* name_of(VerdictOutcome outcome)
{
    switch (outcome) {
        case VerdictOutcome::does_not_compile: return "does_not_compile";
        case VerdictOutcome::no_answer: return "no_answer";
        default: return "graded";
    }
}

const char* name_of(CheckStatus status)
{
    switch (status) {
        case CheckStatus::passed: return "passed";
        case CheckStatus::failed: return "failed";
        default: return "not_run";
    }
}

/// The value among `all` that has this name.
template <class T>
T named(const std::string& name, std::initializer_list<T> all)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](T one) { return name == name_of(one); });
    if (found == all.end()) {
        throw std::out_of_range(name);
    }
    return *found;
}

/// Enough for anybody to read.
constexpr std::size_t most_findings = 20;

void add_new(std::vector<Finding>& findings, const std::vector<Finding>& more)
{
    for (const Finding& finding : more) {
        if (findings.size() < most_findings &&
            std::none_of(findings.begin(), findings.end(),
                         [&](const Finding& known) { return known.is_like(finding); })) {
            findings.push_back(finding);
        }
    }
}

int earned(const CheckVerdict& check) { return check.status == CheckStatus::passed ? check.info.points : 0; }

}  // namespace

int Verdict::points() const
{
    int sum = 0;
    for (const CheckVerdict& check : checks) {
        sum += earned(check);
    }
    return sum;
}

int Verdict::max_points() const
{
    int sum = 0;
    for (const CheckVerdict& check : checks) {
        sum += check.info.points;
    }
    return sum;
}

const CheckVerdict* Verdict::first_failure() const
{
    const auto found = std::find_if(checks.begin(), checks.end(),
                                    [](const CheckVerdict& check) { return check.status == CheckStatus::failed; });
    return found == checks.end() ? nullptr : &*found;
}

Verdict graded(const Exercise& exercise, const std::vector<CheckResult>& results)
{
    Verdict verdict = not_graded(exercise, VerdictOutcome::graded, {});
    verdict.repeatable =
        std::none_of(results.begin(), results.end(), [](const CheckResult& r) { return r.stopped_by_clock; });
    for (CheckVerdict& check : verdict.checks) {
        const auto found = std::find_if(results.begin(), results.end(),
                                        [&](const CheckResult& r) { return r.name == check.info.name; });
        if (found == results.end()) {
            check.message =
                tr("Cette vérification n'a rendu aucun résultat. C'est un défaut de l'exercice : signalez-le.");
            continue;
        }
        check.status = found->passed ? CheckStatus::passed : CheckStatus::failed;
        check.message = found->message;
        check.replay = found->replay;
        add_new(verdict.findings, found->findings);
    }
    return verdict;
}

Verdict not_graded(const Exercise& exercise, VerdictOutcome outcome, std::string message)
{
    Verdict verdict{.exercise = exercise.id,
                    .outcome = outcome,
                    .tier = {},
                    .seed = default_seed,
                    .message = std::move(message),
                    .answer_sha256 = {},
                    .checks = {},
                    .findings = {},
                    .repeatable = true};
    for (const CheckInfo& info : exercise.checks) {
        verdict.checks.push_back({.info = info, .status = CheckStatus::not_run, .message = {}, .replay = {}});
    }
    return verdict;
}

nlohmann::ordered_json to_json(const Verdict& verdict)
{
    nlohmann::ordered_json checks = nlohmann::ordered_json::array();
    for (const CheckVerdict& check : verdict.checks) {
        checks.push_back({{"name", check.info.name},
                          {"title", check.info.title},
                          {"status", name_of(check.status)},
                          {"points", earned(check)},
                          {"max_points", check.info.points},
                          {"task", check.info.task},
                          {"message", check.message},
                          {"replay", check.replay}});
    }
    nlohmann::ordered_json json{
        {"exercise", verdict.exercise},       {"outcome", name_of(verdict.outcome)},    {"points", verdict.points()},
        {"max_points", verdict.max_points()}, {"tier", atelier::name_of(verdict.tier)}, {"seed", verdict.seed},
        {"message", verdict.message},         {"answer_sha256", verdict.answer_sha256}, {"checks", checks}};
    for (const Finding& finding : verdict.findings) {  // no key when there is none
        json["findings"].push_back(
            {{"line", finding.line}, {"column", finding.column}, {"rule", finding.rule}, {"message", finding.message}});
    }
    return json;
}

std::optional<Verdict> verdict_from_json(const Exercise& exercise, const nlohmann::ordered_json& json)
{
    try {
        const VerdictOutcome outcome = named(
            json.at("outcome"), {VerdictOutcome::graded, VerdictOutcome::does_not_compile, VerdictOutcome::no_answer});
        Verdict verdict = not_graded(exercise, outcome, json.at("message"));
        verdict.tier = tier_named(json.at("tier").get<std::string>()).value();
        verdict.seed = json.at("seed");
        verdict.answer_sha256 = json.at("answer_sha256");
        const nlohmann::ordered_json& checks = json.at("checks");
        if (json.at("exercise") != exercise.id || checks.size() != verdict.checks.size()) {
            return std::nullopt;
        }
        for (std::size_t i = 0; i < checks.size(); ++i) {
            CheckVerdict& check = verdict.checks[i];
            check.status =
                named(checks[i].at("status"), {CheckStatus::passed, CheckStatus::failed, CheckStatus::not_run});
            check.message = checks[i].at("message");
            check.replay = checks[i].at("replay");
        }
        for (const nlohmann::ordered_json& finding : json.value("findings", nlohmann::ordered_json::array())) {
            verdict.findings.push_back({.line = finding.at("line"),
                                        .column = finding.at("column"),
                                        .rule = finding.at("rule"),
                                        .message = finding.at("message")});
        }
        return to_json(verdict) == json ? std::optional(verdict) : std::nullopt;
    } catch (const std::exception&) {  // a key is missing, of another type, or none of ours
        return std::nullopt;
    }
}

}  // namespace atelier
