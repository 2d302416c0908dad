# SPDX-License-Identifier: GPL-3.0-or-later
"""The walk of OpenSearch's official Python client: python3 opensearch.py URL, with the package `opensearchpy` importable."""
import sys
import time

import opensearchpy
import opensearchpy.helpers

client = opensearchpy.OpenSearch(sys.argv[1], opaque_id="walk")
assert client.ping()
assert client.info()["version"]["distribution"] == "opensearch"
assert client.cluster.health()["status"] == "green"
client.indices.create(index="src", body={"settings": {"number_of_shards": 2}})
assert client.indices.exists(index="src") and not client.indices.exists(index="dst")
done, errors = opensearchpy.helpers.bulk(client, ({"_index": "src", "_id": i, "n": i} for i in range(500)))
assert done == 500 and not errors
client.indices.refresh(index="src")
assert client.count(index="src", body={"query": {"range": {"n": {"gte": 100}}}})["count"] == 400
hits = client.search(index="src", body={"query": {"term": {"n": 7}}})["hits"]
assert hits["total"]["value"] == 1 and hits["hits"][0]["_source"] == {"n": 7}


def reindex(**options):
    body = {"source": {"index": "src", "size": 50}, "dest": {"index": "dst"}}
    return client.reindex(body=body, wait_for_completion=False, **options)["task"]


def listed(task):
    nodes = client.tasks.list(actions="*reindex", detailed=True)["nodes"].values()
    return {i: t for node in nodes for i, t in node["tasks"].items()}.get(task)


# Start, list, get, rethrottle to the end.
task = reindex(requests_per_second=10, slices=2)
for _ in range(400):  # until both slices have done a batch and sleep
    if client.indices.exists(index="dst") and client.count(index="dst")["count"] == 100:
        break
    time.sleep(0.02)
running = listed(task)
assert running["headers"]["X-Opaque-Id"] == "walk" and running["status"]["slices"] == [None, None]
assert client.tasks.get(task_id=task)["completed"] is False
changed = client.reindex_rethrottle(task_id=task, requests_per_second=-1)
assert sum(len(node["tasks"]) for node in changed["nodes"].values()) == 1
result = client.tasks.get(task_id=task, wait_for_completion=True)
assert result["completed"] and result["response"]["created"] == 500, result
assert client.get(index=".tasks", id=task)["_source"]["completed"] is True

# Start again, cancel half-way.
task = reindex(requests_per_second=10)
assert client.tasks.get(task_id=task)["task"]["cancellable"] is True
canceled = client.tasks.cancel(task_id=task, wait_for_completion=True)
assert task in next(iter(canceled["nodes"].values()))["tasks"]
assert client.tasks.get(task_id=task)["response"]["canceled"] == "by user request"
assert listed(task) is None

assert client.update_by_query(index="src", body={"script": {"source": "ctx._source.n += 1"}})["updated"] == 500
assert client.delete_by_query(index="src", body={"query": {"range": {"n": {"gt": 490}}}})["deleted"] == 10
try:
    client.tasks.get(task_id="nowhere:1")
except opensearchpy.NotFoundError as error:
    assert error.error == "resource_not_found_exception"
else:
    raise AssertionError("404 expected")
assert any(row["action"] == "cluster:monitor/tasks/lists" for row in client.cat.tasks(format="json"))
client.indices.delete(index="src,dst")
print("ok")
