// SPDX-License-Identifier: MIT
#include "check/matchers.hpp"

#include <functional>

#include "check/comparison.hpp"
#include "check/failure_text.hpp"
#include "check/sqlite_codes.hpp"
#include "message.hpp"
#include "show.hpp"
#include "utf8.hpp"

namespace atelier::check {

namespace {

/// A matcher made of a function that says, in French, what is wrong, or nothing.
template <class T>
class Saying : public ::testing::MatcherInterface<const T&> {
public:
    using Complaint = std::function<std::string(const T&)>;
    explicit Saying(Complaint complaint) : complaint_(std::move(complaint)) {}

    bool MatchAndExplain(const T& value, ::testing::MatchResultListener* listener) const override
    {
        const std::string text = complaint_(value);
        if (!text.empty()) {
            *listener << begin_french << text << end_french;
        }
        return text.empty();
    }
    void DescribeTo(std::ostream*) const override {}

private:
    Complaint complaint_;
};

template <class T>
::testing::Matcher<const T&> saying(typename Saying<T>::Complaint complaint)
{
    return ::testing::Matcher<const T&>(new Saying<T>(std::move(complaint)));
}

::testing::Matcher<const Table&> rows(Table expected, Order order)
{
    return saying<Table>(
        [expected = std::move(expected), order](const Table& obtained) { return compare(expected, obtained, order); });
}

Table one_value(const Value& value) { return {.columns = {}, .rows = {{value}}, .problem = {}}; }

/// SQL of a student's behind the margin of a message that has put two blanks already.
std::string in_message(const std::string& sql)
{
    std::string text = indented(shortened(visible_lines(sql), 8, 400), "  ").substr(2);
    text.pop_back();
    return text;
}

std::string describe(const CaughtException& e)
{
    const std::string text = tr("{} « {} »", visible(e.type), visible(e.what));
    if (e.code == 0) {
        return text;
    }
    return text + (e.extended_code > 0 && e.extended_code != e.code
                       ? tr(" (code {}, étendu {})", e.code, e.extended_code)
                       : tr(" (code {})", e.code));
}

/// `text`, which tells `e`, and below it what `e` means where that is known.
std::string with_meaning(const std::string& text, const CaughtException& e)
{
    const std::string meaning = about_exception(e);
    return meaning.empty() ? text : text + "\n" + meaning;
}

}  // namespace

::testing::Matcher<const Execution&> EndsWell()
{
    return saying<Execution>([](const Execution& run) { return run.explanation(); });
}

::testing::Matcher<const Execution&> Throws(std::string_view name, int code)
{
    return saying<Execution>([name = std::string(name), code](const Execution& run) -> std::string {
        const std::optional<CaughtException> e = run.exception(name);
        if (!e) {
            return code == 0 ? tr("Une exception était attendue ; aucune n'est sortie.")
                             : tr("Une exception de code SQLite {} était attendue ; aucune n'est sortie.", code);
        }
        if (code == 0 || e->code == code || e->extended_code == code) {
            return {};
        }
        return with_meaning(tr("Une exception de code SQLite {} était attendue ; c'est celle-ci qui est sortie : {}.",
                               code, describe(*e)),
                            *e);
    });
}

::testing::Matcher<const Execution&> DoesNotThrow(std::string_view name)
{
    return saying<Execution>([name = std::string(name)](const Execution& run) -> std::string {
        const std::optional<CaughtException> e = run.exception(name);
        return e ? with_meaning(tr("Aucune exception n'était attendue ; celle-ci est sortie : {}.", describe(*e)), *e)
                 : std::string();
    });
}

::testing::Matcher<const Table&> AreRows(std::vector<Row> expected)
{
    return rows({.columns = {}, .rows = std::move(expected), .problem = {}}, Order::does_not_matter);
}

::testing::Matcher<const Table&> AreRowsInOrder(std::vector<Row> expected)
{
    return rows({.columns = {}, .rows = std::move(expected), .problem = {}}, Order::matters);
}

::testing::Matcher<const Table&> IsValue(Value expected) { return AreRows({{std::move(expected)}}); }

bool IsEqualTo::MatchAndExplain(const Value& obtained, std::ostream* out) const
{
    const std::string text = compare(one_value(expected_), one_value(obtained), Order::matters);
    if (!text.empty() && out != nullptr) {
        *out << begin_french << text << end_french;
    }
    return text.empty();
}

::testing::Matcher<const Table&> SameRowsAs(const Table& expected)
{
    return rows({.columns = {}, .rows = expected.rows, .problem = expected.problem}, Order::does_not_matter);
}

::testing::Matcher<const Execution&> Prints(std::string_view expected)
{
    return saying<Execution>(
        [expected = std::string(expected)](const Execution& run) { return compare_texts(expected, run.out()); });
}

::testing::Matcher<const Trace&> UsesBoundParameters(std::vector<std::string> values)
{
    return saying<Trace>([values = std::move(values)](const Trace& trace) -> std::string {
        // What sqlite3_exec prepares shows in the statements only; what is prepared and never run, in the other list only.
        std::vector<std::string> texts = trace.prepared;
        for (const Statement& statement : trace.statements) {
            texts.push_back(statement.sql);
        }
        for (const std::string& sql : texts) {
            for (const std::string& value : values) {
                if (!value.empty() && sql.find(value) != std::string::npos) {
                    return tr(
                        "La valeur {} est écrite dans le texte SQL :\n  {}\nLiez-la à un marqueur « ? » : une valeur n'entre jamais dans le texte d'une requête.",
                        Value(value).show(), in_message(sql));
                }
            }
        }
        return {};
    });
}

::testing::Matcher<const Trace&> Prepares(std::string_view word, std::size_t expected)
{
    return saying<Trace>([word = std::string(word), expected](const Trace& trace) -> std::string {
        const std::size_t obtained = trace.count_prepared(word);
        return obtained == expected
                   ? std::string()
                   : tr("Nombre attendu de requêtes {} préparées : {} ; nombre obtenu : {}.", word, expected, obtained);
    });
}

}  // namespace atelier::check
