// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/meilisearch/keyring.h"

#include "app/localqueue/dialects/meilisearch/apierror.h"
#include "app/localqueue/dialects/meilisearch/taskjson.h"
#include "app/localqueue/jsontext.h"
#include "app/localqueue/trouble.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QSaveFile>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::meilisearch {

namespace {

bool matchesIndex(const QStringList &patterns, const QString &indexUid)
{
    return std::any_of(patterns.begin(), patterns.end(), [&](const QString &pattern) {
        return pattern.endsWith(u'*') ? indexUid.startsWith(QStringView(pattern).chopped(1)) : pattern == indexUid;
    });
}

/// Takes as long for a near miss as for a far one.
bool sameSecret(const QByteArray &a, const QByteArray &b)
{
    return QCryptographicHash::hash(a, QCryptographicHash::Sha256)
        == QCryptographicHash::hash(b, QCryptographicHash::Sha256);
}

/// Actions that concern the whole server: index-scoped keys are denied them even when they hold "*" (1.47.1 on; older
/// ones are treated alike here).
bool isGlobalAction(const QByteArray &action)
{
    return action == "version" || action.startsWith("keys.") || action.startsWith("dumps.")
        || action.startsWith("snapshots.") || action.startsWith("experimental.") || action.startsWith("metrics.");
}

QStringList stringsOf(const QJsonValue &value)
{
    QStringList strings;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &element : array)
        strings.append(element.toString());
    return strings;
}

QByteArray stringsJson(const QStringList &strings)
{
    QByteArrayList elements;
    for (const QString &text : strings)
        elements.append(jsonString(text));
    return jsonArray(elements);
}

std::optional<QString> optionalString(const QJsonValue &value)
{
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

EpochNs timeOf(const QJsonValue &value)
{
    return parseRfc3339(value.toString().toStdString()).value_or(0);
}

void addOptional(JsonObjectText &object, QByteArrayView name, const std::optional<QString> &text)
{
    if (text)
        object.string(name, *text);
    else
        object.null(name);
}

} // namespace

bool ApiKey::allows(const QByteArray &action, ApiVersion api) const
{
    if (actions.contains(u"*"_s))
        return true;
    const QString wanted = QString::fromLatin1(action);
    const QString family = wanted.section(u'.', 0, 0);
    if (actions.contains(wanted) || actions.contains(QString(family % u".*"_s)))
        return true;
    return api.exports() && wanted.endsWith(".get"_L1) && family != "keys"_L1 && actions.contains(u"*.get"_s);
}

bool ApiKey::seesIndex(const QString &indexUid) const
{
    return matchesIndex(indexes, indexUid);
}

bool Access::sees(const QString &indexUid) const
{
    return !visibleIndexes || matchesIndex(*visibleIndexes, indexUid);
}

KeyRing::KeyRing(QByteArray masterKey, const QString &file)
    : m_masterKey(std::move(masterKey))
    , m_file(file)
{
    load();
}

void KeyRing::add(const QByteArray &key, const QStringList &actions, const QStringList &indexes)
{
    ApiKey entry;
    entry.key = key;
    // Stable over restarts, so that a client may remember it.
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex();
    entry.uid = QString::fromLatin1(hash.left(8) + '-' + hash.mid(8, 4) + "-4"_ba + hash.mid(12, 3) + "-8"_ba
                                    + hash.mid(15, 3) + '-' + hash.mid(18, 12));
    entry.actions = actions;
    if (!indexes.isEmpty())
        entry.indexes = indexes;
    m_keys.push_back(std::move(entry));
}

Result<Access> KeyRing::authorize(const QByteArray &header, const QByteArray &action, ApiVersion api,
                                  EpochNs now) const
{
    if (action.isEmpty() || isOpen())
        return Access {};
    static constexpr QByteArrayView kScheme("Bearer");
    // The scheme is case-sensitive on the real server too.
    if (!header.startsWith(kScheme) || (header.size() > kScheme.size() && header[kScheme.size()] != ' '))
        return missingAuthorization();
    const QByteArray given = header.mid(kScheme.size() + 1);
    if (!m_masterKey.isEmpty() && sameSecret(given, m_masterKey))
        return Access {};
    const auto found = std::find_if(m_keys.begin(), m_keys.end(),
                                    [&](const ApiKey &key) { return sameSecret(given, key.key); });
    if (found == m_keys.end() || (found->expiresAt && *found->expiresAt <= now) || !found->allows(action, api))
        return invalidApiKey();
    if (found->seesAllIndexes())
        return Access {};
    if (isGlobalAction(action))
        return invalidApiKey();
    return Access {found->indexes};
}

const ApiKey *KeyRing::find(const QByteArray &keyOrUid) const
{
    const auto found = std::find_if(m_keys.begin(), m_keys.end(), [&](const ApiKey &key) {
        return sameSecret(key.key, keyOrUid) || key.uid.toLatin1() == keyOrUid;
    });
    return found == m_keys.end() ? nullptr : &*found;
}

Result<ApiKey> KeyRing::create(ApiKey key)
{
    key.key = QMessageAuthenticationCode::hash(key.uid.toLatin1(), m_masterKey, QCryptographicHash::Sha256).toHex();
    m_keys.push_back(key);
    if (const auto saved = save(); !saved) {
        m_keys.pop_back();
        return saved.error();
    }
    return key;
}

Result<ApiKey> KeyRing::update(const QString &uid, std::optional<QString> name, std::optional<QString> description,
                               EpochNs now)
{
    for (ApiKey &key : m_keys) {
        if (key.uid != uid)
            continue;
        if (name)
            key.name = name;
        if (description)
            key.description = description;
        key.updatedAt = now;
        if (const auto saved = save(); !saved)
            return saved.error();
        return key;
    }
    return refusal(404, u"api_key_not_found"_s, u"API key `%1` not found."_s.arg(uid));
}

Result<bool> KeyRing::remove(const QString &uid)
{
    const auto gone = std::erase_if(m_keys, [&](const ApiKey &key) { return key.uid == uid; });
    if (gone == 0)
        return refusal(404, u"api_key_not_found"_s, u"API key `%1` not found."_s.arg(uid));
    return save();
}

void KeyRing::load()
{
    QFile file(m_file);
    if (m_file.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    const QJsonArray stored = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &value : stored) {
        ApiKey key;
        key.key = value["key"_L1].toString().toUtf8();
        key.uid = value["uid"_L1].toString();
        key.name = optionalString(value["name"_L1]);
        key.description = optionalString(value["description"_L1]);
        key.actions = stringsOf(value["actions"_L1]);
        key.indexes = stringsOf(value["indexes"_L1]);
        if (value["expiresAt"_L1].isString())
            key.expiresAt = timeOf(value["expiresAt"_L1]);
        key.createdAt = timeOf(value["createdAt"_L1]);
        key.updatedAt = timeOf(value["updatedAt"_L1]);
        m_keys.push_back(std::move(key));
    }
}

Result<bool> KeyRing::save() const
{
    if (m_file.isEmpty())
        return true;
    QByteArrayList keys;
    for (const ApiKey &key : m_keys) {
        if (key.createdAt != 0) // those of the command line are not ours to keep
            keys.append(keyJson(key, ApiVersion {}));
    }
    QSaveFile file(m_file);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && file.write(jsonArray(keys)) >= 0
        && file.commit();
    if (written)
        return true;
    return refusal(500, u"internal"_s,
                   QCoreApplication::translate("LocalQueue", "The keys cannot be stored: %1.").arg(file.errorString()));
}

Result<KeyLine> parseKeyLine(const QStringList &words)
{
    if (words.size() < 2 || words.size() > 3) {
        return trouble(Error::Kind::BadRequest,
                       QCoreApplication::translate("LocalQueue",
                                                   "A Meilisearch line of a key file is “meilisearch admin KEY” or "
                                                   "“meilisearch ACTION,ACTION KEY [INDEX,INDEX]”."));
    }
    KeyLine line;
    line.isMaster = words[0] == "admin"_L1;
    line.key = words[1].toUtf8();
    line.actions = line.isMaster ? QStringList {u"*"_s} : words[0].split(u',', Qt::SkipEmptyParts);
    if (words.size() == 3)
        line.indexes = words[2].split(u',', Qt::SkipEmptyParts);
    return line;
}

QByteArray keyJson(const ApiKey &key, ApiVersion api)
{
    JsonObjectText object;
    if (!api.unpaginated())
        addOptional(object, "name", key.name);
    addOptional(object, "description", key.description);
    object.string("key", QByteArrayView(key.key));
    if (!api.unpaginated())
        object.string("uid", key.uid);
    object.raw("actions", stringsJson(key.actions)).raw("indexes", stringsJson(key.indexes));
    object.raw("expiresAt", key.expiresAt ? timeJson(*key.expiresAt) : "null"_ba)
        .raw("createdAt", timeJson(key.createdAt))
        .raw("updatedAt", timeJson(key.updatedAt));
    return object.text();
}

} // namespace taskglass::localqueue::meilisearch
