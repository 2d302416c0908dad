<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActionRules</name>
    <message>
        <source>No server is open.</source>
        <translation>Kein Server ist geöffnet.</translation>
    </message>
    <message>
        <source>The connection to %1 is read-only.</source>
        <translation>Die Verbindung zu %1 ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Not connected to %1 yet.</source>
        <translation>Noch nicht mit %1 verbunden.</translation>
    </message>
    <message>
        <source>This server has no such operation.</source>
        <translation>Dieser Server kennt diesen Vorgang nicht.</translation>
    </message>
    <message>
        <source>No task is selected.</source>
        <translation>Kein Task ist ausgewählt.</translation>
    </message>
    <message>
        <source>The table is empty.</source>
        <translation>Die Tabelle ist leer.</translation>
    </message>
    <message>
        <source>No task has the focus.</source>
        <translation>Kein Task hat den Fokus.</translation>
    </message>
    <message>
        <source>No new rows wait.</source>
        <translation>Es warten keine neuen Zeilen.</translation>
    </message>
    <message>
        <source>There is no other server.</source>
        <translation>Es gibt keinen anderen Server.</translation>
    </message>
    <message>
        <source>No filter is set.</source>
        <translation>Es ist kein Filter gesetzt.</translation>
    </message>
    <message>
        <source>Updates are paused: resume first.</source>
        <translation>Die Aktualisierung pausiert: Setzen Sie sie zuerst fort.</translation>
    </message>
    <message>
        <source>The last request was answered.</source>
        <translation>Die letzte Anfrage wurde beantwortet.</translation>
    </message>
    <message>
        <source>Everything that the server lists is loaded.</source>
        <translation>Alles, was der Server auflistet, ist geladen.</translation>
    </message>
    <message>
        <source>The server does not answer now.</source>
        <translation>Der Server antwortet zurzeit nicht.</translation>
    </message>
    <message>
        <source>Older tasks are being loaded.</source>
        <translation>Ältere Tasks werden geladen.</translation>
    </message>
    <message>
        <source>Nothing is being loaded.</source>
        <translation>Es wird nichts geladen.</translation>
    </message>
    <message>
        <source>Set a filter first.</source>
        <translation>Setzen Sie zuerst einen Filter.</translation>
    </message>
    <message>
        <source>The selected tasks have ended already.</source>
        <translation>Die ausgewählten Tasks sind bereits beendet.</translation>
    </message>
    <message>
        <source>Set a filter first: without one this would cancel everything.</source>
        <translation>Setzen Sie zuerst einen Filter: Ohne ihn würde dies alles abbrechen.</translation>
    </message>
    <message>
        <source>The tasks do not stand in a tree now.</source>
        <translation>Die Tasks stehen gerade nicht als Baum.</translation>
    </message>
    <message>
        <source>This server lists no such tasks.</source>
        <translation>Dieser Server führt keine solchen Tasks auf.</translation>
    </message>
    <message>
        <source>No selected task runs whose speed can be changed.</source>
        <translation>Kein ausgewählter Task läuft, dessen Tempo sich ändern ließe.</translation>
    </message>
    <message>
        <source>No selected task has ended yet.</source>
        <translation>Noch kein ausgewählter Task ist beendet.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Add Server…</source>
        <translation>Server &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Connect to another server</source>
        <translation>Mit einem weiteren Server verbinden</translation>
    </message>
    <message>
        <source>Try &amp;Sample Data</source>
        <translation>&amp;Beispieldaten ausprobieren</translation>
    </message>
    <message>
        <source>Watch a local queue that does sample work</source>
        <translation>Eine lokale Warteschlange beobachten, die Beispielaufgaben erledigt</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Das Programm schließen</translation>
    </message>
    <message>
        <source>Copy the selected rows as text, columns separated by tabs</source>
        <translation>Die ausgewählten Zeilen als Text kopieren, Spalten durch Tabulatoren getrennt</translation>
    </message>
    <message>
        <source>Copy &amp;Ids</source>
        <translation>&amp;IDs kopieren</translation>
    </message>
    <message>
        <source>Copy the ids of the selected tasks</source>
        <translation>Die IDs der ausgewählten Tasks kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Copy what the server sent for the selected tasks</source>
        <translation>Kopieren, was der Server für die ausgewählten Tasks gesendet hat</translation>
    </message>
    <message>
        <source>Copy as c&amp;URL</source>
        <translation>Als c&amp;URL kopieren</translation>
    </message>
    <message>
        <source>Copy a command line that asks the server for these tasks, without the key</source>
        <translation>Eine Befehlszeile kopieren, die den Server nach diesen Tasks fragt, ohne den Schlüssel</translation>
    </message>
    <message>
        <source>Select &amp;All Loaded</source>
        <translation>&amp;Alle geladenen auswählen</translation>
    </message>
    <message>
        <source>Select every row of the table</source>
        <translation>Jede Zeile der Tabelle auswählen</translation>
    </message>
    <message>
        <source>Select All &amp;Matching</source>
        <translation>Alle &amp;passenden auswählen</translation>
    </message>
    <message>
        <source>Select everything that matches the filter, loaded or not</source>
        <translation>Alles auswählen, was zum Filter passt, ob geladen oder nicht</translation>
    </message>
    <message>
        <source>Clear &amp;Selection</source>
        <translation>Auswahl auf&amp;heben</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation>&amp;Filter…</translation>
    </message>
    <message>
        <source>Go to the filter bar</source>
        <translation>Zur Filterleiste gehen</translation>
    </message>
    <message>
        <source>Clear Fi&amp;lter</source>
        <translation>Filter &amp;löschen</translation>
    </message>
    <message>
        <source>Show all tasks again</source>
        <translation>Wieder alle Tasks zeigen</translation>
    </message>
    <message>
        <source>Filter &amp;by This Value</source>
        <translation>Nach diesem &amp;Wert filtern</translation>
    </message>
    <message>
        <source>Show only tasks with the value of the focused cell</source>
        <translation>Nur Tasks mit dem Wert der fokussierten Zelle zeigen</translation>
    </message>
    <message>
        <source>E&amp;xclude This Value</source>
        <translation>Diesen Wert aus&amp;schließen</translation>
    </message>
    <message>
        <source>Hide tasks with the value of the focused cell</source>
        <translation>Tasks mit dem Wert der fokussierten Zelle ausblenden</translation>
    </message>
    <message>
        <source>&amp;Servers</source>
        <translation>&amp;Serverliste</translation>
    </message>
    <message>
        <source>Show the list of servers</source>
        <translation>Die Liste der Server zeigen</translation>
    </message>
    <message>
        <source>Task &amp;Detail</source>
        <translation>Task-&amp;Details</translation>
    </message>
    <message>
        <source>Show the pane with the current task</source>
        <translation>Den Bereich mit dem aktuellen Task zeigen</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation>&amp;Größerer Text</translation>
    </message>
    <message>
        <source>Make the window&apos;s text larger</source>
        <translation>Den Text des Fensters vergrößern</translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation>&amp;Kleinerer Text</translation>
    </message>
    <message>
        <source>Make the window&apos;s text smaller</source>
        <translation>Den Text des Fensters verkleinern</translation>
    </message>
    <message>
        <source>&amp;Normal Text</source>
        <translation>&amp;Normaler Text</translation>
    </message>
    <message>
        <source>Use the desktop&apos;s text size</source>
        <translation>Die Textgröße des Desktops verwenden</translation>
    </message>
    <message>
        <source>Show Ne&amp;w Rows</source>
        <translation>Neue &amp;Zeilen zeigen</translation>
    </message>
    <message>
        <source>Let waiting new tasks in and go to the newest</source>
        <translation>Wartende neue Tasks einlassen und zum neuesten gehen</translation>
    </message>
    <message>
        <source>Ne&amp;xt Pane</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>Move the focus to the next part of the window</source>
        <translation>Den Fokus zum nächsten Teil des Fensters bewegen</translation>
    </message>
    <message>
        <source>&amp;Previous Pane</source>
        <translation>&amp;Vorheriger Bereich</translation>
    </message>
    <message>
        <source>Move the focus to the previous part of the window</source>
        <translation>Den Fokus zum vorherigen Teil des Fensters bewegen</translation>
    </message>
    <message>
        <source>Summar&amp;y</source>
        <translation>Über&amp;sicht</translation>
    </message>
    <message>
        <source>Show the task&apos;s summary</source>
        <translation>Die Übersicht des Tasks zeigen</translation>
    </message>
    <message>
        <source>&amp;Error</source>
        <translation>&amp;Fehler</translation>
    </message>
    <message>
        <source>Show why the task failed</source>
        <translation>Zeigen, warum der Task fehlgeschlagen ist</translation>
    </message>
    <message>
        <source>De&amp;tails</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>Show the task&apos;s details</source>
        <translation>Die Details des Tasks zeigen</translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation>Ver&amp;lauf</translation>
    </message>
    <message>
        <source>Show when what happened to the task</source>
        <translation>Zeigen, wann was mit dem Task geschehen ist</translation>
    </message>
    <message>
        <source>&amp;Raw</source>
        <translation>&amp;Roh</translation>
    </message>
    <message>
        <source>Show the bytes that the server sent</source>
        <translation>Die Bytes zeigen, die der Server gesendet hat</translation>
    </message>
    <message>
        <source>Re&amp;lated</source>
        <translation>&amp;Verwandt</translation>
    </message>
    <message>
        <source>Show related tasks</source>
        <translation>Verwandte Tasks zeigen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>Go to the current task&apos;s detail</source>
        <translation>Zu den Details des aktuellen Tasks gehen</translation>
    </message>
    <message>
        <source>&amp;Cancel Tasks…</source>
        <translation>Tasks ab&amp;brechen…</translation>
    </message>
    <message>
        <source>Cancel the selected tasks, after showing what would be hit</source>
        <translation>Die ausgewählten Tasks abbrechen, nachdem gezeigt wurde, was betroffen wäre</translation>
    </message>
    <message>
        <source>Cancel All &amp;Matching…</source>
        <translation>Alle passenden abbr&amp;echen…</translation>
    </message>
    <message>
        <source>Cancel everything that matches the filter, after showing what would be hit</source>
        <translation>Alles abbrechen, was zum Filter passt, nachdem gezeigt wurde, was betroffen wäre</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>Ver&amp;folgen</translation>
    </message>
    <message>
        <source>Keep the current task in view and name it in the title until it ends</source>
        <translation>Den aktuellen Task im Blick behalten und im Titel nennen, bis er endet</translation>
    </message>
    <message>
        <source>&amp;Pin Detail</source>
        <translation>Details an&amp;heften</translation>
    </message>
    <message>
        <source>Keep this task in the detail pane while browsing others</source>
        <translation>Diesen Task im Detailbereich behalten, während Sie andere durchsehen</translation>
    </message>
    <message>
        <source>&amp;Next Failed</source>
        <translation>&amp;Nächster fehlgeschlagener</translation>
    </message>
    <message>
        <source>Go to the next failed task below</source>
        <translation>Zum nächsten fehlgeschlagenen Task darunter gehen</translation>
    </message>
    <message>
        <source>Pre&amp;vious Failed</source>
        <translation>&amp;Vorheriger fehlgeschlagener</translation>
    </message>
    <message>
        <source>Go to the previous failed task above</source>
        <translation>Zum vorherigen fehlgeschlagenen Task darüber gehen</translation>
    </message>
    <message>
        <source>&amp;Go to Task…</source>
        <translation>&amp;Gehe zu Task…</translation>
    </message>
    <message>
        <source>Go to a task by its id</source>
        <translation>Über die ID zu einem Task gehen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Ask the server now</source>
        <translation>Den Server jetzt fragen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>Send nothing until resumed</source>
        <translation>Bis zum Fortsetzen nichts senden</translation>
    </message>
    <message>
        <source>&amp;Next Server</source>
        <translation>&amp;Nächster Server</translation>
    </message>
    <message>
        <source>Show the next server of the list</source>
        <translation>Den nächsten Server der Liste zeigen</translation>
    </message>
    <message>
        <source>&amp;Edit Server…</source>
        <translation>Server &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>Change address, key or environment of this server</source>
        <translation>Adresse, Schlüssel oder Umgebung dieses Servers ändern</translation>
    </message>
    <message>
        <source>Re&amp;move Server…</source>
        <translation>Server ent&amp;fernen…</translation>
    </message>
    <message>
        <source>Stop watching this server and forget it</source>
        <translation>Diesen Server nicht mehr beobachten und vergessen</translation>
    </message>
    <message>
        <source>&amp;Load More</source>
        <translation>&amp;Mehr laden</translation>
    </message>
    <message>
        <source>Fetch the next 20,000 older tasks</source>
        <translation>Die nächsten 20.000 älteren Tasks abrufen</translation>
    </message>
    <message>
        <source>Load &amp;All</source>
        <translation>Alle &amp;laden</translation>
    </message>
    <message>
        <source>Fetch every task that the server lists</source>
        <translation>Jeden Task abrufen, den der Server auflistet</translation>
    </message>
    <message>
        <source>&amp;Stop Loading</source>
        <translation>Laden be&amp;enden</translation>
    </message>
    <message>
        <source>Stop fetching older tasks</source>
        <translation>Keine älteren Tasks mehr abrufen</translation>
    </message>
    <message>
        <source>Search &amp;Older Tasks</source>
        <translation>Ältere Tasks &amp;suchen</translation>
    </message>
    <message>
        <source>Ask the server for older tasks that match the filter</source>
        <translation>Den Server nach älteren Tasks fragen, die zum Filter passen</translation>
    </message>
    <message>
        <source>Retr&amp;y Now</source>
        <translation>Jetzt erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>Try the connection again without waiting</source>
        <translation>Die Verbindung ohne Wartezeit erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Filter Language</source>
        <translation>&amp;Filtersprache</translation>
    </message>
    <message>
        <source>How filters are written</source>
        <translation>Wie Filter geschrieben werden</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Show every key</source>
        <translation>Alle Tasten zeigen</translation>
    </message>
    <message>
        <source>&amp;About Taskglass</source>
        <translation>Ü&amp;ber Taskglass</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>Copy as &amp;Text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Show the list of views</source>
        <translation>Die Liste der Sichten zeigen</translation>
    </message>
    <message>
        <source>&amp;All Tasks</source>
        <translation>&amp;Alle Tasks</translation>
    </message>
    <message>
        <source>Show all tasks</source>
        <translation>Alle Tasks zeigen</translation>
    </message>
    <message>
        <source>&amp;Running</source>
        <translation>&amp;Laufend</translation>
    </message>
    <message>
        <source>Show tasks that run</source>
        <translation>Laufende Tasks zeigen</translation>
    </message>
    <message>
        <source>&amp;Failed</source>
        <translation>&amp;Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Show tasks that failed</source>
        <translation>Fehlgeschlagene Tasks zeigen</translation>
    </message>
    <message>
        <source>&amp;Queued</source>
        <translation>&amp;Wartend</translation>
    </message>
    <message>
        <source>Show tasks that wait</source>
        <translation>Wartende Tasks zeigen</translation>
    </message>
    <message>
        <source>&amp;Long Runners</source>
        <translation>La&amp;ngläufer</translation>
    </message>
    <message>
        <source>Show tasks that have run for more than five minutes</source>
        <translation>Tasks zeigen, die schon länger als fünf Minuten laufen</translation>
    </message>
    <message>
        <source>V&amp;iews</source>
        <translation>Sich&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>Choose appearance, times, and what to ask about</source>
        <translation>Aussehen, Zeiten und Rückfragen wählen</translation>
    </message>
    <message>
        <source>Show as T&amp;ree</source>
        <translation>Als Ba&amp;um zeigen</translation>
    </message>
    <message>
        <source>Show tasks below the task that they are a part of</source>
        <translation>Tasks unter dem Task zeigen, von dem sie ein Teil sind</translation>
    </message>
    <message>
        <source>C&amp;ollapse All</source>
        <translation>A&amp;lle zuklappen</translation>
    </message>
    <message>
        <source>Hide the parts of all tasks</source>
        <translation>Die Teile aller Tasks verbergen</translation>
    </message>
    <message>
        <source>Expand &amp;All</source>
        <translation>Alle &amp;aufklappen</translation>
    </message>
    <message>
        <source>Show the parts of all tasks</source>
        <translation>Die Teile aller Tasks zeigen</translation>
    </message>
    <message>
        <source>Show &amp;Housekeeping</source>
        <translation>&amp;Haushalt zeigen</translation>
    </message>
    <message>
        <source>Show also the tasks that nobody asked for by themselves</source>
        <translation>Auch die Tasks zeigen, die niemand eigens verlangt hat</translation>
    </message>
    <message>
        <source>Change &amp;Speed…</source>
        <translation>Temp&amp;o ändern …</translation>
    </message>
    <message>
        <source>Let the selected tasks work faster or slower</source>
        <translation>Die ausgewählten Tasks schneller oder langsamer arbeiten lassen</translation>
    </message>
    <message>
        <source>&amp;Delete Records…</source>
        <translation>Einträge &amp;löschen …</translation>
    </message>
    <message>
        <source>Delete the server&apos;s records of the selected tasks, after showing which</source>
        <translation>Die Einträge des Servers zu den ausgewählten Tasks löschen, nachdem gezeigt wurde, welche</translation>
    </message>
    <message>
        <source>Gro&amp;ups</source>
        <translation>G&amp;ruppen</translation>
    </message>
    <message>
        <source>Show the tasks by what they have in common, such as their errors</source>
        <translation>Die Tasks nach dem zeigen, was sie gemeinsam haben, etwa ihre Fehler</translation>
    </message>
    <message>
        <source>Group b&amp;y…</source>
        <translation>Gruppieren na&amp;ch …</translation>
    </message>
    <message>
        <source>Choose what the groups at the side have in common</source>
        <translation>Wählen, was die Gruppen an der Seite gemeinsam haben</translation>
    </message>
</context>
<context>
    <name>Arguments</name>
    <message>
        <source> Did you mean --%1?</source>
        <translation> Meinten Sie --%1?</translation>
    </message>
    <message>
        <source>There is no option “%1”; options begin with two dashes.</source>
        <translation>Es gibt keine Option „%1“; Optionen beginnen mit zwei Bindestrichen.</translation>
    </message>
    <message>
        <source>There is no option --%1.</source>
        <translation>Es gibt keine Option --%1.</translation>
    </message>
    <message>
        <source>The option --%1 needs a value: %2.</source>
        <translation>Die Option --%1 braucht einen Wert: %2.</translation>
    </message>
    <message>
        <source>The option --%1 takes no value.</source>
        <translation>Die Option --%1 nimmt keinen Wert an.</translation>
    </message>
    <message>
        <source>The option --%1: %2</source>
        <translation>Die Option --%1: %2</translation>
    </message>
    <message>
        <source>The option --%1 is not for the window.</source>
        <translation>Die Option --%1 gilt nicht für das Fenster.</translation>
    </message>
    <message>
        <source>The option --%1 is not for “%2”.</source>
        <translation>Die Option --%1 gilt nicht für „%2“.</translation>
    </message>
    <message>
        <source>Which task? Name one or more ids.</source>
        <translation>Welcher Task? Nennen Sie eine oder mehrere IDs.</translation>
    </message>
    <message>
        <source>Which tasks? Name ids, or say --filter FILTER.</source>
        <translation>Welche Tasks? Nennen Sie IDs oder --filter FILTER.</translation>
    </message>
    <message>
        <source>The key can come from a file or from the standard input, not from both.</source>
        <translation>Der Schlüssel kann aus einer Datei oder von der Standardeingabe kommen, nicht aus beiden.</translation>
    </message>
    <message>
        <source>--wait waits however long it takes; it cannot be combined with --timeout.</source>
        <translation>--wait wartet, solange es eben dauert; es lässt sich nicht mit --timeout verbinden.</translation>
    </message>
    <message>
        <source>--client-cert and --client-key belong together.</source>
        <translation>--client-cert und --client-key gehören zusammen.</translation>
    </message>
    <message>
        <source>Watch task queues, understand failures, cancel safely. Without a command it opens a window on the servers named, or on those of the last session. Each command has its own help: taskglass list --help.</source>
        <translation>Task-Warteschlangen beobachten, Fehlschläge verstehen, sicher abbrechen. Ohne Befehl öffnet sich ein Fenster mit den genannten Servern oder denen der letzten Sitzung. Jeder Befehl hat seine eigene Hilfe: taskglass list --help.</translation>
    </message>
    <message>
        <source>Prints the tasks that match, once, newest first.</source>
        <translation>Gibt die passenden Tasks einmal aus, die neuesten zuerst.</translation>
    </message>
    <message>
        <source>Prints the tasks that match, then every change to them and every new one, until Ctrl-C or what --until-idle and --timeout say.</source>
        <translation>Gibt die passenden Tasks aus, danach jede Änderung an ihnen und jeden neuen, bis Strg-C oder was --until-idle und --timeout bestimmen.</translation>
    </message>
    <message>
        <source>Prints everything known about tasks: why they failed first, then when what happened, then the server&apos;s details.</source>
        <translation>Gibt alles aus, was über Tasks bekannt ist: zuerst, warum sie fehlgeschlagen sind, dann, wann was geschah, dann die Details des Servers.</translation>
    </message>
    <message>
        <source>Shows what would be canceled, asks, sends one request pinned to exactly that, follows it, and says what became of each task. Everything sent is kept in the local audit file.</source>
        <translation>Zeigt, was abgebrochen würde, fragt nach, sendet eine Anfrage über genau dies, verfolgt sie und sagt, was aus jedem Task geworden ist. Alles Gesendete wird im lokalen Prüfprotokoll festgehalten.</translation>
    </message>
    <message>
        <source>Lists, saves and forgets connections, or tests what can be done with one. Keys are never saved.</source>
        <translation>Listet, speichert und vergisst Verbindungen oder prüft, was mit einer möglich ist. Schlüssel werden nie gespeichert.</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>SERVER is a saved name or an address such as http://localhost:7700; without it, the only saved server is meant. FILTER is the language of the window&apos;s filter bar: status:failed type:… index:books id:12..40 enqueued&gt;2h ran&gt;30s error:… -status:succeeded, free text, OR, parentheses.</source>
        <translation>SERVER ist ein gespeicherter Name oder eine Adresse wie http://localhost:7700; ohne Angabe ist der einzige gespeicherte Server gemeint. FILTER ist die Sprache der Filterleiste des Fensters: status:failed type:… index:books id:12..40 enqueued&gt;2h ran&gt;30s error:… -status:succeeded, freier Text, OR, Klammern.</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>“%1” is not one of %2.</source>
        <translation>„%1“ ist keines von %2.</translation>
    </message>
    <message>
        <source>“%1” is not a whole number from %2 to %3.</source>
        <translation>„%1“ ist keine ganze Zahl von %2 bis %3.</translation>
    </message>
    <message>
        <source>“%1” is not a number of seconds from 0.1 to 900.</source>
        <translation>„%1“ ist keine Anzahl von Sekunden von 0.1 bis 900.</translation>
    </message>
    <message>
        <source>“%1” is not a size; one looks like 1280x800.</source>
        <translation>„%1“ ist keine Größe; eine sieht aus wie 1280x800.</translation>
    </message>
    <message>
        <source>its value is empty.</source>
        <translation>der Wert ist leer.</translation>
    </message>
    <message>
        <source>table, json, ndjson, csv or markdown; a table on a terminal, else ndjson</source>
        <translation>table, json, ndjson, csv oder markdown; im Terminal eine Tabelle, sonst ndjson</translation>
    </message>
    <message>
        <source>columns of table, csv and markdown, in this order</source>
        <translation>Spalten von table, csv und markdown, in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>it names no column.</source>
        <translation>es ist keine Spalte genannt.</translation>
    </message>
    <message>
        <source>order by a column; with a minus, largest first (default: newest first)</source>
        <translation>nach einer Spalte ordnen; mit Minus die größten zuerst (Vorgabe: die neuesten zuerst)</translation>
    </message>
    <message>
        <source>at most N tasks, the newest (default 1000)</source>
        <translation>höchstens N Tasks, die neuesten (Vorgabe 1000)</translation>
    </message>
    <message>
        <source>fetch every page that the server has</source>
        <translation>jede Seite abrufen, die der Server hat</translation>
    </message>
    <message>
        <source>add the server&apos;s own bytes to each task (json and ndjson)</source>
        <translation>jedem Task die Bytes des Servers beifügen (json und ndjson)</translation>
    </message>
    <message>
        <source>ask for details where that is a choice (always on)</source>
        <translation>nach Details fragen, wo das eine Wahl ist (immer an)</translation>
    </message>
    <message>
        <source>seconds from an answer to the next question (default 1)</source>
        <translation>Sekunden von einer Antwort bis zur nächsten Frage (Vorgabe 1)</translation>
    </message>
    <message>
        <source>end when no watched task is queued or running</source>
        <translation>enden, wenn kein beobachteter Task mehr wartet oder läuft</translation>
    </message>
    <message>
        <source>end after S seconds</source>
        <translation>nach S Sekunden enden</translation>
    </message>
    <message>
        <source>end with 3 when a watched task failed</source>
        <translation>mit 3 enden, wenn ein beobachteter Task fehlgeschlagen ist</translation>
    </message>
    <message>
        <source>everything that matches, instead of ids</source>
        <translation>alles, was passt, statt IDs</translation>
    </message>
    <message>
        <source>an empty filter would mean every task.</source>
        <translation>ein leerer Filter würde jeden Task meinen.</translation>
    </message>
    <message>
        <source>do not ask; needed without a terminal</source>
        <translation>nicht nachfragen; nötig ohne Terminal</translation>
    </message>
    <message>
        <source>why, for your local audit file</source>
        <translation>warum, für Ihr lokales Prüfprotokoll</translation>
    </message>
    <message>
        <source>follow until every task has really ended, however long that takes</source>
        <translation>verfolgen, bis jeder Task wirklich beendet ist, wie lange es auch dauert</translation>
    </message>
    <message>
        <source>print the preview and the request as cURL; send nothing that changes anything</source>
        <translation>Vorschau und Anfrage als cURL ausgeben; nichts senden, was etwas ändert</translation>
    </message>
    <message>
        <source>a local queue that really works, with sample data</source>
        <translation>eine lokale Warteschlange, die wirklich arbeitet, mit Beispieldaten</translation>
    </message>
    <message>
        <source>meilisearch, opensearch or redis-cloud, instead of asking the server</source>
        <translation>meilisearch, opensearch oder redis-cloud, statt den Server zu fragen</translation>
    </message>
    <message>
        <source>development, staging or production (read-only unless said otherwise), for servers add</source>
        <translation>development, staging oder production (schreibgeschützt, wenn nicht anders gesagt), für servers add</translation>
    </message>
    <message>
        <source>the key is in FILE (or in TASKGLASS_KEY)</source>
        <translation>der Schlüssel steht in FILE (oder in TASKGLASS_KEY)</translation>
    </message>
    <message>
        <source>the key is the first line of the standard input</source>
        <translation>der Schlüssel ist die erste Zeile der Standardeingabe</translation>
    </message>
    <message>
        <source>the secret, or the password of --user, is in FILE</source>
        <translation>das Geheimnis oder das Passwort zu --user steht in FILE</translation>
    </message>
    <message>
        <source>user name (or in TASKGLASS_USER)</source>
        <translation>Benutzername (oder in TASKGLASS_USER)</translation>
    </message>
    <message>
        <source>trust certificates of this authority (PEM)</source>
        <translation>Zertifikaten dieser Zertifizierungsstelle vertrauen (PEM)</translation>
    </message>
    <message>
        <source>certificate to show to the server (PEM)</source>
        <translation>Zertifikat, das dem Server gezeigt wird (PEM)</translation>
    </message>
    <message>
        <source>its private key (PEM)</source>
        <translation>der private Schlüssel dazu (PEM)</translation>
    </message>
    <message>
        <source>proxy instead of the system&apos;s</source>
        <translation>Proxy statt dem des Systems</translation>
    </message>
    <message>
        <source>give a request up after N milliseconds (default 10000)</source>
        <translation>eine Anfrage nach N Millisekunden aufgeben (Vorgabe 10000)</translation>
    </message>
    <message>
        <source>refuse everything that changes a server</source>
        <translation>alles verweigern, was einen Server ändert</translation>
    </message>
    <message>
        <source>write a picture of the window and quit</source>
        <translation>ein Bild des Fensters schreiben und beenden</translation>
    </message>
    <message>
        <source>size of the window (default 1280x800)</source>
        <translation>Größe des Fensters (Vorgabe 1280x800)</translation>
    </message>
    <message>
        <source>take the picture MS milliseconds after the first answer</source>
        <translation>das Bild MS Millisekunden nach der ersten Antwort aufnehmen</translation>
    </message>
    <message>
        <source>select this task</source>
        <translation>diesen Task auswählen</translation>
    </message>
    <message>
        <source>show this tab: summary, error, details, timeline, raw or related</source>
        <translation>diesen Reiter zeigen: summary, error, details, timeline, raw oder related</translation>
    </message>
    <message>
        <source>light or dark instead of the desktop&apos;s</source>
        <translation>light (hell) oder dark (dunkel) statt wie der Desktop</translation>
    </message>
    <message>
        <source>language of the interface instead of the desktop&apos;s</source>
        <translation>Sprache der Oberfläche statt der des Desktops</translation>
    </message>
    <message>
        <source>at the end, one JSON line of timings on stderr</source>
        <translation>am Ende eine JSON-Zeile mit Zeitmessungen auf stderr</translation>
    </message>
    <message>
        <source>load everything, and quit when the last page is painted</source>
        <translation>alles laden und enden, wenn die letzte Seite gezeichnet ist</translation>
    </message>
    <message>
        <source>keep settings in DIR</source>
        <translation>Einstellungen in DIR aufbewahren</translation>
    </message>
    <message>
        <source>remember nothing of what was seen</source>
        <translation>nichts vom Gesehenen behalten</translation>
    </message>
    <message>
        <source>write requests to stderr, without secrets</source>
        <translation>Anfragen ohne Geheimnisse auf stderr schreiben</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>die Version ausgeben</translation>
    </message>
    <message>
        <source>print this help; with a command, that command&apos;s</source>
        <translation>diese Hilfe ausgeben; mit einem Befehl dessen Hilfe</translation>
    </message>
    <message>
        <source>Secrets in an address are seen by everybody on this machine. Use --user and TASKGLASS_PASSWORD, or --key-file.</source>
        <translation>Geheimnisse in einer Adresse sind für alle auf diesem Rechner sichtbar. Verwenden Sie --user und TASKGLASS_PASSWORD oder --key-file.</translation>
    </message>
    <message>
        <source>An address begins with http:// or https://; did you mean http://%1?</source>
        <translation>Eine Adresse beginnt mit http:// oder https://; meinten Sie http://%1?</translation>
    </message>
    <message>
        <source>“%1” is no address of a server, and none is saved yet. An address looks like http://localhost:7700.</source>
        <translation>„%1“ ist keine Serveradresse, und es ist noch keiner gespeichert. Eine Adresse sieht aus wie http://localhost:7700.</translation>
    </message>
    <message>
        <source>There is no saved server “%1”. Saved are: %2.</source>
        <translation>Es gibt keinen gespeicherten Server „%1“. Gespeichert sind: %2.</translation>
    </message>
    <message>
        <source>Which server? Name its address, such as http://localhost:7700, or save one: taskglass servers add NAME URL.</source>
        <translation>Welcher Server? Nennen Sie seine Adresse, etwa http://localhost:7700, oder speichern Sie einen: taskglass servers add NAME URL.</translation>
    </message>
    <message>
        <source>Which server? Saved are: %1.</source>
        <translation>Welcher Server? Gespeichert sind: %1.</translation>
    </message>
    <message>
        <source>load every task of the server, however old</source>
        <translation>jeden Task des Servers laden, wie alt er auch ist</translation>
    </message>
    <message>
        <source>send Redis Cloud&apos;s keys to HOST though it is none of its own hosts</source>
        <translation>Schlüssel von Redis Cloud an HOST senden, obwohl er nicht zum Dienst gehört</translation>
    </message>
    <message>
        <source>%1 is none of Redis Cloud&apos;s own hosts, and the keys open the whole account: nothing was sent. Add --allow-host %1 if that is meant.</source>
        <translation>%1 gehört nicht zu Redis Cloud, und die Schlüssel öffnen das ganze Konto: Nichts wurde gesendet. Mit --allow-host %1 geschieht es, wenn das gemeint ist.</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>The audit file %1 cannot be written (%2). Nothing that changes a server is sent without it.</source>
        <translation>Das Prüfprotokoll %1 lässt sich nicht schreiben (%2). Ohne dieses wird nichts gesendet, was einen Server ändert.</translation>
    </message>
</context>
<context>
    <name>BatchItems</name>
    <message>
        <source>%1 % done</source>
        <comment>percent</comment>
        <translation>%1 % erledigt</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <extracomment>%1 name of a step, %2 of %3 are done</extracomment>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>How long each step took</source>
        <translation>Wie lange jeder Schritt dauerte</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>step, length</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Started %1, ran %2</source>
        <translation>Gestartet %1, lief %2</translation>
    </message>
    <message>
        <source>Running since %1</source>
        <translation>Läuft seit %1</translation>
    </message>
    <message>
        <source>Put together so: %1</source>
        <translation>Zusammengestellt nach: %1</translation>
    </message>
    <message>
        <source>By status: %1</source>
        <translation>Nach Status: %1</translation>
    </message>
    <message>
        <source>By type: %1</source>
        <translation>Nach Typ: %1</translation>
    </message>
    <message>
        <source>By index: %1</source>
        <translation>Nach Index: %1</translation>
    </message>
    <message>
        <source>Tasks: %1</source>
        <translation>Tasks: %1</translation>
    </message>
</context>
<context>
    <name>CellText</name>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>The server no longer lists this task.</source>
        <translation>Der Server listet diesen Task nicht mehr auf.</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Der Server sagt: %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>%1: %2 / %3</source>
        <translation>%1: %2 / %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>task %1</source>
        <translation>Task %1</translation>
    </message>
    <message>
        <source>index %1</source>
        <translation>Index %1</translation>
    </message>
    <message>
        <source>running for %1</source>
        <translation>läuft schon %1</translation>
    </message>
    <message>
        <source>ran %1</source>
        <translation>lief %1</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>wartet schon %1</translation>
    </message>
    <message>
        <source>no longer listed</source>
        <translation>nicht mehr aufgelistet</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the parts of a sentence that describes a task to a screen reader</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1: none</source>
        <extracomment>A column&apos;s name and the cell&apos;s value, for screen readers</extracomment>
        <translation>%1: leer</translation>
    </message>
    <message>
        <source>Its node did not answer last time; this is what was known before.</source>
        <translation>Sein Knoten hat zuletzt nicht geantwortet; dies ist, was vorher bekannt war.</translation>
    </message>
    <message>
        <source>At least %1: the server does not tell, this is how long it was seen running.</source>
        <translation>Mindestens %1: Der Server sagt es nicht; so lange wurde er laufend gesehen.</translation>
    </message>
    <message>
        <source>The server no longer lists this task. It was last seen at %1.</source>
        <translation>Der Server führt diesen Task nicht mehr auf. Zuletzt gesehen wurde er am %1.</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>Has not noticed the cancel for %1.</source>
        <translation>Hat den Abbruch seit %1 nicht bemerkt.</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>&amp;Reset Columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Where the task stands. A cancel that was accepted shows here until the task has ended.</source>
        <translation>Wo der Task steht. Ein angenommener Abbruch steht hier, bis der Task beendet ist.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>The task&apos;s id, as the server&apos;s own API takes it.</source>
        <translation>Die ID des Tasks, wie die API des Servers sie erwartet.</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>What the task works on. Tasks of the whole server have none.</source>
        <translation>Woran der Task arbeitet. Tasks des ganzen Servers haben keinen.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>What the task does, in the server&apos;s word.</source>
        <translation>Was der Task tut, im Wort des Servers.</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Gewartet</translation>
    </message>
    <message>
        <source>From when the task was enqueued until it started; counts on while it waits. Sorting puts tasks that still wait above those that started.</source>
        <translation>Vom Einreihen des Tasks bis zu seinem Start; zählt weiter, solange er wartet. Beim Sortieren stehen noch wartende Tasks über den gestarteten.</translation>
    </message>
    <message>
        <source>Ran</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>How long the task ran; counts on while it runs. Sorting puts tasks that still run above those that ended.</source>
        <translation>Wie lange der Task lief; zählt weiter, solange er läuft. Beim Sortieren stehen noch laufende Tasks über den beendeten.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>How far a running task is, as the server says. It is not estimated.</source>
        <translation>Wie weit ein laufender Task ist, laut Server. Es wird nichts geschätzt.</translation>
    </message>
    <message>
        <source>Enqueued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>When the server accepted the task.</source>
        <translation>Wann der Server den Task angenommen hat.</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>When the task began to run.</source>
        <translation>Wann der Task zu laufen begann.</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>When the task ended.</source>
        <translation>Wann der Task endete.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Why the task failed, in the server&apos;s words.</source>
        <translation>Warum der Task fehlgeschlagen ist, in den Worten des Servers.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>The batch that the task ran in. The server can use the number of an interrupted batch again.</source>
        <translation>Der Batch, in dem der Task lief. Die Nummer eines unterbrochenen Batches kann der Server erneut vergeben.</translation>
    </message>
    <message>
        <source>Canceled by</source>
        <translation>Abgebrochen durch</translation>
    </message>
    <message>
        <source>The task that canceled this one.</source>
        <translation>Der Task, der diesen abgebrochen hat.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etikett</translation>
    </message>
    <message>
        <source>The text that the task&apos;s sender attached to it.</source>
        <translation>Der Text, den der Absender dem Task mitgegeben hat.</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>The machine that the task runs on.</source>
        <translation>Der Rechner, auf dem der Task läuft.</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Übergeordnet</translation>
    </message>
    <message>
        <source>The task that this one is a part of.</source>
        <translation>Der Task, von dem dieser ein Teil ist.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What the task does, in the server&apos;s words. Long ones are whole in the detail pane.</source>
        <translation>Was der Task tut, in den Worten des Servers. Lange Texte stehen im Detailbereich ganz.</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU-Zeit</translation>
    </message>
    <message>
        <source>Processor time that the task has used, as the server measured it.</source>
        <translation>Prozessorzeit, die der Task verbraucht hat, vom Server gemessen.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Memory that the task has allocated, as the server measured it.</source>
        <translation>Speicher, den der Task belegt hat, vom Server gemessen.</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>The subscription that the task works on.</source>
        <translation>Das Abonnement, an dem der Task arbeitet.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>The database that the task works on.</source>
        <translation>Die Datenbank, an der der Task arbeitet.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>--port wants a number from 0 to 65535, 0 for a free port.</source>
        <translation>--port verlangt eine Zahl von 0 bis 65535, 0 für einen freien Port.</translation>
    </message>
    <message>
        <source>--listen wants an IP address.</source>
        <translation>--listen verlangt eine IP-Adresse.</translation>
    </message>
    <message>
        <source>“%1” is no version of Meilisearch from 0.25 on.</source>
        <translation>„%1“ ist keine Version von Meilisearch ab 0.25.</translation>
    </message>
    <message>
        <source>--seed and --size want whole numbers.</source>
        <translation>--seed und --size verlangen ganze Zahlen.</translation>
    </message>
    <message>
        <source>--pace wants instant, demo or real.</source>
        <translation>--pace verlangt instant, demo oder real.</translation>
    </message>
    <message>
        <source>--tls-cert and --tls-key want two files in PEM form that can be read.</source>
        <translation>--tls-cert und --tls-key verlangen zwei lesbare Dateien im PEM-Format.</translation>
    </message>
    <message>
        <source>--tls-cert holds no certificate, or --tls-key no RSA or EC key, in PEM form.</source>
        <translation>--tls-cert enthält kein Zertifikat oder --tls-key keinen RSA- oder EC-Schlüssel im PEM-Format.</translation>
    </message>
    <message>
        <source>--data and --memory exclude each other.</source>
        <translation>--data und --memory schließen einander aus.</translation>
    </message>
    <message>
        <source>--strict and --lenient exclude each other.</source>
        <translation>--strict und --lenient schließen einander aus.</translation>
    </message>
    <message>
        <source>“%1” is not expected here: taskglass-queue takes options only.</source>
        <translation>„%1“ wird hier nicht erwartet: taskglass-queue nimmt nur Optionen an.</translation>
    </message>
    <message>
        <source>See taskglass-queue --help.</source>
        <translation>Siehe taskglass-queue --help.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>“%1” is no dialect: %2 or all.</source>
        <translation>„%1“ ist kein Dialekt: %2 oder all.</translation>
    </message>
    <message>
        <source>“%1” is no version that can be imitated: opensearch=1.0 to 3.8, or elasticsearch=6.4 to 8.x.</source>
        <translation>„%1“ ist keine Version, die nachgeahmt werden kann: opensearch=1.0 bis 3.8 oder elasticsearch=6.4 bis 8.x.</translation>
    </message>
    <message>
        <source>“%1” is no version of Redis Cloud&apos;s interface; 1 is.</source>
        <translation>„%1“ ist keine Version der Schnittstelle von Redis Cloud; 1 ist eine.</translation>
    </message>
    <message>
        <source>--api wants a server and its version: meilisearch=1.50, for instance.</source>
        <translation>--api verlangt einen Server und seine Version: zum Beispiel meilisearch=1.50.</translation>
    </message>
    <message>
        <source>--listen beyond this machine needs --key-file with a line for %1.</source>
        <translation>--listen über diesen Rechner hinaus verlangt --key-file mit einer Zeile für %1.</translation>
    </message>
    <message>
        <source>Usage: taskglass-queue [options]

A durable task queue that speaks the HTTP interfaces of Meilisearch, OpenSearch, Elasticsearch and Redis Cloud on
this machine: for demos, for tests, and for writing a client without a server. Documents are really stored,
imports and reindexes really run and really fail; an account&apos;s databases come into being, change and go.

Where
  --port N             port to listen on (7700); 0 picks a free one
  --listen ADDRESS     another address than 127.0.0.1; needs --key-file
  --tls-cert FILE --tls-key FILE   serve HTTPS with this certificate and key (PEM)
  --ready-file FILE    write the address here once connections are accepted

What is kept
  --data DIR           keep everything in this folder; accepted tasks survive even kill -9
  --memory             keep nothing when the program ends (default)
  --seed N --size N    begin with so many tasks of the past (1000), the same for the same seed; only when the
                       queue is empty; Redis Cloud has 5000 at most, OpenSearch none
  --feed               keep adding believable work: bursts, long imports, failures, cancels

How it behaves
  --dialect NAME       meilisearch, opensearch, redis-cloud, or all (default), told apart by path: OpenSearch is
                       at /_… and /INDEX/_…, Redis Cloud at /v1; may be repeated
  --api meilisearch=V  imitate that version, from 0.25 to 1.50 (default): shapes, routes, parameters, errors
  --api opensearch=V   imitate that version, from 1.0 to 3.8 (2.19), or elasticsearch=V from 6.4 to 8.x
  --strict, --lenient  refuse what the real server refuses (default), or ignore unknown parameters of lists
  --api redis-cloud=1  the only one there is
  --pace P             instant, demo (default: slow enough to watch and cancel), or real
  --key-file FILE      one key a line; without one everybody is let in:
                         meilisearch admin KEY                          the master key
                         meilisearch tasks.get,tasks.cancel KEY         these actions only
                         meilisearch tasks.* KEY movies,books           on these indexes only
                         opensearch USER PASSWORD                       everything
                         redis-cloud ACCOUNT-KEY SECRET-KEY             everything
                         redis-cloud ACCOUNT-KEY SECRET-KEY viewer      reading only
  --fault RULE         misbehave, may be repeated: delay=MS, rate=429:10%, reset=1%, truncate=1%,
                       malformed=1%, down=5s/60s (gone for 5 of every 60 seconds); for Redis Cloud quota=20
                       (a minute; 400 without), odd=late-tasks, json-401, text-error, new-status, new-command,
                       no-timestamp, object-links or empty-array

  --help, --version

Prints “listening on http://127.0.0.1:PORT” when it accepts connections. SIGTERM and Ctrl-C end it cleanly.
Exit status: 0 ended on request, 1 something went wrong and was said, 2 wrong usage.

Try:
  taskglass-queue --port 7700 --feed
  curl &apos;http://127.0.0.1:7700/tasks?statuses=failed&amp;limit=3&apos;
  curl &apos;http://127.0.0.1:7700/_tasks?detailed&amp;actions=*reindex&apos;
  curl -H &apos;x-api-key: a&apos; -H &apos;x-api-secret-key: s&apos; http://127.0.0.1:7700/v1/tasks
</source>
        <translation>Aufruf: taskglass-queue [Optionen]

Eine dauerhafte Task-Warteschlange, die auf diesem Rechner die HTTP-Schnittstellen von Meilisearch, OpenSearch,
Elasticsearch und Redis Cloud spricht: für Vorführungen, für Tests und um ohne Server einen Client zu schreiben.
Dokumente werden wirklich gespeichert, Importe und Reindexe laufen wirklich und schlagen wirklich fehl; die Datenbanken
eines Kontos entstehen, ändern sich und vergehen.

Wo
  --port N             Port, auf dem gelauscht wird (7700); 0 wählt einen freien
  --listen ADDRESS     eine andere Adresse als 127.0.0.1; braucht --key-file
  --tls-cert FILE --tls-key FILE   HTTPS mit diesem Zertifikat und Schlüssel anbieten (PEM)
  --ready-file FILE    die Adresse hierhin schreiben, sobald Verbindungen angenommen werden

Was aufbewahrt wird
  --data DIR           alles in diesem Ordner behalten; angenommene Tasks überstehen selbst kill -9
  --memory             nichts behalten, wenn das Programm endet (Vorgabe)
  --seed N --size N    mit so vielen vergangenen Tasks beginnen (1000), für denselben Startwert dieselben; nur wenn
                       die Warteschlange leer ist; Redis Cloud hat höchstens 5000
  --feed               ständig glaubhafte Arbeit hinzufügen: Schübe, lange Importe, Fehlschläge, Abbrüche

Wie es sich verhält
  --dialect NAME       meilisearch, opensearch, redis-cloud oder all (Vorgabe), unterschieden nach dem Pfad:
                       OpenSearch unter /_… und /INDEX/_…, Redis Cloud unter /v1; mehrfach möglich
  --api meilisearch=V  diese Version nachahmen, von 0.25 bis 1.50 (Vorgabe): Formen, Pfade, Parameter, Fehler
  --api opensearch=V   diese Version nachahmen, von 1.0 bis 3.8 (2.19), oder elasticsearch=V von 6.4 bis 8.x
  --strict, --lenient  verweigern, was der echte Server verweigert (Vorgabe), oder unbekannte Parameter von Listen
                       übergehen
  --api redis-cloud=1  die einzige, die es gibt
  --pace P             instant, demo (Vorgabe: langsam genug zum Zusehen und Abbrechen) oder real
  --key-file FILE      ein Schlüssel je Zeile; ohne Datei werden alle eingelassen:
                         meilisearch admin KEY                          der Hauptschlüssel
                         meilisearch tasks.get,tasks.cancel KEY         nur diese Aktionen
                         meilisearch tasks.* KEY movies,books           nur auf diesen Indizes
                         opensearch USER PASSWORD                       alles
                         redis-cloud ACCOUNT-KEY SECRET-KEY             alles
                         redis-cloud ACCOUNT-KEY SECRET-KEY viewer      nur lesen
  --fault RULE         Störungen, mehrfach möglich: delay=MS, rate=429:10%, reset=1%, truncate=1%,
                       malformed=1%, down=5s/60s (5 von je 60 Sekunden fort); für Redis Cloud quota=20
                       (je Minute; 400 ohne), odd=late-tasks, json-401, text-error, new-status, new-command,
                       no-timestamp, object-links oder empty-array

  --help, --version

Gibt „listening on http://127.0.0.1:PORT“ aus, sobald Verbindungen angenommen werden. SIGTERM und Strg-C beenden sauber.
Rückgabewert: 0 auf Wunsch beendet, 1 etwas ging schief und wurde gesagt, 2 falscher Aufruf.

Versuchen Sie:
  taskglass-queue --port 7700 --feed
  curl &apos;http://127.0.0.1:7700/tasks?statuses=failed&amp;limit=3&apos;
  curl &apos;http://127.0.0.1:7700/_tasks?detailed&amp;actions=*reindex&apos;
  curl -H &apos;x-api-key: a&apos; -H &apos;x-api-secret-key: s&apos; http://127.0.0.1:7700/v1/tasks
</translation>
    </message>
</context>
<context>
    <name>CommandWords</name>
    <message>
        <source>Keep Running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Keep Records</source>
        <translation>Einträge behalten</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>state, count</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name, count</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keiner)</translation>
    </message>
    <message>
        <source>Id %1</source>
        <translation>ID %1</translation>
    </message>
    <message>
        <source>Ids %1 … %2</source>
        <translation>IDs %1 … %2</translation>
    </message>
    <message>
        <source>enqueued %1 … %2</source>
        <translation>eingereiht %1 … %2</translation>
    </message>
    <message>
        <source>enqueued %1</source>
        <translation>eingereiht %1</translation>
    </message>
    <message>
        <source>Exactly these tasks; no others are touched.</source>
        <translation>Genau diese Tasks; keine anderen werden angetastet.</translation>
    </message>
    <message>
        <source>Tasks enqueued after %1 are not touched.</source>
        <translation>Nach %1 eingereihte Tasks werden nicht angetastet.</translation>
    </message>
    <message>
        <source>Requested, not confirmed yet</source>
        <translation>Angefordert, noch nicht bestätigt</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Record deleted</source>
        <translation>Eintrag gelöscht</translation>
    </message>
    <message>
        <source>Had already finished</source>
        <translation>War bereits beendet</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Verweigert: %1</translation>
    </message>
    <message>
        <source>Not confirmed by the server</source>
        <translation>Vom Server nicht bestätigt</translation>
    </message>
    <message>
        <source>sending…</source>
        <translation>wird gesendet…</translation>
    </message>
    <message>
        <source>the request failed</source>
        <translation>die Anfrage ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>the request failed; %1</source>
        <translation>die Anfrage ist fehlgeschlagen; %1</translation>
    </message>
    <message>
        <source>accepted, waiting for the server</source>
        <translation>angenommen, es wird auf den Server gewartet</translation>
    </message>
    <message>
        <source>nothing was left to do</source>
        <translation>es blieb nichts zu tun</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 server, %2 what happened</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln task(s) on %1?</source>
        <translation>
            <numerusform>%Ln Task auf %1 abbrechen?</numerusform>
            <numerusform>%Ln Tasks auf %1 abbrechen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete the records of %Ln task(s) on %1?</source>
        <translation>
            <numerusform>Eintrag von %Ln Task auf %1 löschen?</numerusform>
            <numerusform>Einträge von %Ln Tasks auf %1 löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln Task(s)</source>
        <comment>button</comment>
        <translation>
            <numerusform>%Ln Task abbrechen</numerusform>
            <numerusform>%Ln Tasks abbrechen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln Record(s)</source>
        <comment>button</comment>
        <translation>
            <numerusform>%Ln Eintrag löschen</numerusform>
            <numerusform>%Ln Einträge löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>list</comment>
        <translation>
            <numerusform>%1 und %Ln weiterer</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Speed changed</source>
        <translation>Tempo geändert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln canceled</source>
        <translation>
            <numerusform>%Ln abgebrochen</numerusform>
            <numerusform>%Ln abgebrochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) deleted</source>
        <translation>
            <numerusform>%Ln Eintrag gelöscht</numerusform>
            <numerusform>%Ln Einträge gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already finished</source>
        <translation>
            <numerusform>%Ln bereits beendet</numerusform>
            <numerusform>%Ln bereits beendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln verweigert</numerusform>
            <numerusform>%Ln verweigert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not confirmed</source>
        <translation>
            <numerusform>%Ln nicht bestätigt</numerusform>
            <numerusform>%Ln nicht bestätigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not confirmed yet</source>
        <translation>
            <numerusform>%Ln noch nicht bestätigt</numerusform>
            <numerusform>%Ln noch nicht bestätigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change the speed of %Ln task(s) on %1?</source>
        <translation>
            <numerusform>Tempo von %Ln Task auf %1 ändern?</numerusform>
            <numerusform>Tempo von %Ln Tasks auf %1 ändern?</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel Tasks</source>
        <translation>Tasks abbrechen</translation>
    </message>
    <message>
        <source>Delete Records</source>
        <translation>Einträge löschen</translation>
    </message>
    <message>
        <source>Change Speed</source>
        <translation>Tempo ändern</translation>
    </message>
    <message>
        <source>Cancel on %1?</source>
        <translation>Auf %1 abbrechen?</translation>
    </message>
    <message>
        <source>Delete on %1?</source>
        <translation>Auf %1 löschen?</translation>
    </message>
    <message>
        <source>Change the speed on %1?</source>
        <translation>Tempo auf %1 ändern?</translation>
    </message>
    <message>
        <source>From now on the work goes %1.</source>
        <translation>Von jetzt an geht die Arbeit %1.</translation>
    </message>
    <message numerus="yes">
        <source>Change Speed of %Ln Task(s)</source>
        <comment>button</comment>
        <translation>
            <numerusform>Tempo von %Ln Task ändern</numerusform>
            <numerusform>Tempo von %Ln Tasks ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep Speed</source>
        <translation>Tempo behalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed, now %1</source>
        <translation>
            <numerusform>%Ln geändert, jetzt %1</numerusform>
            <numerusform>%Ln geändert, jetzt %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>The proxy&apos;s address is not a http:// or socks5:// one.</source>
        <translation>Die Proxy-Adresse ist keine http://- oder socks5://-Adresse.</translation>
    </message>
    <message>
        <source>The file of certificate authorities holds no readable certificate.</source>
        <translation>Die Datei der Zertifizierungsstellen enthält kein lesbares Zertifikat.</translation>
    </message>
    <message>
        <source>The client certificate or its key cannot be read.</source>
        <translation>Das Client-Zertifikat oder sein Schlüssel lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The server refused the connection: nothing listens at this address, or a firewall is in the way.</source>
        <translation>Der Server hat die Verbindung abgelehnt: Unter dieser Adresse lauscht nichts, oder eine Firewall steht im Weg.</translation>
    </message>
    <message>
        <source>The server&apos;s name could not be found.</source>
        <translation>Der Name des Servers wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The server closed the connection without an answer that makes sense.</source>
        <translation>Der Server hat die Verbindung ohne verständliche Antwort geschlossen.</translation>
    </message>
    <message>
        <source>The connection broke before the server answered. The command was sent once and is not repeated: it may or may not have been carried out.</source>
        <translation>Die Verbindung brach ab, bevor der Server antwortete. Der Befehl wurde einmal gesendet und wird nicht wiederholt: Er wurde vielleicht ausgeführt, vielleicht nicht.</translation>
    </message>
    <message>
        <source>The server could not be reached in time.</source>
        <translation>Der Server war nicht rechtzeitig erreichbar.</translation>
    </message>
    <message>
        <source>No secure connection could be agreed on; perhaps the server does not speak TLS at this address, or wants a client certificate.</source>
        <translation>Es kam keine sichere Verbindung zustande; vielleicht spricht der Server unter dieser Adresse kein TLS, oder er verlangt ein Client-Zertifikat.</translation>
    </message>
    <message>
        <source>What answers at this address does not speak HTTP.</source>
        <translation>Was unter dieser Adresse antwortet, spricht kein HTTP.</translation>
    </message>
    <message>
        <source>The address must begin with http:// or https://.</source>
        <translation>Die Adresse muss mit http:// oder https:// beginnen.</translation>
    </message>
    <message>
        <source>The proxy did not let the request through.</source>
        <translation>Der Proxy hat die Anfrage nicht durchgelassen.</translation>
    </message>
    <message>
        <source>The network failed before the server answered.</source>
        <translation>Das Netzwerk fiel aus, bevor der Server antwortete.</translation>
    </message>
    <message>
        <source>The connection broke in the middle of an answer.</source>
        <translation>Die Verbindung brach mitten in einer Antwort ab.</translation>
    </message>
    <message>
        <source>The answer could not be unpacked.</source>
        <translation>Die Antwort ließ sich nicht entpacken.</translation>
    </message>
    <message>
        <source>The network failed in the middle of an answer.</source>
        <translation>Das Netzwerk fiel mitten in einer Antwort aus.</translation>
    </message>
    <message>
        <source>The answer was not complete after %1 s.</source>
        <translation>Die Antwort war nach %1 s nicht vollständig.</translation>
    </message>
    <message>
        <source>No answer within %1 s.</source>
        <translation>Keine Antwort innerhalb von %1 s.</translation>
    </message>
    <message>
        <source>The answer was longer than the %1 that are accepted and was given up.</source>
        <translation>Die Antwort war länger als die erlaubten %1 und wurde aufgegeben.</translation>
    </message>
    <message>
        <source>The server redirects to another address. That is never followed, so that the key goes nowhere else.</source>
        <translation>Der Server leitet auf eine andere Adresse um. Dem wird nie gefolgt, damit der Schlüssel nirgendwo anders hingelangt.</translation>
    </message>
    <message>
        <source>Issued to: %1</source>
        <translation>Ausgestellt für: %1</translation>
    </message>
    <message>
        <source>For the names: %1</source>
        <translation>Für die Namen: %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Issued by: itself (self-signed)</source>
        <translation>Ausgestellt von: sich selbst (selbstsigniert)</translation>
    </message>
    <message>
        <source>Issued by: %1</source>
        <translation>Ausgestellt von: %1</translation>
    </message>
    <message>
        <source>Valid from: %1</source>
        <translation>Gültig ab: %1</translation>
    </message>
    <message>
        <source>Valid until: %1</source>
        <translation>Gültig bis: %1</translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation>SHA-256: %1</translation>
    </message>
    <message>
        <source>its certificate is not trusted</source>
        <translation>seinem Zertifikat wird nicht vertraut</translation>
    </message>
    <message>
        <source>its certificate is for another name</source>
        <translation>sein Zertifikat gilt für einen anderen Namen</translation>
    </message>
    <message>
        <source>its certificate has expired</source>
        <translation>sein Zertifikat ist abgelaufen</translation>
    </message>
    <message>
        <source>it signed its certificate itself</source>
        <translation>es hat sein Zertifikat selbst signiert</translation>
    </message>
    <message>
        <source>The server&apos;s identity cannot be verified: %1.</source>
        <translation>Die Identität des Servers lässt sich nicht prüfen: %1.</translation>
    </message>
    <message>
        <source>The keys of this service are sent over https only: plain http is for servers on this machine.</source>
        <translation>Die Schlüssel dieses Dienstes werden nur über https gesendet: Einfaches http ist für Server auf diesem Rechner.</translation>
    </message>
    <message>
        <source>%1 is none of the service&apos;s own hosts, and the keys open the whole account: they were not sent. Edit the server if they are meant for it.</source>
        <translation>%1 gehört nicht zum Dienst, und die Schlüssel öffnen das ganze Konto: Sie wurden nicht gesendet. Bearbeiten Sie den Server, wenn sie für ihn bestimmt sind.</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Sample data</source>
        <translation>Beispieldaten</translation>
    </message>
</context>
<context>
    <name>Emptiness</name>
    <message>
        <source>No tasks to show until %1 answers.</source>
        <translation>Keine Tasks zu zeigen, bis %1 antwortet.</translation>
    </message>
    <message>
        <source>There are no tasks on %1.</source>
        <translation>Auf %1 gibt es keine Tasks.</translation>
    </message>
    <message>
        <source>Search the Server&apos;s Older Tasks</source>
        <translation>Ältere Tasks des Servers durchsuchen</translation>
    </message>
    <message>
        <source>No tasks are running or waiting on %1.</source>
        <translation>Auf %1 laufen oder warten keine Tasks.</translation>
    </message>
    <message>
        <source>No tasks are running on %1.</source>
        <translation>Auf %1 laufen keine Tasks.</translation>
    </message>
    <message>
        <source>%1 Last one finished %2.</source>
        <translation>%1 Der letzte endete %2.</translation>
    </message>
    <message>
        <source>Show Finished</source>
        <translation>Beendete zeigen</translation>
    </message>
    <message>
        <source>No task matches %1. One task is hidden.</source>
        <translation>Kein Task passt zu %1. Ein Task ist ausgeblendet.</translation>
    </message>
    <message>
        <source>No task matches %1. %2 tasks are hidden.</source>
        <translation>Kein Task passt zu %1. %2 Tasks sind ausgeblendet.</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>Filter löschen</translation>
    </message>
</context>
<context>
    <name>FilterParser</name>
    <message>
        <source>This parenthesis closes nothing.</source>
        <translation>Diese Klammer schließt nichts.</translation>
    </message>
    <message>
        <source>“OR” needs a condition on both sides.</source>
        <translation>„OR“ braucht auf beiden Seiten eine Bedingung.</translation>
    </message>
    <message>
        <source>“OR” needs a condition on both sides. Write it in quotes to search for the word.</source>
        <translation>„OR“ braucht auf beiden Seiten eine Bedingung. Setzen Sie es in Anführungszeichen, um nach dem Wort zu suchen.</translation>
    </message>
    <message>
        <source>“AND” needs a condition on both sides. Write it in quotes to search for the word.</source>
        <translation>„AND“ braucht auf beiden Seiten eine Bedingung. Setzen Sie es in Anführungszeichen, um nach dem Wort zu suchen.</translation>
    </message>
    <message>
        <source>This is nested too deeply.</source>
        <translation>Das ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>There is nothing between these parentheses.</source>
        <translation>Zwischen diesen Klammern steht nichts.</translation>
    </message>
    <message>
        <source>This parenthesis is never closed.</source>
        <translation>Diese Klammer wird nie geschlossen.</translation>
    </message>
    <message>
        <source>There is no field “%1”. There are %2. To search for this text, put it in quotes.</source>
        <translation>Es gibt kein Feld „%1“. Es gibt %2. Um nach diesem Text zu suchen, setzen Sie ihn in Anführungszeichen.</translation>
    </message>
    <message>
        <source>“%1” cannot be compared with &lt; or &gt;. Write “%1:value”.</source>
        <translation>„%1“ lässt sich nicht mit &lt; oder &gt; vergleichen. Schreiben Sie „%1:Wert“.</translation>
    </message>
    <message>
        <source>This quote is never closed.</source>
        <translation>Dieses Anführungszeichen wird nie geschlossen.</translation>
    </message>
    <message>
        <source>There is nothing between these quotes.</source>
        <translation>Zwischen diesen Anführungszeichen steht nichts.</translation>
    </message>
    <message>
        <source>A value is missing after “%1”.</source>
        <translation>Nach „%1“ fehlt ein Wert.</translation>
    </message>
    <message>
        <source>“%1” is not a number. Ids are compared by number.</source>
        <translation>„%1“ ist keine Zahl. IDs werden als Zahlen verglichen.</translation>
    </message>
    <message>
        <source>“%1” is neither an age such as 30s, 5m, 2h, 1d nor a time such as 2026-11-22T10:00.</source>
        <translation>„%1“ ist weder ein Alter wie 30s, 5m, 2h, 1d noch ein Zeitpunkt wie 2026-11-22T10:00.</translation>
    </message>
    <message>
        <source>“%1” is not a duration. Write a number with a unit, such as 500ms, 30s, 5m or 2h.</source>
        <translation>„%1“ ist keine Dauer. Schreiben Sie eine Zahl mit Einheit, etwa 500ms, 30s, 5m oder 2h.</translation>
    </message>
    <message>
        <source>A range goes from age to age or from time to time.</source>
        <translation>Ein Bereich geht von Alter zu Alter oder von Zeitpunkt zu Zeitpunkt.</translation>
    </message>
    <message>
        <source>Compare “%1” with &lt; or &gt;, or give a range: %2.</source>
        <translation>Vergleichen Sie „%1“ mit &lt; oder &gt;, oder geben Sie einen Bereich an: %2.</translation>
    </message>
    <message>
        <source>A range needs a beginning, an end, or both.</source>
        <translation>Ein Bereich braucht einen Anfang, ein Ende oder beides.</translation>
    </message>
    <message>
        <source>This range ends before it begins.</source>
        <translation>Dieser Bereich endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>A blank or a comma is missing here.</source>
        <translation>Hier fehlt ein Leerzeichen oder ein Komma.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 Sekunde</translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Cancel requested</source>
        <translation>Abbruch angefordert</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1 d %2</source>
        <extracomment>A duration of days and a clock, &quot;2 d 1:02:03&quot;</extracomment>
        <translation>%1 Tg. %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Two units of a duration, the larger first: &quot;3 minutes 4 seconds&quot;
----------
Date and time of day</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>less than a second</source>
        <translation>weniger als eine Sekunde</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>vor %1 Tg.</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <extracomment>Date, time of day, zone</extracomment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>%1&#xa0;%</source>
        <extracomment>A share of a hundred; the blank does not break</extracomment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ns</source>
        <translation>%1 ns</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Open this address from the server&apos;s answer in your browser?</source>
        <translation>Diese Adresse aus der Antwort des Servers in Ihrem Browser öffnen?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Copy Address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Stay Here</source>
        <translation>Hierbleiben</translation>
    </message>
    <message>
        <source>Open Address</source>
        <translation>Adresse öffnen</translation>
    </message>
</context>
<context>
    <name>LocalQueue</name>
    <message>
        <source>The keys cannot be stored: %1.</source>
        <translation>Die Schlüssel lassen sich nicht speichern: %1.</translation>
    </message>
    <message>
        <source>A Meilisearch line of a key file is “meilisearch admin KEY” or “meilisearch ACTION,ACTION KEY [INDEX,INDEX]”.</source>
        <translation>Eine Meilisearch-Zeile einer Schlüsseldatei lautet „meilisearch admin KEY“ oder „meilisearch ACTION,ACTION KEY [INDEX,INDEX]“.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written.</source>
        <translation>Der Ordner %1 lässt sich nicht beschreiben.</translation>
    </message>
    <message>
        <source>The folder %1 is in use by another queue.</source>
        <translation>Der Ordner %1 wird von einer anderen Warteschlange benutzt.</translation>
    </message>
    <message>
        <source>Port %1 cannot be opened: %2.</source>
        <translation>Port %1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>Line %1 of the key file: %2</source>
        <translation>Zeile %1 der Schlüsseldatei: %2</translation>
    </message>
    <message>
        <source>The key file %1 cannot be read: %2.</source>
        <translation>Die Schlüsseldatei %1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>OpenSearch wants a user without colon and a password.</source>
        <translation>OpenSearch verlangt einen Benutzer ohne Doppelpunkt und ein Passwort.</translation>
    </message>
    <message>
        <source>redis-cloud wants an account key and a secret key, and “viewer” behind them for keys that may only read.</source>
        <translation>redis-cloud verlangt einen Kontoschlüssel und einen geheimen Schlüssel, und „viewer“ dahinter für Schlüssel, die nur lesen dürfen.</translation>
    </message>
    <message>
        <source>“%1” is no fault: use delay=MS, rate=429:10%, reset=1%, truncate=1%, malformed=1%, down=5s/60s, quota=400 or odd= with one of %2.</source>
        <translation>„%1“ ist keine Störung: möglich sind delay=MS, rate=429:10%, reset=1%, truncate=1%, malformed=1%, down=5s/60s, quota=400 oder odd= mit einem von %2.</translation>
    </message>
    <message>
        <source>It begins with the name of no server.</source>
        <translation>Sie beginnt mit dem Namen keines Servers.</translation>
    </message>
    <message>
        <source>Listening beyond this machine needs keys: name a key file with a line for %1.</source>
        <translation>Über diesen Rechner hinaus zu lauschen verlangt Schlüssel: Nennen Sie eine Schlüsseldatei mit einer Zeile für %1.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>There is no display; the same tasks follow here until Ctrl-C.</source>
        <translation>Es gibt keinen Bildschirm; dieselben Tasks folgen hier bis Strg-C.</translation>
    </message>
</context>
<context>
    <name>Meilisearch</name>
    <message>
        <source>The key lacks the right %1.</source>
        <translation>Dem Schlüssel fehlt das Recht %1.</translation>
    </message>
    <message>
        <source>Meilisearch 0.25 to 0.27 cannot cancel tasks; that came with 0.30.</source>
        <translation>Meilisearch 0.25 bis 0.27 kann keine Tasks abbrechen; das kam mit 0.30.</translation>
    </message>
    <message>
        <source>Meilisearch 0.28 and 0.29 cannot cancel tasks; that came with 0.30.</source>
        <translation>Meilisearch 0.28 und 0.29 kann keine Tasks abbrechen; das kam mit 0.30.</translation>
    </message>
    <message>
        <source>Meilisearch 0.25 to 0.27 cannot delete tasks; that came with 0.30.</source>
        <translation>Meilisearch 0.25 bis 0.27 kann keine Tasks löschen; das kam mit 0.30.</translation>
    </message>
    <message>
        <source>Meilisearch 0.28 and 0.29 cannot delete tasks; that came with 0.30.</source>
        <translation>Meilisearch 0.28 und 0.29 kann keine Tasks löschen; das kam mit 0.30.</translation>
    </message>
    <message>
        <source>This Meilisearch does not tell about its batches; that came with 1.12.</source>
        <translation>Dieses Meilisearch berichtet nichts über seine Batches; das kam mit 1.12.</translation>
    </message>
    <message>
        <source>This Meilisearch does not tell how far a task is; that came with 1.12.</source>
        <translation>Dieses Meilisearch sagt nicht, wie weit ein Task ist; das kam mit 1.12.</translation>
    </message>
    <message>
        <source>Tasks of Meilisearch have no parents.</source>
        <translation>Tasks von Meilisearch haben keine übergeordneten Tasks.</translation>
    </message>
    <message>
        <source>This Meilisearch does not count its tasks; that came with 1.3.</source>
        <translation>Dieses Meilisearch zählt seine Tasks nicht; das kam mit 1.3.</translation>
    </message>
    <message>
        <source>Queued tasks will not start. If the batch that runs now has one of these tasks, that whole batch is stopped: its other tasks go back to the queue and start over. Documents that finished batches have written stay. The cancellation is a task of its own and may wait for the running batch.</source>
        <translation>Wartende Tasks werden nicht starten. Enthält der gerade laufende Batch einen dieser Tasks, so wird der ganze Batch angehalten: Seine anderen Tasks gehen zurück in die Warteschlange und beginnen von vorn. Dokumente, die beendete Batches geschrieben haben, bleiben. Der Abbruch ist selbst ein Task und wartet vielleicht auf den laufenden Batch.</translation>
    </message>
    <message>
        <source>The records of these finished tasks are removed from the server&apos;s history, for everybody and for ever. Indexes and documents are not touched. The deletion is a task of its own.</source>
        <translation>Die Einträge dieser beendeten Tasks werden aus dem Verlauf des Servers entfernt, für alle und für immer. Indizes und Dokumente werden nicht angetastet. Das Löschen ist selbst ein Task.</translation>
    </message>
    <message>
        <source>A command needs tasks or a filter: an empty filter would be all tasks.</source>
        <translation>Ein Befehl braucht Tasks oder einen Filter: Ein leerer Filter wären alle Tasks.</translation>
    </message>
    <message>
        <source>The command does not say which tasks it means; nothing was sent.</source>
        <translation>Der Befehl sagt nicht, welche Tasks er meint; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The filter matches no task that the command could change.</source>
        <translation>Der Filter passt zu keinem Task, den der Befehl ändern könnte.</translation>
    </message>
    <message>
        <source>A task of the command has no number; nothing was sent.</source>
        <translation>Ein Task des Befehls hat keine Nummer; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The server accepted the command, but its task failed.</source>
        <translation>Der Server hat den Befehl angenommen, aber dessen Task ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The server matched %1 tasks, more than the %2 that were shown: check which ones.</source>
        <translation>Der Server fand %1 passende Tasks, mehr als die %2 gezeigten: Prüfen Sie, welche.</translation>
    </message>
    <message>
        <source>%1 of the %2 tasks were deleted; the others were gone or not finished.</source>
        <translation>%1 der %2 Tasks wurden gelöscht; die anderen waren fort oder nicht beendet.</translation>
    </message>
    <message>
        <source>%1 of the %2 tasks were canceled; the others had ended or started to end before the server got to them.</source>
        <translation>%1 der %2 Tasks wurden abgebrochen; die anderen waren beendet oder begannen zu enden, bevor der Server sie erreichte.</translation>
    </message>
    <message>
        <source>This Meilisearch is older than 0.25 and has no tasks yet, only updates of single indexes. Taskglass needs 0.25 or newer.</source>
        <translation>Dieses Meilisearch ist älter als 0.25 und hat noch keine Tasks, nur Aktualisierungen einzelner Indizes. Taskglass braucht 0.25 oder neuer.</translation>
    </message>
    <message>
        <source>The server has compacted its task store and takes no new tasks until it is restarted.</source>
        <translation>Der Server hat seinen Task-Speicher komprimiert und nimmt bis zu einem Neustart keine neuen Tasks an.</translation>
    </message>
    <message>
        <source>1.12 or newer</source>
        <translation>1.12 oder neuer</translation>
    </message>
    <message>
        <source>1.3 to 1.11</source>
        <translation>1.3 bis 1.11</translation>
    </message>
    <message>
        <source>0.30 to 1.2</source>
        <translation>0.30 bis 1.2</translation>
    </message>
    <message>
        <source>0.25 to 0.27</source>
        <translation>0.25 bis 0.27</translation>
    </message>
    <message>
        <source>0.28 or 0.29</source>
        <translation>0.28 oder 0.29</translation>
    </message>
    <message>
        <source>This version is newer than the newest that Taskglass was tested with (1.50).</source>
        <translation>Diese Version ist neuer als die neueste, mit der Taskglass geprüft wurde (1.50).</translation>
    </message>
    <message>
        <source>The key may not read the version; it was found out from how the server answers.</source>
        <translation>Der Schlüssel darf die Version nicht lesen; sie wurde daran erkannt, wie der Server antwortet.</translation>
    </message>
    <message>
        <source>The server asks for a key. Add one to this connection.</source>
        <translation>Der Server verlangt einen Schlüssel. Fügen Sie dieser Verbindung einen hinzu.</translation>
    </message>
    <message>
        <source>The server refuses the key.</source>
        <translation>Der Server lehnt den Schlüssel ab.</translation>
    </message>
    <message>
        <source>The key may not read tasks: it is wrong, expired, or lacks the right %1.</source>
        <translation>Der Schlüssel darf keine Tasks lesen: Er ist falsch, abgelaufen oder hat das Recht %1 nicht.</translation>
    </message>
    <message>
        <source>The key is wrong or expired, or it lacks the right %1.</source>
        <translation>Der Schlüssel ist falsch oder abgelaufen, oder ihm fehlt das Recht %1.</translation>
    </message>
    <message>
        <source>The task does not exist any more, or this key may not see it.</source>
        <translation>Den Task gibt es nicht mehr, oder dieser Schlüssel darf ihn nicht sehen.</translation>
    </message>
    <message>
        <source>The batch does not exist any more.</source>
        <translation>Den Batch gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The index does not exist any more.</source>
        <translation>Den Index gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The server&apos;s disk or task store is full: it takes no new tasks until old ones are deleted.</source>
        <translation>Die Festplatte oder der Task-Speicher des Servers ist voll: Er nimmt keine neuen Tasks an, bis alte gelöscht werden.</translation>
    </message>
    <message>
        <source>The answer is not one of Meilisearch&apos;s (HTTP status %1).</source>
        <translation>Die Antwort ist keine von Meilisearch (HTTP-Status %1).</translation>
    </message>
    <message>
        <source>The server refuses a command without a filter.</source>
        <translation>Der Server verweigert einen Befehl ohne Filter.</translation>
    </message>
    <message>
        <source>This server knows no status called &quot;%1&quot;.</source>
        <translation>Dieser Server kennt keinen Status namens „%1“.</translation>
    </message>
    <message>
        <source>This server cannot be asked for tasks of type &quot;%1&quot;.</source>
        <translation>Dieser Server lässt sich nicht nach Tasks vom Typ „%1“ fragen.</translation>
    </message>
    <message>
        <source>The server cannot be asked for an index called &quot;%1&quot;: it knows exact names only.</source>
        <translation>Der Server lässt sich nicht nach einem Index namens „%1“ fragen: Er kennt nur genaue Namen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number that the server could look for.</source>
        <translation>„%1“ ist keine Zahl, nach der der Server suchen könnte.</translation>
    </message>
    <message>
        <source>The server can be asked for exact numbers, but not for all above or below one.</source>
        <translation>Der Server lässt sich nach genauen Zahlen fragen, aber nicht nach allen über oder unter einer.</translation>
    </message>
    <message>
        <source>The range of numbers is too long to be asked for.</source>
        <translation>Der Zahlenbereich ist zu lang, um danach zu fragen.</translation>
    </message>
    <message>
        <source>Batches can be asked for since Meilisearch 1.12.</source>
        <translation>Nach Batches lässt sich seit Meilisearch 1.12 fragen.</translation>
    </message>
    <message>
        <source>The server can be asked for times before or after a moment only.</source>
        <translation>Der Server lässt sich nur nach Zeiten vor oder nach einem Zeitpunkt fragen.</translation>
    </message>
    <message>
        <source>Meilisearch cannot be asked for &quot;%1&quot;: such a filter works on loaded tasks only.</source>
        <translation>Meilisearch lässt sich nicht nach „%1“ fragen: Ein solcher Filter wirkt nur auf geladene Tasks.</translation>
    </message>
    <message>
        <source>Filters that a command could use came with Meilisearch 0.30.</source>
        <translation>Filter, die ein Befehl verwenden könnte, kamen mit Meilisearch 0.30.</translation>
    </message>
    <message>
        <source>Meilisearch cannot be asked for alternatives or exclusions: such a filter works on loaded tasks only.</source>
        <translation>Meilisearch lässt sich nicht nach Alternativen oder Ausschlüssen fragen: Ein solcher Filter wirkt nur auf geladene Tasks.</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Es ist nichts ausgewählt.</translation>
    </message>
    <message>
        <source>A selected task has no number that this server would know.</source>
        <translation>Ein ausgewählter Task hat keine Nummer, die dieser Server kennen würde.</translation>
    </message>
    <message>
        <source>More than 100,000 tasks match: choose a narrower filter.</source>
        <translation>Mehr als 100.000 Tasks passen: Wählen Sie einen engeren Filter.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them finished meanwhile.</source>
        <translation>
            <numerusform>%n davon wurde inzwischen beendet.</numerusform>
            <numerusform>%n davon wurden inzwischen beendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are not finished and stay.</source>
        <translation>
            <numerusform>%n davon ist nicht beendet und bleibt.</numerusform>
            <numerusform>%n davon sind nicht beendet und bleiben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them do not exist any more.</source>
        <translation>
            <numerusform>%n davon gibt es nicht mehr.</numerusform>
            <numerusform>%n davon gibt es nicht mehr.</numerusform>
        </translation>
    </message>
    <message>
        <source>More tasks match than this key may see.</source>
        <translation>Es passen mehr Tasks, als dieser Schlüssel sehen darf.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation>&amp;Tasks</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>How often the server is asked</source>
        <translation>Wie oft der Server gefragt wird</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected tasks</source>
        <translation>Die ausgewählten Tasks kopieren</translation>
    </message>
    <message>
        <source>Detail Ta&amp;b</source>
        <translation>Detail-Re&amp;iter</translation>
    </message>
    <message>
        <source>&amp;Go to View</source>
        <translation>G&amp;ehe zu Sicht</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>%1 (%2)</source>
        <comment>node, host</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>node, reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… und %Ln weiterer</numerusform>
            <numerusform>… und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln node(s) did not answer. Their tasks stand dimmed, as they were last seen.</source>
        <translation>
            <numerusform>%1 von %Ln Knoten hat nicht geantwortet. Seine Tasks stehen abgedunkelt, wie sie zuletzt gesehen wurden.</numerusform>
            <numerusform>%1 von %Ln Knoten haben nicht geantwortet. Ihre Tasks stehen abgedunkelt, wie sie zuletzt gesehen wurden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Internal tasks are shown, too.</source>
        <translation>Auch interne Tasks werden gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln internal task(s) hidden.</source>
        <translation>
            <numerusform>%Ln interner Task ausgeblendet.</numerusform>
            <numerusform>%Ln interne Tasks ausgeblendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read-only queries are shown, too.</source>
        <translation>Auch reine Abfragen werden gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln read-only query(ies) hidden.</source>
        <translation>
            <numerusform>%Ln reine Abfrage ausgeblendet.</numerusform>
            <numerusform>%Ln reine Abfragen ausgeblendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenSearch</name>
    <message numerus="yes">
        <source>%n task(s) that had just started matched the filter, too, and were asked to stop with the others: check which ones.</source>
        <translation>
            <numerusform>%n eben gestarteter Task passte auch zum Filter und wurde mit den anderen gebeten anzuhalten: Prüfen Sie, welcher.</numerusform>
            <numerusform>%n eben gestartete Tasks passten auch zum Filter und wurden mit den anderen gebeten anzuhalten: Prüfen Sie, welche.</numerusform>
        </translation>
    </message>
    <message>
        <source>This task cannot be canceled: the server does not offer it.</source>
        <translation>Dieser Task kann nicht abgebrochen werden: Der Server bietet es nicht an.</translation>
    </message>
    <message>
        <source>Its node is no longer part of the cluster.</source>
        <translation>Sein Knoten gehört nicht mehr zum Cluster.</translation>
    </message>
    <message>
        <source>The answer is not one of OpenSearch&apos;s or Elasticsearch&apos;s.</source>
        <translation>Die Antwort ist keine von OpenSearch oder Elasticsearch.</translation>
    </message>
    <message>
        <source>The user may not ask which server this is, so its version is not known.</source>
        <translation>Der Benutzer darf nicht fragen, welcher Server dies ist; darum ist die Version nicht bekannt.</translation>
    </message>
    <message>
        <source>This Elasticsearch is older than 5.0, which tells too little about its tasks. Taskglass needs 5.0 or newer.</source>
        <translation>Dieses Elasticsearch ist älter als 5.0 und sagt zu wenig über seine Tasks. Taskglass braucht 5.0 oder neuer.</translation>
    </message>
    <message>
        <source>This OpenSearch pretends to be Elasticsearch 7.10.2 (compatibility.override_main_response_version).</source>
        <translation>Dieses OpenSearch gibt sich als Elasticsearch 7.10.2 aus (compatibility.override_main_response_version).</translation>
    </message>
    <message>
        <source>This version is newer than the newest that Taskglass was tested with (%1.%2).</source>
        <translation>Diese Version ist neuer als die neueste, mit der Taskglass getestet wurde (%1.%2).</translation>
    </message>
    <message>
        <source>A server that Taskglass does not know, which answers as OpenSearch does.</source>
        <translation>Ein Server, den Taskglass nicht kennt und der wie OpenSearch antwortet.</translation>
    </message>
    <message>
        <source>The user or key lacks the right %1.</source>
        <translation>Dem Benutzer oder Schlüssel fehlt das Recht %1.</translation>
    </message>
    <message>
        <source>The user or key may not do this.</source>
        <translation>Der Benutzer oder Schlüssel darf das nicht.</translation>
    </message>
    <message>
        <source>The server asks for a user and password or a key. Add them to this connection.</source>
        <translation>Der Server verlangt Benutzer und Passwort oder einen Schlüssel. Ergänzen Sie sie bei dieser Verbindung.</translation>
    </message>
    <message>
        <source>The server refuses the user and password or the key.</source>
        <translation>Der Server weist Benutzer und Passwort oder den Schlüssel zurück.</translation>
    </message>
    <message>
        <source>The cluster has no elected manager at the moment.</source>
        <translation>Der Cluster hat im Moment keinen gewählten Manager.</translation>
    </message>
    <message>
        <source>The task still runs.</source>
        <translation>Der Task läuft noch.</translation>
    </message>
    <message>
        <source>The task does not run any more, and the server kept no result of it.</source>
        <translation>Der Task läuft nicht mehr, und der Server hat kein Ergebnis aufbewahrt.</translation>
    </message>
    <message>
        <source>The cluster is short of memory or threads and asks for fewer requests.</source>
        <translation>Dem Cluster fehlen Speicher oder Threads; er bittet um weniger Anfragen.</translation>
    </message>
    <message>
        <source>The answer is not one of OpenSearch&apos;s or Elasticsearch&apos;s (HTTP status %1).</source>
        <translation>Die Antwort ist keine von OpenSearch oder Elasticsearch (HTTP-Status %1).</translation>
    </message>
    <message>
        <source>The server does not allow this to the user or key.</source>
        <translation>Der Server erlaubt dies dem Benutzer oder Schlüssel nicht.</translation>
    </message>
    <message>
        <source>OpenSearch and Elasticsearch list only what runs: there is nothing to delete.</source>
        <translation>OpenSearch und Elasticsearch führen nur auf, was läuft: Es gibt nichts zu löschen.</translation>
    </message>
    <message>
        <source>Tasks of OpenSearch and Elasticsearch form no batches.</source>
        <translation>Tasks von OpenSearch und Elasticsearch bilden keine Batches.</translation>
    </message>
    <message>
        <source>OpenSearch and Elasticsearch do not count tasks: they list all that run.</source>
        <translation>OpenSearch und Elasticsearch zählen Tasks nicht: Sie führen alle auf, die laufen.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>The tasks are asked to stop, and with them everything that they started on other nodes. They stop at the next point where they look: a copy or an update after its present batch, a search often some seconds later. What they have written stays. Tasks of other users are canceled just the same.</source>
        <translation>Die Tasks werden gebeten anzuhalten, und mit ihnen alles, was sie auf anderen Knoten gestartet haben. Sie halten, wenn sie das nächste Mal nachsehen: eine Kopie oder Änderung nach dem laufenden Batch, eine Suche oft einige Sekunden später. Was sie geschrieben haben, bleibt. Tasks anderer Benutzer werden ebenso abgebrochen.</translation>
    </message>
    <message>
        <source>The cluster lists only what runs, and kept no result of this task: it ended some time after it was last seen, nobody can say how.</source>
        <translation>Der Cluster führt nur auf, was läuft, und hat zu diesem Task kein Ergebnis: Er endete, nachdem er zuletzt gesehen wurde; wie, kann niemand sagen.</translation>
    </message>
    <message>
        <source>The cluster lists only what runs. What ended while nobody watched is not shown.</source>
        <translation>Der Cluster führt nur auf, was läuft. Was endete, während niemand zusah, wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>The node is no longer part of the cluster.</source>
        <translation>Der Knoten gehört nicht mehr zum Cluster.</translation>
    </message>
    <message>
        <source>A command needs tasks or a filter: an empty filter would be all tasks.</source>
        <translation>Ein Befehl braucht Tasks oder einen Filter: Ein leerer Filter wären alle Tasks.</translation>
    </message>
    <message>
        <source>The searches of this task timed out, so that not all documents were reached.</source>
        <translation>Die Suchen dieses Tasks haben ihre Zeit überschritten, sodass nicht alle Dokumente erreicht wurden.</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Es ist nichts ausgewählt.</translation>
    </message>
    <message>
        <source>The speed must be above 0 documents a second, or without limit.</source>
        <translation>Das Tempo muss über 0 Dokumenten je Sekunde liegen oder unbegrenzt sein.</translation>
    </message>
    <message>
        <source>The tasks go on at the new speed: at once when it is higher, after the present batch when it is lower. A task with slices shares it among them.</source>
        <translation>Die Tasks laufen mit dem neuen Tempo weiter: sofort, wenn es höher ist, nach dem laufenden Batch, wenn es niedriger ist. Ein Task mit Slices teilt es unter ihnen auf.</translation>
    </message>
    <message>
        <source>Not all nodes answered: tasks of the others are left out.</source>
        <translation>Nicht alle Knoten haben geantwortet: Tasks der anderen fehlen.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them ended meanwhile.</source>
        <translation>
            <numerusform>%n davon ist inzwischen beendet.</numerusform>
            <numerusform>%n davon sind inzwischen beendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them cannot be canceled: the server does not offer it.</source>
        <translation>
            <numerusform>%n davon kann nicht abgebrochen werden: Der Server bietet es nicht an.</numerusform>
            <numerusform>%n davon können nicht abgebrochen werden: Der Server bietet es nicht an.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them have no speed that could be changed.</source>
        <translation>
            <numerusform>%n davon hat kein Tempo, das sich ändern ließe.</numerusform>
            <numerusform>%n davon haben kein Tempo, das sich ändern ließe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) that these have started stop with them.</source>
        <translation>
            <numerusform>%n Task, den diese gestartet haben, hält mit ihnen an.</numerusform>
            <numerusform>%n Tasks, die diese gestartet haben, halten mit ihnen an.</numerusform>
        </translation>
    </message>
    <message>
        <source>The command does not say which tasks it means; nothing was sent.</source>
        <translation>Der Befehl sagt nicht, welche Tasks er meint; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>This task has no speed that could be changed.</source>
        <translation>Dieser Task hat kein Tempo, das sich ändern ließe.</translation>
    </message>
    <message>
        <source>This server does not list its tasks: perhaps it is a hosted one that keeps them to itself.</source>
        <translation>Dieser Server führt seine Tasks nicht auf: Vielleicht ist es ein gehosteter, der sie für sich behält.</translation>
    </message>
    <message>
        <source>The list of tasks costs the cluster much: it is asked less often.</source>
        <translation>Die Taskliste kostet den Cluster viel: Er wird seltener gefragt.</translation>
    </message>
</context>
<context>
    <name>PollPlan</name>
    <message>
        <source>Nothing runs or waits, so the server is asked less often.</source>
        <translation>Nichts läuft oder wartet, daher wird der Server seltener gefragt.</translation>
    </message>
    <message>
        <source>The window is hidden, so the server is asked less often.</source>
        <translation>Das Fenster ist verdeckt, daher wird der Server seltener gefragt.</translation>
    </message>
    <message>
        <source>The server asked for fewer requests, so it is asked less often.</source>
        <translation>Der Server bat um weniger Anfragen, daher wird er seltener gefragt.</translation>
    </message>
</context>
<context>
    <name>Protocol</name>
    <message>
        <source>A web page came back instead of tasks: a proxy, a login page or another program answers here.</source>
        <translation>Statt Tasks kam eine Webseite zurück: Hier antwortet ein Proxy, eine Anmeldeseite oder ein anderes Programm.</translation>
    </message>
    <message>
        <source>The answer is not JSON but &quot;%1&quot;.</source>
        <translation>Die Antwort ist nicht JSON, sondern „%1“.</translation>
    </message>
    <message>
        <source>The server&apos;s answer ends too early.</source>
        <translation>Die Antwort des Servers endet zu früh.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is not valid JSON.</source>
        <translation>Die Antwort des Servers ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>The server&apos;s answer cannot be understood at %1.</source>
        <translation>Die Antwort des Servers ist bei %1 nicht zu verstehen.</translation>
    </message>
    <message>
        <source>The server gave up waiting for our request.</source>
        <translation>Der Server hat das Warten auf unsere Anfrage aufgegeben.</translation>
    </message>
    <message>
        <source>A proxy answers, but the server behind it does not.</source>
        <translation>Ein Proxy antwortet, der Server dahinter aber nicht.</translation>
    </message>
    <message>
        <source>The server is not available at the moment.</source>
        <translation>Der Server ist im Moment nicht verfügbar.</translation>
    </message>
    <message>
        <source>The server has a problem of its own (HTTP status %1).</source>
        <translation>Der Server hat ein eigenes Problem (HTTP-Status %1).</translation>
    </message>
    <message>
        <source>This address has no such page: perhaps another program answers here, or the path prefix is wrong.</source>
        <translation>Unter dieser Adresse gibt es so eine Seite nicht: Vielleicht antwortet hier ein anderes Programm, oder das Pfadpräfix ist falsch.</translation>
    </message>
    <message>
        <source>The server says that this collides with something else that is going on.</source>
        <translation>Der Server sagt, dass dies mit etwas anderem zusammenstößt, das gerade geschieht.</translation>
    </message>
    <message>
        <source>The server, or a proxy before it, refuses the request as too large.</source>
        <translation>Der Server oder ein Proxy davor weist die Anfrage als zu groß zurück.</translation>
    </message>
    <message>
        <source>The server asks for fewer requests.</source>
        <translation>Der Server bittet um weniger Anfragen.</translation>
    </message>
    <message>
        <source>The server wants to send us to another address, which is not followed.</source>
        <translation>Der Server will an eine andere Adresse verweisen; dem wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>The server does not understand the request (HTTP status %1).</source>
        <translation>Der Server versteht die Anfrage nicht (HTTP-Status %1).</translation>
    </message>
    <message>
        <source>The server does not accept the request.</source>
        <translation>Der Server nimmt die Anfrage nicht an.</translation>
    </message>
    <message>
        <source>The request failed (HTTP status %1).</source>
        <translation>Die Anfrage ist fehlgeschlagen (HTTP-Status %1).</translation>
    </message>
</context>
<context>
    <name>RedisCloud</name>
    <message>
        <source>There is no Redis Cloud API at this address: it is usually https://api.redislabs.com/v1.</source>
        <translation>Unter dieser Adresse gibt es keine Redis-Cloud-API: Gewöhnlich ist sie https://api.redislabs.com/v1.</translation>
    </message>
    <message>
        <source>Account: %1.</source>
        <translation>Konto: %1.</translation>
    </message>
    <message>
        <source>Account: %1, user key: %2.</source>
        <translation>Konto: %1, Benutzerschlüssel: %2.</translation>
    </message>
    <message>
        <source>Account: %1, user key: %2, seen from the address %3.</source>
        <translation>Konto: %1, Benutzerschlüssel: %2, gesehen von der Adresse %3.</translation>
    </message>
    <message>
        <source>Redis Cloud does not know this task: its ID is wrong, it belongs to another account, or it is older than 10 days.</source>
        <translation>Redis Cloud kennt diesen Task nicht: Die ID ist falsch, er gehört zu einem anderen Konto, oder er ist älter als 10 Tage.</translation>
    </message>
    <message>
        <source>What the link leads to does not exist (any more).</source>
        <translation>Wohin der Verweis führt, gibt es nicht (mehr).</translation>
    </message>
    <message>
        <source>The keys were accepted, access was refused: the user key may be limited to certain IP addresses, or its role may not allow this.</source>
        <translation>Die Schlüssel wurden angenommen, der Zugriff verweigert: Der Benutzerschlüssel ist vielleicht auf bestimmte IP-Adressen beschränkt, oder seine Rolle erlaubt dies nicht.</translation>
    </message>
    <message>
        <source>Redis Cloud rejected the keys. Check the account key and the user key, that both are of the same account, and that its API is enabled.</source>
        <translation>Redis Cloud hat die Schlüssel zurückgewiesen. Prüfen Sie Konto- und Benutzerschlüssel, dass beide zum selben Konto gehören und dass dessen API eingeschaltet ist.</translation>
    </message>
    <message>
        <source>This function is switched off for the account.</source>
        <translation>Diese Funktion ist für das Konto abgeschaltet.</translation>
    </message>
    <message>
        <source>The request limit of the account is reached. All its programs share it.</source>
        <translation>Die Anfragegrenze des Kontos ist erreicht. Alle seine Programme teilen sie sich.</translation>
    </message>
    <message>
        <source>Redis Cloud gave up waiting for our request.</source>
        <translation>Redis Cloud hat das Warten auf unsere Anfrage aufgegeben.</translation>
    </message>
    <message>
        <source>A proxy answers, but Redis Cloud behind it does not.</source>
        <translation>Ein Proxy antwortet, Redis Cloud dahinter aber nicht.</translation>
    </message>
    <message>
        <source>Redis Cloud is not available at the moment.</source>
        <translation>Redis Cloud ist im Moment nicht verfügbar.</translation>
    </message>
    <message>
        <source>Redis Cloud has a problem of its own (HTTP status %1).</source>
        <translation>Redis Cloud hat ein eigenes Problem (HTTP-Status %1).</translation>
    </message>
    <message>
        <source>Redis Cloud wants to send us to another address, which is not followed.</source>
        <translation>Redis Cloud will an eine andere Adresse verweisen; dem wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>Redis Cloud does not accept the request (HTTP status %1).</source>
        <translation>Redis Cloud nimmt die Anfrage nicht an (HTTP-Status %1).</translation>
    </message>
    <message>
        <source>Unexpected answer from the server: HTTP status %1 and an empty body.</source>
        <translation>Unerwartete Antwort des Servers: HTTP-Status %1 und kein Inhalt.</translation>
    </message>
    <message>
        <source>Unexpected answer from the server: HTTP status %1 and a web page of %2. A proxy, a login page or another program answers here.</source>
        <translation>Unerwartete Antwort des Servers: HTTP-Status %1 und eine Webseite von %2. Hier antwortet ein Proxy, eine Anmeldeseite oder ein anderes Programm.</translation>
    </message>
    <message>
        <source>Unexpected answer from the server: HTTP status %1 and %2 that are no list of tasks.</source>
        <translation>Unerwartete Antwort des Servers: HTTP-Status %1 und %2, die keine Taskliste sind.</translation>
    </message>
    <message>
        <source>Redis Cloud cannot filter tasks: all that it lists is here already.</source>
        <translation>Redis Cloud kann Tasks nicht filtern: Alles, was es aufführt, ist schon da.</translation>
    </message>
    <message>
        <source>Redis Cloud cannot cancel a task. Undo it with the opposite operation, for example delete what was created.</source>
        <translation>Redis Cloud kann einen Task nicht abbrechen. Machen Sie ihn mit dem Gegenstück rückgängig; löschen Sie zum Beispiel, was angelegt wurde.</translation>
    </message>
    <message>
        <source>Redis Cloud removes tasks itself, 10 days after they were submitted.</source>
        <translation>Redis Cloud entfernt Tasks selbst, 10 Tage nachdem sie eingereicht wurden.</translation>
    </message>
    <message>
        <source>Redis Cloud works on one task at a time; there are no batches.</source>
        <translation>Redis Cloud arbeitet an einem Task nach dem anderen; es gibt keine Batches.</translation>
    </message>
    <message>
        <source>Redis Cloud does not report progress.</source>
        <translation>Redis Cloud meldet keinen Fortschritt.</translation>
    </message>
    <message>
        <source>Tasks of Redis Cloud have no parents.</source>
        <translation>Tasks von Redis Cloud haben keine übergeordneten.</translation>
    </message>
    <message>
        <source>Redis Cloud does not count its tasks; it lists all of them at once.</source>
        <translation>Redis Cloud zählt seine Tasks nicht; es führt alle auf einmal auf.</translation>
    </message>
    <message>
        <source>Redis Cloud has no tasks whose speed could be changed.</source>
        <translation>Redis Cloud hat keine Tasks, deren Tempo sich ändern ließe.</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>No longer listed by the service, which keeps tasks for 10 days.</source>
        <translation>Vom Dienst nicht mehr aufgeführt; er bewahrt Tasks 10 Tage auf.</translation>
    </message>
    <message>
        <source>Redis Cloud keeps tasks for 10 days. Older rows come from this computer.</source>
        <translation>Redis Cloud bewahrt Tasks 10 Tage auf. Ältere Zeilen stammen von diesem Rechner.</translation>
    </message>
    <message>
        <source>The account&apos;s request limit is nearly used up, so nothing is asked until the minute is over.</source>
        <translation>Die Anfragegrenze des Kontos ist fast erschöpft; darum wird nichts gefragt, bis die Minute um ist.</translation>
    </message>
    <message>
        <source>Less than a quarter of the account&apos;s request limit is left, so Redis Cloud is asked less often.</source>
        <translation>Von der Anfragegrenze des Kontos ist weniger als ein Viertel übrig; darum wird Redis Cloud seltener gefragt.</translation>
    </message>
    <message>
        <source>All programs of the account share its request limit, so Redis Cloud is asked every 5 seconds at most.</source>
        <translation>Alle Programme des Kontos teilen sich die Anfragegrenze; darum wird Redis Cloud höchstens alle 5 Sekunden gefragt.</translation>
    </message>
    <message>
        <source>Only tasks with an unknown status are open, so Redis Cloud is asked every 15 seconds.</source>
        <translation>Nur Tasks mit unbekanntem Status sind offen; darum wird Redis Cloud alle 15 Sekunden gefragt.</translation>
    </message>
    <message>
        <source>No task is under way, so Redis Cloud is asked once a minute.</source>
        <translation>Kein Task ist unterwegs; darum wird Redis Cloud einmal je Minute gefragt.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>There is no secret in %1.</source>
        <translation>In %1 steht kein Geheimnis.</translation>
    </message>
    <message>
        <source>The secret in %1 must be one line of text.</source>
        <translation>Das Geheimnis in %1 muss aus einer Zeile Text bestehen.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>The standard input cannot be read.</source>
        <translation>Die Standardeingabe lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>the standard input</source>
        <translation>der Standardeingabe</translation>
    </message>
    <message>
        <source>The settings cannot be saved to %1: %2</source>
        <translation>Die Einstellungen lassen sich nicht in %1 speichern: %2</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be read: %2</source>
        <translation>Die Einstellungen in %1 lassen sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>The settings were written by a newer version; changes are not saved.</source>
        <translation>Die Einstellungen stammen von einer neueren Version; Änderungen werden nicht gespeichert.</translation>
    </message>
    <message>
        <source>%1 It was moved to %2, and the defaults are used.</source>
        <translation>%1 Sie wurde nach %2 verschoben, und die Vorgaben werden verwendet.</translation>
    </message>
    <message>
        <source>%1 It cannot be moved aside, and the defaults are used.</source>
        <translation>%1 Sie lässt sich nicht beiseitelegen, und die Vorgaben werden verwendet.</translation>
    </message>
    <message>
        <source>the folder cannot be created.</source>
        <translation>der Ordner lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>the folder is read-only or in use by another program.</source>
        <translation>der Ordner ist schreibgeschützt oder wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>a newer version wrote them.</source>
        <translation>sie stammen von einer neueren Version.</translation>
    </message>
    <message>
        <source>The setting “%1” must be a number from %2 to %3; %4 is used.</source>
        <translation>Die Einstellung „%1“ muss eine Zahl von %2 bis %3 sein; %4 wird verwendet.</translation>
    </message>
    <message>
        <source>Two saved servers are named “%1”; the second is left out.</source>
        <translation>Zwei gespeicherte Server heißen „%1“; der zweite wird ausgelassen.</translation>
    </message>
    <message>
        <source>“%1” is not the address of a server; one looks like http://localhost:7700.</source>
        <translation>„%1“ ist keine Serveradresse; eine sieht aus wie http://localhost:7700.</translation>
    </message>
    <message>
        <source>A saved server needs a name.</source>
        <translation>Ein gespeicherter Server braucht einen Namen.</translation>
    </message>
    <message>
        <source>The settings file is damaged (%1 at byte %2).</source>
        <translation>Die Einstellungsdatei ist beschädigt (%1 bei Byte %2).</translation>
    </message>
    <message>
        <source>The settings file is not one of this program.</source>
        <translation>Die Einstellungsdatei gehört nicht zu diesem Programm.</translation>
    </message>
</context>
<context>
    <name>Situation</name>
    <message>
        <source>Trying again now…</source>
        <translation>Neuer Versuch läuft…</translation>
    </message>
    <message>
        <source>Next try in %1.</source>
        <translation>Nächster Versuch in %1.</translation>
    </message>
    <message>
        <source>%1 has not answered yet. %2</source>
        <translation>%1 hat noch nicht geantwortet. %2</translation>
    </message>
    <message>
        <source>No answer from %1 for %2. %3</source>
        <translation>Keine Antwort von %1 seit %2. %3</translation>
    </message>
    <message>
        <source>The key may not read tasks on %1: it is wrong, expired, or lacks the right “tasks.get”. Updates have stopped.</source>
        <translation>Der Schlüssel darf keine Tasks auf %1 lesen: Er ist falsch, abgelaufen oder hat das Recht „tasks.get“ nicht. Die Aktualisierung wurde eingestellt.</translation>
    </message>
    <message>
        <source>%1 does not accept the key. Updates have stopped.</source>
        <translation>%1 nimmt den Schlüssel nicht an. Die Aktualisierung wurde eingestellt.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted, so nothing was sent. Compare the fingerprint with the server&apos;s own before trusting it.</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut, daher wurde nichts gesendet. Vergleichen Sie den Fingerabdruck mit dem des Servers, bevor Sie ihm vertrauen.</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>%1 cannot be watched. %2</source>
        <translation>%1 lässt sich nicht beobachten. %2</translation>
    </message>
    <message>
        <source>Not connected to %1.</source>
        <translation>Nicht mit %1 verbunden.</translation>
    </message>
    <message>
        <source>Connecting to %1… %2</source>
        <translation>Verbindung zu %1 wird aufgebaut… %2</translation>
    </message>
    <message>
        <source>Updates are paused; nothing is sent to %1.</source>
        <translation>Die Aktualisierung pausiert; an %1 wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Updates are paused; nothing is sent to %1. What you see is %2 old.</source>
        <translation>Die Aktualisierung pausiert; an %1 wird nichts gesendet. Was Sie sehen, ist %2 alt.</translation>
    </message>
    <message>
        <source>Showing the newest %1 of %2; counts are from the server.</source>
        <translation>Die neuesten %1 von %2 werden gezeigt; die Zahlen stammen vom Server.</translation>
    </message>
    <message>
        <source>Showing the newest %1; the server has more.</source>
        <translation>Die neuesten %1 werden gezeigt; der Server hat mehr.</translation>
    </message>
    <message>
        <source>Loading older tasks: %1 of %2 (%3 %).</source>
        <translation>Ältere Tasks werden geladen: %1 von %2 (%3 %).</translation>
    </message>
    <message>
        <source>Loading older tasks: %1 so far.</source>
        <translation>Ältere Tasks werden geladen: bisher %1.</translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 ahead; ages are corrected for it.</source>
        <translation>Die Uhr des Servers geht %1 vor; Altersangaben sind darum berichtigt.</translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 behind; ages are corrected for it.</source>
        <translation>Die Uhr des Servers geht %1 nach; Altersangaben sind darum berichtigt.</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>wird verbunden…</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>asked to slow down</source>
        <translation>zu Langsamkeit gebeten</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine Antwort in der Zeit</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>Zertifikat nicht vertraut</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 Tg. %2 h</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>About %1 left.</source>
        <comment>duration</comment>
        <translation>Noch etwa %1.</translation>
    </message>
</context>
<context>
    <name>TaskFacts</name>
    <message>
        <source>%1, %2</source>
        <comment>time, age</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Seen running since %1; the server now says that it never started.</source>
        <translation>Laufend gesehen seit %1; der Server sagt jetzt, er sei nie gestartet.</translation>
    </message>
    <message>
        <source>Seen running since %1; the server now says %2.</source>
        <translation>Laufend gesehen seit %1; der Server sagt jetzt %2.</translation>
    </message>
    <message>
        <source>Cancel requested %1 ago; the server has not confirmed it yet</source>
        <translation>Abbruch vor %1 angefordert; der Server hat ihn noch nicht bestätigt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>In the server&apos;s word: %1</source>
        <translation>Im Wort des Servers: %1</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Enqueued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Gewartet</translation>
    </message>
    <message>
        <source>From enqueued to started</source>
        <translation>Vom Einreihen bis zum Start</translation>
    </message>
    <message>
        <source>Ran</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>From started to finished, as the server reports it</source>
        <translation>Vom Start bis zum Ende, wie der Server es berichtet</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Some servers rewrite the start of a task that is canceled while it runs.</source>
        <translation>Manche Server schreiben den Start eines Tasks um, der während des Laufs abgebrochen wird.</translation>
    </message>
    <message>
        <source>Canceled by</source>
        <translation>Abgebrochen durch</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>Task %1</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Teil von</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Where else this task runs, in the server&apos;s own JSON</source>
        <translation>Wo dieser Task sonst noch läuft, im JSON des Servers</translation>
    </message>
    <message>
        <source>Show the tasks with this value</source>
        <translation>Die Tasks mit diesem Wert zeigen</translation>
    </message>
    <message>
        <source>Show the whole text</source>
        <translation>Den ganzen Text zeigen</translation>
    </message>
    <message>
        <source>at least %1</source>
        <comment>duration</comment>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>Finished, outcome not reported</source>
        <translation>Beendet, Ausgang nicht gemeldet</translation>
    </message>
    <message>
        <source>The server no longer lists this task. This is what was last seen of it.</source>
        <translation>Der Server listet diesen Task nicht mehr auf. So wurde er zuletzt gesehen.</translation>
    </message>
    <message>
        <source>%1 Last seen at %2.</source>
        <translation>%1 Zuletzt gesehen am %2.</translation>
    </message>
    <message>
        <source>Has not noticed the cancel for %1</source>
        <translation>Hat den Abbruch seit %1 nicht bemerkt</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>%1 documents a second</source>
        <translation>%1 Dokumente je Sekunde</translation>
    </message>
    <message>
        <source>On average since it started</source>
        <translation>Im Mittel seit dem Start</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Verbleibende Zeit</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>At the pace so far</source>
        <translation>Bei der bisherigen Geschwindigkeit</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Tempogrenze</translation>
    </message>
    <message>
        <source>Throttled</source>
        <translation>Gedrosselt</translation>
    </message>
    <message>
        <source>Time that it has slept to keep to its speed limit, of all slices together</source>
        <translation>Zeit, die er geschlafen hat, um seine Tempogrenze zu halten; alle Slices zusammen</translation>
    </message>
    <message>
        <source>Waits until</source>
        <translation>Wartet bis</translation>
    </message>
    <message>
        <source>It sleeps until then to keep to its speed limit</source>
        <translation>Bis dahin schläft er, um seine Tempogrenze zu halten</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Node failed</source>
        <translation>Knoten ausgefallen</translation>
    </message>
    <message>
        <source>It did not answer last time; this is what was known before. %1</source>
        <translation>Er hat zuletzt nicht geantwortet; dies ist, was vorher bekannt war. %1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>The server does not tell; this is how long it was seen</source>
        <translation>Der Server sagt es nicht; so lange wurde er gesehen</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU-Zeit</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The server says that this task cannot be canceled.</source>
        <translation>Der Server sagt, dass dieser Task nicht abgebrochen werden kann.</translation>
    </message>
    <message>
        <source>Text that came with the task. Press to show the tasks with it.</source>
        <translation>Text, der mit dem Task kam. Drücken Sie, um die Tasks damit zu zeigen.</translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, enqueued %2</source>
        <translation>%1, eingereiht %2</translation>
    </message>
    <message numerus="yes">
        <source>%n task record(s) would be deleted on %1.</source>
        <translation>
            <numerusform>%n Task-Eintrag würde auf %1 gelöscht.</numerusform>
            <numerusform>%n Task-Einträge würden auf %1 gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) would be canceled on %1.</source>
        <translation>
            <numerusform>%n Task würde auf %1 abgebrochen.</numerusform>
            <numerusform>%n Tasks würden auf %1 abgebrochen.</numerusform>
        </translation>
    </message>
    <message>
        <source>filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>states</source>
        <translation>Zustände</translation>
    </message>
    <message>
        <source>types</source>
        <translation>Typen</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>oldest</source>
        <translation>ältester</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>neuester</translation>
    </message>
    <message>
        <source>Tasks that arrive after this look are not touched.</source>
        <translation>Tasks, die nach diesem Blick eintreffen, werden nicht angetastet.</translation>
    </message>
    <message>
        <source>cancel requested</source>
        <translation>Abbruch angefordert</translation>
    </message>
    <message>
        <source>canceled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>already finished</source>
        <translation>bereits beendet</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>verweigert: %1</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>nicht bestätigt</translation>
    </message>
    <message>
        <source>Say what to save: taskglass servers add NAME URL.</source>
        <translation>Sagen Sie, was gespeichert werden soll: taskglass servers add NAME URL.</translation>
    </message>
    <message>
        <source>Keys and passwords are never saved; leave them out of the address.</source>
        <translation>Schlüssel und Passwörter werden nie gespeichert; lassen Sie sie in der Adresse weg.</translation>
    </message>
    <message>
        <source>There is a saved server “%1” already.</source>
        <translation>Es gibt bereits einen gespeicherten Server „%1“.</translation>
    </message>
    <message>
        <source>Saved “%1”, read-only.</source>
        <translation>„%1“ gespeichert, schreibgeschützt.</translation>
    </message>
    <message>
        <source>Saved “%1”.</source>
        <translation>„%1“ gespeichert.</translation>
    </message>
    <message>
        <source>Say which one to forget: taskglass servers remove NAME.</source>
        <translation>Sagen Sie, welcher vergessen werden soll: taskglass servers remove NAME.</translation>
    </message>
    <message>
        <source>There is no saved server “%1”.</source>
        <translation>Es gibt keinen gespeicherten Server „%1“.</translation>
    </message>
    <message>
        <source>Forgot “%1”.</source>
        <translation>„%1“ vergessen.</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 unter %2</translation>
    </message>
    <message>
        <source>This connection is read-only: nothing is canceled through it.</source>
        <translation>Diese Verbindung ist schreibgeschützt: Über sie wird nichts abgebrochen.</translation>
    </message>
    <message>
        <source>“servers %1” is not known; there are list, add, remove and test.</source>
        <translation>„servers %1“ ist unbekannt; es gibt list, add, remove und test.</translation>
    </message>
    <message>
        <source>No server is saved yet: taskglass servers add NAME URL.</source>
        <translation>Noch ist kein Server gespeichert: taskglass servers add NAME URL.</translation>
    </message>
    <message>
        <source>Task %1 on %2 is waiting to start.</source>
        <translation>Task %1 auf %2 wartet auf den Start.</translation>
    </message>
    <message>
        <source>Task %1 on %2 has been running for %3.</source>
        <translation>Task %1 auf %2 läuft schon %3.</translation>
    </message>
    <message>
        <source>Task %1 on %2 is running.</source>
        <translation>Task %1 auf %2 läuft.</translation>
    </message>
    <message>
        <source>Task %1 on %2 was asked to stop and has not ended yet.</source>
        <translation>Task %1 auf %2 soll anhalten und ist noch nicht beendet.</translation>
    </message>
    <message>
        <source>Task %1 on %2 succeeded.</source>
        <translation>Task %1 auf %2 war erfolgreich.</translation>
    </message>
    <message>
        <source>Task %1 on %2 failed.</source>
        <translation>Task %1 auf %2 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Task %1 on %2 was canceled by task %3.</source>
        <translation>Task %1 auf %2 wurde von Task %3 abgebrochen.</translation>
    </message>
    <message>
        <source>Task %1 on %2 was canceled.</source>
        <translation>Task %1 auf %2 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Task %1 on %2 is in a state that this program does not know: “%3”.</source>
        <translation>Task %1 auf %2 ist in einem Zustand, den dieses Programm nicht kennt: „%3“.</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>see</source>
        <translation>siehe</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 von %3)</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>übergeordnet</translation>
    </message>
    <message>
        <source>node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>canceled by</source>
        <translation>abgebrochen durch</translation>
    </message>
    <message>
        <source>The server no longer lists this task; this is what it last said.</source>
        <translation>Der Server listet diesen Task nicht mehr auf; dies ist sein letzter Stand.</translation>
    </message>
    <message>
        <source>ran %1</source>
        <translation>lief %1</translation>
    </message>
    <message>
        <source>has been running for %1</source>
        <translation>läuft schon %1</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>wartete %1</translation>
    </message>
    <message>
        <source>the server&apos;s clock stepped back here; the wait is not known</source>
        <translation>die Uhr des Servers sprang hier zurück; die Wartezeit ist nicht bekannt</translation>
    </message>
    <message>
        <source>waited %1 and never started</source>
        <translation>wartete %1 und startete nie</translation>
    </message>
    <message>
        <source>has been waiting for %1</source>
        <translation>wartet schon %1</translation>
    </message>
    <message>
        <source>enqueued</source>
        <translation>eingereiht</translation>
    </message>
    <message>
        <source>started</source>
        <translation>gestartet</translation>
    </message>
    <message>
        <source>while it ran, the server said that it started at %1</source>
        <translation>während des Laufs sagte der Server, der Start sei um %1 gewesen</translation>
    </message>
    <message>
        <source>cancel sent</source>
        <translation>Abbruch gesendet</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Details, as the server sent them</source>
        <translation>Details, wie der Server sie gesendet hat</translation>
    </message>
    <message>
        <source>gone from the server</source>
        <translation>vom Server verschwunden</translation>
    </message>
    <message>
        <source>The filter cannot be read: %1</source>
        <translation>Der Filter ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>rethrottled</source>
        <translation>Tempo geändert</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU-Zeit</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Waiting for %1</source>
        <translation>Wartet schon %1</translation>
    </message>
    <message>
        <source>Waited %1</source>
        <translation>Wartete %1</translation>
    </message>
    <message>
        <source>Running for %1</source>
        <translation>Läuft schon %1</translation>
    </message>
    <message>
        <source>Ran %1</source>
        <translation>Lief %1</translation>
    </message>
    <message>
        <source>Cancel requested %1 ago</source>
        <translation>Abbruch vor %1 angefordert</translation>
    </message>
    <message>
        <source>Ended %1 after the cancel</source>
        <translation>Endete %1 nach dem Abbruch</translation>
    </message>
    <message>
        <source>The server tells no times for this task.</source>
        <translation>Der Server nennt für diesen Task keine Zeiten.</translation>
    </message>
    <message>
        <source>has been waiting for %1</source>
        <translation>wartet schon %1</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>wartete %1</translation>
    </message>
    <message>
        <source>has been running for %1</source>
        <translation>läuft schon %1</translation>
    </message>
    <message>
        <source>ran %1</source>
        <translation>lief %1</translation>
    </message>
    <message>
        <source>its cancel was requested %1 ago</source>
        <translation>der angeforderte Abbruch dauert schon %1</translation>
    </message>
    <message>
        <source>ended %1 after its cancel was requested</source>
        <translation>endete %1 nach der Abbruchanforderung</translation>
    </message>
    <message>
        <source>Task %1, %2, since %3: %4.</source>
        <extracomment>%1 id, %2 state, %3 time, %4 list such as &quot;waited 12 seconds, ran 3 minutes&quot;</extracomment>
        <translation>Task %1, %2, seit %3: %4.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>taskglass::AboutDialog</name>
    <message>
        <source>About Taskglass</source>
        <translation>Über Taskglass</translation>
    </message>
    <message>
        <source>Taskglass %1</source>
        <translation>Taskglass %1</translation>
    </message>
    <message>
        <source>Watches task queues, drills into failures, cancels safely.</source>
        <translation>Beobachtet Task-Warteschlangen, geht Fehlern auf den Grund, bricht sicher ab.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later; it comes without any warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer; ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Qt %1 on %2, %3</source>
        <translation>Qt %1 auf %2, %3</translation>
    </message>
    <message>
        <source>Copy Version</source>
        <translation>Version kopieren</translation>
    </message>
</context>
<context>
    <name>taskglass::Actions</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1
Not now: %2</source>
        <translation>%1
Jetzt nicht: %2</translation>
    </message>
</context>
<context>
    <name>taskglass::AddServerDialog</name>
    <message>
        <source>Add Server</source>
        <translation>Server hinzufügen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Trust This Certificate</source>
        <translation>Diesem Zertifikat vertrauen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Ask the server who it is and what the key may do</source>
        <translation>Den Server fragen, wer er ist und was der Schlüssel darf</translation>
    </message>
    <message>
        <source>Detect by asking</source>
        <translation>Durch Fragen erkennen</translation>
    </message>
    <message>
        <source>&amp;Read-only: never cancel or delete anything here</source>
        <translation>Nur &amp;lesen: hier nie etwas abbrechen oder löschen</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>A&amp;rt:</translation>
    </message>
    <message>
        <source>En&amp;vironment:</source>
        <translation>&amp;Umgebung:</translation>
    </message>
    <message>
        <source>Edit Server</source>
        <translation>Server bearbeiten</translation>
    </message>
    <message>
        <source>Save Changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Type or paste the server&apos;s address.</source>
        <translation>Geben Sie die Adresse des Servers ein, oder fügen Sie sie ein.</translation>
    </message>
    <message>
        <source>This is not an address that starts with http:// or https://.</source>
        <translation>Dies ist keine Adresse, die mit http:// oder https:// beginnt.</translation>
    </message>
    <message>
        <source>Give the connection a name.</source>
        <translation>Geben Sie der Verbindung einen Namen.</translation>
    </message>
    <message>
        <source>Another connection has this name.</source>
        <translation>Eine andere Verbindung hat diesen Namen.</translation>
    </message>
    <message>
        <source>Without https the key travels readable for everybody on the way.</source>
        <translation>Ohne https ist der Schlüssel unterwegs für alle lesbar.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt…</translation>
    </message>
    <message>
        <source>The certificate is not trusted. Compare the fingerprint with the server&apos;s own before trusting it.
%1
SHA-256 %2</source>
        <translation>Dem Zertifikat wird nicht vertraut. Vergleichen Sie den Fingerabdruck mit dem des Servers, bevor Sie ihm vertrauen.
%1
SHA-256 %2</translation>
    </message>
    <message>
        <source>Trust This Certificate for %1</source>
        <translation>Diesem Zertifikat für %1 vertrauen</translation>
    </message>
    <message>
        <source>Connection &amp;options</source>
        <translation>Verbindungs&amp;optionen</translation>
    </message>
    <message>
        <source>The keys of Redis Cloud are sent over https only.</source>
        <translation>Die Schlüssel von Redis Cloud werden nur über https gesendet.</translation>
    </message>
    <message>
        <source>%1 is none of Redis Cloud&apos;s own hosts, and the keys open the whole account.</source>
        <translation>%1 ist kein eigener Rechner von Redis Cloud, und die Schlüssel öffnen das ganze Konto.</translation>
    </message>
    <message>
        <source>Send the Keys to %1</source>
        <translation>Schlüssel an %1 senden</translation>
    </message>
</context>
<context>
    <name>taskglass::CancelCommand</name>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>There is nothing to cancel, and nothing was sent.</source>
        <translation>Es gibt nichts abzubrechen, und es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Type %1 to cancel these tasks, anything else to keep them running: </source>
        <translation>Geben Sie %1 ein, um diese Tasks abzubrechen, alles andere lässt sie weiterlaufen: </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n task(s)? [y/N] </source>
        <translation>
            <numerusform>%n Task abbrechen? [j/N] </numerusform>
            <numerusform>%n Tasks abbrechen? [j/N] </numerusform>
        </translation>
    </message>
    <message>
        <source>y</source>
        <comment>the letter that means yes</comment>
        <translation>j</translation>
    </message>
    <message>
        <source>The server accepted the cancel, but has not said that every task ended. Watch on with: taskglass watch</source>
        <translation>Der Server hat den Abbruch angenommen, aber noch nicht gemeldet, dass jeder Task beendet ist. Weiter beobachten mit: taskglass watch</translation>
    </message>
    <message>
        <source>The cancel was sent; it goes on, but is no longer followed.</source>
        <translation>Der Abbruch wurde gesendet; er geht weiter, wird aber nicht mehr verfolgt.</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>the word that means yes</comment>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>taskglass::Chip</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Show tasks in every state.</source>
        <translation>Tasks in jedem Zustand zeigen.</translation>
    </message>
    <message>
        <source>%1
The number is the server&apos;s.</source>
        <translation>%1
Die Zahl stammt vom Server.</translation>
    </message>
    <message>
        <source>%1
The number counts loaded tasks.</source>
        <translation>%1
Die Zahl zählt geladene Tasks.</translation>
    </message>
    <message>
        <source>%1: show or hide tasks in this state. Ctrl+click: only this state.</source>
        <translation>%1: Tasks in diesem Zustand ein- oder ausblenden. Strg+Klick: nur dieser Zustand.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln new since you last looked</source>
        <translation>
            <numerusform>%1, %Ln neuer seit dem letzten Blick</numerusform>
            <numerusform>%1, %Ln neue seit dem letzten Blick</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1
%Ln new since you last looked.</source>
        <translation>
            <numerusform>%1
%Ln neuer seit dem letzten Blick.</numerusform>
            <numerusform>%1
%Ln neue seit dem letzten Blick.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::ChipRow</name>
    <message>
        <source>States</source>
        <translation>Zustände</translation>
    </message>
</context>
<context>
    <name>taskglass::CommandDialog</name>
    <message>
        <source>No task is chosen. Without one, and without a filter, nothing is ever canceled or deleted.</source>
        <translation>Kein Task ist gewählt. Ohne einen und ohne Filter wird nie etwas abgebrochen oder gelöscht.</translation>
    </message>
    <message>
        <source>The connection %1 is read-only.</source>
        <translation>Die Verbindung %1 ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>This server has no such operation.</source>
        <translation>Dieser Server kennt diesen Vorgang nicht.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1, PRODUCTION</source>
        <translation>%1, PRODUKTION</translation>
    </message>
    <message>
        <source>%1, staging</source>
        <translation>%1, Staging</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>Es wird auf den Server gewartet</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t ask again for single tasks</source>
        <translation>Bei einzelnen Tasks &amp;nicht mehr fragen</translation>
    </message>
    <message>
        <source>Single tasks that are not on production are then canceled after the time to undo, without this question.</source>
        <translation>Einzelne Tasks außerhalb der Produktion werden dann nach der Rücknahmefrist ohne diese Frage abgebrochen.</translation>
    </message>
    <message>
        <source>Asking %1 which tasks this would hit…</source>
        <translation>%1 wird gefragt, welche Tasks betroffen wären…</translation>
    </message>
    <message>
        <source>No task is left that this would hit.</source>
        <translation>Es ist kein Task übrig, der betroffen wäre.</translation>
    </message>
    <message>
        <source>The server&apos;s answer cannot be tied to what it showed, so nothing will be sent.</source>
        <translation>Die Antwort des Servers lässt sich nicht an das Gezeigte binden, daher wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Task %1: %2, %3.</source>
        <translation>Task %1: %2, %3.</translation>
    </message>
    <message>
        <source>Task %1: %2 on %3, %4.</source>
        <translation>Task %1: %2 auf %3, %4.</translation>
    </message>
    <message>
        <source>Nothing was sent. %1</source>
        <translation>Es wurde nichts gesendet. %1</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Der Server sagt: %1</translation>
    </message>
    <message>
        <source>&amp;Wait until they have really stopped</source>
        <translation>&amp;Warten, bis sie wirklich angehalten haben</translation>
    </message>
    <message>
        <source>The server answers only when the tasks have ended, however long that takes.</source>
        <translation>Der Server antwortet erst, wenn die Tasks beendet sind, wie lange das auch dauert.</translation>
    </message>
</context>
<context>
    <name>taskglass::CommandFlow</name>
    <message>
        <source>Not Sent Yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message>
        <source>Send now, or discard and leave the tasks as they are?</source>
        <translation>Jetzt senden, oder verwerfen und die Tasks lassen, wie sie sind?</translation>
    </message>
    <message>
        <source>Send Now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>The window closes when the server has confirmed what was sent.</source>
        <translation>Das Fenster schließt sich, wenn der Server bestätigt hat, was gesendet wurde.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln command(s) have not been sent yet.</source>
        <translation>
            <numerusform>%Ln Befehl ist noch nicht gesendet.</numerusform>
            <numerusform>%Ln Befehle sind noch nicht gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not Confirmed Yet</source>
        <translation>Noch nicht bestätigt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln command(s) were sent, and what became of them is not known yet.</source>
        <translation>
            <numerusform>%Ln Befehl wurde gesendet, und was daraus wurde, ist noch nicht bekannt.</numerusform>
            <numerusform>%Ln Befehle wurden gesendet, und was daraus wurde, ist noch nicht bekannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server goes on with what it has accepted, but nobody would see the result here.</source>
        <translation>Der Server fährt mit dem fort, was er angenommen hat, aber niemand sähe hier das Ergebnis.</translation>
    </message>
    <message>
        <source>Quit When Known</source>
        <translation>Beenden, wenn bekannt</translation>
    </message>
    <message>
        <source>Quit Now</source>
        <translation>Jetzt beenden</translation>
    </message>
</context>
<context>
    <name>taskglass::CommandSummary</name>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Kept in your local log only</source>
        <translation>Nur in Ihrem lokalen Protokoll</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Grund:</translation>
    </message>
    <message>
        <source>Reason, kept in your local log only</source>
        <translation>Grund, nur in Ihrem lokalen Protokoll</translation>
    </message>
    <message>
        <source>Show request as cURL</source>
        <translation>Anfrage als cURL zeigen</translation>
    </message>
    <message>
        <source>Request as cURL</source>
        <translation>Anfrage als cURL</translation>
    </message>
    <message>
        <source>Types: %1</source>
        <translation>Typen: %1</translation>
    </message>
    <message>
        <source>Indexes: %1</source>
        <translation>Indizes: %1</translation>
    </message>
    <message>
        <source>The list shows %1 of %2 tasks.</source>
        <translation>Die Liste zeigt %1 von %2 Tasks.</translation>
    </message>
    <message>
        <source>What happens: %1</source>
        <translation>Was geschieht: %1</translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <translation>Zur Bestätigung %1 eingeben:</translation>
    </message>
</context>
<context>
    <name>taskglass::ConnectionOptions</name>
    <message>
        <source>Certificate au&amp;thorities:</source>
        <translation>Zer&amp;tifizierungsstellen:</translation>
    </message>
    <message>
        <source>A PEM file of authorities to trust here beside the system&apos;s.</source>
        <translation>Eine PEM-Datei mit Stellen, denen hier neben denen des Systems vertraut wird.</translation>
    </message>
    <message>
        <source>&amp;Client certificate:</source>
        <translation>&amp;Client-Zertifikat:</translation>
    </message>
    <message>
        <source>A PEM file that tells the server who you are.</source>
        <translation>Eine PEM-Datei, die dem Server sagt, wer Sie sind.</translation>
    </message>
    <message>
        <source>C&amp;lient key:</source>
        <translation>Cl&amp;ient-Schlüssel:</translation>
    </message>
    <message>
        <source>The certificate&apos;s private key as PEM; leave it empty when it is in the same file.</source>
        <translation>Der private Schlüssel des Zertifikats als PEM; leer, wenn er in derselben Datei steht.</translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation>der des Systems</translation>
    </message>
    <message>
        <source>http://host:port or socks5://host:port</source>
        <translation>http://host:port oder socks5://host:port</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Pro&amp;xy:</source>
        <translation>Pro&amp;xy:</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>Behind a number of seconds</extracomment>
        <translation> s</translation>
    </message>
    <message>
        <source>How long one request may take before it is given up.</source>
        <translation>Wie lange eine Anfrage dauern darf, bevor sie aufgegeben wird.</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>Aufgeben nach</translation>
    </message>
    <message>
        <source>&amp;Give up after:</source>
        <translation>Auf&amp;geben nach:</translation>
    </message>
    <message>
        <source>Trust No Longer</source>
        <translation>Nicht mehr vertrauen</translation>
    </message>
    <message>
        <source>Trusted certificate:</source>
        <translation>Vertrautes Zertifikat:</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>The file of certificate authorities cannot be read.</source>
        <translation>Die Datei der Zertifizierungsstellen ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The file of the client certificate cannot be read.</source>
        <translation>Die Datei des Client-Zertifikats ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The file of the client key cannot be read.</source>
        <translation>Die Datei des Client-Schlüssels ist nicht lesbar.</translation>
    </message>
    <message>
        <source>A client key needs its certificate as well.</source>
        <translation>Ein Client-Schlüssel braucht auch sein Zertifikat.</translation>
    </message>
    <message>
        <source>A proxy looks like http://host:port or socks5://host:port.</source>
        <translation>Ein Proxy sieht so aus: http://host:port oder socks5://host:port.</translation>
    </message>
    <message>
        <source>Leave user and password out of the proxy&apos;s address: they would not be kept.</source>
        <translation>Lassen Sie Benutzer und Passwort in der Adresse des Proxys weg: Sie würden nicht aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>taskglass::CredentialFields</name>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>API key, or nothing</source>
        <translation>API-Schlüssel oder nichts</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>Benutzer und Passwort</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>Account key and secret key (Redis Cloud)</source>
        <translation>Kontoschlüssel und geheimer Schlüssel (Redis Cloud)</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>Anmelden mit</translation>
    </message>
    <message>
        <source>S&amp;ign in with:</source>
        <translation>An&amp;melden mit:</translation>
    </message>
    <message>
        <source>empty: what is in use stays</source>
        <translation>leer: was in Gebrauch ist, bleibt</translation>
    </message>
    <message>
        <source>kept in memory until you quit</source>
        <translation>im Speicher bis zum Beenden</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Benutzer:</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Passwort:</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Account k&amp;ey:</source>
        <translation>Kontoschlüss&amp;el:</translation>
    </message>
    <message>
        <source>Tok&amp;en:</source>
        <translation>Tok&amp;en:</translation>
    </message>
    <message>
        <source>API k&amp;ey:</source>
        <translation>API-Schlüss&amp;el:</translation>
    </message>
    <message>
        <source>Account key (x-api-key)</source>
        <translation>Kontoschlüssel (x-api-key)</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <extracomment>The key&apos;s name in the HTTP request, then whether and how long it is kept</extracomment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>&amp;Secret key:</source>
        <translation>Geheimer &amp;Schlüssel:</translation>
    </message>
    <message>
        <source>User / secret key (x-api-secret-key)</source>
        <translation>Benutzer- / geheimer Schlüssel (x-api-secret-key)</translation>
    </message>
    <message>
        <source>As the server encoded it, or as id:key.</source>
        <translation>Wie der Server ihn kodiert hat, oder als id:schlüssel.</translation>
    </message>
    <message>
        <source>Type the user&apos;s name.</source>
        <translation>Geben Sie den Namen des Benutzers ein.</translation>
    </message>
    <message>
        <source>Type the password.</source>
        <translation>Geben Sie das Passwort ein.</translation>
    </message>
    <message>
        <source>Type or paste the token.</source>
        <translation>Geben Sie das Token ein oder fügen Sie es ein.</translation>
    </message>
    <message>
        <source>Redis Cloud wants both keys, the account&apos;s and the user&apos;s.</source>
        <translation>Redis Cloud verlangt beide Schlüssel, den des Kontos und den des Benutzers.</translation>
    </message>
</context>
<context>
    <name>taskglass::DetailTabs</name>
    <message>
        <source>Parts of the task</source>
        <translation>Teile des Tasks</translation>
    </message>
</context>
<context>
    <name>taskglass::EnvironmentStrip</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>taskglass::ErrorTab</name>
    <message>
        <source>This task has no error.</source>
        <translation>Dieser Task hat keinen Fehler.</translation>
    </message>
    <message>
        <source>Open Documentation…</source>
        <translation>Dokumentation öffnen…</translation>
    </message>
    <message>
        <source>Copy for a Bug Report</source>
        <translation>Für Fehlerbericht kopieren</translation>
    </message>
    <message>
        <source>Show Tasks with This Code</source>
        <translation>Tasks mit diesem Code zeigen</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Copied a bug report without secrets</source>
        <translation>Fehlerbericht ohne Geheimnisse kopiert</translation>
    </message>
    <message>
        <source>Error message</source>
        <translation>Fehlermeldung</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>Fehlercode</translation>
    </message>
    <message>
        <source>Error type</source>
        <translation>Fehlertyp</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>Ursachen</translation>
    </message>
    <message>
        <source>The server gave no message.</source>
        <translation>Der Server nannte keine Meldung.</translation>
    </message>
    <message>
        <source>First: task %1</source>
        <translation>Zuerst: Task %1</translation>
    </message>
    <message>
        <source>Seen once among the loaded tasks</source>
        <translation>Unter den geladenen Tasks einmal gesehen</translation>
    </message>
    <message>
        <source>Items that failed</source>
        <translation>Fehlgeschlagene Einträge</translation>
    </message>
    <message>
        <source>Copy All Items</source>
        <translation>Alle Einträge kopieren</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln item(s)</source>
        <translation>
            <numerusform>%Ln Eintrag kopiert</numerusform>
            <numerusform>%Ln Einträge kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) failed</source>
        <translation>
            <numerusform>%Ln Eintrag fehlgeschlagen</numerusform>
            <numerusform>%Ln Einträge fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the script failed</source>
        <translation>Wo das Skript scheiterte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cause(s)</source>
        <translation>
            <numerusform>%Ln Ursache</numerusform>
            <numerusform>%Ln Ursachen</numerusform>
        </translation>
    </message>
    <message>
        <source>The script failed here:</source>
        <translation>Das Skript scheiterte hier:</translation>
    </message>
    <message numerus="yes">
        <source>Seen %Ln time(s) since %1</source>
        <translation>
            <numerusform>%Ln-mal gesehen seit %1</numerusform>
            <numerusform>%Ln-mal gesehen seit %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::FailureItemsModel</name>
    <message>
        <source>shard %1</source>
        <translation>Shard %1</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>taskglass::FileField</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation>Datei wählen: %1</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.key)</source>
        <translation>Zertifikate und Schlüssel (*.pem *.crt *.cer *.key)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>taskglass::FilterBar</name>
    <message>
        <source>Filter language</source>
        <translation>Filtersprache</translation>
    </message>
    <message>
        <source>Shows how filters are written.</source>
        <translation>Zeigt, wie Filter geschrieben werden.</translation>
    </message>
    <message>
        <source>How filters are written (F1)</source>
        <translation>Wie Filter geschrieben werden (F1)</translation>
    </message>
    <message>
        <source>Filter, position %1: %2</source>
        <translation>Filter, Stelle %1: %2</translation>
    </message>
</context>
<context>
    <name>taskglass::FilterEdit</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter, e.g. status:failed index:books ran&gt;30s</source>
        <translation>Filter, z. B. status:failed index:books ran&gt;30s</translation>
    </message>
    <message>
        <source>Position %1: %2</source>
        <translation>Stelle %1: %2</translation>
    </message>
</context>
<context>
    <name>taskglass::FilterHelp</name>
    <message>
        <source>one of several states</source>
        <translation>einer von mehreren Zuständen</translation>
    </message>
    <message>
        <source>both must be true</source>
        <translation>beides muss zutreffen</translation>
    </message>
    <message>
        <source>a minus: not this</source>
        <translation>ein Minus: dies nicht</translation>
    </message>
    <message>
        <source>ran for longer than 30 seconds</source>
        <translation>lief länger als 30 Sekunden</translation>
    </message>
    <message>
        <source>waited for longer than five minutes before it started</source>
        <translation>wartete länger als fünf Minuten auf den Start</translation>
    </message>
    <message>
        <source>added less than two hours ago</source>
        <translation>vor weniger als zwei Stunden hinzugefügt</translation>
    </message>
    <message>
        <source>a range, both ends included</source>
        <translation>ein Bereich, beide Enden eingeschlossen</translation>
    </message>
    <message>
        <source>the error&apos;s text contains these words</source>
        <translation>der Fehlertext enthält diese Wörter</translation>
    </message>
    <message>
        <source>OR, with parentheses</source>
        <translation>OR, mit Klammern</translation>
    </message>
    <message>
        <source>free text: anywhere in the task</source>
        <translation>freier Text: irgendwo im Task</translation>
    </message>
    <message>
        <source>Filter Language</source>
        <translation>Filtersprache</translation>
    </message>
    <message>
        <source>Words and “field:value” pairs, separated by blanks; all must match. Press an example to try it.</source>
        <translation>Wörter und Paare „Feld:Wert“, durch Leerzeichen getrennt; alle müssen zutreffen. Klicken Sie ein Beispiel an, um es auszuprobieren.</translation>
    </message>
    <message>
        <source>an equals sign: this very text, not a part of one</source>
        <translation>ein Gleichheitszeichen: genau dieser Text, nicht nur ein Teil</translation>
    </message>
    <message>
        <source>Fields: status, type, index, id, enqueued, started, finished, waited, ran, error, label, batch, canceledBy, node, parent, description, subscription, database.</source>
        <translation>Felder: status, type, index, id, enqueued, started, finished, waited, ran, error, label, batch, canceledBy, node, parent, description, subscription, database.</translation>
    </message>
</context>
<context>
    <name>taskglass::FilterSuggestions</name>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
</context>
<context>
    <name>taskglass::FindBar</name>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>Vorheriger Treffer (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>Nächster Treffer (Eingabe)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>match number, matches</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>taskglass::GroupList</name>
    <message>
        <source>No message</source>
        <translation>Keine Meldung</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Tasks that have something in common. Enter shows the tasks of one.</source>
        <translation>Tasks, die etwas gemeinsam haben. Die Eingabetaste zeigt die Tasks einer Gruppe.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>First %1, last %2</source>
        <translation>Zuerst %1, zuletzt %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln task(s). %2</source>
        <extracomment>%1 what the tasks have in common, %2 when</extracomment>
        <translation>
            <numerusform>%1, %Ln Task. %2</numerusform>
            <numerusform>%1, %Ln Tasks. %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln smaller group(s)</source>
        <translation>
            <numerusform>… und %Ln kleinere Gruppe</numerusform>
            <numerusform>… und %Ln kleinere Gruppen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::GroupPanel</name>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Group by:</source>
        <translation>Gruppieren nach:</translation>
    </message>
</context>
<context>
    <name>taskglass::HeldCommand</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Send Now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Nothing is sent (Esc)</source>
        <translation>Es wird nichts gesendet (Esc)</translation>
    </message>
    <message>
        <source>Time left to undo</source>
        <translation>Verbleibende Zeit zum Zurücknehmen</translation>
    </message>
    <message>
        <source>Undo. %1</source>
        <translation>Rückgängig. %1</translation>
    </message>
    <message>
        <source>Send now. %1</source>
        <translation>Jetzt senden. %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) on %1 wait for their cancel to be sent.</source>
        <translation>
            <numerusform>%Ln Task auf %1 wartet darauf, dass sein Abbruch gesendet wird.</numerusform>
            <numerusform>%Ln Tasks auf %1 warten darauf, dass ihr Abbruch gesendet wird.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) on %1 wait to be deleted.</source>
        <translation>
            <numerusform>%Ln Eintrag auf %1 wartet auf das Löschen.</numerusform>
            <numerusform>%Ln Einträge auf %1 warten auf das Löschen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Canceling %Ln task(s) on %1 in %2 s.</source>
        <translation>
            <numerusform>%Ln Task auf %1 wird in %2 s abgebrochen.</numerusform>
            <numerusform>%Ln Tasks auf %1 werden in %2 s abgebrochen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting %Ln record(s) on %1 in %2 s.</source>
        <translation>
            <numerusform>%Ln Eintrag auf %1 wird in %2 s gelöscht.</numerusform>
            <numerusform>%Ln Einträge auf %1 werden in %2 s gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) on %1 wait for their new speed to be sent.</source>
        <translation>
            <numerusform>%Ln Task auf %1 wartet darauf, dass sein neues Tempo gesendet wird.</numerusform>
            <numerusform>%Ln Tasks auf %1 warten darauf, dass ihr neues Tempo gesendet wird.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changing the speed of %Ln task(s) on %1 in %2 s.</source>
        <translation>
            <numerusform>Das Tempo von %Ln Task auf %1 wird in %2 s geändert.</numerusform>
            <numerusform>Das Tempo von %Ln Tasks auf %1 wird in %2 s geändert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::IntervalMenu</name>
    <message>
        <source>&amp;Interval</source>
        <translation>&amp;Intervall</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>Every %1</source>
        <translation>Alle %1</translation>
    </message>
</context>
<context>
    <name>taskglass::JsonTab</name>
    <message>
        <source>Find in the details</source>
        <translation>In den Details suchen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>The details are not JSON: the error is at byte %1. The Raw tab shows what was sent.</source>
        <translation>Die Details sind kein JSON: Der Fehler ist bei Byte %1. Der Reiter „Roh“ zeigt, was gesendet wurde.</translation>
    </message>
    <message>
        <source>This task has no details.</source>
        <translation>Dieser Task hat keine Details.</translation>
    </message>
    <message>
        <source>The details are empty.</source>
        <translation>Die Details sind leer.</translation>
    </message>
    <message>
        <source>Copy Value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy Path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Open Value…</source>
        <translation>Wert öffnen…</translation>
    </message>
    <message>
        <source>Copied the value</source>
        <translation>Wert kopiert</translation>
    </message>
    <message>
        <source>Copied the path</source>
        <translation>Pfad kopiert</translation>
    </message>
</context>
<context>
    <name>taskglass::JsonTreeModel</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Element</numerusform>
            <numerusform>%n Elemente</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>taskglass::LinksBox</name>
    <message>
        <source>Open the resource</source>
        <translation>Ressource öffnen</translation>
    </message>
    <message>
        <source>Open “%1”</source>
        <extracomment>%1 the server&apos;s own word for a link</extracomment>
        <translation>„%1“ öffnen</translation>
    </message>
    <message>
        <source>What the link leads to</source>
        <translation>Wohin der Verweis führt</translation>
    </message>
    <message>
        <source>%1 was not read. %2</source>
        <translation>%1 wurde nicht gelesen. %2</translation>
    </message>
    <message>
        <source>From %1:</source>
        <translation>Von %1:</translation>
    </message>
    <message>
        <source>This link is not one to read: the server names the method %1 for it.</source>
        <translation>Dieser Verweis ist nicht zum Lesen: Der Server nennt dafür die Methode %1.</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>This address is none that can be opened: %1</source>
        <translation>Diese Adresse lässt sich nicht öffnen: %1</translation>
    </message>
</context>
<context>
    <name>taskglass::ListCommand</name>
    <message>
        <source>There are no tasks on %1.</source>
        <translation>Auf %1 gibt es keine Tasks.</translation>
    </message>
    <message>
        <source>No task on %1 matches.</source>
        <translation>Kein Task auf %1 passt.</translation>
    </message>
    <message numerus="yes">
        <source>%n older task(s) were left off; --all fetches every page, --limit changes how many are printed.</source>
        <translation>
            <numerusform>%n älterer Task wurde ausgelassen; --all ruft jede Seite ab, --limit ändert die Anzahl der ausgegebenen.</numerusform>
            <numerusform>%n ältere Tasks wurden ausgelassen; --all ruft jede Seite ab, --limit ändert die Anzahl der ausgegebenen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the newest %n matching task(s) are printed; --all fetches every page.</source>
        <translation>
            <numerusform>Nur der neueste passende Task (%n) wird ausgegeben; --all ruft jede Seite ab.</numerusform>
            <numerusform>Nur die neuesten %n passenden Tasks werden ausgegeben; --all ruft jede Seite ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>These columns did not fit the terminal: %1. Choose some with --columns.</source>
        <translation>Diese Spalten passten nicht in das Terminal: %1. Wählen Sie welche mit --columns.</translation>
    </message>
</context>
<context>
    <name>taskglass::MainWindow</name>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Updates paused.</source>
        <translation>Aktualisierung pausiert.</translation>
    </message>
    <message>
        <source>Updates resumed.</source>
        <translation>Aktualisierung fortgesetzt.</translation>
    </message>
    <message>
        <source>Taskglass</source>
        <translation>Taskglass</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>(%1 failed) %2</source>
        <translation>(%1 fehlgeschlagen) %2</translation>
    </message>
    <message>
        <source>Following %1 – %2</source>
        <translation>Verfolge %1 – %2</translation>
    </message>
    <message>
        <source>%1 – Taskglass</source>
        <translation>%1 – Taskglass</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new failure(s) on %1</source>
        <translation>
            <numerusform>%Ln neuer Fehlschlag auf %1</numerusform>
            <numerusform>%Ln neue Fehlschläge auf %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::NewRowsPill</name>
    <message>
        <source>Show the new rows (N)</source>
        <translation>Die neuen Zeilen zeigen (N)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new ↑</source>
        <translation>
            <numerusform>%Ln neuer ↑</numerusform>
            <numerusform>%Ln neue ↑</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new task(s) wait</source>
        <translation>
            <numerusform>%Ln neuer Task wartet</numerusform>
            <numerusform>%Ln neue Tasks warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::NoticeBar</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Retry Now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Edit Server…</source>
        <translation>Server bearbeiten…</translation>
    </message>
    <message>
        <source>Trust This Certificate for %1</source>
        <translation>Diesem Zertifikat für %1 vertrauen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Load More</source>
        <translation>Mehr laden</translation>
    </message>
    <message>
        <source>Load All</source>
        <translation>Alle laden</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
</context>
<context>
    <name>taskglass::Orders</name>
    <message>
        <source>This connection is read-only: nothing is canceled or deleted through it.</source>
        <translation>Diese Verbindung ist schreibgeschützt: Über sie wird nichts abgebrochen oder gelöscht.</translation>
    </message>
    <message>
        <source>There is no connection to the server at the moment.</source>
        <translation>Im Moment besteht keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>Nothing was chosen: a command needs tasks or a filter.</source>
        <translation>Es wurde nichts gewählt: Ein Befehl braucht Tasks oder einen Filter.</translation>
    </message>
    <message>
        <source>The command names neither tasks nor the moment of its preview, so it is not sent.</source>
        <translation>Der Befehl nennt weder Tasks noch den Zeitpunkt seiner Vorschau, daher wird er nicht gesendet.</translation>
    </message>
    <message>
        <source>Updates are paused: nothing is asked.</source>
        <translation>Die Aktualisierung pausiert: Es wird nichts gefragt.</translation>
    </message>
    <message>
        <source>The connection was closed before the server answered.</source>
        <translation>Die Verbindung wurde geschlossen, bevor der Server antwortete.</translation>
    </message>
    <message>
        <source>The connection was closed before the command&apos;s end was known: it may or may not have been carried out.</source>
        <translation>Die Verbindung wurde geschlossen, bevor das Ende des Befehls bekannt war: Er wurde vielleicht ausgeführt, vielleicht nicht.</translation>
    </message>
    <message>
        <source>This link leads away from the server, so it is not asked with its keys.</source>
        <translation>Dieser Verweis führt vom Server weg; darum wird er nicht mit dessen Schlüsseln gefragt.</translation>
    </message>
</context>
<context>
    <name>taskglass::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Farben:</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Rows:</source>
        <translation>&amp;Zeilen:</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Bequem</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Dicht</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>Another language is used from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Time &amp;zone:</source>
        <translation>Zeit&amp;zone:</translation>
    </message>
    <message>
        <source>This machine&apos;s</source>
        <translation>Die dieses Rechners</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>&amp;Show in tables:</source>
        <translation>In &amp;Tabellen zeigen:</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>How long ago</source>
        <translation>Wie lange her</translation>
    </message>
    <message>
        <source>The tool tip shows both.</source>
        <translation>Der Tooltip zeigt beides.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>&amp;Ask new servers every:</source>
        <translation>Neue Server &amp;abfragen alle:</translation>
    </message>
    <message>
        <source>Canceling</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Until sent by hand</source>
        <translation>Bis von Hand gesendet</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>Behind a number of seconds</extracomment>
        <translation> s</translation>
    </message>
    <message>
        <source>How long a command is held back before it is sent. 0 sends at once.</source>
        <translation>Wie lange ein Befehl zurückgehalten wird, bevor er gesendet wird. 0 sendet sofort.</translation>
    </message>
    <message>
        <source>Time to undo</source>
        <translation>Zeit zum Zurücknehmen</translation>
    </message>
    <message>
        <source>Time to &amp;undo:</source>
        <translation>Zeit zum Z&amp;urücknehmen:</translation>
    </message>
    <message>
        <source>Ask &amp;before a single task is canceled</source>
        <translation>Nachfragen, &amp;bevor ein einzelner Task abgebrochen wird</translation>
    </message>
    <message>
        <source>More than one task, and anything on production, is always asked about.</source>
        <translation>Bei mehreren Tasks und bei allem in der Produktion wird immer nachgefragt.</translation>
    </message>
</context>
<context>
    <name>taskglass::PreviewModel</name>
    <message>
        <source>%1: %2</source>
        <comment>column, value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>taskglass::Probe</name>
    <message>
        <source>Not tried, since the tasks cannot be read.</source>
        <translation>Nicht versucht, da die Tasks nicht gelesen werden können.</translation>
    </message>
    <message>
        <source>The connection is read-only: whether the key would allow it was not tried.</source>
        <translation>Die Verbindung ist schreibgeschützt: Ob der Schlüssel es erlauben würde, wurde nicht versucht.</translation>
    </message>
    <message>
        <source>The key lacks the right %1.</source>
        <translation>Dem Schlüssel fehlt das Recht %1.</translation>
    </message>
    <message>
        <source>Whether the key has the right %1 could not be found out (%2).</source>
        <translation>Ob der Schlüssel das Recht %1 hat, ließ sich nicht feststellen (%2).</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 antwortet.</translation>
    </message>
    <message>
        <source>%1 %2 answers within %3 ms.</source>
        <translation>%1 %2 antwortet innerhalb von %3 ms.</translation>
    </message>
    <message>
        <source>Tasks can be read.</source>
        <translation>Tasks lassen sich lesen.</translation>
    </message>
    <message>
        <source>Tasks can be canceled.</source>
        <translation>Tasks lassen sich abbrechen.</translation>
    </message>
    <message>
        <source>Tasks cannot be canceled: %1</source>
        <translation>Tasks lassen sich nicht abbrechen: %1</translation>
    </message>
    <message>
        <source>Finished tasks can be deleted.</source>
        <translation>Beendete Tasks lassen sich löschen.</translation>
    </message>
    <message>
        <source>Finished tasks cannot be deleted: %1</source>
        <translation>Beendete Tasks lassen sich nicht löschen: %1</translation>
    </message>
    <message numerus="yes">
        <source>It has at least %Ln task(s) that this key can see.</source>
        <translation>
            <numerusform>Er hat mindestens %Ln Task, den dieser Schlüssel sehen kann.</numerusform>
            <numerusform>Er hat mindestens %Ln Tasks, die dieser Schlüssel sehen kann.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has %Ln task(s) that this key can see.</source>
        <translation>
            <numerusform>Er hat %Ln Task, den dieser Schlüssel sehen kann.</numerusform>
            <numerusform>Er hat %Ln Tasks, die dieser Schlüssel sehen kann.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::RawTab</name>
    <message>
        <source>What the server sent</source>
        <translation>Was der Server gesendet hat</translation>
    </message>
    <message>
        <source>Indent</source>
        <translation>Einrücken</translation>
    </message>
    <message>
        <source>Show on many lines. Numbers and texts stay as they were sent.</source>
        <translation>Auf viele Zeilen verteilt zeigen. Zahlen und Texte bleiben, wie sie gesendet wurden.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy exactly what the server sent</source>
        <translation>Genau das kopieren, was der Server gesendet hat</translation>
    </message>
    <message>
        <source>Copy raw answer</source>
        <translation>Rohe Antwort kopieren</translation>
    </message>
    <message>
        <source>Copied the server&apos;s answer</source>
        <translation>Antwort des Servers kopiert</translation>
    </message>
    <message>
        <source>The server&apos;s answer for this task is not known.</source>
        <translation>Die Antwort des Servers zu diesem Task ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1, shown indented</source>
        <translation>%1, eingerückt gezeigt</translation>
    </message>
    <message>
        <source>%1, as received</source>
        <translation>%1, wie empfangen</translation>
    </message>
</context>
<context>
    <name>taskglass::RelatedTab</name>
    <message>
        <source>Nothing loaded is related to this task.</source>
        <translation>Nichts Geladenes ist mit diesem Task verwandt.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Enqueued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Related tasks</source>
        <translation>Verwandte Tasks</translation>
    </message>
    <message>
        <source>Canceled by</source>
        <translation>Abgebrochen durch</translation>
    </message>
    <message>
        <source>Canceled by this task</source>
        <translation>Von diesem Task abgebrochen</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Teil von</translation>
    </message>
    <message>
        <source>Parts of this task</source>
        <translation>Teile dieses Tasks</translation>
    </message>
    <message>
        <source>Before it on the same index</source>
        <translation>Davor auf demselben Index</translation>
    </message>
    <message>
        <source>After it on the same index</source>
        <translation>Danach auf demselben Index</translation>
    </message>
    <message>
        <source>Failed alike</source>
        <translation>Ebenso fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>%1 task id, %2 state</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Task %1, %2, %3, %4</source>
        <translation>Task %1, %2, %3, %4</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 title such as &quot;Failed alike&quot;, %2 number of tasks</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>Batch %1</source>
        <translation>Batch %1</translation>
    </message>
    <message>
        <source>Asking the server how far it is…</source>
        <translation>Der Server wird gefragt, wie weit er ist…</translation>
    </message>
    <message>
        <source>Other tasks of batch %1</source>
        <translation>Andere Tasks von Batch %1</translation>
    </message>
</context>
<context>
    <name>taskglass::ResultCard</name>
    <message>
        <source>Try These Again…</source>
        <translation>Diese erneut versuchen…</translation>
    </message>
    <message>
        <source>Show what became of each task</source>
        <translation>Zeigen, was aus jedem Task geworden ist</translation>
    </message>
    <message>
        <source>Close this result</source>
        <translation>Dieses Ergebnis schließen</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Outcome of each task</source>
        <translation>Ausgang jedes Tasks</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Der Server sagt: %1</translation>
    </message>
</context>
<context>
    <name>taskglass::ResultsPanel</name>
    <message>
        <source>Results of commands</source>
        <translation>Ergebnisse von Befehlen</translation>
    </message>
</context>
<context>
    <name>taskglass::Screenshot</name>
    <message>
        <source>The picture cannot be written to %1.</source>
        <translation>Das Bild lässt sich nicht nach %1 schreiben.</translation>
    </message>
</context>
<context>
    <name>taskglass::ServerList</name>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
</context>
<context>
    <name>taskglass::ServerListModel</name>
    <message>
        <source>%1, every %2</source>
        <translation>%1, alle %2</translation>
    </message>
    <message>
        <source>%1, idle</source>
        <translation>%1, untätig</translation>
    </message>
    <message>
        <source>%1, %2 open</source>
        <translation>%1, %2 offen</translation>
    </message>
    <message>
        <source>Read-only: nothing can be canceled here.</source>
        <translation>Schreibgeschützt: Hier lässt sich nichts abbrechen.</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln new failure(s)</source>
        <translation>
            <numerusform>%1, %Ln neuer Fehlschlag</numerusform>
            <numerusform>%1, %Ln neue Fehlschläge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::ShortcutOverlay</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Eine Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>taskglass::ShowCommand</name>
    <message>
        <source>There is no task %1 on %2.</source>
        <translation>Auf %2 gibt es keinen Task %1.</translation>
    </message>
</context>
<context>
    <name>taskglass::SidePanels</name>
    <message>
        <source>Views</source>
        <translation>Sichten</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
</context>
<context>
    <name>taskglass::SpeedDialog</name>
    <message>
        <source>as fast as it goes</source>
        <translation>so schnell es geht</translation>
    </message>
    <message>
        <source>%1 requests a second</source>
        <translation>%1 Anfragen je Sekunde</translation>
    </message>
    <message>
        <source>&amp;As fast as it goes</source>
        <translation>&amp;So schnell es geht</translation>
    </message>
    <message>
        <source>At &amp;most</source>
        <translation>&amp;Höchstens</translation>
    </message>
    <message>
        <source>Change Speed</source>
        <translation>Tempo ändern</translation>
    </message>
    <message>
        <source>How fast shall task %1 work?</source>
        <translation>Wie schnell soll Task %1 arbeiten?</translation>
    </message>
    <message numerus="yes">
        <source>How fast shall %Ln task(s) work?</source>
        <translation>
            <numerusform>Wie schnell soll %Ln Task arbeiten?</numerusform>
            <numerusform>Wie schnell sollen %Ln Tasks arbeiten?</numerusform>
        </translation>
    </message>
    <message>
        <source> requests a second</source>
        <translation> Anfragen je Sekunde</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>Anfragen je Sekunde</translation>
    </message>
    <message>
        <source>Faster takes effect at once; slower after the batch that is under way. A task in slices divides the speed among them.</source>
        <translation>Schneller wirkt sofort, langsamer nach dem laufenden Batch. Ein Task in Slices teilt das Tempo unter ihnen auf.</translation>
    </message>
    <message>
        <source>Keep Speed</source>
        <translation>Tempo behalten</translation>
    </message>
    <message>
        <source>Continue…</source>
        <translation>Weiter …</translation>
    </message>
</context>
<context>
    <name>taskglass::StartPage</name>
    <message>
        <source>Watch your task queues</source>
        <translation>Beobachten Sie Ihre Task-Warteschlangen</translation>
    </message>
    <message>
        <source>Meilisearch 0.25 and newer: progress, cancel one, several or all that match a filter</source>
        <translation>Meilisearch 0.25 und neuer: Fortschritt, einen, mehrere oder alle zu einem Filter passenden Tasks abbrechen</translation>
    </message>
    <message>
        <source>Several servers side by side, each with its own key, environment and read-only switch</source>
        <translation>Mehrere Server nebeneinander, jeder mit eigenem Schlüssel, eigener Umgebung und Schreibschutz</translation>
    </message>
    <message>
        <source>Sample data: a local queue on this computer that does real work, to try everything safely</source>
        <translation>Beispieldaten: eine lokale Warteschlange auf diesem Rechner, die wirklich arbeitet, um alles gefahrlos auszuprobieren</translation>
    </message>
    <message>
        <source>Add Server…</source>
        <translation>Server hinzufügen…</translation>
    </message>
    <message>
        <source>Try Sample Data</source>
        <translation>Beispieldaten ausprobieren</translation>
    </message>
    <message>
        <source>OpenSearch, Elasticsearch 5 and newer, Open Distro: what a cluster works on as a tree, progress, cancel, speed</source>
        <translation>OpenSearch, Elasticsearch ab 5, Open Distro: woran ein Cluster arbeitet, als Baum, mit Fortschritt, Abbruch und Tempo</translation>
    </message>
    <message>
        <source>Redis Cloud: what an account was asked to do, and why it failed</source>
        <translation>Redis Cloud: was einem Konto aufgetragen wurde und warum es scheiterte</translation>
    </message>
</context>
<context>
    <name>taskglass::SummaryTab</name>
    <message>
        <source>Summary</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 label, %2 value</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>Task %1</translation>
    </message>
</context>
<context>
    <name>taskglass::TaskActions</name>
    <message>
        <source>Every task is selected. Set a filter to act on them together.</source>
        <translation>Jeder Task ist ausgewählt. Setzen Sie einen Filter, um sie gemeinsam zu behandeln.</translation>
    </message>
    <message>
        <source>Everything that matches the filter is selected, loaded or not.</source>
        <translation>Alles, was zum Filter passt, ist ausgewählt, ob geladen oder nicht.</translation>
    </message>
    <message>
        <source>Asking %1 for older tasks that match.</source>
        <translation>%1 wird nach älteren passenden Tasks gefragt.</translation>
    </message>
    <message>
        <source>Copied the first %1 of %2 tasks.</source>
        <translation>Die ersten %1 von %2 Tasks kopiert.</translation>
    </message>
    <message>
        <source>No failed task above.</source>
        <translation>Kein fehlgeschlagener Task darüber.</translation>
    </message>
    <message>
        <source>No failed task below.</source>
        <translation>Kein fehlgeschlagener Task darunter.</translation>
    </message>
    <message>
        <source>Move to a cell with a value to filter by, such as the index or the type.</source>
        <translation>Gehen Sie zu einer Zelle mit einem Wert, nach dem gefiltert werden kann, etwa Index oder Typ.</translation>
    </message>
    <message>
        <source>Go to Task</source>
        <translation>Gehe zu Task</translation>
    </message>
    <message>
        <source>Task id:</source>
        <translation>Task-ID:</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Task %1 was hidden by the filter, which is off now.</source>
        <translation>Task %1 war vom Filter verdeckt; der Filter ist jetzt aus.</translation>
    </message>
    <message>
        <source>Task %1 is not loaded; asking the server.</source>
        <translation>Task %1 ist nicht geladen; der Server wird gefragt.</translation>
    </message>
    <message>
        <source>Following task %1.</source>
        <translation>Task %1 wird verfolgt.</translation>
    </message>
    <message>
        <source>Task %1 ended: %2.</source>
        <translation>Task %1 beendet: %2.</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln task(s).</source>
        <translation>
            <numerusform>%Ln Task kopiert.</numerusform>
            <numerusform>%Ln Tasks kopiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln row(s).</source>
        <translation>
            <numerusform>%Ln Zeile kopiert.</numerusform>
            <numerusform>%Ln Zeilen kopiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::TaskDetailPane</name>
    <message>
        <source>The connection %1 is read-only.</source>
        <translation>Die Verbindung %1 ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>This server cannot cancel tasks.</source>
        <translation>Dieser Server kann keine Tasks abbrechen.</translation>
    </message>
    <message>
        <source>The server no longer lists this task.</source>
        <translation>Der Server listet diesen Task nicht mehr auf.</translation>
    </message>
    <message>
        <source>The task has ended already.</source>
        <translation>Der Task ist bereits beendet.</translation>
    </message>
    <message>
        <source>Its cancel has been requested already.</source>
        <translation>Sein Abbruch wurde bereits angefordert.</translation>
    </message>
    <message>
        <source>Cancel Task…</source>
        <translation>Task abbrechen…</translation>
    </message>
    <message>
        <source>Copy cURL</source>
        <translation>cURL kopieren</translation>
    </message>
    <message>
        <source>Copy a command line that asks the server for this task, without the key</source>
        <translation>Eine Befehlszeile kopieren, die den Server nach diesem Task fragt, ohne den Schlüssel</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Verfolgen</translation>
    </message>
    <message>
        <source>Keep this task in view and name it in the title until it ends</source>
        <translation>Diesen Task im Blick behalten und im Titel nennen, bis er endet</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Keep this task here while browsing others</source>
        <translation>Diesen Task hier behalten, während Sie andere durchsehen</translation>
    </message>
    <message>
        <source>Task detail</source>
        <translation>Task-Details</translation>
    </message>
    <message>
        <source>Select a task to see what is known about it.</source>
        <translation>Wählen Sie einen Task, um zu sehen, was über ihn bekannt ist.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Cancel Task</source>
        <translation>Task abbrechen</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Verwandt</translation>
    </message>
    <message>
        <source>Asking the server for task %1…</source>
        <translation>Der Server wird nach Task %1 gefragt…</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>Task %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Asks first, with what it will do</source>
        <translation>Fragt zuerst, mit den Folgen</translation>
    </message>
    <message>
        <source>Copied as cURL, without the key</source>
        <translation>Als cURL kopiert, ohne den Schlüssel</translation>
    </message>
    <message>
        <source>Speed…</source>
        <translation>Tempo …</translation>
    </message>
    <message>
        <source>The server says that this task cannot be canceled.</source>
        <translation>Der Server sagt, dass dieser Task nicht abgebrochen werden kann.</translation>
    </message>
    <message>
        <source>Let this task work faster or slower</source>
        <translation>Diesen Task schneller oder langsamer arbeiten lassen</translation>
    </message>
    <message>
        <source>Change Speed</source>
        <translation>Tempo ändern</translation>
    </message>
</context>
<context>
    <name>taskglass::TaskHeader</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>The menu key chooses columns, Space pauses or resumes updates.</source>
        <translation>Die Menütaste wählt Spalten, die Leertaste pausiert die Aktualisierung oder setzt sie fort.</translation>
    </message>
</context>
<context>
    <name>taskglass::TaskTableModel</name>
    <message>
        <source>%1, level %2</source>
        <extracomment>%1 a sentence about a task, %2 how deep it stands in the tree, from 1</extracomment>
        <translation>%1, Ebene %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln part(s) below</source>
        <translation>
            <numerusform>%1, %Ln Teil darunter</numerusform>
            <numerusform>%1, %Ln Teile darunter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln part(s) hidden</source>
        <translation>
            <numerusform>%1, %Ln Teil verborgen</numerusform>
            <numerusform>%1, %Ln Teile verborgen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::TaskTableView</name>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
</context>
<context>
    <name>taskglass::TextCommand</name>
    <message>
        <source>The server says: “%1”</source>
        <translation>Der Server sagt: „%1“</translation>
    </message>
    <message>
        <source>The certificate&apos;s SHA-256 is %1. Name its authority with --ca.</source>
        <translation>Das SHA-256 des Zertifikats ist %1. Nennen Sie seine Zertifizierungsstelle mit --ca.</translation>
    </message>
    <message>
        <source>There is no column “%1”. Columns are: %2.</source>
        <translation>Es gibt keine Spalte „%1“. Es gibt: %2.</translation>
    </message>
</context>
<context>
    <name>taskglass::TextPane</name>
    <message>
        <source>Find in the text</source>
        <translation>Im Text suchen</translation>
    </message>
</context>
<context>
    <name>taskglass::TextProgram</name>
    <message>
        <source>Which server? taskglass servers test NAME, or an address.</source>
        <translation>Welcher Server? taskglass servers test NAME oder eine Adresse.</translation>
    </message>
    <message>
        <source>%1 is read-only: nothing is canceled through this connection.</source>
        <translation>%1 ist schreibgeschützt: Über diese Verbindung wird nichts abgebrochen.</translation>
    </message>
    <message>
        <source>--columns is for table, csv and markdown; a task as JSON always has every key. Add --format table, for example.</source>
        <translation>--columns gilt für table, csv und markdown; ein Task als JSON hat immer alle Schlüssel. Fügen Sie zum Beispiel --format table hinzu.</translation>
    </message>
    <message>
        <source>There is no column “%1” to sort by.</source>
        <translation>Es gibt keine Spalte „%1“, nach der sortiert werden könnte.</translation>
    </message>
    <message>
        <source>Which task? Name one or more ids.</source>
        <translation>Welcher Task? Nennen Sie eine oder mehrere IDs.</translation>
    </message>
    <message>
        <source>“%1” is not an id. To cancel what a filter matches, say --filter &apos;%1&apos;.</source>
        <translation>„%1“ ist keine ID. Um abzubrechen, was zu einem Filter passt, verwenden Sie --filter &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>Name ids or a filter, not both.</source>
        <translation>Nennen Sie IDs oder einen Filter, nicht beides.</translation>
    </message>
    <message>
        <source>Which tasks? Name ids, or say --filter FILTER.</source>
        <translation>Welche Tasks? Nennen Sie IDs oder --filter FILTER.</translation>
    </message>
    <message>
        <source>There is no terminal to ask on. Add --yes to cancel without being asked, or --dry-run to look first.</source>
        <translation>Es gibt kein Terminal zum Nachfragen. Fügen Sie --yes hinzu, um ohne Nachfrage abzubrechen, oder --dry-run, um erst nachzusehen.</translation>
    </message>
</context>
<context>
    <name>taskglass::TextViewer</name>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>taskglass::TimelineBar</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1
%2 to %3</source>
        <extracomment>%1 such as &quot;Ran 3 min 4 s&quot;; %2 and %3 are exact times</extracomment>
        <translation>%1
%2 bis %3</translation>
    </message>
</context>
<context>
    <name>taskglass::TimelineTab</name>
    <message>
        <source>Moments</source>
        <translation>Zeitpunkte</translation>
    </message>
    <message>
        <source>Enqueued %1  (%2)</source>
        <extracomment>%1 local time, %2 exact stamp</extracomment>
        <translation>Eingereiht %1  (%2)</translation>
    </message>
    <message>
        <source>Seen running since %1  (%2)</source>
        <translation>Laufend gesehen seit %1  (%2)</translation>
    </message>
    <message>
        <source>Started %1  (%2)</source>
        <translation>Gestartet %1  (%2)</translation>
    </message>
    <message>
        <source>Cancel requested %1  (%2)</source>
        <translation>Abbruch angefordert %1  (%2)</translation>
    </message>
    <message>
        <source>Finished %1  (%2)</source>
        <translation>Beendet %1  (%2)</translation>
    </message>
    <message>
        <source>Ran in batch %1</source>
        <translation>Lief in Batch %1</translation>
    </message>
</context>
<context>
    <name>taskglass::UndoBar</name>
    <message>
        <source>Commands that can be undone</source>
        <translation>Befehle, die sich zurücknehmen lassen</translation>
    </message>
    <message numerus="yes">
        <source>The cancel of %Ln task(s) was undone; nothing was sent.</source>
        <translation>
            <numerusform>Der Abbruch von %Ln Task wurde zurückgenommen; es wurde nichts gesendet.</numerusform>
            <numerusform>Der Abbruch von %Ln Tasks wurde zurückgenommen; es wurde nichts gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The deletion of %Ln record(s) was undone; nothing was sent.</source>
        <translation>
            <numerusform>Das Löschen von %Ln Eintrag wurde zurückgenommen; es wurde nichts gesendet.</numerusform>
            <numerusform>Das Löschen von %Ln Einträgen wurde zurückgenommen; es wurde nichts gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new speed of %Ln task(s) was undone; nothing was sent.</source>
        <translation>
            <numerusform>Das neue Tempo von %Ln Task wurde zurückgenommen; es wurde nichts gesendet.</numerusform>
            <numerusform>Das neue Tempo von %Ln Tasks wurde zurückgenommen; es wurde nichts gesendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::ViewList</name>
    <message>
        <source>Views</source>
        <translation>Sichten</translation>
    </message>
</context>
<context>
    <name>taskglass::WatchCommand</name>
    <message>
        <source>%1 answers again.</source>
        <translation>%1 antwortet wieder.</translation>
    </message>
    <message>
        <source>%1 Trying again.</source>
        <translation>%1 Neuer Versuch läuft.</translation>
    </message>
    <message>
        <source>These columns did not fit the terminal: %1. Choose some with --columns.</source>
        <translation>Diese Spalten passten nicht in das Terminal: %1. Wählen Sie welche mit --columns.</translation>
    </message>
    <message>
        <source>The server was wiped or replaced; starting over.</source>
        <translation>Der Server wurde geleert oder ersetzt; es beginnt von vorn.</translation>
    </message>
    <message numerus="yes">
        <source>After %1 s %n task(s) are still queued or running.</source>
        <translation>
            <numerusform>Nach %1 s wartet oder läuft %n Task noch.</numerusform>
            <numerusform>Nach %1 s warten oder laufen %n Tasks noch.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>taskglass::WindowDialogs</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Edit and filter</source>
        <translation>Bearbeiten und filtern</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Remove Server</source>
        <translation>Server entfernen</translation>
    </message>
    <message>
        <source>Stop watching %1 and forget its address?</source>
        <translation>%1 nicht mehr beobachten und die Adresse vergessen?</translation>
    </message>
    <message>
        <source>Nothing changes on the server.</source>
        <translation>Auf dem Server ändert sich nichts.</translation>
    </message>
    <message>
        <source>Keep Watching</source>
        <translation>Weiter beobachten</translation>
    </message>
    <message>
        <source>Filter bar, from the table</source>
        <translation>Filterleiste, von der Tabelle aus</translation>
    </message>
    <message>
        <source>Undo a held cancel, leave the filter, clear it, clear the selection</source>
        <translation>Wartenden Abbruch zurücknehmen, Filter verlassen, Filter löschen, Auswahl aufheben</translation>
    </message>
    <message>
        <source>This sheet, from the table</source>
        <translation>Diese Übersicht, von der Tabelle aus</translation>
    </message>
</context>
<context>
    <name>taskglass::WindowStatusBar</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Pause or resume updates.</source>
        <translation>Aktualisierung pausieren oder fortsetzen.</translation>
    </message>
    <message>
        <source>%1. Press to pause or resume updates.</source>
        <translation>%1. Drücken, um die Aktualisierung zu pausieren oder fortzusetzen.</translation>
    </message>
    <message>
        <source>%1 (slowed down)</source>
        <translation>%1 (verlangsamt)</translation>
    </message>
    <message>
        <source>How often the server is asked. Press to change.</source>
        <translation>Wie oft der Server gefragt wird. Zum Ändern drücken.</translation>
    </message>
    <message>
        <source>Interval %1</source>
        <translation>Intervall %1</translation>
    </message>
    <message>
        <source>answer %1 ms</source>
        <translation>Antwort %1 ms</translation>
    </message>
    <message>
        <source>How long the server took for the last list.</source>
        <translation>Wie lange der Server für die letzte Liste brauchte.</translation>
    </message>
    <message>
        <source>updated %1 ago</source>
        <translation>vor %1 aktualisiert</translation>
    </message>
    <message>
        <source>When the server last answered. Press to refresh now.</source>
        <translation>Wann der Server zuletzt geantwortet hat. Zum Aktualisieren drücken.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, searching…</source>
        <translation>%1, Suche läuft…</translation>
    </message>
    <message>
        <source>Tasks shown, and tasks on the server. Press to go to the filter.</source>
        <translation>Gezeigte Tasks und Tasks auf dem Server. Drücken, um zum Filter zu gehen.</translation>
    </message>
    <message>
        <source>%1 of %2 tasks shown</source>
        <translation>%1 von %2 Tasks gezeigt</translation>
    </message>
    <message>
        <source>all matching selected</source>
        <translation>alle passenden ausgewählt</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>Press to select nothing.</source>
        <translation>Drücken, um nichts auszuwählen.</translation>
    </message>
    <message>
        <source>READ-ONLY</source>
        <translation>NUR LESEN</translation>
    </message>
    <message>
        <source>Nothing can be canceled on %1: the connection is read-only. Press to edit it.</source>
        <translation>Auf %1 lässt sich nichts abbrechen: Die Verbindung ist schreibgeschützt. Zum Bearbeiten drücken.</translation>
    </message>
    <message>
        <source>Read-only connection</source>
        <translation>Schreibgeschützte Verbindung</translation>
    </message>
    <message>
        <source>%1 req · %2</source>
        <translation>%1 Anfr. · %2</translation>
    </message>
    <message>
        <source>Requests sent to the server and bytes received since the start.</source>
        <translation>Seit dem Start gesendete Anfragen und empfangene Bytes.</translation>
    </message>
    <message>
        <source>%1 requests, %2 received</source>
        <translation>%1 Anfragen, %2 empfangen</translation>
    </message>
    <message>
        <source>%1 of %2 requests left</source>
        <translation>%1 von %2 Anfragen übrig</translation>
    </message>
    <message>
        <source>The server allows %1 requests in %2, for everybody who uses the account. Below a quarter of them it is asked less often.</source>
        <translation>Der Server erlaubt %1 Anfragen in %2, für alle, die das Konto benutzen. Unter einem Viertel davon wird er seltener gefragt.</translation>
    </message>
</context>
</TS>
