// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/documentchanges.h"
#include "app/localqueue/engine/json.h"
#include "app/localqueue/engine/refusal.h"
#include "app/localqueue/engine/settings.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

/// A finite number, or a text that is one.
bool isFiniteNumber(QByteArrayView value)
{
    bool ok = false;
    const QByteArray text = value.startsWith('"') ? textOf(value).toUtf8() : value.toByteArray();
    const double number = text.toDouble(&ok);
    return ok && std::isfinite(number);
}

std::optional<Error> checkGeo(const IndexRow &index, const QString &id, QByteArrayView geo)
{
    if (geo == "null")
        return {};
    const QString inDocument = u"Index `%1`: "_s.arg(index.uid);
    const QString ofId = u" in the document with the id: `\"%1\"`."_s.arg(id);
    const auto invalid = [](const QString &message) { return refusal(400, u"invalid_document_geo_field"_s, message); };
    if (!geo.startsWith('{')) {
        return invalid(inDocument + u"The `_geo` field in the document with the id: `\"%1\"` is not an object. Was expecting "
                                    "an object with the `_geo.lat` and `_geo.lng` fields but instead got `%2`."_s.arg(
                                        id, QString::fromUtf8(compact(geo))));
    }
    const QByteArrayView lat = memberOf(geo, u"lat");
    const QByteArrayView lng = memberOf(geo, u"lng");
    if (lat.isEmpty() && lng.isEmpty())
        return invalid(inDocument + u"Could not find latitude nor longitude"_s + ofId
                       + u" Was expecting `_geo.lat` and `_geo.lng` fields."_s);
    for (const auto &[value, name, field] : {std::tuple(lat, u"latitude"_s, u"lat"_s), std::tuple(lng, u"longitude"_s, u"lng"_s)}) {
        if (value.isEmpty())
            return invalid(inDocument + u"Could not find "_s + name + ofId + u" Was expecting a `_geo.%1` field."_s.arg(field));
        if (!isFiniteNumber(value)) {
            return invalid(inDocument + u"Could not parse "_s + name + ofId
                           + u" Was expecting a finite number but instead got `%1`."_s.arg(QString::fromUtf8(compact(value))));
        }
    }
    return {};
}

/// One embedding is an array of numbers; several are an array of those, possibly under `embeddings`.
std::vector<QByteArrayView> embeddingsIn(QByteArrayView value)
{
    if (value.startsWith('{'))
        value = memberOf(value, u"embeddings");
    const std::vector<QByteArrayView> elements = elementsOf(value);
    if (elements.empty())
        return {};
    return elements.front().startsWith('[') ? elements : std::vector<QByteArrayView> {value};
}

std::optional<Error> checkVectors(const IndexRow &index, const QString &id, QByteArrayView vectors)
{
    for (const auto &[name, dimensions] : embedderDimensions(index.settings)) {
        const QByteArrayView value = memberOf(vectors, name);
        if (value.isEmpty() || value == "null")
            continue;
        const std::vector<QByteArrayView> embeddings = embeddingsIn(value);
        for (std::size_t i = 0; i < embeddings.size(); ++i) {
            const auto found = static_cast<qint64>(elementsOf(embeddings[i]).size());
            if (found == dimensions)
                continue;
            return refusal(400, u"invalid_vector_dimensions"_s,
                           u"Index `%1`: Invalid vector dimensions in document with id `%2` in `._vectors.%3`.\n"
                           "  - note: embedding #%4 has dimensions %5\n  - note: embedder `%3` requires %6"_s
                               .arg(index.uid, id, name)
                               .arg(i)
                               .arg(found)
                               .arg(dimensions));
        }
    }
    return {};
}

} // namespace

std::optional<Error> checkDocument(const IndexRow &index, const QString &id, QByteArrayView document)
{
    const QByteArrayView geo = memberOf(document, u"_geo");
    if (!geo.isEmpty() && (isFilterable(index.settings, u"_geo"_s) || isSortable(index.settings, u"_geo"_s))) {
        if (std::optional<Error> error = checkGeo(index, id, geo))
            return error;
    }
    const QByteArrayView vectors = memberOf(document, u"_vectors");
    return vectors.isEmpty() ? std::nullopt : checkVectors(index, id, vectors);
}

} // namespace taskglass::localqueue
