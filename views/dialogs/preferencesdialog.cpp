// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/preferencesdialog.h"

#include "views/intervalmenu.h"
#include "views/states/situation.h"
#include "views/style/plaintext.h"
#include "views/style/spacing.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

using Theme = Preferences::Theme;
using Density = Preferences::Density;
using TimeZone = Preferences::TimeZone;

/// A row with a choice; the label's text names it for screen readers.
QComboBox *addChoice(QFormLayout &form, const QString &label, const QString &objectName)
{
    auto *const box = new QComboBox;
    box->setObjectName(objectName);
    QString name = label;
    box->setAccessibleName(name.remove(u'&').remove(u':'));
    form.addRow(label, box);
    return box;
}

template<typename Value>
void choose(QComboBox &box, const Value &value)
{
    box.setCurrentIndex(qMax(0, box.findData(value)));
}

/// "Deutsch", in the language itself: who cannot read the rest finds it.
QString languageName(const QString &code)
{
    const QLocale locale(code);
    QString name = locale.language() == QLocale::English ? u"English"_s : locale.nativeLanguageName();
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name.isEmpty() ? code : name;
}

void addHeading(QFormLayout &form, const QString &title)
{
    QLabel *const heading = plainLabel(title);
    heading->setTextInteractionFlags(Qt::NoTextInteraction);
    scaleFont(heading, 1.0, true);
    if (form.rowCount() > 0)
        heading->setContentsMargins(0, spacing::kGroup, 0, 0);
    form.addRow(heading);
}

} // namespace

PreferencesDialog::PreferencesDialog(const Preferences &preferences, const QStringList &languages, QWidget *parent)
    : QDialog(parent)
    , m_base(preferences)
{
    setObjectName(u"preferencesDialog"_s);
    setWindowTitle(tr("Preferences"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::kSection, spacing::kSection, spacing::kSection, spacing::kSection);
    column->setSpacing(spacing::kGroup);
    auto *const form = new QFormLayout; // one, so that the fields of all sections stand under each other
    form->setHorizontalSpacing(spacing::kSection);
    form->setVerticalSpacing(spacing::kGroup);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    buildAppearance(*form, languages);
    buildTimes(*form);
    buildServers(*form);
    buildCanceling(*form);
    column->addLayout(form);
    column->addStretch(1);
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults, this);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &PreferencesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this, [this] { fill({}); });
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    fill(preferences);
}

void PreferencesDialog::buildAppearance(QFormLayout &form, const QStringList &languages)
{
    addHeading(form, tr("Appearance"));
    m_theme = addChoice(form, tr("&Theme:"), u"theme"_s);
    m_theme->addItem(tr("As the desktop"), int(Theme::System));
    m_theme->addItem(tr("Light"), int(Theme::Light));
    m_theme->addItem(tr("Dark"), int(Theme::Dark));
    m_density = addChoice(form, tr("&Rows:"), u"density"_s);
    m_density->addItem(tr("Comfortable"), int(Density::Comfortable));
    m_density->addItem(tr("Normal"), int(Density::Normal));
    m_density->addItem(tr("Compact"), int(Density::Compact));
    m_language = addChoice(form, tr("&Language:"), u"language"_s);
    m_language->setToolTip(tr("Another language is used from the next start on."));
    m_language->addItem(tr("As the desktop"), QString());
    for (const QString &language : languages)
        m_language->addItem(languageName(language), language);
    // A language that came with the settings from elsewhere is not lost by looking at them.
    if (m_language->findData(m_base.language) < 0)
        m_language->addItem(m_base.language, m_base.language);
}

void PreferencesDialog::buildTimes(QFormLayout &form)
{
    addHeading(form, tr("Times"));
    m_zone = addChoice(form, tr("Time &zone:"), u"zone"_s);
    m_zone->addItem(tr("This machine's"), int(TimeZone::Local));
    m_zone->addItem(tr("UTC"), int(TimeZone::Utc));
    m_relative = addChoice(form, tr("&Show in tables:"), u"relative"_s);
    m_relative->addItem(tr("Time of day"), false);
    m_relative->addItem(tr("How long ago"), true);
    m_relative->setToolTip(tr("The tool tip shows both."));
}

void PreferencesDialog::buildServers(QFormLayout &form)
{
    addHeading(form, tr("Servers"));
    m_interval = addChoice(form, tr("&Ask new servers every:"), u"interval"_s);
    for (const int ms : IntervalMenu::choices())
        m_interval->addItem(intervalText(ms), ms);
    // One that was typed elsewhere is not lost either.
    if (m_interval->findData(m_base.intervalMs) < 0)
        m_interval->addItem(intervalText(m_base.intervalMs), m_base.intervalMs);
}

void PreferencesDialog::buildCanceling(QFormLayout &form)
{
    addHeading(form, tr("Canceling"));
    m_undo = new QSpinBox;
    m_undo->setObjectName(u"undo"_s);
    m_undo->setRange(Preferences::kUntilTold, 60);
    m_undo->setSpecialValueText(tr("Until sent by hand"));
    //: Behind a number of seconds
    m_undo->setSuffix(tr(" s"));
    m_undo->setToolTip(tr("How long a command is held back before it is sent. 0 sends at once."));
    m_undo->setAccessibleName(tr("Time to undo"));
    form.addRow(tr("Time to &undo:"), m_undo);
    m_ask = new QCheckBox(tr("Ask &before a single task is canceled"));
    m_ask->setObjectName(u"ask"_s);
    m_ask->setToolTip(tr("More than one task, and anything on production, is always asked about."));
    form.addRow(QString(), m_ask);
}

void PreferencesDialog::fill(const Preferences &preferences)
{
    choose(*m_theme, int(preferences.theme));
    choose(*m_density, int(preferences.density));
    choose(*m_language, preferences.language);
    choose(*m_zone, int(preferences.timeZone));
    choose(*m_relative, preferences.relativeTimes);
    choose(*m_interval, preferences.intervalMs);
    m_undo->setValue(preferences.undoSeconds);
    m_ask->setChecked(preferences.confirmSingleTask);
}

Preferences PreferencesDialog::preferences() const
{
    Preferences result = m_base;
    result.theme = Theme(m_theme->currentData().toInt());
    result.density = Density(m_density->currentData().toInt());
    result.language = m_language->currentData().toString();
    result.timeZone = TimeZone(m_zone->currentData().toInt());
    result.relativeTimes = m_relative->currentData().toBool();
    result.intervalMs = m_interval->currentData().toInt();
    result.undoSeconds = m_undo->value();
    result.confirmSingleTask = m_ask->isChecked();
    return result;
}

void PreferencesDialog::accept()
{
    emit chosen(preferences());
    QDialog::accept();
}

} // namespace taskglass
