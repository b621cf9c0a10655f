// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using Virer = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* accounts = "SELECT id, titulaire, solde, plafond FROM comptes ORDER BY id";

/// The accounts of the fixture, in the order of their ids.
struct Bank {
    explicit Bank(const Database& base) : rows(base.rows(accounts).rows) {}
    [[nodiscard]] std::int64_t id(std::size_t i) const { return rows.at(i).at(0).integer().value_or(0); }
    [[nodiscard]] std::int64_t balance(std::size_t i) const { return rows.at(i).at(2).integer().value_or(0); }
    [[nodiscard]] std::int64_t ceiling(std::size_t i) const { return rows.at(i).at(3).integer().value_or(0); }
    void transfer(std::size_t from, std::size_t to, std::int64_t cents)
    {
        rows.at(from).at(2) = balance(from) - cents;
        rows.at(to).at(2) = balance(to) + cents;
    }
    /// All the money there is, modulo 2^64.
    [[nodiscard]] std::uint64_t total() const
    {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            sum += static_cast<std::uint64_t>(balance(i));
        }
        return sum;
    }

    std::vector<Row> rows;
};

constexpr std::size_t bank = 0;
constexpr std::size_t client = 1;
constexpr std::size_t other_client = 2;
constexpr std::size_t savings = 3;

/// What SQLite's message tells of the mistake, for an exception that should not have been.
std::string why(const Execution& run)
{
    const auto caught = run.exception("virer");
    const auto says = [&](const char* words) { return caught && caught->what.find(words) != std::string::npos; };
    if (says("within a transaction")) {
        return "Une transaction est ouverte alors qu'une autre l'est déjà : celle d'un appel précédent n'a été ni validée ni annulée, ou bien votre "
               "fonction en ouvre une, puis en appelle une autre qui en ouvre une aussi (leçon 6, « Quand ça se passe mal »).";
    }
    if (says("no transaction is active")) {
        return "COMMIT (ou ROLLBACK) a été exécuté alors qu'aucune transaction n'était ouverte (leçon 6, « Quand ça se passe mal »).";
    }
    if (says("already committed")) {
        return "commit() a été appelée une deuxième fois sur la même transaction (leçon 6, « Quand ça se passe mal »).";
    }
    if (caught && caught->code == 21) {
        return "Le code 21 dit que la requête a été liée ou exécutée une deuxième fois sans reset() (leçon 3, « Une requête, plusieurs exécutions »).";
    }
    if (caught && caught->code == 19) {
        return "La base a refusé un solde qui devait convenir : relisez le calcul, et le compte auquel il s'applique (tâche 1).";
    }
    if (caught && caught->type == "std::invalid_argument") {
        return "Les deux comptes existent : vérifiez la condition sous laquelle vous lancez std::invalid_argument (leçon 6, « Débiter, créditer »).";
    }
    return caught && caught->code == 1 ? about_sql_error(caught->what, {}) : std::string();
}

/// Whether a statement that was run holds `words`, written in capitals.
bool ran_with(const Execution& run, std::string_view words)
{
    const auto& statements = run.trace().statements;
    return std::any_of(statements.begin(), statements.end(), [&](const Statement& statement) {
        std::string sql = statement.sql;
        std::transform(sql.begin(), sql.end(), sql.begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        return sql.find(words) != std::string::npos;
    });
}

/// What to say of `caught`, which left the function instead of the refusal of the base.
std::string instead(const Execution& run, const CaughtException& caught)
{
    if (caught.type == "SQLite::Exception" && !why(run).empty()) {
        return why(run);
    }
    if (ran_with(run, " OR IGNORE")) {
        return "UPDATE OR IGNORE passe le refus sous silence : aucune ligne n'est modifiée, comme si le compte n'existait pas. Un UPDATE ordinaire lance "
               "l'exception de SQLite, qu'il suffit de laisser sortir (tâche 2).";
    }
    return caught.type == "std::invalid_argument"
               ? "Les deux comptes existent ; c'est la base qui refuse un solde. Laissez sortir l'exception de SQLite (tâche 2)."
               : "L'énoncé demande que l'exception de SQLite, code 19, sorte telle quelle (tâche 2).";
}

/// What is known of the mistake behind a bad ending.
std::string why_it_ended(const Execution& run)
{
    return run.ending() == Ending::leak
               ? "Si c'est la transaction que vous créez par new : l'exception ne la détruit pas, elle n'annule donc rien. Une variable ordinaire, elle, est "
                 "détruite quand on quitte le bloc (leçon 6, « La vie d'une transaction »)."

               : "";
}

/// Money was moved, nothing left the function, and yet nothing was committed.
bool undone(const Execution& run)
{
    const Trace& trace = run.trace();
    return !run.exception("virer") && trace.count("UPDATE") > 0 && trace.commits == 0 &&
           (trace.rollbacks > 0 || trace.closed_in_transaction);
}

bool wrote_nothing(const Execution& run)
{
    const Trace& trace = run.trace();
    return trace.count("UPDATE") + trace.count("INSERT") + trace.count("REPLACE") + trace.count("WITH") == 0;
}

constexpr const char* undone_remark =
    "Le virement a été fait, puis annulé : la transaction n'a pas été validée. Sans commit(), le destructeur de SQLite::Transaction annule "
    "tout (leçon 6, « La même chose avec SQLiteCpp »).";

/// What the accounts tell after a transfer, from account `from` if it is one of them, that should have changed nothing.
std::string about(const Bank& before, const Bank& after, const Execution& run,
                  std::optional<std::size_t> from = std::nullopt)
{
    if (after.rows == before.rows || after.rows.size() != before.rows.size()) {
        return {};
    }
    if (from && after.balance(*from) > before.balance(*from)) {
        return "Le compte à débiter a été crédité : voyez d'abord la tâche 1.";
    }
    const std::string half =
        after.total() < before.total() ? "De l'argent a disparu : un compte a été débité, et aucun crédité. "
        : after.total() > before.total()
            ? "De l'argent est apparu : un compte a été crédité de plus que l'autre n'a été débité. "
            : "Un virement a pourtant été validé. ";
    if (run.trace().count("BEGIN") + run.trace().count("SAVEPOINT") == 0 && run.trace().commits > 0) {
        return half +
               "Les deux instructions sont validées chacune de son côté : mettez-les dans une transaction (leçon 6, « La moitié d'une famille »).";
    }
    if (run.trace().count("BEGIN") > 1) {
        return half +
               "Le débit et le crédit ont chacun leur transaction : il en faut une seule, autour des deux (leçon 6, « La vie d'une transaction »).";
    }
    return half +
           "La validation ne doit avoir lieu que si les deux instructions ont fait ce qu'on leur demandait (leçon 6, « La vie d'une transaction »).";
}

/// Said when nothing left the function.
std::string silence(const Execution& run)
{
    return wrote_nothing(run) ? "Aucun UPDATE n'a été exécuté : commencez par la tâche 1."
           : !run.trace().logged("CHECK constraint failed")
               ? "La base n'a rien eu à refuser : le solde qu'on lui a donné lui convenait. Quels comptes les UPDATE modifient-ils, et de combien ? Voyez "
                 "d'abord la tâche 1, et laissez la base juger : corriger le solde pour qu'il convienne, c'est inventer de l'argent."
               : "L'appelant croit que l'argent est parti. Si vous interceptez l'exception pour annuler, relancez-la ensuite (« throw; ») ; si vous "
                 "lisez les codes de retour de l'API C, lancez vous-même une SQLite::Exception (leçon 6, « La vie d'une transaction »).";
}

}  // namespace

TEST_F(Virer, Virement)
{
    const Database base = fixture();
    const Bank before(base);
    Bank expected(base);
    const std::int64_t cents = random(1, 20'000);
    const auto run = program({"virer", base, before.id(client), before.id(other_client), cents});
    ASSERT_THAT(run, EndsWell()) << why_it_ended(run);
    ASSERT_THAT(run, DoesNotThrow("virer")) << why(run);
    expected.transfer(client, other_client, cents);
    const Table found = base.rows(accounts);
    Bank reversed(base);
    reversed.rows = before.rows;
    reversed.transfer(other_client, client, cents);
    ASSERT_THAT(found, AreRows(expected.rows))
        << (undone(run) ? undone_remark
            : found.rows == reversed.rows
                ? "Le virement est parti dans l'autre sens : `de` est débité, `vers` est crédité (tâche 1)."
            : wrote_nothing(run)
                ? "Aucun UPDATE n'a été exécuté : il en faut un pour débiter, un pour créditer (leçon 6, « Débiter, créditer »)."
            : !found.rows.empty() && found.rows == before.rows
                ? "Des UPDATE ont été exécutés, et aucun solde n'a changé à la fin : ont-ils chacun leur « WHERE id = ? », avec le bon id et le bon "
                  "montant ? Sans WHERE, un UPDATE modifie toutes les lignes, et l'un peut défaire l'autre (tâche 1)."
                : "Seuls changent les soldes des deux comptes, l'un de moins, l'autre de plus, du même nombre de centimes (tâche 1).");

    // All that there is, down to the last cent; then exactly to the ceiling.
    const std::int64_t all = expected.balance(other_client);
    const std::int64_t room = before.ceiling(savings) - before.balance(savings);
    const auto limits = program(
        {"virer", base, before.id(other_client), before.id(client), all, before.id(client), before.id(savings), room});
    ASSERT_THAT(limits, EndsWell());
    ASSERT_THAT(limits, DoesNotThrow("virer"))
        << "Vider un compte, ou remplir un livret exactement jusqu'à son plafond, est permis : la base l'accepte. "
        << why(limits);
    expected.transfer(other_client, client, all);
    expected.transfer(client, savings, room);
    EXPECT_THAT(base.rows(accounts), AreRows(expected.rows)) << (undone(limits) ? undone_remark : "");
}

TEST_F(Virer, GrandsMontants)
{
    const Database base = fixture();
    const Bank before(base);
    const auto ordinary = program({"virer", base, before.id(client), before.id(other_client), 100});
    ASSERT_THAT(ordinary, EndsWell());
    ASSERT_THAT((Table{{"reçu"}, {{Bank(base).balance(other_client) - before.balance(other_client)}}, {}}),
                IsValue(100))
        << "Avant d'essayer de grands montants, il faut qu'un virement de 100 centimes soit exécuté : voyez d'abord le début de la tâche 1. "
        << (undone(ordinary) ? undone_remark : why(ordinary));

    Bank expected(base);
    // Odd: a double would lose the last cent; above 2^32, an int much more.
    const std::int64_t large = 9'007'199'254'740'993 - 2 * random(1, 1'000'000);
    const std::int64_t above_int = 3'000'000'001 + 2 * random(1, 1'000'000);
    const auto run = program({"virer", base, expected.id(bank), expected.id(client), above_int, expected.id(client),
                              expected.id(bank), above_int - 2, expected.id(bank), expected.id(other_client), large});
    ASSERT_THAT(run, EndsWell()) << why_it_ended(run);
    ASSERT_THAT(run, DoesNotThrow("virer"))
        << (run.exception("virer") && run.exception("virer")->code == 19
                ? "Ces virements sont tous permis, et un petit virement réussit ; la base en a refusé un grand, parce que le montant qui lui est arrivé n'était "
                  "pas le bon. Est-il passé par un int, qui ne dépasse guère deux milliards ? Restez en std::int64_t (leçon 6, « Débiter, créditer »)."
                : why(run));
    expected.transfer(bank, client, above_int);
    expected.transfer(client, bank, above_int - 2);
    expected.transfer(bank, other_client, large);
    const Bank found(base);
    const bool real = found.rows.size() == expected.rows.size() && (found.rows.at(bank).at(2).type_name() == "REAL" ||
                                                                    found.rows.at(client).at(2).type_name() == "REAL");
    const std::int64_t difference =
        found.rows.size() == expected.rows.size() ? found.balance(bank) - expected.balance(bank) : std::int64_t{0};
    EXPECT_THAT(base.rows(accounts), AreRows(expected.rows))
        << (undone(run) ? undone_remark
            : real || (difference != 0 && -2000 < difference && difference < 2000)
                ? "Il manque quelques centimes, ou il y en a en trop : le calcul est passé par un double, qui n'est exact que jusqu'à 2 puissance "
                  "53. Liez le montant en std::int64_t (leçon 6, « Débiter, créditer »)."
                : "Un montant a perdu une partie de ses 64 bits : un int ne dépasse guère deux milliards de centimes. Restez en std::int64_t "
                  "d'un bout à l'autre (leçon 6, « Débiter, créditer »).");
}

TEST_F(Virer, SoldeInsuffisant)
{
    const Database base = fixture();
    const Bank before(base);
    const auto run =
        program({"virer", base, before.id(client), before.id(other_client), before.balance(client) + random(1, 1000)});
    ASSERT_THAT(run, EndsWell()) << why_it_ended(run);
    const auto caught = run.exception("virer");
    EXPECT_THAT(base.rows(accounts), AreRows(before.rows)) << about(before, Bank(base), run, client);
    EXPECT_THAT(run, Throws("virer", 19)) << (caught ? instead(run, *caught) : silence(run));
}

TEST_F(Virer, PlafondDepasse)
{
    const Database base = fixture();
    const Bank before(base);
    const std::int64_t cents = before.ceiling(savings) - before.balance(savings) + random(1, 1000);
    const auto run = program({"virer", base, before.id(client), before.id(savings), cents});
    ASSERT_THAT(run, EndsWell()) << why_it_ended(run);
    const auto caught = run.exception("virer");
    ASSERT_THAT(base.rows(accounts), AreRows(before.rows))
        << "Le livret ne peut pas recevoir cette somme : la base refuse le crédit, et le débit ne doit pas avoir lieu non plus. "
        << about(before, Bank(base), run, client);
    EXPECT_THAT(run, Throws("virer", 19)) << (caught ? instead(run, *caught) : silence(run));
}

TEST_F(Virer, CompteInconnu)
{
    const Database base = fixture();
    const Bank before(base);
    const std::int64_t nobody = random(900, 999);
    const std::int64_t cents = random(1, 1000);
    for (const bool from : {false, true}) {
        const auto run =
            program({"virer", base, from ? nobody : before.id(client), from ? before.id(client) : nobody, cents});
        ASSERT_THAT(run, EndsWell()) << why_it_ended(run);
        ASSERT_THAT(base.rows(accounts), AreRows(before.rows))
            << (from ? "Le compte à débiter n'existe pas. " : "Le compte à créditer n'existe pas. ")
            << about(before, Bank(base), run, from ? std::nullopt : std::optional(client));
        const auto caught = run.exception("virer");
        ASSERT_THAT((Table{{"exception"}, {{caught ? Value(caught->type) : Value()}}, {}}),
                    IsValue("std::invalid_argument"))
            << "Le compte numéro " << nobody << " n'existe pas : la fonction doit lancer une std::invalid_argument. "
            << (caught ? why(run)
                : wrote_nothing(run)
                    ? "Aucun UPDATE n'a été exécuté : commencez par la tâche 1."
                    : "Un UPDATE qui ne trouve aucune ligne n'est pas une erreur pour SQL : exec() rend le nombre de lignes modifiées, à vous de le "
                      "regarder (leçon 6, « Débiter, créditer »).");
    }
}

TEST_F(Virer, ApresUnRefus)
{
    const Database base = fixture();
    const Bank before(base);
    const std::int64_t cents = random(1, 10'000);
    // The second half of the first transfer is refused, then one is well, one has no destination, one is well again.
    const auto run = program({"virer", base, before.id(bank), before.id(savings), before.ceiling(savings),
                              before.id(bank), before.id(client), cents, before.id(client), random(900, 999), 1,
                              before.id(other_client), before.id(client), cents + 1});
    ASSERT_THAT(run, EndsWell()) << why_it_ended(run);
    const Table still_open = run.returned("transactions restées ouvertes");
    const bool left_open = !still_open.rows.empty() && still_open.rows.front() == Row{1};
    const Table ended = run.returned("virement");
    const bool second_threw = ended.rows.size() > 1 && ended.rows[1] == Row{"exception"};
    const Bank found(base);
    ASSERT_THAT(base.rows("SELECT count(*) FROM comptes"), IsValue(4));
    // The third may have taken its cent on the way to nobody: that is for another check to say.
    const std::int64_t received = found.balance(client) - before.balance(client);
    ASSERT_THAT((Table{{"reçu par le client"}, {{received == 2 * cents ? received + 1 : received}}, {}}),
                IsValue(2 * cents + 1))
        << "Quatre virements sont demandés par la même connexion. Le premier est refusé (plafond), le troisième aussi (compte inconnu) ; le deuxième "
           "et le dernier doivent être dans la base à la fin. "
        << (left_open
                ? "Or la transaction du premier appel est restée ouverte : une erreur ne la ferme pas. Après BEGIN, il faut COMMIT ou ROLLBACK quoi "
                  "qu'il arrive, et c'est ce que fait un objet SQLite::Transaction (leçon 6, « La vie d'une transaction »)."

            : wrote_nothing(run) ? "Aucun UPDATE n'a été exécuté : commencez par la tâche 1."

            : second_threw ? "Or le deuxième, qui est permis, a lancé une exception : voyez d'abord la tâche 1."

            : received == 0
                ? "Or ils n'y sont pas, alors qu'aucune exception ne l'a dit : voyez d'abord la tâche 1."

                : "Or le compte qu'ils devaient créditer n'a pas reçu leur somme : voyez d'abord la tâche 1.");
    EXPECT_THAT(still_open, AreRowsInOrder({{0}, {0}, {0}, {0}}))
        << "C'est le nombre de transactions encore ouvertes après chacun des quatre appels. Une transaction se termine par COMMIT ou par ROLLBACK "
           "avant la fin de la fonction (leçon 6, « La vie d'une transaction »).";
}
