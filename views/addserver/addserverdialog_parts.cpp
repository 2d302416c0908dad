// SPDX-License-Identifier: GPL-3.0-or-later
// What the dialog is made of: its rows, the result, the buttons.
#include "views/addserver/addserverdialog.h"

#include "views/addserver/address.h"
#include "views/addserver/connectionoptions.h"
#include "views/addserver/credentialfields.h"
#include "views/servers/serverdelegate.h"
#include "views/states/situation.h"
#include "views/style/foldbutton.h"
#include "views/style/iconengine.h"
#include "views/style/plaintext.h"
#include "views/style/spacing.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QUuid>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// A disc in the colour that marks the environment elsewhere; the word stands beside it.
QIcon environmentIcon(Environment environment)
{
    const auto disc = [](QPainter &painter, const QRectF &area, const QColor &color) {
        const qreal inset = area.width() / 6;
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(area.adjusted(inset, inset, -inset, -inset));
    };
    const auto color = [environment](const QPalette &palette) { return environmentColor(environment, palette); };
    return QIcon(new PaletteIconEngine(u"environment-%1"_s.arg(int(environment)), disc, color));
}

QString nameOf(QString label) { return label.remove(u'&').remove(u':'); }

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

    auto *const fields = new QWidget;
    auto *const form = new QFormLayout;
    form->setHorizontalSpacing(spacing::kSection);
    form->setVerticalSpacing(spacing::kGroup);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows); // with WrapLongRows, Qt 6.4 gives a row that comes back no height
    buildForm(*form);
    m_fold = new FoldButton(tr("Connection &options"), this);
    m_fold->setObjectName(u"optionsFold"_s);
    m_options = new ConnectionOptions(this);
    m_fold->setContent(m_options);
    connect(m_options, &ConnectionOptions::changed, this, &AddServerDialog::fieldsChanged);
    connect(m_options, &ConnectionOptions::trustWithdrawn, this, [this] { m_base.trustedFingerprint.clear(); });
    auto *const column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, spacing::kInside, 0);
    column->setSpacing(spacing::kGroup);
    column->addLayout(form);
    column->addWidget(m_fold, 0, Qt::AlignLeading);
    column->addWidget(m_options);
    column->addStretch(1);

    // Low screens scroll the fields: result and buttons stay in sight.
    auto *const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(fields);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumWidth(fields->minimumSizeHint().width() + style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this));
    buildResult();
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kSection, spacing::kSection, spacing::kSection, spacing::kSection);
    layout->setSpacing(spacing::kSection);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_result);
    layout->addWidget(m_trust, 0, Qt::AlignLeading);
    layout->addWidget(m_sendKeys, 0, Qt::AlignLeading);
    buildButtons();
    setMinimumWidth(fontMetrics().averageCharWidth() * 84);
    setTabOrder(m_readOnly, m_fold);
    setTabOrder(m_fold, m_options);
    fieldsChanged();
}

void AddServerDialog::buildResult()
{
    m_result = plainLabel({}, this);
    m_result->setObjectName(u"testResult"_s);
    m_result->setMinimumHeight(fontMetrics().height() * 4);
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
    m_sendKeys = new QPushButton(this);
    m_sendKeys->setObjectName(u"sendKeys"_s);
    m_sendKeys->setAutoDefault(false);
    m_sendKeys->hide();
    connect(m_sendKeys, &QPushButton::clicked, this, [this] {
        m_base.keysHost = profile().url.host();
        fieldsChanged();
        m_accept->setFocus();
    });
}

void AddServerDialog::buildButtons()
{
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Add Server"), QDialogButtonBox::AcceptRole);
    m_accept->setDefault(true);
    m_test = buttons->addButton(tr("Test"), QDialogButtonBox::ActionRole);
    m_test->setToolTip(tr("Ask the server who it is and what the key may do"));
    connect(m_test, &QPushButton::clicked, this, &AddServerDialog::test);
    connect(buttons, &QDialogButtonBox::accepted, this, &AddServerDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

void AddServerDialog::buildForm(QFormLayout &form)
{
    m_url = new QLineEdit(this);
    m_url->setObjectName(u"url"_s);
    m_url->setPlaceholderText(exampleAddress(ServerKind::Auto));
    m_url->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"name"_s);
    m_name->setMaxLength(80);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(u"kind"_s);
    m_kind->addItem(tr("Detect by asking"), int(ServerKind::Auto));
    m_kind->addItem(u"Meilisearch"_s, int(ServerKind::Meilisearch));
    m_kind->addItem(u"OpenSearch, Elasticsearch"_s, int(ServerKind::OpenSearch));
    m_kind->addItem(u"Redis Cloud"_s, int(ServerKind::RedisCloud));
    m_environment = new QComboBox(this);
    m_environment->setObjectName(u"environment"_s);
    for (const Environment environment : {Environment::Development, Environment::Staging, Environment::Production})
        m_environment->addItem(environmentIcon(environment), environmentText(environment), int(environment));
    m_readOnly = new QCheckBox(tr("&Read-only: never cancel or delete anything here"), this);
    m_readOnly->setObjectName(u"readOnly"_s);

    const auto row = [&](const QString &label, QWidget *field) {
        form.addRow(label, field);
        field->setAccessibleName(nameOf(label));
    };
    row(tr("&Address:"), m_url);
    row(tr("&Name:"), m_name);
    row(tr("&Kind:"), m_kind);
    m_credentials = new CredentialFields(form, this);
    row(tr("En&vironment:"), m_environment);
    form.addRow(QString(), m_readOnly);

    connect(m_url, &QLineEdit::textChanged, this, &AddServerDialog::fieldsChanged);
    connect(m_name, &QLineEdit::textChanged, this, &AddServerDialog::fieldsChanged);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AddServerDialog::kindChosen);
    connect(m_credentials, &CredentialFields::changed, this, &AddServerDialog::fieldsChanged);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) { m_nameTyped = !text.isEmpty(); });
    connect(m_environment, &QComboBox::currentIndexChanged, this, &AddServerDialog::environmentChosen);
    connect(m_readOnly, &QCheckBox::clicked, this, [this] { m_readOnlyTouched = true; });
}

} // namespace taskglass
