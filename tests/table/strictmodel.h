// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QTest>

namespace taskglass::test {

/// Lets any warning fail the running test, but for one: the QAbstractItemModelTester of Qt 6.8 asks for a QPixmap, a type
/// that a program without windows does not know.
inline void failOnWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!Trying to construct an instance of an invalid type)")));
}

} // namespace taskglass::test
