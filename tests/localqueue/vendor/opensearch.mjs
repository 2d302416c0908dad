// SPDX-License-Identifier: GPL-3.0-or-later
// The walk of OpenSearch's official JavaScript client: node opensearch.mjs URL, with `@opensearch-project/opensearch` resolvable.
import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
const require = createRequire(process.cwd() + '/');
const {Client, errors} = require('@opensearch-project/opensearch');

const client = new Client({node: process.argv[2], opaqueIdPrefix: 'walk-'});
const body = async answer => (await answer).body;
assert.equal((await client.ping()).statusCode, 200);
assert.equal((await body(client.info())).version.distribution, 'opensearch');
await client.indices.create({index: 'src', body: {settings: {number_of_shards: 2}}});
assert.equal(await body(client.indices.exists({index: 'dst'})), false);
const done = await client.helpers.bulk({
    datasource: Array.from({length: 500}, (_, n) => ({n})),
    onDocument: document => ({index: {_index: 'src', _id: String(document.n)}}),
});
assert.equal(done.successful, 500);
await client.indices.refresh({index: 'src'});
assert.equal((await body(client.count({index: 'src', body: {query: {range: {n: {gte: 100}}}}}))).count, 400);
const found = await body(client.search({index: 'src', body: {query: {term: {n: 7}}}}));
assert.deepEqual(found.hits.hits[0]._source, {n: 7});

const reindex = async options => (await body(client.reindex({
    body: {source: {index: 'src', size: 50}, dest: {index: 'dst'}}, wait_for_completion: false, ...options}, {opaqueId: 'job'}))).task;
const listed = async task => Object.values((await body(client.tasks.list({actions: '*reindex', detailed: true}))).nodes)
    .map(node => node.tasks[task]).find(Boolean);

let task = await reindex({requests_per_second: 10, slices: 2});
const running = await listed(task);
assert.match(running.headers['X-Opaque-Id'], /^walk-job$/);
assert.equal((await body(client.tasks.get({task_id: task}))).completed, false);
// A job can be rethrottled once its slices have begun.
for (let tries = 0; ; ++tries) {
    const changed = await body(client.reindexRethrottle({task_id: task, requests_per_second: -1}));
    if (Object.keys(changed.nodes).length === 1)
        break;
    assert.ok(tries < 200);
    await new Promise(resolve => setTimeout(resolve, 20));
}
const result = await body(client.tasks.get({task_id: task, wait_for_completion: true, timeout: '20s'}));
assert.equal(result.response.created, 500);

task = await reindex({requests_per_second: 10});
const canceled = await body(client.tasks.cancel({task_id: task, wait_for_completion: true}));
assert.ok(Object.values(canceled.nodes)[0].tasks[task].cancelled);
assert.equal((await body(client.tasks.get({task_id: task}))).response.canceled, 'by user request');
assert.equal(await listed(task), undefined);
await assert.rejects(client.tasks.get({task_id: 'nowhere:1'}),
                     error => error instanceof errors.ResponseError && error.statusCode === 404);
await assert.rejects(client.tasks.list({master_timeout: '30s'}), error => error.statusCode === 400);
const updated = await body(client.updateByQuery({index: 'src', body: {script: {source: 'ctx._source.n += 1'}}}));
assert.equal(updated.updated, 500);
const deleted = await body(client.deleteByQuery({index: 'src', body: {query: {range: {n: {gt: 490}}}}}));
assert.equal(deleted.deleted, 10);
assert.ok((await body(client.cat.tasks({format: 'json'}))).some(row => row.action === 'cluster:monitor/tasks/lists'));
await client.indices.delete({index: 'src,dst'});
console.log('ok');
