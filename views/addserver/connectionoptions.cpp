// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/addserver/connectionoptions.h"

#include "views/addserver/filefield.h"
#include "views/states/situation.h"
#include "views/style/plaintext.h"
#include "views/style/spacing.h"

#include <QDoubleSpinBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr double kMsPerSecond = 1000;

QString nameOf(QString label) { return label.remove(u'&').remove(u':'); }

} // namespace

ConnectionOptions::ConnectionOptions(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(spacing::kSection);
    m_form->setVerticalSpacing(spacing::kGroup);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto file = [this](const QString &label, const QString &objectName, const QString &help) {
        auto *const field = new FileField(nameOf(label), this);
        field->setObjectName(objectName);
        field->setToolTip(help);
        m_form->addRow(label, field);
        connect(field, &FileField::changed, this, &ConnectionOptions::changed);
        return field;
    };
    m_authorities = file(tr("Certificate au&thorities:"), u"caFile"_s, tr("A PEM file of authorities to trust here beside the system's."));
    m_certificate = file(tr("&Client certificate:"), u"clientCertFile"_s, tr("A PEM file that tells the server who you are."));
    m_key = file(tr("C&lient key:"), u"clientKeyFile"_s, tr("The certificate's private key as PEM; leave it empty when it is in the same file."));

    m_proxy = new QLineEdit(this);
    m_proxy->setObjectName(u"proxy"_s);
    m_proxy->setPlaceholderText(tr("the system's"));
    m_proxy->setToolTip(tr("http://host:port or socks5://host:port"));
    m_proxy->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_proxy->setAccessibleName(tr("Proxy"));
    m_form->addRow(tr("Pro&xy:"), m_proxy);

    m_patience = new QDoubleSpinBox(this);
    m_patience->setObjectName(u"timeout"_s);
    m_patience->setRange(0.1, 600);
    m_patience->setDecimals(1);
    //: Behind a number of seconds
    m_patience->setSuffix(tr(" s"));
    m_patience->setToolTip(tr("How long one request may take before it is given up."));
    m_patience->setAccessibleName(tr("Give up after"));
    m_form->addRow(tr("&Give up after:"), m_patience);
    buildTrust(*m_form);
    connect(m_proxy, &QLineEdit::textChanged, this, &ConnectionOptions::changed);
    connect(m_patience, &QDoubleSpinBox::valueChanged, this, &ConnectionOptions::changed);
    setProfile({});
}

void ConnectionOptions::buildTrust(QFormLayout &form)
{
    m_trust = new QWidget(this);
    m_fingerprint = plainLabel({}, m_trust);
    m_fingerprint->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_fingerprint->setWordWrap(false);
    auto *const forget = new QPushButton(tr("Trust No Longer"), m_trust);
    forget->setObjectName(u"withdrawTrust"_s);
    forget->setAutoDefault(false);
    auto *const row = new QHBoxLayout(m_trust);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kGroup);
    row->addWidget(m_fingerprint);
    row->addWidget(forget);
    row->addStretch(1);
    form.addRow(tr("Trusted certificate:"), m_trust);
    connect(forget, &QPushButton::clicked, this, [this] {
        m_form->setRowVisible(m_trust, false);
        emit trustWithdrawn();
        emit changed();
    });
}

void ConnectionOptions::setProfile(const ServerProfile &profile)
{
    m_authorities->setPath(profile.caFile);
    m_certificate->setPath(profile.clientCertFile);
    m_key->setPath(profile.clientKeyFile);
    m_proxy->setText(profile.proxy);
    m_patience->setValue(profile.timeoutMs / kMsPerSecond);
    m_patienceAtFirst = m_patience->value();
    m_form->setRowVisible(m_trust, !profile.trustedFingerprint.isEmpty());
    // Its first bytes tell certificates apart; the whole is in the tool tip.
    const QString whole = fingerprintText(profile.trustedFingerprint);
    m_fingerprint->setText(whole.left(23) + u'…');
    m_fingerprint->setAccessibleName(tr("SHA-256 %1").arg(whole));
    m_fingerprint->setToolTip(tr("SHA-256 %1").arg(whole));
}

void ConnectionOptions::applyTo(ServerProfile &profile) const
{
    profile.caFile = m_authorities->path();
    profile.clientCertFile = m_certificate->path();
    profile.clientKeyFile = m_key->path();
    profile.proxy = m_proxy->text().trimmed();
    // The field shows tenths of a second: what was finer stays unless it was touched.
    if (!qFuzzyCompare(m_patience->value(), m_patienceAtFirst))
        profile.timeoutMs = qRound(m_patience->value() * kMsPerSecond);
}

QString ConnectionOptions::problem() const
{
    if (m_authorities->isUnreadable())
        return tr("The file of certificate authorities cannot be read.");
    if (m_certificate->isUnreadable())
        return tr("The file of the client certificate cannot be read.");
    if (m_key->isUnreadable())
        return tr("The file of the client key cannot be read.");
    if (m_certificate->path().isEmpty() && !m_key->path().isEmpty())
        return tr("A client key needs its certificate as well.");
    const QString proxy = m_proxy->text().trimmed();
    if (proxy.isEmpty())
        return {};
    const QUrl url(proxy, QUrl::StrictMode);
    static const QStringList schemes {u"http"_s, u"https"_s, u"socks"_s, u"socks5"_s};
    if (!url.isValid() || url.host().isEmpty() || !schemes.contains(url.scheme()))
        return tr("A proxy looks like http://host:port or socks5://host:port.");
    if (!url.userInfo().isEmpty())
        return tr("Leave user and password out of the proxy's address: they would not be kept.");
    return {};
}

bool ConnectionOptions::isUsed() const
{
    ServerProfile fields;
    applyTo(fields);
    const double usual = ServerProfile {}.timeoutMs / kMsPerSecond;
    return fields != ServerProfile {} || !qFuzzyCompare(m_patience->value(), usual) || m_form->isRowVisible(m_trust);
}

} // namespace taskglass
