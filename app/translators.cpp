// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translators.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

// Outside every namespace, as Q_INIT_RESOURCE demands: a static library's resources register only when asked to.
static void registerTranslations()
{
    Q_INIT_RESOURCE(taskglass_translations);
}

namespace taskglass {

void installTranslators(QCoreApplication &application, const QString &language)
{
    registerTranslations();
    if (!language.isEmpty())
        QLocale::setDefault(QLocale(language));
    const QLocale locale;
    const auto install = [&application, &locale](const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&application);
        if (translator->load(locale, name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    install(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    auto *english = new QTranslator(&application);
    if (english->load(u"taskglass_en"_s, u":/i18n"_s)) // below all others: plurals of what they leave untranslated
        QCoreApplication::installTranslator(english);
    install(u"taskglass"_s, u":/i18n"_s);
}

QStringList availableLanguages()
{
    QStringList languages;
    const QStringList files = QDir(u":/i18n"_s).entryList({u"taskglass_*.qm"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        languages.append(file.mid(10).chopped(3));
    return languages;
}

} // namespace taskglass
