// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

using EnregistrerVisite = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* people = "SELECT id, nom, age, visites FROM utilisateurs ORDER BY id";
constexpr const char* orders = "SELECT id, utilisateur_id, article FROM commandes";

const char* const upsert = " (leçon 7, « Insérer ou mettre à jour »).";
const char* const between = " (leçon 7, « Entre lire et écrire »).";
const char* const unfinished = " (leçon 7, « RETURNING, et finir ce qu'on a commencé »).";

std::int64_t visits(const Database& base, const std::string& name)
{
    return base.rows("SELECT visites FROM utilisateurs WHERE nom = ?", {name}).only().integer().value_or(0);
}

/// What the calls returned, in order; a call that threw has no row.
Table numbers(const Execution& run, std::size_t calls)
{
    Table table{{"visite", "numéro rendu"}, {}, {}};
    for (std::size_t call = 1; call <= calls; ++call) {
        for (const Row& row : run.returned("visite " + std::to_string(call)).rows) {
            table.rows.push_back({call, row.front()});
        }
    }
    return table;
}

bool contains(const std::string& text, const char* words) { return text.find(words) != std::string::npos; }

/// Whether a name of the command stands in the SQL itself.
bool glued(const Execution& run)
{
    const std::vector<std::string>& prepared = run.trace().prepared;
    return std::any_of(prepared.begin(), prepared.end(),
                       [](const std::string& sql) { return contains(sql, "Haÿ") || contains(sql, "Martin"); });
}

/// What is known of the mistake behind an exception that left a call, or behind the way the run ended.
std::string why(const Execution& run)
{
    if (run.ending() == Ending::crashed && !run.trace().unfinalized.empty()) {
        return "Une requête n'a jamais été libérée : tant qu'elle existe, la base ne se ferme pas, et si elle a une clause RETURNING, ce qu'elle a écrit "
               "n'est pas validé. Une variable SQLite::Statement ordinaire est détruite à l'accolade ; en C, il faut sqlite3_finalize" +
               std::string(unfinished);
    }
    for (const char* name :
         {"visite 1", "visite 2", "visite 3", "visite 4", "visite 5", "visiter", "voisine", "deux"}) {
        const auto caught = run.exception(name);
        if (!caught) {
            continue;
        }
        if (contains(caught->what, "does not expect results")) {
            return "Une instruction qui a une clause RETURNING rend une ligne : elle s'exécute par executeStep(), pas par exec(), dont l'exception arrive "
                   "trop tard, la visite étant déjà comptée" +
                   std::string(unfinished);
        }
        if (contains(caught->what, "No row to get a column")) {
            return "Votre instruction n'a pas rendu de ligne. Ou bien executeStep() n'a pas été appelée, ou bien elle l'a été une fois de trop, ou bien elle n'a touché "
                   "personne : DO NOTHING, par exemple, ne rend rien" +
                   std::string(upsert);
        }
        if (contains(caught->what, "does not match any PRIMARY KEY or UNIQUE")) {
            return "La colonne nommée après ON CONFLICT doit être unique : c'est nom" + std::string(upsert);
        }
        if (caught->extended_code == 2067) {
            return run.returned("autre").empty() || run.returned("autre").rows.front().back() != Value("pendant")
                       ? "Ce nom est déjà dans la table, et votre instruction n'a rien prévu pour ce cas : la clause ON CONFLICT (nom) DO UPDATE dit quoi "
                         "faire alors" +
                             std::string(upsert)
                       : "L'autre caisse a inscrit cette personne entre une première instruction, qui n'a trouvé personne, et votre insertion, qui arrive trop "
                         "tard. Laissez SQLite choisir, en une seule instruction" +
                             std::string(between);
        }
        if (caught->extended_code == 517) {
            return "Le code 517 (SQLITE_BUSY_SNAPSHOT) dit que votre connexion lisait encore quand elle a voulu écrire, et que l'autre caisse avait "
                   "écrit entre-temps : ce que vous lisiez est périmé. Laissez SQLite lire et écrire en une seule instruction" +
                   std::string(between);
        }
        if (caught->code == 5) {
            return "Le code 5 dit que le verrou est tenu : votre fonction a laissé une transaction ouverte derrière elle (tâche 3).";
        }
        if (caught->code == 21) {
            return "Le code 21 dit qu'une requête a été exécutée de nouveau, ou liée, sans reset() (leçon 3, « Une requête, plusieurs exécutions »).";
        }
        if (contains(caught->what, "syntax error") && glued(run)) {
            return "Le nom est collé dans le texte SQL, et son apostrophe en a fermé un morceau : liez-le à un marqueur (leçon 3, « Coller les "
                   "morceaux : le piège »).";
        }
        if (contains(caught->what, "DUPLICATE")) {
            return "ON DUPLICATE KEY UPDATE est la clause d'un autre SGBD, MySQL. Celle de SQLite est ON CONFLICT (nom) DO UPDATE SET" +
                   std::string(upsert);
        }
        if (contains(caught->what, "syntax error")) {
            return "SQLite n'a pas compris votre SQL : le mot entre guillemets est celui qui l'a arrêté, l'erreur est là ou juste avant. L'ordre est INSERT "
                   "INTO … VALUES …, puis ON CONFLICT … DO UPDATE SET …, puis RETURNING" +
                   std::string(upsert);
        }
    }
    return {};
}

/// What the trace tells of a visit that was not counted.
std::string uncounted(const Execution& run)
{
    const Trace& trace = run.trace();
    if (trace.closed_in_transaction || (trace.rollbacks > 0 && trace.count("BEGIN") > 0)) {
        return "La visite a été comptée, puis annulée : une transaction n'a pas été validée (commit).";
    }
    if (trace.count("INSERT") + trace.count("UPDATE") + trace.count("REPLACE") == 0 &&
        trace.count_prepared("INSERT") > 0) {
        return "Préparer et lier n'exécutent rien : executeStep() lance l'instruction et avance jusqu'à la ligne qu'elle rend" +
               std::string(upsert);
    }
    return {};
}

const char* const first_task = "La visite n'a pas été comptée : voyez d'abord la tâche 1.";

std::string or_else(const std::string& first, const std::string& second) { return first.empty() ? second : first; }

}  // namespace

TEST_F(EnregistrerVisite, PremiereVisite)
{
    const Database base = fixture();
    const std::vector<std::string> names{"Zoé Martin " + std::to_string(random(1, 99)), "d'Haÿ",
                                         "x', 99); DROP TABLE commandes;--", "%"};
    std::vector<Row> expected = base.rows("SELECT nom, age, visites FROM utilisateurs").rows;
    const auto run = program({"visiter", base, names[0], names[1], names[2], names[3]});
    ASSERT_THAT(run, EndsWell()) << why(run);
    for (std::size_t call = 1; call <= names.size(); ++call) {
        ASSERT_THAT(run, DoesNotThrow("visite " + std::to_string(call))) << why(run);
        expected.push_back({names[call - 1], nullptr, 1});
    }
    const Table found = base.rows("SELECT nom, age, visites FROM utilisateurs");
    const auto first = std::find_if(found.rows.begin(), found.rows.end(),
                                    [&](const Row& row) { return row.front() == Value(names[0]); });
    std::string remark = uncounted(run);
    const bool is_there =
        std::any_of(found.rows.begin(), found.rows.end(), [](const Row& row) { return row.front() == Value("%"); });
    if (remark.empty() && first != found.rows.end() && !is_there) {
        remark =
            "Le dernier visiteur s'appelle %, et ce sont d'autres qui ont une visite de plus : LIKE lit un modèle, où % vaut n'importe quoi. Un nom se "
            "compare par = (leçon 5).";
    } else if (remark.empty() && first == found.rows.end()) {
        remark =
            run.trace().count("UPDATE") > 0
                ? "Un UPDATE ne modifie que les lignes qui existent : personne n'a été inscrit" + std::string(upsert)
                : "Un visiteur inconnu doit être inscrit" + std::string(upsert);
    } else if (remark.empty() && first->back() == Value(0)) {
        remark =
            "Le nouveau visiteur a 0 visite, la valeur par défaut de la colonne : c'est pourtant sa première. Donnez 1 à l'insertion" +
            std::string(upsert);
    }
    if (remark.empty() && first != found.rows.end() && !first->at(1).is_null()) {
        remark =
            "On ne connaît pas l'âge du nouveau visiteur : il reste NULL, et 0 n'est pas « on ne sait pas » (tâche 1).";
    }
    ASSERT_THAT(found, AreRows(expected)) << remark;
    EXPECT_THAT(numbers(run, 4), AreRowsInOrder({{1, 1}, {2, 1}, {3, 1}, {4, 1}}))
        << "Les quatre sont venus pour la première fois : la fonction rend 1 (tâche 1).";
}

TEST_F(EnregistrerVisite, VisitesSuivantes)
{
    const Database base = fixture();
    const std::int64_t alice = visits(base, "Alice");
    const std::int64_t bob = visits(base, "Bob");
    const auto run = program({"visiter", base, "Alice", "Bob", "Alice", "Zoé Martin", "Zoé Martin"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    for (std::size_t call = 1; call <= 5; ++call) {
        ASSERT_THAT(run, DoesNotThrow("visite " + std::to_string(call))) << why(run);
    }
    const Table found = base.rows("SELECT nom, visites FROM utilisateurs WHERE nom IN ('Alice', 'Bob', 'Zoé Martin')");
    std::string remark = uncounted(run);
    if (remark.empty() && visits(base, "Alice") == 2 && visits(base, "Bob") == 2) {
        remark =
            "Alice et Bob ont tous deux 2 visites, et ils en avaient davantage : excluded.visites est la valeur que vous vouliez insérer, 1. Le "
            "nombre qui est dans la table s'appelle visites" +
            std::string(upsert);
    } else if (remark.empty() && visits(base, "Alice") == alice) {
        remark = "Alice était connue, et sa visite n'a pas été comptée" + std::string(upsert);
    } else if (remark.empty()) {
        remark =
            "Alice a deux visites de plus, Bob une, et Zoé, qu'on ne connaissait pas, en a deux" + std::string(upsert);
    }
    ASSERT_THAT(found, AreRows({{"Alice", alice + 2}, {"Bob", bob + 1}, {"Zoé Martin", 2}})) << remark;
    const Table told = numbers(run, 5);
    const bool zero_or_one = std::all_of(told.rows.begin(), told.rows.end(), [](const Row& row) {
        return row.back() == Value(0) || row.back() == Value(1);
    });
    const bool late = told.rows == std::vector<Row>{{1, alice}, {2, bob}, {3, alice + 1}, {4, 0}, {5, 1}};
    const auto id = [&](const char* name) {
        return base.rows("SELECT id FROM utilisateurs WHERE nom = ?", {name}).only();
    };
    const bool ids =
        told.rows.size() == 5 && told.rows.at(0).back() == id("Alice") && told.rows.at(1).back() == id("Bob");
    EXPECT_THAT(told, AreRowsInOrder({{1, alice + 1}, {2, bob + 1}, {3, alice + 2}, {4, 1}, {5, 2}}))
        << (zero_or_one
                ? "Vous rendez 0 ou 1, comme le ferait un nombre de lignes modifiées. RETURNING visites rend le nombre de visites" +
                      std::string(unfinished)
            : ids
                ? "C'est l'identifiant de la personne : RETURNING rend les colonnes que vous lui nommez, et c'est visites qu'il faut" +
                      std::string(unfinished)
            : late ? "C'est le nombre d'avant cette visite : celle-ci compte aussi (tâche 1)."
                   : "La fonction rend le nombre de visites de cette personne, celle-ci comprise (tâche 1).");
}

TEST_F(EnregistrerVisite, IdentiteGardee)
{
    const Database base = fixture();
    const Table before = base.rows(people);
    const auto run = program({"visiter", base, "Alice"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("visite 1")) << why(run);
    const Table after = base.rows(people);
    // Alice's number of visits is another check's affair, as long as it is another one.
    const auto hidden = [](Table table) {
        for (Row& row : table.rows) {
            row.at(3) = row.at(1) == Value("Alice") ? Value("…") : row.at(3);
        }
        return table;
    };
    const auto alice = [](const Table& table) {
        const auto found = std::find_if(table.rows.begin(), table.rows.end(),
                                        [](const Row& row) { return row.at(1) == Value("Alice"); });
        return found == table.rows.end() ? Row(4) : *found;
    };
    std::string remark = "Alice garde son identifiant et son âge, et les autres ne changent pas (tâche 2).";
    if (alice(after).at(0) != alice(before).at(0)) {
        remark =
            "Alice a changé d'identifiant : sa ligne a été supprimée, puis une autre insérée. C'est ce que fait INSERT OR REPLACE ; ON CONFLICT … DO "
            "UPDATE modifie la ligne qui est là" +
            std::string(upsert);
    } else if (alice(after).at(2) != alice(before).at(2)) {
        remark = "L'âge d'Alice est perdu : ne donnez, après SET, que la colonne à modifier" + std::string(upsert);
    } else if (hidden(after).rows != hidden(before).rows && after.rows.size() == before.rows.size()) {
        remark =
            "Alice seule est venue, et d'autres ont une visite de plus : il manque un WHERE (leçon 7, « Modifier des lignes »).";
    }
    ASSERT_THAT(hidden(after), SameRowsAs(hidden(before))) << remark;
    EXPECT_NE(alice(after).at(3), alice(before).at(3)) << "Rien n'a été abîmé. " << or_else(uncounted(run), first_task);
}

TEST_F(EnregistrerVisite, CommandesGardees)
{
    const Database base = fixture();
    const Table before = base.rows(orders);
    const std::int64_t alice = visits(base, "Alice");
    const std::int64_t bob = visits(base, "Bob");
    const auto run = program({"visiter", base, "Alice", "Bob"});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("visite 1")) << why(run);
    const Table after = base.rows(orders);
    ASSERT_THAT(after, SameRowsAs(before))
        << (after.empty()
                ? "Les commandes d'Alice et de Bob ont disparu : leurs lignes ont été supprimées, puis d'autres insérées, et ON DELETE CASCADE a fait "
                  "son travail. C'est ce que fait INSERT OR REPLACE, même quand on recopie l'identifiant ; ON CONFLICT … DO UPDATE modifie la "
                  "ligne qui est là" +
                      std::string(upsert)
                : "Les commandes ne changent pas (tâche 2).");
    EXPECT_TRUE(visits(base, "Alice") != alice && visits(base, "Bob") != bob)
        << "Rien n'a été abîmé. " << or_else(uncounted(run), first_task);
}

TEST_F(EnregistrerVisite, VoisineVoit)
{
    const Database base = fixture();
    const std::int64_t alice = visits(base, "Alice");
    const auto run = program({"voisine", base, "Alice", "Zoé Martin"});
    // Whether the number is the right one is another check's affair; here it must only be there.
    Table seen{{"nom", "visites vues", "verrou"}, {}, {}};
    for (const Row& row : run.returned("voisine").rows) {
        const bool counted = !row.at(1).is_null() && (row.at(0) != Value("Alice") || row.at(1) != Value(alice));
        seen.rows.push_back({row.at(0), counted ? "le nouveau nombre" : "comme avant", row.at(2)});
    }
    const bool held =
        std::any_of(seen.rows.begin(), seen.rows.end(), [](const Row& row) { return row.back() == Value("tenu"); });
    std::string remark = "C'est ce que l'on voit depuis une autre connexion, juste après chaque appel. ";
    if (held && !run.trace().unfinalized.empty()) {
        remark += "Une requête n'est pas finie : ce qu'elle a écrit reste invisible aux autres, et le verrou est tenu" +
                  std::string(unfinished);
    } else if (held) {
        remark += "Une transaction est restée ouverte : il manque sa validation" + std::string(unfinished);
    } else {
        remark += or_else(why(run), or_else(uncounted(run), first_task));
    }
    ASSERT_THAT(seen,
                AreRowsInOrder({{"Alice", "le nouveau nombre", "libre"}, {"Zoé Martin", "le nouveau nombre", "libre"}}))
        << remark;
    EXPECT_THAT(run, EndsWell()) << why(run);
}

TEST_F(EnregistrerVisite, DeuxCaisses)
{
    for (const std::string name : {"Alice", "Zoé Martin"}) {
        const Database base = fixture({}, name == "Alice" ? "connue.db" : "inconnue.db");
        const std::int64_t before = visits(base, name);
        const auto run = program({"deux", base, name});
        ASSERT_THAT(run, EndsWell()) << why(run);
        ASSERT_THAT(run, DoesNotThrow("visite 1")) << why(run);
        const Value yours = run.returned("visite 1").only();
        const Table other = run.returned("autre");
        const Value theirs = other.empty() ? Value() : other.rows.front().front();
        const bool meanwhile = !other.empty() && other.rows.front().back() == Value("pendant");
        const std::int64_t now = visits(base, name);
        std::string remark =
            meanwhile
                ? "Deux caisses ont enregistré chacune une visite de la même personne" + std::string(between)
                : "L'autre caisse n'a rien enregistré pendant votre appel, et le compte n'y est pas : voyez d'abord la tâche 1.";
        if (!uncounted(run).empty() && now == before + 1) {
            remark = uncounted(run);
        } else if (meanwhile && now == before + 1) {
            remark =
                "L'autre caisse a enregistré sa visite entre votre lecture et votre écriture, qui l'a effacée. Laissez SQLite lire et écrire en une "
                "seule instruction" +
                std::string(between);
        } else if (meanwhile && yours == theirs) {
            remark =
                "Les deux visites sont comptées, mais vous avez rendu le même numéro que l'autre caisse : le vôtre vient d'une lecture à part, avant ou après "
                "l'écriture. Rendez ce que l'écriture elle-même a produit, par RETURNING" +
                std::string(between);
        } else if (now == before + 1) {
            remark = "Seule la visite de l'autre caisse a été comptée : voyez d'abord la tâche 1.";
        } else if (now == before + 2 && yours != Value(before + 1) && yours != Value(before + 2)) {
            remark =
                "Les deux visites sont comptées, mais le numéro que vous rendez n'est celui d'aucune : voyez d'abord la tâche 1.";
        }
        const bool in_order = yours < theirs;
        Table obtained{
            {"visites", "un numéro", "l'autre"}, {{now, in_order ? yours : theirs, in_order ? theirs : yours}}, {}};
        EXPECT_THAT(obtained, AreRows({{before + 2, before + 1, before + 2}})) << remark;
    }
}
