// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/speed.h"

#include "models/store/taskcolumns.h"
#include "models/table/format.h"
#include "views/style/plaintext.h"
#include "views/style/spacing.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace taskglass {

namespace {

constexpr double kUsualRate = 500;
constexpr double kHighestRate = 10'000'000;

} // namespace

bool hasSpeed(const TaskStore &store, Slot slot, const Capabilities &can)
{
    const TaskColumns &columns = store.columns();
    if (!can.rethrottle || columns.shownState(slot) != TaskState::Running)
        return false;
    const std::string_view type = columns.text(columns.type[slot]);
    return can.rethrottleTypes.contains(QString::fromUtf8(type.data(), qsizetype(type.size())));
}

QString speedText(double requestsPerSecond)
{
    if (requestsPerSecond <= 0)
        return SpeedDialog::tr("as fast as it goes");
    return SpeedDialog::tr("%1 requests a second").arg(QLocale().toString(requestsPerSecond, 'g', 6));
}

SpeedDialog::SpeedDialog(const QList<TaskId> &ids, double now, QWidget *parent)
    : QDialog(parent)
    , m_ids(ids)
    , m_unlimited(new QRadioButton(tr("&As fast as it goes"), this))
    , m_limited(new QRadioButton(tr("At &most"), this))
    , m_rate(new QDoubleSpinBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(tr("Change Speed"));
    QLabel *const heading = plainLabel(ids.size() == 1 ? tr("How fast shall task %1 work?").arg(oneLine(ids.first(), 60))
                                                       : tr("How fast shall %Ln task(s) work?", nullptr, int(ids.size())), this);
    scaleFont(heading, spacing::kTitleFont, true);
    m_rate->setDecimals(1);
    m_rate->setRange(0.1, kHighestRate);
    m_rate->setGroupSeparatorShown(true);
    m_rate->setValue(now > 0 ? now : kUsualRate);
    m_rate->setSuffix(tr(" requests a second"));
    m_rate->setAccessibleName(tr("Requests a second"));
    (now > 0 ? m_limited : m_unlimited)->setChecked(true);
    m_rate->setEnabled(m_limited->isChecked());
    connect(m_limited, &QRadioButton::toggled, m_rate, &QWidget::setEnabled);
    connect(m_limited, &QRadioButton::clicked, m_rate, [this] {
        m_rate->setFocus();
        m_rate->selectAll();
    });
    QLabel *const note = secondaryLabel(tr("Faster takes effect at once; slower after the batch that is under way. A task in slices divides the speed among them."), this);

    auto *const buttons = new QDialogButtonBox(this);
    QPushButton *const keep = buttons->addButton(tr("Keep Speed"), QDialogButtonBox::RejectRole);
    QPushButton *const go = buttons->addButton(tr("Continue…"), QDialogButtonBox::AcceptRole);
    go->setDefault(true); // only leads to the question
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, [this] {
        CommandDraft draft;
        draft.kind = CommandKind::Rethrottle;
        draft.ids = m_ids;
        draft.requestsPerSecond = m_limited->isChecked() ? m_rate->value() : -1;
        accept(); // first: the question that follows is another dialog
        emit chosen(draft);
    });

    auto *const limit = new QHBoxLayout;
    limit->addWidget(m_limited);
    limit->addWidget(m_rate, 1);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::kSection, spacing::kSection, spacing::kSection, spacing::kSection);
    column->setSpacing(spacing::kGroup);
    column->addWidget(heading);
    column->addWidget(m_unlimited);
    column->addLayout(limit);
    column->addWidget(note);
    column->addWidget(buttons);
}

} // namespace taskglass
