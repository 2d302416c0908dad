// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/addserver/addserverdialog.h"

#include "views/states/situation.h"
#include "views/style/spacing.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// Tokens differ between dialogs, so that a late answer to a closed one is never shown in the next.
int nextToken()
{
    static int token = 0;
    return ++token;
}

/// "search.example:7700" is what people paste: http for loopback, https for everything else.
QUrl urlFrom(const QString &typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty())
        return {};
    if (!text.contains("://"_L1)) {
        const bool local = text.startsWith("localhost"_L1) || text.startsWith("127."_L1) || text.startsWith("[::1]"_L1);
        text.prepend(local ? "http://"_L1 : "https://"_L1);
    }
    QUrl url(text, QUrl::StrictMode);
    url.setUserInfo({});
    url.setFragment({});
    url.setQuery(QString());
    return url;
}

} // namespace

AddServerDialog::AddServerDialog(const QStringList &takenNames, QWidget *parent)
    : QDialog(parent)
    , m_taken(takenNames)
{
    setObjectName(u"addServerDialog"_s);
    setWindowTitle(tr("Add Server"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_base.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_base.environment = Environment::Development;

    auto *const form = new QFormLayout;
    form->setHorizontalSpacing(spacing::kSection);
    form->setVerticalSpacing(spacing::kGroup);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    buildForm(*form);

    m_result = new QLabel(this);
    m_result->setObjectName(u"testResult"_s);
    m_result->setTextFormat(Qt::PlainText);
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_result->setMinimumHeight(fontMetrics().height() * 5);
    m_result->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_result->setAccessibleName(tr("Result"));
    m_trust = new QPushButton(tr("Trust This Certificate"), this);
    m_trust->setAutoDefault(false);
    m_trust->hide();
    connect(m_trust, &QPushButton::clicked, this, [this] {
        m_base.trustedFingerprint = m_offeredFingerprint;
        m_trust->hide();
        test();
    });

    m_buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *const add = m_buttons->addButton(tr("Add Server"), QDialogButtonBox::AcceptRole);
    add->setDefault(true);
    m_test = m_buttons->addButton(tr("Test"), QDialogButtonBox::ActionRole);
    m_test->setToolTip(tr("Ask the server who it is and what the key may do"));
    connect(m_test, &QPushButton::clicked, this, &AddServerDialog::test);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &AddServerDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kSection, spacing::kSection, spacing::kSection, spacing::kSection);
    layout->setSpacing(spacing::kSection);
    layout->addLayout(form);
    layout->addWidget(m_result, 1);
    layout->addWidget(m_trust, 0, Qt::AlignLeading);
    layout->addWidget(m_buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 72);
    fieldsChanged();
}

void AddServerDialog::buildForm(QFormLayout &form)
{
    m_url = new QLineEdit(this);
    m_url->setObjectName(u"url"_s);
    m_url->setPlaceholderText(u"https://search.example:7700"_s);
    m_url->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"name"_s);
    m_name->setMaxLength(80);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(u"kind"_s);
    m_kind->addItem(tr("Detect by asking"), int(ServerKind::Auto));
    m_kind->addItem(u"Meilisearch"_s, int(ServerKind::Meilisearch));
    m_key = new QLineEdit(this);
    m_key->setObjectName(u"key"_s);
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhSensitiveData);
    m_key->setPlaceholderText(tr("kept in memory until you quit"));
    m_environment = new QComboBox(this);
    m_environment->setObjectName(u"environment"_s);
    for (const Environment environment : {Environment::Development, Environment::Staging, Environment::Production})
        m_environment->addItem(environmentText(environment), int(environment));
    m_readOnly = new QCheckBox(tr("&Read-only: never cancel or delete anything here"), this);
    m_readOnly->setObjectName(u"readOnly"_s);

    const auto row = [&](const QString &label, QWidget *field) {
        form.addRow(label, field);
        QString name = label;
        field->setAccessibleName(name.remove(u'&').remove(u':'));
    };
    row(tr("&Address:"), m_url);
    row(tr("&Name:"), m_name);
    row(tr("&Kind:"), m_kind);
    row(tr("API k&ey:"), m_key);
    row(tr("En&vironment:"), m_environment);
    form.addRow(QString(), m_readOnly);

    connect(m_url, &QLineEdit::textChanged, this, &AddServerDialog::fieldsChanged);
    connect(m_name, &QLineEdit::textChanged, this, &AddServerDialog::fieldsChanged);
    connect(m_key, &QLineEdit::textChanged, this, &AddServerDialog::fieldsChanged);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) { m_nameTyped = !text.isEmpty(); });
    connect(m_environment, &QComboBox::currentIndexChanged, this, &AddServerDialog::environmentChosen);
    connect(m_readOnly, &QCheckBox::clicked, this, [this] { m_readOnlyTouched = true; });
}

void AddServerDialog::setProfile(const ServerProfile &profile)
{
    m_editing = true;
    m_nameTyped = true;
    m_readOnlyTouched = true;
    m_base = profile;
    m_taken.removeAll(profile.name);
    setWindowTitle(tr("Edit Server"));
    for (QAbstractButton *const button : m_buttons->buttons()) {
        if (m_buttons->buttonRole(button) == QDialogButtonBox::AcceptRole)
            button->setText(tr("Save Changes"));
    }
    m_url->setText(profile.url.toDisplayString(QUrl::RemoveUserInfo));
    m_name->setText(profile.name);
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(int(profile.kind))));
    m_environment->setCurrentIndex(m_environment->findData(int(profile.environment)));
    m_readOnly->setChecked(profile.readOnly);
    m_key->setPlaceholderText(tr("empty: keep the key in use"));
    fieldsChanged();
}

ServerProfile AddServerDialog::profile() const
{
    ServerProfile result = m_base;
    result.url = urlFrom(m_url->text());
    result.name = m_name->text().trimmed();
    result.kind = ServerKind(m_kind->currentData().toInt());
    result.environment = Environment(m_environment->currentData().toInt());
    result.readOnly = m_readOnly->isChecked();
    return result;
}

Credentials AddServerDialog::credentials() const
{
    Credentials result;
    result.key = m_key->text().trimmed();
    return result;
}

QString AddServerDialog::problem() const
{
    const QUrl url = urlFrom(m_url->text());
    if (m_url->text().trimmed().isEmpty())
        return tr("Type or paste the server's address.");
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
        return tr("This is not an address that starts with http:// or https://.");
    if (m_name->text().trimmed().isEmpty())
        return tr("Give the connection a name.");
    if (m_taken.contains(m_name->text().trimmed(), Qt::CaseInsensitive))
        return tr("Another connection has this name.");
    return {};
}

void AddServerDialog::fieldsChanged()
{
    if (!m_nameTyped) {
        const QUrl url = urlFrom(m_url->text());
        const QSignalBlocker blocker(m_name);
        m_name->setText(url.host());
    }
    const QString why = problem();
    m_test->setEnabled(why.isEmpty());
    for (QAbstractButton *const button : m_buttons->buttons()) {
        if (m_buttons->buttonRole(button) == QDialogButtonBox::AcceptRole)
            button->setEnabled(why.isEmpty());
    }
    m_token = 0; // an answer about other fields must not stand beside these
    m_trust->hide();
    const QUrl url = urlFrom(m_url->text());
    const bool plainKey = url.scheme() == "http"_L1 && !m_key->text().isEmpty() && url.host() != "localhost"_L1
        && !url.host().startsWith("127."_L1) && url.host() != "::1"_L1;
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
    QString name = profile().name;
    m_trust->setText(tr("Trust This Certificate for %1").arg(name.replace(u'&', "&&"_L1)));
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
