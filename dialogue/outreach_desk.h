#pragma once

#include <optional>

#include "dialogue/turn_engine.h"
#include "personalization/outreach/outreach_planner.h"
#include "personalization/storage/outreach_book.h"

namespace parlance::dialogue {

// A conversation in which a customer, who is there, could be told something.
struct Occasion {
    ConversationId conversation;
    CustomerId customer;
    Locale locale;
    Deadline deadline;
};

// Something that was told, unasked.
struct ToldOutreach {
    personalization::OutreachEntry entry;
    TurnTaken taken;
};

// Speaks first: notes what the pack's rules (outreach.json) find to tell a customer, waits for the right
// moment, and says it as a turn of its own. Notes are kept in a book, so that a restart neither loses nor
// repeats one. Safe to call from several threads for different customers; for one customer in order.
// Borrows engine, collaborators and book.
class OutreachDesk {
public:
    OutreachDesk(TurnEngine& engine, TurnCollaborators collaborators, personalization::OutreachBook& book,
                 personalization::OutreachLimits limits);

    // The customer did something, or comes in: notes what there is to tell him. Gives the new notes. Fails
    // with storage_failed, unknown_customer or source_failed.
    Result<std::vector<personalization::OutreachEntry>> look_at(const CustomerId& customer);

    // Says the oldest note that may be said now, if there is one; he is there, so that none waits for his
    // usual hour. What is in the way for now (quiet hours, an open task, a full week) puts a note off; what
    // has lost its cause, its consent or its time is dropped. Fails as `look_at`.
    Result<std::optional<ToldOutreach>> speak(const Occasion& occasion);

    const personalization::OutreachBook& book() const { return book_; }

private:
    struct Judged;

    Result<Judged> judge(const CustomerId& customer, const Locale& locale, Deadline deadline) const;
    Result<std::optional<ToldOutreach>> say(const Occasion& occasion, const Judged& judged,
                                            personalization::OutreachEntry entry);
    Result<void> put_off(personalization::OutreachEntry entry, std::string reason, TimePoint until);
    Result<void> drop(personalization::OutreachEntry entry, std::string reason);

    TurnEngine& engine_;
    TurnCollaborators collaborators_;
    personalization::OutreachBook& book_;
    personalization::OutreachLimits limits_;
};

}  // namespace parlance::dialogue
