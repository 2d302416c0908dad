// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo.h"

#include "app/localqueue/server.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr qint64 kPastTasks = 400; ///< Enough to scroll and filter, few enough to start at once.

localqueue::LocalQueueOptions demoOptions()
{
    localqueue::LocalQueueOptions options;
    options.historySize = kPastTasks;
    options.feedsItself = true;
    return options;
}

} // namespace

struct Demo::Private
{
    localqueue::LocalQueue queue {demoOptions()};
};

Demo::Demo()
    : d(std::make_unique<Private>())
{
}

Demo::~Demo() = default;

Result<ServerProfile> Demo::start()
{
    const Result<QUrl> url = d->queue.start();
    if (!url)
        return url.error();
    ServerProfile profile;
    profile.id = u"demo"_s;
    profile.name = QCoreApplication::translate("Demo", "Sample data");
    profile.url = url.value();
    profile.kind = ServerKind::Meilisearch;
    return profile;
}

} // namespace taskglass
