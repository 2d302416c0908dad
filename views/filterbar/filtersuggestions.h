// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/filtercompletion.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringListModel>

#include <memory>

class QCompleter;
class QLineEdit;

namespace taskglass {

class StoreReader;
class TaskStore;
struct Capabilities;

/// The list under the filter line: fields, and values that were seen. Puts only the word at the cursor in.
class FilterSuggestions : public QObject
{
    Q_OBJECT

public:
    explicit FilterSuggestions(QLineEdit &edit);
    ~FilterSuggestions() override;

    /// A store must be unset before it dies.
    void setStore(TaskStore *store);
    /// Fields of columns that the server does not have are not offered; what it calls a column leads to its field.
    void setCapabilities(const Capabilities &can);
    [[nodiscard]] bool isOpen() const;
    void close();
    /// Opens the list for the word at the cursor; false when there is nothing to offer.
    bool offer();
    [[nodiscard]] QStringList candidates() const { return m_model.stringList(); }

private:
    /// While typing: only inside a word, so that the list does not cover what was just finished.
    void offerForWord();
    void insert(const QString &candidate);
    void learn();
    void forget();
    void adaptFields(QStringList &candidates, const QString &typed) const;

    QLineEdit &m_edit;
    TaskStore *m_store = nullptr;
    FilterVocabulary m_seen;
    std::unique_ptr<StoreReader> m_reader;
    bool m_offerAgain = false;               ///< The list was opened before all values were gathered.
    QList<QString> m_columns;
    QList<std::pair<QString, QString>> m_titles;
    QElapsedTimer m_learned;
    QStringListModel m_model;
    QCompleter *m_completer;
};

} // namespace taskglass
