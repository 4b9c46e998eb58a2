#include "personalization/learning/csv_reader.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <utility>
#include <vector>

#include "personalization/learning/column_schema.h"

namespace parlance::personalization {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view blanks = " \t\r";

std::string trimmed(const std::string& text) {
    const auto from = text.find_first_not_of(blanks);
    if (from == std::string::npos) return {};
    return text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

char separator_of(std::string_view content) {
    std::string_view names = content.substr(0, content.find('\n'));
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char candidate : {',', ';', '\t'}) {
        bool quoted = false;
        std::ptrdiff_t count = 0;
        for (const char letter : names) {
            if (letter == '"') quoted = !quoted;
            if (letter == candidate && !quoted) ++count;
        }
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

struct Cell {
    std::string text;
    SourcePosition at;
};

// Walks over the content a row at a time.
class RowReader {
public:
    RowReader(std::string_view content, std::string name, Findings& findings)
        : content_(content), name_(std::move(name)), findings_(findings), separator_(separator_of(content)) {}

    bool at_end() const { return at_ >= content_.size(); }

    // The cells up to the end of the line; none for a blank line. `is_good` turns false on bad quoting.
    std::vector<Cell> next(bool& is_good) {
        std::vector<Cell> cells;
        const std::size_t begin = at_;
        while (true) {
            cells.push_back(read_cell(is_good));
            if (at_end() || content_[at_] == '\n') break;
            step();
        }
        const bool blank = trimmed(std::string(content_.substr(begin, at_ - begin))).empty();
        if (!at_end()) step();
        if (blank && cells.size() == 1) cells.clear();
        return cells;
    }

private:
    void step() {
        if (content_[at_] == '\n') {
            ++position_.line;
            position_.column = 1;
        } else {
            ++position_.column;
        }
        ++at_;
    }

    bool ends_cell() const { return at_end() || content_[at_] == separator_ || content_[at_] == '\n'; }

    Cell read_cell(bool& is_good) {
        while (!ends_cell() && blanks.find(content_[at_]) != std::string_view::npos) step();
        Cell cell{{}, position_};
        if (!ends_cell() && content_[at_] == '"') return read_quoted(cell, is_good);
        while (!ends_cell()) {
            cell.text += content_[at_];
            step();
        }
        cell.text = trimmed(cell.text);
        return cell;
    }

    Cell read_quoted(Cell cell, bool& is_good) {
        step();
        while (true) {
            if (at_end()) {
                findings_.error("E1001", name_, cell.at, "the quote that opens here is never closed");
                is_good = false;
                return cell;
            }
            const char letter = content_[at_];
            step();
            if (letter != '"') {
                cell.text += letter;
            } else if (!at_end() && content_[at_] == '"') {
                cell.text += '"';
                step();
            } else {
                break;
            }
        }
        bool told = false;
        for (; !ends_cell(); step()) {
            if (told || blanks.find(content_[at_]) != std::string_view::npos) continue;
            findings_.error("E1002", name_, position_, "text behind the closing quote of a cell",
                            "write a quote inside a quoted cell twice");
            told = true;
            is_good = false;
        }
        cell.text = trimmed(cell.text);
        return cell;
    }

    std::string_view content_;
    std::string name_;
    Findings& findings_;
    char separator_;
    std::size_t at_ = 0;
    SourcePosition position_;
};

std::vector<std::string> column_names(const std::vector<Cell>& cells, const std::string& name,
                                      Findings& findings) {
    std::vector<std::string> columns;
    std::set<std::string> taken;
    for (const Cell& cell : cells) {
        if (cell.text.empty()) findings.error("E1004", name, cell.at, "a column without a name");
        if (!cell.text.empty() && !taken.insert(cell.text).second)
            findings.error("E1005", name, cell.at, "there are two columns \"" + cell.text + "\"");
        columns.push_back(cell.text);
    }
    return columns;
}

bool are_numbers(const std::vector<Cell>& cells) {
    return cells.size() > 1 && std::all_of(cells.begin(), cells.end(),
                                           [](const Cell& cell) { return number_of(cell.text).has_value(); });
}

// v1, v2, ... for a table whose first line is a row already.
std::vector<std::string> numbered_columns(const std::vector<Cell>& cells, const std::string& name,
                                          Findings& findings) {
    std::vector<std::string> columns;
    for (std::size_t i = 1; i <= cells.size(); ++i) columns.push_back("v" + std::to_string(i));
    findings.warning("W1001", name, cells.front().at,
                     "the first line has numbers only and is read as a row; the columns are called v1 to " +
                         columns.back());
    return columns;
}

}  // namespace

DataTable parse_table(std::string_view content, const std::string& name, Findings& findings) {
    if (content.starts_with(byte_order_mark)) content.remove_prefix(byte_order_mark.size());
    RowReader reader(content, name, findings);
    DataTable table{name, {}, {}, {}};
    while (!reader.at_end()) {
        bool is_good = true;
        std::vector<Cell> cells = reader.next(is_good);
        if (cells.empty()) continue;
        if (table.columns.empty()) {
            const bool is_row = is_good && are_numbers(cells);
            table.columns =
                is_row ? numbered_columns(cells, name, findings) : column_names(cells, name, findings);
            if (!is_row) continue;
        }
        if (!is_good) continue;
        if (cells.size() != table.width()) {
            const auto& at = cells[std::min(cells.size(), table.width() + 1) - 1].at;
            findings.error("E1003", name, at,
                           "the row has " + std::to_string(cells.size()) + " cells, the first line names " +
                               std::to_string(table.width()) + " columns");
            continue;
        }
        table.lines.push_back(cells.front().at.line);
        std::vector<std::string>& row = table.rows.emplace_back();
        for (Cell& cell : cells) row.push_back(std::move(cell.text));
    }
    if (table.rows.empty() && !findings.has_errors())
        findings.error("E1006", name, {1, 1}, "the table has no rows below the columns' names");
    return table;
}

Result<DataTable> read_table(const std::filesystem::path& file, Findings& findings) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    if (!in || std::filesystem::is_directory(file))
        return Error{ErrorCode::io_failed, "cannot read " + file.string()};
    return parse_table(content.str(), file.string(), findings);
}

}  // namespace parlance::personalization
