#include "personalization/storage/memory_event_store.h"
#include "tests/stores/event_store_contract.h"

using namespace parlance;

TEST_CASE("behaviour events in memory keep the contract", "[personalization][stores]") {
    personalization::MemoryEventStore store;
    tests::check_event_store_contract(store);
}
