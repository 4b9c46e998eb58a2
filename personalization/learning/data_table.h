#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace parlance::personalization {

// A table of texts as a file has it. Every row has one cell a column; `lines` says where each row began.
struct DataTable {
    std::string file;
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    std::vector<int> lines;

    std::size_t width() const { return columns.size(); }
    std::size_t size() const { return rows.size(); }
};

}  // namespace parlance::personalization
