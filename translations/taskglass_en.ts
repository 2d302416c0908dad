<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CommandWords</name>
    <message numerus="yes">
        <source>Cancel %Ln task(s) on %1?</source>
        <translation>
            <numerusform>Cancel %Ln task on %1?</numerusform>
            <numerusform>Cancel %Ln tasks on %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete the records of %Ln task(s) on %1?</source>
        <translation>
            <numerusform>Delete the records of %Ln task on %1?</numerusform>
            <numerusform>Delete the records of %Ln tasks on %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln Task(s)</source>
        <comment>button</comment>
        <translation>
            <numerusform>Cancel %Ln Task</numerusform>
            <numerusform>Cancel %Ln Tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln Record(s)</source>
        <comment>button</comment>
        <translation>
            <numerusform>Delete %Ln Record</numerusform>
            <numerusform>Delete %Ln Records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>list</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln canceled</source>
        <translation>
            <numerusform>%Ln canceled</numerusform>
            <numerusform>%Ln canceled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) deleted</source>
        <translation>
            <numerusform>%Ln record deleted</numerusform>
            <numerusform>%Ln records deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already finished</source>
        <translation>
            <numerusform>%Ln already finished</numerusform>
            <numerusform>%Ln already finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not confirmed</source>
        <translation>
            <numerusform>%Ln not confirmed</numerusform>
            <numerusform>%Ln not confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not confirmed yet</source>
        <translation>
            <numerusform>%Ln not confirmed yet</numerusform>
            <numerusform>%Ln not confirmed yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change the speed of %Ln task(s) on %1?</source>
        <translation>
            <numerusform>Change the speed of %Ln task on %1?</numerusform>
            <numerusform>Change the speed of %Ln tasks on %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change Speed of %Ln Task(s)</source>
        <comment>button</comment>
        <translation>
            <numerusform>Change Speed of %Ln Task</numerusform>
            <numerusform>Change Speed of %Ln Tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed, now %1</source>
        <translation>
            <numerusform>%Ln changed, now %1</numerusform>
            <numerusform>%Ln changed, now %1</numerusform>
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
    <name>Notices</name>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln node(s) did not answer. Their tasks stand dimmed, as they were last seen.</source>
        <translation>
            <numerusform>%1 of %Ln node did not answer. Its tasks stand dimmed, as they were last seen.</numerusform>
            <numerusform>%1 of %Ln nodes did not answer. Their tasks stand dimmed, as they were last seen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln internal task(s) hidden.</source>
        <translation>
            <numerusform>%Ln internal task hidden.</numerusform>
            <numerusform>%Ln internal tasks hidden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln read-only query(ies) hidden.</source>
        <translation>
            <numerusform>%Ln read-only query hidden.</numerusform>
            <numerusform>%Ln read-only queries hidden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenSearch</name>
    <message numerus="yes">
        <source>%n task(s) that had just started matched the filter, too, and were asked to stop with the others: check which ones.</source>
        <translation>
            <numerusform>%n task that had just started matched the filter, too, and was asked to stop with the others: check which one.</numerusform>
            <numerusform>%n tasks that had just started matched the filter, too, and were asked to stop with the others: check which ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them ended meanwhile.</source>
        <translation>
            <numerusform>%n of them ended meanwhile.</numerusform>
            <numerusform>%n of them ended meanwhile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them cannot be canceled: the server does not offer it.</source>
        <translation>
            <numerusform>%n of them cannot be canceled: the server does not offer it.</numerusform>
            <numerusform>%n of them cannot be canceled: the server does not offer it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them have no speed that could be changed.</source>
        <translation>
            <numerusform>%n of them has no speed that could be changed.</numerusform>
            <numerusform>%n of them have no speed that could be changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) that these have started stop with them.</source>
        <translation>
            <numerusform>%n task that these have started stops with them.</numerusform>
            <numerusform>%n tasks that these have started stop with them.</numerusform>
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
        <source>%1, %Ln new since you last looked</source>
        <translation>
            <numerusform>%1, %Ln new since you last looked</numerusform>
            <numerusform>%1, %Ln new since you last looked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1
%Ln new since you last looked.</source>
        <translation>
            <numerusform>%1
%Ln new since you last looked.</numerusform>
            <numerusform>%1
%Ln new since you last looked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::CommandFlow</name>
    <message numerus="yes">
        <source>%Ln command(s) have not been sent yet.</source>
        <translation>
            <numerusform>%Ln command has not been sent yet.</numerusform>
            <numerusform>%Ln commands have not been sent yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln command(s) were sent, and what became of them is not known yet.</source>
        <translation>
            <numerusform>%Ln command was sent, and what became of it is not known yet.</numerusform>
            <numerusform>%Ln commands were sent, and what became of them is not known yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::ErrorTab</name>
    <message numerus="yes">
        <source>Copied %Ln item(s)</source>
        <translation>
            <numerusform>Copied %Ln item</numerusform>
            <numerusform>Copied %Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) failed</source>
        <translation>
            <numerusform>%Ln item failed</numerusform>
            <numerusform>%Ln items failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cause(s)</source>
        <translation>
            <numerusform>%Ln cause</numerusform>
            <numerusform>%Ln causes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Seen %Ln time(s) since %1</source>
        <translation>
            <numerusform>Seen %Ln time since %1</numerusform>
            <numerusform>Seen %Ln times since %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::GroupList</name>
    <message numerus="yes">
        <source>%1, %Ln task(s). %2</source>
        <extracomment>%1 what the tasks have in common, %2 when</extracomment>
        <translation>
            <numerusform>%1, %Ln task. %2</numerusform>
            <numerusform>%1, %Ln tasks. %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln smaller group(s)</source>
        <translation>
            <numerusform>… and %Ln smaller group</numerusform>
            <numerusform>… and %Ln smaller groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::HeldCommand</name>
    <message numerus="yes">
        <source>%Ln task(s) on %1 wait for their cancel to be sent.</source>
        <translation>
            <numerusform>%Ln task on %1 waits for its cancel to be sent.</numerusform>
            <numerusform>%Ln tasks on %1 wait for their cancel to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) on %1 wait to be deleted.</source>
        <translation>
            <numerusform>%Ln record on %1 waits to be deleted.</numerusform>
            <numerusform>%Ln records on %1 wait to be deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Canceling %Ln task(s) on %1 in %2 s.</source>
        <translation>
            <numerusform>Canceling %Ln task on %1 in %2 s.</numerusform>
            <numerusform>Canceling %Ln tasks on %1 in %2 s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting %Ln record(s) on %1 in %2 s.</source>
        <translation>
            <numerusform>Deleting %Ln record on %1 in %2 s.</numerusform>
            <numerusform>Deleting %Ln records on %1 in %2 s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) on %1 wait for their new speed to be sent.</source>
        <translation>
            <numerusform>%Ln task on %1 waits for its new speed to be sent.</numerusform>
            <numerusform>%Ln tasks on %1 wait for their new speed to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changing the speed of %Ln task(s) on %1 in %2 s.</source>
        <translation>
            <numerusform>Changing the speed of %Ln task on %1 in %2 s.</numerusform>
            <numerusform>Changing the speed of %Ln tasks on %1 in %2 s.</numerusform>
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
        <source>%Ln new failure(s) on %1</source>
        <translation>
            <numerusform>%Ln new failure on %1</numerusform>
            <numerusform>%Ln new failures on %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::NewRowsPill</name>
    <message numerus="yes">
        <source>%Ln new ↑</source>
        <translation>
            <numerusform>%Ln new ↑</numerusform>
            <numerusform>%Ln new ↑</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new task(s) wait</source>
        <translation>
            <numerusform>%Ln new task waits</numerusform>
            <numerusform>%Ln new tasks wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::Probe</name>
    <message numerus="yes">
        <source>It has at least %Ln task(s) that this key can see.</source>
        <translation>
            <numerusform>It has at least %Ln task that this key can see.</numerusform>
            <numerusform>It has at least %Ln tasks that this key can see.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has %Ln task(s) that this key can see.</source>
        <translation>
            <numerusform>It has %Ln task that this key can see.</numerusform>
            <numerusform>It has %Ln tasks that this key can see.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::ServerListModel</name>
    <message numerus="yes">
        <source>%1, %Ln new failure(s)</source>
        <translation>
            <numerusform>%1, %Ln new failure</numerusform>
            <numerusform>%1, %Ln new failures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::SpeedDialog</name>
    <message numerus="yes">
        <source>How fast shall %Ln task(s) work?</source>
        <translation>
            <numerusform>How fast shall %Ln task work?</numerusform>
            <numerusform>How fast shall %Ln tasks work?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::TaskActions</name>
    <message numerus="yes">
        <source>Copied %Ln task(s).</source>
        <translation>
            <numerusform>Copied %Ln task.</numerusform>
            <numerusform>Copied %Ln tasks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln row(s).</source>
        <translation>
            <numerusform>Copied %Ln row.</numerusform>
            <numerusform>Copied %Ln rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::TaskTableModel</name>
    <message numerus="yes">
        <source>%1, %Ln part(s) below</source>
        <translation>
            <numerusform>%1, %Ln part below</numerusform>
            <numerusform>%1, %Ln parts below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln part(s) hidden</source>
        <translation>
            <numerusform>%1, %Ln part hidden</numerusform>
            <numerusform>%1, %Ln parts hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::UndoBar</name>
    <message numerus="yes">
        <source>The cancel of %Ln task(s) was undone; nothing was sent.</source>
        <translation>
            <numerusform>The cancel of %Ln task was undone; nothing was sent.</numerusform>
            <numerusform>The cancel of %Ln tasks was undone; nothing was sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The deletion of %Ln record(s) was undone; nothing was sent.</source>
        <translation>
            <numerusform>The deletion of %Ln record was undone; nothing was sent.</numerusform>
            <numerusform>The deletion of %Ln records was undone; nothing was sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new speed of %Ln task(s) was undone; nothing was sent.</source>
        <translation>
            <numerusform>The new speed of %Ln task was undone; nothing was sent.</numerusform>
            <numerusform>The new speed of %Ln tasks was undone; nothing was sent.</numerusform>
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
