// SPDX-License-Identifier: MIT
#include "import/roster.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "csv.hpp"
#include "error.hpp"
#include "import/moment.hpp"
#include "message.hpp"
#include "show.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

enum class Role { identifier, first_name, last_name, full_name, group, handed_in };

/// Headers as plain() makes them.
const std::map<std::string, Role, std::less<>>& roles()
{
    static const std::map<std::string, Role, std::less<>> table{
        {"dossier", Role::identifier},
        {"copie", Role::identifier},
        {"folder", Role::identifier},
        {"submission", Role::identifier},
        {"identifiant", Role::identifier},
        {"identifier", Role::identifier},
        {"roster identifier", Role::identifier},
        {"id", Role::identifier},
        {"moodle", Role::identifier},
        {"moodle id", Role::identifier},
        {"id moodle", Role::identifier},
        {"numero", Role::identifier},
        {"numero etudiant", Role::identifier},
        {"numero d'etudiant", Role::identifier},
        {"numero d'identification", Role::identifier},
        {"student id", Role::identifier},
        {"id number", Role::identifier},
        {"sid", Role::identifier},
        {"login", Role::identifier},
        {"nom d'utilisateur", Role::identifier},
        {"username", Role::identifier},
        {"github", Role::identifier},
        {"github username", Role::identifier},
        {"github id", Role::identifier},
        {"gitlab", Role::identifier},
        {"gitlab username", Role::identifier},
        {"email", Role::identifier},
        {"e mail", Role::identifier},
        {"mail", Role::identifier},
        {"courriel", Role::identifier},
        {"adresse de courriel", Role::identifier},
        {"adresse e mail", Role::identifier},
        {"adresse email", Role::identifier},
        {"email address", Role::identifier},
        {"prenom", Role::first_name},
        {"first name", Role::first_name},
        {"given name", Role::first_name},
        {"nom", Role::last_name},
        {"nom de famille", Role::last_name},
        {"last name", Role::last_name},
        {"surname", Role::last_name},
        {"family name", Role::last_name},
        {"nom complet", Role::full_name},
        {"etudiant", Role::full_name},
        {"full name", Role::full_name},
        {"name", Role::full_name},
        {"student", Role::full_name},
        {"groupe", Role::group},
        {"group", Role::group},
        {"section", Role::group},
        {"rendu le", Role::handed_in},
        {"remis le", Role::handed_in},
        {"handed in", Role::handed_in},
        {"submitted at", Role::handed_in},
    };
    return table;
}

std::string trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string_view::npos
               ? std::string()
               : std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin));
}

/// A header in small letters without accents, one blank for whatever stands between its words.
std::string plain(std::string_view header)
{
    static const std::map<char32_t, char> bare{{U'é', 'e'}, {U'è', 'e'}, {U'ê', 'e'}, {U'à', 'a'}, {U'â', 'a'},
                                               {U'ô', 'o'}, {U'î', 'i'}, {U'ç', 'c'}, {U'’', '\''}};
    std::string result;
    const std::string lower = lower_case(header);
    for (const char32_t c : Characters(lower)) {
        const auto found = bare.find(c);
        const bool is_between = c == U' ' || c == U'_' || c == U'-' || c == U'\u00A0' || c == U'\t' || c == U'°';
        append_utf8(result, found != bare.end() ? static_cast<char32_t>(found->second) : is_between ? U' ' : c);
    }
    std::string words;
    for (const char c : trimmed(result)) {
        if (c != ' ' || words.back() != ' ') {
            words += c;
        }
    }
    return words;
}

/// What a list's columns are for.
class Columns {
public:
    Columns(const CsvRow& header, const std::string& file)
    {
        for (std::size_t i = 0; i < header.fields.size(); ++i) {
            const auto role = roles().find(plain(header.fields[i]));
            roles_.push_back(role == roles().end() ? std::nullopt : std::optional(role->second));
            titles_.push_back(excerpt(trimmed(header.fields[i]), 60));
            const std::optional<Role>& last = roles_.back();
            if (last && last != Role::identifier && std::count(roles_.begin(), roles_.end(), last) > 1) {
                const auto first =
                    static_cast<std::size_t>(std::find(roles_.begin(), roles_.end(), last) - roles_.begin());
                throw Error(tr("{}, ligne {} : les colonnes « {} » et « {} » disent la même chose. Gardez-en une.",
                               file, header.line, titles_[first], titles_[i]));
            }
        }
        const auto says_who = [](const std::optional<Role>& role) {
            return role && role != Role::group && role != Role::handed_in;
        };
        if (std::none_of(roles_.begin(), roles_.end(), says_who)) {
            throw Error(tr(
                "{}, ligne {} : aucune colonne ne dit qui est qui. Il en faut au moins une parmi : dossier, identifiant, login, email, nom, prénom.",
                file, header.line));
        }
    }

    [[nodiscard]] std::size_t count() const { return roles_.size(); }
    [[nodiscard]] std::optional<Role> role(std::size_t column) const { return roles_[column]; }
    [[nodiscard]] const std::string& title(std::size_t column) const { return titles_[column]; }

private:
    std::vector<std::optional<Role>> roles_;
    std::vector<std::string> titles_;
};

class Reading {
public:
    Reading(const CsvRow& header, std::string file) : file_(std::move(file)), columns_(header, file_) {}

    void take(const CsvRow& row)
    {
        if (row.fields.size() > columns_.count()) {
            throw Error(tr(
                "{}, ligne {} : cette ligne a plus de champs que le tableau n'a de colonnes ({} pour {}). Un champ qui contient le séparateur s'écrit entre guillemets.",
                file_, row.line, row.fields.size(), columns_.count()));
        }
        RosterPerson person;
        person.line = row.line;
        std::string first;
        std::string last;
        for (std::size_t i = 0; i < row.fields.size(); ++i) {
            const std::string text = trimmed(row.fields[i]);
            if (text.empty() || !columns_.role(i)) {
                continue;
            }
            switch (*columns_.role(i)) {
                case Role::identifier: take_identifier(person, text, i); break;
                case Role::first_name: first = text; break;
                case Role::last_name: last = text; break;
                case Role::full_name: person.name = text; break;
                case Role::group: person.group = text; break;
                case Role::handed_in: person.handed_in = moment(row, text, i); break;
            }
        }
        name(person, first, last);
        people_.push_back(std::move(person));
    }

    /// Everybody; namesakes have an identifier, or the line, behind their name.
    std::vector<RosterPerson> people()
    {
        std::set<std::string> taken;
        std::map<std::string, int> count;
        for (const RosterPerson& person : people_) {
            ++count[person.name];
        }
        for (RosterPerson& person : people_) {
            if (count[person.name] > 1 && !person.identifiers.empty()) {
                person.name += " (" + person.identifiers.front() + ")";
            }
            while (!taken.insert(person.name).second) {
                person.name += " (" + tr("ligne {}", person.line) + ")";
            }
        }
        return std::move(people_);
    }

private:
    void take_identifier(RosterPerson& person, const std::string& text, std::size_t column)
    {
        const auto [it, is_new] = lines_.try_emplace(compared(text), person.line);
        if (!is_new && it->second != person.line) {
            throw Error(tr("{}, ligne {}, colonne « {} » : {} désigne déjà la personne de la ligne {}.", file_,
                           person.line, columns_.title(column), excerpt(text, 80), it->second));
        }
        person.identifiers.push_back(text);
    }

    [[nodiscard]] std::string moment(const CsvRow& row, const std::string& text, std::size_t column) const
    {
        std::string result = utc_moment(text);
        if (result.empty()) {
            throw Error(tr(
                "{}, ligne {}, colonne « {} » : {} n'est pas un instant. Il faut la date, l'heure et le décalage, comme 2026-11-03T23:05+01:00.",
                file_, row.line, columns_.title(column), excerpt(text, 80)));
        }
        return result;
    }

    void name(RosterPerson& person, const std::string& first, const std::string& last) const
    {
        const std::string blank = first.empty() || last.empty() ? "" : " ";
        for (const std::string& name : {person.name, first + blank + last, last + blank + first}) {
            if (!name.empty()) {
                person.names.push_back(name);
            }
        }
        if (!person.names.empty()) {
            person.name = person.names.front();
        } else if (!person.identifiers.empty()) {
            person.name = person.identifiers.front();
        } else {
            throw Error(
                tr("{}, ligne {} : cette ligne ne nomme personne. Complétez-la, ou supprimez-la.", file_, person.line));
        }
    }

    std::string file_;
    Columns columns_;
    std::map<std::string, std::size_t> lines_;  ///< of identifiers, as they are compared
    std::vector<RosterPerson> people_;
};

}  // namespace

std::vector<RosterPerson> read_roster(std::string_view csv, const std::string& file)
{
    const std::string shown = visible(file);
    const Csv table = read_csv(csv, file);
    if (table.rows.empty()) {
        throw Error(tr("{} est vide. Il faut une ligne de titres, puis une ligne par personne.", shown));
    }
    Reading reading(table.rows.front(), shown);
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        reading.take(table.rows[i]);
    }
    return reading.people();
}

std::string compared(std::string_view text)
{
    constexpr std::string_view moodles = "participant ";
    const std::string lower = lower_case(trimmed(text));
    const bool is_moodles = lower.size() > moodles.size() && lower.starts_with(moodles) &&
                            lower.find_first_not_of("0123456789", moodles.size()) == std::string::npos;
    return is_moodles ? lower.substr(moodles.size()) : lower;
}

}  // namespace atelier
