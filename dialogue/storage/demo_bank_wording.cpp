#include "dialogue/storage/demo_bank_wording.h"

#include <algorithm>
#include <span>

#include "dialogue/storage/demo_bank_matching.h"

namespace parlance::dialogue::demo_bank {
namespace {

struct Wording {
    std::string_view kind;
    std::string_view en;
    std::string_view de;
};

constexpr Wording card_kinds[] = {{"debit", "debit card", "Debitkarte"},
                                  {"credit", "credit card", "Kreditkarte"}};

constexpr Wording card_statuses[] = {
    {"active", "active", "aktiv"},
    {"blocked", "blocked", "gesperrt"},
    {"ordered", "ordered, not activated yet", "bestellt, noch nicht aktiviert"},
    {"frozen", "temporarily locked", "vor\u00fcbergehend gesperrt"}};

constexpr Wording loan_kinds[] = {{"mortgage", "mortgage", "Baufinanzierung"},
                                  {"personal", "personal loan", "Ratenkredit"},
                                  {"car", "car loan", "Autokredit"}};

constexpr Wording fields[] = {{"address", "address", "Adresse"},
                              {"phone", "phone number", "Telefonnummer"},
                              {"email", "email address", "E-Mail-Adresse"}};

constexpr Wording categories[] = {
    {"bereavement", "funeral costs", "Bestattung"},
    {"business", "business expenses", "Gesch\u00e4ftsausgaben"},
    {"cash", "cash withdrawals", "Bargeld"},
    {"childcare", "childcare", "Kinderbetreuung"},
    {"clothing", "clothing", "Kleidung"},
    {"credit", "credit payments", "Kreditraten"},
    {"donation", "donations", "Spenden"},
    {"education", "education", "Bildung"},
    {"entertainment", "entertainment", "Freizeit"},
    {"family", "family", "Familie"},
    {"family_support", "family support", "Familienunterst\u00fctzung"},
    {"fee_refund", "refunded fees", "erstattete Entgelte"},
    {"fees", "fees", "Entgelte"},
    {"fuel", "fuel", "Tanken"},
    {"gift", "gifts", "Geschenke"},
    {"gifts", "gifts", "Geschenke"},
    {"groceries", "groceries", "Lebensmittel"},
    {"health", "health", "Gesundheit"},
    {"home", "home and garden", "Haus und Garten"},
    {"household", "household", "Haushalt"},
    {"housing", "housing", "Wohnen"},
    {"income", "income", "Einnahmen"},
    {"inheritance", "inheritance", "Erbschaft"},
    {"insurance", "insurance", "Versicherungen"},
    {"investing", "investments", "Geldanlage"},
    {"legal", "legal costs", "Rechtskosten"},
    {"moving", "moving house", "Umzug"},
    {"own_transfer", "transfers between own accounts", "Umbuchungen"},
    {"pets", "pets", "Haustiere"},
    {"rent", "rent", "Miete"},
    {"restaurants", "restaurants", "Restaurants"},
    {"retirement", "retirement provision", "Altersvorsorge"},
    {"salary", "salary", "Gehalt"},
    {"savings", "savings", "Sparen"},
    {"shopping", "shopping", "Eink\u00e4ufe"},
    {"subscriptions", "subscriptions", "Abos"},
    {"suspicious", "unusual payments", "auff\u00e4llige Zahlungen"},
    {"tax", "taxes", "Steuern"},
    {"telecom", "phone and internet", "Telefon und Internet"},
    {"transfer", "transfers", "\u00dcberweisungen"},
    {"transport", "transport", "Verkehr"},
    {"travel", "travel", "Reisen"},
    {"utilities", "energy and water", "Strom, Gas und Wasser"},
    {"wedding", "wedding", "Hochzeit"},
};

struct FeeWording {
    std::string_view part;  // of the fee's name, comparable; the first that fits counts
    std::string_view en;
    std::string_view de;
};

constexpr FeeWording fee_reasons[] = {
    {"overdraft interest", "Interest for the days on which the account was overdrawn.",
     "Zinsen f\u00fcr die Tage, an denen das Konto im Minus war."},
    {"ueberziehungszinsen", "Interest for the days on which the account was overdrawn.",
     "Zinsen f\u00fcr die Tage, an denen das Konto im Minus war."},
    {"overdraft", "The account was overdrawn beyond its agreed limit.",
     "Das Konto war \u00fcber den vereinbarten Rahmen hinaus im Minus."},
    {"atm", "Cash was drawn at another bank's machine.",
     "Es wurde Bargeld am Automaten einer anderen Bank abgehoben."},
    {"foreign card", "The card was used in a foreign currency or abroad.",
     "Die Karte wurde im Ausland oder in einer fremden W\u00e4hrung eingesetzt."},
    {"transfer", "A transfer went to a bank abroad.", "Eine \u00dcberweisung ging an eine Bank im Ausland."},
    {"direct debit", "A direct debit was returned because the account did not cover it.",
     "Eine Lastschrift wurde mangels Deckung zur\u00fcckgegeben."},
    {"ruecklastschrift", "A direct debit was returned because the account did not cover it.",
     "Eine Lastschrift wurde mangels Deckung zur\u00fcckgegeben."},
    {"credit card interest", "Interest on the part of the card bill that was not paid in full.",
     "Zinsen auf den nicht vollst\u00e4ndig bezahlten Teil der Kartenrechnung."},
    {"statement", "A statement was sent on paper.", "Ein Kontoauszug wurde auf Papier verschickt."},
    {"declined card", "A card payment was tried again after it had been declined.",
     "Eine abgelehnte Kartenzahlung wurde erneut versucht."},
    {"mahngebuehr", "A payment came late and a reminder was sent.",
     "Eine Zahlung kam zu sp\u00e4t und wurde angemahnt."},
    {"kontofuehrung", "The monthly price of the account.",
     "Das monatliche Entgelt f\u00fcr die Kontof\u00fchrung."},
    {"account fee", "The monthly price of the account.",
     "Das monatliche Entgelt f\u00fcr die Kontof\u00fchrung."},
};

std::string words_for(std::span<const Wording> wordings, std::string_view kind, const Locale& locale) {
    const auto* found = std::find_if(wordings.data(), wordings.data() + wordings.size(),
                                     [&](const Wording& wording) { return wording.kind == kind; });
    if (found != wordings.data() + wordings.size()) {
        return std::string(locale.tag.starts_with("de") ? found->de : found->en);
    }
    std::string words(kind);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

}  // namespace

std::string card_kind_words(std::string_view kind, const Locale& locale) {
    return words_for(card_kinds, kind, locale);
}

std::string card_status_words(std::string_view status, const Locale& locale) {
    return words_for(card_statuses, status, locale);
}

std::string loan_kind_words(std::string_view kind, const Locale& locale) {
    return words_for(loan_kinds, kind, locale);
}

std::string category_words(std::string_view category, const Locale& locale) {
    return words_for(categories, category, locale);
}

std::string field_words(std::string_view field, const Locale& locale) {
    return words_for(fields, field, locale);
}

std::string default_topic_words(const Locale& locale) {
    return locale.tag.starts_with("de") ? "Beratung" : "advice";
}

std::string fee_reason(std::string_view fee_name, const Locale& locale) {
    const bool is_german = locale.tag.starts_with("de");
    const std::string name = comparable(fee_name);
    for (const FeeWording& reason : fee_reasons) {
        if (name.find(reason.part) != std::string::npos)
            return std::string(is_german ? reason.de : reason.en);
    }
    return is_german ? "Ein Entgelt nach dem Preisverzeichnis." : "A fee under the bank's price list.";
}

bool means_category(std::string_view words, std::string_view category) {
    const std::string wanted = comparable(words);
    return wanted == comparable(category) || wanted == comparable(category_words(category, Locale{"en"})) ||
           wanted == comparable(category_words(category, Locale{"de"}));
}

}  // namespace parlance::dialogue::demo_bank
