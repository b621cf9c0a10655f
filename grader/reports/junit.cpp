// SPDX-License-Identifier: MIT
#include "reports/junit.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <set>

#include "message.hpp"
#include "reports/told_checks.hpp"
#include "show.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

enum class Dialect { gitlab, jenkins };

constexpr std::size_t most_gitlab_bytes = 29'000'000;
constexpr std::size_t most_title_bytes = 200;

std::string one_line(std::string_view text, std::size_t most_bytes = most_title_bytes)
{
    return xml_text(excerpt(text, most_bytes));
}

/// Bytes of a piece of XML.
class Printed : public pugi::xml_writer {
public:
    void write(const void* data, std::size_t size) override { bytes.append(static_cast<const char*>(data), size); }
    std::string bytes;
};

std::string printed(const pugi::xml_document& document)
{
    Printed printed;
    document.save(printed, "  ", pugi::format_indent | pugi::format_no_declaration, pugi::encoding_utf8);
    return std::move(printed.bytes);
}

/// One <testsuite>, which counts its tests.
class Suite {
public:
    explicit Suite(const std::string& name) : node_(document_.append_child("testsuite"))
    {
        node_.append_attribute("name").set_value(name.c_str());
        for (const char* count : {"tests", "failures", "errors", "skipped"}) {
            node_.append_attribute(count).set_value(0);
        }
    }

    void passed(const std::string& of, const std::string& name) { (void)test(of, name); }

    /// `how`: failure, error or skipped; `text` may have several lines.
    void ended(const std::string& of, const std::string& name, const char* how, const std::string& text)
    {
        pugi::xml_node told = test(of, name).append_child(how);
        told.append_attribute("message").set_value(one_line(text.substr(0, text.find('\n'))).c_str());
        told.append_child(pugi::node_pcdata).set_value(xml_text(text).c_str());
        count(std::string_view(how) == "failure" ? "failures" : std::string_view(how) == "error" ? "errors" : how);
    }

    [[nodiscard]] std::string text() const { return printed(document_); }

private:
    pugi::xml_node test(const std::string& of, const std::string& name)
    {
        count("tests");
        pugi::xml_node node = node_.append_child("testcase");
        node.append_attribute("classname").set_value(of.c_str());
        node.append_attribute("name").set_value(name.c_str());
        return node;
    }

    void count(const char* what)
    {
        pugi::xml_attribute attribute = node_.attribute(what);
        attribute.set_value(attribute.as_int() + 1);
    }

    pugi::xml_document document_;
    pugi::xml_node node_;
};

/// Writes the whole, with names that no reader takes for one another.
class Report {
public:
    Report(const ClassResults& results, Dialect dialect) : results_(results), dialect_(dialect) {}

    void write(const Sink& out, std::size_t most_bytes)
    {
        out("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"Atelier\">\n");
        const std::string own = own_suite();
        out(own);
        std::size_t bytes = own.size();
        std::size_t left_out = 0;
        results_.for_each_student([&](const StudentResult& student) {
            if (left_out > 0) {
                ++left_out;
                return;
            }
            const std::string text = suites_of(student);
            if (bytes + text.size() > most_bytes) {
                left_out = 1;
                return;
            }
            bytes += text.size();
            out(text);
        });
        if (left_out > 0) {
            Suite rest("atelier");
            rest.ended(
                "atelier", tr("Rapport incomplet"), "error",
                tr_plural(
                    "{} copie n'est pas dans ce rapport, que son lecteur refuserait s'il était plus grand. Les autres rapports la montrent.",
                    "{} copies ne sont pas dans ce rapport, que son lecteur refuserait s'il était plus grand. Les autres rapports les montrent.",
                    static_cast<long>(left_out)));
            out(rest.text());
        }
        out("</testsuites>\n");
    }

private:
    /// What is said of the whole: never empty, as some readers take a file without tests for a mistake.
    std::string own_suite()
    {
        Suite suite("atelier");
        if (const std::string failure = text_of_failure(results_); !failure.empty()) {
            suite.ended("atelier", tr("Correction"), "error", failure);
        } else {
            suite.passed("atelier", tr("Correction"));
        }
        for (const Refusal& refusal : results_.refused) {
            suite.ended("atelier", unique(tr("Refusé : {}", one_line(refusal.where))), "skipped", refusal.reason);
        }
        return suite.text();
    }

    std::string suites_of(const StudentResult& student)
    {
        std::string text;
        for (std::size_t i = 0; i < student.verdicts.size(); ++i) {
            text += suite_of(student, results_.exercises[i], student.verdicts[i]);
        }
        return text;
    }

    std::string suite_of(const StudentResult& student, const GradedExercise& exercise, const Verdict& verdict)
    {
        const std::string who = one_line(student.student);
        Suite suite(tr("{} · {}", who, exercise.id));
        for (std::size_t i = 0; i < verdict.checks.size(); ++i) {
            const CheckVerdict& check = verdict.checks[i];
            const std::string name = unique(name_of_check(exercise, check.info) + " · " + who);
            if (check.status == CheckStatus::passed) {
                suite.passed(class_name(who, exercise), name);
            } else {
                suite.ended(class_name(who, exercise), name, how(verdict, check), text_of_check(verdict, i));
            }
        }
        return suite.text();
    }

    static const char* how(const Verdict& verdict, const CheckVerdict& check)
    {
        return check.status == CheckStatus::failed            ? "failure"
               : verdict.outcome == VerdictOutcome::no_answer ? "skipped"
                                                              : "error";
    }

    /// Jenkins reads « PACKAGE.CLASS ».
    [[nodiscard]] std::string class_name(std::string who, const GradedExercise& exercise) const
    {
        if (dialect_ == Dialect::gitlab) {
            return who;
        }
        std::replace(who.begin(), who.end(), '.', '_');
        return who + "." + exercise.id;
    }

    std::string unique(const std::string& name)
    {
        std::string wanted = xml_text(name);
        for (int count = 2; !names_.insert(wanted).second; ++count) {
            wanted = xml_text(name) + " (" + std::to_string(count) + ")";
        }
        return wanted;
    }

    const ClassResults& results_;
    Dialect dialect_;
    std::set<std::string> names_;
};

}  // namespace

std::string xml_text(std::string_view text)
{
    std::string shown;
    for (const char32_t c : Characters(text)) {
        if (c == U'\n') {
            shown += '\n';
        } else {
            std::string one;
            append_utf8(one, c == 0xFFFE || c == 0xFFFF ? replacement_character : c);
            shown += visible(one);
        }
    }
    return shown;
}

void write_junit_gitlab(const ClassResults& results, const Sink& out)
{
    write_junit_gitlab(results, out, most_gitlab_bytes);
}

void write_junit_gitlab(const ClassResults& results, const Sink& out, std::size_t most_bytes)
{
    Report(results, Dialect::gitlab).write(out, most_bytes);
}

void write_junit_jenkins(const ClassResults& results, const Sink& out)
{
    Report(results, Dialect::jenkins).write(out, static_cast<std::size_t>(-1));
}

}  // namespace atelier
