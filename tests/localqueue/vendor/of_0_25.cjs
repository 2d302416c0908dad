// SPDX-License-Identifier: GPL-3.0-or-later
// The walk of the JavaScript client of the 0.25 days: node of_0_25.cjs URL, against --api meilisearch=0.25.
const assert = require('node:assert/strict');
const {MeiliSearch} = require(require.resolve('meilisearch', {paths: [process.cwd()]}));

async function walk() {
    const client = new MeiliSearch({host: process.argv[2], apiKey: 'any'});
    assert.equal(await client.isHealthy(), true);
    assert.equal((await client.getVersion()).pkgVersion, '0.25.0');
    const movies = client.index('movies');
    const added = await movies.addDocuments([{id: 1, title: 'A'}, {id: 2, title: 'B'}]);
    assert.equal(added.type, 'documentAddition');
    assert.equal((await client.waitForTask(added.uid)).status, 'succeeded');
    const updated = await movies.updateDocuments([{id: 1, year: 7}]);
    assert.equal((await movies.waitForTask(updated.uid)).type, 'documentPartial');
    const failed = await client.waitForTask((await movies.addDocuments([{title: 'no id'}])).uid);
    assert.equal(failed.error.code, 'missing_document_id');
    const settings = await movies.updateSettings({filterableAttributes: ['title']});
    assert.equal((await client.waitForTask(settings.uid)).status, 'succeeded');
    const removed = await client.waitForTask((await movies.deleteDocuments([2])).uid);
    assert.equal(removed.details.receivedDocumentIds, 1);
    assert.equal((await movies.getDocuments({limit: 5})).length, 1);
    assert.equal((await client.getTasks()).results.length, 5);
    assert.equal((await movies.getTasks()).results.length, 5);
    assert.equal((await movies.getTask(added.uid)).uid, added.uid);
    const dump = await client.createDump();
    assert.equal(dump.status, 'in_progress');
    assert.ok(['in_progress', 'done'].includes((await client.getDumpStatus(dump.uid)).status));
    const cleared = await client.waitForTask((await movies.deleteAllDocuments()).uid);
    assert.equal(cleared.type, 'clearAll');
    assert.equal((await client.getIndexes()).length, 1);
    await assert.rejects(client.getTask(99), error => error.code === 'task_not_found');
    await assert.rejects(client.index('ghost').getTasks(), error => error.code === 'index_not_found');
    console.log('ok');
}
walk().catch(error => { console.error(error); process.exit(1); });
