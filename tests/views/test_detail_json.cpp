// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/jsonscanner.h"
#include "views/detail/jsontreemodel.h"
#include "views/detail/redact.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <functional>

using namespace taskglass;
using namespace Qt::StringLiterals;

namespace {

// A random JSON text with odd white space, huge numbers and every kind of escape; what it means does not matter.
class Writer
{
public:
    explicit Writer(quint32 seed)
        : m_random(seed)
    {
    }
    QByteArray text()
    {
        m_out.clear();
        value(0);
        space();
        return m_out;
    }

private:
    void space()
    {
        for (int i = m_random.bounded(8) - 5; i > 0; --i)
            m_out.append(" \t\n\r"[m_random.bounded(4)]);
    }
    void string()
    {
        static const QList<QByteArray> parts {"a", "\\n", "\\u00e9", "\\ud83d\\ude00", "\\\"", "\\\\", "é", "😀", "<b>x</b>", "key", "\\/", "\\ud800"};
        m_out.append('"');
        for (int i = m_random.bounded(5); i > 0; --i)
            m_out.append(parts.at(m_random.bounded(int(parts.size()))));
        m_out.append('"');
    }
    void number()
    {
        static const QList<QByteArray> numbers {"0", "-0", "12345678901234567890123", "-9223372036854775809", "1.10", "0.1000000000000000055511151231257827",
                                                "1e400", "-2E-7", "18446744073709551616"};
        m_out.append(numbers.at(m_random.bounded(int(numbers.size()))));
    }
    void value(int depth)
    {
        space();
        const int kind = m_random.bounded(depth > 4 ? 4 : 7);
        switch (kind) {
        case 0: m_out.append("true"); break;
        case 1: m_out.append("null"); break;
        case 2: number(); break;
        case 3: string(); break;
        case 4: m_out.append("false"); break;
        default: {
            const bool object = kind == 5;
            m_out.append(object ? '{' : '[');
            const int count = m_random.bounded(4);
            for (int i = 0; i < count; ++i) {
                if (i > 0)
                    m_out.append(',');
                if (object) {
                    space();
                    string();
                    space();
                    m_out.append(':');
                }
                value(depth + 1);
                space();
            }
            space();
            m_out.append(object ? '}' : ']');
        }
        }
    }

    QRandomGenerator m_random;
    QByteArray m_out;
};

// The text again, from the tokens and what stands between them.
QByteArray rebuilt(const QByteArray &text, bool *betweenIsPunctuation)
{
    JsonScanner scanner(text);
    QByteArray out;
    qsizetype at = 0;
    *betweenIsPunctuation = true;
    for (JsonToken token = scanner.next();; token = scanner.next()) {
        const QByteArray between = text.mid(at, token.begin - at);
        for (const char c : between) {
            if (!QByteArray(" \t\r\n,:").contains(c))
                *betweenIsPunctuation = false;
        }
        out += between + text.mid(token.begin, token.end - token.begin);
        at = token.end;
        if (token.kind == JsonToken::Kind::End || token.kind == JsonToken::Kind::Fault)
            return out;
    }
}

} // namespace

class TestDetailJson : public QObject
{
    Q_OBJECT

private slots:
    void tokensCoverTheText_data();
    void tokensCoverTheText();
    void truncatedTextIsAFault_data();
    void truncatedTextIsAFault();
    void damagedTextNeverCrashes_data();
    void damagedTextNeverCrashes();
    void refuses_data();
    void refuses();
    void depthHasNoLimit();
    void decodesStrings();
    void treeShowsLiteralsVerbatim();
    void treeAgreesWithTheDocument_data();
    void treeAgreesWithTheDocument();
    void findsInReadingOrder();
    void pathsNameOddKeys();
    void redactsSecretsOnly();
};

void TestDetailJson::tokensCoverTheText_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 0; seed < 200; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestDetailJson::tokensCoverTheText()
{
    QFETCH(quint32, seed);
    const QByteArray text = Writer(seed).text();
    QVERIFY2(!jsonFault(text), text.constData());
    bool punctuation = false;
    QCOMPARE(rebuilt(text, &punctuation), text);
    QVERIFY(punctuation);
    // Layout changes white space only: both layouts are the same text, and indenting twice changes nothing.
    QCOMPARE(compactJson(prettyJson(text)), compactJson(text));
    QCOMPARE(prettyJson(compactJson(text)), prettyJson(text));
    QVERIFY(!jsonFault(prettyJson(text)));
}

void TestDetailJson::truncatedTextIsAFault_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("task") << QByteArray(R"({"uid":12345678901234567890,"a":[1.50,{"b":"\u00e9\n","c":[]},{}],"d":null,"e":true,"f":false})");
    QTest::newRow("array") << QByteArray("[[],[{}],\"\\\"\"]");
}

void TestDetailJson::truncatedTextIsAFault()
{
    QFETCH(QByteArray, text);
    QVERIFY(!jsonFault(text));
    for (qsizetype length = 0; length < text.size(); ++length) {
        const QByteArray cut(text.constData(), length); // a copy, so that a read beyond it is one beyond the heap block
        QVERIFY2(jsonFault(cut), cut.constData());
        QCOMPARE(prettyJson(cut), cut);
        JsonTreeModel model;
        model.setText(cut);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(redactedJson(cut).isEmpty());
    }
}

void TestDetailJson::damagedTextNeverCrashes_data()
{
    tokensCoverTheText_data();
}

void TestDetailJson::damagedTextNeverCrashes()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed + 1000);
    QByteArray text = Writer(seed).text();
    for (int i = 0; i < 20 && !text.isEmpty(); ++i) {
        const qsizetype at = random.bounded(int(text.size()));
        text[at] = static_cast<char>(random.bounded(256));
        const auto fault = jsonFault(text);
        QVERIFY(!fault || (*fault >= 0 && *fault <= text.size()));
        if (fault)
            QCOMPARE(prettyJson(text), text);
        else
            QVERIFY(!jsonFault(prettyJson(text)));
    }
}

void TestDetailJson::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("at");
    QTest::newRow("empty") << QByteArray("") << 0;
    QTest::newRow("two values") << QByteArray("1 2") << 2;
    QTest::newRow("trailing comma") << QByteArray("[1,]") << 3;
    QTest::newRow("trailing comma in an object") << QByteArray("{\"a\":1,}") << 7;
    QTest::newRow("no value") << QByteArray("{\"a\":}") << 5;
    QTest::newRow("no key") << QByteArray("{1:2}") << 1;
    QTest::newRow("wrong bracket") << QByteArray("[1}") << 2;
    QTest::newRow("leading zero") << QByteArray("01") << 0;
    QTest::newRow("plus") << QByteArray("+1") << 0;
    QTest::newRow("bare point") << QByteArray("1.") << 0;
    QTest::newRow("bare exponent") << QByteArray("1e") << 0;
    QTest::newRow("control character") << QByteArray("\"a\nb\"") << 0;
    QTest::newRow("odd escape") << QByteArray("\"\\x41\"") << 0;
    QTest::newRow("NaN") << QByteArray("NaN") << 0;
}

void TestDetailJson::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(int, at);
    QCOMPARE(jsonFault(text).value_or(-1), qsizetype(at));
}

void TestDetailJson::depthHasNoLimit()
{
    const qsizetype depth = 200'000;
    const QByteArray text = QByteArray(depth, '[') + QByteArray(depth, ']');
    QVERIFY(!jsonFault(text));
    JsonTreeModel model;
    model.setText(text);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowCount(model.index(0, 0)), 1);
}

void TestDetailJson::decodesStrings()
{
    QCOMPARE(decodeJsonString("\"a\\u00e9\\n\\\"\\/\\\\\""), u"aé\n\"/\\"_s);
    QCOMPARE(decodeJsonString("\"\\ud83d\\ude00\""), u"😀"_s);
    QCOMPARE(decodeJsonString("\"\\ud83dx\""), u"\ufffdx"_s);
    QCOMPARE(decodeJsonString("\"\""), u""_s);
}

void TestDetailJson::treeShowsLiteralsVerbatim()
{
    JsonTreeModel model;
    model.setText(R"({"big": 12345678901234567890123, "exact": 0.10, "text": "<b>bold</b>", "list": [1, 2], "none": {}})");
    const auto value = [&model](int row) { return model.index(row, 1).data().toString(); };
    QCOMPARE(value(0), u"12345678901234567890123"_s);
    QCOMPARE(value(1), u"0.10"_s);
    QCOMPARE(value(2), u"<b>bold</b>"_s);
    QCOMPARE(value(3), u"2 item(s)"_s);
    QCOMPARE(value(4), u"{}"_s);
    QCOMPARE(model.index(3, 0).data(JsonTreeModel::LiteralRole).toByteArray(), QByteArray("[1, 2]"));
    QVERIFY(!model.hasChildren(model.index(4, 0)));
    model.setText(QByteArray("{\"long\":\"") + QByteArray(100'000, 'x') + QByteArray("\"}"));
    QCOMPARE(value(0).size(), JsonTreeModel::kShownCharacters + 1);
    QCOMPARE(model.index(0, 0).data(JsonTreeModel::TextRole).toString().size(), 100'000);
}

void TestDetailJson::treeAgreesWithTheDocument_data()
{
    tokensCoverTheText_data();
}

void TestDetailJson::treeAgreesWithTheDocument()
{
    QFETCH(quint32, seed);
    const QByteArray text = "[" + Writer(seed).text() + "," + Writer(seed + 7).text() + "]";
    JsonTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setText(text);
    // What the tree shows, written out again, is the text without white space.
    const std::function<QByteArray(const QModelIndex &)> write = [&](const QModelIndex &at) {
        const QByteArray literal = at.isValid() ? at.data(JsonTreeModel::LiteralRole).toByteArray() : text;
        if (!literal.startsWith('{') && !literal.startsWith('['))
            return literal;
        QByteArray inner;
        for (int row = 0; row < model.rowCount(at); ++row) {
            const QModelIndex child = model.index(row, 0, at);
            inner += (row > 0 ? "," : "") + write(child);
        }
        return QByteArray(literal.startsWith('{') ? "{" + inner + "}" : "[" + inner + "]");
    };
    // Names are decoded in the tree, so they are left out on both sides.
    QByteArray expected;
    JsonScanner scanner(text);
    JsonToken::Kind before = JsonToken::Kind::BeginArray;
    for (JsonToken token = scanner.next(); token.kind != JsonToken::Kind::End; token = scanner.next()) {
        if (token.kind == JsonToken::Kind::Key)
            continue;
        const bool closes = token.kind == JsonToken::Kind::EndArray || token.kind == JsonToken::Kind::EndObject;
        const bool opened = before == JsonToken::Kind::BeginArray || before == JsonToken::Kind::BeginObject;
        if (!closes && !opened)
            expected += ',';
        expected += text.mid(token.begin, token.end - token.begin);
        before = token.kind;
    }
    QCOMPARE(write({}), expected);
}

void TestDetailJson::findsInReadingOrder()
{
    JsonTreeModel model;
    model.setText(R"({"needle": {"x": 1}, "b": [0, {"c": "a NEEDLE here"}, "needle"], "d": 5})");
    const auto found = model.find(u"needle"_s);
    QCOMPARE(found.size(), std::size_t(3));
    QStringList paths;
    for (const auto &place : found)
        paths.append(model.indexAt(place).data(JsonTreeModel::PathRole).toString());
    QCOMPARE(paths, QStringList({u"needle"_s, u"b[1].c"_s, u"b[2]"_s}));
    QCOMPARE(model.find(u"5"_s).size(), std::size_t(1));
    QVERIFY(model.find(u""_s).empty());
    QVERIFY(model.find(u"absent"_s).empty());
}

void TestDetailJson::pathsNameOddKeys()
{
    JsonTreeModel model;
    model.setText(R"({"a.b": {"c \"d": [7]}})");
    const QModelIndex leaf = model.index(0, 0, model.index(0, 0, model.index(0, 0)));
    QCOMPARE(leaf.data(JsonTreeModel::PathRole).toString(), u"[\"a.b\"][\"c \\\"d\"][0]"_s);
}

void TestDetailJson::redactsSecretsOnly()
{
    const QByteArray json = R"({"embedders":{"default":{"apiKey":"sk-123","headers":{"Authorization":"Bearer x","n":1},"maxTokens":512}},)"
                            R"("url":"https://me:pw@host/x","primaryKey":"id","access_token":["t1",{"u":"t2"}],"big":12345678901234567890})";
    const QByteArray safe = redactedJson(json);
    for (const char *secret : {"sk-123", "Bearer x", "me:pw", "t1", "t2"})
        QVERIFY2(!safe.contains(secret), secret);
    for (const char *kept : {"\"maxTokens\":512", "\"primaryKey\":\"id\"", "12345678901234567890", "https://host/x", "\"n\":1"})
        QVERIFY2(safe.contains(kept), kept);
    QVERIFY(!jsonFault(safe));
}

QTEST_MAIN(TestDetailJson)
#include "test_detail_json.moc"
