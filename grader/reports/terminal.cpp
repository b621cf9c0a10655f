// SPDX-License-Identifier: MIT
#include "reports/terminal.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "message.hpp"
#include "show.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

class Report {
public:
    Report(const Verdict& verdict, const Exercise& exercise, const TerminalReport& options)
        : verdict_(verdict), exercise_(exercise), options_(options)
    {
    }

    std::string text()
    {
        head();
        if (verdict_.outcome != VerdictOutcome::graded) {
            text_ += '\n' + indented(visible_lines(verdict_.message), "  ");
        }
        if (verdict_.outcome == VerdictOutcome::graded) {
            for (const CheckVerdict& check : verdict_.checks) {
                line(check);
            }
            failures();
        }
        foot();
        return std::move(text_);
    }

private:
    std::string painted(const char* code, const std::string& words) const
    {
        return options_.colour ? fmt::format("\033[{}m{}\033[0m", code, words) : words;
    }

    void head()
    {
        text_ += painted("1", tr("{} · {}", exercise_.id, exercise_.title));
        text_ += tr(" : {} / {} points", verdict_.points(), verdict_.max_points());
        text_ += ' ' +
                 (verdict_.tier == Tier::none ? tr("(sans bac à sable)")
                                              : tr("(bac à sable : {})", name_of(verdict_.tier))) +
                 '\n';
    }

    void line(const CheckVerdict& check)
    {
        const bool passed = check.status == CheckStatus::passed;
        text_ +=
            fmt::format("  {}  {} ({}/{})\n", passed ? painted("32", tr("✓ réussie")) : painted("31", tr("✗ perdue ")),
                        check.info.title, passed ? check.info.points : 0, check.info.points);
    }

    void failures()
    {
        long left_out = 0;
        bool shown = false;
        for (const CheckVerdict& check : verdict_.checks) {
            if (check.status == CheckStatus::passed) {
                continue;
            }
            if (shown && options_.only_first_failure) {
                ++left_out;
                continue;
            }
            failure(check);
            shown = true;
        }
        if (left_out > 0) {
            text_ +=
                '\n' +
                tr_plural("({} autre échec n'est pas montré)", "({} autres échecs ne sont pas montrés)", left_out) +
                '\n';
        }
    }

    void failure(const CheckVerdict& check)
    {
        text_ += '\n' + painted("31;1", tr("✗ {} (tâche {})", check.info.title, check.info.task)) + '\n';
        // One cause may cost several checks: its words are worth reading once.
        const auto same = std::find_if(verdict_.checks.begin(), verdict_.checks.end(),
                                       [&](const CheckVerdict& other) { return other.message == check.message; });
        text_ += same->info.name == check.info.name ? indented(visible_lines(check.message), "  ")
                                                    : "  " + tr("Même échec que « {} ».", same->info.title) + '\n';
        if (!check.replay.empty()) {
            text_ += "  " + tr("Rejouer : {}", visible(replay_of(check))) + '\n';
        }
        if (check.info.hint > 0) {
            text_ += "  " + tr("Indice : ./atelier hint {} {}", exercise_.short_id(), check.info.hint) + '\n';
        }
    }

    /// The command to play the run again, on the answer that was graded.
    [[nodiscard]] std::string replay_of(const CheckVerdict& check) const
    {
        const std::string run = "./atelier run " + exercise_.short_id();
        std::string replay = check.replay;
        const std::size_t at = replay.find(run);
        if (options_.elsewhere && at != std::string::npos) {
            replay.insert(at + run.size(), " --answer " + shell_quoted(options_.answer));
        }
        return replay;
    }

    void foot()
    {
        if (verdict_.is_perfect()) {
            text_ += '\n' + painted("32;1", tr("Tout est juste. Bravo !")) + '\n';
        } else if (!options_.answer.empty()) {
            text_ +=
                '\n' +
                tr("À corriger dans {}, puis : ./atelier check {}", visible(options_.answer),
                   exercise_.short_id() + (options_.elsewhere ? " --answer " + shell_quoted(options_.answer) : "")) +
                '\n';
        }
        if (verdict_.tier == Tier::none) {
            text_ +=
                tr("Attention : sans bac à sable, votre programme a pu lire et modifier vos fichiers. « ./atelier doctor » dit pourquoi.") +
                '\n';
        }
    }

    const Verdict& verdict_;
    const Exercise& exercise_;
    const TerminalReport& options_;
    std::string text_;
};

}  // namespace

std::string report_for_terminal(const Verdict& verdict, const Exercise& exercise, const TerminalReport& options)
{
    return Report(verdict, exercise, options).text();
}

}  // namespace atelier
