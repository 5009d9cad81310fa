"""Renews corpus/vectors.npz, the vectors of all texts of the sample corpus: `make vectors`."""

from __future__ import annotations

from otassist.bank import Corpus, read_corpus, shipped_corpus
from otassist.embedding import VECTORS, MiniLM
from otassist.embedding.known import save


def texts_of(corpus: Corpus) -> list[str]:
    """What a draft or a search compares of a corpus: passages, jotted lines, accommodations."""
    accommodations = [text for item in corpus.accommodations for text in (item.text, *item.jotted)]
    return [*(item.searched for item in corpus.passages), *(line.text for line in corpus.jotted), *accommodations]


if __name__ == "__main__":
    print(save(shipped_corpus() / VECTORS, MiniLM(), texts_of(read_corpus(shipped_corpus()))), "texts")
