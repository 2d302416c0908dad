// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/taskpage.h"

class QTreeWidgetItem;

namespace taskglass {

/// Adds what is known about \a batch under \a parent: its progress tree with the step within the step, why it holds the
/// tasks it holds, its numbers, and how long each step took. All server text is plain. \a now decides which
/// times need a date.
void addBatchItems(QTreeWidgetItem *parent, const Batch &batch, EpochNs now);

} // namespace taskglass
