// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/dialects/meilisearch/apiversion.h"
#include "models/domain/result.h"
#include "models/domain/time.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace taskglass::localqueue::meilisearch {

/// One API key: what it may do, and on which indexes.
struct ApiKey
{
    QByteArray key;
    QString uid;                            ///< A UUID; the key is derived from it and the master key.
    std::optional<QString> name;
    std::optional<QString> description;
    QStringList actions;                    ///< "tasks.get", "tasks.*", "*.get", "*".
    QStringList indexes {QString(u'*')};    ///< Uids, or prefixes ending in '*'.
    std::optional<EpochNs> expiresAt;
    EpochNs createdAt = 0;
    EpochNs updatedAt = 0;

    [[nodiscard]] bool allows(const QByteArray &action, ApiVersion api) const;
    [[nodiscard]] bool seesAllIndexes() const { return indexes.contains(QString(u'*')); }
    [[nodiscard]] bool seesIndex(const QString &indexUid) const;
};

/// What a request may do once its key was accepted.
struct Access
{
    /// Empty: everything. Else index uids or prefixes ending in '*'.
    std::optional<QStringList> visibleIndexes;
    [[nodiscard]] bool sees(const QString &indexUid) const;
};

/// The keys of one server. Without a master key everything is open and any key is accepted, as on the real server.
/// Used from one thread.
class KeyRing
{
public:
    /// \a masterKey may be empty. Keys that clients create are kept in \a file when it is not empty.
    explicit KeyRing(QByteArray masterKey = {}, const QString &file = {});

    /// A key from the command line's key file; index patterns empty: all indexes.
    void add(const QByteArray &key, const QStringList &actions, const QStringList &indexes);

    [[nodiscard]] bool isOpen() const { return m_masterKey.isEmpty() && m_keys.empty(); }
    [[nodiscard]] bool hasMasterKey() const { return !m_masterKey.isEmpty(); }
    /// \a header is the Authorization header's value, null when there was none; an empty \a action needs no key.
    [[nodiscard]] Result<Access> authorize(const QByteArray &header, const QByteArray &action, ApiVersion api,
                                           EpochNs now) const;

    [[nodiscard]] const std::vector<ApiKey> &keys() const { return m_keys; }
    /// By key or uid; null when unknown.
    [[nodiscard]] const ApiKey *find(const QByteArray &keyOrUid) const;
    /// Derives the key, stores it. The stored key, or an Error when it could not be written.
    [[nodiscard]] Result<ApiKey> create(ApiKey key);
    [[nodiscard]] Result<ApiKey> update(const QString &uid, std::optional<QString> name,
                                        std::optional<QString> description, EpochNs now);
    [[nodiscard]] Result<bool> remove(const QString &uid);

private:
    void load();
    [[nodiscard]] Result<bool> save() const;

    QByteArray m_masterKey;
    QString m_file;
    std::vector<ApiKey> m_keys;
};

/// `admin KEY` or `ACTION[,ACTION…] KEY [INDEX[,INDEX…]]`: one line of a key file without its leading `meilisearch`.
/// The key added, or the sentence of what is wrong with it. An `admin` line is the master key.
struct KeyLine
{
    bool isMaster = false;
    QByteArray key;
    QStringList actions;
    QStringList indexes;
};
[[nodiscard]] Result<KeyLine> parseKeyLine(const QStringList &words);

/// A key as GET /keys shows it.
[[nodiscard]] QByteArray keyJson(const ApiKey &key, ApiVersion api);

} // namespace taskglass::localqueue::meilisearch
