// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using LierTexte = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* lines = "SELECT texte FROM repliques ORDER BY rang";

bool any(const Table& table, const Value& value)
{
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) { return row.front() == value; });
}

bool any_blob(const Table& table)
{
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [](const Row& row) { return row.front().type_name() == "BLOB"; });
}

/// What is known of the mistake behind a bad ending.
std::string why(const Execution& run)
{
    for (const char* scenario : {"lier", "deux-fois"}) {
        const auto caught = run.exception(scenario);
        if (caught && caught->code == 25) {
            return "Le code 25 (« column index out of range ») dit que la position n'existe pas. Elles existent toutes : les marqueurs se comptent à "
                   "partir de 1, et position compte ainsi (leçon 8, « La vie d'une requête préparée »).";
        }
        if (caught && (caught->code == 21 || run.trace().logged("bind on a busy prepared statement"))) {
            return "Le code 21 dit que l'API est mal employée : lier_texte lie, et n'exécute pas la requête (tâche 1).";
        }
    }
    const auto reported = [&](const char* words) {
        return run.ending() == Ending::sanitizer && run.err().find(words) != std::string::npos;
    };
    if (reported("use-after") && run.explanation().find("SQLITE_STATIC") != std::string::npos) {
        return "Quand la requête s'exécute, votre fonction est finie depuis longtemps, et les octets liés n'existent plus. SQLITE_STATIC promet "
               "qu'ils resteront en place ; SQLITE_TRANSIENT en fait une copie (leçon 8, « À qui sont les octets ? »).";
    }
    if (reported("use-after") || reported("double-free")) {
        return "Les octets liés ont été libérés trop tôt, ou deux fois : une fois donnés à SQLite avec une fonction pour les libérer, ils sont à lui (leçon 8, "
               "« À qui sont les octets ? »).";
    }
    if (reported("buffer-overflow")) {
        return "La taille donnée dépasse celle du texte. Le nombre d'octets est texte.size() ; sizeof donne la taille de l'objet std::string, quel que soit "
               "son texte (leçon 8, « À qui sont les octets ? »).";
    }
    if (reported("which was not malloc()-ed") || reported("alloc-dealloc-mismatch")) {
        return "Les octets ont été alloués d'une façon, et libérés d'une autre : sqlite3_free va avec sqlite3_malloc, std::free avec std::malloc (leçon 8, "
               "« À qui sont les octets ? »).";
    }
    if (run.ending() == Ending::leak) {
        return "Les octets sont restés en place, mais personne ne les libère. SQLITE_TRANSIENT fait une copie que SQLite libère lui-même (leçon 8, "
               "« À qui sont les octets ? »).";
    }
    return {};
}

/// What the rows tell of texts that are not those that were due.
std::string about(const Table& found, const std::vector<std::string>& texts, std::size_t before, int times = 1)
{
    if (any_blob(found)) {
        return "Un texte a été enregistré comme BLOB : c'est sqlite3_bind_text qui lie un texte (leçon 8, « À qui sont les octets ? »).";
    }
    if (found.rows.size() > before + texts.size() * static_cast<std::size_t>(times)) {
        return "Il y a des lignes de trop : lier_texte lie, et c'est le programme qui exécute la requête (leçon 8, « La vie d'une requête préparée »).";
    }
    for (const std::string& text : texts) {
        if (any(found, text + std::string(1, '\0'))) {
            return "Un octet nul a été enregistré à la fin du texte : la taille ne le compte pas, c'est texte.size() (leçon 8, « À qui sont les "
                   "octets ? »).";
        }
        const std::size_t nul = text.find('\0');
        if (nul != std::string::npos && any(found, text.substr(0, nul))) {
            return "Le texte s'arrête à l'octet nul : une taille de -1 veut dire « jusqu'au premier octet nul ». Donnez texte.size() (leçon 8, « À "
                   "qui sont les octets ? »).";
        }
    }
    bool shared = false;  // a text that has become the beginning of the last one bound, which is the first
    for (std::size_t i = 1; i < texts.size() && before + i < found.rows.size(); ++i) {
        const std::string got = found.rows[before + i].front().text().value_or("");
        shared = shared || (got.size() > 1 && got != texts[i] && texts.front().rfind(got, 0) == 0);
    }
    if (shared) {
        return "Un texte a été remplacé par celui qui a été lié après lui (le programme lie en commençant par la fin) : ils ont partagé la même "
               "mémoire. C'est ce qui arrive avec une variable static, ou globale ; une copie par texte, avec SQLITE_TRANSIENT, n'a pas ce défaut "
               "(leçon 8, « À qui sont les octets ? »).";
    }
    if (std::all_of(found.rows.begin() + static_cast<std::ptrdiff_t>(std::min(before, found.rows.size())),
                    found.rows.end(), [](const Row& row) { return row.front().is_null(); })) {
        return "NULL a été enregistré partout : rien n'a été lié à ces positions (leçon 8, « La vie d'une requête préparée »).";
    }
    for (std::size_t i = 0; i < texts.size() && before + i < found.rows.size(); ++i) {
        if (found.rows[before + i].front().is_null() && !texts[i].empty()) {
            return "Un texte s'est perdu avant l'exécution, et NULL a pris sa place. lier_texte ne touche qu'à sa position : sqlite3_clear_bindings, par "
                   "exemple, oublie toutes les valeurs (leçon 8, « La vie d'une requête préparée »).";
        }
    }
    if (any(found, Value())) {
        return "Un texte est devenu NULL. Un texte vide est un texte, de longueur 0 (leçon 8, « À qui sont les octets ? »).";
    }
    return "Chaque texte va à la position demandée, octet pour octet, et y reste jusqu'à l'exécution (leçon 8, « À qui sont les octets ? »).";
}

/// `text` as it is typed for the program.
std::string typed(const std::string& text)
{
    std::string result;
    for (const char c : text) {
        result += c == '\0' ? std::string("\\0") : c == '\\' ? std::string("\\\\") : std::string(1, c);
    }
    return result;
}

std::vector<Argument> call(const char* scenario, const Database& base, const std::vector<std::string>& texts)
{
    std::vector<Argument> arguments{Argument(scenario), Argument(base)};
    for (const std::string& text : texts) {
        arguments.emplace_back(typed(text));
    }
    return arguments;
}

std::vector<Row> with(const Table& before, const std::vector<std::string>& texts, int times = 1)
{
    std::vector<Row> rows = before.rows;
    for (int i = 0; i < times; ++i) {
        for (const std::string& text : texts) {
            rows.push_back({text});
        }
    }
    return rows;
}

}  // namespace

TEST_F(LierTexte, TextesExacts)
{
    const std::string number = std::to_string(random(1, 1'000'000));
    for (const std::vector<std::string>& texts : std::vector<std::vector<std::string>>{
             {"Guignol " + number}, {"L'Haÿ", number, "x'); DROP TABLE repliques;--", "Gnafron"}}) {
        const Database fresh = fixture({}, "base" + std::to_string(texts.size()) + ".db");
        const Table old = fresh.rows(lines);
        const auto run = program(call("lier", fresh, texts));
        ASSERT_THAT(run, EndsWell()) << why(run);
        const Table found = fresh.rows(lines);
        ASSERT_THAT(found, AreRowsInOrder(with(old, texts))) << about(found, texts, old.rows.size());
    }
}

TEST_F(LierTexte, OctetsNuls)
{
    const Database base = fixture();
    const Table before = base.rows(lines);
    const std::string number = std::to_string(random(1, 1'000'000));
    const std::vector<std::string> texts = {number + std::string("\0après", 7), std::string("\0", 1), "fin"};
    const auto run = program(call("lier", base, texts));
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = base.rows(lines);
    EXPECT_THAT(found, AreRowsInOrder(with(before, texts))) << about(found, texts, before.rows.size());
}

TEST_F(LierTexte, TexteVide)
{
    const Database base = fixture();
    const Table before = base.rows(lines);
    const std::string number = std::to_string(random(1, 1'000'000));
    // The text beside the empty one shows that something is bound at all.
    const std::vector<std::string> texts = {number, "", "fin"};
    const auto run = program(call("lier", base, texts));
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = base.rows(lines);
    EXPECT_THAT(found, AreRowsInOrder(with(before, texts))) << about(found, texts, before.rows.size());
}

TEST_F(LierTexte, CopieGardee)
{
    const Database base = fixture();
    const Table before = base.rows(lines);
    const std::string number = std::to_string(random(1, 1'000'000));
    std::vector<std::string> texts;
    for (const char* who : {"Guignol", "Gnafron", "Madelon"}) {
        texts.push_back(who + std::string(" entre en scène, salue longuement la salle, et prend la réplique numéro ") +
                        number);
        texts.push_back(who + number);
    }
    const auto run = program(call("deux-fois", base, texts));
    ASSERT_THAT(run, EndsWell()) << why(run);
    const Table found = base.rows(lines);
    EXPECT_THAT(found, AreRowsInOrder(with(before, texts, 2))) << about(found, texts, before.rows.size(), 2);
}

TEST_F(LierTexte, RefusSignale)
{
    const Database base = fixture();
    const auto accepted = program({"position", base, 1});
    ASSERT_THAT(accepted, EndsWell()) << why(accepted);
    ASSERT_THAT(accepted, DoesNotThrow("lier_texte")) << "La position 1 existe : la requête a un marqueur.";
    for (const int position : {2, 0}) {
        const auto run = program({"position", base, position});
        ASSERT_THAT(run, EndsWell()) << why(run);
        EXPECT_THAT(run, Throws("lier_texte", 25))
            << (run.exception("lier_texte")
                    ? "L'exception doit porter le code que SQLite a rendu, 25 (leçon 8, « Ce que disent les codes »)."
                    : "Cette position n'existe pas : SQLite refuse d'y lier quoi que ce soit, et l'appelant doit le savoir. Lisez le code rendu (leçon 8, « Ce que disent "
                      "les codes »).");
    }
}
