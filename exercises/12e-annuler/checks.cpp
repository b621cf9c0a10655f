// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <string>

using Annuler = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* everyone = "SELECT id, nom, age FROM utilisateurs";

std::string why(const Execution& run)
{
    if (run.ending() == Ending::crashed) {
        return "Si une exception est sortie de rollback() ou du destructeur, C++ arrête le programme : ROLLBACK sans transaction en cours est une erreur (leçon 12, « "
               "Annuler, et oublier »).";
    }
    return {};
}

/// What the refusal that nobody expected says.
std::string refused(const Execution& run)
{
    const auto caught = run.exception("refus");
    return caught ? "L'exception disait : « " + caught->what + " ». " : std::string();
}

}  // namespace

TEST_F(Annuler, Annulation)
{
    const Database base = fixture();
    const Table before = base.rows(everyone);
    const auto run = program({"jouer", base, "X", "+Chloé", "~1", "=", "X", "X", "+Ada", "!", "X"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("refus"))
        << refused(run) << "Après rollback(), la session peut resservir (leçon 12, « Annuler, et oublier »).";
    EXPECT_THAT(run.returned("apres"), AreRowsInOrder({{"X", 3, "rien"},
                                                       {"+Chloé", 3, "rien"},
                                                       {"~1", 3, "rien"},
                                                       {"=", 4, "transaction"},
                                                       {"X", 3, "rien"},
                                                       {"X", 3, "rien"},
                                                       {"+Ada", 3, "rien"},
                                                       {"!", 4, "rien"},
                                                       {"X", 4, "rien"},
                                                       {"fin", 4, "rien"}}))
        << "Après chaque mot (X annule, = envoie, ! valide) : le nombre de lignes, et s'il reste une transaction. rollback() défait ce qui a été envoyé, et rien de ce qui a été "
           "validé (leçon 12, « Annuler, et oublier »).";
    EXPECT_THAT(base.rows(std::string(everyone) + " WHERE nom <> 'Ada'"), SameRowsAs(before))
        << "Les lignes d'avant n'ont pas changé : leur changement a été annulé.";
}

TEST_F(Annuler, ObjetsOublies)
{
    const Database base = fixture();
    const Table before = base.rows(everyone);
    const Table alice = base.rows("SELECT nom, age FROM utilisateurs WHERE id = 1");
    // Pending and changed objects must not come back; what is read again is what the base says.
    const auto run = program(
        {"jouer", base, "+Chloé", "~1", "X", "?1", "!", "~1", "=", "X", "?1", "!", "+Ada", "=", "X", "?4", "!"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("refus")) << refused(run);
    EXPECT_THAT(run.returned("lu"), AreRowsInOrder({alice.rows.at(0), alice.rows.at(0), {nullptr, nullptr}}))
        << "Ce sont les réponses de get() après un rollback() : deux fois Alice, dont l'âge, changé puis annulé, est celui de la base ; puis personne, car l'utilisatrice 4 a "
           "été annulée. Un objet d'avant qui revient est resté dans registre_ (leçon 12, « Annuler, et oublier »).";
    EXPECT_THAT(base.rows(everyone), SameRowsAs(before))
        << "Chaque changement a été annulé avant d'être validé ; les commit() qui suivent n'ont plus rien à envoyer. Ce qui est quand même parti était resté dans suivis_ "
           "(leçon 12, « Annuler, et oublier »).";
}

TEST_F(Annuler, Destruction)
{
    const Database base = fixture();
    const Table before = base.rows(everyone);
    const auto run =
        program({"jouer", base, "+Chloé", "=", ";", "+Ada", ";", "~2", "=", ";", "+Basile", "!", "+Dora", "="});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("refus"))
        << refused(run)
        << "Si elle parle d'une transaction dans une transaction : la session précédente, détruite, a laissé la sienne ouverte (leçon 12, « Annuler, et oublier »).";
    Table ends{{"lignes", "en cours"}, {}, {}};
    for (const Row& row : run.returned("apres").rows) {
        if (row.at(0) == Value("fin")) {
            ends.rows.push_back({row.at(1), row.at(2)});
        }
    }
    EXPECT_THAT(ends, AreRowsInOrder({{3, "rien"}, {3, "rien"}, {3, "rien"}, {4, "rien"}}))
        << "Après la destruction de chacune des quatre sessions : le nombre de lignes, et s'il reste une transaction. Seul Basile a été validé ; le destructeur annule tout le "
           "reste (leçon 12, « Annuler, et oublier »).";
    EXPECT_THAT(base.rows(std::string(everyone) + " WHERE nom <> 'Basile'"), SameRowsAs(before));
}

TEST_F(Annuler, EnvoiRefuse)
{
    for (const std::string sending : {"=", "!"}) {
        const Database base = fixture({}, sending == "=" ? "envoi.db" : "validation.db");
        const Table before = base.rows(everyone);
        const auto run = program({"jouer", base, "+Chloé", "+Alice", "+Dora", sending, "!", "+Ada", "!"});
        ASSERT_THAT(run, EndsWell()) << why(run);
        ASSERT_THAT(run, Throws("refus", 2067))
            << "Le nom Alice est déjà pris : l'exception de SQLite sort de flush() et de commit().";
        EXPECT_THAT(run.returned("apres"), AreRowsInOrder({{"+Chloé", 3, "rien"},
                                                           {"+Alice", 3, "rien"},
                                                           {"+Dora", 3, "rien"},
                                                           {sending, 3, "rien"},
                                                           {"!", 3, "rien"},
                                                           {"+Ada", 3, "rien"},
                                                           {"!", 4, "rien"},
                                                           {"fin", 4, "rien"}}))
            << "Après chaque mot (= envoie, ! valide) : le nombre de lignes, et s'il reste une transaction. L'envoi de Chloé, Alice (déjà prise) et Dora est refusé : tout est "
               "annulé, et la session repart de rien (leçon 12, « Annuler, et oublier »).";
        EXPECT_THAT(base.rows(std::string(everyone) + " WHERE nom <> 'Ada'"), SameRowsAs(before));
    }
}
