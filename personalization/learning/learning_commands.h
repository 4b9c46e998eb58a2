#pragma once

#include "intents/program_command.h"

namespace parlance::personalization {

// `parlance train churn --data FILE [--target C] [--positive V] [--horizon-days N] [-o MODEL] [--seed N]`:
// trains a churn model on a labelled table, or with a horizon on a transaction log, and writes it (default
// var/<file name>.churn).
ProgramCommand train_churn_command();

// `parlance eval churn --data FILE [--folds 5] [--temporal] [--model M] [--baseline OLD] [--svg FILE] ...`:
// measures by cross-validation, or a model on a file's rows with the drift since its training.
ProgramCommand eval_churn_command();

// `parlance train acceptance --data FILE [--target C] [--drop C,C] [--time C] [-o MODEL]`: trains a model of
// who accepts on contacts in the order of time (default var/<file name>.acceptance); `parlance predict`
// scores with it. With `--offered FILE --offers FILE --taken FILE [--people FILE] [--columns ...]` in place
// of --data the contacts are those of campaigns, as they were before each began.
ProgramCommand train_acceptance_command();

// `parlance eval acceptance --data FILE ... [--folds 5] [--test-percent 20]`: measures such models by random
// folds, on the newest rows, and on those with calibrations fitted while the answers come in.
ProgramCommand eval_acceptance_command();

// `parlance predict --model M --data FILE [-o SCORES]`: the probability of the model's event for every row of
// a table, as `line,probability`. The table needs the model's columns, not its target.
ProgramCommand predict_command();

// `parlance train life-events --data FILE [--event NAMES] [--horizon N] [-o MODEL]`: trains hazard models on
// recorded lives and writes them (default var/<file name>.life).
ProgramCommand train_life_events_command();

// `parlance eval life-events --data FILE [--event NAMES] [--horizon N] [--folds 5] [--model M]`: measures
// them with people kept apart.
ProgramCommand eval_life_events_command();

// `parlance train segments --data FILE [--id COLUMN] [--segments N] [--members FILE] [-o MODEL]`: finds the
// segments of a table's rows and writes them (default var/<file name>.segments). Ends with 1 when the rows
// fall into none.
ProgramCommand train_segments_command();

// `parlance eval segments --data FILE [--model M]`: silhouette, chance and stability for every number of
// segments, or how a trained model's segments fit the rows.
ProgramCommand eval_segments_command();

}  // namespace parlance::personalization
