// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <string>
#include <string_view>

using EcrireAvecAttente = atelier::check::Exercise;
using namespace atelier::check;

namespace {

/// The program says « refus » at each lock that the system denies, « retour » when the student's function has come back.
constexpr const char* refused = "refus";
constexpr const char* returned = "retour";
/// And this when it holds no lock any more; it goes on once the neighbour has written.
constexpr const char* is_free = "libre";
/// Refusals before the neighbour ends: more than a timeout of a few milliseconds meets, which the clock would decide.
constexpr int refusals = 6;
/// Milliseconds that the function may wait: where the neighbour ends, more than it ever needs.
constexpr int patient = 4000;
constexpr int hasty = 60;

constexpr const char* take_a_ticket =
    "BEGIN IMMEDIATE; INSERT INTO tickets (numero, nom) SELECT max(numero) + 1, 'Voisine' FROM tickets";

const char* const to_wait = " (leçon 9, « Attendre son tour »).";
const char* const read_then_write = " (leçon 9, « Lire puis écrire »).";
const char* const deadlock = " (leçon 9, « Quand deux s'attendent »).";

Table tickets(const Database& base) { return base.rows("SELECT numero, nom FROM tickets"); }

std::int64_t last_number(const Database& base)
{
    return base.rows("SELECT coalesce(max(numero), 0) FROM tickets").only().integer().value_or(0);
}

bool has(const Table& table, const Row& row)
{
    return std::find(table.rows.begin(), table.rows.end(), row) != table.rows.end();
}

bool has_name(const Table& table, std::string_view name)
{
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) { return row.back() == Value(name); });
}

/// What the function returned for `name`: 1, 0, or NULL when an exception left it.
Value result(const Execution& run, std::string_view name)
{
    for (const Row& row : run.returned("rendu").rows) {
        if (row.front() == Value(name)) {
            return row.back();
        }
    }
    return {};
}

/// The SQL run, its blanks made single and its letters capital.
std::string capitals(const std::string& sql)
{
    std::string text;
    for (const char c : sql) {
        const bool is_blank = c == ' ' || c == '\n' || c == '\t';
        if (!is_blank || (!text.empty() && text.back() != ' ')) {
            text += is_blank ? ' ' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
        }
    }
    return text;
}

bool ran(const Execution& run, std::string_view word)
{
    return std::any_of(run.trace().statements.begin(), run.trace().statements.end(),
                       [&](const Statement& s) { return capitals(s.sql).rfind(word, 0) == 0; });
}

/// Whether a transaction began without asking for the lock.
bool defers(const Execution& run)
{
    return ran(run, "BEGIN") && !ran(run, "BEGIN IMMEDIATE") && !ran(run, "BEGIN EXCLUSIVE");
}

/// Whether the numbers are read by a statement that runs before the lock is asked for.
bool reads_first(const Execution& run)
{
    for (const Statement& s : run.trace().statements) {
        const std::string sql = capitals(s.sql);
        if (sql.rfind("BEGIN", 0) == 0 || sql.rfind("INSERT", 0) == 0) {
            return false;
        }
        if (sql.rfind("SELECT", 0) == 0 && sql.find("TICKETS") != std::string::npos) {
            return true;
        }
    }
    return false;
}

/// What is known of a row that is there, for `name`, but not as it should be.
std::string misnumbered(const Database& base, std::int64_t number, std::string_view name)
{
    const Table found = tickets(base);
    const auto times =
        std::count_if(found.rows.begin(), found.rows.end(), [&](const Row& row) { return row.back() == Value(name); });
    if (times > 1) {
        return "Une ligne a été ajoutée plusieurs fois pour la même personne. Quand c'est COMMIT qui est refusé, l'insertion est déjà faite, et la "
               "transaction reste ouverte : recommencez COMMIT seul, ou annulez, et reprenez tout au début" +
               std::string(deadlock);
    }
    if (times == 1 && !has(found, {number, name})) {
        return "La ligne est écrite, mais avec un autre numéro. Le numéro suit le plus grand numéro de la table : ce n'est ni l'identifiant, ni le "
               "nombre de lignes, ni le numéro de la dernière ligne.";
    }
    return {};
}

/// What is known of the mistake when the function did not write though the neighbour would have ended.
std::string why_not_written(const Database& base, std::int64_t number, const Execution& run, const std::string& name)
{
    const auto caught = run.exception(name);
    if (!misnumbered(base, number, name).empty()) {
        return misnumbered(base, number, name);
    }
    if (defers(run) && run.trace().count("INSERT") > 1 && run.trace().count("BEGIN") == 1) {
        return "L'insertion est relancée dans une transaction qui a déjà lu : elle garde le verrou de lecture dont la voisine attend la fin pour "
               "valider. Annulez tout, et reprenez au début, lecture comprise" +
               std::string(deadlock);
    }
    if (defers(run)) {
        return "La transaction commence par BEGIN, sans IMMEDIATE : elle lit, puis demande à écrire. SQLite n'attend pas dans ce cas, quel que "
               "soit le délai" +
               std::string(read_then_write);
    }
    if (caught && caught->code == 5) {
        return "Une exception de code 5 est sortie : la base était occupée, et elle l'aurait été moins longtemps que le délai. Il faut attendre, "
               "avec setBusyTimeout par exemple" +
               std::string(to_wait);
    }
    if (caught) {
        return "Une exception est sortie de votre fonction ; elle devait attendre, écrire et rendre true.";
    }
    if (result(run, name) == Value(1) && run.trace().rollbacks > 0) {
        return "Votre fonction rend true, mais sa transaction a été annulée : il manque commit() (leçon 6, « La vie d'une transaction »).";
    }
    if (result(run, name) == Value(1)) {
        return "Votre fonction rend true, mais la ligne n'est pas dans la table : true veut dire que la ligne est écrite et validée" +
               std::string(to_wait);
    }
    return "Votre fonction a renoncé avant que la voisine ne finisse : elle n'a pas essayé assez souvent, ou pas assez longtemps. Il faut essayer "
           "plusieurs fois par seconde, jusqu'au bout du délai, qui est en millisecondes" +
           std::string(to_wait);
}

/// What a run must not leave behind, whatever it returned.
std::string left_open(const Execution& run, std::string_view name)
{
    for (const Row& row : run.returned("validation automatique").rows) {
        if (row.front() == Value(name) && row.back() == Value(0)) {
            return "Au retour, une transaction est encore ouverte : tout ce que cette connexion écrira ensuite sera perdu. Quand une instruction "
                   "échoue, COMMIT compris, la transaction reste ouverte, et il faut ROLLBACK" +
                   std::string(deadlock);
        }
    }
    return {};
}

/// The first call must give up, the second must write.
void expect_gives_up(const Database& base, const Table& before, std::int64_t number, const Execution& run)
{
    ASSERT_THAT(run, EndsWell())
        << (run.ending() == Ending::out_of_time
                ? "La voisine ne libère la base qu'une fois que votre fonction a rendu la main : au bout du délai, "
                  "il faut renoncer" +
                      std::string(to_wait)
                : std::string());
    const auto caught = run.exception("Alice");
    ASSERT_FALSE(caught && caught->code == 5)
        << "Quand la base est restée occupée, une exception de code 5 est sortie : interceptez-la et rendez false"
        << to_wait;
    ASSERT_THAT(run, DoesNotThrow("Alice"));
    EXPECT_THAT(result(run, "Alice"), IsEqualTo(0))
        << "La base est restée occupée pendant tout le premier appel : il devait rendre false. Rendre true, c'est dire que la ligne est écrite"
        << to_wait;
    EXPECT_TRUE(left_open(run, "Alice").empty()) << left_open(run, "Alice");
    Table expected = before;
    expected.rows.push_back({number, "Bob"});
    EXPECT_THAT(tickets(base), SameRowsAs(expected))
        << (has_name(tickets(base), "Alice") && has_name(tickets(base), "Bob")
                ? "La ligne d'Alice a été écrite après coup : rendre false, c'est promettre qu'elle ne le sera pas. Annulez la transaction" +
                      std::string(deadlock)
            : !misnumbered(base, number, "Bob").empty() ? misnumbered(base, number, "Bob")
            : result(run, "Bob") == Value(1) && !has_name(tickets(base), "Bob")
                ? "Le second appel rend true, mais sa ligne n'est pas dans la table : il manque commit() (leçon 6, « La vie d'une transaction »)."
                : "Après avoir rendu false pour Alice, le second appel, avec la même connexion, devait écrire la ligne de Bob, et elle "
                  "seule : la base était redevenue libre.");
    EXPECT_THAT(result(run, "Bob"), IsEqualTo(1)) << "Le second appel devait réussir : la base était redevenue libre.";
}

}  // namespace

TEST_F(EcrireAvecAttente, BaseLibre)
{
    const Database base = fixture();
    const std::int64_t last = last_number(base);
    Table expected = tickets(base);
    const auto run = program({"ecrire", base, "Alice", patient, "L'Haÿ", patient, "Zoé", patient});
    ASSERT_THAT(run, EndsWell());
    for (const char* name : {"Alice", "L'Haÿ", "Zoé"}) {
        const auto caught = run.exception(name);
        EXPECT_THAT(run, DoesNotThrow(name))
            << (caught && caught->code == 1 && std::string_view(name) == "L'Haÿ"
                    ? "L'apostrophe du nom a été prise pour la fin d'un texte SQL : liez le nom (leçon 3, « Coller les morceaux : le piège »)."
                    : "");
    }
    expected.rows.insert(expected.rows.end(), {{last + 1, "Alice"}, {last + 2, "L'Haÿ"}, {last + 3, "Zoé"}});
    ASSERT_THAT(tickets(base), SameRowsAs(expected))
        << (run.trace().closed_in_transaction || (run.trace().rollbacks > 0 && result(run, "Alice") == Value(1))
                ? "La transaction n'a pas été validée : il manque commit() (leçon 6, « La vie d'une transaction »)."
            : has_name(tickets(base), "Alice") && !has(tickets(base), {last + 1, "Alice"})
                ? "Le numéro suit le plus grand numéro de la table : ce n'est ni l'identifiant, ni le nombre de lignes, ni le numéro de la "
                  "dernière ligne."
                : "Personne d'autre ne se sert de cette base : chaque appel devait y écrire une ligne.");
    EXPECT_THAT(run.returned("rendu"), AreRowsInOrder({{"Alice", 1}, {"L'Haÿ", 1}, {"Zoé", 1}}))
        << "Les lignes sont écrites : la fonction devait rendre true.";
    EXPECT_TRUE(left_open(run, "Zoé").empty()) << left_open(run, "Zoé");

    const Database empty = fixture("DELETE FROM tickets;", "vide.db");
    const auto first = program({"ecrire", empty, "Alice", patient});
    ASSERT_THAT(first, EndsWell());
    EXPECT_THAT(tickets(empty), AreRows({{1, "Alice"}}))
        << "Dans une table vide, il n'y a pas de plus grand : le maximum vaut NULL, et NULL + 1 aussi. Le premier numéro est 1.";
}

TEST_F(EcrireAvecAttente, AttendPuisEcrit)
{
    const Database base = fixture();
    const std::int64_t last = last_number(base);
    Table expected = tickets(base);
    const auto other =
        neighbour(base, {.begin = "BEGIN IMMEDIATE", .sign = refused, .times = refusals, .end = "ROLLBACK"});
    const auto run = program({"ecrire", base, "Alice", patient});
    other->finish();
    ASSERT_THAT(run, EndsWell());
    expected.rows.push_back({last + 1, "Alice"});
    ASSERT_THAT(tickets(base), SameRowsAs(expected)) << why_not_written(base, last + 1, run, "Alice");
    EXPECT_THAT(result(run, "Alice"), IsEqualTo(1)) << "La ligne est écrite : la fonction devait rendre true.";
    EXPECT_TRUE(left_open(run, "Alice").empty()) << left_open(run, "Alice");
}

TEST_F(EcrireAvecAttente, NumeroAJour)
{
    const Database base = fixture();
    const std::int64_t last = last_number(base);
    Table expected = tickets(base);
    const auto other = neighbour(base, {.begin = take_a_ticket, .sign = refused, .times = refusals, .end = "COMMIT"});
    const auto run = program({"ecrire", base, "Alice", patient});
    const bool committed = other->finish();
    ASSERT_THAT(run, EndsWell());
    ASSERT_TRUE(committed || has_name(tickets(base), "Alice") || run.trace().statements.empty())
        << (defers(run) || reads_first(run)
                ? "La voisine voulait valider et n'a pas pu : votre connexion a lu, et gardé son verrou de lecture pendant qu'elle attendait. Chacune "
                  "attend l'autre" +
                      std::string(deadlock)
                : why_not_written(base, last + 2, run, "Alice"));
    expected.rows.push_back({last + 1, "Voisine"});
    expected.rows.push_back({last + 2, "Alice"});
    EXPECT_THAT(tickets(base), SameRowsAs(expected))
        << (has(tickets(base), {last + 1, "Alice"})
                ? "Deux personnes ont le même numéro : le vôtre a été lu avant d'attendre, et la voisine l'a pris entre-temps. Lisez-le une fois le "
                  "verrou d'écriture obtenu" +
                      std::string(read_then_write)
                : why_not_written(base, last + 2, run, "Alice"));
    EXPECT_THAT(result(run, "Alice"), IsEqualTo(1));
}

TEST_F(EcrireAvecAttente, EntreDeux)
{
    // Whatever the answer does first, the neighbour comes once before it reads, or between its reading and its writing.
    for (const int rank : {1, 2, 3, 4}) {
        const Database base = fixture({}, "base" + std::to_string(rank) + ".db");
        const auto other =
            neighbour(base, {.begin = "SELECT 1", .sign = is_free, .end = take_a_ticket + std::string("; COMMIT")});
        const auto run = program({"entre_deux", base, "Alice", patient, rank});
        other->finish();
        ASSERT_THAT(run, EndsWell());
        ASSERT_TRUE(has_name(tickets(base), "Alice")) << why_not_written(base, last_number(base), run, "Alice");
        EXPECT_THAT(base.rows("SELECT numero, count(*) FROM tickets GROUP BY numero HAVING count(*) > 1"), AreRows({}))
            << "Deux personnes ont le même numéro : entre votre lecture et votre écriture, la base était libre, et la voisine a pris un "
               "ticket. Les deux vont dans une même transaction, qui tient le verrou d'écriture du début à la fin"
            << read_then_write;
    }
}

TEST_F(EcrireAvecAttente, Abandonne)
{
    const Database base = fixture();
    const Table before = tickets(base);
    const std::int64_t last = last_number(base);
    const auto other = neighbour(base, {.begin = "BEGIN IMMEDIATE", .sign = returned, .end = "ROLLBACK"});
    const auto run = program({"ecrire", base, "Alice", hasty, "Bob", patient});
    other->finish();
    expect_gives_up(base, before, last + 1, run);
}

TEST_F(EcrireAvecAttente, LecteurEnCours)
{
    const Database base = fixture();
    const Table before = tickets(base);
    const std::int64_t last = last_number(base);
    const auto other =
        neighbour(base, {.begin = "BEGIN; SELECT count(*) FROM tickets", .sign = returned, .end = "COMMIT"});
    const auto run = program({"ecrire", base, "Alice", hasty, "Bob", patient});
    other->finish();
    expect_gives_up(base, before, last + 1, run);
}

TEST_F(EcrireAvecAttente, JournalWal)
{
    const Database base = fixture("PRAGMA journal_mode = WAL;");
    const std::int64_t last = last_number(base);
    Table expected = tickets(base);
    const auto other = neighbour(base, {.begin = take_a_ticket, .sign = refused, .times = refusals, .end = "COMMIT"});
    const auto run = program({"ecrire", base, "Alice", patient});
    other->finish();
    ASSERT_THAT(run, EndsWell());
    expected.rows.push_back({last + 1, "Voisine"});
    expected.rows.push_back({last + 2, "Alice"});
    EXPECT_THAT(tickets(base), SameRowsAs(expected))
        << (has(tickets(base), {last + 1, "Alice"})
                ? "Deux personnes ont le même numéro : le vôtre a été lu avant d'attendre. Lisez-le une fois le verrou d'écriture obtenu" +
                      std::string(read_then_write)
            : defers(run) && has_name(tickets(base), "Voisine") && !has_name(tickets(base), "Alice")
                ? "Dans une transaction qui a lu avant que la voisine ne valide, écrire est refusé pour toujours (code étendu 517) : il faut la "
                  "reprendre depuis BEGIN, ou la commencer par BEGIN IMMEDIATE (leçon 9, « Les journaux de transactions »)."
                : why_not_written(base, last + 2, run, "Alice"));
    EXPECT_THAT(result(run, "Alice"), IsEqualTo(1));
}

TEST_F(EcrireAvecAttente, AutreErreur)
{
    const Database base = fixture();
    const std::int64_t last = last_number(base);
    Table expected = tickets(base);
    const auto run = program({"ecrire", base, "", patient, "Bob", patient});
    ASSERT_THAT(run, EndsWell());
    const auto caught = run.exception("");
    EXPECT_THAT(run, Throws("", 19))
        << (caught
                ? "Une exception est bien sortie, mais ce n'est plus celle de SQLite. Relancez celle qui est arrivée (throw;) ; si vous lisez des "
                  "codes, construisez-la avant ROLLBACK, qui efface l'erreur de la connexion"
                : "Un nom vide est refusé par la table : ce n'est pas une base occupée, et attendre n'y changerait rien. N'interceptez que le "
                  "code 5, et relancez le reste (throw;)")
        << to_wait;
    EXPECT_TRUE(left_open(run, "").empty()) << left_open(run, "");
    expected.rows.push_back({last + 1, "Bob"});
    EXPECT_THAT(tickets(base), SameRowsAs(expected))
        << (!misnumbered(base, last + 1, "Bob").empty() ? misnumbered(base, last + 1, "Bob")
            : result(run, "Bob") == Value(1) && !has_name(tickets(base), "Bob")
                ? "L'appel pour Bob rend true, mais sa ligne n'est pas dans la table : il manque commit() (leçon 6, « La vie d'une transaction »)."
                : "Après un nom refusé, la même connexion doit pouvoir donner un ticket à Bob.");
}
