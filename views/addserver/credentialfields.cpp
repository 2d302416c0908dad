// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/addserver/credentialfields.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr auto kBearer = "Bearer "_L1;

/// The usual way first.
QList<SignIn> waysOf(ServerKind kind)
{
    switch (kind) {
    case ServerKind::Auto: return {SignIn::Key, SignIn::Password, SignIn::Bearer, SignIn::TwoKeys};
    case ServerKind::Meilisearch: return {SignIn::Key};
    case ServerKind::OpenSearch: return {SignIn::None, SignIn::Password, SignIn::Key, SignIn::Bearer};
    case ServerKind::RedisCloud: return {SignIn::TwoKeys};
    }
    Q_UNREACHABLE();
}

QString textOf(SignIn way, ServerKind kind)
{
    switch (way) {
    case SignIn::None: return CredentialFields::tr("Nothing");
    case SignIn::Key: return kind == ServerKind::Auto ? CredentialFields::tr("API key, or nothing") : CredentialFields::tr("API key");
    case SignIn::Password: return CredentialFields::tr("User and password");
    case SignIn::Bearer: return CredentialFields::tr("Bearer token");
    case SignIn::TwoKeys: return CredentialFields::tr("Account key and secret key (Redis Cloud)");
    }
    Q_UNREACHABLE();
}

} // namespace

CredentialFields::CredentialFields(QFormLayout &form, QWidget *parent)
    : QObject(parent)
    , m_form(form)
    , m_parent(*parent)
    , m_signIn(new QComboBox(parent))
{
    m_signIn->setObjectName(u"signIn"_s);
    m_signIn->setAccessibleName(tr("Sign in with"));
    form.addRow(tr("S&ign in with:"), m_signIn);
    m_user = addField(u"user"_s, false);
    m_password = addField(u"password"_s, true);
    m_key = addField(u"key"_s, true);
    m_secret = addField(u"secret"_s, true);
    connect(m_signIn, &QComboBox::currentIndexChanged, this, [this] {
        showFields();
        emit changed();
    });
    offer();
}

QLineEdit *CredentialFields::addField(const QString &objectName, bool hidden)
{
    auto *const field = new QLineEdit(&m_parent);
    field->setObjectName(objectName);
    field->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhSensitiveData);
    if (hidden) {
        field->setEchoMode(QLineEdit::Password);
        field->setInputMethodHints(field->inputMethodHints() | Qt::ImhHiddenText);
    }
    auto *const label = new QLabel(&m_parent);
    label->setBuddy(field);
    m_form.addRow(label, field);
    connect(field, &QLineEdit::textChanged, this, &CredentialFields::changed);
    return field;
}

SignIn CredentialFields::signIn() const { return SignIn(m_signIn->currentData().toInt()); }

void CredentialFields::setKind(ServerKind kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    offer();
}

void CredentialFields::setEditing()
{
    m_editing = true;
    offer();
}

void CredentialFields::offer()
{
    const bool typed = !credentials().isEmpty();
    const SignIn before = signIn();
    QList<SignIn> ways = waysOf(m_kind);
    if (m_editing)
        ways.removeAll(SignIn::None); // empty fields mean the secrets in use there
    const QSignalBlocker blocker(m_signIn);
    m_signIn->clear();
    for (const SignIn way : std::as_const(ways))
        m_signIn->addItem(textOf(way, m_kind), int(way));
    // What was typed stays in sight if this kind has such fields.
    m_signIn->setCurrentIndex(typed ? qMax(0, m_signIn->findData(int(before))) : 0);
    m_form.setRowVisible(m_signIn, ways.size() > 1);
    showFields();
}

void CredentialFields::showFields()
{
    const SignIn way = signIn();
    const QString hint = m_editing ? tr("empty: what is in use stays") : tr("kept in memory until you quit");
    const auto show = [&](QLineEdit *field, bool visible, const QString &label, const QString &name, const QString &placeholder) {
        m_form.setRowVisible(field, visible);
        qobject_cast<QLabel *>(m_form.labelForField(field))->setText(label);
        field->setAccessibleName(name);
        field->setPlaceholderText(placeholder);
    };
    const bool two = way == SignIn::TwoKeys;
    const bool bearer = way == SignIn::Bearer;
    show(m_user, way == SignIn::Password, tr("&User:"), tr("User"), QString());
    show(m_password, way == SignIn::Password, tr("&Password:"), tr("Password"), hint);
    show(m_key, way == SignIn::Key || bearer || two, two ? tr("Account k&ey:") : bearer ? tr("Tok&en:") : tr("API k&ey:"),
         two ? tr("Account key (x-api-key)") : bearer ? tr("Token") : tr("API key"),
         //: The key's name in the HTTP request, then whether and how long it is kept
         two ? tr("%1; %2").arg(u"x-api-key"_s, hint) : hint);
    show(m_secret, two, tr("&Secret key:"), tr("User / secret key (x-api-secret-key)"), tr("%1; %2").arg(u"x-api-secret-key"_s, hint));
    m_key->setToolTip(m_kind == ServerKind::OpenSearch && way == SignIn::Key ? tr("As the server encoded it, or as id:key.") : QString());
}

Credentials CredentialFields::credentials() const
{
    Credentials result;
    const QString key = m_key->text().trimmed();
    switch (signIn()) {
    case SignIn::None:
        break;
    case SignIn::Key:
        result.key = key;
        break;
    case SignIn::Password:
        result.user = m_user->text().trimmed();
        result.password = m_password->text(); // blanks may be part of it
        break;
    case SignIn::Bearer:
        if (!key.isEmpty())
            result.key = key.startsWith(kBearer, Qt::CaseInsensitive) ? key : kBearer + key;
        break;
    case SignIn::TwoKeys:
        result.key = key;
        result.secret = m_secret->text().trimmed();
        break;
    }
    return result;
}

QString CredentialFields::problem() const
{
    const Credentials typed = credentials();
    if (typed.isEmpty() && m_editing)
        return {};
    switch (signIn()) {
    case SignIn::None:
    case SignIn::Key:
        return {};
    case SignIn::Password:
        return typed.user.isEmpty() ? tr("Type the user's name.") : typed.password.isEmpty() ? tr("Type the password.") : QString();
    case SignIn::Bearer:
        return typed.key.isEmpty() ? tr("Type or paste the token.") : QString();
    case SignIn::TwoKeys:
        return typed.key.isEmpty() || typed.secret.isEmpty() ? tr("Redis Cloud wants both keys, the account's and the user's.") : QString();
    }
    Q_UNREACHABLE();
}

} // namespace taskglass
