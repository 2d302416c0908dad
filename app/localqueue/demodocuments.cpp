// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/demodocuments.h"

#include "app/localqueue/jsontext.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

constexpr std::array kAdjectives {"Silent", "Hidden", "Last", "Golden", "Distant", "Broken", "Northern", "Paper",
                                  "Winter", "Electric", "Quiet", "Crimson", "Endless", "Borrowed", "Second"};
constexpr std::array kNouns {"Harbour", "Garden", "Letters", "Station", "Orchard", "Mirror", "Cartographer", "Lantern",
                             "Algorithm", "Coast", "Winter", "Locksmith", "Archive", "Tide", "Machine", "Café"};
constexpr std::array kGenres {"Drama", "Comedy", "Thriller", "Documentary", "Animation", "Science fiction", "Crime"};
constexpr std::array kFirstNames {"Amélie", "Bruno", "Chidi", "Dana", "Edith", "Farid", "Grace", "Hiroshi",
                                  "Ingrid", "João", "Katya", "Lars", "Mei", "Nadia", "Oscar", "Zoë"};
constexpr std::array kLastNames {"Okafor", "Lindqvist", "Moreau", "Tanaka", "Silva", "Novak", "O’Brien", "Weber",
                                 "Rossi", "Haddad", "Kowalska", "Jensen", "Dubois", "Iyer"};
constexpr std::array kWares {"kettle", "desk lamp", "rain jacket", "notebook", "headphones", "running shoe",
                             "cutting board", "backpack", "espresso cup", "bicycle light"};
constexpr std::array kColours {"red", "slate", "olive", "white", "navy", "sand"};

struct City
{
    const char *name;
    double lat;
    double lng;
};
constexpr std::array kCities {City {"Lyon", 45.76, 4.84},    City {"Porto", 41.15, -8.61}, City {"Leipzig", 51.34, 12.37},
                              City {"Utrecht", 52.09, 5.12}, City {"Malmö", 55.60, 13.00}, City {"Graz", 47.07, 15.44}};

template<typename T, std::size_t N>
const T &pick(QRandomGenerator &random, const std::array<T, N> &choices)
{
    return choices[static_cast<std::size_t>(random.bounded(int(N)))];
}

QByteArray titleOf(QRandomGenerator &random)
{
    return "The "_ba + pick(random, kAdjectives) + ' ' + pick(random, kNouns);
}

QByteArray personName(QRandomGenerator &random)
{
    return QByteArray(pick(random, kFirstNames)) + ' ' + pick(random, kLastNames);
}

/// Some sentences, so that documents weigh what real ones do.
QByteArray blurb(QRandomGenerator &random, int sentences)
{
    QByteArray text;
    for (int i = 0; i < sentences; ++i) {
        text += "A "_ba + QByteArray(pick(random, kAdjectives)).toLower() + ' '
            + QByteArray(pick(random, kNouns)).toLower() + " leads "_ba + pick(random, kFirstNames) + " back to "_ba
            + pick(random, kCities).name + ". "_ba;
    }
    return text.trimmed();
}

QByteArray decimal(double value, int digits)
{
    return QByteArray::number(value, 'f', digits);
}

QByteArray join(QByteArrayView open, DocumentMaker maker, QRandomGenerator &random, int firstId, int count,
                char separator)
{
    QByteArray out = open.toByteArray();
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            out += separator;
        out += maker(random, firstId + i);
    }
    return out;
}

} // namespace

QByteArray movieDocument(QRandomGenerator &random, int id)
{
    return JsonObjectText()
        .integer("id", qint64(id))
        .string("title", QByteArrayView(titleOf(random)))
        .string("overview", QByteArrayView(blurb(random, 3)))
        .raw("genres", jsonArray({jsonString(QByteArrayView(pick(random, kGenres))),
                                  jsonString(QByteArrayView(pick(random, kGenres)))}))
        .integer("year", qint64(1950 + random.bounded(77)))
        .raw("rating", decimal(3 + random.bounded(7.0), 1))
        .text();
}

QByteArray bookDocument(QRandomGenerator &random, int id)
{
    const QByteArray isbn = "978-"_ba + QByteArray::number(1'000'000'000 + id);
    return JsonObjectText()
        .string("isbn", QByteArrayView(isbn))
        .string("title", QByteArrayView(titleOf(random)))
        .string("author", QByteArrayView(personName(random)))
        .integer("pages", qint64(80 + random.bounded(700)))
        .string("summary", QByteArrayView(blurb(random, 2)))
        .text();
}

QByteArray productDocument(QRandomGenerator &random, int id)
{
    return JsonObjectText()
        .integer("sku", qint64(id))
        .string("name", QByteArrayView(QByteArray(pick(random, kWares))))
        .string("colour", QByteArrayView(pick(random, kColours)))
        .raw("price", decimal(2 + random.bounded(400.0), 2))
        .integer("stock", qint64(random.bounded(500)))
        .boolean("discontinued", random.bounded(20) == 0)
        .text();
}

QByteArray customerDocument(QRandomGenerator &random, int id)
{
    const QByteArray name = personName(random);
    return JsonObjectText()
        .integer("customer_id", qint64(id))
        .string("name", QByteArrayView(name))
        .string("city", QByteArrayView(pick(random, kCities).name))
        .integer("orders", qint64(random.bounded(60)))
        .text();
}

QByteArray storeDocument(QRandomGenerator &random, int id)
{
    const City &city = pick(random, kCities);
    return JsonObjectText()
        .integer("id", qint64(id))
        .string("city", QByteArrayView(city.name))
        .raw("_geo", JsonObjectText()
                         .raw("lat", decimal(city.lat + random.bounded(0.2) - 0.1, 5))
                         .raw("lng", decimal(city.lng + random.bounded(0.2) - 0.1, 5))
                         .text())
        .boolean("open", random.bounded(4) > 0)
        .text();
}

QByteArray articleDocument(QRandomGenerator &random, int id)
{
    return JsonObjectText()
        .integer("id", qint64(id))
        .string("headline", QByteArrayView(titleOf(random)))
        .string("body", QByteArrayView(blurb(random, 12)))
        .string("author", QByteArrayView(personName(random)))
        .text();
}

QByteArray documentArray(DocumentMaker maker, QRandomGenerator &random, int firstId, int count)
{
    return join("[", maker, random, firstId, count, ',') + ']';
}

QByteArray documentLines(DocumentMaker maker, QRandomGenerator &random, int firstId, int count)
{
    return join("", maker, random, firstId, count, '\n') + '\n';
}

QByteArray customerTable(QRandomGenerator &random, int firstId, int count, char delimiter)
{
    const QByteArray d(1, delimiter);
    QByteArray out = "customer_id:number"_ba + d + "name"_ba + d + "city"_ba + d + "orders:number\n"_ba;
    for (int i = 0; i < count; ++i) {
        out += QByteArray::number(firstId + i) + d + personName(random) + d + pick(random, kCities).name + d
            + QByteArray::number(random.bounded(60)) + '\n';
    }
    return out;
}

} // namespace taskglass::localqueue
