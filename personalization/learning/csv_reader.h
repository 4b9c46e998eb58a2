#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "intents/findings.h"
#include "intents/result.h"
#include "personalization/learning/data_table.h"

namespace parlance::personalization {

// Reads a table whose first line names the columns. Cells are parted by the comma, semicolon or tab that the
// first line has most of; a cell in double quotes may hold separators, line ends and doubled quotes (RFC
// 4180). A byte order mark, CR before LF and blank lines are passed over; cells are trimmed of blanks.
//
// A first line of two or more numbers and nothing else is a row: the columns are then called v1, v2, ..., and
// a warning (W1001) says so.
//
// Everything that is wrong is told at once, with line and column: an open quote (E1001), text behind a closed
// quote (E1002), a row that is too short or too long (E0903), a column without a name (E0904) or with a name
// that is taken (E1005), a file without rows (E0906). Rows that are wrong are left out.
DataTable parse_table(std::string_view content, const std::string& name, Findings& findings);

// The same from a file. Fails with io_failed when the file cannot be read.
Result<DataTable> read_table(const std::filesystem::path& file, Findings& findings);

}  // namespace parlance::personalization
