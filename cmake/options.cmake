# SPDX-License-Identifier: GPL-3.0-or-later
# What every target is compiled with, in one place. Link `taskglass_options` PRIVATE.
add_library(taskglass_options INTERFACE)
target_include_directories(taskglass_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(taskglass_options INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_FOREACH
    QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060800
    QT_DISABLE_DEPRECATED_UP_TO=0x060800
    TASKGLASS_VERSION="${PROJECT_VERSION}")
target_compile_options(taskglass_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wold-style-cast -Wswitch-enum -Wshadow -Wnon-virtual-dtor
    -Woverloaded-virtual)
if(TASKGLASS_WARNINGS_AS_ERRORS)
    target_compile_options(taskglass_options INTERFACE -Werror)
endif()
if(TASKGLASS_SANITIZE)
    target_compile_options(taskglass_options INTERFACE -fsanitize=${TASKGLASS_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(taskglass_options INTERFACE -fsanitize=${TASKGLASS_SANITIZE})
endif()

# A room of the house: one static library that may use only what it links, so that the linker holds the arrows.
#   taskglass_room(NAME SOURCES … LINK …)
function(taskglass_room name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    qt_add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC ${ARG_LINK} PRIVATE taskglass_options)
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
endfunction()
