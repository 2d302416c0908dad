// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/account/account.h"
#include "app/localqueue/account/store.h"

#include <random>
#include <vector>

namespace taskglass::localqueue::account {

/// Random numbers that are the same everywhere for the same seed: std::mt19937 is, distributions are not, so none is used.
class Dice
{
public:
    explicit Dice(quint32 seed) : m_random(seed) { }
    /// From 0 on, less than \a bound.
    [[nodiscard]] quint32 below(quint32 bound) { return static_cast<quint32>((quint64(m_random()) * bound) >> 32U); }

private:
    std::mt19937 m_random;
};

/// What a seeded account owns: what was there before its past began, and what that past makes and removes again.
class SeededEstate
{
public:
    struct Address
    {
        qint64 subscription = 0;
        qint64 id = 0;
    };

    /// Both outlive the estate. \a now: when the past ends.
    SeededEstate(Database &database, Dice &dice, EpochNs now) : m_database(database), m_dice(dice), m_now(now) { }

    /// Stores what was there before.
    [[nodiscard]] Failure establish();
    /// One of what was there before: none of them is ever removed.
    [[nodiscard]] Address anyDatabase() { return m_databases[m_dice.below(static_cast<quint32>(m_databases.size()))]; }
    [[nodiscard]] qint64 anyRule() { return m_rules[m_dice.below(static_cast<quint32>(m_rules.size()))]; }

    /// What the past makes: the new id.
    [[nodiscard]] Result<qint64> makeDatabase(qint64 subscription);
    [[nodiscard]] Result<qint64> makeRule();
    [[nodiscard]] bool hasMadeDatabase() const { return !m_madeDatabases.empty(); }
    [[nodiscard]] bool hasMadeRule() const { return !m_madeRules.empty(); }
    /// Removes the newest of it; only when there is one.
    [[nodiscard]] Address takeMadeDatabase();
    [[nodiscard]] qint64 takeMadeRule();
    /// Stores what the past made and did not remove.
    [[nodiscard]] Failure keepWhatIsLeft();

private:
    [[nodiscard]] Failure keepDatabase(const Address &address, const QString &name, EpochNs made);

    Database &m_database;
    Dice &m_dice;
    EpochNs m_now;
    // What was there before the past, then what the past made and has not removed again.
    std::vector<Address> m_databases;
    std::vector<qint64> m_rules;
    std::vector<Address> m_madeDatabases;
    std::vector<qint64> m_madeRules;
};

} // namespace taskglass::localqueue::account
