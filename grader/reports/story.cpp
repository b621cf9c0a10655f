// SPDX-License-Identifier: MIT
#include "reports/story.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "message.hpp"
#include "show.hpp"
#include "sql_text.hpp"
#include "styled_text.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

/// Whether a code of SQLite's log (SQLITE_NOTICE, SQLITE_WARNING and what extends them) blames nobody.
bool is_remark(int code)
{
    constexpr int notice = 27;
    constexpr int warning = 28;
    const int primary = code & 0xFF;
    return primary == notice || primary == warning;
}

using Kind = StoryItem::Kind;
using Lines = std::vector<std::string>;

constexpr std::size_t most_sql_bytes = 400;
constexpr std::size_t most_value_bytes = 60;
constexpr std::size_t most_values = 12;
constexpr std::size_t first_items = 32;
constexpr std::size_t last_items = 8;
constexpr std::size_t most_lanes = 4;
constexpr std::size_t most_json_items = 50'000;

Lines wrapped(const std::string& text, std::size_t width)
{
    Lines lines;
    for (const StyledText& line : wrap({{text, {}}}, width, LongWords::cut)) {
        std::string& added = lines.emplace_back();
        for (const Run& run : line) {
            added += run.text;
        }
    }
    return lines;
}

std::string sql_shown(const std::string& sql) { return excerpt(on_one_line(sql), most_sql_bytes); }

std::string joined(const Lines& parts)
{
    std::string all;
    for (const std::string& part : parts) {
        all += (all.empty() ? "" : tr(" ; ")) + part;
    }
    return all;
}

std::string values_shown(const std::vector<std::string>& values)
{
    std::string all;
    for (std::size_t i = 0; i < values.size() && i < most_values; ++i) {
        all += (i == 0 ? "" : ", ") + excerpt(values[i], most_value_bytes);
    }
    return values.size() > most_values ? all + ", …" : all;
}

/// The file of a connection as the student named it, near enough: its folder is the box's.
std::string file_shown(const std::string& file)
{
    return file.empty() ? tr("une base en mémoire, ou temporaire") : excerpt(file.substr(file.rfind('/') + 1), 60);
}

long number(std::size_t count) { return static_cast<long>(count); }

/// The first word of the SQL, in capitals.
std::string first_word(const std::string& sql)
{
    const std::string shape = shape_of(sql);
    const std::size_t start = std::min(shape.find_first_not_of(' '), shape.size());
    std::string word = shape.substr(start, std::min(shape.find_first_of(" (;", start), shape.size()) - start);
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return word;
}

/// Whether the SQL of an INSERT may change rows that were there: « ON CONFLICT … DO UPDATE ».
bool is_upsert(const std::string& sql)
{
    std::string shape = shape_of(sql);
    std::transform(shape.begin(), shape.end(), shape.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return shape.find(" DO UPDATE ") != std::string::npos;
}

/// What the executions of `item` changed; empty when that says nothing.
std::string changes_told(const StoryItem& item)
{
    const std::string word = first_word(item.text);
    const auto count = static_cast<std::size_t>(item.changes);
    if (count == 0 && item.rows > 0) {
        return {};  // RETURNING: the probe tells before SQLite has counted
    }
    if (word == "INSERT" && is_upsert(item.text)) {
        return count == 0 ? tr("aucune ligne insérée ni modifiée")
                          : tr_plural("{} ligne insérée ou modifiée", "{} lignes insérées ou modifiées", number(count));
    }
    if (word == "INSERT" || word == "REPLACE") {
        return count == 0 ? tr("aucune ligne insérée")
                          : tr_plural("{} ligne insérée", "{} lignes insérées", number(count));
    }
    if (word == "UPDATE") {
        return count == 0 ? tr("aucune ligne modifiée")
                          : tr_plural("{} ligne modifiée", "{} lignes modifiées", number(count));
    }
    if (word == "DELETE") {
        return count == 0 ? tr("aucune ligne supprimée")
                          : tr_plural("{} ligne supprimée", "{} lignes supprimées", number(count));
    }
    return count == 0 ? std::string() : tr_plural("{} ligne changée", "{} lignes changées", number(count));
}

std::string rows_told(const StoryItem& item)
{
    if (item.rows > 0) {
        return tr_plural("{} ligne lue", "{} lignes lues", number(static_cast<std::size_t>(item.rows)));
    }
    return first_word(item.text) == "SELECT" ? tr("aucune ligne lue") : std::string();
}

std::string preparations_told(const StoryItem& item)
{
    const std::size_t runs = item.times * item.rounds;
    if (runs < 2 || item.prepared == 0) {
        return {};
    }
    return item.prepared == 1      ? tr("préparée une seule fois")
           : item.prepared == runs ? tr("préparée {} fois, une par exécution", runs)
                                   : tr("préparée {} fois", item.prepared);
}

std::string validation_told(const StoryItem& item)
{
    switch (item.margin) {
        case Margin::outside:
            return item.commits > 1    ? tr("{} validations, une par exécution : aucune transaction", item.commits)
                   : item.commits == 1 ? tr("validée aussitôt : aucune transaction")
                                       : std::string();
        case Margin::closes:
            return item.rollbacks > 0 ? tr("transaction annulée : rien n'en reste")
                   : item.commits > 0 ? tr("transaction validée")
                                      : tr("fin de la transaction, qui n'avait rien changé");
        case Margin::opens:
        case Margin::inside: break;
    }
    return {};
}

std::string refusal_told(const StoryItem& item)
{
    return tr("refusée par SQLite : {} (code {})", excerpt(item.refusal, 200), item.code);
}

/// The lines under a statement.
Lines details(const StoryItem& item, bool told_whole)
{
    Lines lines;
    const bool many = item.times * item.rounds > 1;
    if (many && item.many_values) {
        lines.push_back(tr("valeurs, la première fois : {}", values_shown(item.values)));
        lines.push_back(tr("la dernière fois : {}", values_shown(item.last_values)));
    } else if (!item.values.empty()) {
        const std::string shown = values_shown(item.values);
        lines.push_back(item.values.size() == 1 ? tr("valeur : {}", shown) : tr("valeurs : {}", shown));
    }
    if (item.many_texts) {
        lines.push_back(tr("le texte SQL change à chaque fois : les valeurs y sont écrites, au lieu d'être liées"));
    }
    Lines counts;
    if (item.refusal.empty() && item.finished) {
        counts = {rows_told(item), changes_told(item)};
    }
    counts.push_back(preparations_told(item));
    counts.push_back(validation_told(item));
    std::erase(counts, std::string());
    if (!counts.empty()) {
        lines.push_back(joined(counts));
    }
    if (!item.refusal.empty()) {
        lines.push_back(refusal_told(item));
    }
    if (!item.finished && told_whole) {
        lines.push_back(tr("restée en cours : ni lue jusqu'à la dernière ligne, ni remise à zéro (reset)"));
    }
    return lines;
}

/// The transactions open at one moment, each in a lane of the margin.
class Lanes {
public:
    explicit Lanes(const Story& story)
    {
        Lanes rehearsal;
        for (const StoryItem& item : story.items) {
            rehearsal.move(item);
        }
        lanes_.resize(rehearsal.lanes_.size());
    }

    /// The margin of the item's first line, then that of its other lines. Call it once for each item, in order.
    std::pair<std::string, std::string> move(const StoryItem& item)
    {
        const auto mine = lane_of(item);
        std::string first;
        std::string rest;
        for (std::size_t i = 0; i < lanes_.size(); ++i) {
            const bool is_mine = mine && *mine == i;
            const std::string line = lanes_[i] != 0 ? "│ " : "  ";
            first += !is_mine                        ? line
                     : item.margin == Margin::opens  ? "╭ "
                     : item.margin == Margin::closes ? "╰ "
                                                     : line;
            rest += !is_mine ? line : item.margin == Margin::closes ? "  " : item.margin == Margin::opens ? "│ " : line;
        }
        if (mine && item.margin == Margin::closes) {
            lanes_[*mine] = 0;
        }
        return {first, rest};
    }

private:
    Lanes() = default;

    /// The lane of the item's connection; a new one when its transaction begins. Nothing when it has none.
    std::optional<std::size_t> lane_of(const StoryItem& item)
    {
        const auto known = std::find(lanes_.begin(), lanes_.end(), item.connection);
        if (item.connection != 0 && known != lanes_.end()) {
            return static_cast<std::size_t>(known - lanes_.begin());
        }
        if (item.margin != Margin::opens || item.connection == 0) {
            return std::nullopt;
        }
        const auto free = std::find(lanes_.begin(), lanes_.end(), 0);
        if (free != lanes_.end()) {
            *free = item.connection;
            return static_cast<std::size_t>(free - lanes_.begin());
        }
        if (lanes_.size() == most_lanes) {
            return std::nullopt;
        }
        lanes_.push_back(item.connection);
        return lanes_.size() - 1;
    }

    std::vector<int> lanes_;  ///< the connection in each; 0: none
};

class Drawing {
public:
    Drawing(const Story& story, const StoryLook& look) : story_(story), look_(look), lanes_(story)
    {
        number_width_ = std::to_string(story.executions).size();
    }

    std::string draw()
    {
        const std::size_t count = story_.items.size();
        const std::size_t hidden_from = count > first_items + last_items + 1 ? first_items : count;
        const std::size_t hidden_to = count > first_items + last_items + 1 ? count - last_items : count;
        for (std::size_t i = 0; i < count; ++i) {
            const StoryItem& item = story_.items[i];
            const auto [first, rest] = lanes_.move(item);
            if (i == hidden_from && hidden_from < hidden_to) {
                add("", rest, rest,
                    tr("… ({} lignes du récit ne sont pas montrées ; --json les donne)", hidden_to - hidden_from), {});
            }
            if (i >= hidden_from && i < hidden_to) {
                told_connection_ = 0;
                continue;
            }
            if (item.period > 1) {
                told_connection_ = 0;  // what comes round begins again where it ended
                add("", look_.plain ? "" : rest, rest,
                    tr("Les {} lignes qui suivent, {} fois de suite :", item.period, item.rounds), {});
            }
            draw(item, first, rest);
        }
        return std::move(text_);
    }

private:
    [[nodiscard]] std::string which(int connection) const { return connection == 0 ? "?" : std::to_string(connection); }

    void draw(const StoryItem& item, const std::string& first, const std::string& rest)
    {
        const bool is_other = item.connection != told_connection_;
        if (item.connection != 0) {
            told_connection_ = item.connection;
        }
        switch (item.kind) {
            case Kind::ran: draw_run(item, first, rest, is_other); break;
            case Kind::opened:
                add("", first, rest, tr("Connexion {} ouverte : {}", which(item.connection), file_shown(item.text)),
                    {});
                break;
            case Kind::closed: draw_closing(item, first, rest); break;
            case Kind::left_open:
                add("", first, rest,
                    item.in_transaction
                        ? tr("Connexion {} restée ouverte à la fin, pendant une transaction", which(item.connection))
                        : tr("Connexion {} restée ouverte à la fin", which(item.connection)),
                    {});
                break;
            case Kind::refused:
                add("", first, rest, item.text.empty() ? tr("Un appel") : sql_shown(item.text), {refusal_told(item)});
                break;
            case Kind::complained:
                add("", first, rest,
                    is_remark(item.code)
                        ? tr("SQLite fait une remarque\u00A0: {} (code {})", excerpt(item.text, 200), item.code)
                        : tr("SQLite signale un mauvais usage\u00A0: {} (code {})", excerpt(item.text, 200), item.code),
                    {});
                break;
        }
    }

    /// The connection is named where it is not that of the line above.
    void draw_run(const StoryItem& item, const std::string& first, const std::string& rest, bool is_other)
    {
        std::string sql = sql_shown(item.text);
        if (story_.connections > 1 && is_other) {
            sql = tr("[connexion {}]", which(item.connection)) + " " + sql;
        }
        if (item.times > 1) {
            sql += fmt::format(" ×\u00A0{}", item.times);  // one word: no line ends inside
        }
        Lines under = details(item, !story_.cut);
        if (look_.plain && (item.margin == Margin::opens || item.margin == Margin::inside)) {
            under.insert(under.begin(),
                         item.margin == Margin::opens ? tr("début d'une transaction") : tr("dans la transaction"));
        }
        add(std::to_string(item.number), first, rest, sql, under, share(item));
    }

    void draw_closing(const StoryItem& item, const std::string& first, const std::string& rest)
    {
        Lines under;
        if (item.in_transaction) {
            under.push_back(tr("fermée pendant une transaction : ce qui n'était pas validé est annulé"));
        }
        for (std::size_t i = 0; i < item.left.size() && i < 5; ++i) {
            under.push_back(tr("requête qui n'a pas été libérée (finalize) : {}", sql_shown(item.left[i])));
        }
        if (item.left.size() > 5) {
            under.push_back(tr_plural("et {} autre", "et {} autres", number(item.left.size() - 5)));
        }
        add("", first, rest, tr("Connexion {} fermée", which(item.connection)), under);
    }

    [[nodiscard]] std::string share(const StoryItem& item) const
    {
        if (!look_.times || story_.nanoseconds <= 0) {
            return {};
        }
        const std::int64_t percent = (item.nanoseconds * 100 + story_.nanoseconds / 2) / story_.nanoseconds;
        return percent == 0 ? tr("< 1 %") : tr("{} %", percent);
    }

    void add(const std::string& rank, const std::string& first, const std::string& rest, const std::string& text,
             const Lines& under, const std::string& right = {})
    {
        const std::size_t margin = look_.plain ? 0 : display_width(rest);
        const std::size_t left = number_width_ + 2 + margin;
        const std::size_t right_width = look_.times ? 7 : 0;
        const auto width = static_cast<std::size_t>(look_.width);
        const std::size_t room = width > left + right_width + 16 ? width - left - right_width : 16;
        bool is_first = true;
        for (const std::string& line : wrapped(text, room)) {
            const std::string shown_number =
                std::string(number_width_ - std::min(number_width_, is_first ? rank.size() : 0), ' ') +
                (is_first ? rank : "");
            std::string all = shown_number + "  " + (look_.plain ? "" : is_first ? first : rest) + line;
            if (is_first && !right.empty()) {
                all = padded(all, left + room) +
                      std::string(right_width - std::min(right_width, display_width(right)), ' ') + right;
            }
            put(all);
            is_first = false;
        }
        for (const std::string& detail : under) {
            for (const std::string& line : wrapped(detail, room - 2)) {
                put(std::string(number_width_ + 2, ' ') + (look_.plain ? "" : rest) + "  " + line);
            }
        }
    }

    void put(std::string line)
    {
        line.erase(line.find_last_not_of(' ') + 1);
        text_ += line + '\n';
    }

    const Story& story_;
    StoryLook look_;
    Lanes lanes_;
    int told_connection_ = 0;  ///< of the line above; 0: it has to be told anew
    std::size_t number_width_ = 1;
    std::string text_;
};

std::string summary(const Story& story, const StoryLook& look)
{
    const Lines counts{tr_plural("{} exécution", "{} exécutions", number(story.executions)),
                       tr_plural("{} préparation", "{} préparations", number(story.preparations)),
                       tr_plural("{} validation", "{} validations", number(story.commits)),
                       tr_plural("{} annulation", "{} annulations", number(story.rollbacks))};
    const bool nothing = story.executions + story.preparations + story.commits + story.rollbacks == 0;
    std::string text =
        nothing ? tr("Aucune requête n'a été exécutée.") + "\n" : tr("En tout : {}.", joined(counts)) + "\n";
    for (std::size_t i = 0; i < story.never_run.size() && i < 5; ++i) {
        text += tr("Préparée, jamais exécutée : {}", sql_shown(story.never_run[i])) + "\n";
    }
    std::size_t left = 0;
    for (const StoryItem& item : story.items) {
        left += item.kind == Kind::left_open ? 1U : 0U;
    }
    if (left > 0) {
        text +=
            tr_plural("{} connexion est restée ouverte.", "{} connexions sont restées ouvertes.", number(left)) + "\n";
    }
    if (story.cut) {
        text += tr("Le récit est coupé : le programme en a fait plus que ce qui peut être raconté.") + "\n";
    }
    if (look.times && story.nanoseconds > 0) {
        text +=
            tr("Les pourcentages sont des parts du temps passé dans SQLite ; ils varient d'une fois à l'autre.") + "\n";
    }
    std::string result;
    for (const std::string_view line : lines_of(text)) {
        for (const std::string& piece :
             wrapped(std::string(line), static_cast<std::size_t>(std::max(look.width, 16)))) {
            result += piece + '\n';
        }
    }
    return result;
}

std::string_view name_of(Margin margin)
{
    switch (margin) {
        case Margin::opens: return "opens";
        case Margin::inside: return "inside";
        case Margin::closes: return "closes";
        case Margin::outside: break;
    }
    return "outside";
}

std::string_view name_of(Kind kind)
{
    switch (kind) {
        case Kind::opened: return "opened";
        case Kind::refused: return "refused";
        case Kind::complained: return "complained";
        case Kind::closed: return "closed";
        case Kind::left_open: return "left_open";
        case Kind::ran: break;
    }
    return "ran";
}

nlohmann::ordered_json to_json(const StoryItem& item, bool times)
{
    nlohmann::ordered_json json{{"kind", name_of(item.kind)}, {"connection", item.connection}};
    if (item.kind == Kind::opened) {
        json["file"] = item.text.substr(item.text.rfind('/') + 1);
    } else if (!item.text.empty()) {
        json[item.kind == Kind::complained ? "message" : "sql"] = item.text;
    }
    if (item.kind == Kind::ran) {
        json["values"] = item.values;
        json["transaction"] = name_of(item.margin);
        json["prepared"] = item.prepared;
        json["rows"] = item.rows;
        json["changes"] = item.changes;
        json["commits"] = item.commits;
        json["rollbacks"] = item.rollbacks;
        json["finished"] = item.finished;
        if (times) {
            json["nanoseconds"] = item.nanoseconds;
        }
    }
    if (item.kind == Kind::closed) {
        json["left_statements"] = item.left;
    }
    if (item.kind == Kind::closed || item.kind == Kind::left_open) {
        json["in_transaction"] = item.in_transaction;
    }
    if (item.kind == Kind::complained) {
        json["code"] = item.code;
    } else if (!item.refusal.empty()) {
        json["error"] = {{"code", item.code}, {"message", item.refusal}};
    }
    return json;
}

}  // namespace

std::string story_for_terminal(const Story& story, const StoryLook& look)
{
    if (story.items.empty()) {
        return tr("SQLite n'a rien vu : le programme n'a ouvert aucune base.") + "\n";
    }
    return Drawing(story, look).draw() + "\n" + summary(story, look);
}

nlohmann::ordered_json to_json(const Story& story, bool times)
{
    nlohmann::ordered_json events = nlohmann::ordered_json::array();
    const std::size_t count = std::min(story.items.size(), most_json_items);
    for (std::size_t i = 0; i < count; ++i) {
        events.push_back(to_json(story.items[i], times));
    }
    nlohmann::ordered_json json{{"events", std::move(events)},
                                {"never_run", story.never_run},
                                {"executions", story.executions},
                                {"preparations", story.preparations},
                                {"commits", story.commits},
                                {"rollbacks", story.rollbacks},
                                {"cut", story.cut || count < story.items.size()}};
    if (times) {
        json["nanoseconds"] = story.nanoseconds;
    }
    return json;
}

}  // namespace atelier
