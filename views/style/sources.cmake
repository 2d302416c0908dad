# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(views PRIVATE
    style/elidedlabel.cpp style/elidedlabel.h
    style/flowlayout.cpp style/flowlayout.h
    style/foldbutton.cpp style/foldbutton.h
    style/iconengine.cpp style/iconengine.h
    style/icons.cpp style/icons.h
    style/plaintext.cpp style/plaintext.h
    style/spacing.h
    style/statuscolors.cpp style/statuscolors.h
    style/statusglyph.cpp style/statusglyph.h
    style/statuswords.cpp style/statuswords.h)
file(GLOB taskglass_icon_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/icons/*.svg)
qt_add_resources(views taskglass_icons PREFIX "/taskglass" BASE ${CMAKE_SOURCE_DIR}/resources FILES ${taskglass_icon_files})
