// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/serverprofile.h"

#include <QObject>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace taskglass {

/// The ways in which a program shows a server who it is.
enum class SignIn : quint8 { None, Key, Password, Bearer, TwoKeys };

/// The rows of a form that ask for secrets: those that the kind of server knows. What is typed stays in the fields until
/// credentials() hands it over; the fields hide it from the screen and from input methods that learn.
class CredentialFields : public QObject
{
    Q_OBJECT

public:
    /// Appends its rows to \a form; \a parent owns the fields.
    CredentialFields(QFormLayout &form, QWidget *parent);

    void setKind(ServerKind kind);
    /// Fields left empty mean the secrets in use: says so in them.
    void setEditing();
    /// Empty when nothing was typed. A bearer token is a key that begins with "Bearer ".
    [[nodiscard]] Credentials credentials() const;
    /// Why what was typed does not suffice; empty when it does.
    [[nodiscard]] QString problem() const;

signals:
    void changed();

private:
    QLineEdit *addField(const QString &objectName, bool hidden);
    void offer();
    void showFields();
    [[nodiscard]] SignIn signIn() const;

    QFormLayout &m_form;
    QWidget &m_parent;
    ServerKind m_kind = ServerKind::Auto;
    bool m_editing = false;
    QComboBox *m_signIn;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QLineEdit *m_key;
    QLineEdit *m_secret;
};

} // namespace taskglass
