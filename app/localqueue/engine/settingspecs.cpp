// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/settingspecs.h"

#include <array>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

using Shape = SettingSpec::Shape;

constexpr std::array kSettings {
    SettingSpec {"displayedAttributes"_L1, "displayed_attributes"_L1, Shape::Strings, "[\"*\"]"},
    SettingSpec {"searchableAttributes"_L1, "searchable_attributes"_L1, Shape::Strings, "[\"*\"]"},
    SettingSpec {"filterableAttributes"_L1, "filterable_attributes"_L1, Shape::Anything, "[]"},
    SettingSpec {"sortableAttributes"_L1, "sortable_attributes"_L1, Shape::Strings, "[]"},
    SettingSpec {"foreignKeys"_L1, "foreign_keys"_L1, Shape::Anything, "[]"},
    SettingSpec {"rankingRules"_L1, "ranking_rules"_L1, Shape::RankingRules,
                 "[\"words\",\"typo\",\"proximity\",\"attribute\",\"sort\",\"exactness\"]"},
    SettingSpec {"stopWords"_L1, "stop_words"_L1, Shape::Strings, "[]"},
    SettingSpec {"nonSeparatorTokens"_L1, "non_separator_tokens"_L1, Shape::Strings, "[]"},
    SettingSpec {"separatorTokens"_L1, "separator_tokens"_L1, Shape::Strings, "[]"},
    SettingSpec {"dictionary"_L1, "dictionary"_L1, Shape::Strings, "[]"},
    SettingSpec {"synonyms"_L1, "synonyms"_L1, Shape::Object, "{}"},
    SettingSpec {"distinctAttribute"_L1, "distinct_attribute"_L1, Shape::Text, "null"},
    SettingSpec {"proximityPrecision"_L1, "proximity_precision"_L1, Shape::Text, "\"byWord\""},
    SettingSpec {"typoTolerance"_L1, "typo_tolerance"_L1, Shape::Object,
                 "{\"enabled\":true,\"minWordSizeForTypos\":{\"oneTypo\":5,\"twoTypos\":9},\"disableOnWords\":[],"
                 "\"disableOnAttributes\":[],\"disableOnNumbers\":false}"},
    SettingSpec {"faceting"_L1, "faceting"_L1, Shape::Object,
                 "{\"maxValuesPerFacet\":100,\"sortFacetValuesBy\":{\"*\":\"alpha\"}}"},
    SettingSpec {"pagination"_L1, "pagination"_L1, Shape::Object, "{\"maxTotalHits\":1000}"},
    SettingSpec {"embedders"_L1, "embedders"_L1, Shape::Object, "{}"},
    SettingSpec {"searchCutoffMs"_L1, "search_cutoff_ms"_L1, Shape::Number, "null"},
    SettingSpec {"localizedAttributes"_L1, "localized_attributes"_L1, Shape::Anything, "null"},
    SettingSpec {"facetSearch"_L1, "facet_search"_L1, Shape::Boolean, "true"},
    SettingSpec {"prefixSearch"_L1, "prefix_search"_L1, Shape::Text, "\"indexingTime\""},
    SettingSpec {"chat"_L1, "chat"_L1, Shape::Object, "null"},
};

} // namespace

std::span<const SettingSpec> settingSpecs()
{
    return kSettings;
}

} // namespace taskglass::localqueue
