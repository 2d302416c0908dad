// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/dialects/meilisearch/apiversion.h"
#include "app/localqueue/dialects/meilisearch/datebound.h"
#include "app/localqueue/dialects/meilisearch/parameters.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace taskglass::localqueue::meilisearch {

/// Reads the task parameters of one request as the release would, value by value; the first fault wins.
class ParameterReader
{
public:
    explicit ParameterReader(ApiVersion api) : m_api(api) { }

    /// \a name is one of taskParameterNames(). Each name once.
    void read(const QString &name, const QString &value);
    [[nodiscard]] const std::optional<Error> &fault() const { return m_fault; }
    /// What was read, when there was no fault. Once.
    [[nodiscard]] TaskParameters take() { return std::move(m_result); }

private:
    struct Elements
    {
        QStringList values;
        bool star = false;
    };

    Elements split(const QString &value);
    void fail(const QString &name, const QString &code, const QString &reason);
    [[nodiscard]] QString place(const QString &name, qsizetype position, qsizetype count) const;
    template<typename T, typename Parse>
    std::optional<QList<T>> list(const QString &name, const QString &value, Parse &&parse, bool starAllowed);
    std::optional<QList<quint32>> numbers(const QString &name, const QString &value, const QString &code);
    void bound(std::optional<EpochNs> &target, const QString &name, const QString &value, BoundSide side);
    void readIndexUids(const QString &name, const QString &value);
    void readStatuses(const QString &name, const QString &value);
    void readTypes(const QString &name, const QString &value);
    bool readPage(const QString &name, const QString &value);
    bool readDates(const QString &name, const QString &value);

    ApiVersion m_api;
    TaskParameters m_result;
    std::optional<Error> m_fault;
};

} // namespace taskglass::localqueue::meilisearch
