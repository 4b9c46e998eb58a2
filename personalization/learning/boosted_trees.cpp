#include "personalization/learning/boosted_trees.h"

#include <xgboost/c_api.h>

#include <cstdlib>
#include <limits>
#include <optional>
#include <type_traits>
#include <utility>

namespace parlance::personalization {

namespace {

constexpr const char* margins_of_all = R"({"type": 1, "training": false, "iteration_begin": 0,
    "iteration_end": 0, "strict_shape": false, "missing": NaN, "cache_id": 0})";
constexpr const char* contributions_of_all = R"({"type": 2, "training": false, "iteration_begin": 0,
    "iteration_end": 0, "strict_shape": false})";

// Rows in the library's form; freed with the object.
class Rows {
public:
    static std::optional<Rows> from(std::span<const float> values, std::size_t width) {
        Rows rows;
        const std::size_t count = width == 0 ? 0 : values.size() / width;
        if (XGDMatrixCreateFromMat(values.data(), count, width, std::numeric_limits<float>::quiet_NaN(),
                                   &rows.handle_) != 0)
            return std::nullopt;
        return rows;
    }
    static std::optional<Rows> from(const LabelledMatrix& labelled) {
        auto rows = from(labelled.features.values, labelled.features.width());
        const std::vector<float> labels(labelled.labels.begin(), labelled.labels.end());
        if (!rows || XGDMatrixSetFloatInfo(rows->handle_, "label", labels.data(), labels.size()) != 0)
            return std::nullopt;
        return rows;
    }
    Rows(Rows&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    Rows& operator=(Rows&&) = delete;
    ~Rows() {
        if (handle_ != nullptr) XGDMatrixFree(handle_);
    }
    DMatrixHandle handle() const { return handle_; }

private:
    Rows() = default;
    DMatrixHandle handle_ = nullptr;
};

Error refused(ErrorCode code) {
    return {code, std::string("XGBoost: ") + XGBGetLastError()};
}

// The number after the last colon of "[12]\tkept_back-logloss:0.123456".
double log_loss_in(std::string_view line) {
    const std::string number(line.substr(line.rfind(':') + 1));
    return std::strtod(number.c_str(), nullptr);
}

}  // namespace

struct BoostedTrees::Library {
    BoosterHandle handle = nullptr;

    Library() = default;
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    ~Library() {
        if (handle != nullptr) XGBoosterFree(handle);
    }

    bool create(std::vector<DMatrixHandle> rows) {
        return XGBoosterCreate(rows.data(), rows.size(), &handle) == 0 && set("nthread", 1) &&
               set("verbosity", 0);
    }

    template <typename Value>
    bool set(const char* name, Value value) {
        if constexpr (std::is_convertible_v<Value, const char*>) {
            return XGBoosterSetParam(handle, name, value) == 0;
        } else {
            return XGBoosterSetParam(handle, name, std::to_string(value).c_str()) == 0;
        }
    }

    bool set_options(const TreeOptions& options) {
        return set("objective", "binary:logistic") && set("eval_metric", "logloss") &&
               set("tree_method", "hist") && set("max_depth", options.depth) &&
               set("eta", options.learning_rate) && set("min_child_weight", options.least_child_weight) &&
               set("subsample", options.row_share) && set("colsample_bytree", options.column_share) &&
               set("lambda", options.weight_penalty) && set("seed", options.seed) && set("base_score", 0.5);
    }
};

Result<TreeTrial> BoostedTrees::try_out(const LabelledMatrix& training, const LabelledMatrix& kept_back,
                                        const TreeOptions& options) {
    const auto known = Rows::from(training);
    const auto unseen = Rows::from(kept_back);
    Library library;
    if (!known || !unseen || !library.create({known->handle(), unseen->handle()}) ||
        !library.set_options(options))
        return refused(ErrorCode::bad_training);
    DMatrixHandle watched = unseen->handle();
    const char* name = "kept_back";
    TreeTrial trial;
    double best = std::numeric_limits<double>::infinity();
    for (int round = 0; round < options.most_rounds && round < trial.rounds + options.patience; ++round) {
        const char* told = nullptr;
        if (XGBoosterUpdateOneIter(library.handle, round, known->handle()) != 0 ||
            XGBoosterEvalOneIter(library.handle, round, &watched, &name, 1, &told) != 0)
            return refused(ErrorCode::bad_training);
        const double loss = log_loss_in(told);
        if (loss >= best) continue;
        best = loss;
        trial.rounds = round + 1;
    }
    const std::string wanted = R"({"type": 1, "training": false, "iteration_begin": 0, "iteration_end": )" +
                               std::to_string(trial.rounds) + R"(, "strict_shape": false})";
    bst_ulong const* shape = nullptr;
    bst_ulong dimensions = 0;
    const float* values = nullptr;
    if (XGBoosterPredictFromDMatrix(library.handle, watched, wanted.c_str(), &shape, &dimensions, &values) !=
        0)
        return refused(ErrorCode::bad_training);
    trial.margins.assign(values, values + kept_back.size());
    return trial;
}

Result<BoostedTrees> BoostedTrees::train(const LabelledMatrix& rows, const TreeOptions& options, int rounds) {
    const auto known = Rows::from(rows);
    Library library;
    if (!known || !library.create({known->handle()}) || !library.set_options(options))
        return refused(ErrorCode::bad_training);
    for (int round = 0; round < rounds; ++round) {
        if (XGBoosterUpdateOneIter(library.handle, round, known->handle()) != 0)
            return refused(ErrorCode::bad_training);
    }
    bst_ulong size = 0;
    const char* bytes = nullptr;
    if (XGBoosterSaveModelToBuffer(library.handle, R"({"format": "ubj"})", &size, &bytes) != 0)
        return refused(ErrorCode::bad_training);
    return from_bytes({bytes, size}, rows.features.width());
}

Result<BoostedTrees> BoostedTrees::from_bytes(std::string_view bytes, std::size_t width) {
    const auto library = std::make_shared<Library>();
    BoostedTrees trees;
    trees.bytes_ = std::string(bytes);
    trees.width_ = width;
    bst_ulong features = 0;
    if (!library->create({}) ||
        XGBoosterLoadModelFromBuffer(library->handle, trees.bytes_.data(), trees.bytes_.size()) != 0 ||
        XGBoosterGetNumFeature(library->handle, &features) != 0)
        return refused(ErrorCode::bad_model);
    if (features != width)
        return Error{ErrorCode::bad_model, "the trees have " + std::to_string(features) +
                                               " features, the table " + std::to_string(width)};
    trees.library_ = library;
    return trees;
}

Result<std::vector<double>> BoostedTrees::margins(const FeatureMatrix& features) const {
    if (features.width() != width_) return Error{ErrorCode::bad_model, "the rows have another width"};
    if (features.size() == 0) return std::vector<double>{};
    const std::string where = R"({"data": [)" +
                              std::to_string(reinterpret_cast<std::uintptr_t>(features.values.data())) +
                              R"(, true], "shape": [)" + std::to_string(features.size()) + ", " +
                              std::to_string(width_) + R"(], "typestr": "<f4", "version": 3})";
    bst_ulong const* shape = nullptr;
    bst_ulong dimensions = 0;
    const float* values = nullptr;
    if (XGBoosterPredictFromDense(library_->handle, where.c_str(), margins_of_all, nullptr, &shape,
                                  &dimensions, &values) != 0)
        return refused(ErrorCode::bad_model);
    return std::vector<double>(values, values + features.size());
}

Result<std::vector<double>> BoostedTrees::contributions(std::span<const float> row) const {
    if (row.size() != width_) return Error{ErrorCode::bad_model, "the row has another width"};
    const auto rows = Rows::from(row, width_);
    bst_ulong const* shape = nullptr;
    bst_ulong dimensions = 0;
    const float* values = nullptr;
    if (!rows || XGBoosterPredictFromDMatrix(library_->handle, rows->handle(), contributions_of_all, &shape,
                                             &dimensions, &values) != 0)
        return refused(ErrorCode::bad_model);
    return std::vector<double>(values, values + width_ + 1);
}

}  // namespace parlance::personalization
