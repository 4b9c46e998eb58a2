#include "personalization/customer_view.h"

#include <catch2/catch.hpp>

using namespace parlance;
using parlance::personalization::CustomerView;

TEST_CASE("numeric attributes of every kind are read as numbers", "[personalization][view]") {
    CustomerView view;
    view.attributes = {{"age", std::int64_t{38}},
                       {"reserve_months", 2.4},
                       {"savings_balance", Money{620'050, {"EUR"}}},
                       {"has_mortgage", true},
                       {"tier", std::string("gold")}};
    CHECK(view.number("age") == 38);
    CHECK(view.number("reserve_months") == 2.4);
    CHECK(view.number("savings_balance") == 6200.5);
    CHECK(view.number("tier", -1) == -1);
    CHECK(view.number("absent", 7) == 7);
    CHECK(view.is("has_mortgage"));
    CHECK_FALSE(view.is("tier"));
    CHECK_FALSE(view.is("absent"));
}
