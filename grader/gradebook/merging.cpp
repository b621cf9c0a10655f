// SPDX-License-Identifier: MIT
// The gradebooks of a class's parts, made one. Two passes: what is wrong with them is said before anything is copied.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "gradebook/data.hpp"
#include "gradebook/gradebook.hpp"
#include "shard.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

/// An exercise as it was when some of the class was graded.
struct Form {
    std::int64_t id = 0;  // in its part
    std::string name;
    std::string title;
    std::string digest;
    std::string checks;
};

/// What must be the same in all parts, and where this one is.
struct Part {
    Shard shard;
    fs::path folder;
    GradingTerms terms;  // but for the shard
    std::string class_digest;
    std::vector<Form> forms;                       // as they were met
    std::map<std::string, std::string> exercises;  // name → digest of the form in force
    std::string policy;
    std::map<std::pair<std::string, std::string>, int> decided;  // for everybody: exercise, check → points

    [[nodiscard]] std::string name() const { return fmt::format("{} ({})", shard.text(), folder.string()); }
};

[[noreturn]] void differ(const Part& one, const Part& other, const std::string& what)
{
    throw Error(tr("Les parts {} et {} ne se fusionnent pas : {}", one.name(), other.name(), what));
}

/// Throws unless the two were graded in the same way.
void require_same_terms(const Part& one, const Part& other)
{
    const RunInfo& a = one.terms.run;
    const RunInfo& b = other.terms.run;
    const auto require = [&](bool same, const std::string& what) {
        if (!same) {
            differ(one, other, what);
        }
    };
    require(a.seed == b.seed, tr("leurs graines diffèrent. Corrigez toutes les parts avec le même --seed."));
    require(a.tier == b.tier,
            tr("leurs bacs à sable diffèrent, {} et {}. Corrigez toutes les parts avec le même --tier.",
               name_of(a.tier), name_of(b.tier)));
    require(a.compiler == b.compiler,
            tr("leurs compilateurs diffèrent, « {} » et « {} ». Corrigez toutes les parts avec le même.",
               visible(a.compiler), visible(b.compiler)));
    require(a.grader == b.grader,
            tr("elles viennent de deux versions de l'atelier, {} et {}. Corrigez toutes les parts avec la même.",
               visible(a.grader), visible(b.grader)));
    require(
        one.terms.sources == other.terms.sources,
        tr("elles viennent de deux ateliers de même version, mais dont les sources diffèrent. Corrigez toutes les parts avec le même."));
    require(one.terms.language == other.terms.language,
            tr("leurs langues diffèrent, {} et {}. Corrigez toutes les parts avec le même --lang.",
               visible(one.terms.language), visible(other.terms.language)));
}

void require_same_class(const Part& one, const Part& other)
{
    for (const auto& [mine, yours] : {std::pair(&one, &other), std::pair(&other, &one)}) {
        for (const auto& [name, digest] : mine->exercises) {
            const auto found = yours->exercises.find(name);
            if (found == yours->exercises.end()) {
                differ(
                    *mine, *yours,
                    tr("l'exercice {} n'est que dans la première. Corrigez toutes les parts avec le même --only, sur toute la classe.",
                       visible(name)));
            }
            if (found->second != digest) {
                differ(*mine, *yours,
                       tr("l'exercice {} a changé de l'une à l'autre. Corrigez-les à nouveau avec le même cours.",
                          visible(name)));
            }
        }
    }
    if (one.class_digest != other.class_digest) {
        differ(one, other,
               tr("elles n'ont pas vu la même classe. Donnez à chaque part le même dossier de copies, en entier."));
    }
}

void require_same_decisions(const Part& one, const Part& other)
{
    if (one.policy != other.policy) {
        differ(
            one, other,
            tr("leurs règles sur les retards et les remises diffèrent. Donnez la même --policy à toutes, ou à aucune avant la fusion."));
    }
    if (one.decided != other.decided) {
        differ(
            one, other,
            tr("des points accordés à tout le monde (adjust) ne le sont que dans l'une des deux. Accordez-les partout, ou après la fusion seulement."));
    }
}

}  // namespace

/// Reads the parts and copies them into a gradebook that is open to write.
class Gradebook::Merging {
public:
    explicit Merging(Data& into) : into_(into) {}

    void merge(const std::vector<fs::path>& folders)
    {
        std::vector<Part> parts;
        for (const fs::path& folder : folders) {
            parts.push_back(part_in(folder));
        }
        std::sort(parts.begin(), parts.end(),
                  [](const Part& a, const Part& b) { return a.shard.index < b.shard.index; });
        require_all(parts);
        SQLite::Transaction all(into_.database);
        begin(parts.front());
        add_exercises(parts);
        for (const Part& part : parts) {
            const Gradebook book = Gradebook::to_read(part.folder);
            Data& from = *book.data_;
            from.guarded([&] {
                SQLite::Transaction still(from.database);
                if (book.class_digest() != part.class_digest) {
                    throw Error(
                        tr("La part {} a changé pendant la fusion. Attendez que toutes soient finies.", part.name()));
                }
                copy(from, part);
            });
        }
        into_.note("ended", parts.front().class_digest);
        all.commit();
    }

private:
    [[nodiscard]] static Part part_in(const fs::path& folder)
    {
        const Gradebook book = Gradebook::to_read(folder);
        const std::optional<GradingTerms> terms = book.last_terms();
        if (!terms) {
            throw Error(tr("Le carnet de notes {} est vide.", (folder / file_name).string()));
        }
        const std::optional<Shard> shard = shard_from_text(terms->shard);
        if (!shard) {
            throw Error(tr("{} est abîmé", (folder / file_name).string()));
        }
        Part part{.shard = *shard,
                  .folder = folder,
                  .terms = *terms,
                  .class_digest = book.class_digest(),
                  .forms = {},
                  .exercises = {},
                  .policy = book.policy(),
                  .decided = {}};
        book.data_->guarded([&] {
            SQLite::Statement& each = book.data_->statement(
                "SELECT id, name, title, digest, checks FROM exercise WHERE run = (SELECT max(id) FROM run) ORDER BY id");
            while (each.executeStep()) {
                part.forms.push_back({.id = each.getColumn(0).getInt64(),
                                      .name = each.getColumn(1).getString(),
                                      .title = each.getColumn(2).getString(),
                                      .digest = each.getColumn(3).getString(),
                                      .checks = each.getColumn(4).getString()});
                part.exercises[part.forms.back().name] = part.forms.back().digest;
            }
            for (const auto& [whom, decisions] : book.data_->adjustments()) {
                for (const Adjustment& one : decisions) {
                    if (whom.first.empty()) {
                        part.decided[{one.exercise, one.check}] = one.points;
                    }
                }
            }
        });
        return part;
    }

    static void require_all(const std::vector<Part>& parts)
    {
        const Part& first = parts.front();
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (parts[i].shard.count != first.shard.count) {
                differ(
                    first, parts[i],
                    tr("l'une est une part sur {}, l'autre une part sur {}.", first.shard.count, parts[i].shard.count));
            }
            if (i > 0 && parts[i].shard == parts[i - 1].shard) {
                throw Error(tr("La part {} est là deux fois : {} et {}. N'en nommez qu'une.", parts[i].shard.text(),
                               parts[i - 1].folder.string(), parts[i].folder.string()));
            }
        }
        std::string missing;
        for (Shard one{.index = 1, .count = first.shard.count}; one.index <= one.count; ++one.index) {
            const bool here =
                std::any_of(parts.begin(), parts.end(), [&](const Part& part) { return part.shard == one; });
            if (!here && missing.size() < 200) {
                missing += (missing.empty() ? "" : ", ") + one.text();
            }
        }
        if (!missing.empty()) {
            throw Error(tr("Il manque des parts de la classe : {}. Corrigez-les, puis fusionnez le tout.", missing));
        }
        for (const Part& part : parts) {
            require_same_terms(first, part);
            if (part.class_digest.empty()) {
                throw Error(tr(
                    "La part {} n'est pas allée à son terme : relancez sa correction, elle reprendra où elle en était.",
                    part.name()));
            }
            require_same_class(first, part);
            require_same_decisions(first, part);
        }
    }

    void begin(const Part& first)
    {
        GradingTerms whole = first.terms;
        whole.shard = Shard{}.text();
        into_.begin_run(whole);
        into_.note("began", {});
        if (!first.policy.empty()) {
            SQLite::Statement& rules = into_.statement("INSERT INTO policy (text, set_at) VALUES (?, ?)");
            rules.bind(1, first.policy);
            rules.bind(2, audit_time());
            rules.exec();
        }
    }

    void copy(const Data& from, const Part& part)
    {
        const std::int64_t run = from.last_run()->first;
        into_.note("merged", part.name());
        find_exercises(part);
        copy_verdicts(from, run, part);
        copy_grades(from, run, part);
        copy_adjustments(from, part);
        copy_refusals(from, run);
        copy_events(from, run, part);
    }

    /// The forms in force come last: that is how they are told from those that are no more.
    void add_exercises(const std::vector<Part>& parts)
    {
        for (const bool in_force : {false, true}) {
            for (const Part& part : parts) {
                for (const Form& form : part.forms) {
                    if ((part.exercises.at(form.name) == form.digest) == in_force) {
                        SQLite::Statement& insert = into_.statement(
                            "INSERT INTO exercise (run, name, title, digest, checks) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
                        insert.bind(1, into_.run);
                        insert.bind(2, form.name);
                        insert.bind(3, form.title);
                        insert.bind(4, form.digest);
                        insert.bind(5, form.checks);
                        insert.exec();
                    }
                }
            }
        }
    }

    void find_exercises(const Part& part)
    {
        exercises_.clear();
        for (const Form& form : part.forms) {
            SQLite::Statement& find =
                into_.statement("SELECT id FROM exercise WHERE run = ? AND name = ? AND digest = ?");
            find.bind(1, into_.run);
            find.bind(2, form.name);
            find.bind(3, form.digest);
            find.executeStep();
            exercises_[form.id] = find.getColumn(0).getInt64();
        }
    }

    /// Copies the verdicts of a part and the answers that they judge. One that is known already is not copied.
    void copy_verdicts(const Data& from, std::int64_t run, const Part& part)
    {
        verdicts_.clear();
        SQLite::Statement& newest = into_.statement("SELECT coalesce(max(id), 0) FROM verdict");
        newest.executeStep();
        const std::int64_t others = newest.getColumn(0).getInt64();
        SQLite::Statement& each = from.statement(
            "SELECT id, key, exercise, answer, outcome, points, max_points, repeatable, told FROM verdict "
            "WHERE exercise IN (SELECT id FROM exercise WHERE run = ?) ORDER BY id");
        each.bind(1, run);
        while (each.executeStep()) {
            const std::int64_t id = each.getColumn(0).getInt64();
            const std::string key = each.getColumn(1).getString();
            if (from.known_verdict(key) == id) {
                if (const auto known = verdict_of_others(key, others)) {
                    if (known->second != each.getColumn(8).getString()) {
                        refuse_two_verdicts(from, part, id, known->first);
                    }
                    if (count_of(from, key) == 1) {
                        verdicts_[id] = known->first;
                        continue;
                    }
                }
            }
            if (!each.getColumn(3).isNull()) {
                copy_answer(from, each.getColumn(3).getString());
            }
            verdicts_[id] = add_verdict(each);
        }
    }

    std::int64_t add_verdict(SQLite::Statement& each)
    {
        SQLite::Statement& insert = into_.statement(
            "INSERT INTO verdict (key, exercise, answer, outcome, points, max_points, repeatable, told) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        insert.bind(1, each.getColumn(1).getString());
        insert.bind(2, exercises_.at(each.getColumn(2).getInt64()));
        if (!each.getColumn(3).isNull()) {
            insert.bind(3, each.getColumn(3).getString());
        }
        insert.bind(4, each.getColumn(4).getString());
        for (int i = 5; i <= 7; ++i) {
            insert.bind(i, each.getColumn(i).getInt());
        }
        insert.bind(8, each.getColumn(8).getString());
        insert.exec();
        return into_.database.getLastInsertRowid();
    }

    void copy_answer(const Data& from, const std::string& sha256)
    {
        SQLite::Statement& read = from.statement("SELECT source FROM answer WHERE sha256 = ?");
        read.bind(1, sha256);
        if (read.executeStep()) {
            const std::string source = read.getColumn(0).getString();
            SQLite::Statement& keep =
                into_.statement("INSERT INTO answer (sha256, source) VALUES (?, ?) ON CONFLICT DO NOTHING");
            keep.bind(1, sha256);
            keep.bind(2, source.data(), static_cast<int>(source.size()));
            keep.exec();
        }
    }

    /// The verdict with that key that counts in the parts copied before, those up to `others`.
    [[nodiscard]] std::optional<std::pair<std::int64_t, std::string>> verdict_of_others(const std::string& key,
                                                                                        std::int64_t others) const
    {
        SQLite::Statement& find = into_.statement(
            "SELECT id, told FROM verdict WHERE key = ? AND repeatable AND id <= ? ORDER BY id DESC LIMIT 1");
        find.bind(1, key);
        find.bind(2, others);
        if (!find.executeStep()) {
            return std::nullopt;
        }
        return std::pair{find.getColumn(0).getInt64(), find.getColumn(1).getString()};
    }

    static int count_of(const Data& from, const std::string& key)
    {
        SQLite::Statement& count = from.statement("SELECT count(*) FROM verdict WHERE key = ?");
        count.bind(1, key);
        count.executeStep();
        return count.getColumn(0).getInt();
    }

    /// A student who was given that verdict, and on what.
    static std::pair<std::string, std::string> holder(const Data& book, std::int64_t verdict)
    {
        SQLite::Statement& find =
            book.statement("SELECT student.name, grade.exercise FROM grade JOIN student ON student.id = student "
                           "WHERE verdict = ? ORDER BY grade.id LIMIT 1");
        find.bind(1, verdict);
        return find.executeStep() ? std::pair{find.getColumn(0).getString(), find.getColumn(1).getString()}
                                  : std::pair<std::string, std::string>();
    }

    [[noreturn]] void refuse_two_verdicts(const Data& from, const Part& part, std::int64_t here,
                                          std::int64_t there) const
    {
        const auto [who, exercise] = holder(from, here);
        throw Error(tr(
            "La même réponse à {} a reçu deux verdicts : celui de {}, dans la part {}, n'est pas celui de {}, dans une autre. Les machines diffèrent, ou cette réponse dépend du hasard. "
            "Jugez-la à nouveau (./atelier regrade), puis fusionnez.",
            visible(exercise), visible(who), part.name(), visible(holder(into_, there).first)));
    }

    void copy_grades(const Data& from, std::int64_t run, const Part& part)
    {
        SQLite::Statement& newest = into_.statement("SELECT coalesce(max(id), 0) FROM grade");
        newest.executeStep();
        const std::int64_t others = newest.getColumn(0).getInt64();
        SQLite::Statement& each = from.statement(
            "SELECT student.name, student.key, exercise, verdict, handed_in, given_at, reason, student.id, place "
            "FROM grade JOIN student ON student.id = student WHERE run = ? ORDER BY grade.id");
        each.bind(1, run);
        while (each.executeStep()) {
            const std::string name = each.getColumn(0).getString();
            const std::string exercise = each.getColumn(2).getString();
            const std::int64_t who =
                into_.student({.name = name, .key = each.getColumn(1).getString(), .handed_in = {}});
            if (const auto before = last_grade(into_, into_.run, who, exercise, others)) {
                if (*before != last_grade(from, run, each.getColumn(7).getInt64(), exercise, all_grades)) {
                    throw Error(tr(
                        "{} a deux verdicts différents pour {} : l'un dans la part {}, l'autre dans une part précédente. La classe a changé d'une correction à l'autre : "
                        "corrigez toutes les parts dans de nouveaux dossiers (ce qui est déjà jugé ne l'est pas deux fois).",
                        visible(name), visible(exercise), part.name()));
                }
                continue;  // a student who came between two corrections moved the others from part to part
            }
            SQLite::Statement& insert = into_.statement(
                "INSERT INTO grade (run, student, exercise, verdict, handed_in, given_at, reason, place) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
            insert.bind(1, into_.run);
            insert.bind(2, who);
            insert.bind(3, exercise);
            insert.bind(4, verdicts_.at(each.getColumn(3).getInt64()));
            for (int i = 4; i <= 6; ++i) {
                insert.bind(i + 1, each.getColumn(i).getString());
            }
            insert.bind(8, each.getColumn(8).getString());
            insert.exec();
        }
    }

    static constexpr std::int64_t all_grades = INT64_MAX;

    /// The verdict given last, among grades up to `newest`, and when its answer was handed in.
    static std::optional<std::pair<std::string, std::string>> last_grade(const Data& book, std::int64_t run,
                                                                         std::int64_t student,
                                                                         const std::string& exercise,
                                                                         std::int64_t newest)
    {
        SQLite::Statement& last = book.statement(
            "SELECT told, handed_in FROM grade JOIN verdict ON verdict.id = verdict "
            "WHERE run = ? AND student = ? AND grade.exercise = ? AND grade.id <= ? ORDER BY grade.id DESC LIMIT 1");
        last.bind(1, run);
        last.bind(2, student);
        last.bind(3, exercise);
        last.bind(4, newest);
        if (!last.executeStep()) {
            return std::nullopt;
        }
        return std::pair{last.getColumn(0).getString(), last.getColumn(1).getString()};
    }

    /// What was decided for everybody is the same in all parts: the first one's is enough.
    void copy_adjustments(const Data& from, const Part& part)
    {
        SQLite::Statement& each = from.statement(
            "SELECT student.name, student.key, exercise, check_name, points, reason, made_at "
            "FROM adjustment LEFT JOIN student ON student.id = student WHERE student.id IS NOT NULL OR ? ORDER BY adjustment.id");
        each.bind(1, part.shard.index == 1 ? 1 : 0);
        while (each.executeStep()) {
            SQLite::Statement& insert = into_.statement(
                "INSERT INTO adjustment (student, exercise, check_name, points, reason, made_at) VALUES (?, ?, ?, ?, ?, ?)");
            if (!each.getColumn(0).isNull()) {
                insert.bind(1, into_.student({.name = each.getColumn(0).getString(),
                                              .key = each.getColumn(1).getString(),
                                              .handed_in = {}}));
            }
            insert.bind(2, each.getColumn(2).getString());
            insert.bind(3, each.getColumn(3).getString());
            insert.bind(4, each.getColumn(4).getInt());
            insert.bind(5, each.getColumn(5).getString());
            insert.bind(6, each.getColumn(6).getString());
            insert.exec();
        }
    }

    void copy_refusals(const Data& from, std::int64_t run)
    {
        SQLite::Statement& each = from.statement("SELECT place, reason FROM refusal WHERE run = ? ORDER BY id");
        each.bind(1, run);
        while (each.executeStep()) {
            SQLite::Statement& insert =
                into_.statement("INSERT INTO refusal (run, place, reason) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
            insert.bind(1, into_.run);
            insert.bind(2, each.getColumn(0).getString());
            insert.bind(3, each.getColumn(1).getString());
            insert.exec();
        }
    }

    /// With the times they had there, and the part they are of.
    void copy_events(const Data& from, std::int64_t run, const Part& part)
    {
        SQLite::Statement& each =
            from.statement("SELECT at, what, detail FROM event WHERE run = ? OR run IS NULL ORDER BY id");
        each.bind(1, run);
        while (each.executeStep()) {
            SQLite::Statement& insert =
                into_.statement("INSERT INTO event (at, run, what, detail) VALUES (?, ?, ?, ?)");
            insert.bind(1, each.getColumn(0).getString());
            insert.bind(2, into_.run);
            insert.bind(3, each.getColumn(1).getString());
            insert.bind(4, fmt::format("[{}] {}", part.shard.text(), each.getColumn(2).getString()));
            insert.exec();
        }
    }

    Data& into_;
    std::unordered_map<std::int64_t, std::int64_t> exercises_;  // number in the part being copied → ours
    std::unordered_map<std::int64_t, std::int64_t> verdicts_;   // the same
};

void Gradebook::merge(const std::vector<fs::path>& folders)
{
    data_->guarded([&] {
        if (data_->last_run()) {
            throw Error(
                tr("{} contient déjà un carnet de notes. Fusionnez dans un autre dossier.", data_->folder.string()));
        }
        Merging(*data_).merge(folders);
    });
}

}  // namespace atelier
