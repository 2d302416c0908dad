# SPDX-License-Identifier: GPL-3.0-or-later
"""The walk of the Python client of the 0.25 days (0.18): python3 of_0_25.py URL, against --api meilisearch=0.25."""
import sys

import meilisearch
from meilisearch.errors import MeiliSearchApiError

client = meilisearch.Client(sys.argv[1], "any")
assert client.is_healthy()
movies = client.index("movies")


def done(summary):
    return client.wait_for_task(summary["uid"], timeout_in_ms=20000)


added = done(movies.add_documents([{"id": 1, "title": "A"}, {"id": 2, "title": "B"}]))
assert added["status"] == "succeeded" and added["type"] == "documentAddition", added
assert done(movies.update_documents([{"id": 1, "year": 7}]))["type"] == "documentPartial"
assert done(movies.add_documents([{"title": "no id"}]))["error"]["code"] == "missing_document_id"
assert done(movies.update_settings({"filterableAttributes": ["title"]}))["status"] == "succeeded"
assert done(movies.delete_documents(["2"]))["details"]["receivedDocumentIds"] == 1
assert len(movies.get_documents({"limit": 5})) == 1
assert len(client.get_tasks()["results"]) == 5
assert len(movies.get_tasks()["results"]) == 5
assert movies.get_task(added["uid"])["uid"] == added["uid"]
dump = client.create_dump()
assert client.get_dump_status(dump["uid"])["status"] in ("in_progress", "done")
assert done(movies.delete_all_documents())["type"] == "clearAll"
try:
    client.get_task(99)
except MeiliSearchApiError as error:
    assert error.code == "task_not_found", error.code
else:
    raise AssertionError("task_not_found expected")
print("ok")
