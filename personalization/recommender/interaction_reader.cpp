#include "personalization/recommender/interaction_reader.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "personalization/learning/column_schema.h"

namespace parlance::personalization {

namespace {

struct Line {
    int number = 1;
    std::vector<std::string> cells;
};

enum class Form { one_like_a_line, counted_lists, named_lists };

std::vector<std::string> cells_of(std::string_view line) {
    constexpr std::string_view blanks = " \t\r";
    std::vector<std::string> cells;
    for (std::size_t begin = line.find_first_not_of(blanks); begin != std::string_view::npos;) {
        const std::size_t end = std::min(line.find_first_of(blanks, begin), line.size());
        cells.emplace_back(line.substr(begin, end - begin));
        begin = line.find_first_not_of(blanks, end);
    }
    return cells;
}

std::vector<Line> lines_of(std::string_view content) {
    std::vector<Line> lines;
    for (int number = 1; !content.empty(); ++number) {
        const std::size_t end = content.find('\n');
        lines.push_back({number, cells_of(content.substr(0, end))});
        content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    }
    return lines;
}

bool counts_rest(const Line& line) {
    return !line.cells.empty() && line.cells.front() == std::to_string(line.cells.size() - 1);
}

Form form_of(const std::vector<Line>& lines) {
    const std::size_t width = lines.front().cells.size();
    const bool even =
        std::all_of(lines.begin(), lines.end(), [&](const Line& line) { return line.cells.size() == width; });
    if (even && (width == 3 || width == 4)) return Form::one_like_a_line;
    return std::all_of(lines.begin(), lines.end(), counts_rest) ? Form::counted_lists : Form::named_lists;
}

NamedLikes likes_by_line(const std::vector<Line>& lines, const std::string& name, double least_rating,
                         Findings& findings) {
    NamedLikes likes;
    std::map<std::string, std::size_t> places;
    for (const Line& line : lines) {
        const auto rating = number_of(line.cells[2]);
        if (!rating) {
            findings.error("E1008", name, {line.number, 1}, "\"" + line.cells[2] + "\" is no number");
            continue;
        }
        const auto [found, is_new] = places.emplace(line.cells[0], likes.users.size());
        if (is_new) likes.users.push_back({line.cells[0], {}});
        if (*rating >= least_rating) likes.users[found->second].items.push_back(line.cells[1]);
    }
    return likes;
}

Result<std::string> content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return Error{ErrorCode::io_failed, "cannot read " + file.string()};
    return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

NamedLikes parse_likes(std::string_view content, const std::string& name, double least_rating,
                       Findings& findings) {
    std::vector<Line> lines = lines_of(content);
    std::erase_if(lines, [](const Line& line) { return line.cells.empty(); });
    if (lines.empty()) {
        findings.error("E1010", name, {}, "there are no likes in this file");
        return {};
    }
    const Form form = form_of(lines);
    if (form == Form::one_like_a_line) return likes_by_line(lines, name, least_rating, findings);
    NamedLikes likes;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::vector<std::string>& cells = lines[i].cells;
        likes.users.push_back({form == Form::counted_lists ? std::to_string(i) : cells.front(),
                               {cells.begin() + 1, cells.end()}});
    }
    return likes;
}

Result<NamedLikes> read_likes(const std::filesystem::path& file, double least_rating, Findings& findings) {
    const auto content = content_of(file);
    if (!content) return content.error();
    return parse_likes(*content, file.string(), least_rating, findings);
}

ItemTerms parse_item_terms(std::string_view content, const std::string& name, Findings& findings) {
    ItemTerms terms;
    for (const Line& line : lines_of(content)) {
        if (!line.cells.empty() && !counts_rest(line)) {
            findings.error("E1011", name, {line.number, 1},
                           "\"" + line.cells.front() + "\" is not the number of terms that follow, " +
                               std::to_string(line.cells.size() - 1));
        }
        const auto first = line.cells.empty() ? line.cells.end() : line.cells.begin() + 1;
        terms.of_item.emplace_back(first, line.cells.end());
    }
    return terms;
}

Result<ItemTerms> read_item_terms(const std::filesystem::path& file, Findings& findings) {
    const auto content = content_of(file);
    if (!content) return content.error();
    return parse_item_terms(*content, file.string(), findings);
}

}  // namespace parlance::personalization
