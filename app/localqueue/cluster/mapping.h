// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/fault.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <map>
#include <optional>

namespace taskglass::localqueue::cluster {

/// Which type each field of an index has: stated when the index was made, or taken from the first document that has it.
class Mapping
{
public:
    /// Reads `{"dynamic":…,"properties":{…}}`. Fault: mapper_parsing_exception (400).
    [[nodiscard]] static Fallible<Mapping> parse(QByteArrayView json);
    /// The same back, nested again.
    [[nodiscard]] QByteArray json() const;

    /// Checks a valid JSON object and learns its new fields; on a fault nothing was learned. Faults (400):
    /// mapper_parsing_exception for a value that does not fit, strict_dynamic_mapping_exception for a new field that may
    /// not be.
    [[nodiscard]] std::optional<Fault> take(const QString &id, QByteArrayView document);

    /// "long", "text", "object", …; empty when nothing is known of \a path ("a.b").
    [[nodiscard]] QByteArray typeOf(const QString &path) const;

private:
    using Fields = std::map<QString, QByteArray>;
    [[nodiscard]] std::optional<Fault> visitObject(const QString &id, const QString &prefix, QByteArrayView object,
                                                   Fields &fresh) const;
    [[nodiscard]] std::optional<Fault> visitValue(const QString &id, const QString &path, QByteArrayView value,
                                                  Fields &fresh) const;
    [[nodiscard]] std::optional<Fault> readProperties(const QString &prefix, QByteArrayView properties);
    [[nodiscard]] QByteArray properties(const QString &prefix) const;

    QByteArray m_dynamic = QByteArray("true");
    Fields m_fields;
};

} // namespace taskglass::localqueue::cluster
