// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/gzip.h"

#include <zlib.h>

namespace taskglass::localqueue {

namespace {

/// 15 bits of window, and 16 for "with a gzip header", as zlib.h wants it.
constexpr int kGzipWindow = 15 + 16;
constexpr int kFastLevel = 3;

z_stream streamOver(const QByteArray &bytes)
{
    z_stream stream = {};
    // zlib reads through this pointer only, whatever its type says.
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    return stream;
}

} // namespace

QByteArray gzip(const QByteArray &bytes)
{
    z_stream stream = streamOver(bytes);
    if (deflateInit2(&stream, kFastLevel, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))), Qt::Uninitialized);
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

std::optional<QByteArray> gunzip(const QByteArray &bytes, qsizetype limit)
{
    z_stream stream = streamOver(bytes);
    if (inflateInit2(&stream, kGzipWindow) != Z_OK)
        return std::nullopt;
    QByteArray out;
    char chunk[64 * 1024];
    int state = Z_OK;
    while (state == Z_OK && out.size() <= limit) {
        stream.next_out = reinterpret_cast<Bytef *>(chunk);
        stream.avail_out = sizeof chunk;
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(chunk, static_cast<qsizetype>(sizeof chunk - stream.avail_out));
        if (state == Z_OK && stream.avail_in == 0 && stream.avail_out != 0)
            break; // cut short
    }
    inflateEnd(&stream);
    return state == Z_STREAM_END && out.size() <= limit ? std::optional(out) : std::nullopt;
}

} // namespace taskglass::localqueue
