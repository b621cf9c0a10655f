// SPDX-License-Identifier: MIT
#include "gradebook/data.hpp"

#include <algorithm>
#include <ctime>

#include "sha256.hpp"

namespace atelier {

namespace {

using nlohmann::ordered_json;

/// How long another process's read may hold up our write.
constexpr int busy_timeout_ms = 10'000;

}  // namespace

std::string audit_time()
{
    const std::time_t time = std::time(nullptr);
    std::tm utc{};
    ::gmtime_r(&time, &utc);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday,
                       utc.tm_hour, utc.tm_min, utc.tm_sec);
}

std::vector<CheckInfo> checks_from_json(const std::string& json)
{
    std::vector<CheckInfo> checks;
    for (const ordered_json& check : ordered_json::parse(json)) {
        checks.push_back({.name = check.at("name"),
                          .points = check.at("points"),
                          .title = check.at("title"),
                          .task = check.at("task"),
                          .hint = check.at("hint")});
    }
    return checks;
}

std::string GradingTerms::digest() const
{
    return Sha256()
        .add(run.grader)
        .add(sources)
        .add(run.compiler)
        .add(name_of(run.tier))
        .add(std::to_string(run.seed))
        .add(language)
        .add(shard)
        .hex();
}

std::string GradingTerms::digest_of_whole() const
{
    GradingTerms whole = *this;
    whole.shard = GradingTerms().shard;
    return whole.digest();
}

Gradebook::Data::Data(const fs::path& where, int flags)
    : folder(where), database((where / file_name).string(), flags, busy_timeout_ms)
{
}

SQLite::Statement& Gradebook::Data::statement(const char* sql) const
{
    auto found = statements.find(sql);
    if (found == statements.end()) {
        found = statements.try_emplace(sql, database, sql).first;
    }
    found->second.reset();
    found->second.clearBindings();
    return found->second;
}

void Gradebook::Data::begin_run(const GradingTerms& of)
{
    SQLite::Statement& insert = statement(
        "INSERT INTO run (digest, grader, sources, compiler, tier, seed, language, shard) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, of.digest());
    insert.bind(2, of.run.grader);
    insert.bind(3, of.sources);
    insert.bind(4, of.run.compiler);
    insert.bind(5, std::string(name_of(of.run.tier)));
    insert.bind(6, std::to_string(of.run.seed));
    insert.bind(7, of.language);
    insert.bind(8, of.shard);
    insert.exec();
    run = database.getLastInsertRowid();
    terms = of.digest_of_whole();
}

void Gradebook::Data::note(const char* what, const std::string& detail)
{
    SQLite::Statement& insert = statement("INSERT INTO event (at, run, what, detail) VALUES (?, ?, ?, ?)");
    insert.bind(1, audit_time());
    if (run != 0) {
        insert.bind(2, run);
    }
    insert.bind(3, what);
    insert.bind(4, detail);
    insert.exec();
}

std::int64_t Gradebook::Data::student(const Person& person)
{
    SQLite::Statement& insert = statement("INSERT INTO student (name, key) VALUES (?1, ?2) "
                                          "ON CONFLICT (name) DO UPDATE SET key = ?2 WHERE ?2 <> '' AND key <> ?2");
    insert.bind(1, person.name);
    insert.bind(2, person.key);
    insert.exec();
    SQLite::Statement& find = statement("SELECT id FROM student WHERE name = ?");
    find.bind(1, person.name);
    find.executeStep();
    return find.getColumn(0).getInt64();
}

void Gradebook::Data::add_grade(const NewGrade& grade, std::int64_t verdict)
{
    const std::int64_t who = student(grade.person);
    SQLite::Statement& insert =
        statement("INSERT INTO grade (run, student, exercise, verdict, handed_in, given_at, reason, place) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, run);
    insert.bind(2, who);
    insert.bind(3, grade.exercise);
    insert.bind(4, verdict);
    insert.bind(5, grade.person.handed_in);
    insert.bind(6, audit_time());
    insert.bind(7, grade.reason);
    insert.bind(8, grade.place);
    insert.exec();
}

std::optional<std::int64_t> Gradebook::Data::known_verdict(const std::string& key) const
{
    SQLite::Statement& find = statement("SELECT max(id) FROM verdict WHERE key = ? AND repeatable");
    find.bind(1, key);
    find.executeStep();
    return find.getColumn(0).isNull() ? std::nullopt : std::optional(find.getColumn(0).getInt64());
}

std::optional<std::pair<std::int64_t, GradingTerms>> Gradebook::Data::last_run() const
{
    SQLite::Statement& last = statement(
        "SELECT id, grader, compiler, tier, seed, sources, language, shard FROM run ORDER BY id DESC LIMIT 1");
    if (!last.executeStep()) {
        return std::nullopt;
    }
    const std::optional<Tier> tier = tier_named(last.getColumn(3).getString());
    if (!tier) {
        throw Error(tr("{} est abîmé", (folder / file_name).string()));
    }
    return std::pair{last.getColumn(0).getInt64(),
                     GradingTerms{.run = {.grader = last.getColumn(1).getString(),
                                          .compiler = last.getColumn(2).getString(),
                                          .tier = *tier,
                                          .seed = std::stoull(last.getColumn(4).getString())},
                                  .sources = last.getColumn(5).getString(),
                                  .language = last.getColumn(6).getString(),
                                  .shard = last.getColumn(7).getString()}};
}

std::map<std::string, KnownExercise> Gradebook::Data::exercises_of(std::int64_t of_run) const
{
    std::map<std::string, KnownExercise> known;
    SQLite::Statement& each =
        statement("SELECT id, name, title, digest, checks FROM exercise WHERE run = ? ORDER BY id");
    each.bind(1, of_run);
    while (each.executeStep()) {
        KnownExercise& one = known[each.getColumn(1).getString()];
        one.id = each.getColumn(0).getInt64();
        one.digest = each.getColumn(3).getString();
        one.exercise = {};
        one.exercise.id = each.getColumn(1).getString();
        one.exercise.title = each.getColumn(2).getString();
        one.exercise.checks = checks_from_json(each.getColumn(4).getString());
    }
    return known;
}

std::vector<Named> Gradebook::Data::students_of(std::int64_t of_run,
                                                const std::function<std::string(const std::string&)>& pseudonym) const
{
    std::vector<Named> all;
    SQLite::Statement& each = statement(
        "SELECT id, name, key FROM student WHERE id IN (SELECT student FROM grade WHERE run = ?) ORDER BY name");
    each.bind(1, of_run);
    while (each.executeStep()) {
        const std::string name = each.getColumn(1).getString();
        all.push_back({.shown = pseudonym ? pseudonym(name) : name,
                       .name = name,
                       .key = each.getColumn(2).getString(),
                       .id = each.getColumn(0).getInt64()});
    }
    std::sort(all.begin(), all.end(), [](const Named& a, const Named& b) { return a.shown < b.shown; });
    return all;
}

std::map<std::pair<std::string, std::string>, std::vector<Adjustment>> Gradebook::Data::adjustments() const
{
    std::map<std::pair<std::string, std::string>, std::vector<Adjustment>> all;
    SQLite::Statement& each =
        statement("SELECT coalesce(student.name, ''), exercise, check_name, points, reason "
                  "FROM adjustment LEFT JOIN student ON student.id = student ORDER BY adjustment.id");
    while (each.executeStep()) {
        const Adjustment one{.student = each.getColumn(0).getString(),
                             .exercise = each.getColumn(1).getString(),
                             .check = each.getColumn(2).getString(),
                             .points = each.getColumn(3).getInt(),
                             .reason = each.getColumn(4).getString()};
        all[{one.student, one.exercise}].push_back(one);
    }
    return all;
}

Verdict Gradebook::Data::verdict(const Exercise& exercise, const std::string& told) const
{
    std::optional<Verdict> verdict = verdict_from_json(exercise, ordered_json::parse(told, nullptr, false));
    if (!verdict) {
        throw Error(
            tr("{} est abîmé : il contient un verdict illisible pour {}", (folder / file_name).string(), exercise.id));
    }
    return std::move(*verdict);
}

}  // namespace atelier
