// SPDX-License-Identifier: MIT
#include "reports/moodle.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>

#include "csv.hpp"
#include "encodings.hpp"
#include "error.hpp"
#include "message.hpp"
#include "reports/told_checks.hpp"
#include "show.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

/// What our feedback begins with: what stands there from a former time is replaced.
constexpr std::string_view our_title = "<h4>Atelier</h4>";

// --- Cells as they stand in the file ------------------------------------------------------------------------------

/// The cells of each row that is not blank, quotes and all: between them, `bytes` holds separators and ends of lines only.
std::vector<std::vector<std::string_view>> raw_cells(std::string_view bytes, char separator)
{
    std::vector<std::vector<std::string_view>> rows;
    std::vector<std::string_view> row;
    std::size_t begin = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    bool quoted = false;
    for (std::size_t at = begin; at <= bytes.size(); ++at) {
        const bool end = at == bytes.size();
        if (!end && bytes[at] == '"') {
            quoted = !quoted;
        }
        const bool end_of_line = end || (!quoted && (bytes[at] == '\n' || bytes[at] == '\r'));
        if (!end_of_line && (quoted || bytes[at] != separator)) {
            continue;
        }
        if (!end_of_line || at > begin || !row.empty()) {
            row.push_back(bytes.substr(begin, at - begin));
        }
        begin = at + 1;
        if (end_of_line && !row.empty()) {
            rows.push_back(std::move(row));
            row.clear();
        }
    }
    return rows;
}

// --- Columns --------------------------------------------------------------------------------------------------------

std::string lower(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    const std::size_t first = result.find_first_not_of(' ');
    const std::size_t last = result.find_last_not_of(' ');
    return first == std::string::npos ? std::string() : result.substr(first, last - first + 1);
}

using Titles = std::vector<std::string_view>;

/// The column that has one of these titles.
std::optional<std::size_t> column(const CsvRow& header, const Titles& titles)
{
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
        if (std::find(titles.begin(), titles.end(), lower(header.fields[i])) != titles.end()) {
            return i;
        }
    }
    return std::nullopt;
}

struct Columns {
    explicit Columns(const CsvRow& header)
        : identifier(column(header, {"identifiant", "identifier"})), name(column(header, {"nom complet", "full name"})),
          address(column(header, {"adresse de courriel", "courriel", "email address", "e-mail"})),
          number(column(header, {"numéro d'identification", "numéro d’identification", "matricule", "id number"})),
          grade(column(header, {"note", "grade"})), most(column(header, {"note maximale", "maximum grade"})),
          changeable(column(header, {"la note peut être modifiée", "grade can be changed"})),
          feedback(column(header, {"feedback par commentaires", "commentaires de feedback", "feedback comments"}))
    {
    }

    std::optional<std::size_t> identifier;
    std::optional<std::size_t> name;
    std::optional<std::size_t> address;
    std::optional<std::size_t> number;
    std::optional<std::size_t> grade;
    std::optional<std::size_t> most;
    std::optional<std::size_t> changeable;
    std::optional<std::size_t> feedback;
};

std::string field(const CsvRow& row, const std::optional<std::size_t>& which)
{
    return which && *which < row.fields.size() ? row.fields[*which] : std::string();
}

Columns columns_of(const Csv& table, const std::string& file)
{
    if (table.rows.empty()) {
        throw Error(tr("{} est vide. Il faut la feuille d'évaluation que Moodle fait télécharger.", visible(file)));
    }
    const Columns columns(table.rows.front());
    if (!columns.grade || !columns.most || (!columns.identifier && !columns.address && !columns.name)) {
        std::string titles;
        for (const std::string& title : table.rows.front().fields) {
            titles += (titles.empty() ? "" : ", ") + excerpt(title, 40);
        }
        throw Error(tr(
            "{} n'est pas une feuille d'évaluation de Moodle, en français ou en anglais : il y faut les colonnes « Identifiant », « Note » et « Note maximale ». On y trouve : {}",
            visible(file), titles));
    }
    return columns;
}

// --- Numbers --------------------------------------------------------------------------------------------------------

constexpr std::int64_t unit = 100'000;  ///< Moodle keeps five decimals

/// A number of hundred-thousandths; nothing when `text` is not a plausible grade.
std::optional<std::int64_t> parsed(std::string_view text)
{
    std::int64_t value = 0;
    std::int64_t place = unit;
    bool decimals = false;
    bool digits = false;
    for (const char c : text) {
        if ((c == ',' || c == '.') && !decimals) {
            decimals = true;
        } else if (c < '0' || c > '9' || value > unit * unit) {
            return std::nullopt;
        } else {
            digits = true;
            place /= decimals ? 10 : 1;
            value = decimals ? value + (c - '0') * place : value * 10 + (c - '0') * unit;
        }
    }
    return digits && value <= unit * unit ? std::optional(value) : std::nullopt;
}

/// Whether the file writes « 12,50 ».
bool has_decimal_comma(const Csv& table, const Columns& columns)
{
    for (const CsvRow& row : table.rows) {
        for (const auto& which : {columns.most, columns.grade}) {
            const std::string text = field(row, which);
            if (parsed(text) && text.find_first_of(",.") != std::string::npos) {
                return text.find(',') != std::string::npos;
            }
        }
    }
    return lower(field(table.rows.front(), columns.grade)) == "note";
}

// --- Feedback -------------------------------------------------------------------------------------------------------

/// `text` as HTML, on one line of the file.
std::string html(std::string_view text)
{
    std::string result;
    for (const char c : visible_lines(text)) {
        switch (c) {
            case '&': result += "&amp;"; break;
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '"': result += "&quot;"; break;
            case '\'': result += "&#39;"; break;
            case '\n': result += "<br>"; break;
            default: result += c;
        }
    }
    return result;
}

std::string feedback_on(const ClassResults& results, const StudentResult& student)
{
    constexpr std::size_t most_lines = 15;
    constexpr std::size_t most_bytes = 1000;
    std::string text(our_title);
    for (std::size_t i = 0; i < student.verdicts.size(); ++i) {
        const Verdict& verdict = student.verdicts[i];
        text += fmt::format("<p><b>{}</b></p>",
                            html(tr("{} · {} : {} / {}", results.exercises[i].short_id(), results.exercises[i].title,
                                    shown_points(student.marks[i].hundredths), verdict.max_points())));
        if (verdict.outcome != VerdictOutcome::graded) {
            text += "<pre>" + html(shortened(verdict.message, most_lines, most_bytes)) + "</pre>";
            continue;
        }
        for (std::size_t j = 0; j < verdict.checks.size(); ++j) {
            if (verdict.checks[j].status != CheckStatus::passed) {
                text += fmt::format("<p>✗ {}</p><pre>{}</pre>", html(verdict.checks[j].info.title),
                                    html(shortened(text_of_check(verdict, j), most_lines, most_bytes)));
            }
        }
    }
    const std::string marks = text_of_marks(results, student);
    return marks.empty() ? text : text + "<p>" + html(marks) + "</p>";
}

/// In the encoding of the file: what has no place there is an HTML entity.
std::string encoded(const std::string& text, CsvEncoding encoding)
{
    if (encoding != CsvEncoding::windows_1252) {
        return text;
    }
    std::string bytes;
    for (const char32_t c : Characters(text)) {
        std::string one;
        append_utf8(one, c);
        bytes += to_windows_1252(one).value_or(fmt::format("&#{};", static_cast<std::uint32_t>(c)));
    }
    return bytes;
}

// --- The worksheet --------------------------------------------------------------------------------------------------

/// The number at the end of « Participant 123 »; empty when it is another kind of name.
std::string number_of(std::string_view identifier)
{
    const std::size_t last = identifier.find_last_not_of("0123456789");
    const std::string_view number = identifier.substr(last == std::string_view::npos ? 0 : last + 1);
    return std::string(number);
}

class Worksheet {
public:
    Worksheet(std::string_view bytes, const std::string& file)
        : bytes_(bytes), table_(read_csv(bytes, file)), columns_(columns_of(table_, file)),
          cells_(raw_cells(bytes, table_.separator)), comma_(has_decimal_comma(table_, columns_)),
          filled_(table_.rows.size())
    {
        if (!std::equal(cells_.begin(), cells_.end(), table_.rows.begin(), table_.rows.end(),
                        [](const auto& raw, const CsvRow& row) { return raw.size() == row.fields.size(); })) {
            throw Error(tr("{} : ce tableau ne se lit pas de façon sûre. Téléchargez-le de nouveau depuis Moodle.",
                           visible(file)));
        }
        for (std::size_t i = 1; i < table_.rows.size(); ++i) {
            const CsvRow& row = table_.rows[i];
            add(by_key_, number_of(field(row, columns_.identifier)), i);
            add(by_key_, lower(field(row, columns_.address)), i);
            add(by_key_, lower(field(row, columns_.number)), i);
            add(by_name_, lower(field(row, columns_.name)), i);
        }
        if (table_.separator != ',' || table_.encoding == CsvEncoding::windows_1252) {
            notes_.push_back(tr(
                "{} a été enregistré de nouveau par un tableur : Moodle ne lit que des virgules et de l'UTF-8. Téléchargez-le de nouveau, puis recommencez sans l'ouvrir.",
                visible(file)));
        }
    }

    void fill(const ClassResults& results, const StudentResult& student)
    {
        const std::optional<std::size_t> index = row_of(student);
        if (!index) {
            return;
        }
        const CsvRow& row = table_.rows[*index];
        const std::string changeable = lower(field(row, columns_.changeable));
        const std::optional<std::int64_t> most = parsed(field(row, columns_.most));
        const std::string who = visible(student.student);
        if (changeable == "non" || changeable == "no") {
            notes_.push_back(
                tr("{} : Moodle ne laisse pas changer cette note ; sa ligne est restée telle quelle.", who));
        } else if (!most || student.max_points() == 0) {
            notes_.push_back(
                tr("{} : la note maximale de cette ligne n'est pas un nombre ; elle est restée telle quelle.", who));
        } else if (filled_[*index].grade) {
            notes_.push_back(tr("{} : une autre copie a déjà donné sa note à cette ligne.", who));
        } else {
            filled_[*index].grade = grade(student, *most);
            filled_[*index].feedback = feedback(row, feedback_on(results, student));
        }
    }

    FilledWorksheet done()
    {
        FilledWorksheet result{.bytes = {}, .filled = 0, .notes = std::move(notes_)};
        const char* from = bytes_.data();
        const auto replace = [&](std::size_t row, const std::optional<std::size_t>& which, const std::string& by) {
            if (which && *which < cells_[row].size()) {
                const std::string_view cell = cells_[row][*which];
                result.bytes.append(from, cell.data());
                result.bytes += csv_field(by);
                from = cell.data() + cell.size();
            }
        };
        for (std::size_t i = 0; i < filled_.size(); ++i) {
            if (filled_[i].grade) {
                ++result.filled;
                const bool grade_first = columns_.grade < columns_.feedback || !columns_.feedback;
                if (grade_first) {
                    replace(i, columns_.grade, *filled_[i].grade);
                }
                replace(i, columns_.feedback, filled_[i].feedback);
                if (!grade_first) {
                    replace(i, columns_.grade, *filled_[i].grade);
                }
            }
        }
        result.bytes.append(from, bytes_.data() + bytes_.size());
        const long left = static_cast<long>(table_.rows.size() - 1 - result.filled);
        if (left > 0) {
            result.notes.push_back(
                tr_plural("{} ligne de la feuille n'a pas de copie ; elle est restée telle quelle.",
                          "{} lignes de la feuille n'ont pas de copie ; elles sont restées telles quelles.", left));
        }
        return result;
    }

private:
    using Index = std::map<std::string, std::vector<std::size_t>>;
    struct Filled {
        std::optional<std::string> grade;
        std::string feedback;
    };

    static void add(Index& index, const std::string& key, std::size_t row)
    {
        if (!key.empty() && key != "-") {
            index[key].push_back(row);
        }
    }

    /// The only row about `student`; a note when there is none.
    std::optional<std::size_t> row_of(const StudentResult& student)
    {
        std::vector<std::size_t> rows;
        if (!student.key.empty()) {
            const auto found = by_key_.find(lower(student.key));
            const auto number =
                by_key_.find(lower(student.key).starts_with("participant") ? number_of(student.key) : "");
            rows = found != by_key_.end() ? found->second : number != by_key_.end() ? number->second : rows;
        }
        if (rows.empty()) {
            const auto found = by_name_.find(lower(student.student));
            rows = found != by_name_.end() ? found->second : rows;
        }
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        if (rows.size() == 1) {
            return rows.front();
        }
        const std::string who = visible(student.student);
        const std::string points = shown_points(student.hundredths());
        notes_.push_back(rows.empty() ? tr("{} : aucune ligne de la feuille (points : {}).", who, points)
                                      : tr("{} : plusieurs lignes de la feuille (points : {}).", who, points));
        return std::nullopt;
    }

    [[nodiscard]] std::string grade(const StudentResult& student, std::int64_t most) const
    {
        const std::int64_t divisor = student.max_points() * unit;
        const std::int64_t hundredths = (student.hundredths() * most + divisor / 2) / divisor;
        return fmt::format("{}{}{:02}", hundredths / 100, comma_ ? ',' : '.', hundredths % 100);
    }

    [[nodiscard]] std::string feedback(const CsvRow& row, const std::string& ours) const
    {
        const std::string before = field(row, columns_.feedback);
        return encoded(before.substr(0, before.find(our_title)) + ours, table_.encoding);
    }

    std::string_view bytes_;
    Csv table_;
    Columns columns_;
    std::vector<std::vector<std::string_view>> cells_;
    bool comma_;
    std::vector<Filled> filled_;
    Index by_key_;
    Index by_name_;
    std::vector<std::string> notes_;
};

}  // namespace

FilledWorksheet fill_worksheet(const ClassResults& results, std::string_view worksheet, const std::string& file)
{
    Worksheet sheet(worksheet, file);
    results.for_each_student([&](const StudentResult& student) { sheet.fill(results, student); });
    FilledWorksheet filled = sheet.done();
    if (!results.failure.empty()) {
        filled.notes.insert(filled.notes.begin(), text_of_failure(results));
    }
    return filled;
}

}  // namespace atelier
