"""What all tests share: the same examples every time, no network, a real browser where there is one, sentences read."""

from __future__ import annotations

import os
import shutil
import socket
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from kg.pipeline import analyse_all
from kg.records import Analysis, Block, BlockKind, Document, Fact, Status
from kg.schema import SYMMETRIC

# One profile everywhere: a test that fails on one machine fails on all. HYPOTHESIS_PROFILE=explore looks further.
settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

ROOT = Path(__file__).resolve().parent.parent
LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse connections to anywhere else: the product promises to make none."""
    real: dict[str, Callable[..., Any]] = {"connect": socket.socket.connect, "connect_ex": socket.socket.connect_ex}

    def guarded(name: str) -> Callable[[socket.socket, Any], Any]:
        def connect(self: socket.socket, address: Any) -> Any:
            if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOOPBACK:
                pytest.fail(f"a connection to {address} was tried: nothing here may need the network")
            return real[name](self, address)

        return connect

    for name in real:
        monkeypatch.setattr(socket.socket, name, guarded(name))


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests out of what the product prints and where it writes."""
    for name in (
        "KG_STORE",
        "KG_CURATION",
        "KG_ANALYST",
        "FORCE_COLOR",
        "CLICOLOR_FORCE",
        "TTY_COMPATIBLE",
        "COLUMNS",
        "LINES",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; where CI runs its absence is a failure, elsewhere a skip that says so."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    message = "NO CHROMIUM: the network page was not tried in a real browser (apt-get install chromium)"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


class Told:
    """What one text says, with things called by any of their names or by the words of any of their mentions."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.names: dict[str, set[str]] = defaultdict(set)
        for entity in analysis.entities:
            self.names[entity.id] |= {name.text.casefold() for name in entity.names}
        for mention in analysis.mentions:
            surface = " ".join(analysis.document.text[mention.start : mention.end].split())
            self.names[mention.entity].add(surface.casefold())

    def facts(self, status: Status = Status.HELD) -> list[Fact]:
        """Give the facts of one status."""
        return [fact for fact in self.analysis.facts if fact.status is status]

    def finds(self, wanted: str, status: Status = Status.HELD) -> list[Fact]:
        """Give the facts that are "subject | property | object"."""
        subject, prop, target = (part.strip() for part in wanted.split(" | "))
        return [
            fact
            for fact in self.facts(status)
            if fact.property == prop
            and (self._is(fact, subject, target) or (prop in SYMMETRIC and self._is(fact, target, subject)))
        ]

    def only(self, who: set[str], prop: str, target: str) -> bool:
        """Tell whether these and no others are subjects of a property, all of one target."""
        found = [fact for fact in self.facts() if fact.property == prop]
        return len(found) == len(who) and all(self.finds(f"{one} | {prop} | {target}") for one in who)

    def _is(self, fact: Fact, subject: str, target: str) -> bool:
        return subject.casefold() in self.names[fact.subject] and target.casefold() in self.names[fact.object]

    def written(self) -> list[str]:
        """Give all facts in words, for the message of a test that fails."""
        labels = {entity.id: (entity.names[0].text if entity.names else entity.id) for entity in self.analysis.entities}
        return [
            f"{fact.status}: {labels[fact.subject]} | {fact.property} | {labels[fact.object]} <{fact.rule}>"
            for fact in self.analysis.facts
        ]


@pytest.fixture(scope="session")
def tell() -> Callable[..., Told]:
    """Analyse a text of one paragraph, by default English and nobody's news."""

    def told(text: str, published: str | None = None, publisher: str | None = None) -> Told:
        paragraph = Block(BlockKind.PARAGRAPH, 0, len(text))
        document = Document("example", "", "en", text, (paragraph,), published, None, publisher)
        # what rules read, however probable: that is learnt anew from time to time
        return Told(next(analyse_all((document,), learnt=False)))

    return told
