// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <string>
#include <vector>

using TransactionC = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* members = "SELECT nom FROM membres ORDER BY id";

/// Whether SQLite was given a connection that was closed already.
bool connection_closed(const Execution& run)
{
    return run.trace().logged("API call with invalid database connection pointer");
}

/// What is known of the mistake behind a bad ending.
std::string why(const Execution& run)
{
    if (connection_closed(run)) {
        return "La connexion a été fermée. Elle n'appartient pas à la Transaction, qui s'en sert seulement : le programme la fermera lui-même (leçon 8, « Une "
               "transaction, trois instructions et un destructeur »).";
    }
    if (run.ending() == Ending::crashed && run.err().find("terminate called") != std::string::npos) {
        return "Une exception est sortie du destructeur, et tout le programme s'est arrêté. Si ROLLBACK est refusé, c'est qu'il n'y a plus de "
               "transaction : ignorez son code (leçon 8, « Une transaction, trois instructions et un destructeur »).";
    }
    for (const char* name : {"valider", "suite", "quitter", "deja", "annulee", "refusee", "exception"}) {
        const auto caught = run.exception(name);
        if (caught && caught->what.find("cannot commit - no transaction is active") != std::string::npos) {
            return run.trace().count("BEGIN") == 0
                       ? "COMMIT n'avait rien à valider : le constructeur n'a pas ouvert de transaction (leçon 8, « Une transaction, trois "
                         "instructions et un destructeur »)."
                       : "COMMIT n'avait plus rien à valider : la transaction était déjà finie (leçon 8, « Une transaction, trois instructions et un "
                         "destructeur »).";
        }
        if (caught && run.trace().count("BEGIN") == 0 &&
            (caught->extended_code == 787 || caught->what.find("cannot rollback") != std::string::npos)) {
            return "Le programme comptait sur une transaction ouverte, et il n'y en avait pas : le constructeur doit exécuter BEGIN (tâche 1).";
        }
        if (caught && caught->what.find("cannot start a transaction within a transaction") != std::string::npos) {
            return "Une transaction était encore ouverte : la précédente n'a été ni validée, ni annulée (leçon 8, « Une transaction, trois "
                   "instructions et un destructeur »).";
        }
    }
    return {};
}

Table names(const Database& base) { return base.rows(members); }

std::vector<Row> with(const Table& before, const std::vector<std::string>& more)
{
    std::vector<Row> rows = before.rows;
    for (const std::string& name : more) {
        rows.push_back({name});
    }
    return rows;
}

const char* const free_remark =
    "Le nombre est 1 quand la connexion est hors de toute transaction (sqlite3_get_autocommit), 0 sinon. ";

}  // namespace

TEST_F(TransactionC, Valide)
{
    const Database base = fixture();
    const Table before = names(base);
    const std::string number = std::to_string(random(1, 1'000'000));
    const auto run = program({"valider", base, "Alice " + number, "Bob " + number});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run.returned("moment"), AreRowsInOrder({{"pendant", 0}, {"validée", 1}, {"après", 1}}))
        << free_remark
        << "Le constructeur ouvre une transaction, valider la termine (leçon 8, « Une transaction, trois instructions et un destructeur »).";
    EXPECT_THAT(names(base), AreRowsInOrder(with(before, {"Alice " + number, "Bob " + number})))
        << "Les membres ajoutés avant valider sont enregistrés.";
}

TEST_F(TransactionC, AnnuleSansValider)
{
    const Database base = fixture();
    const Table before = names(base);
    const std::string number = std::to_string(random(1, 1'000'000));
    const auto run = program({"quitter", base, "Alice " + number, "Bob " + number});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = names(base);
    ASSERT_THAT(found, AreRowsInOrder(with(before, {"le suivant"})))
        << (found.rows.size() == before.rows.size() + 3
                ? (run.trace().count("BEGIN") == 0
                       ? "Tout a été enregistré : aucune transaction n'avait été ouverte, et chaque instruction a été validée aussitôt (tâche 1)."
                       : "Personne n'a appelé valider, et tout a pourtant été enregistré : le destructeur annule, il ne valide pas (leçon 8, « Une "
                         "transaction, trois instructions et un destructeur »).")
            : found.rows.size() == before.rows.size()
                ? "« Le suivant » a été ajouté après la destruction de la Transaction, et il est perdu : elle était encore ouverte. Le destructeur "
                  "doit l'annuler (leçon 8, « Une transaction, trois instructions et un destructeur »)."
                : "Alice et Bob sont annulés avec la transaction ; « le suivant », ajouté ensuite, reste.");
    EXPECT_THAT(run.returned("moment"), AreRowsInOrder({{"pendant", 0}, {"après", 1}}))
        << free_remark << "La transaction s'ouvre dans le constructeur, et s'annule dans le destructeur.";
}

TEST_F(TransactionC, AnnuleSurException)
{
    const Database base = fixture();
    const Table before = names(base);
    const auto run = program({"exception", base, "Alice " + std::to_string(random(1, 1'000'000))});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, Throws("bloc", 19))
        << "Le nom du club était pris : l'exception de SQLite (code 19) traverse le bloc, et doit en sortir intacte.";
    ASSERT_THAT(run.returned("moment"), AreRowsInOrder({{"après", 1}}))
        << free_remark
        << "L'exception est passée, et la transaction est restée ouverte : le destructeur doit l'annuler dans ce cas aussi (leçon 8, « Une "
           "transaction, trois instructions et un destructeur »).";
    EXPECT_THAT(names(base), SameRowsAs(before))
        << (run.trace().count("BEGIN") == 0
                ? "Aucune transaction n'avait été ouverte : la première instruction a été validée aussitôt (tâche 1)."
                : "Rien de ce qui a été fait dans la transaction n'est enregistré : elle a été validée au lieu d'être annulée.");
}

TEST_F(TransactionC, RienApresValider)
{
    const Database base = fixture();
    const Table before = names(base);
    const std::string number = std::to_string(random(1, 1'000'000));
    const auto run = program({"suite", base, "Alice " + number, "Bob " + number});
    const std::string remark =
        run.trace().rollbacks > 0 && !connection_closed(run)
            ? "La première transaction était validée ; en disparaissant, elle a annulé la seconde, qui n'était pas la sienne. Après un valider réussi, "
              "le destructeur ne fait plus rien (leçon 8, « Une transaction, trois instructions et un destructeur »)."
            : why(run);
    ASSERT_THAT(run, EndsWell()) << remark;
    ASSERT_THAT(run.returned("moment"), AreRowsInOrder({{"après", 0}})) << free_remark << remark;
    EXPECT_THAT(names(base), AreRowsInOrder(with(before, {"Alice " + number, "Bob " + number}))) << remark;
}

TEST_F(TransactionC, DejaFinie)
{
    const Database base = fixture();
    const Table before = names(base);
    const auto run = program({"annulee", base, "Alice " + std::to_string(random(1, 1'000'000))});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, Throws("bloc", 19)) << "C'est l'exception du refus (code 19) qui sort du bloc, et non une autre.";
    ASSERT_THAT(run.returned("moment"), AreRowsInOrder({{"après l'exception", 1}, {"après", 1}})) << free_remark;
    EXPECT_THAT(names(base), SameRowsAs(before))
        << "Les deux transactions ont été annulées avant la fin de leur bloc, l'une par SQLite, l'autre par le programme : rien n'est enregistré.";
}

TEST_F(TransactionC, ValidationRefusee)
{
    const Database base = fixture();
    const Table before = names(base);
    const auto run = program({"refusee", base, "Alice " + std::to_string(random(1, 1'000'000))});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, Throws("valider", 19))
        << (run.exception("valider")
                ? "L'exception doit porter le code que COMMIT a rendu, 19 (leçon 8, « Ce que disent les codes »)."
                : "COMMIT a été refusé (code 19, « FOREIGN KEY constraint failed »), et l'appelant ne l'a pas su : il croit ses lignes enregistrées (leçon 8, "
                  "« Ce que disent les codes »).");
    // Whether valider cancels at once, or leaves it to the destructor, is the student's affair.
    Table after = run.returned("moment");
    std::erase_if(after.rows, [](const Row& row) { return row.front() == Value("refusée"); });
    ASSERT_THAT(after, AreRowsInOrder({{"après", 1}}))
        << free_remark
        << "Un COMMIT refusé laisse la transaction ouverte ; le destructeur doit l'annuler. Ne la tenez pour finie qu'une fois COMMIT réussi (leçon 8, "
           "« Une transaction, trois instructions et un destructeur »).";
    EXPECT_THAT(names(base), SameRowsAs(before)) << "La validation est refusée : rien n'est enregistré.";
}

TEST_F(TransactionC, DejaOuverte)
{
    const Database base = fixture();
    const Table before = names(base);
    const std::string name = "Alice " + std::to_string(random(1, 1'000'000));
    const auto run = program({"deja", base, name});
    ASSERT_THAT(run, EndsWell()) << why(run);
    const auto caught = run.exception("construire");
    ASSERT_THAT(run, Throws("construire", 1))
        << (caught
                ? "L'exception doit porter le code que BEGIN a rendu, 1 (leçon 8, « Ce que disent les codes »)."
                : "Une transaction était déjà ouverte : un BEGIN y est refusé (un SAVEPOINT ne le serait pas), et l'appelant doit le savoir (leçon 8, « Ce que disent les codes »).");
    ASSERT_THAT(run.returned("moment"), AreRowsInOrder({{"après", 0}}))
        << free_remark << "La transaction ouverte à la main n'est pas la vôtre : elle continue.";
    EXPECT_THAT(names(base), AreRowsInOrder(with(before, {name})))
        << "La transaction ouverte à la main est validée ensuite : le membre qu'elle ajoutait est enregistré.";
}

TEST_F(TransactionC, SansCopie)
{
    const auto run = program({"type"});
    ASSERT_THAT(run, EndsWell());
    EXPECT_THAT(run.returned("copie"), AreRowsInOrder({{0, 0}}))
        << "Le premier nombre dit si l'on peut copier à la construction, le second par affectation : 1 si c'est permis. Supprimez les deux (= delete) : "
           "deux copies annuleraient la même transaction (leçon 8, « Une transaction, trois instructions et un destructeur »).";
}
