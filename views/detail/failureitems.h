// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QByteArray>
#include <QList>

namespace taskglass {

/// One item (a document, or a shard that was searched) that a task could not process, in the server's words.
struct FailureItem
{
    QString index;
    QString id;      ///< The document; "shard 2" of searches.
    QString cause;   ///< "type: reason", the causes below it appended.
    QString status;  ///< HTTP-like, as sent.
    bool operator==(const FailureItem &) const = default;
};

/// The item failures of a task from its raw answer: `response.failures`, or `failures` of a bare result.
[[nodiscard]] QList<FailureItem> failureItems(const QByteArray &raw);

/// The causes below \a object (`caused_by`), outermost first, each a line "type: reason"; at most 20.
[[nodiscard]] QStringList causesBelow(const QByteArray &object);

/// Item failures as a table; ten thousand of them cost as much as the visible ones.
class FailureItemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Index, Id, Cause, Status, Count };

    using QAbstractTableModel::QAbstractTableModel;
    void setItems(const QList<FailureItem> &items);
    [[nodiscard]] const QList<FailureItem> &items() const { return m_items; }
    /// All of it, a line an item, columns separated by tabs.
    [[nodiscard]] QString asText() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<FailureItem> m_items;
};

} // namespace taskglass
