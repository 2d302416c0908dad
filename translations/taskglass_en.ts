<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CommandWords</name>
    <message numerus="yes">
        <source>Cancel %n task(s) on %1?</source>
        <translation>
            <numerusform>Cancel %n task on %1?</numerusform>
            <numerusform>Cancel %n tasks on %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete the records of %n task(s) on %1?</source>
        <translation>
            <numerusform>Delete the records of %n task on %1?</numerusform>
            <numerusform>Delete the records of %n tasks on %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n Task(s)</source>
        <comment>button</comment>
        <translation>
            <numerusform>Cancel %n Task</numerusform>
            <numerusform>Cancel %n Tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n Record(s)</source>
        <comment>button</comment>
        <translation>
            <numerusform>Delete %n Record</numerusform>
            <numerusform>Delete %n Records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>list</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n canceled</source>
        <translation>
            <numerusform>%n canceled</numerusform>
            <numerusform>%n canceled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) deleted</source>
        <translation>
            <numerusform>%n record deleted</numerusform>
            <numerusform>%n records deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already finished</source>
        <translation>
            <numerusform>%n already finished</numerusform>
            <numerusform>%n already finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not confirmed</source>
        <translation>
            <numerusform>%n not confirmed</numerusform>
            <numerusform>%n not confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not confirmed yet</source>
        <translation>
            <numerusform>%n not confirmed yet</numerusform>
            <numerusform>%n not confirmed yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Meilisearch</name>
    <message numerus="yes">
        <source>%n of them finished meanwhile.</source>
        <translation>
            <numerusform>%n of them finished meanwhile.</numerusform>
            <numerusform>%n of them finished meanwhile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are not finished and stay.</source>
        <translation>
            <numerusform>%n of them is not finished and stays.</numerusform>
            <numerusform>%n of them are not finished and stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them do not exist any more.</source>
        <translation>
            <numerusform>%n of them does not exist any more.</numerusform>
            <numerusform>%n of them do not exist any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task record(s) would be deleted on %1.</source>
        <translation>
            <numerusform>%n task record would be deleted on %1.</numerusform>
            <numerusform>%n task records would be deleted on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) would be canceled on %1.</source>
        <translation>
            <numerusform>%n task would be canceled on %1.</numerusform>
            <numerusform>%n tasks would be canceled on %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::CancelCommand</name>
    <message numerus="yes">
        <source>Cancel %n task(s)? [y/N] </source>
        <translation>
            <numerusform>Cancel %n task? [y/N] </numerusform>
            <numerusform>Cancel %n tasks? [y/N] </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::Chip</name>
    <message numerus="yes">
        <source>%1, %n new since you last looked</source>
        <translation>
            <numerusform>%1, %n new since you last looked</numerusform>
            <numerusform>%1, %n new since you last looked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1
%n new since you last looked.</source>
        <translation>
            <numerusform>%1
%n new since you last looked.</numerusform>
            <numerusform>%1
%n new since you last looked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::CommandFlow</name>
    <message numerus="yes">
        <source>%n command(s) have not been sent yet.</source>
        <translation>
            <numerusform>%n command has not been sent yet.</numerusform>
            <numerusform>%n commands have not been sent yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::ErrorTab</name>
    <message numerus="yes">
        <source>%n cause(s)</source>
        <translation>
            <numerusform>%n cause</numerusform>
            <numerusform>%n causes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Seen %n time(s) since %1</source>
        <translation>
            <numerusform>Seen %n time since %1</numerusform>
            <numerusform>Seen %n times since %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::HeldCommand</name>
    <message numerus="yes">
        <source>%n task(s) on %1 wait for their cancel to be sent.</source>
        <translation>
            <numerusform>%n task on %1 waits for its cancel to be sent.</numerusform>
            <numerusform>%n tasks on %1 wait for their cancel to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) on %1 wait to be deleted.</source>
        <translation>
            <numerusform>%n record on %1 waits to be deleted.</numerusform>
            <numerusform>%n records on %1 wait to be deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Canceling %n task(s) on %1 in %2 s.</source>
        <translation>
            <numerusform>Canceling %n task on %1 in %2 s.</numerusform>
            <numerusform>Canceling %n tasks on %1 in %2 s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n record(s) on %1 in %2 s.</source>
        <translation>
            <numerusform>Deleting %n record on %1 in %2 s.</numerusform>
            <numerusform>Deleting %n records on %1 in %2 s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::JsonTreeModel</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::ListCommand</name>
    <message numerus="yes">
        <source>%n older task(s) were left off; --all fetches every page, --limit changes how many are printed.</source>
        <translation>
            <numerusform>%n older task was left off; --all fetches every page, --limit changes how many are printed.</numerusform>
            <numerusform>%n older tasks were left off; --all fetches every page, --limit changes how many are printed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the newest %n matching task(s) are printed; --all fetches every page.</source>
        <translation>
            <numerusform>Only the newest matching task (%n) is printed; --all fetches every page.</numerusform>
            <numerusform>Only the newest %n matching tasks are printed; --all fetches every page.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::MainWindow</name>
    <message numerus="yes">
        <source>%n new failure(s) on %1</source>
        <translation>
            <numerusform>%n new failure on %1</numerusform>
            <numerusform>%n new failures on %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::NewRowsPill</name>
    <message numerus="yes">
        <source>%n new ↑</source>
        <translation>
            <numerusform>%n new ↑</numerusform>
            <numerusform>%n new ↑</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new task(s) wait</source>
        <translation>
            <numerusform>%n new task waits</numerusform>
            <numerusform>%n new tasks wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::Probe</name>
    <message numerus="yes">
        <source>It has at least %n task(s) that this key can see.</source>
        <translation>
            <numerusform>It has at least %n task that this key can see.</numerusform>
            <numerusform>It has at least %n tasks that this key can see.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has %n task(s) that this key can see.</source>
        <translation>
            <numerusform>It has %n task that this key can see.</numerusform>
            <numerusform>It has %n tasks that this key can see.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::ServerListModel</name>
    <message numerus="yes">
        <source>%1, %n new failure(s)</source>
        <translation>
            <numerusform>%1, %n new failure</numerusform>
            <numerusform>%1, %n new failures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::TaskActions</name>
    <message numerus="yes">
        <source>Copied %n task(s).</source>
        <translation>
            <numerusform>Copied %n task.</numerusform>
            <numerusform>Copied %n tasks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>Copied %n row.</numerusform>
            <numerusform>Copied %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::UndoBar</name>
    <message numerus="yes">
        <source>The cancel of %n task(s) was undone; nothing was sent.</source>
        <translation>
            <numerusform>The cancel of %n task was undone; nothing was sent.</numerusform>
            <numerusform>The cancel of %n tasks was undone; nothing was sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The deletion of %n record(s) was undone; nothing was sent.</source>
        <translation>
            <numerusform>The deletion of %n record was undone; nothing was sent.</numerusform>
            <numerusform>The deletion of %n records was undone; nothing was sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::WatchCommand</name>
    <message numerus="yes">
        <source>After %1 s %n task(s) are still queued or running.</source>
        <translation>
            <numerusform>After %1 s %n task is still queued or running.</numerusform>
            <numerusform>After %1 s %n tasks are still queued or running.</numerusform>
        </translation>
    </message>
</context>
</TS>
