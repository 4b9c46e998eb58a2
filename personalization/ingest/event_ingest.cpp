#include "personalization/ingest/event_ingest.h"

#include <utility>

#include "personalization/cloud_event.h"

namespace parlance::personalization {

using Outcome = IngestReceipt::Outcome;

// The events of one call with what is known of each so far.
class EventIngest::Batch {
public:
    explicit Batch(TimePoint now) : now_(now) {}

    void add(const BehaviorEvent& event) { add(event, {}); }

    void add_text(std::string_view text) {
        auto event = read_cloud_event(text);
        if (event) return add(std::move(*event), text);
        texts_.emplace_back(text);
        receipts_.push_back({Outcome::dead, DeadReason::unreadable, event.error().detail});
    }

    // Those to be counted.
    const std::vector<BehaviorEvent>& sound() const { return sound_; }

    // What the store said of the sound ones, in their order.
    void settle(const std::vector<AppendOutcome>& outcomes) {
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            IngestReceipt& receipt = receipts_[places_[i]];
            if (outcomes[i] == AppendOutcome::accepted) receipt.customer = sound_[i].customer;
            if (outcomes[i] == AppendOutcome::repeated) receipt.outcome = Outcome::repeated;
            if (outcomes[i] != AppendOutcome::late) continue;
            receipt = {Outcome::dead, DeadReason::late,
                       "the customer's newest event is over 7 days newer, or older ones have expired"};
            if (texts_[places_[i]].empty()) texts_[places_[i]] = to_cloud_event(sound_[i]);
        }
    }

    std::vector<DeadLetter> dead() const {
        std::vector<DeadLetter> letters;
        for (std::size_t i = 0; i < receipts_.size(); ++i) {
            if (receipts_[i].outcome != Outcome::dead) continue;
            letters.push_back({*receipts_[i].reason, receipts_[i].detail, texts_[i], now_, 0});
        }
        return letters;
    }

    std::vector<IngestReceipt> receipts() && { return std::move(receipts_); }

private:
    // text: as it came; empty when it came as a value.
    void add(BehaviorEvent event, std::string_view text) {
        texts_.emplace_back(text);
        if (event.at > now_ + clock_error) {
            receipts_.push_back(
                {Outcome::dead, DeadReason::from_the_future, "its time is over 5 minutes ahead of ours"});
            if (text.empty()) texts_.back() = to_cloud_event(event);
            return;
        }
        places_.push_back(receipts_.size());
        receipts_.emplace_back();
        sound_.push_back(std::move(event));
    }

    TimePoint now_;
    std::vector<IngestReceipt> receipts_;  // one an event
    std::vector<std::string> texts_;       // likewise; empty where a value came and no text was needed
    std::vector<BehaviorEvent> sound_;
    std::vector<std::size_t> places_;  // of the sound ones among the receipts
};

Result<std::vector<IngestReceipt>> EventIngest::take(Batch batch, Lateness lateness) {
    const auto outcomes = events_.append(batch.sound(), lateness);
    if (!outcomes) return outcomes.error();
    batch.settle(*outcomes);
    if (const auto kept = dead_.keep(batch.dead()); !kept) return kept.error();
    return std::move(batch).receipts();
}

Result<IngestReceipt> EventIngest::track_behavior(const BehaviorEvent& event) {
    const auto receipts = track({&event, 1});
    if (!receipts) return receipts.error();
    return receipts->front();
}

Result<std::vector<IngestReceipt>> EventIngest::track(std::span<const BehaviorEvent> events) {
    Batch batch(clock_());
    for (const BehaviorEvent& event : events) batch.add(event);
    return take(std::move(batch), Lateness::refuse);
}

Result<std::vector<IngestReceipt>> EventIngest::track_texts(std::span<const std::string_view> texts) {
    Batch batch(clock_());
    for (const std::string_view text : texts) batch.add_text(text);
    return take(std::move(batch), Lateness::refuse);
}

Result<ReplayCounts> EventIngest::replay(Lateness lateness) {
    const auto letters = dead_.all();
    if (!letters) return letters.error();
    Batch batch(clock_());
    for (const DeadLetter& letter : *letters) batch.add_text(letter.text);
    const auto receipts = take(std::move(batch), lateness);
    if (!receipts) return receipts.error();
    ReplayCounts counts;
    std::vector<DeadLetter> settled;
    for (std::size_t i = 0; i < receipts->size(); ++i) {
        switch ((*receipts)[i].outcome) {
            case Outcome::accepted: ++counts.accepted; break;
            case Outcome::repeated: ++counts.repeated; break;
            case Outcome::dead: ++counts.still_dead; continue;
        }
        settled.push_back((*letters)[i]);
    }
    if (const auto gone = dead_.remove(settled); !gone) return gone.error();
    return counts;
}

}  // namespace parlance::personalization
