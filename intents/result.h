#pragma once

#include <boost/system/result.hpp>
#include <stdexcept>
#include <utility>

#include "intents/error.h"

namespace parlance {

// `result.value()` on a failure is a programming error; it surfaces as this exception.
[[noreturn]] BOOST_NOINLINE inline void throw_exception_from_error(const Error& error,
                                                                   const boost::source_location&) {
    throw std::logic_error("value of a failed Result: " + error.detail);
}

// A value or an Error. Boost's result, made [[nodiscard]] so that no error is dropped by accident.
template <typename T>
class [[nodiscard]] Result : public boost::system::result<T, Error> {
public:
    using boost::system::result<T, Error>::result;
};

}  // namespace parlance
