// SPDX-License-Identifier: MIT
#include "reports/sarif.hpp"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "message.hpp"
#include "reports/answer_paths.hpp"
#include "reports/submission_files.hpp"
#include "reports/told_checks.hpp"
#include "sha256.hpp"
#include "show.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

using nlohmann::ordered_json;

constexpr std::size_t longest_message = 2000;

/// `path` as a URI reference: a name that a student chose is no scheme, no query and no way out.
std::string uri_of(std::string_view path)
{
    std::string uri;
    for (const char c : path) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '.' || c == '_' || c == '~' || c == '/';
        uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uri;
}

ordered_json text(const std::string& words) { return {{"text", words}}; }

/// The one way by which text reaches the file: as a JSON string.
std::string text_of(const ordered_json& json)
{
    return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

class Report {
public:
    Report(const ClassResults& results, const Sink& out, std::size_t most) : results_(results), out_(out), most_(most)
    {
    }

    void write()
    {
        out_(R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"results":[)");
        FileNames names;
        results_.for_each_student([&](const StudentResult& student) {
            const std::string folder = results_.students == 1 ? "" : names.name_for(student.student) + "/";
            for (std::size_t i = 0; i < student.verdicts.size(); ++i) {
                tell(student.verdicts[i], folder + path_of_answer(results_, student, i));
            }
        });
        out_("],\"columnKind\":\"unicodeCodePoints\",\"tool\":" + text_of(tool()) +
             ",\"invocations\":" + text_of(invocations()) + "}]}\n");
    }

private:
    void tell(const Verdict& verdict, const std::string& path)
    {
        std::map<std::string, int> of_rule;
        for (const Finding& finding : verdict.findings) {
            if (told_ == most_) {
                ++left_out_;
                continue;
            }
            const std::string rule = rule_of(verdict, finding);
            rules_.insert(rule);
            ordered_json region{{"startLine", finding.line}};
            if (finding.column > 0) {
                region["startColumn"] = finding.column;
            }
            // Lines may move from one push to the next: a finding is known by its rule, and its rank among those alike.
            const std::string print = Sha256().add(path).add(rule).add(std::to_string(++of_rule[rule])).hex();
            const ordered_json place{
                {"physicalLocation", {{"artifactLocation", {{"uri", uri_of(path)}}}, {"region", region}}}};
            const ordered_json result{{"ruleId", rule},
                                      {"level", "error"},
                                      {"message", text(shortened(visible_lines(finding.message), 40, longest_message))},
                                      {"locations", ordered_json::array({place})},
                                      {"partialFingerprints", {{"atelier/v1", print}}}};
            out_((told_++ == 0 ? "\n" : ",\n") + text_of(result));
        }
    }

    static std::string rule_of(const Verdict& verdict, const Finding& finding)
    {
        return (verdict.outcome == VerdictOutcome::does_not_compile ? "compilation/" : "execution/") + finding.rule;
    }

    [[nodiscard]] ordered_json tool() const
    {
        ordered_json rules = ordered_json::array();
        for (const std::string& rule : rules_) {
            const std::string name = rule.substr(rule.find('/') + 1);
            const std::string words = rule.starts_with("compilation/") ? tr("Erreur à la compilation : {}", name)
                                                                       : tr("Erreur à l'exécution : {}", name);
            rules.push_back({{"id", rule},
                             {"shortDescription", text(words)},
                             {"fullDescription", text(words)},
                             {"help", text(tr("« ./atelier check » redonne l'explication entière."))}});
        }
        return {{"driver",
                 {{"name", "Atelier"},
                  {"version", results_.run.grader},
                  {"language", language()},
                  {"rules", std::move(rules)}}}};
    }

    [[nodiscard]] ordered_json invocations() const
    {
        ordered_json said = ordered_json::array();
        if (!results_.failure.empty()) {
            said.push_back({{"level", "error"}, {"message", text(text_of_failure(results_))}});
        }
        if (left_out_ > 0) {
            said.push_back(
                {{"level", "warning"},
                 {"message",
                  text(tr_plural("{} autre remarque n'est pas dans ce rapport, que ses lecteurs refuseraient.",
                                 "{} autres remarques ne sont pas dans ce rapport, que ses lecteurs refuseraient.",
                                 static_cast<long>(left_out_)))}});
        }
        for (const Refusal& refusal : results_.refused) {
            said.push_back(
                {{"level", "note"},
                 {"message", text(tr("Refusé : {}", visible(refusal.where)) + "\n" + visible_lines(refusal.reason))}});
        }
        return ordered_json::array(
            {{{"executionSuccessful", results_.failure.empty()}, {"toolExecutionNotifications", std::move(said)}}});
    }

    const ClassResults& results_;
    const Sink& out_;
    std::size_t most_;
    std::size_t told_ = 0;
    std::size_t left_out_ = 0;
    std::set<std::string> rules_;
};

}  // namespace

void write_sarif(const ClassResults& results, const Sink& out, std::size_t most_results)
{
    Report(results, out, most_results).write();
}

void write_sarif(const ClassResults& results, const Sink& out)
{
    constexpr std::size_t most_results = 25'000;
    write_sarif(results, out, most_results);
}

}  // namespace atelier
