// SPDX-License-Identifier: MIT
// Copies under a disguise are found, honest answers are not: on made-up classes, and on the course's own answers.
#include "similarity/similar.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <random>
#include <set>

#include "catalog.hpp"
#include "files.hpp"
#include "layout.hpp"
#include "similarity/in_class.hpp"

namespace atelier {
namespace {

using testing::ElementsAre;
using testing::Gt;
using testing::IsEmpty;
using testing::SizeIs;

const std::string original = R"cpp(
#include "fourni.hpp"

// Les notes de la classe.
struct Note { std::string eleve; double valeur; };

static double moyenne(const std::vector<Note>& notes)
{
    if (notes.empty()) {
        return 0;
    }
    double somme = 0;
    for (const Note& note : notes) {
        somme += note.valeur;
    }
    return somme / notes.size();
}

std::map<std::string, double> bilan(SQLite::Database& base)
{
    std::map<std::string, std::vector<Note>> par_eleve;
    SQLite::Statement lire(base, "SELECT eleve, valeur FROM notes WHERE valeur IS NOT NULL ORDER BY eleve");
    while (lire.executeStep()) {
        const std::string eleve = lire.getColumn(0);
        par_eleve[eleve].push_back({eleve, lire.getColumn(1).getDouble()});
    }
    std::map<std::string, double> resultat;
    for (const auto& [eleve, notes] : par_eleve) {
        if (notes.size() >= 3) {
            resultat[eleve] = moyenne(notes);
        }
    }
    return resultat;
}
)cpp";

/// The same in other names, in another order, under other comments.
const std::string disguised = R"cpp(
#include "fourni.hpp"
#include <numeric>

struct Ligne { std::string qui; double combien; };

static double calcule(const std::vector<Ligne>& l);

/* Fonction principale :
   elle rend le bilan. */
std::map<std::string, double> bilan(SQLite::Database& db) {
    std::map<std::string, std::vector<Ligne>> groupes;
    SQLite::Statement q(db, R"(select eleve, valeur
                               from notes
                               where valeur is not null order by eleve)");
    while (q.executeStep()) {
        const std::string nom = q.getColumn(0);
        groupes[nom].push_back({nom, q.getColumn(1).getDouble()});
    }
    std::map<std::string, double> sortie;
    for (const auto& [nom, l] : groupes) {
        if (l.size() >= 3) { sortie[nom] = calcule(l); }
    }
    return sortie;
}

// moyenne
static double calcule(const std::vector<Ligne>& l) {
    if (l.empty()) { return 0; }
    double t = 0;
    for (const Ligne& x : l) { t += x.combien; }
    return t / l.size();
}
)cpp";

/// Another idea of the same exercise.
const std::string honest = R"cpp(
#include "fourni.hpp"

std::map<std::string, double> bilan(SQLite::Database& base)
{
    std::map<std::string, double> moyennes;
    SQLite::Statement requete(base, "SELECT eleve, avg(valeur) FROM notes GROUP BY eleve HAVING count(valeur) > 2");
    for (; requete.executeStep();) {
        moyennes.emplace(requete.getColumn("eleve").getString(), requete.getColumn(1).getDouble());
    }
    return moyennes;
}

std::optional<double> la_meilleure(SQLite::Database& base)
{
    const auto toutes = bilan(base);
    const auto it = std::max_element(toutes.begin(), toutes.end(),
                                     [](const auto& x, const auto& y) { return x.second < y.second; });
    return it == toutes.end() ? std::nullopt : std::optional(it->second);
}
)cpp";

AnswerPrints answer(std::string student, const std::string& source) { return {std::move(student), prints_of(source)}; }

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

TEST(Similar, FindsACopyInOtherNamesInAnotherOrder)
{
    const Similarity found =
        similar_answers({answer("alice", original), answer("bruno", honest), answer("chloé", disguised)}, {});
    EXPECT_EQ(found.answers, 3U);
    ASSERT_THAT(found.pairs, SizeIs(1));
    EXPECT_EQ(found.pairs[0].a, "alice");
    EXPECT_EQ(found.pairs[0].b, "chloé");
    EXPECT_GT(found.pairs[0].share, 0.8);
    EXPECT_THAT(found.too_short, IsEmpty());
    // What is shared can be looked at: nearly all of both.
    const auto lines = [](const std::vector<LineRange>& ranges) {
        std::uint32_t sum = 0;
        for (const auto& [first, last] : ranges) {
            sum += last - first + 1;
        }
        return sum;
    };
    EXPECT_THAT(lines(found.pairs[0].lines_a), Gt(25U));
    EXPECT_THAT(lines(found.pairs[0].lines_b), Gt(20U));
}

TEST(Similar, CallsTwinsWhatDiffersInNamesCommentsAndLayoutOnly)
{
    const std::string renamed = replaced(replaced(original, "eleve", "etudiant"), "somme", "s") + "// à moi\n";
    const std::string unlike = replaced(renamed, "etudiant, valeur FROM", "eleve, valeur FROM");
    EXPECT_THAT(similar_answers({answer("b", original), answer("a", replaced(original, "par_eleve", "p") + "/* */"),
                                 answer("c", honest)},
                                {})
                    .twins,
                ElementsAre(Twins{{"a", "b"}}));
    // A table that was renamed in SQL is another program: alike, not the same.
    const Similarity found = similar_answers({answer("a", original), answer("b", unlike)}, {});
    EXPECT_THAT(found.twins, IsEmpty());
    EXPECT_THAT(found.pairs, SizeIs(1));
}

TEST(Similar, SaysNothingOfStartersAndOfWhatIsGiven)
{
    const std::vector<std::uint64_t> known = all_runs_of(original);
    const Similarity starters = similar_answers({answer("a", original), answer("b", original)}, known);
    EXPECT_THAT(starters.too_short, ElementsAre("a", "b"));
    EXPECT_THAT(starters.twins, IsEmpty());
    EXPECT_THAT(starters.pairs, IsEmpty());
    // What both add to it is compared.
    const Similarity found = similar_answers(
        {answer("a", original + honest), answer("b", replaced(original, "somme", "n") + honest)}, known);
    EXPECT_THAT(found.twins, ElementsAre(Twins{{"a", "b"}}));
}

TEST(Similar, SaysNothingOfWhatIsTooShort)
{
    const std::string short_one = "int carre(int x) { return x * x; }";
    const Similarity found = similar_answers({answer("a", short_one), answer("b", short_one), answer("c", "")}, {});
    EXPECT_THAT(found.too_short, ElementsAre("a", "b", "c"));
    EXPECT_THAT(found.twins, IsEmpty());
    EXPECT_THAT(found.pairs, IsEmpty());
}

TEST(Similar, TakesForCommonplaceWhatAQuarterOfTheClassWrites)
{
    // Everybody follows the same model for one half, and writes the other half alone.
    std::vector<AnswerPrints> all;
    std::mt19937 random(1);
    for (int i = 0; i < 12; ++i) {
        std::string own = "\nvoid f() {\n";
        for (int j = 0; j < 40; ++j) {
            const char* words[] = {"if (a) b();", "while (c - d) e();", "x = y * 2;",
                                   "return;",     "for (;;) g(h, 1);",  "k[l] = m;"};
            own += words[random() % std::size(words)];
        }
        all.push_back(answer("s" + std::to_string(i), original + own + "}\n"));
    }
    const Similarity found = similar_answers(all, {});
    EXPECT_THAT(found.pairs, IsEmpty());
    EXPECT_THAT(found.too_short, IsEmpty());
}

TEST(Similar, SeesARingOfCopiesInASmallClass)
{
    // Five of eight: more than a quarter, but one voice.
    std::vector<AnswerPrints> all{answer("f", honest), answer("g", honest + disguised), answer("h", "")};
    for (const char* name : {"a", "b", "c", "d", "e"}) {
        all.push_back(answer(name, replaced(original, "somme", std::string("total_") + name)));
    }
    EXPECT_THAT(similar_answers(all, {}).twins, ElementsAre(Twins{{"a", "b", "c", "d", "e"}}));
}

TEST(Similar, DependsOnNoOrder)
{
    std::vector<AnswerPrints> all{answer("a", original), answer("b", disguised),         answer("c", honest),
                                  answer("d", original), answer("e", honest + original), answer("f", "int x;")};
    const Similarity usual = similar_answers(all, {});
    EXPECT_THAT(usual.pairs, SizeIs(Gt(1U)));
    std::mt19937 random(2);
    for (int i = 0; i < 20; ++i) {
        std::shuffle(all.begin(), all.end(), random);
        EXPECT_EQ(similar_answers(all, {}), usual);
    }
}

TEST(Similar, CountsThePairsThatItDoesNotTell)
{
    const std::vector<AnswerPrints> all{answer("a", original), answer("b", disguised), answer("c", original + honest)};
    const Similarity found = similar_answers(all, {}, {.most_pairs = 1});
    EXPECT_THAT(found.pairs, SizeIs(1));
    EXPECT_EQ(found.more_pairs, similar_answers(all, {}).pairs.size() - 1);
}

// --- The course's own answers ---------------------------------------------------------------------------------------

/// The runs of the starter and of the headers given, no more.
std::vector<std::uint64_t> given_runs(const Exercise& exercise)
{
    std::vector<std::uint64_t> known = all_runs_of(read_file(exercise.folder / exercise.answer));
    for (const fs::path& file : exercise.given) {
        const std::vector<std::uint64_t> more = all_runs_of(read_file(file));
        known.insert(known.end(), more.begin(), more.end());
    }
    std::sort(known.begin(), known.end());
    return known;
}

struct Figures {
    std::size_t pairs = 0;  ///< of answers that are long enough
    std::size_t told = 0;   ///< as alike
};

/// Compares two answers alone.
void compare(const AnswerPrints& a, const AnswerPrints& b, const std::vector<std::uint64_t>& known, Figures& figures)
{
    const Similarity found = similar_answers({a, b}, known);
    figures.pairs += found.too_short.empty() ? 1 : 0;
    figures.told += found.pairs.size() + found.twins.size();
}

TEST(Similar, TellsCopiesFromHonestAnswersOfTheCourse)
{
    const Catalog catalog = load_catalog(ATELIER_SOURCE_FOLDER);
    Figures honest_pairs;
    Figures honest_without_reference;
    Figures mistakes;
    Figures starters;
    for (const Exercise& exercise : catalog.exercises) {
        const std::vector<std::uint64_t> known = known_runs(catalog, exercise);
        const std::vector<std::uint64_t> starter = given_runs(exercise);
        const AnswerPrints reference = answer("référence", read_file(catalog.solutions_of(exercise) / exercise.answer));
        std::vector<AnswerPrints> right{reference};
        for (const fs::path& folder : variants(catalog, exercise)) {
            right.push_back(answer(folder.filename().string(), read_file(folder / exercise.answer)));
        }
        for (std::size_t i = 0; i < right.size(); ++i) {
            for (std::size_t j = i + 1; j < right.size(); ++j) {
                compare(right[i], right[j], known, honest_pairs);
                compare(right[i], right[j], starter, honest_without_reference);
            }
        }
        // A known mistake is the reference changed in one place: what a hasty copy looks like.
        for (const WrongAnswer& wrong : wrong_answers(catalog, exercise)) {
            compare(reference, answer(wrong.name, read_file(wrong.folder / exercise.answer)), starter, mistakes);
        }
        const std::string shipped = read_file(exercise.folder / exercise.answer);
        compare(answer("a", shipped), answer("b", shipped + "// moi\n"), starter, starters);
    }
    const auto told = [](const char* what, const Figures& f) {
        std::printf("%s: %zu of %zu\n", what, f.told, f.pairs);
    };
    told("honest pairs told as alike", honest_pairs);
    told("the same, the reference not discounted", honest_without_reference);
    told("mistakes found to be like the reference", mistakes);
    EXPECT_EQ(honest_pairs.told, 0U);
    EXPECT_LE(honest_without_reference.told * 100, honest_without_reference.pairs);
    EXPECT_GE(mistakes.told * 10, mistakes.pairs * 8);
    EXPECT_EQ(starters.told, 0U);
}

}  // namespace
}  // namespace atelier
