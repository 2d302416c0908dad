# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(views PRIVATE
    dialogs/aboutdialog.cpp dialogs/aboutdialog.h
    dialogs/commanddialog.cpp dialogs/commanddialog.h
    dialogs/commandflow.cpp dialogs/commandflow.h
    dialogs/commandsummary.cpp dialogs/commandsummary.h
    dialogs/commandwords.cpp dialogs/commandwords.h
    dialogs/preferencesdialog.cpp dialogs/preferencesdialog.h
    dialogs/previewmodel.cpp dialogs/previewmodel.h
    dialogs/resultspanel.cpp dialogs/resultspanel.h
    dialogs/shortcutoverlay.cpp dialogs/shortcutoverlay.h
    dialogs/speed.cpp dialogs/speed.h
    dialogs/undobar.cpp dialogs/undobar.h)
