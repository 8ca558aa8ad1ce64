"""`surefoot build --watch`: build now and on each save, and write only what came out differently."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from publisher.cli.build import products_of, write
from publisher.cli.options import gather
from publisher.cli.watching import again, libraries, looking
from publisher.library.memory import Memory
from publisher.library.overlays import read_library
from publisher.settings import FILE
from publisher.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from publisher.cli.build import Asked
    from publisher.cli.voice import Voice
    from publisher.workshop import Choices, Product

WAITING_FOR = "a card, a picture or a setting"


def build_on_each_save(voice: Voice, flags: Mapping[str, object], asked: Asked) -> NoReturn:
    """Build, wait, and build again; settings are read again too. Only Ctrl-C ends it."""
    builds = Builds(voice, flags, asked)
    again(voice, looking(lambda: libraries(builds.overlays), Path(FILE)), builds.once, WAITING_FOR)


class Builds:
    """One build after another, and what stays from one to the next."""

    def __init__(self, voice: Voice, flags: Mapping[str, object], asked: Asked) -> None:
        """Begin with nothing built; `overlays` are the folders to look at."""
        self._voice, self._flags, self._asked = voice, flags, asked
        self._memory, self._standing = Memory(), Standing()
        self._choices: Choices | None = None
        self._written: dict[Path, Product] = {}
        self.overlays = gather(flags)[0].folders()

    def once(self) -> None:
        """Read what was saved, make what it concerns, and write what came out differently. Raises all problems."""
        chosen, profile = gather(self._flags)
        self.overlays = chosen.folders()
        choices, folder = self._asked.choices(chosen, profile), Path(chosen.text("out") or "out")
        if choices != self._choices:
            self._standing, self._choices = Standing(), choices
        language = chosen.text("language") or "en"
        library = read_library(self.overlays, language=language, memory=self._memory)
        notes = self._asked.notes(library)
        products = products_of(self._voice, library, self._asked, choices, folder, self._standing)
        fresh = self._fresh(products, folder)
        write(self._voice, fresh, folder, notes)
        self._written.update({folder / product.name: product for product in fresh})
        if not fresh and not self._voice.is_for_programs:
            self._voice.line("No page has changed.")

    def _fresh(self, products: Sequence[Product], folder: Path) -> list[Product]:
        """Those that are not what was written last, or lie there no longer."""
        return [
            product
            for product in products
            if self._written.get(folder / product.name) is not product or not (folder / product.name).exists()
        ]
