"""Followers of a job wake when it has news, and not before."""

from __future__ import annotations

import asyncio
import threading
import time

from otassist.web.bell import Bell


def waited(bell: Bell, job: str, heard: int, seconds: float) -> float:
    async def wait() -> float:
        begun = time.monotonic()
        await bell.wait(job, heard, seconds)
        return time.monotonic() - begun

    return asyncio.run(wait())


def test_a_ring_that_was_missed_does_not_let_anybody_wait():
    bell = Bell()
    heard = bell.count("a")
    bell.ring("a")
    assert waited(bell, "a", heard, 30) < 5


def test_a_ring_from_another_thread_wakes_every_follower():
    bell, woken = Bell(), []
    threads = [threading.Thread(target=lambda: woken.append(waited(bell, "a", 0, 30))) for _ in range(5)]
    for thread in threads:
        thread.start()
    while len(bell._waiting.get("a", ())) < 5:
        time.sleep(0.01)
    bell.ring("a")
    for thread in threads:
        thread.join(10)
    assert len(woken) == 5
    assert bell._waiting == {}


def test_the_ring_of_another_job_wakes_nobody_and_nothing_is_left_of_a_wait():
    bell = Bell()
    threading.Timer(0.05, bell.ring, ["b"]).start()
    assert waited(bell, "a", 0, 0.3) >= 0.25
    assert bell._waiting == {}
