// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/serverprofile.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace taskglass {

class ConnectionOptions;
class CredentialFields;
class FoldButton;

/// Adds or edits a connection. Open it with open(). Test asks the application through testRequested() and shows what it
/// answers; adding does not need a test. Secrets stay in this dialog's fields until they are handed over.
class AddServerDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a takenNames: names that the new connection may not have.
    explicit AddServerDialog(const QStringList &takenNames, QWidget *parent = nullptr);
    /// How often a new connection is asked at first.
    void setInterval(int ms) { m_base.intervalMs = ms; }
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
    void buildResult();
    void buildButtons();
    /// Why keys that open a whole account may not go to this address; empty when they may.
    [[nodiscard]] QString keysProblem() const;
    /// The only thing in the way is that nobody said that the keys are meant for this host.
    [[nodiscard]] bool asksAboutHost() const;
    void test();
    void fieldsChanged();
    void kindChosen();
    void environmentChosen();

    QStringList m_taken;
    ServerProfile m_base; ///< What the fields do not show is kept from here.
    QLineEdit *m_url = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_kind = nullptr;
    CredentialFields *m_credentials = nullptr;
    QComboBox *m_environment = nullptr;
    QCheckBox *m_readOnly = nullptr;
    FoldButton *m_fold = nullptr;
    ConnectionOptions *m_options = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_trust = nullptr;
    QPushButton *m_sendKeys = nullptr;
    QLabel *m_result = nullptr;
    QString m_offeredFingerprint;
    bool m_nameTyped = false;
    bool m_readOnlyTouched = false;
    int m_token = 0;
};

} // namespace taskglass
