// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/answers.h"

#include "app/localqueue/jsontext.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

HttpResponse jsonAnswer(int status, const QByteArray &body)
{
    HttpResponse response;
    response.status = status;
    response.contentType = "application/json; charset=UTF-8"_ba;
    response.body = body;
    response.dated = false;
    return response;
}

HttpResponse textAnswer(int status, const QByteArray &body)
{
    HttpResponse response = jsonAnswer(status, body);
    response.contentType = "text/plain; charset=UTF-8"_ba;
    return response;
}

HttpResponse faultAnswer(const cluster::Fault &fault, int status)
{
    const int code = status > 0 ? status : fault.status;
    cluster::Fault root = fault.root();
    root.cause.reset();
    // root_cause comes first in an object that goes on with the fault's own members.
    const QByteArray error = "{\"root_cause\":["_ba + root.json() + "],"_ba + fault.json().mid(1);
    return jsonAnswer(code, JsonObjectText().raw("error", error).integer("status", qint64(code)).text());
}

HttpResponse plainErrorAnswer(int status, const QString &sentence, bool withStatus)
{
    JsonObjectText object;
    object.string("error", sentence);
    if (withStatus)
        object.integer("status", qint64(status));
    return jsonAnswer(status, object.text());
}

} // namespace taskglass::localqueue::opensearch
