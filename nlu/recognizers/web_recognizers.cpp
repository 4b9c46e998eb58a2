#include "nlu/recognizers/web_recognizers.h"

#include <cctype>

#include "nlu/text_pattern.h"
#include "nlu/unicode_text.h"

namespace parlance::nlu {

namespace {

// Countries' domains and the other ones often met, each between blanks.
constexpr std::string_view top_level_domains =
    " ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by "
    "bz "
    "ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj "
    "fk fm "
    "fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir "
    "is it "
    "je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml "
    "mm mn "
    "mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn "
    "pr ps "
    "pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg "
    "th tj "
    "tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw "
    "com org net edu gov mil int info biz name pro aero coop museum jobs mobi travel tel asia cat post xxx "
    "academy agency app apple art audi aws bank bar blog bmw build business cafe capital care careers cash "
    "center "
    "chat church city cloud club coach codes coffee community company computer consulting cool credit cards "
    "dating "
    "delivery design dev digital direct directory dog domains education email energy engineering enterprises "
    "events "
    "exchange expert family farm finance financial fit football foundation fun fund fyi gallery games global "
    "gold "
    "google group guide guru health help host house insure international investments ink kim land law legal "
    "life "
    "link live loan loans london ltd market marketing media microsoft money movie network news ngo ninja nyc "
    "one "
    "online page partners parts photo photography photos pics pizza place plus press productions properties "
    "pub red "
    "rent report rest review reviews rocks run sale school science services shop show site social software "
    "solutions "
    "space store stream studio style support surf systems tax taxi team tech technology tips today tools top "
    "tours "
    "town toys trade training tube university vacations ventures video vip vision watch web website wiki win "
    "wine "
    "work works world wtf xyz yoga zone ";

const TextPattern& url_pattern() {
    static const TextPattern pattern =
        TextPattern::compile(
            R"(((?:(?:https?|ftp)://(?:localhost|(?:[a-z0-9-]+\.)+[a-z]{2,18}\b))"
            R"(|(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,18}\b)(?::\d{1,5})?(?:[/?#][^\s'"<>\[\]{}|]*)?))")
            .value();
    return pattern;
}

// The host's last label names a domain; a host behind a scheme is taken at its word.
bool has_known_domain(std::string_view url) {
    const std::string_view host = url.substr(0, url.find_first_of(":/?#"));
    const std::string_view last = host.substr(host.rfind('.') + 1);
    return top_level_domains.find(" " + std::string(last) + " ") != std::string_view::npos;
}

bool is_name_byte(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '@' || c == '.' || c == '-' || c == '_';
}

// Whether the text goes on into or out of the span, as in "dave@abc.com" and "working..is".
bool stands_alone(std::string_view text, const TextSpan& span) {
    if (span.begin > 0 && is_name_byte(text[span.begin - 1])) return false;
    return span.end >= text.size() || (text[span.end] != '@' && text[span.end] != '_');
}

}  // namespace

std::vector<Recognition> recognize_urls(std::string_view text, TimePoint) {
    std::vector<Recognition> recognitions;
    for (const PatternMatch& match : url_pattern().find_all(text)) {
        TextSpan span = match.value;
        std::string url = to_lower_case(text.substr(span.begin, span.length()));
        while (url.find_last_of(".,;:!?)") == url.size() - 1) {
            url.pop_back();
            --span.end;
        }
        const bool has_scheme = url.find("://") != std::string::npos;
        if (!has_scheme && (!stands_alone(text, span) || !has_known_domain(url))) continue;
        recognitions.push_back({span, "url", {{"value", url}}});
    }
    return recognitions;
}

}  // namespace parlance::nlu
