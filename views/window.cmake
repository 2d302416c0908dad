# SPDX-License-Identifier: GPL-3.0-or-later
# The main window and its parts.
target_sources(views PRIVATE
    actionrules.cpp actionrules.h
    actions.cpp actions.h
    actionspecs.cpp
    addserver/address.cpp addserver/address.h
    addserver/addserverdialog.cpp addserver/addserverdialog.h addserver/addserverdialog_parts.cpp
    addserver/connectionoptions.cpp addserver/connectionoptions.h
    addserver/credentialfields.cpp addserver/credentialfields.h
    addserver/filefield.cpp addserver/filefield.h
    chips/chip.cpp chips/chip.h
    chips/chiprow.cpp chips/chiprow.h
    chips/statusclause.cpp chips/statusclause.h
    filterbar/filterbar.cpp filterbar/filterbar.h
    filterbar/filteredit.cpp filterbar/filteredit.h
    filterbar/filterhelp.cpp filterbar/filterhelp.h
    filterbar/filtersuggestions.cpp filterbar/filtersuggestions.h
    dockplacement.cpp dockplacement.h
    intervalmenu.cpp intervalmenu.h
    mainwindow.cpp mainwindow.h mainwindow_layout.cpp mainwindow_state.cpp mainwindow_wiring.cpp
    menus.cpp menus.h
    panecycle.cpp panecycle.h
    serverview.cpp serverview.h
    servers/environmentstrip.cpp servers/environmentstrip.h
    servers/serverdelegate.cpp servers/serverdelegate.h
    servers/serverlist.cpp servers/serverlist.h
    servers/serverlistmodel.cpp servers/serverlistmodel.h
    sidepanels/builtinviews.h
    sidepanels/grouplist.cpp sidepanels/grouplist.h
    sidepanels/grouppanel.cpp sidepanels/grouppanel.h
    sidepanels/sidepanels.cpp sidepanels/sidepanels.h
    sidepanels/viewlist.cpp sidepanels/viewlist.h
    startpage/startpage.cpp startpage/startpage.h
    states/emptiness.cpp states/emptiness.h
    states/emptystate.cpp states/emptystate.h
    states/noticebar.cpp states/noticebar.h
    states/notices.cpp states/notices.h
    states/situation.cpp states/situation.h
    statusbar/windowstatusbar.cpp statusbar/windowstatusbar.h
    taskactions.cpp taskactions.h
    taskpane.cpp taskpane.h
    tasktable/cellfilter.cpp tasktable/cellfilter.h
    tasktable/celltick.cpp tasktable/celltick.h
    tasktable/columnlayout.cpp tasktable/columnlayout.h
    tasktable/columnmenu.cpp tasktable/columnmenu.h
    tasktable/newrowspill.cpp tasktable/newrowspill.h
    tasktable/rowhold.cpp tasktable/rowhold.h
    tasktable/rowsbelow.cpp tasktable/rowsbelow.h
    tasktable/rowtree.cpp tasktable/rowtree.h
    tasktable/scrollanchor.cpp tasktable/scrollanchor.h
    tasktable/taskdelegate.cpp tasktable/taskdelegate.h
    tasktable/taskheader.cpp tasktable/taskheader.h
    tasktable/taskselection.cpp tasktable/taskselection.h
    tasktable/tasktableview.cpp tasktable/tasktableview.h
    textzoom.cpp textzoom.h
    windowdialogs.cpp windowdialogs.h)
