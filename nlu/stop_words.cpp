#include "nlu/stop_words.h"

#include <algorithm>
#include <unordered_set>

namespace parlance::nlu {

namespace {

constexpr std::string_view english =
    "a about above actually after afternoon again against ago all almost already also although always "
    "am among an and another any anybody anymore anyone anything anyway april are aren arent around as "
    "ask at august away back be because been before being below better between billion both buck bucks "
    "but by bye call came can cannot cant cent cents check chf come comes coming could couldn couldnt "
    "currently daily day days december did didn didnt do does doesn doesnt doing dollar dollars don "
    "done dont down dozen during each eight eighteen eighty either eleven else enough eur euro euros "
    "even evening ever every everything explain extra far february few fifteen fifty find first five "
    "for forty four fourteen franc francs friday from further gave gbp get gets getting give given go "
    "goes going gone good got grand great had hadn half happen happened happens has hasn hasnt have "
    "haven havent having he hello help helping her here hers herself hey hi him himself his hour hours "
    "how however hundred hundreds i if im in instead into is isn isnt it its itself january july june "
    "just keep kind know last later least let lets like likely little long look looking lot made make "
    "makes making many march may maybe me mean means might million millions mine minute minutes monday "
    "month months more morning most much must my myself need needed needs neither never next night "
    "nine nineteen ninety no nobody none nope nor not nothing november now october of off often ok "
    "okay on once one ones only onto or other others our ours ourselves out over own pence penny per "
    "percent perhaps please plus possible pound pounds put quarter quid quite rather really right said "
    "same saturday say second seconds see seem seems september seven seventeen seventy shall she "
    "should shouldn show showing since six sixteen sixty so some somebody someone something sometimes "
    "soon sorry still such sunday sure take taken takes taking talk tell ten than thank thanks that "
    "the their theirs them themselves then there these they thing things think thirteen thirty this "
    "those though thousand thousands three through thursday till to today together told tomorrow "
    "tonight too took toward towards tried tries try trying tuesday turn twelve twenty twice two under "
    "until up upon us usd use used uses using very via wait wanna want wanted wants was wasn wasnt way "
    "we wednesday week weeks well went were weren what whatever whats when whenever where whether "
    "which while who whole whom whose why will wish with within without won wonder wondering wont "
    "worse would wouldn wouldnt yeah year years yep yes yesterday yet you your yours yourself zero";

constexpr std::string_view german =
    "abend aber acht achtzehn achtzig alle allem allen aller alles als also alt am an andere anderem "
    "anderen anderer anderes anders april auch auf august aus ausserdem bald bei beide beiden beim "
    "bereits besser bevor bin bis bisher bist bitte brauche brauchen braucht bräuchte cent chf da "
    "dabei dafür dagegen daher damit danach danke dann daran darauf daraus darf darin darum darüber "
    "das dass dein deine deinem deinen deiner dem den denen denn dennoch der deren derzeit des deshalb "
    "dessen dezember dich die dienstag dies diese dieselbe diesem diesen dieser dieses dir doch dollar "
    "donnerstag dort drei dreissig dreizehn du durch dutzend dürfen eben ebenfalls eher eigentlich ein "
    "eine einem einen einer eines einfach einige einigen einiges einmal eins elf erklären es etwa "
    "etwas euch euer eur eure euro euros februar finde finden franken freitag früh fünf fünfzehn "
    "fünfzig für ganz gar gbp geben gegen gehen geht gemacht genau genug gerade gern gerne gestern "
    "gibt gut gute guten guter habe haben halb hallo halt hat hatte hatten helfen heute hi hier hilf "
    "hilfe hin hinter hundert hätte hätten ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in "
    "indem ins irgendwie ist ja jahr jahre jahren jahres januar jede jedem jeden jeder jedes jemand "
    "jene jetzt juli juni kann kannst kein keine keinem keinen keiner kommen kommt können könnt könnte "
    "könnten lang lange lassen letzte letzten letzter letztes leute lässt machen macht mai mal man "
    "manche mehr mein meine meinem meinen meiner meines mich milliarde million millionen minute "
    "minuten mir mit mittag mittwoch monat monate monaten monats montag morgen muss märz möchte "
    "möchten müssen müsste nach nachdem nacht nein neun neunzehn neunzig nicht nichts nie niemand noch "
    "nochmal november null nun nur ob obwohl oder ohne oktober paar per pfund prozent prüfen quartal "
    "rappen sagen samstag schicken schon sechs sechzehn sechzig sehe sehen sehr sei seid sein seine "
    "seinem seinen seiner seit sekunde sekunden selbst september sich sie sieben siebzehn siebzig sind "
    "so sobald soll sollen sollte sollten somit sondern sonntag sonst soviel sowie statt stunde "
    "stunden tag tage tagen tausend tun um und uns unser unsere unserem unseren unserer unter usd viel "
    "viele vielen vielleicht vielmehr vier vierzehn vierzig vom von vor vorher wann war waren warum "
    "was wegen weil weiter weitere weiteren welche welchem welchen welcher welches wem wen wenig wenn "
    "wer werde werden wessen wie wieder wieso wieviel will wir wird wirklich wissen wo woche wochen "
    "woher wohin wollen wollte womit worden wurde wurden würde würden zehn zeig zeige zeigen zu zum "
    "zur zurück zwanzig zwar zwei zweimal zwischen zwölf über überhaupt";

using Words = std::unordered_set<std::string_view>;

Words words_in(std::string_view list) {
    Words words;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        words.insert(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return words;
}

}  // namespace

bool is_stop_word(std::string_view word, std::string_view language) {
    static const Words of_english = words_in(english);
    static const Words of_german = words_in(german);
    const Words& words = language == "de" ? of_german : of_english;
    if (words.contains(word)) return true;
    const std::size_t apostrophe = word.find('\'');
    if (apostrophe == std::string_view::npos) return false;
    std::string_view front = word.substr(0, apostrophe);
    if (word.substr(apostrophe) == "'t" && front.ends_with('n')) front.remove_suffix(1);  // "do" of "don't"
    return words.contains(front) || words.contains(word.substr(0, apostrophe));
}

}  // namespace parlance::nlu
