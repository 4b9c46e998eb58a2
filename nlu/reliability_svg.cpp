#include "nlu/reliability_svg.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "nlu/decimal_text.h"

namespace parlance::nlu {

namespace {

// Pixels. The square of the diagram, and below it the strip of the counts.
constexpr double left = 55;
constexpr double top = 15;
constexpr double side = 340;
constexpr double strip = 40;
constexpr double floor_y = top + side;
constexpr double strip_floor = floor_y + 28 + strip;

// ` key="1.5"` for each, after the element's name.
std::string element(const std::string& name, const std::vector<std::pair<std::string, double>>& places,
                    const std::string& style) {
    std::string text = "<" + name;
    for (const auto& [key, value] : places) text += " " + key + "=\"" + decimal_text(value, 1) + "\"";
    return text + " " + style;
}

std::string rectangle(double x, double y, double width, double height, const std::string& colour,
                      const std::string& tip) {
    return element("rect", {{"x", x}, {"y", y}, {"width", width}, {"height", height}},
                   "fill=\"" + colour + "\"") +
           "><title>" + tip + "</title></rect>\n";
}

std::string line(double x1, double y1, double x2, double y2, const std::string& style) {
    return element("line", {{"x1", x1}, {"y1", y1}, {"x2", x2}, {"y2", y2}}, style) + "/>\n";
}

std::string label(double x, double y, const std::string& anchor, const std::string& words) {
    return element("text", {{"x", x}, {"y", y}}, "text-anchor=\"" + anchor + "\"") + ">" + words +
           "</text>\n";
}

std::string axes() {
    std::string text;
    for (int fifth = 0; fifth <= 5; ++fifth) {
        const double at = side * fifth / 5;
        const std::string number = decimal_text(fifth / 5.0, 1);
        text += line(left, floor_y - at, left + side, floor_y - at, "stroke=\"#ddd\"");
        text += label(left - 6, floor_y - at + 4, "end", number);
        text += label(left + at, floor_y + 15, "middle", number);
    }
    return text;
}

std::string bar(const ReliabilityBin& bin, std::size_t most) {
    const double x = left + side * bin.from;
    const double width = side * (bin.to - bin.from);
    const std::string tip = "confidence " + decimal_text(bin.confidence, 3) + ", accuracy " +
                            decimal_text(bin.accuracy, 3) + ", answers " + std::to_string(bin.count);
    const double height = side * bin.accuracy;
    std::string text = rectangle(x + 1, floor_y - height, width - 2, height, "#4878a8", tip);
    const double confidence_y = floor_y - side * bin.confidence;
    text += line(x + 1, confidence_y, x + width - 1, confidence_y, "stroke=\"#c0392b\" stroke-width=\"2\"");
    const double share = static_cast<double>(bin.count) / static_cast<double>(most);
    return text + rectangle(x + 1, strip_floor - strip * share, width - 2, strip * share, "#999", tip);
}

}  // namespace

std::string reliability_svg(std::span<const ReliabilityBin> bins, const ReliabilityWords& words) {
    std::size_t most = 1;
    for (const ReliabilityBin& bin : bins) most = std::max(most, bin.count);
    std::string text =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"420\" height=\"460\" viewBox=\"0 0 420 460\" "
        "font-family=\"sans-serif\" font-size=\"11\" role=\"img\">\n<title>Reliability diagram</title>\n";
    text += element("rect", {{"width", 420}, {"height", 460}}, "fill=\"#fff\"/>\n");
    text += axes();
    for (const ReliabilityBin& bin : bins) {
        if (bin.count > 0) text += bar(bin, most);
    }
    text += line(left, floor_y, left + side, top, "stroke=\"#333\" stroke-dasharray=\"4 3\"");
    text += label(left + side / 2, strip_floor + 16, "middle", words.across);
    text += "<text transform=\"translate(14 " + decimal_text(top + side / 2, 1) +
            ") rotate(-90)\" text-anchor=\"middle\">" + words.up + "</text>\n";
    return text + "</svg>\n";
}

}  // namespace parlance::nlu
