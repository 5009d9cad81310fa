"""Opens the index in a folder and says so: the process that the tests kill. `building.py FOLDER COUNT DELAY`"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from otassist.retrieval.store import Wanted, open_index
from retrieval.passages import CountingEmbedder, passage


def corpus(count: int) -> list:
    return [passage(f"p{n}", f"The student copies line number {n} of {count} from the board.") for n in range(count)]


def main(folder: Path, count: int, delay: float) -> None:
    def slowly(batches: Sequence[Sequence[str]]) -> Iterable[Sequence[str]]:
        for batch in batches:
            time.sleep(delay)
            yield batch

    embed = CountingEmbedder()
    wanted = Wanted.of(corpus(count), embed.name)
    print("started", flush=True)
    open_index(folder, wanted, embed, lambda line: print(line, flush=True), slowly)
    print("opened", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
