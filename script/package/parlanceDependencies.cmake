# What the libraries link with: read by this project's own build and, installed, by `find_package(parlance)`.
# parlance_FIND_REQUIRED ends at the first one missing; without it parlance_FOUND turns false.
include(CMakeFindDependencyMacro)

set(parlance_required "")
if(parlance_FIND_REQUIRED)
    set(parlance_required REQUIRED)
endif()

# As find_dependency, for what has a pkg-config file: PkgConfig::<name>.
macro(parlance_find_module name)
    pkg_check_modules(${name} ${parlance_required} QUIET IMPORTED_TARGET ${ARGN})
    parlance_check_found(${name} ${name}_FOUND)
endmacro()

# The same for a bare library: parlance::lib<name>.
macro(parlance_find_library name)
    find_library(PARLANCE_LIB_${name} NAMES ${name} ${parlance_required})
    parlance_check_found(lib${name} PARLANCE_LIB_${name})
    if(NOT TARGET parlance::lib${name})
        add_library(parlance::lib${name} UNKNOWN IMPORTED)
        set_target_properties(parlance::lib${name} PROPERTIES IMPORTED_LOCATION ${PARLANCE_LIB_${name}})
    endif()
endmacro()

macro(parlance_check_found name found)
    if(NOT ${found})
        set(parlance_FOUND FALSE)
        set(parlance_NOT_FOUND_MESSAGE "parlance needs ${name}, which was not found")
        return()
    endif()
endmacro()

find_dependency(Threads)
find_dependency(PkgConfig)
find_dependency(Boost 1.81)
find_dependency(nlohmann_json 3.11)
find_dependency(Eigen3 3.4 NO_MODULE)
find_dependency(SQLiteCpp)
find_dependency(OpenSSL COMPONENTS Crypto)
parlance_find_module(ICU icu-i18n icu-uc)
parlance_find_module(RE2 re2)
parlance_find_module(SQLITE3 sqlite3)
parlance_find_module(HIREDIS hiredis)
parlance_find_module(OPENBLAS openblas)
parlance_find_module(FASTTEXT fasttext)
parlance_find_module(XGBOOST xgboost)
parlance_find_module(EDIT libedit)
parlance_find_library(stemmer)
parlance_find_library(linear)

# The server's alone.
if("websocket" IN_LIST parlance_FIND_COMPONENTS)
    find_dependency(CLI11)
    find_dependency(spdlog)
    find_dependency(prometheus-cpp COMPONENTS core)
endif()
