// SPDX-License-Identifier: GPL-3.0-or-later
// The walk of today's official JavaScript client: node today.mjs URL, with the package `meilisearch` resolvable.
import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';
const require = createRequire(process.cwd() + '/');
const {Meilisearch} = await import(pathToFileURL(require.resolve('meilisearch')));

const client = new Meilisearch({host: process.argv[2], apiKey: 'any'});
assert.equal((await client.health()).status, 'available');
assert.match((await client.getVersion()).pkgVersion, /^1\./);
const movies = client.index('movies');
const added = await movies.addDocuments([{id: 1, title: 'A'}, {id: 2, title: 'B'}]).waitTask();
assert.equal(added.status, 'succeeded');
assert.equal(added.details.indexedDocuments, 2);
const failed = await movies.addDocuments([{title: 'no id'}]).waitTask();
assert.equal(failed.error.code, 'missing_document_id');
assert.equal((await movies.updateSettings({filterableAttributes: ['title']}).waitTask()).status, 'succeeded');
assert.equal((await movies.deleteDocuments({filter: 'title = A'}).waitTask()).details.deletedDocuments, 1);
assert.equal((await movies.getDocuments({limit: 5})).total, 1);
assert.equal((await movies.getDocument(2)).title, 'B');
const page = await client.tasks.getTasks({statuses: ['failed'], limit: 1, indexUids: ['movies']});
assert.equal(page.total, 1);
assert.equal(page.results[0].uid, failed.uid);
assert.equal((await client.tasks.getTasks({limit: 2, reverse: true})).next, 2);
assert.ok((await client.batches.getBatches({limit: 1})).results[0].stats.totalNbTasks >= 1);
const canceled = await client.tasks.cancelTasks({statuses: ['enqueued', 'processing']}).waitTask();
assert.equal(canceled.type, 'taskCancelation');
const deleted = await client.tasks.deleteTasks({uids: [added.uid]}).waitTask();
assert.equal(deleted.details.deletedTasks, 1);
await assert.rejects(client.tasks.getTask(added.uid), error => error.cause.code === 'task_not_found');
await assert.rejects(client.tasks.getTasks({statuses: ['sleeping']}), error => error.cause.code === 'invalid_task_statuses');
assert.equal((await client.createDump().waitTask()).status, 'succeeded');
assert.equal((await client.createIndex('new', {primaryKey: 'id'}).waitTask()).status, 'succeeded');
assert.equal((await client.swapIndexes([{indexes: ['movies', 'new']}]).waitTask()).status, 'succeeded');
assert.equal((await client.getIndexes()).total, 2);
assert.equal((await client.getStats()).indexes.new.numberOfDocuments, 1);
console.log('ok');
