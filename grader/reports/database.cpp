// SPDX-License-Identifier: MIT
#include "reports/database.hpp"

#include <algorithm>

#include "message.hpp"
#include "show.hpp"
#include "sql_text.hpp"
#include "terminal_table.hpp"

namespace atelier {

namespace {

using Kind = RowDifference::Kind;

constexpr std::size_t most_of_a_kind = 8;  ///< rows shown of each kind
constexpr std::size_t small_table = 10;    ///< up to this many rows, those that stayed are shown too
constexpr std::size_t most_columns = 8;
constexpr std::size_t most_cell_bytes = 40;

std::string cell_shown(const std::optional<check::Value>& value)
{
    if (!value) {
        return "—";
    }
    const auto* blob = std::get_if<check::Blob>(&value->data());
    if (blob != nullptr && blob->size() > 16) {
        return check::Value(check::Blob(blob->begin(), blob->begin() + 8)).show() + "… " +
               tr("({} octets)", blob->size());
    }
    return excerpt(value->show(), most_cell_bytes);
}

/// The cell in column `i`: « 12 → 15 » when it changed.
std::string cell_shown(const RowDifference& row, std::size_t i)
{
    switch (row.kind) {
        case Kind::removed: return cell_shown(row.before[i]);
        case Kind::changed:
            return row.before[i] == row.after[i] ? cell_shown(row.after[i])
                                                 : cell_shown(row.before[i]) + " → " + cell_shown(row.after[i]);
        case Kind::same:
        case Kind::added: break;
    }
    return cell_shown(row.after[i]);
}

std::string mark(Kind kind)
{
    switch (kind) {
        case Kind::added: return tr("+ ajoutée");
        case Kind::removed: return tr("- retirée");
        case Kind::changed: return tr("≠ changée");
        case Kind::same: break;
    }
    return tr("= inchangée");
}

/// « 2 lignes ajoutées, 1 changée »; the rows that stayed come last.
std::string counts_told(const TableDifference& table)
{
    const auto number = [&](Kind kind) { return static_cast<long>(table.count(kind)); };
    std::string told;
    const auto tell = [&](const std::string& count) { told += (told.empty() ? "" : ", ") + count; };
    if (number(Kind::added) > 0) {
        tell(tr_plural("{} ligne ajoutée", "{} lignes ajoutées", number(Kind::added)));
    }
    if (number(Kind::removed) > 0) {
        tell(tr_plural("{} ligne retirée", "{} lignes retirées", number(Kind::removed)));
    }
    if (number(Kind::changed) > 0) {
        tell(tr_plural("{} ligne changée", "{} lignes changées", number(Kind::changed)));
    }
    if (table.rows.empty()) {
        return tr("aucune ligne");
    }
    if (number(Kind::same) > 0) {
        tell(tr_plural("{} ligne inchangée", "{} lignes inchangées", number(Kind::same)));
    }
    return told;
}

std::string table_title(const TableDifference& table)
{
    const std::string name = excerpt(table.name, 60);
    const std::string told = table.problem.empty() ? counts_told(table) : table.problem;
    switch (table.kind) {
        case TableDifference::Kind::added: return tr("Table {}, nouvelle : {}", name, told);
        case TableDifference::Kind::removed: return tr("Table {}, supprimée : {}", name, told);
        case TableDifference::Kind::same:
        case TableDifference::Kind::changed: break;
    }
    return tr("Table {} : {}", name, told);
}

std::vector<const RowDifference*> rows_shown(const TableDifference& table)
{
    std::vector<const RowDifference*> shown;
    std::size_t taken[4] = {};
    for (const RowDifference& row : table.rows) {
        const bool wanted = row.kind != Kind::same || table.rows.size() <= small_table;
        if (wanted && taken[static_cast<std::size_t>(row.kind)]++ < most_of_a_kind) {
            shown.push_back(&row);
        }
    }
    return shown;
}

std::string table_drawn(const TableDifference& table, const DatabaseLook& look)
{
    const std::vector<const RowDifference*> shown = rows_shown(table);
    const std::size_t columns = std::min(table.columns.size(), most_columns);
    std::vector<TableRow> drawn(1, TableRow(1));
    for (std::size_t i = 0; i < columns; ++i) {
        drawn.front().push_back({{excerpt(table.columns[i], most_cell_bytes), {}}});
    }
    std::string text;
    for (const RowDifference* row : shown) {
        TableRow cells{{{mark(row->kind), {}}}};
        std::string words;
        for (std::size_t i = 0; i < columns; ++i) {
            const std::string cell = cell_shown(*row, i);
            cells.push_back({{cell, {}}});
            words += (i == 0 ? "" : ", ") + excerpt(table.columns[i], most_cell_bytes) + " = " + cell;
        }
        drawn.push_back(std::move(cells));
        text += look.plain ? mark(row->kind) + tr(" : ") + words + "\n" : "";
    }
    if (!look.plain && !shown.empty()) {
        for (const std::string& line : draw_table(drawn, std::vector<Alignment>(columns + 1, Alignment::left),
                                                  static_cast<std::size_t>(look.width), {})) {
            text += line + "\n";
        }
    }
    if (table.columns.size() > columns && !shown.empty()) {
        text += tr_plural("({} colonne n'est pas montrée)", "({} colonnes ne sont pas montrées)",
                          static_cast<long>(table.columns.size() - columns)) +
                "\n";
    }
    if (!shown.empty() && shown.size() < table.rows.size()) {
        text += tr_plural("({} autre ligne n'est pas montrée)", "({} autres lignes ne sont pas montrées)",
                          static_cast<long>(table.rows.size() - shown.size())) +
                "\n";
    }
    return text;
}

std::string sql_shown(const std::string& sql) { return excerpt(on_one_line(sql), 300); }

std::string structure_told(const TableDifference& table)
{
    if (table.kind == TableDifference::Kind::added) {
        return "  " + sql_shown(table.sql_after) + "\n";
    }
    return table.kind != TableDifference::Kind::changed || table.sql_before == table.sql_after
               ? std::string()
               : tr("Sa structure a changé, de") + "\n  " + sql_shown(table.sql_before) + "\n" + tr("à") + "\n  " +
                     sql_shown(table.sql_after) + "\n";
}

/// Indexes, views and triggers that came or went.
std::string others_told(const DatabaseSnapshot& before, const DatabaseSnapshot& after)
{
    std::string text;
    for (const auto& [from, to, sentence] : {std::tuple{&before, &after, translatable("Créé : {}")},
                                             std::tuple{&after, &before, translatable("Supprimé : {}")}}) {
        std::vector<std::string> found;
        std::set_difference(to->others.begin(), to->others.end(), from->others.begin(), from->others.end(),
                            std::back_inserter(found));
        for (std::size_t i = 0; i < found.size() && i < most_of_a_kind; ++i) {
            text += found[i].empty() ? "" : tr(sentence, sql_shown(found[i])) + "\n";
        }
    }
    return text;
}

/// What PRAGMA user_version became; empty when nothing.
std::string version_told(const DatabaseSnapshot& before, const DatabaseSnapshot& after)
{
    return before.user_version == after.user_version
               ? std::string()
               : tr("Version (PRAGMA user_version) : {} → {}", before.user_version, after.user_version) + "\n";
}

}  // namespace

std::string database_for_terminal(const std::string& name, const DatabaseSnapshot& before,
                                  const DatabaseSnapshot& after, const DatabaseLook& look)
{
    const std::string shown = excerpt(name, 60);
    if (!before.exists && !after.exists) {
        return {};
    }
    if (!after.exists) {
        return tr("Base {} : supprimée.", shown) + "\n";
    }
    if (const std::string& problem = after.problem.empty() ? before.problem : after.problem; !problem.empty()) {
        return problem + "\n";
    }
    const std::vector<TableDifference> tables = compare(before, after);
    const std::string others = others_told(before, after);
    const std::string version = version_told(before, after);
    const bool same = others.empty() && version.empty() && before.more_tables + after.more_tables == 0 &&
                      std::all_of(tables.begin(), tables.end(), [](const TableDifference& table) {
                          return table.kind == TableDifference::Kind::same;
                      });
    if (before.exists && same) {
        return !look.tells_unchanged ? std::string() : tr("Base {} : rien n'a changé.", shown) + "\n";
    }
    if (!before.exists && tables.empty() && others.empty() && version.empty()) {
        return tr("Base {}, nouvelle, sans aucune table.", shown) + "\n";
    }
    std::string text = !before.exists ? tr("Base {}, nouvelle.", shown) : tr("Base {}, avant et après :", shown);
    text += "\n";
    for (const TableDifference& table : tables) {
        text += table_title(table) + "\n" + structure_told(table);
        if (table.kind != TableDifference::Kind::same) {
            text += table_drawn(table, look);
        }
    }
    if (after.more_tables > 0) {
        text += tr_plural("({} autre table n'est pas montrée)", "({} autres tables ne sont pas montrées)",
                          static_cast<long>(after.more_tables)) +
                "\n";
    }
    return text + others + version;
}

}  // namespace atelier
