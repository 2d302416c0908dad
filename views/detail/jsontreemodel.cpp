// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/jsontreemodel.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

using Kind = JsonToken::Kind;

bool isContainer(Kind kind) { return kind == Kind::BeginObject || kind == Kind::BeginArray; }

} // namespace

struct JsonTreeModel::Node
{
    Node *parent = nullptr;
    int row = 0;
    Kind kind = Kind::Null;
    qsizetype begin = 0;
    qsizetype end = 0;
    QString name; // empty for items of arrays
    bool read = false;
    std::vector<std::unique_ptr<Node>> children;
};

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
    m_root->read = true;
}

JsonTreeModel::~JsonTreeModel() = default;

void JsonTreeModel::setText(const QByteArray &text)
{
    beginResetModel();
    m_text = text;
    m_root = std::make_unique<Node>();
    m_fault = text.isEmpty() ? std::nullopt : jsonFault(text);
    m_root->read = true;
    if (!text.isEmpty() && !m_fault) {
        const JsonToken first = JsonScanner(m_text).next();
        m_root->kind = first.kind;
        m_root->begin = first.begin;
        m_root->end = isContainer(first.kind) ? m_text.size() : first.end;
        m_root->read = !isContainer(first.kind);
    }
    endResetModel();
}

void JsonTreeModel::readChildren(Node &node) const
{
    if (node.read)
        return;
    node.read = true;
    JsonScanner scanner(m_text, node.begin, false);
    QString name;
    Node *open = nullptr;
    for (JsonToken token = scanner.next(); token.kind != Kind::End && token.kind != Kind::Fault; token = scanner.next()) {
        if (token.depth != 1)
            continue;
        if (token.kind == Kind::Key) {
            name = decodeJsonString(QByteArrayView(m_text).sliced(token.begin, token.end - token.begin));
            continue;
        }
        if (open) { // the bracket that closes it
            open->end = token.end;
            open = nullptr;
            continue;
        }
        auto child = std::make_unique<Node>();
        child->parent = &node;
        child->row = static_cast<int>(node.children.size());
        child->kind = token.kind;
        child->begin = token.begin;
        child->end = token.end;
        child->name = std::move(name);
        name.clear();
        child->read = !isContainer(token.kind);
        if (isContainer(token.kind))
            open = child.get();
        node.children.push_back(std::move(child));
    }
}

std::vector<std::vector<int>> JsonTreeModel::find(const QString &needle) const
{
    std::vector<std::vector<int>> found;
    if (needle.isEmpty() || m_fault || m_text.isEmpty())
        return found;
    JsonScanner scanner(m_text);
    std::vector<int> place; // place[d]: the row last begun at depth d + 1
    bool nameMatches = false;
    for (JsonToken token = scanner.next(); token.kind != Kind::End && token.kind != Kind::Fault; token = scanner.next()) {
        const QByteArrayView literal = QByteArrayView(m_text).sliced(token.begin, token.end - token.begin);
        const auto depth = static_cast<std::size_t>(token.depth);
        if (token.kind == Kind::Key) {
            nameMatches = decodeJsonString(literal).contains(needle, Qt::CaseInsensitive);
            continue;
        }
        if (token.kind == Kind::EndObject || token.kind == Kind::EndArray) {
            place.resize(depth + 1);
            continue;
        }
        if (depth > 0) { // the outermost value is the tree itself
            if (place.size() < depth + 1)
                place.resize(depth + 1, -1);
            ++place[depth];
        } else if (place.empty()) {
            place.push_back(0);
        }
        const bool valueMatches = token.kind == Kind::String ? decodeJsonString(literal).contains(needle, Qt::CaseInsensitive)
                                                             : !isContainer(token.kind)
                && QString::fromUtf8(literal).contains(needle, Qt::CaseInsensitive);
        if (depth > 0 && (nameMatches || valueMatches))
            found.emplace_back(place.begin() + 1, place.begin() + static_cast<std::ptrdiff_t>(depth) + 1);
        nameMatches = false;
    }
    return found;
}

QModelIndex JsonTreeModel::indexAt(const std::vector<int> &place)
{
    QModelIndex at;
    for (const int row : place)
        at = index(row, 0, at);
    return at;
}

JsonTreeModel::Node *JsonTreeModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (parent.isValid() && parent.column() != 0)
        return {};
    Node *node = nodeAt(parent);
    readChildren(*node);
    if (row < 0 || column < 0 || column >= 2 || row >= static_cast<int>(node->children.size()))
        return {};
    return createIndex(row, column, node->children[static_cast<std::size_t>(row)].get());
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    Node *above = nodeAt(child)->parent;
    return above == nullptr || above == m_root.get() ? QModelIndex() : createIndex(above->row, 0, above);
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() && parent.column() != 0)
        return 0;
    Node *node = nodeAt(parent);
    readChildren(*node);
    return static_cast<int>(node->children.size());
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return 2;
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (parent.isValid() && parent.column() != 0)
        return false;
    const Node *node = nodeAt(parent);
    if (node->read)
        return !node->children.empty();
    // Answered without reading the children: is there anything between the brackets?
    JsonScanner scanner(m_text, node->begin, false);
    static_cast<void>(scanner.next());
    const Kind second = scanner.next().kind;
    return second != Kind::EndObject && second != Kind::EndArray;
}

QString JsonTreeModel::valueText(const Node &node) const
{
    if (node.kind == Kind::BeginObject) {
        readChildren(const_cast<Node &>(node));
        return node.children.empty() ? u"{}"_s : tr("%n member(s)", nullptr, static_cast<int>(node.children.size()));
    }
    if (node.kind == Kind::BeginArray) {
        readChildren(const_cast<Node &>(node));
        return node.children.empty() ? u"[]"_s : tr("%n item(s)", nullptr, static_cast<int>(node.children.size()));
    }
    // A view shows one line: what would break it is shown as a sign. The viewer shows the text as it is.
    const QByteArrayView literal = QByteArrayView(m_text).sliced(node.begin, node.end - node.begin);
    QString text = node.kind == Kind::String ? decodeJsonString(literal) : QString::fromUtf8(literal);
    if (text.size() > kShownCharacters)
        text = text.left(kShownCharacters) + u'…';
    text.replace(u'\n', QChar(0x21b5));
    text.replace(u'\t', u' ');
    return text;
}

QString JsonTreeModel::pathOf(const Node &node) const
{
    static const QRegularExpression plain(u"^[A-Za-z_$][A-Za-z0-9_$-]*$"_s);
    QString path;
    for (const Node *at = &node; at->parent; at = at->parent) {
        if (at->parent->kind == Kind::BeginArray) {
            path.prepend(u"[%1]"_s.arg(at->row));
        } else if (plain.match(at->name).hasMatch()) {
            path.prepend(at->parent->parent ? QString(u'.' + at->name) : at->name);
        } else {
            QString quoted = at->name;
            quoted.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
            path.prepend(u"[\"%1\"]"_s.arg(quoted));
        }
    }
    return path;
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeAt(index);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == 1)
            return valueText(node);
        return node.parent->kind == Kind::BeginArray ? u"[%1]"_s.arg(node.row) : node.name;
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "name, value").arg(pathOf(node), valueText(node));
    case PathRole:
        return pathOf(node);
    case LiteralRole:
        return m_text.mid(node.begin, node.end - node.begin);
    case TextRole:
        return node.kind == Kind::String ? decodeJsonString(QByteArrayView(m_text).sliced(node.begin, node.end - node.begin))
                                         : QString::fromUtf8(m_text.mid(node.begin, node.end - node.begin));
    default:
        return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Name") : tr("Value");
}

} // namespace taskglass
