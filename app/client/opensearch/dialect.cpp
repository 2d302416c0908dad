// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/dialect.h"

namespace taskglass::opensearch {

bool Dialect::knows(Version elasticsearch, Version openSearch) const
{
    switch (product) {
    case Product::Elasticsearch:
        return !exact || version >= elasticsearch;
    case Product::OpenSearch:
        return !exact || version >= openSearch;
    case Product::Unknown:
        break;
    }
    return true;
}

} // namespace taskglass::opensearch
