// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/commandline.h"

#include "app/localqueue/keyfile.h"
#include "app/localqueue/trouble.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

#include <limits>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

constexpr quint16 kDefaultPort = 7700; // where Meilisearch listens
constexpr qint64 kDefaultHistory = 1000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Error usage(const QString &sentence)
{
    return trouble(Error::Kind::BadRequest, sentence);
}

QString dialectWords()
{
    QStringList words;
    for (const DialectKind kind : allDialects())
        words.append(wordFor(kind));
    return words.join(u", "_s);
}

void addOptions(QCommandLineParser &parser)
{
    const auto flag = [&](const QString &name) { parser.addOption({name, {}}); };
    const auto valued = [&](const QString &name) { parser.addOption({name, {}, u"value"_s}); };
    for (const QString &name : {u"memory"_s, u"strict"_s, u"lenient"_s, u"feed"_s, u"version"_s})
        flag(name);
    parser.addOption({{u"h"_s, u"help"_s}, {}});
    for (const QString &name :
         {u"port"_s, u"listen"_s, u"data"_s, u"dialect"_s, u"api"_s, u"key-file"_s, u"fault"_s, u"seed"_s, u"size"_s,
          u"pace"_s, u"tls-cert"_s, u"tls-key"_s, u"ready-file"_s})
        valued(name);
}

std::optional<Error> readListen(const QCommandLineParser &parser, LocalQueueOptions &options)
{
    bool ok = true;
    options.port = parser.isSet(u"port"_s) ? parser.value(u"port"_s).toUShort(&ok) : kDefaultPort;
    if (!ok)
        return usage(Words::tr("--port wants a number from 0 to 65535, 0 for a free port."));
    if (parser.isSet(u"listen"_s) && !options.address.setAddress(parser.value(u"listen"_s)))
        return usage(Words::tr("--listen wants an IP address."));
    return std::nullopt;
}

std::optional<Error> readDialects(const QCommandLineParser &parser, LocalQueueOptions &options)
{
    QList<DialectKind> wanted;
    for (const QString &word : parser.values(u"dialect"_s)) {
        const auto kind = dialectFor(word);
        if (!kind && word != "all"_L1)
            return usage(Words::tr("“%1” is no dialect: %2 or all.").arg(word, dialectWords()));
        wanted += kind ? QList<DialectKind> {*kind} : allDialects();
    }
    options.dialects.clear();
    for (const DialectKind kind : allDialects()) {
        if (wanted.isEmpty() || wanted.contains(kind))
            options.dialects.append(kind);
    }
    return std::nullopt;
}

std::optional<Error> readVersions(const QCommandLineParser &parser, LocalQueueOptions &options)
{
    for (const QString &text : parser.values(u"api"_s)) {
        const QString kind = text.section(u'=', 0, 0);
        const QString number = text.section(u'=', 1);
        if (kind == "meilisearch"_L1) {
            const auto version = meilisearch::ApiVersion::parse(number);
            if (!version)
                return usage(Words::tr("“%1” is no version of Meilisearch from 0.25 on.").arg(number));
            options.api = *version;
        } else if (kind == "opensearch"_L1 || kind == "elasticsearch"_L1) {
            const auto profile = opensearch::ApiProfile::parse(kind, number);
            if (!profile) {
                return usage(Words::tr("“%1” is no version that can be imitated: opensearch=1.0 to 3.8, or "
                                       "elasticsearch=6.4 to 8.x.").arg(text));
            }
            options.clusterApi = *profile;
        } else if (kind == "redis-cloud"_L1) {
            if (number != "1"_L1)
                return usage(Words::tr("“%1” is no version of Redis Cloud's interface; 1 is.").arg(number));
        } else {
            return usage(Words::tr("--api wants a server and its version: meilisearch=1.50, for instance."));
        }
    }
    return std::nullopt;
}

std::optional<Error> readWork(const QCommandLineParser &parser, LocalQueueOptions &options)
{
    if (parser.isSet(u"seed"_s) || parser.isSet(u"size"_s)) {
        bool seedOk = true;
        bool sizeOk = true;
        options.seed = parser.isSet(u"seed"_s) ? parser.value(u"seed"_s).toUInt(&seedOk) : 1;
        options.historySize = parser.isSet(u"size"_s) ? parser.value(u"size"_s).toLongLong(&sizeOk) : kDefaultHistory;
        if (!seedOk || !sizeOk || options.historySize < 0 || options.historySize > std::numeric_limits<quint32>::max())
            return usage(Words::tr("--seed and --size want whole numbers."));
    }
    options.feedsItself = parser.isSet(u"feed"_s);
    const QString pace = parser.isSet(u"pace"_s) ? parser.value(u"pace"_s) : u"demo"_s;
    if (pace == "instant"_L1)
        options.pace = Pace::Instant;
    else if (pace == "demo"_L1)
        options.pace = Pace::Demo;
    else if (pace == "real"_L1)
        options.pace = Pace::Real;
    else
        return usage(Words::tr("--pace wants instant, demo or real."));
    for (const QString &text : parser.values(u"fault"_s)) {
        const auto rule = parseFault(text);
        if (!rule)
            return rule.error();
        options.faults.push_back(rule.value());
    }
    return std::nullopt;
}

std::optional<Error> readTls(const QCommandLineParser &parser, LocalQueueOptions &options)
{
    if (!parser.isSet(u"tls-cert"_s) && !parser.isSet(u"tls-key"_s))
        return std::nullopt;
    QFile certificateFile(parser.value(u"tls-cert"_s));
    QFile keyFile(parser.value(u"tls-key"_s));
    if (!certificateFile.open(QIODevice::ReadOnly) || !keyFile.open(QIODevice::ReadOnly))
        return usage(Words::tr("--tls-cert and --tls-key want two files in PEM form that can be read."));
    const QList<QSslCertificate> chain = QSslCertificate::fromDevice(&certificateFile);
    const QByteArray pem = keyFile.readAll();
    QSslKey key(pem, QSsl::Rsa);
    if (key.isNull())
        key = QSslKey(pem, QSsl::Ec);
    if (chain.isEmpty() || key.isNull())
        return usage(Words::tr("--tls-cert holds no certificate, or --tls-key no RSA or EC key, in PEM form."));
    options.tls = QSslConfiguration::defaultConfiguration();
    options.tls.setLocalCertificateChain(chain);
    options.tls.setPrivateKey(key);
    return std::nullopt;
}

std::optional<Error> readStorage(const QCommandLineParser &parser, LocalQueueOptions &options)
{
    if (parser.isSet(u"data"_s) && parser.isSet(u"memory"_s))
        return usage(Words::tr("--data and --memory exclude each other."));
    if (parser.isSet(u"strict"_s) && parser.isSet(u"lenient"_s))
        return usage(Words::tr("--strict and --lenient exclude each other."));
    options.dataDir = parser.value(u"data"_s);
    options.lenient = parser.isSet(u"lenient"_s);
    if (!parser.isSet(u"key-file"_s))
        return std::nullopt;
    auto keys = readKeyFile(parser.value(u"key-file"_s));
    if (!keys)
        return keys.error();
    options.keys = std::move(keys.value().meilisearch);
    options.openSearchUsers = std::move(keys.value().openSearch);
    options.redisCloudKeys = std::move(keys.value().redisCloud);
    return std::nullopt;
}

} // namespace

Result<QueueCommand> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return usage(parser.errorText());
    QueueCommand command;
    if (parser.isSet(u"help"_s) || parser.isSet(u"version"_s)) {
        command.what = parser.isSet(u"help"_s) ? QueueCommand::What::Help : QueueCommand::What::Version;
        return command;
    }
    if (!parser.positionalArguments().isEmpty())
        return usage(Words::tr("“%1” is not expected here: taskglass-queue takes options only.")
                         .arg(parser.positionalArguments().constFirst()));
    for (const auto read : {readListen, readDialects, readVersions, readWork, readTls, readStorage}) {
        if (const auto error = read(parser, command.options))
            return *error;
    }
    for (const DialectKind kind : std::as_const(command.options.dialects)) {
        if (!command.options.address.isLoopback() && !command.options.hasKeysFor(kind)) {
            return usage(Words::tr("--listen beyond this machine needs --key-file with a line for %1.")
                             .arg(wordFor(kind)));
        }
    }
    command.readyFile = parser.value(u"ready-file"_s);
    return command;
}

QString helpText()
{
    return Words::tr(
        "Usage: taskglass-queue [options]\n"
        "\n"
        "A durable task queue that speaks the HTTP interfaces of Meilisearch, OpenSearch, Elasticsearch and Redis Cloud on\n"
        "this machine: for demos, for tests, and for writing a client without a server. Documents are really stored,\n"
        "imports and reindexes really run and really fail; an account's databases come into being, change and go.\n"
        "\n"
        "Where\n"
        "  --port N             port to listen on (7700); 0 picks a free one\n"
        "  --listen ADDRESS     another address than 127.0.0.1; needs --key-file\n"
        "  --tls-cert FILE --tls-key FILE   serve HTTPS with this certificate and key (PEM)\n"
        "  --ready-file FILE    write the address here once connections are accepted\n"
        "\n"
        "What is kept\n"
        "  --data DIR           keep everything in this folder; accepted tasks survive even kill -9\n"
        "  --memory             keep nothing when the program ends (default)\n"
        "  --seed N --size N    begin with so many tasks of the past (1000), the same for the same seed; only when the\n"
        "                       queue is empty; Redis Cloud has 5000 at most, OpenSearch none\n"
        "  --feed               keep adding believable work: bursts, long imports, failures, cancels\n"
        "\n"
        "How it behaves\n"
        "  --dialect NAME       meilisearch, opensearch, redis-cloud, or all (default), told apart by path: OpenSearch is\n"
        "                       at /_… and /INDEX/_…, Redis Cloud at /v1; may be repeated\n"
        "  --api meilisearch=V  imitate that version, from 0.25 to 1.50 (default): shapes, routes, parameters, errors\n"
        "  --api opensearch=V   imitate that version, from 1.0 to 3.8 (2.19), or elasticsearch=V from 6.4 to 8.x\n"
        "  --strict, --lenient  refuse what the real server refuses (default), or ignore unknown parameters of lists\n"
        "  --api redis-cloud=1  the only one there is\n"
        "  --pace P             instant, demo (default: slow enough to watch and cancel), or real\n"
        "  --key-file FILE      one key a line; without one everybody is let in:\n"
        "                         meilisearch admin KEY                          the master key\n"
        "                         meilisearch tasks.get,tasks.cancel KEY         these actions only\n"
        "                         meilisearch tasks.* KEY movies,books           on these indexes only\n"
        "                         opensearch USER PASSWORD                       everything\n"
        "                         redis-cloud ACCOUNT-KEY SECRET-KEY             everything\n"
        "                         redis-cloud ACCOUNT-KEY SECRET-KEY viewer      reading only\n"
        "  --fault RULE         misbehave, may be repeated: delay=MS, rate=429:10%, reset=1%, truncate=1%,\n"
        "                       malformed=1%, down=5s/60s (gone for 5 of every 60 seconds); for Redis Cloud quota=20\n"
        "                       (a minute; 400 without), odd=late-tasks, json-401, text-error, new-status, new-command,\n"
        "                       no-timestamp, object-links or empty-array\n"
        "\n"
        "  --help, --version\n"
        "\n"
        "Prints “listening on http://127.0.0.1:PORT” when it accepts connections. SIGTERM and Ctrl-C end it cleanly.\n"
        "Exit status: 0 ended on request, 1 something went wrong and was said, 2 wrong usage.\n"
        "\n"
        "Try:\n"
        "  taskglass-queue --port 7700 --feed\n"
        "  curl 'http://127.0.0.1:7700/tasks?statuses=failed&limit=3'\n"
        "  curl 'http://127.0.0.1:7700/_tasks?detailed&actions=*reindex'\n"
        "  curl -H 'x-api-key: a' -H 'x-api-secret-key: s' http://127.0.0.1:7700/v1/tasks\n");
}

} // namespace taskglass::localqueue
