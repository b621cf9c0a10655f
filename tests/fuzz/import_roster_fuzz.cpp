// SPDX-License-Identifier: MIT
// Whatever a list and folders say, everybody has one name, and nobody's submission is lost.
//
// The input: the list, then behind 0x1E names of folders, a line each.
#include <set>

#include "error.hpp"
#include "fuzz.hpp"
#include "import/roster_match.hpp"

namespace atelier {
namespace {

using fuzz::promise;

void test(std::string_view input)
{
    const std::vector<std::string_view> parts = fuzz::parts_of(input, 2);
    std::vector<Submission> submissions;
    std::set<std::string> folders;
    for (const std::string& name : fuzz::split(parts[1], '\n')) {
        if (is_valid_utf8(name) && folders.insert(name).second) {
            submissions.push_back({.student = name, .key = {}, .handed_in = {}, .answers = {{"01a", "x"}}});
        }
    }
    std::vector<RosterPerson> people;
    try {
        people = read_roster(parts[0], "liste.csv");
    } catch (const Error& error) {
        fuzz::promise_readable(error.what(), 2'000);
        return;
    }
    const RosterFindings findings = match_roster(people, submissions);
    std::set<std::string> names;
    std::size_t sent = 0;
    for (const Submission& submission : submissions) {
        promise(is_valid_utf8(submission.student), "a name is text", submission.student);
        promise(names.insert(submission.student).second, "a name is one person's", submission.student);
        sent += submission.answers.size();
    }
    promise(sent == folders.size(), "nothing sent is lost");
    promise(submissions.size() == people.size() + findings.not_in_roster.size(), "everybody is there");
    promise(folders.size() - findings.not_in_roster.size() == people.size() - findings.without_submission.size(),
            "whoever sent something is told apart");
    for (const RosterPerson& person : people) {
        promise(names.contains(person.name), "a person of the list has their name", person.name);
    }
}

}  // namespace
}  // namespace atelier

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    atelier::test(atelier::fuzz::text_of(data, size));
    return 0;
}
