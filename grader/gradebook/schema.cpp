// SPDX-License-Identifier: MIT
#include "gradebook/schema.hpp"

#include <fmt/format.h>

#include <array>

namespace atelier {

namespace {

constexpr std::array sealed{"run", "exercise", "answer", "verdict", "grade", "adjustment", "policy", "event"};

}  // namespace

const char* gradebook_schema()
{
    return R"sql(
CREATE TABLE run (               -- one way of grading: all that a verdict depends on, besides answer and exercise
    id        INTEGER PRIMARY KEY,
    digest    TEXT NOT NULL UNIQUE,  -- of all that follows
    grader    TEXT NOT NULL,     -- version
    sources   TEXT NOT NULL,     -- SHA-256 of the grader's sources
    compiler  TEXT NOT NULL,
    tier      TEXT NOT NULL,     -- of the sandbox: namespaces, landlock, none
    seed      TEXT NOT NULL,     -- of the fixtures, a decimal number; a secret as long as the exercises serve
    language  TEXT NOT NULL,     -- of the messages
    shard     TEXT NOT NULL      -- « 2/4 »: the second of four parts of the class; « 1/1 »: all of it
) STRICT;

CREATE TABLE exercise (          -- as it was when it was graded
    id        INTEGER PRIMARY KEY,
    run       INTEGER NOT NULL REFERENCES run,
    name      TEXT NOT NULL,     -- « 01a-ouvrir »
    title     TEXT NOT NULL,
    digest    TEXT NOT NULL,     -- of its folder
    checks    TEXT NOT NULL,     -- JSON: name, points, title, task, hint of each
    UNIQUE (run, name, digest)
) STRICT;

CREATE TABLE student (
    id        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL UNIQUE,  -- the roster's, else the name of the folder
    key       TEXT NOT NULL      -- what the school's system knows the student by; empty: nobody said
) STRICT;

CREATE TABLE answer (            -- the bytes that were graded, once each
    sha256    TEXT PRIMARY KEY,
    source    BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE verdict (           -- what one answer is worth in one run
    id         INTEGER PRIMARY KEY,
    key        TEXT NOT NULL,    -- digest of the run (but for its shard), the exercise and the answer
    exercise   INTEGER NOT NULL REFERENCES exercise,
    answer     TEXT REFERENCES answer,  -- NULL: there was none that could be read
    outcome    TEXT NOT NULL,    -- graded, does_not_compile, no_answer
    points     INTEGER NOT NULL,
    max_points INTEGER NOT NULL,
    repeatable INTEGER NOT NULL, -- 0: the clock stopped it, and a less busy machine might not have
    told       TEXT NOT NULL     -- JSON, as check --json
) STRICT;
CREATE INDEX verdict_by_key ON verdict(key);
CREATE INDEX verdict_by_answer ON verdict(answer);

CREATE TABLE grade (             -- a verdict given to a student; the last one counts, or the best: see policy
    id        INTEGER PRIMARY KEY,
    run       INTEGER NOT NULL REFERENCES run,
    student   INTEGER NOT NULL REFERENCES student,
    exercise  TEXT NOT NULL,     -- its name
    verdict   INTEGER NOT NULL REFERENCES verdict,
    handed_in TEXT NOT NULL,     -- ISO 8601, UTC; empty: nobody said
    given_at  TEXT NOT NULL,     -- the same, by this machine's clock
    reason    TEXT NOT NULL,     -- empty: it was handed in; else why it was graded again
    place     TEXT NOT NULL DEFAULT ''  -- of the answer in what was handed in: 01a-ouvrir/reponse.cpp
) STRICT;
CREATE INDEX grade_of ON grade(run, student, exercise);

CREATE TABLE adjustment (        -- a person's decision on the points of one check
    id        INTEGER PRIMARY KEY,
    student   INTEGER REFERENCES student,  -- NULL: everybody
    exercise  TEXT NOT NULL,     -- its name
    check_name TEXT NOT NULL,
    points    INTEGER NOT NULL,  -- earned there, whatever the check said
    reason    TEXT NOT NULL,
    made_at   TEXT NOT NULL
) STRICT;

CREATE TABLE refusal (           -- what was handed in and is nobody's answer
    id        INTEGER PRIMARY KEY,
    run       INTEGER NOT NULL REFERENCES run,
    place     TEXT NOT NULL,
    reason    TEXT NOT NULL,
    UNIQUE (run, place, reason)
) STRICT;

CREATE TABLE policy (            -- the rules on lateness and attempts; the last one counts
    id        INTEGER PRIMARY KEY,
    text      TEXT NOT NULL,     -- TOML; empty: none
    set_at    TEXT NOT NULL
) STRICT;

CREATE TABLE event (             -- what was done with this gradebook
    id        INTEGER PRIMARY KEY,
    at        TEXT NOT NULL,
    run       INTEGER REFERENCES run,
    what      TEXT NOT NULL,     -- began, continued, ended, graded again, adjusted, merged, purged
    detail    TEXT NOT NULL
) STRICT;

-- The grades that the last run gave, one a student and exercise: the last verdict, before any rule or adjustment.
CREATE VIEW current_grade AS
SELECT student.name AS student, student.key AS key, grade.exercise AS exercise, verdict.outcome AS outcome,
       verdict.points AS points, verdict.max_points AS max_points, verdict.id AS verdict, grade.handed_in AS handed_in
FROM grade
JOIN student ON student.id = grade.student
JOIN verdict ON verdict.id = grade.verdict
WHERE grade.id IN (SELECT max(id) FROM grade WHERE run = (SELECT max(id) FROM run) GROUP BY student, exercise);

CREATE VIEW total AS
SELECT student, sum(points) AS points, sum(max_points) AS max_points FROM current_grade GROUP BY student;

-- Each check of each verdict.
CREATE VIEW check_result AS
SELECT verdict.id AS verdict, exercise.name AS exercise, each.key AS position, each.value ->> 'name' AS name,
       each.value ->> 'status' AS status, each.value ->> 'points' AS points, each.value ->> 'max_points' AS max_points,
       each.value ->> 'message' AS message
FROM verdict JOIN exercise ON exercise.id = verdict.exercise, json_each(verdict.told, '$.checks') AS each;

-- Which checks the class loses most.
CREATE VIEW lost_check AS
SELECT current_grade.exercise AS exercise, check_result.name AS name, count(*) AS students
FROM current_grade JOIN check_result ON check_result.verdict = current_grade.verdict
WHERE check_result.status = 'failed'
GROUP BY 1, 2 ORDER BY students DESC, 1, 2;
)sql";
}

std::string gradebook_seals()
{
    std::string sql;
    for (const char* table : sealed) {
        for (const char* change : {"UPDATE", "DELETE"}) {
            sql += fmt::format(
                "CREATE TRIGGER {0}_no_{1} BEFORE {1} ON {0} BEGIN SELECT raise(ABORT, 'a gradebook only grows'); END;\n",
                table, change);
        }
    }
    return sql;
}

std::string gradebook_unseals()
{
    std::string sql;
    for (const char* table : sealed) {
        sql += fmt::format("DROP TRIGGER {0}_no_UPDATE; DROP TRIGGER {0}_no_DELETE;\n", table);
    }
    return sql;
}

}  // namespace atelier
