#include "nlg/wording.h"

#include <unicode/measunit.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace parlance::nlg {
namespace {

using icu::MessagePattern;
using icu::UnicodeString;

constexpr std::size_t most_template_bytes = 8192;
constexpr int most_brace_levels = 32;
constexpr int most_decimals = 3;
constexpr char32_t en_dash = 0x2013;

std::string to_utf8(const UnicodeString& text) {
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
}

UnicodeString from_utf8(std::string_view text) {
    return UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

// ICU puts no-break spaces in front of a currency sign or a percent sign; chats and their tests use plain
// ones.
UnicodeString with_plain_spaces(UnicodeString text) {
    for (int32_t i = 0; i < text.length(); ++i) {
        if (text[i] == 0x00A0 || text[i] == 0x202F) text.setCharAt(i, u' ');
    }
    return text;
}

// English without a region is that of European banks: day before month.
icu::Locale icu_locale(const Locale& locale) {
    return icu::Locale::createFromName(locale.tag == "en" ? "en_GB" : locale.tag.c_str());
}

// What formats values in one locale; building these costs far more than using them.
struct Formats {
    explicit Formats(const icu::Locale& locale)
        : numbers(icu::number::NumberFormatter::withLocale(locale).precision(
              icu::number::Precision::maxFraction(most_decimals))) {
        UErrorCode status = U_ZERO_ERROR;
        const UnicodeString day_first = UnicodeString(u"d MMMM y");
        const UnicodeString day_dotted = UnicodeString(u"d. MMMM y");
        const bool german = std::string_view(locale.getLanguage()) == "de";
        dates = std::make_unique<icu::SimpleDateFormat>(german ? day_dotted : day_first, locale, status);
        if (U_FAILURE(status)) {
            dates.reset();
            return;
        }
        dates->setTimeZone(*icu::TimeZone::getGMT());
    }

    icu::number::LocalizedNumberFormatter numbers;
    std::unique_ptr<icu::SimpleDateFormat> dates;  // changes while it formats: one a thread
};

Formats& formats_for(const Locale& locale) {
    thread_local std::map<std::string, std::unique_ptr<Formats>> by_tag;
    std::unique_ptr<Formats>& formats = by_tag[locale.tag];
    if (!formats) formats = std::make_unique<Formats>(icu_locale(locale));
    return *formats;
}

const icu::number::LocalizedNumberFormatter& money_format(const CurrencyCode& currency,
                                                          const Locale& locale) {
    thread_local std::map<std::pair<std::string, std::string>, icu::number::LocalizedNumberFormatter>
        by_currency;
    const auto key = std::pair(locale.tag, currency.letters);
    const auto known = by_currency.find(key);
    if (known != by_currency.end()) return known->second;
    UErrorCode status = U_ZERO_ERROR;
    const icu::CurrencyUnit unit(icu::StringPiece(currency.letters), status);
    const auto made = icu::number::NumberFormatter::withLocale(icu_locale(locale))
                          .unit(unit)
                          .precision(icu::number::Precision::fixedFraction(decimals_of(currency)));
    return by_currency.emplace(key, made).first->second;
}

// "1234.50", exact: what ICU reads as a decimal.
std::string as_decimal(const Money& money) {
    const std::string text = to_text(money);
    return text.substr(0, text.find(' '));
}

bool is_currency(const CurrencyCode& currency) {
    return currency.letters.size() == 3 && std::all_of(currency.letters.begin(), currency.letters.end(),
                                                       [](char c) { return c >= 'A' && c <= 'Z'; });
}

UnicodeString word_money(const Money& money, const Locale& locale) {
    if (!is_currency(money.currency)) return from_utf8(to_text(money));
    UErrorCode status = U_ZERO_ERROR;
    const auto formatted =
        money_format(money.currency, locale).formatDecimal(icu::StringPiece(as_decimal(money)), status);
    const UnicodeString text = formatted.toString(status);
    return U_SUCCESS(status) ? with_plain_spaces(text) : from_utf8(to_text(money));
}

UnicodeString word_date(const CalendarDate& date, const Locale& locale) {
    Formats& formats = formats_for(locale);
    if (!formats.dates || !date.day.ok()) return from_utf8(to_text(date));
    const auto days = std::chrono::sys_days(date.day).time_since_epoch();
    UnicodeString text;
    formats.dates->format(static_cast<UDate>(std::chrono::milliseconds(days).count()), text);
    return text;
}

UnicodeString word_flag(bool flag, const Locale& locale) {
    if (locale.tag.starts_with("de")) return flag ? u"ja" : u"nein";
    return flag ? u"yes" : u"no";
}

UnicodeString word_value(const SlotValue& value, const Locale& locale) {
    struct Worder {
        const Locale& locale;
        UnicodeString operator()(bool flag) const { return word_flag(flag, locale); }
        UnicodeString operator()(std::int64_t number) const {
            UErrorCode status = U_ZERO_ERROR;
            return with_plain_spaces(formats_for(locale).numbers.formatInt(number, status).toString(status));
        }
        UnicodeString operator()(double number) const {
            UErrorCode status = U_ZERO_ERROR;
            return with_plain_spaces(
                formats_for(locale).numbers.formatDouble(number, status).toString(status));
        }
        UnicodeString operator()(const Money& money) const { return word_money(money, locale); }
        UnicodeString operator()(const CalendarDate& date) const { return word_date(date, locale); }
        UnicodeString operator()(const DateRange& range) const {
            UnicodeString text = word_date(range.first, locale);
            text.append(u' ').append(static_cast<UChar32>(en_dash)).append(u' ');
            return text.append(word_date(range.last, locale));
        }
        UnicodeString operator()(const std::string& text) const { return from_utf8(text); }
    };
    return std::visit(Worder{locale}, value);
}

Error bad_template(std::string_view text, const std::string& why) {
    constexpr std::size_t shown = 80;
    return {ErrorCode::bad_template, "template \"" + std::string(text.substr(0, shown)) + "\": " + why};
}

bool is_too_deep(std::string_view text) {
    int level = 0;
    for (const char c : text) {
        if (c == '{' && ++level > most_brace_levels) return true;
        if (c == '}') --level;
    }
    return false;
}

Result<MessagePattern> parse(std::string_view text) {
    if (text.size() > most_template_bytes) return bad_template(text, "over 8 KiB long");
    if (is_too_deep(text)) return bad_template(text, "braces in over 32 levels");
    UErrorCode status = U_ZERO_ERROR;
    MessagePattern pattern(status);
    UParseError place{};
    pattern.parse(from_utf8(text), &place, status);
    if (U_FAILURE(status)) {
        return bad_template(
            text, std::string(u_errorName(status)) + " at character " + std::to_string(place.offset));
    }
    return pattern;
}

bool is_name(const MessagePattern::Part& part) {
    return part.getType() == UMSGPAT_PART_TYPE_ARG_NAME || part.getType() == UMSGPAT_PART_TYPE_ARG_NUMBER;
}

// The arguments that a select chooses by.
std::set<std::string> selected_on(const MessagePattern& pattern) {
    std::set<std::string> names;
    for (int32_t i = 0; i + 1 < pattern.countParts(); ++i) {
        const MessagePattern::Part& part = pattern.getPart(i);
        if (part.getType() != UMSGPAT_PART_TYPE_ARG_START || part.getArgType() != UMSGPAT_ARG_TYPE_SELECT)
            continue;
        names.insert(to_utf8(pattern.getSubstring(pattern.getPart(i + 1))));
    }
    return names;
}

icu::Formattable formattable(const SlotValue& value, bool selected, const Locale& locale) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return icu::Formattable(*whole);
    if (const auto* real = std::get_if<double>(&value)) return icu::Formattable(*real);
    const auto* flag = std::get_if<bool>(&value);
    if (flag != nullptr && selected) return icu::Formattable(UnicodeString(*flag ? u"true" : u"false"));
    return icu::Formattable(word_value(value, locale));
}

// Whether the text around a part belongs to a message rather than to an argument's syntax.
bool is_text_before(UMessagePatternPartType type) {
    return type == UMSGPAT_PART_TYPE_MSG_LIMIT || type == UMSGPAT_PART_TYPE_SKIP_SYNTAX ||
           type == UMSGPAT_PART_TYPE_INSERT_CHAR || type == UMSGPAT_PART_TYPE_REPLACE_NUMBER ||
           type == UMSGPAT_PART_TYPE_ARG_START;
}

bool is_text_after(UMessagePatternPartType type) {
    return type == UMSGPAT_PART_TYPE_MSG_START || type == UMSGPAT_PART_TYPE_SKIP_SYNTAX ||
           type == UMSGPAT_PART_TYPE_INSERT_CHAR || type == UMSGPAT_PART_TYPE_REPLACE_NUMBER ||
           type == UMSGPAT_PART_TYPE_ARG_LIMIT;
}

std::set<std::string> names_in(const MessagePattern& pattern) {
    std::set<std::string> names;
    for (int32_t i = 0; i < pattern.countParts(); ++i) {
        if (is_name(pattern.getPart(i))) names.insert(to_utf8(pattern.getSubstring(pattern.getPart(i))));
    }
    return names;
}

}  // namespace

std::string word(const SlotValue& value, const Locale& locale) {
    return to_utf8(word_value(value, locale));
}

Result<std::set<std::string>> template_arguments(std::string_view text) {
    const auto pattern = parse(text);
    if (pattern.has_error()) return pattern.error();
    return names_in(*pattern);
}

Result<std::string> literal_text(std::string_view text) {
    const auto pattern = parse(text);
    if (pattern.has_error()) return pattern.error();
    const UnicodeString& whole = pattern->getPatternString();
    UnicodeString literal;
    for (int32_t i = 1; i < pattern->countParts(); ++i) {
        const MessagePattern::Part& before = pattern->getPart(i - 1);
        const MessagePattern::Part& after = pattern->getPart(i);
        if (!is_text_after(before.getType()) || !is_text_before(after.getType())) continue;
        const int32_t from = before.getLimit();
        literal.append(whole, from, after.getIndex() - from);
        if (after.getType() == UMSGPAT_PART_TYPE_ARG_START) literal.append(u' ');
    }
    return to_utf8(literal);
}

Result<std::string> format_template(std::string_view text, const std::map<std::string, SlotValue>& arguments,
                                    const Locale& locale) {
    const auto pattern = parse(text);
    if (pattern.has_error()) return pattern.error();
    const std::set<std::string> selected = selected_on(*pattern);
    std::vector<UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const std::string& name : names_in(*pattern)) {
        const auto argument = arguments.find(name);
        if (argument == arguments.end()) return bad_template(text, "nothing gives {" + name + "}");
        names.push_back(from_utf8(name));
        values.push_back(formattable(argument->second, selected.contains(name), locale));
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessageFormat format(from_utf8(text), icu_locale(locale), status);
    if (U_FAILURE(status)) return bad_template(text, u_errorName(status));
    UnicodeString filled;
    format.format(names.data(), values.data(), static_cast<int32_t>(names.size()), filled, status);
    if (U_FAILURE(status)) return bad_template(text, std::string("cannot be filled: ") + u_errorName(status));
    return to_utf8(with_plain_spaces(std::move(filled)));
}

std::string plain_digits(std::string_view text) {
    const UnicodeString whole = from_utf8(text);
    UnicodeString plain;
    for (int32_t i = 0; i < whole.length(); i = whole.moveIndex32(i, 1)) {
        const UChar32 c = whole.char32At(i);
        const int32_t digit = u_charDigitValue(c);
        if (digit >= 0)
            plain.append(static_cast<char16_t>(u'0' + digit));
        else if (c != '\n' && u_isUWhiteSpace(c))
            plain.append(u' ');
        else
            plain.append(c);
    }
    return to_utf8(plain);
}

}  // namespace parlance::nlg
