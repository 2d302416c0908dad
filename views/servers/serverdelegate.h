// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/serverprofile.h"

#include <QStyledItemDelegate>

namespace taskglass {

/// The colour of an environment's badge and strip. Never alone: the word stands with it.
[[nodiscard]] QColor environmentColor(Environment environment, const QPalette &palette);

/// Two lines: name with environment badge; state in words, and how many failures are new.
class ServerDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace taskglass
