// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/detail/jsonscanner.h"

#include <QAbstractItemModel>
#include <QByteArray>
#include <QList>

#include <memory>
#include <vector>

namespace taskglass {

/// A JSON text as a tree of names and values, over the very bytes that the server sent: numbers are shown as written.
/// Children are looked for when a row is opened for the first time, so that large texts open at once. Text that is not
/// JSON gives an empty tree; fault() says where.
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        PathRole = Qt::UserRole, ///< QString: "filter.genres[2]", odd names quoted: ["a.b"].
        LiteralRole,             ///< QByteArray: the value as sent.
        TextRole                 ///< QString: a string decoded; other values as sent. Never shortened.
    };
    /// Cells show so many characters of a value; the viewer shows the rest.
    static constexpr int kShownCharacters = 400;

    explicit JsonTreeModel(QObject *parent = nullptr);
    ~JsonTreeModel() override;

    void setText(const QByteArray &text);
    [[nodiscard]] const QByteArray &text() const { return m_text; }
    [[nodiscard]] std::optional<qsizetype> fault() const { return m_fault; }

    /// Places of all names and scalar values that contain \a needle, case-insensitively, in reading order: the row at each
    /// level. One pass over the text; the tree is not built for it.
    [[nodiscard]] std::vector<std::vector<int>> find(const QString &needle) const;
    /// The index of a place that find() gave.
    [[nodiscard]] QModelIndex indexAt(const std::vector<int> &place);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node;
    [[nodiscard]] Node *nodeAt(const QModelIndex &index) const;
    void readChildren(Node &node) const;
    [[nodiscard]] QString valueText(const Node &node) const;
    [[nodiscard]] QString pathOf(const Node &node) const;

    QByteArray m_text;
    std::optional<qsizetype> m_fault;
    std::unique_ptr<Node> m_root;
};

} // namespace taskglass
