// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/serverprofile.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace taskglass {

/// Adds or edits a connection. Open it with open(). Test asks the application through testRequested() and shows what it
/// answers; adding does not need a test. The key stays in this dialog's field until it is handed over.
class AddServerDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a takenNames: names that the new connection may not have.
    explicit AddServerDialog(const QStringList &takenNames, QWidget *parent = nullptr);
    /// Fills the fields for editing; the profile's own name is not "taken".
    void setProfile(const ServerProfile &profile);

    [[nodiscard]] ServerProfile profile() const;
    [[nodiscard]] Credentials credentials() const;
    /// Why the fields do not make a connection yet; empty when they do.
    [[nodiscard]] QString problem() const;

public slots:
    void showTestResult(int token, bool ok, const QStringList &sentences);
    /// The tested server offered a certificate that is not trusted: shows it, with a button to trust it.
    void showTestCertificate(int token, const taskglass::Error &error);

signals:
    void testRequested(int token, const taskglass::ServerProfile &profile, const taskglass::Credentials &credentials);
    void confirmed(const taskglass::ServerProfile &profile, const taskglass::Credentials &credentials);

public:
    void accept() override;

private:
    void buildForm(QFormLayout &form);
    void test();
    void fieldsChanged();
    void environmentChosen();

    QStringList m_taken;
    ServerProfile m_base; ///< What the fields do not show is kept from here.
    QLineEdit *m_url = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_kind = nullptr;
    QLineEdit *m_key = nullptr;
    QComboBox *m_environment = nullptr;
    QCheckBox *m_readOnly = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_trust = nullptr;
    QLabel *m_result = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    QString m_offeredFingerprint;
    bool m_nameTyped = false;
    bool m_readOnlyTouched = false;
    bool m_editing = false;
    int m_token = 0;
};

} // namespace taskglass
