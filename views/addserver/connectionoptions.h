// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/serverprofile.h"

#include <QWidget>

class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace taskglass {

class FileField;

/// What few connections need: own authorities, a client certificate, a proxy, patience, a certificate once trusted.
class ConnectionOptions : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionOptions(QWidget *parent = nullptr);

    void setProfile(const ServerProfile &profile);
    /// Writes what the fields say into \a profile and leaves the rest of it alone.
    void applyTo(ServerProfile &profile) const;
    /// Why the fields cannot be used; empty when they can.
    [[nodiscard]] QString problem() const;
    /// The fields differ from those of a new connection: worth being shown at once.
    [[nodiscard]] bool isUsed() const;

signals:
    void changed();
    /// A certificate trusted earlier is not to be trusted any more.
    void trustWithdrawn();

private:
    void buildTrust(QFormLayout &form);

    FileField *m_authorities;
    FileField *m_certificate;
    FileField *m_key;
    QLineEdit *m_proxy;
    QDoubleSpinBox *m_patience;
    double m_patienceAtFirst = 0;
    QFormLayout *m_form;
    QWidget *m_trust = nullptr;
    QLabel *m_fingerprint = nullptr;
};

} // namespace taskglass
