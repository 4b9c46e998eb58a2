#include "nlu/request_words.h"

#include <algorithm>

namespace parlance::nlu {

namespace {

std::string_view english(RequestWord kind) {
    switch (kind) {
        case RequestWord::filler:
            return "also and but first finally hello hey hi just kindly lastly next now ok okay please plus "
                   "really "
                   "second so then";
        case RequestWord::question: return "how what whats when where wheres which who whos why";
        case RequestWord::auxiliary:
            return "am are can could did do does has have is may must shall should was were will would";
        case RequestWord::subject:
            return "a an any anyone i it my our someone that the there these they this those we you your";
        case RequestWord::wish: return "must need wanna want wish would";
        case RequestWord::wisher: return "id lets wed";
        case RequestWord::imperative:
            return "activate add apply arrange ask block book buy calculate call cancel change check close "
                   "compare "
                   "confirm connect convert create decrease delete deposit dispute download email exchange "
                   "explain "
                   "extend find fix freeze get give help increase invest issue let list lock look lower make "
                   "move "
                   "open order pay print put raise rebalance recommend reduce refund register remind remove "
                   "renew "
                   "repay replace report request reschedule reset review schedule search see sell send set "
                   "show "
                   "speak start stop switch talk tell top transfer unblock unfreeze unlock update upgrade "
                   "view wire "
                   "withdraw";
        case RequestWord::infinitive: return "";
        case RequestWord::determiner: return "a an my our the";
        case RequestWord::dependent: return "her hers him his it its them their that this those";
        case RequestWord::pairing: return "between both either";
    }
    return "";
}

std::string_view german(RequestWord kind) {
    switch (kind) {
        case RequestWord::filler:
            return "aber also auch ausserdem bitte danach dann einmal gleich hallo hi jetzt mal noch nun ok "
                   "okay "
                   "schliesslich und zuerst zunächst";
        case RequestWord::question:
            return "wann warum was welche welchen welcher welches wer weshalb wie wieso wieviel wo wofür "
                   "woher wohin "
                   "womit";
        case RequestWord::auxiliary:
            return "bin darf dürfen gibt habe haben hat ist kann kannst können könnt könnte könnten könntest "
                   "muss "
                   "müssen soll sollte sind war werden wird würde würdest würden";
        case RequestWord::subject:
            return "das der die du er es euer ich ihr ihre man mein meine sie unser unsere wir";
        case RequestWord::wish:
            return "bräuchte brauche brauchen hätte hätten möchte möchten muss müssen will wollen wünsche "
                   "würde";
        case RequestWord::wisher: return "";
        case RequestWord::imperative:
            return "aktiviere aktivieren ändere ändern beantrage beantragen bestelle bestellen bezahl "
                   "bezahle bezahlen "
                   "buche buchen eröffne eröffnen erhöhe erhöhen erklär erkläre finde gib hilf kauf kaufe "
                   "kaufen "
                   "kündige kündigen leg lege leite lösche löschen mach mache nenn nenne öffne öffnen prüf "
                   "prüfe prüfen "
                   "reklamiere richte richten sag sage schick schicke schicken schliesse senke senken setz "
                   "setze setzen "
                   "sperr sperre sperren stell stelle stopp stoppe storniere stornieren such suche überweis "
                   "überweise "
                   "überweisen verbinde vereinbare vereinbaren verkauf verkaufe verkaufen verschieb "
                   "verschiebe zahl "
                   "zahle zahlen zeig zeige zeigen";
        case RequestWord::infinitive:
            return "abfragen abheben abrufen abschliessen aktivieren ändern anlegen anzeigen auflösen "
                   "aufnehmen "
                   "ausführen auszahlen beantragen bestellen bezahlen buchen einrichten einzahlen entsperren "
                   "erhöhen "
                   "eröffnen haben herunterladen kaufen kündigen löschen machen melden prüfen reklamieren "
                   "schicken "
                   "schliessen sehen senden senken sperren sprechen stornieren überweisen umtauschen "
                   "vereinbaren "
                   "verkaufen verschieben wechseln wissen zahlen";
        case RequestWord::determiner:
            return "das dem den der die ein eine einem einen einer mein meine meinem meinen meiner unser "
                   "unsere";
        case RequestWord::dependent:
            return "damit daran dafür davon ihm ihn ihr ihre ihren sein seine seinen";
        case RequestWord::pairing: return "entweder sowohl zwischen";
    }
    return "";
}

// True when the space-separated list holds the word.
bool lists(std::string_view list, std::string_view word) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        if (list.substr(0, end) == word) return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

}  // namespace

bool is_request_word(std::string_view word, RequestWord kind, std::string_view language) {
    return !word.empty() && lists(language == "de" ? german(kind) : english(kind), word);
}

}  // namespace parlance::nlu
