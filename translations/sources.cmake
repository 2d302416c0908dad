# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles every translation into :/i18n of the library `startup`, whose installTranslators() loads them.
set(qm_files "")
file(GLOB ts_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/translations/*.ts)
foreach(ts IN LISTS ts_files)
    cmake_path(GET ts STEM name)
    set(qm ${CMAKE_CURRENT_BINARY_DIR}/${name}.qm)
    add_custom_command(OUTPUT ${qm} COMMAND Qt6::lrelease -silent -nounfinished ${ts} -qm ${qm} DEPENDS ${ts} VERBATIM)
    list(APPEND qm_files ${qm})
endforeach()
qt_add_resources(startup taskglass_translations PREFIX "/i18n" BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${qm_files})
