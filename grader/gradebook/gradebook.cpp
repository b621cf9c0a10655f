// SPDX-License-Identifier: MIT
#include "gradebook/gradebook.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

#include "gradebook/data.hpp"
#include "gradebook/schema.hpp"
#include "sha256.hpp"

namespace atelier {

namespace {

using nlohmann::ordered_json;

std::string json_of(const std::vector<CheckInfo>& checks)
{
    ordered_json all = ordered_json::array();
    for (const CheckInfo& check : checks) {
        all.push_back({{"name", check.name},
                       {"points", check.points},
                       {"title", check.title},
                       {"task", check.task},
                       {"hint", check.hint}});
    }
    return all.dump();
}

}  // namespace

Gradebook::Gradebook(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Gradebook::Gradebook(Gradebook&&) noexcept = default;
Gradebook::~Gradebook() = default;

bool Gradebook::is_in(const fs::path& folder) { return fs::is_regular_file(fs::symlink_status(folder / file_name)); }

namespace {

void require_gradebook(SQLite::Database& database, const fs::path& path)
{
    if (database.execAndGet("PRAGMA application_id").getInt() != gradebook_application) {
        throw Error(tr("{} n'est pas un carnet de notes de l'atelier", path.string()));
    }
    if (database.execAndGet("PRAGMA user_version").getInt() != gradebook_version) {
        throw Error(
            tr("{} a été écrit par une autre version de l'atelier, et celle-ci ne sait pas le lire", path.string()));
    }
}

}  // namespace

Gradebook Gradebook::to_write(const fs::path& folder)
{
    Descriptor lock(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!lock || ::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) {
            throw Error(
                tr("Une autre correction écrit déjà dans {}. Attendez qu'elle finisse, ou choisissez un autre dossier.",
                   folder.string()));
        }
        throw system_error(tr("Impossible d'écrire dans {}", folder.string()));
    }
    try {
        auto data = std::make_unique<Data>(folder, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        data->lock = std::move(lock);
        SQLite::Database& database = data->database;
        if (database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0) {
            database.exec("PRAGMA journal_mode = WAL");
            SQLite::Transaction all(database);
            database.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", gradebook_application,
                                      gradebook_version));
            database.exec(gradebook_schema());
            database.exec(gradebook_seals());
            all.commit();
        }
        require_gradebook(database, folder / file_name);
        // A kill loses nothing; a power cut may lose the last verdicts, which are then given again.
        database.exec("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;");
        return Gradebook(std::move(data));
    } catch (const SQLite::Exception& e) {
        throw Error(tr("Le carnet de notes {} ne peut pas être ouvert : {}", (folder / file_name).string(), e.what()));
    }
}

Gradebook Gradebook::to_read(const fs::path& folder)
{
    if (!is_in(folder)) {
        throw Error(tr(
            "{} ne contient pas de carnet de notes ({}). C'est « ./atelier grade » qui l'écrit, dans le dossier nommé par --out.",
            folder.string(), file_name));
    }
    try {
        auto data = std::make_unique<Data>(folder, SQLite::OPEN_READONLY);
        require_gradebook(data->database, folder / file_name);
        return Gradebook(std::move(data));
    } catch (const SQLite::Exception& e) {
        throw Error(tr("Le carnet de notes {} ne peut pas être ouvert : {}", (folder / file_name).string(), e.what()));
    }
}

std::optional<GradingTerms> Gradebook::last_terms() const
{
    return data_->guarded([&]() -> std::optional<GradingTerms> {
        const auto last = data_->last_run();
        return last ? std::optional(last->second) : std::nullopt;
    });
}

void Gradebook::begin(const GradingTerms& terms, const std::vector<const Exercise*>& exercises,
                      const std::vector<std::string>& digests)
{
    data_->guarded([&] {
        SQLite::Transaction all(data_->database);
        const auto last = data_->last_run();
        const bool goes_on = last && last->second.digest() == terms.digest();
        if (goes_on) {
            data_->run = last->first;
            data_->terms = terms.digest_of_whole();
        } else {
            data_->begin_run(terms);
        }
        for (std::size_t i = 0; i < exercises.size(); ++i) {
            SQLite::Statement& insert = data_->statement(
                "INSERT INTO exercise (run, name, title, digest, checks) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
            insert.bind(1, data_->run);
            insert.bind(2, exercises[i]->id);
            insert.bind(3, exercises[i]->title);
            insert.bind(4, digests[i]);
            insert.bind(5, json_of(exercises[i]->checks));
            insert.exec();
        }
        data_->note(goes_on ? "continued" : "began", {});
        all.commit();
        data_->exercises = data_->exercises_of(data_->run);
    });
}

void Gradebook::end(const std::string& digest)
{
    data_->guarded([&] { data_->note("ended", digest); });
}

std::string Gradebook::key(const Exercise& exercise, const std::string& source) const
{
    const std::lock_guard held(data_->guard);
    return Sha256().add(data_->terms).add(data_->exercises.at(exercise.id).digest).add(source).hex();
}

bool Gradebook::has(const Person& person, const std::string& exercise, const std::string& key) const
{
    return data_->guarded([&] {
        SQLite::Statement& last = data_->statement(
            "SELECT verdict.key, grade.handed_in FROM grade JOIN verdict ON verdict.id = verdict "
            "WHERE run = ? AND student = (SELECT id FROM student WHERE name = ?) AND grade.exercise = ? "
            "ORDER BY grade.id DESC LIMIT 1");
        last.bind(1, data_->run);
        last.bind(2, person.name);
        last.bind(3, exercise);
        return last.executeStep() && last.getColumn(0).getString() == key &&
               last.getColumn(1).getString() == person.handed_in;
    });
}

bool Gradebook::give_known(const NewGrade& grade)
{
    return data_->guarded([&] {
        const std::optional<std::int64_t> known = data_->known_verdict(grade.key);
        if (known) {
            SQLite::Transaction all(data_->database);
            data_->add_grade(grade, *known);
            all.commit();
        }
        return known.has_value();
    });
}

void Gradebook::give(const NewGrade& grade, const Verdict& verdict)
{
    data_->guarded([&] {
        if (grade.reason.empty() && verdict.repeatable && give_known(grade)) {  // judged twice at once
            return;
        }
        SQLite::Transaction all(data_->database);
        if (grade.source) {
            SQLite::Statement& keep =
                data_->statement("INSERT INTO answer (sha256, source) VALUES (?, ?) ON CONFLICT DO NOTHING");
            keep.bind(1, verdict.answer_sha256);
            keep.bind(2, grade.source->data(), static_cast<int>(grade.source->size()));
            keep.exec();
        }
        SQLite::Statement& insert = data_->statement(
            "INSERT INTO verdict (key, exercise, answer, outcome, points, max_points, repeatable, told) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        const ordered_json told = to_json(verdict);
        insert.bind(1, grade.key);
        insert.bind(2, data_->exercises.at(grade.exercise).id);
        if (grade.source) {
            insert.bind(3, verdict.answer_sha256);
        }
        insert.bind(4, told.at("outcome").get<std::string>());
        insert.bind(5, verdict.points());
        insert.bind(6, verdict.max_points());
        insert.bind(7, verdict.repeatable ? 1 : 0);
        insert.bind(8, told.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
        insert.exec();
        data_->add_grade(grade, data_->database.getLastInsertRowid());
        all.commit();
    });
}

void Gradebook::refuse(const std::vector<Refusal>& refused)
{
    data_->guarded([&] {
        SQLite::Transaction all(data_->database);
        for (const Refusal& refusal : refused) {
            SQLite::Statement& insert =
                data_->statement("INSERT INTO refusal (run, place, reason) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
            insert.bind(1, data_->run);
            insert.bind(2, refusal.where);
            insert.bind(3, refusal.reason);
            insert.exec();
        }
        all.commit();
    });
}

void Gradebook::adjust(const Adjustment& adjustment)
{
    data_->guarded([&] {
        SQLite::Transaction all(data_->database);
        SQLite::Statement& insert =
            data_->statement("INSERT INTO adjustment (student, exercise, check_name, points, reason, made_at) "
                             "VALUES ((SELECT id FROM student WHERE name = ?), ?, ?, ?, ?, ?)");
        insert.bind(1, adjustment.student);
        insert.bind(2, adjustment.exercise);
        insert.bind(3, adjustment.check);
        insert.bind(4, adjustment.points);
        insert.bind(5, adjustment.reason);
        insert.bind(6, audit_time());
        insert.exec();
        data_->note("adjusted", adjustment.exercise + " " + adjustment.check);
        all.commit();
    });
}

void Gradebook::set_policy(const std::string& toml)
{
    if (toml == policy()) {
        return;
    }
    data_->guarded([&] {
        SQLite::Statement& insert = data_->statement("INSERT INTO policy (text, set_at) VALUES (?, ?)");
        insert.bind(1, toml);
        insert.bind(2, audit_time());
        insert.exec();
    });
}

std::string Gradebook::policy() const
{
    return data_->guarded([&] {
        SQLite::Statement& last = data_->statement("SELECT text FROM policy ORDER BY id DESC LIMIT 1");
        return last.executeStep() ? last.getColumn(0).getString() : std::string();
    });
}

}  // namespace atelier
