#include "nlu/fasttext_model.h"

#include <fasttext/fasttext.h>
#include <unistd.h>

#include <atomic>
#include <charconv>
#include <cmath>
#include <exception>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <streambuf>

#include "nlu/tokens.h"

namespace parlance::nlu {

namespace {

constexpr std::string_view label_prefix = "__label__";
constexpr float floor_probability = 1e-6F;

// A file name of our own in the temporary folder; removed with the object.
class TemporaryFile {
public:
    TemporaryFile() {
        static std::atomic<unsigned> count{0};
        path_ = std::filesystem::temp_directory_path() /
                ("parlance-" + std::to_string(::getpid()) + "-" + std::to_string(count++) + ".train");
    }
    ~TemporaryFile() {
        std::error_code ignored;  // nothing can be done about a file that stays
        std::filesystem::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// The library reads a model from a stream only behind its own header, which this checks.
class ReadableModel final : public fasttext::FastText {
public:
    bool read(std::istream& in) {
        if (!checkModel(in)) return false;
        loadModel(in);
        return true;
    }
};

// Lets a stream read bytes where they lie.
class ByteView final : public std::streambuf {
public:
    explicit ByteView(std::span<const char> bytes) {
        // The buffer's interface wants pointers that could write; reading does not.
        char* begin = const_cast<char*>(bytes.data());
        setg(begin, begin, begin + bytes.size());
    }
};

std::string line_of(std::string_view folded) {
    std::string line;
    for (const std::string& word : words_of(folded)) line += word + " ";
    return line + "\n";
}

fasttext::Args arguments_of(const FastTextTraining& training, const std::filesystem::path& input) {
    fasttext::Args args;
    args.model = fasttext::model_name::sup;
    args.loss = fasttext::loss_name::softmax;
    args.input = input.string();
    args.lr = training.learning_rate;
    args.dim = training.dimensions;
    args.epoch = training.epochs;
    args.minCount = 1;
    args.minCountLabel = 0;
    args.wordNgrams = 2;
    args.minn = 2;
    args.maxn = 5;
    args.bucket = training.buckets;
    args.thread = 1;
    args.seed = training.seed;
    args.verbose = 0;
    args.label = std::string(label_prefix);
    return args;
}

Result<std::string> trained_bytes(std::span<const std::string> texts, std::span<const std::uint32_t> labels,
                                  const FastTextTraining& training) {
    const TemporaryFile file;
    {
        std::ofstream out(file.path(), std::ios::binary);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            out << label_prefix << labels[i] << ' ' << line_of(texts[i]);
        }
        out.close();
        if (!out) return Error{ErrorCode::io_failed, "cannot write " + file.path().string()};
    }
    fasttext::FastText model;
    model.train(arguments_of(training, file.path()));
    model.saveModel(file.path().string());
    std::ifstream in(file.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in) return Error{ErrorCode::io_failed, "cannot read " + file.path().string()};
    return bytes.str();
}

}  // namespace

Result<FastTextModel> FastTextModel::train(std::span<const std::string> texts,
                                           std::span<const std::uint32_t> labels,
                                           const FastTextTraining& training) {
    try {
        Result<std::string> bytes = trained_bytes(texts, labels, training);
        if (!bytes) return bytes.error();
        return from_bytes(WeightArray<char>(std::vector<char>(bytes->begin(), bytes->end())),
                          training.classes);
    } catch (const std::exception& refused) {
        return Error{ErrorCode::bad_training, std::string("fastText: ") + refused.what()};
    }
}

Result<FastTextModel> FastTextModel::from_bytes(WeightArray<char> bytes, std::uint32_t classes) {
    FastTextModel model;
    try {
        ByteView view(bytes.values());
        std::istream in(&view);
        auto library = std::make_shared<ReadableModel>();
        if (!library->read(in)) return Error{ErrorCode::bad_model, "fastText part is of another kind"};
        const auto dictionary = library->getDictionary();
        for (std::int32_t i = 0; i < dictionary->nlabels(); ++i) {
            const std::string name = dictionary->getLabel(i).substr(label_prefix.size());
            std::uint32_t number = 0;
            const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
            const bool known = error == std::errc() && end == name.data() + name.size() && number < classes;
            if (!known)
                return Error{ErrorCode::bad_model, "fastText part has an unknown label \"" + name + "\""};
            model.class_of_.push_back(static_cast<std::int32_t>(number));
        }
        model.model_ = std::move(library);
    } catch (const std::exception& refused) {
        return Error{ErrorCode::bad_model, std::string("fastText part cannot be read: ") + refused.what()};
    }
    model.classes_ = classes;
    model.bytes_ = std::move(bytes);
    return model;
}

std::vector<float> FastTextModel::log_probabilities(std::string_view folded) const {
    std::vector<float> result(classes_, std::log(floor_probability));
    std::istringstream line(line_of(folded));
    std::vector<std::int32_t> words;
    std::vector<std::int32_t> labels;
    model_->getDictionary()->getLine(line, words, labels);
    fasttext::Predictions predictions;
    model_->predict(static_cast<std::int32_t>(class_of_.size()), words, predictions, 0);
    for (const auto& [log_probability, label] : predictions) {
        const auto number = static_cast<std::size_t>(class_of_[static_cast<std::size_t>(label)]);
        result[number] = std::max(log_probability, std::log(floor_probability));
    }
    return result;
}

}  // namespace parlance::nlu
