// SPDX-License-Identifier: GPL-3.0-or-later
// What the fields of the dialog say, and what happens when they change. addserverdialog_parts.cpp makes them.
#include "views/addserver/addserverdialog.h"

#include "models/domain/hosts.h"
#include "views/addserver/address.h"
#include "views/addserver/connectionoptions.h"
#include "views/addserver/credentialfields.h"
#include "views/states/situation.h"
#include "views/style/foldbutton.h"
#include "views/style/plaintext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// Tokens differ between dialogs, so that a late answer to a closed one is never shown in the next.
int nextToken()
{
    static int token = 0;
    return ++token;
}

} // namespace

void AddServerDialog::setProfile(const ServerProfile &profile)
{
    m_nameTyped = true;
    m_readOnlyTouched = true;
    m_base = profile;
    m_taken.removeAll(profile.name);
    setWindowTitle(tr("Edit Server"));
    m_accept->setText(tr("Save Changes"));
    m_credentials->setEditing();
    m_url->setText(profile.url.toDisplayString(QUrl::RemoveUserInfo));
    m_name->setText(profile.name);
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(int(profile.kind))));
    m_environment->setCurrentIndex(m_environment->findData(int(profile.environment)));
    m_readOnly->setChecked(profile.readOnly);
    m_options->setProfile(profile);
    m_fold->setOpen(m_options->isUsed());
    fieldsChanged();
}

ServerProfile AddServerDialog::profile() const
{
    ServerProfile result = m_base;
    result.url = addressFrom(m_url->text());
    result.name = m_name->text().trimmed();
    result.kind = ServerKind(m_kind->currentData().toInt());
    result.environment = Environment(m_environment->currentData().toInt());
    result.readOnly = m_readOnly->isChecked();
    m_options->applyTo(result);
    return result;
}

Credentials AddServerDialog::credentials() const { return m_credentials->credentials(); }

QString AddServerDialog::problem() const
{
    const QUrl url = addressFrom(m_url->text());
    if (m_url->text().trimmed().isEmpty())
        return tr("Type or paste the server's address.");
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
        return tr("This is not an address that starts with http:// or https://.");
    if (m_name->text().trimmed().isEmpty())
        return tr("Give the connection a name.");
    if (m_taken.contains(m_name->text().trimmed(), Qt::CaseInsensitive))
        return tr("Another connection has this name.");
    if (const QString why = m_credentials->problem(); !why.isEmpty())
        return why;
    if (const QString why = m_options->problem(); !why.isEmpty())
        return why;
    return keysProblem();
}

QString AddServerDialog::keysProblem() const
{
    const ServerProfile typed = profile();
    const QString host = typed.url.host();
    // Two keys are Redis Cloud's, whatever the kind; while editing, keys in use need not be typed again.
    const bool isGuarded = typed.kind == ServerKind::RedisCloud || !credentials().secret.isEmpty();
    if (!isGuarded || isLoopback(host))
        return {};
    if (typed.url.scheme() != "https"_L1)
        return tr("The keys of Redis Cloud are sent over https only.");
    if (mayHaveKeys(typed, ServerKind::RedisCloud))
        return {};
    return tr("%1 is none of Redis Cloud's own hosts, and the keys open the whole account.").arg(host);
}

bool AddServerDialog::asksAboutHost() const
{
    const QString why = problem();
    return !why.isEmpty() && why == keysProblem() && profile().url.scheme() == "https"_L1;
}

void AddServerDialog::kindChosen()
{
    const auto kind = ServerKind(m_kind->currentData().toInt());
    m_url->setPlaceholderText(exampleAddress(kind));
    // There is one such service: its address need not be looked up.
    if (kind == ServerKind::RedisCloud && m_url->text().trimmed().isEmpty())
        m_url->setText(exampleAddress(kind));
    m_credentials->setKind(kind);
    fieldsChanged();
}

void AddServerDialog::fieldsChanged()
{
    const QUrl url = addressFrom(m_url->text());
    if (!m_nameTyped) {
        const QSignalBlocker blocker(m_name);
        m_name->setText(url.host());
    }
    const QString why = problem();
    m_test->setEnabled(why.isEmpty());
    m_accept->setEnabled(why.isEmpty());
    m_token = 0; // an answer about other fields must not stand beside these
    m_trust->hide();
    m_sendKeys->setVisible(asksAboutHost());
    m_sendKeys->setText(tr("Send the Keys to %1").arg(withoutMnemonics(url.host())));
    const bool plainKey = url.scheme() == "http"_L1 && !credentials().isEmpty() && !isLoopback(url.host());
    m_result->setText(!why.isEmpty() ? why
                          : plainKey ? tr("Without https the key travels readable for everybody on the way.") : QString());
}

void AddServerDialog::environmentChosen()
{
    // Production starts read-only: whoever wants to cancel there unticks it knowingly.
    const auto environment = Environment(m_environment->currentData().toInt());
    if (!m_readOnlyTouched)
        m_readOnly->setChecked(environment == Environment::Production);
}

void AddServerDialog::test()
{
    if (!problem().isEmpty())
        return;
    m_token = nextToken();
    m_trust->hide();
    m_result->setText(tr("Asking %1…").arg(profile().url.host()));
    emit testRequested(m_token, profile(), credentials());
}

void AddServerDialog::showTestResult(int token, bool ok, const QStringList &sentences)
{
    if (token != m_token)
        return;
    const QString text = (ok ? u"✓ "_s : u"✗ "_s) + sentences.join(u'\n');
    m_result->setText(text);
    m_result->setAccessibleDescription(text);
}

void AddServerDialog::showTestCertificate(int token, const Error &error)
{
    if (token != m_token || error.fingerprint.isEmpty())
        return;
    m_offeredFingerprint = error.fingerprint;
    m_result->setText(tr("The certificate is not trusted. Compare the fingerprint with the server's own before trusting it."
                         "\n%1\nSHA-256 %2").arg(error.certificate, fingerprintText(error.fingerprint)));
    m_trust->setText(tr("Trust This Certificate for %1").arg(withoutMnemonics(profile().name)));
    m_trust->show();
}

void AddServerDialog::accept()
{
    if (!problem().isEmpty())
        return;
    emit confirmed(profile(), credentials());
    QDialog::accept();
}

} // namespace taskglass
