// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/terminal/taskjson.h"
#include "models/table/columns.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>

namespace taskglass {

enum class TextFormat : quint8 { Table, Json, NdJson, Csv, Markdown };
[[nodiscard]] std::optional<TextFormat> textFormatFromWord(QStringView word);

/// One column to print: models/table/columns.h with its title translated.
struct PrintedColumn
{
    Column column = Column::Id;
    QString id;
    QString title;
    bool alignRight = false;
};

/// Everything that decides how tasks are printed.
struct WriterOptions
{
    TextFormat format = TextFormat::NdJson;
    QList<PrintedColumn> columns;  ///< Table, CSV and Markdown only.
    TaskContext context;
    bool raw = false;              ///< JSON formats only.
    bool events = false;           ///< For `watch`: each task says whether it was added, changed or is gone.
    bool terminal = false;         ///< The output is a terminal: nothing of the server's may command it.
    bool color = false;
    int width = 0;                 ///< Cells of the terminal; 0: any width is fine.
};

/// Turns tasks into the bytes of one format, a piece at a time, so that a million tasks need no memory. Pure: the caller
/// writes the bytes. Order of calls: begin, task…, settle now and then, end.
class TaskWriter
{
public:
    virtual ~TaskWriter() = default;
    [[nodiscard]] virtual QByteArray begin() { return {}; }
    /// May answer nothing yet: a table waits for some rows to fit its columns to.
    [[nodiscard]] virtual QByteArray task(const Task &task, TaskEvent event, EpochNs now) = 0;
    /// What was held back. Call when nothing more comes for now.
    [[nodiscard]] virtual QByteArray settle() { return {}; }
    [[nodiscard]] virtual QByteArray end() { return settle(); }
    /// Titles of columns that did not fit the terminal; known after the first rows.
    [[nodiscard]] virtual QList<QString> leftOff() const { return {}; }
};

[[nodiscard]] std::unique_ptr<TaskWriter> makeTaskWriter(const WriterOptions &options);

/// A CSV field by RFC 4180 that no spreadsheet takes for a formula: a field that begins like one gets an apostrophe.
[[nodiscard]] QString csvField(const QString &text);
/// Text within a cell of a Markdown table, shown as it is: nothing of it becomes markup.
[[nodiscard]] QString markdownText(const QString &text);

} // namespace taskglass
