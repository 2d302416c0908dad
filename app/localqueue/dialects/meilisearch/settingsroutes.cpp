// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/meilisearch/routes.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::meilisearch {

namespace {

/// One setting with a route of its own.
struct Setting
{
    QLatin1StringView path;      ///< "ranking-rules"
    QLatin1StringView name;      ///< "rankingRules"
    bool merges = false;         ///< An object: PATCH; the others are replaced by PUT.
    ApiVersion since {0, 25};
};

constexpr std::array kSettings {
    Setting {"displayed-attributes"_L1, "displayedAttributes"_L1},
    Setting {"searchable-attributes"_L1, "searchableAttributes"_L1},
    Setting {"filterable-attributes"_L1, "filterableAttributes"_L1},
    Setting {"sortable-attributes"_L1, "sortableAttributes"_L1},
    Setting {"ranking-rules"_L1, "rankingRules"_L1},
    Setting {"stop-words"_L1, "stopWords"_L1},
    Setting {"synonyms"_L1, "synonyms"_L1},
    Setting {"distinct-attribute"_L1, "distinctAttribute"_L1},
    Setting {"typo-tolerance"_L1, "typoTolerance"_L1, true, {0, 27}},
    Setting {"faceting"_L1, "faceting"_L1, true, {0, 28}},
    Setting {"pagination"_L1, "pagination"_L1, true, {0, 28}},
    Setting {"non-separator-tokens"_L1, "nonSeparatorTokens"_L1, false, {1, 4}},
    Setting {"separator-tokens"_L1, "separatorTokens"_L1, false, {1, 4}},
    Setting {"dictionary"_L1, "dictionary"_L1, false, {1, 4}},
    Setting {"proximity-precision"_L1, "proximityPrecision"_L1, false, {1, 6}},
    Setting {"embedders"_L1, "embedders"_L1, true, {1, 6}},
    Setting {"search-cutoff-ms"_L1, "searchCutoffMs"_L1, false, {1, 8}},
    Setting {"localized-attributes"_L1, "localizedAttributes"_L1, false, {1, 10}},
    Setting {"facet-search"_L1, "facetSearch"_L1, false, {1, 12}},
    Setting {"prefix-search"_L1, "prefixSearch"_L1, false, {1, 12}},
    Setting {"chat"_L1, "chat"_L1, true, {1, 16}},
    Setting {"foreign-keys"_L1, "foreignKeys"_L1, false, {1, 40}},
};

/// Null for a path that this release does not have.
const Setting *settingOf(const Call &call)
{
    for (const Setting &setting : kSettings) {
        if (setting.path == call.argument(1) && call.api() >= setting.since)
            return &setting;
    }
    return nullptr;
}

HttpResponse enqueueSettings(Call &call, SettingsUpdate work)
{
    return enqueued(call, {.indexUid = call.argument(0), .work = std::move(work), .customMetadata = {}});
}

/// The body as it came: a single setting may be any JSON value, which QJsonDocument would not read.
HttpResponse update(Call &call, const QString &oneSetting)
{
    const QByteArray type = call.request.header("content-type").split(';').first().trimmed().toLower();
    if (type != "application/json") {
        return errorResponse(
            type.isEmpty() ? refusal(415, u"missing_content_type"_s,
                                     u"A Content-Type header is missing. Accepted values for the Content-Type header "
                                      "are: `application/json`"_s)
                           : refusal(415, u"invalid_content_type"_s,
                                     u"The Content-Type `%1` is invalid. Accepted values for the Content-Type header "
                                      "are: `application/json`"_s.arg(QString::fromUtf8(type))));
    }
    const auto body = plainBody(call);
    if (!body)
        return errorResponse(body.error());
    const auto settings = validateSettings(body.value(), oneSetting);
    if (!settings)
        return errorResponse(settings.error());
    return enqueueSettings(call, {.settings = settings.value(), .resetAll = false, .isDeletion = false});
}

HttpResponse getSettings(Call &call)
{
    const auto settings = call.engine.settings(call.argument(0));
    return settings ? jsonResponse(200, settings.value()) : errorResponse(settings.error());
}

HttpResponse updateSettings(Call &call)
{
    return update(call, {});
}

HttpResponse resetSettings(Call &call)
{
    return enqueueSettings(call, {.settings = {}, .resetAll = true, .isDeletion = true});
}

/// 404, or 405 with the methods that the setting has.
HttpResponse wrongRoute(const Setting *setting, ApiVersion api)
{
    if (!setting)
        return emptyResponse(404);
    HttpResponse response = emptyResponse(405);
    const QByteArray verb = api.unpaginated() ? "POST"_ba : setting->merges ? "PATCH"_ba : "PUT"_ba;
    response.headers.emplace_back("allow"_ba, "GET, "_ba + verb + ", DELETE"_ba);
    return response;
}

HttpResponse updateSetting(Call &call)
{
    const Setting *setting = settingOf(call);
    if (!setting || (!call.api().unpaginated() && (call.request.method == "PATCH") != setting->merges))
        return wrongRoute(setting, call.api());
    return update(call, setting->name);
}

HttpResponse getSetting(Call &call)
{
    const Setting *setting = settingOf(call);
    if (!setting)
        return emptyResponse(404);
    const auto settings = call.engine.settings(call.argument(0));
    if (!settings)
        return errorResponse(settings.error());
    // As an array of one, since QJsonDocument writes no bare value.
    const QJsonValue value = QJsonDocument::fromJson(settings.value())[setting->name];
    QByteArray wrapped = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return jsonResponse(200, wrapped.mid(1, wrapped.size() - 2));
}

HttpResponse resetSetting(Call &call)
{
    const Setting *setting = settingOf(call);
    if (!setting)
        return emptyResponse(404);
    const QByteArray name(setting->name.data(), setting->name.size());
    return enqueueSettings(call, {.settings = JsonObjectText().null(QByteArrayView(name)).text(), .resetAll = false,
                                  .isDeletion = true});
}

constexpr ApiVersion kPatchSince {0, 28}; // POST before, for all settings and for each

constexpr std::array kRoutes {
    Route {"GET", "/indexes/:index/settings", "settings.get", getSettings},
    Route {"PATCH", "/indexes/:index/settings", "settings.update", updateSettings, kPatchSince},
    Route {"POST", "/indexes/:index/settings", "settings.update", updateSettings, {0, 25}, kPatchSince},
    Route {"DELETE", "/indexes/:index/settings", "settings.update", resetSettings},
    Route {"GET", "/indexes/:index/settings/:id", "settings.get", getSetting},
    Route {"PUT", "/indexes/:index/settings/:id", "settings.update", updateSetting, kPatchSince},
    Route {"PATCH", "/indexes/:index/settings/:id", "settings.update", updateSetting, kPatchSince},
    Route {"POST", "/indexes/:index/settings/:id", "settings.update", updateSetting, {0, 25}, kPatchSince},
    Route {"DELETE", "/indexes/:index/settings/:id", "settings.update", resetSetting},
};

} // namespace

std::span<const Route> settingsRoutes()
{
    return kRoutes;
}

} // namespace taskglass::localqueue::meilisearch
