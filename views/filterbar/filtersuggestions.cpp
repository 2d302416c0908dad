// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/filterbar/filtersuggestions.h"

#include "models/domain/capabilities.h"
#include "models/store/storereader.h"
#include "models/store/taskstore.h"
#include "models/table/columns.h"
#include "models/table/seenvalues.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>

namespace taskglass {

namespace {
/// Values come and go with polls; while typing one word the list need not follow.
constexpr qint64 kLearnAgainMs = 3'000;
} // namespace

FilterSuggestions::FilterSuggestions(QLineEdit &edit)
    : QObject(&edit)
    , m_edit(edit)
    , m_completer(new QCompleter(&m_model, this))
{
    // Not QLineEdit::setCompleter(): that would replace the whole text by one word.
    m_completer->setWidget(&edit);
    // The model holds the matches already, and none is chosen until somebody walks to it: Enter means the text as typed.
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->popup()->setAccessibleName(tr("Completions"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterSuggestions::insert);
    connect(&edit, &QLineEdit::textEdited, this, &FilterSuggestions::offerForWord);
}

FilterSuggestions::~FilterSuggestions() = default;

void FilterSuggestions::setStore(TaskStore *store)
{
    if (m_store)
        disconnect(m_store, nullptr, this, nullptr);
    m_reader.reset();
    m_store = store;
    forget();
    if (store) {
        m_reader = std::make_unique<StoreReader>(*store);
        connect(store, &TaskStore::diffApplied, this, [this](const StoreDiff &diff) {
            if (diff.reset)
                forget();
        });
    }
}

void FilterSuggestions::forget()
{
    m_learned.invalidate();
    if (m_reader)
        m_reader->abort();
    m_seen = {};
}

void FilterSuggestions::setCapabilities(const Capabilities &can)
{
    m_columns = can.columns;
    m_titles = can.columnTitles;
}

void FilterSuggestions::adaptFields(QStringList &candidates, const QString &typed) const
{
    candidates.removeIf([this](const QString &candidate) {
        const ColumnSpec *const column = columnById(QStringView(candidate).chopped(1)); // without ":" or ">"
        return column && !m_columns.isEmpty() && !m_columns.contains(QString(column->id));
    });
    for (const auto &[id, title] : m_titles) {
        const std::optional<FilterField> field = filterFieldFromWord(id);
        if (!field || typed.isEmpty() || !title.startsWith(typed, Qt::CaseInsensitive))
            continue;
        const QString word = wordFor(*field);
        const QString candidate = word + (hasBounds(*field) && *field != FilterField::Id ? u'>' : u':');
        if (!candidates.contains(candidate))
            candidates.prepend(candidate);
    }
}

bool FilterSuggestions::isOpen() const { return m_completer->popup()->isVisible(); }

void FilterSuggestions::close()
{
    m_offerAgain = false;
    m_completer->popup()->hide();
}

void FilterSuggestions::learn()
{
    if (m_learned.isValid() && m_learned.elapsed() < kLearnAgainMs)
        return;
    m_learned.start();
    if (!m_store)
        return;
    m_reader->read([this](const TaskColumns &columns, const std::atomic<bool> &canceled) -> StoreReader::Then {
        return [this, seen = seenValues(columns, &canceled)] {
            m_seen = seen;
            if (m_offerAgain)
                offer();
        };
    });
}

void FilterSuggestions::offerForWord()
{
    const int cursor = m_edit.cursorPosition();
    const bool inWord = cursor > 0 && !m_edit.text().at(cursor - 1).isSpace();
    if (inWord)
        offer();
    else
        close();
}

bool FilterSuggestions::offer()
{
    learn();
    m_offerAgain = m_reader && m_reader->isReading(); // what was seen before, until there is more
    FilterCompletion completion = completeFilter(m_edit.text(), m_edit.cursorPosition(), m_seen);
    const QString typed = m_edit.text().mid(completion.start, completion.length);
    const QChar before = completion.start > 0 ? m_edit.text().at(completion.start - 1) : QChar();
    if (before != u':' && before != u',' && before != u'"') // a field's name, not a value
        adaptFields(completion.candidates, typed);
    completion.candidates.removeAll(typed);
    m_model.setStringList(completion.candidates);
    if (completion.candidates.isEmpty()) {
        m_completer->popup()->hide();
        return false;
    }
    const QRect cursor = m_edit.inputMethodQuery(Qt::ImCursorRectangle).toRect();
    const int width = m_completer->popup()->sizeHintForColumn(0) + 2 * m_edit.fontMetrics().averageCharWidth();
    const int least = m_edit.fontMetrics().averageCharWidth() * 20;
    const int x = qBound(0, cursor.x(), qMax(0, m_edit.width() - least));
    m_completer->complete(QRect(x, 0, qMax(width, least), m_edit.height()));
    return true;
}

void FilterSuggestions::insert(const QString &candidate)
{
    const FilterCompletion completion = completeFilter(m_edit.text(), m_edit.cursorPosition(), m_seen);
    QString text = m_edit.text();
    text.replace(completion.start, completion.length, candidate);
    m_edit.setText(text);
    m_edit.setCursorPosition(completion.start + int(candidate.size()));
    if (candidate.endsWith(u':'))
        offer();
}

} // namespace taskglass
