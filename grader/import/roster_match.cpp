// SPDX-License-Identifier: MIT
#include "import/roster_match.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace atelier {

namespace {

/// People by whatever they may be called; several have no such name.
class Directory {
public:
    explicit Directory(const std::vector<RosterPerson>& people)
    {
        for (const RosterPerson& person : people) {
            for (const std::string& identifier : person.identifiers) {
                by_identifier_[compared(identifier)] = &person;
            }
            for (const std::string& name : person.names) {
                const auto [it, is_new] = by_name_.try_emplace(compared(name), &person);
                if (!is_new && it->second != &person) {
                    it->second = nullptr;
                }
            }
        }
    }

    [[nodiscard]] const RosterPerson* find(const Submission& submission) const
    {
        for (const std::string& what : {submission.key, submission.student}) {
            const auto found = what.empty() ? by_identifier_.end() : by_identifier_.find(compared(what));
            if (found != by_identifier_.end()) {
                return found->second;
            }
        }
        const auto found = by_name_.find(compared(submission.student));
        return found == by_name_.end() ? nullptr : found->second;
    }

private:
    std::map<std::string, const RosterPerson*> by_identifier_;
    std::map<std::string, const RosterPerson*> by_name_;
};

/// What the school's system knows a person by, as it writes it itself: « 12 » for « Participant 12 ».
std::string key_of(const RosterPerson& person)
{
    if (person.identifiers.empty()) {
        return {};
    }
    const std::string& first = person.identifiers.front();
    const std::string digits = compared(first);
    return digits.find_first_not_of("0123456789") == std::string::npos ? digits : first;
}

}  // namespace

RosterFindings match_roster(const std::vector<RosterPerson>& people, std::vector<Submission>& submissions)
{
    RosterFindings findings;
    const Directory directory(people);
    std::set<const RosterPerson*> seen;
    std::vector<Submission*> strangers;
    for (Submission& submission : submissions) {
        const RosterPerson* person = directory.find(submission);
        if (person == nullptr || !seen.insert(person).second) {
            strangers.push_back(&submission);
            continue;
        }
        submission.student = person->name;
        submission.key = submission.key.empty() ? key_of(*person) : submission.key;
        submission.handed_in = person->handed_in.empty() ? submission.handed_in : person->handed_in;
    }
    std::set<std::string> taken;
    for (const RosterPerson& person : people) {
        taken.insert(person.name);
    }
    for (Submission* stranger : strangers) {
        const std::string name = stranger->student;
        for (int i = 2; !taken.insert(stranger->student).second; ++i) {
            stranger->student = name + " (" + std::to_string(i) + ")";
        }
        findings.not_in_roster.push_back(stranger->student);
    }
    for (const RosterPerson& person : people) {
        if (!seen.contains(&person)) {
            findings.without_submission.push_back(person.name);
            submissions.push_back({.student = person.name, .key = key_of(person), .handed_in = {}, .answers = {}});
        }
    }
    std::sort(submissions.begin(), submissions.end(),
              [](const Submission& a, const Submission& b) { return a.student < b.student; });
    std::sort(findings.without_submission.begin(), findings.without_submission.end());
    return findings;
}

}  // namespace atelier
