# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(views PRIVATE
    detail/batchitems.cpp detail/batchitems.h
    detail/copytext.cpp detail/copytext.h
    detail/description.cpp detail/description.h
    detail/detailtab.h
    detail/detailtabs.cpp detail/detailtabs.h
    detail/errorcard.cpp detail/errorcard.h
    detail/errortab.cpp detail/errortab.h
    detail/failureitems.cpp detail/failureitems.h
    detail/findbar.cpp detail/findbar.h
    detail/jsonscanner.cpp detail/jsonscanner.h detail/jsontext.cpp
    detail/jsontab.cpp detail/jsontab.h
    detail/jsontreemodel.cpp detail/jsontreemodel.h
    detail/linkbutton.cpp detail/linkbutton.h
    detail/links.cpp detail/links.h
    detail/linksbox.cpp detail/linksbox.h
    detail/rawtab.cpp detail/rawtab.h
    detail/redact.cpp detail/redact.h
    detail/relatedtab.cpp detail/relatedtab.h
    detail/relations.cpp detail/relations.h
    detail/speedfacts.cpp detail/speedfacts.h
    detail/summarytab.cpp detail/summarytab.h
    detail/taskdetailpane.cpp detail/taskdetailpane.h detail/taskdetailpane_parts.cpp
    detail/taskfacts.cpp detail/taskfacts.h
    detail/textpane.cpp detail/textpane.h
    detail/timelinebar.cpp detail/timelinebar.h
    detail/timelineparts.cpp detail/timelineparts.h
    detail/timelinetab.cpp detail/timelinetab.h)
