"""Corrections of somebody of the cast: made in every article of the desk, and kept with each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ...analysis import Annotations, Entity, Kind
from ...corrections import Change, Correction, Namer, Step, apply, new_id
from ...corrections.types import Merge, Nobody, Rename, Retype
from ...library.keeper import identity_of, text_hash
from ...library.steps import Logged
from ...reading.desk import Desk, Sheet
from ...reading.handwork import now
from ..desk.together import CastPane, Numbered
from ..harmless import one_line
from .asking import AskLine
from .menu import ActMenu, Chosen, Entry, Page

if TYPE_CHECKING:
    from ...collection import Collection
    from ...collection.cast import Member
    from ..app import ReaderApp

Make = Callable[[Namer, Entity, str], list[Correction]]
"""Gives the corrections of an entity in an article, which is named by its name on the desk."""


class Made(NamedTuple):
    """Corrections of one article of the desk."""

    sheet: Sheet
    corrections: Sequence[Correction]


_ENTRIES = (
    Entry("n", "rename it everywhere"),
    Entry("k", "change its kind everywhere"),
    Entry("m", "merge it with another, everywhere"),
    Entry("s", "split it off: somebody else in this article"),
    Entry("x", "remove it: not an entity, in any article"),
)


def chosen_member(app: ReaderApp) -> Member | None:
    """The member of the cast under the cursor, None where no list of the cast has the keyboard."""
    focused = app.screen.focused
    nodes = focused.ancestors_with_self if focused is not None else ()
    pane = next((node for node in nodes if isinstance(node, CastPane)), None)
    row = pane.row_list.current if pane is not None else None
    return row.what if isinstance(row, Numbered) else None


def correct_member(app: ReaderApp, member: Member) -> None:
    """Offer what can be corrected about a member of the cast."""

    def run(answer: Chosen | None) -> None:
        if answer is not None:
            _RUN[answer[1]](app, member)

    title = f"{member.kind}: {one_line(member.name)}"
    app.push_screen(ActMenu([Page(title, _ENTRIES)]), run)


def _rename(app: ReaderApp, member: Member) -> None:
    def take(name: str | None) -> None:
        if name:
            _spread(app, member, lambda namer, entity, _: [_renamed(namer, entity, name)])

    app.push_screen(AskLine("What is it called?", member.name, "enter saves the name"), take)


def _retype(app: ReaderApp, member: Member) -> None:
    from ..screens.choice import Choice, ChoiceDialog

    kinds = list(Kind)

    def take(place: int | None) -> None:
        if place is not None:
            kind = kinds[place]
            _spread(app, member, lambda namer, entity, _: [_retyped(namer, entity, kind)])

    app.push_screen(ChoiceDialog("Which kind is it?", [Choice(kind) for kind in kinds]), take)


def _merge(app: ReaderApp, member: Member) -> None:
    from ..screens.choice import Choice, ChoiceDialog

    collection = _collection(app)
    others = [one for one in collection.cast if one is not member]

    def take(place: int | None) -> None:
        if place is not None:
            _spread(app, member, partial(_merged, collection, others[place]))

    choices = [Choice(one_line(one.name), one.kind) for one in others]
    app.push_screen(ChoiceDialog(f"Who is {one_line(member.name)} really?", choices), take)


def _merged(
    collection: Collection, into: Member, namer: Namer, entity: Entity, document: str
) -> list[Correction]:
    """In an article that has both they become one; elsewhere the one is called as the other."""
    there = next((figure.id for figure in into.figures if figure.document == document), None)
    found = {one.id: one for one in collection.analyses[document].entities}
    if there in found:
        into_ref, ref = namer.entity(found[there]), namer.entity(entity)
        return [Merge(id=new_id(), made=now(), entity=ref, into=into_ref)]
    made: list[Correction] = [_renamed(namer, entity, into.name)]
    if entity.kind is not into.kind:
        made.append(_retyped(namer, entity, into.kind))
    return made


def _split(app: ReaderApp, member: Member) -> None:
    """Give it another name in the present article, so that it is nobody of another one."""
    assert app.turning is not None
    present = app.turning.desk.sheet.name
    if all(figure.document != present for figure in member.figures):
        app.tell("This article does not mention it: open one that does.")
        return

    def take(name: str | None) -> None:
        if name:
            _spread(app, member, lambda n, e, d: [_renamed(n, e, name)] if d == present else [])

    app.push_screen(AskLine("Who is it instead?", "", "enter makes a new entity here"), take)


def _nobody(app: ReaderApp, member: Member) -> None:
    def make(namer: Namer, entity: Entity, _: str) -> list[Correction]:
        return [Nobody(id=new_id(), made=now(), entity=namer.entity(entity))]

    _spread(app, member, make)


def _renamed(namer: Namer, entity: Entity, name: str) -> Rename:
    return Rename(id=new_id(), made=now(), entity=namer.entity(entity), name=name)


def _retyped(namer: Namer, entity: Entity, kind: Kind) -> Retype:
    return Retype(id=new_id(), made=now(), entity=namer.entity(entity), kind=kind)


_RUN: dict[str, Callable[[ReaderApp, Member], None]] = {
    "n": _rename,
    "k": _retype,
    "m": _merge,
    "s": _split,
    "x": _nobody,
}


# In every article


def _collection(app: ReaderApp) -> Collection:
    assert app.turning is not None
    collection = app.turning.desk.collection
    assert collection is not None
    return collection


def _spread(app: ReaderApp, member: Member, make: Make) -> None:
    """Make corrections in each article that mentions a member."""
    assert app.turning is not None
    desk, collection = app.turning.desk, _collection(app)
    elsewhere: list[Made] = []
    count = 0
    for figure in member.figures:
        sheet = _sheet(desk, figure.document)
        found = collection.analyses[figure.document].entities
        entity = next((one for one in found if one.id == figure.id), None)
        if sheet is None or sheet.article is None or entity is None:
            continue
        text = sheet.article.text
        made = make(Namer(text, text_hash(text)), entity, figure.document)
        count += bool(made)
        if made and sheet.reading is app.reading:
            app.hand.work.correct(*made)
        elif made:
            elsewhere.append(Made(sheet, made))
            _show(app, collection, sheet, made)
    if elsewhere and app.keeps_library:
        app.run_worker(partial(_keep, app, elsewhere), thread=True, exit_on_error=False)
    app.tell(f"Corrected in {'one article' if count == 1 else f'{count} articles'}.")


def _sheet(desk: Desk, name: str) -> Sheet | None:
    number = desk.number_of(name)
    return None if number is None else desk.sheets[number]


def _show(app: ReaderApp, collection: Collection, sheet: Sheet, made: Sequence[Correction]) -> None:
    """Let the collection, and the reading of the article where there is one, have it at once."""
    assert app.turning is not None
    assert sheet.article is not None
    reading = sheet.reading
    if reading is not None and reading.handwork is not None:
        reading.handwork.follow([Change(None, correction) for correction in made])
        return
    analysis = collection.analyses[sheet.name]
    names = Annotations.__struct_fields__
    before = Annotations(**{name: getattr(analysis, name) for name in names})
    app.turning.give(sheet, apply(before, made, sheet.article).annotations)


def _keep(app: ReaderApp, elsewhere: Sequence[Made]) -> None:
    """Keep the corrections with their articles; runs in a thread."""
    from ...corrections.telling import told
    from ...library.database import LibraryError
    from ...library.library import Library

    library = Library()
    try:
        for sheet, corrections in elsewhere:
            assert sheet.article is not None
            place = sheet.place or ""
            if place and "://" not in place:
                place = str(Path(place).absolute())
            identity = identity_of(sheet.article, place)
            known = library.find(identity)
            changes = tuple(Change(None, correction) for correction in corrections)
            step = Step(told(corrections[0]), changes, new_id())
            library.put(identity, known.article if known else None, [Logged(step)])
    except LibraryError as error:
        app.call_from_thread(app.warn, str(error))
    finally:
        library.close()
