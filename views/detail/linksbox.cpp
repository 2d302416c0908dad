// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/linksbox.h"

#include "models/table/format.h"
#include "views/detail/jsontreemodel.h"
#include "views/detail/linkbutton.h"
#include "views/detail/links.h"
#include "views/style/plaintext.h"
#include "views/style/spacing.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr int kTreeHeight = 180;

bool isTaskItself(const TaskLink &link)
{
    return link.relation == "self"_L1 || link.relation == "task"_L1;
}

QString labelOf(const TaskLink &link)
{
    if (link.relation == "resource"_L1)
        return LinksBox::tr("Open the resource");
    //: %1 the server's own word for a link
    return LinksBox::tr("Open “%1”").arg(oneLine(link.title.isEmpty() ? link.relation : link.title, 60));
}

} // namespace

LinksBox::LinksBox(QWidget *parent)
    : QWidget(parent)
    , m_list(new QWidget(this))
    , m_sentence(plainLabel({}, this))
    , m_model(new JsonTreeModel(this))
    , m_tree(new QTreeView(this))
{
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("What the link leads to"));
    m_tree->setUniformRowHeights(true);
    m_tree->setMinimumHeight(kTreeHeight);
    m_tree->header()->setStretchLastSection(true);
    m_tree->hide();
    m_sentence->hide();
    auto *const links = new QVBoxLayout(m_list);
    links->setContentsMargins(0, 0, 0, 0);
    links->setSpacing(2);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, spacing::kGroup, 0, 0);
    column->setSpacing(spacing::kInside);
    column->addWidget(m_list);
    column->addWidget(m_sentence);
    column->addWidget(m_tree, 1);
    hide();
}

void LinksBox::setLinks(const QList<TaskLink> &links, WatchedServer &server)
{
    QList<TaskLink> wanted;
    for (const TaskLink &link : links) {
        if (!isTaskItself(link))
            wanted.append(link);
    }
    if (&server != m_server) {
        if (m_server)
            disconnect(m_server, nullptr, this, nullptr);
        m_server = &server;
        connect(&server, &WatchedServer::linkFetched, this, [this](const TaskLink &link, const QByteArray &body, const std::optional<Error> &error) {
            if (link == m_asked && !m_asked.address.isEmpty())
                show(error ? tr("%1 was not read. %2").arg(link.address, error->message) : tr("From %1:").arg(link.address), error ? QByteArray() : body);
        });
    } else if (wanted == m_links) {
        return;
    }
    m_links = wanted;
    m_asked = {};
    rebuild();
}

void LinksBox::rebuild()
{
    qDeleteAll(m_list->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    m_sentence->hide();
    m_tree->hide();
    setVisible(!m_links.isEmpty());
    for (const TaskLink &link : std::as_const(m_links)) {
        auto *const button = new LinkButton(m_list);
        button->setPlainText(labelOf(link));
        button->setAccessibleDescription(link.address);
        connect(button, &LinkButton::clicked, this, [this, link] { follow(link); });
        QLabel *const address = secondaryLabel(link.address, m_list);
        m_list->layout()->addWidget(button);
        m_list->layout()->addWidget(address);
    }
}

void LinksBox::follow(const TaskLink &link)
{
    if (!m_server)
        return;
    const bool reads = link.method.isEmpty() || link.method.compare("GET"_L1, Qt::CaseInsensitive) == 0;
    const QUrl server = m_server->profile().url;
    const std::optional<QUrl> url = safeLink(link.address);
    // Keys go to the server that they are for. The client refuses everything else once more.
    const bool isOurs = url && url->scheme() == server.scheme() && url->host() == server.host() && url->port() == server.port();
    const Ability &can = m_server->status().capabilities.followLinks;
    if (!reads) {
        show(tr("This link is not one to read: the server names the method %1 for it.").arg(oneLine(link.method, 20)));
    } else if (isOurs && can) {
        m_asked = link;
        show(tr("Reading %1…").arg(link.address));
        m_server->fetchLink(link);
    } else if (url) {
        confirmAndOpen(*url, this);
    } else {
        show(tr("This address is none that can be opened: %1").arg(link.address));
    }
}

void LinksBox::show(const QString &sentence, const QByteArray &json)
{
    m_sentence->setText(sentence);
    m_sentence->show();
    m_model->setText(json);
    m_tree->setVisible(!json.isEmpty() && !m_model->fault());
    if (m_tree->isVisibleTo(this)) {
        m_tree->expandToDepth(0);
        m_tree->resizeColumnToContents(0);
    } else if (!json.isEmpty()) {
        m_sentence->setText(QString(sentence + u'\n' + QString::fromUtf8(json.first(std::min<qsizetype>(json.size(), 2'000)))));
    }
}

} // namespace taskglass
