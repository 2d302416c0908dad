// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/detection.h"

#include "app/client/answererror.h"
#include "app/client/opensearch/errors.h"
#include "app/client/opensearch/opensearchprotocol.h"
#include "app/client/opensearch/requests.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::opensearch {

namespace {

/// The newest releases whose behaviour was looked at; newer ones work, with a note.
constexpr Version kNewestElasticsearch {7, 10, 2};
constexpr Version kNewestOpenSearch {3, 8, 0};
/// Open Distro ended with the engine of this release.
constexpr Version kLastOpenDistro {7, 10, 2};

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OpenSearch)
};

/// Answers as Elasticsearch 7.10.2 would, for clients that refuse anything else.
bool isDisguised(const RootInfo &info)
{
    return info.distribution.isEmpty() && info.tagline.startsWith("The OpenSearch Project"_L1);
}

} // namespace

OpenSearchDetection::OpenSearchDetection()
    : m_decoder(std::make_shared<OpenSearchDecoder>(Dialect {}))
    , m_result(errorOf(Error::Kind::Unsupported, {}))
{
}

HttpHeaders OpenSearchDetection::authHeaders(const Credentials &credentials) const
{
    return authHeadersFor(credentials);
}

std::optional<HttpRequest> OpenSearchDetection::next(EpochNs)
{
    HttpRequest request;
    switch (m_step) {
    case Step::Root:
        request = getRoot(Lane::Demand);
        break;
    case Step::LocalNode:
        request = getLocalNode();
        break;
    case Step::Plugins:
        request = getPlugins();
        break;
    case Step::Tasks:
        request = listTasks({{QByteArrayLiteral("_local")}, {}, {}}, false, Knowledge(m_dialect, {}), Lane::Demand);
        break;
    case Step::Over:
        return {};
    }
    request.serial = ++m_serial;
    return request;
}

void OpenSearchDetection::absorb(const HttpRequest &request, EpochNs, const Result<DecodedPtr> &outcome)
{
    if (request.serial != m_serial)
        return;
    switch (m_step) {
    case Step::Root:
        if (outcome) {
            if (const auto *info = dynamic_cast<const RootInfo *>(outcome.value().get()))
                absorbRoot(*info);
        } else if (outcome.error().kind == Error::Kind::Auth) {
            m_step = Step::Tasks;
        } else {
            fail(outcome.error());
        }
        return;
    case Step::LocalNode:
        absorbLocalNode(outcome);
        return;
    case Step::Plugins:
        absorbPlugins(outcome);
        return;
    case Step::Tasks:
        if (!outcome) {
            fail(outcome.error());
            return;
        }
        m_note = Words::tr("The user may not ask which server this is, so its version is not known.");
        finish();
        return;
    case Step::Over:
        return;
    }
}

void OpenSearchDetection::absorbRoot(const RootInfo &info)
{
    const QString number = info.headerVersion.isEmpty() ? info.number : info.headerVersion;
    const bool isOpenSearch = info.distribution == "opensearch"_L1 || isDisguised(info) || !info.headerVersion.isEmpty();
    const bool isElasticsearch = !isOpenSearch && info.distribution.isEmpty();
    m_clusterUuid = info.clusterUuid == "_na_"_L1 ? QString() : info.clusterUuid; // no cluster was formed yet
    m_version = number;
    if (const std::optional<Version> version = parseVersion(number)) {
        m_dialect.version = *version;
        m_dialect.exact = info.flavor != "serverless"_L1;
    }
    if (isOpenSearch) {
        m_dialect.product = Product::OpenSearch;
        m_product = u"OpenSearch"_s;
        m_step = isDisguised(info) && info.headerVersion.isEmpty() ? Step::LocalNode : Step::Over;
    } else if (isElasticsearch) {
        m_dialect.product = Product::Elasticsearch;
        m_product = u"Elasticsearch"_s;
        const bool mayBeOpenDistro = info.flavor != "default"_L1 && m_dialect.exact && m_dialect.version <= kLastOpenDistro;
        m_step = mayBeOpenDistro ? Step::Plugins : Step::Over;
        if (m_dialect.exact && m_dialect.version < kOldestElasticsearch) {
            fail(errorOf(Error::Kind::Unsupported,
                         Words::tr("This Elasticsearch is older than 5.0, which tells too little about its tasks. Taskglass needs 5.0 or newer.")));
            return;
        }
    } else {
        m_product = info.distribution;
        m_step = Step::Over;
    }
    if (m_step == Step::Over)
        finish();
}

void OpenSearchDetection::absorbLocalNode(const Result<DecodedPtr> &outcome)
{
    const auto *list = outcome ? dynamic_cast<const NameList *>(outcome.value().get()) : nullptr;
    const std::optional<Version> version = list && !list->names.isEmpty() ? parseVersion(list->names.first()) : std::nullopt;
    // Nodes of a disguised cluster tell the truth, unless they are asked by somebody who may not ask them.
    m_dialect.exact = version && *version < kLastOpenDistro;
    m_dialect.version = m_dialect.exact ? *version : Version {1, 0, 0};
    m_version = m_dialect.exact ? list->names.first() : QString();
    m_note = Words::tr("This OpenSearch pretends to be Elasticsearch 7.10.2 (compatibility.override_main_response_version).");
    finish();
}

void OpenSearchDetection::absorbPlugins(const Result<DecodedPtr> &outcome)
{
    const auto *list = outcome ? dynamic_cast<const NameList *>(outcome.value().get()) : nullptr;
    const bool isOpenDistro = list && std::any_of(list->names.begin(), list->names.end(), [](const QString &name) {
        return name.startsWith("opendistro"_L1);
    });
    if (isOpenDistro)
        m_product = u"Open Distro"_s;
    finish();
}

void OpenSearchDetection::finish()
{
    Detected detected;
    detected.kind = ServerKind::OpenSearch;
    detected.product = m_product.isEmpty() ? u"OpenSearch"_s : m_product;
    detected.version = m_version;
    const Version newest = m_dialect.product == Product::OpenSearch ? kNewestOpenSearch : kNewestElasticsearch;
    const bool isNewer = m_dialect.exact && m_dialect.product != Product::Unknown
        && Version {m_dialect.version.major, m_dialect.version.minor, 0} > Version {newest.major, newest.minor, 0};
    if (m_note.isEmpty() && isNewer)
        m_note = Words::tr("This version is newer than the newest that Taskglass was tested with (%1.%2).").arg(newest.major).arg(newest.minor);
    if (m_note.isEmpty() && m_dialect.product == Product::Unknown)
        m_note = Words::tr("A server that Taskglass does not know, which answers as OpenSearch does.");
    detected.note = m_note;
    detected.protocol = std::make_shared<OpenSearchProtocol>(m_dialect, m_clusterUuid);
    m_step = Step::Over;
    m_result = detected;
}

void OpenSearchDetection::fail(const Error &error)
{
    m_step = Step::Over;
    m_result = error;
}

} // namespace taskglass::opensearch
