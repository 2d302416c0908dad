// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedanswer.h"

#include <array>

namespace taskglass {

namespace {

constexpr std::array<quint32, 256> kCrcTable = [] {
    std::array<quint32, 256> table {};
    for (quint32 i = 0; i < table.size(); ++i) {
        quint32 crc = i;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xedb88320U : 0U);
        table[i] = crc;
    }
    return table;
}();

quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xffffffffU;
    for (const char c : bytes)
        crc = (crc >> 8) ^ kCrcTable[(crc ^ static_cast<quint8>(c)) & 0xffU];
    return ~crc;
}

void appendLittleEndian(QByteArray &to, quint32 value)
{
    for (int shift = 0; shift < 32; shift += 8)
        to.append(static_cast<char>((value >> shift) & 0xffU));
}

QByteArray reasonFor(int status)
{
    return status < 300 ? QByteArray("OK") : status < 400 ? QByteArray("Elsewhere") : QByteArray("Trouble");
}

} // namespace

QByteArray gzipped(const QByteArray &bytes)
{
    // qCompress() gives four bytes of length, then zlib: two bytes of header, raw deflate, four bytes of Adler-32.
    QByteArray deflated = qCompress(bytes);
    deflated = deflated.mid(6, deflated.size() - 10);
    QByteArray out = QByteArray::fromHex("1f8b0800000000000003") + deflated;
    appendLittleEndian(out, crc32(bytes));
    appendLittleEndian(out, static_cast<quint32>(bytes.size()));
    return out;
}

ScriptedAnswer ScriptedAnswer::withHeader(const QByteArray &name, const QByteArray &value) const
{
    ScriptedAnswer copy = *this;
    copy.headers.append({name, value});
    return copy;
}

ScriptedAnswer ScriptedAnswer::delayed(int ms) const
{
    ScriptedAnswer copy = *this;
    copy.delayMs = ms;
    return copy;
}

ScriptedAnswer ScriptedAnswer::dripping(qsizetype bytes, int everyMs) const
{
    ScriptedAnswer copy = *this;
    copy.dripBytes = bytes;
    copy.dripMs = everyMs;
    return copy;
}

ScriptedAnswer ScriptedAnswer::failing(Fault how, qsizetype afterBytes) const
{
    ScriptedAnswer copy = *this;
    copy.fault = how;
    copy.faultAfter = afterBytes;
    return copy;
}

ScriptedAnswer ScriptedAnswer::compressed() const
{
    ScriptedAnswer copy = *this;
    copy.gzip = true;
    return copy;
}

ScriptedAnswer ScriptedAnswer::json(const QByteArray &body, int status)
{
    ScriptedAnswer answer;
    answer.status = status;
    answer.body = body;
    return answer;
}

ScriptedAnswer ScriptedAnswer::error(int status, const QByteArray &code, const QByteArray &message)
{
    const QByteArray body = "{\"message\":\"" + message + "\",\"code\":\"" + code
            + "\",\"type\":\"invalid_request\",\"link\":\"https://docs.example/errors#" + code + "\"}";
    return json(body, status);
}

ScriptedAnswer ScriptedAnswer::html(int status)
{
    ScriptedAnswer answer;
    answer.status = status;
    answer.contentType = "text/html; charset=utf-8";
    answer.body = "<!doctype html><html><head><title>Gateway</title></head><body><h1>Sign in to continue</h1></body></html>";
    return answer;
}

ScriptedAnswer ScriptedAnswer::redirect(const QUrl &to, int status)
{
    ScriptedAnswer answer;
    answer.status = status;
    return answer.withHeader("Location", to.toEncoded());
}

QByteArray ScriptedAnswer::payload(bool acceptsGzip) const
{
    return gzip && acceptsGzip ? gzipped(body) : body;
}

QByteArray ScriptedAnswer::head(bool acceptsGzip) const
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonFor(status) + "\r\n";
    if (!contentType.isEmpty())
        head += "Content-Type: " + contentType + "\r\n";
    if (gzip && acceptsGzip)
        head += "Content-Encoding: gzip\r\n";
    for (const auto &[name, value] : headers)
        head += name + ": " + value + "\r\n";
    switch (fault) {
    case Fault::EndlessChunks:
    case Fault::CutChunks:
        head += "Transfer-Encoding: chunked\r\n";
        break;
    case Fault::EndlessBody:
        head += "Content-Length: 1000000000000\r\n";
        break;
    case Fault::WrongLength:
        head += "Content-Length: " + QByteArray::number(faultAfter) + "\r\n";
        break;
    case Fault::None:
    case Fault::Hang:
    case Fault::ResetAtOnce:
    case Fault::ResetInBody:
    case Fault::Cut:
    case Fault::Garbage:
        head += "Content-Length: " + QByteArray::number(payload(acceptsGzip).size()) + "\r\n";
        break;
    }
    return head + "\r\n";
}

} // namespace taskglass
