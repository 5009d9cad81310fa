"""Kills `otassist search` while it makes or renews its index, and looks at what the next search finds."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

OTASSIST = Path(sys.executable).parent / "otassist"
SHIPPED = Path(__file__).parent.parent.parent / "corpus" / "practice"
BODY = """---
title: {title}
area: []
grade_bands: [K-2]
topic: strategy
sources: [practice knowledge]
tags: [{tag}, {tag} again]
strategies: [Try it.]
---
This passage is about {tag} and nothing else at all.
"""


class KilledBuilds:
    """One state folder for all rounds: each round changes the corpus, kills a search, and searches again."""

    def __init__(self, folder: Path) -> None:
        self._corpus, self._state = folder / "corpus", folder / "state"
        shutil.copytree(SHIPPED, self._corpus / "practice")

    def round(self, dice: random.Random) -> None:
        """Raises AssertionError when the search after a kill is wrong, complains, or leaves rubbish."""
        tag = "".join(dice.choices("bcdfghjklmnpqrstvwxz", k=9))
        for old in (self._corpus / "practice").glob("killed-*.md"):
            old.unlink()
        for number in range(dice.randint(1, 40)):
            text = BODY.format(title=f"About {tag} {number}", tag=tag)
            (self._corpus / "practice" / f"killed-{number}.md").write_text(text, encoding="utf-8")
        self._killed(tag, dice.uniform(0.3, 3))
        done = subprocess.run(self._command(tag), env=self._own(), capture_output=True, text=True, timeout=300)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr[-300:]
        found = json.loads(done.stdout)["results"]
        assert found[0]["id"].startswith("killed-"), f"{tag}: found {found[0]['id']}"
        folders = [path for path in (self._state / "index").iterdir() if path.is_dir()]
        assert len(folders) <= 2, f"{len(folders)} generations are left"

    def _killed(self, tag: str, after: float) -> None:
        with subprocess.Popen(
            self._command(tag), env=self._own(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            time.sleep(after)
            process.send_signal(signal.SIGKILL)

    def _command(self, tag: str) -> list[str]:
        return [str(OTASSIST), "search", tag, "--json"]

    def _own(self) -> dict[str, str]:
        return {**os.environ, "OTASSIST_CORPUS_DIR": str(self._corpus), "OTASSIST_DATA_DIR": str(self._state)}
