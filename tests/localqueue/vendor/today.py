# SPDX-License-Identifier: GPL-3.0-or-later
"""The walk of today's official Python client: python3 today.py URL, with the package `meilisearch` importable."""
import sys

import meilisearch
from meilisearch.errors import MeilisearchApiError


def refused(call, code):
    try:
        call()
    except MeilisearchApiError as error:
        assert error.code == code, error.code
    else:
        raise AssertionError(f"{code} expected")


client = meilisearch.Client(sys.argv[1])
assert client.is_healthy()
assert client.get_version()["pkgVersion"].startswith("1.")
movies = client.index("movies")


def done(summary):
    return client.wait_for_task(summary.task_uid, timeout_in_ms=20000)


added = done(movies.add_documents([{"id": 1, "title": "A"}, {"id": 2, "title": "B"}]))
assert added.status == "succeeded", added
assert done(movies.add_documents_csv(b"id,title\n3,C\n")).status == "succeeded"
assert done(movies.add_documents_ndjson(b'{"id":4,"title":"D"}\n')).status == "succeeded"
failed = done(movies.add_documents([{"title": "no id"}]))
assert failed.error["code"] == "missing_document_id"
assert done(movies.update_settings({"filterableAttributes": ["title"]})).status == "succeeded"
assert done(movies.delete_documents(filter="title = A")).details["deletedDocuments"] == 1
assert movies.get_documents({"limit": 2}).total == 3
page = client.get_tasks({"statuses": ["failed"], "limit": 1})
assert page.total == 1 and page.results[0].uid == failed.uid
assert client.get_tasks({"limit": 1}).next_ is not None
assert client.get_batches({"limit": 1}).results[0].uid >= 0
assert done(client.cancel_tasks({"statuses": ["enqueued", "processing"]})).type == "taskCancelation"
assert done(client.delete_tasks({"uids": [str(added.uid)]})).details["deletedTasks"] == 1
refused(lambda: client.get_task(added.uid), "task_not_found")
refused(lambda: client.get_tasks({"statuses": ["sleeping"]}), "invalid_task_statuses")
assert done(client.create_dump()).status == "succeeded"
assert done(client.create_index("new", {"primaryKey": "id"})).status == "succeeded"
assert done(client.swap_indexes([{"indexes": ["movies", "new"]}])).status == "succeeded"
assert client.get_indexes()["total"] == 2
print("ok")
