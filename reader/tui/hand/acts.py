"""The acts of correction: a letter, what it says, what it is for, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from ...analysis import Entity, Event, Kind, Note, Quote, QuoteKind, TimeExpression
from ...corrections import Anchor, Days, EntityRef, new_id
from ...corrections.types import (
    AddMention,
    Correction,
    HideEvent,
    Merge,
    NewEntity,
    NewEvent,
    NewQuote,
    Nobody,
    NoMention,
    NoQuote,
    NoTime,
    Rename,
    Retype,
    SetDate,
    SetEventDate,
    SetHeadline,
    SetQuoteKind,
    SetRole,
    SetSpeaker,
    SetWords,
    Split,
)
from ...reading import Passage
from ...reading.handwork import Handwork, now
from ...reading.rivals import SPEAKS
from ..harmless import one_line
from .subjects import Meant, Subject, span_of

if TYPE_CHECKING:
    from ..app import ReaderApp


class MenuAct(NamedTuple):
    """One act: the letter, what it does in a few words, and the function."""

    letter: str
    words: str
    run: Callable[[Bench, Meant], None]


class Bench:
    """The tools of the acts: naming, asking, and making the correction."""

    def __init__(self, app: ReaderApp, work: Handwork) -> None:
        self.app = app
        self.reading = app.reading
        self.work = work

    def make(self, correction: Correction) -> None:
        """Make a correction; it can be seen at once."""
        self.work.correct(correction)

    def ref(self, entity: Entity) -> EntityRef:
        """An entity as a correction names it."""
        return self.work.name.entity(entity)

    def anchor(self, one: Meant) -> Anchor:
        """The words that something stands on."""
        return self.work.name.anchor(*span_of(one))

    def ask(self, title: str, value: str, hint: str, take: Callable[[str], None]) -> None:
        """Ask for a line; an empty one changes nothing."""
        from .asking import AskLine

        def taken(answer: str | None) -> None:
            if answer:
                take(answer)

        self.app.push_screen(AskLine(title, one_line(value), hint), taken)

    def ask_days(self, title: str, take: Callable[[Days], None]) -> None:
        """Ask for a date."""
        from .asking import AskDays

        self.app.push_screen(AskDays(title), lambda days: take(days) if days else None)

    def choose_kind(self, take: Callable[[Kind], None]) -> None:
        """Let a kind be chosen."""
        from ..screens.choice import Choice, ChoiceDialog

        kinds = list(Kind)
        dialog = ChoiceDialog("Which kind is it?", [Choice(kind) for kind in kinds])
        self.app.push_screen(dialog, lambda place: None if place is None else take(kinds[place]))

    def choose_entity(
        self,
        title: str,
        take: Callable[[Entity], None],
        *,
        without: str = "",
        take_words: Callable[[str], None] | None = None,
    ) -> None:
        """Let an entity be chosen from a list that is narrowed by typing.

        With `take_words` one is asked for who speaks: people and bodies come first, and words
        that name no entity can be given instead.
        """
        from .asking import ChooseEntity

        entities = [one for one in self.reading.annotations.entities if one.id != without]
        is_last = SPEAKS.isdisjoint if take_words else lambda _: False
        entities.sort(key=lambda one: (is_last({one.kind}), -len(one.mentions)))

        def taken(answer: int | str | None) -> None:
            if isinstance(answer, int):
                take(entities[answer])
            elif answer and take_words is not None:
                take_words(answer)

        dialog = ChooseEntity(title, entities, is_free=take_words is not None)
        self.app.push_screen(dialog, taken)


# Entities


def _entity(one: Meant) -> Entity:
    assert isinstance(one.subject, Entity)
    return one.subject


def _rename(bench: Bench, one: Meant) -> None:
    entity = _entity(one)
    ref = bench.ref(entity)

    def take(name: str) -> None:
        bench.make(Rename(id=new_id(), made=now(), entity=ref, name=name))

    bench.ask("What is it called?", entity.name, "enter saves the name", take)


def _retype(bench: Bench, one: Meant) -> None:
    ref = bench.ref(_entity(one))
    bench.choose_kind(
        lambda kind: bench.make(Retype(id=new_id(), made=now(), entity=ref, kind=kind))
    )


def _merge(bench: Bench, one: Meant) -> None:
    entity = _entity(one)

    def take(into: Entity) -> None:
        bench.make(Merge(id=new_id(), made=now(), entity=bench.ref(entity), into=bench.ref(into)))

    title = f"Who is {one_line(entity.name)} really?"
    bench.choose_entity(title, take, without=entity.id)


def _split_mention(bench: Bench, one: Meant) -> None:
    entity = _entity(one)
    place = one.mention or entity.mentions[0]
    words = bench.reading.article.text[place.start : place.end]
    anchor = bench.work.name.anchor(place.start, place.end)
    _split(bench, entity, words, (anchor,))


def _split_name(bench: Bench, one: Meant) -> None:
    """Split off all mentions with the words of the one that was pointed at."""
    entity, text = _entity(one), bench.reading.article.text
    place = one.mention or entity.mentions[-1]
    words = text[place.start : place.end]
    same = [m for m in entity.mentions if text[m.start : m.end] == words]
    anchors = tuple(bench.work.name.anchor(m.start, m.end) for m in same)
    _split(bench, entity, words, anchors)


def _split(bench: Bench, entity: Entity, words: str, places: tuple[Anchor, ...]) -> None:
    def take(name: str) -> None:
        bench.make(Split(id=new_id(), made=now(), places=places, name=name, kind=entity.kind))

    bench.ask("Who is it instead?", words, "enter makes a new entity", take)


def _nobody(bench: Bench, one: Meant) -> None:
    bench.make(Nobody(id=new_id(), made=now(), entity=bench.ref(_entity(one))))


def _no_mention(bench: Bench, one: Meant) -> None:
    bench.make(NoMention(id=new_id(), made=now(), place=bench.anchor(one)))


def _role(bench: Bench, one: Meant) -> None:
    entity, text = _entity(one), bench.reading.article.text
    ref = bench.ref(entity)

    def take(words: str) -> None:
        start = text.find(words)
        place = bench.work.name.anchor(start, start + len(words)) if start >= 0 else None
        bench.make(SetRole(id=new_id(), made=now(), entity=ref, words=words, place=place))

    role = next(iter(entity.roles), None)
    known = (role.words or text[role.start : role.end]) if role else ""
    bench.ask(f"What is {one_line(entity.name)}?", known, "such as: mayor of the town", take)


# Quotes


def _quote(one: Meant) -> Quote:
    assert isinstance(one.subject, Quote)
    return one.subject


def _speaker(bench: Bench, one: Meant) -> None:
    quote = bench.work.name.quote(_quote(one))

    def take(entity: Entity) -> None:
        speaker = bench.ref(entity)
        bench.make(SetSpeaker(id=new_id(), made=now(), quote=quote, speaker=speaker))

    def take_words(words: str) -> None:
        bench.make(SetSpeaker(id=new_id(), made=now(), quote=quote, words=words))

    bench.choose_entity("Who said it?", take, take_words=take_words)


def _quote_kind(bench: Bench, one: Meant) -> None:
    from ..screens.choice import Choice, ChoiceDialog

    quote, kinds = bench.work.name.quote(_quote(one)), list(QuoteKind)

    def take(place: int | None) -> None:
        if place is not None:
            kind = kinds[place]
            bench.make(SetQuoteKind(id=new_id(), made=now(), quote=quote, kind=kind))

    bench.app.push_screen(
        ChoiceDialog("What kind of quote is it?", [Choice(k) for k in kinds]), take
    )


def _no_quote(bench: Bench, one: Meant) -> None:
    quote = bench.work.name.quote(_quote(one))
    bench.make(NoQuote(id=new_id(), made=now(), quote=quote))


# Times and events


def _date(bench: Bench, one: Meant) -> None:
    place = bench.anchor(one)

    def take(days: Days) -> None:
        bench.make(SetDate(id=new_id(), made=now(), place=place, days=days))

    bench.ask_days(f"Which date is “{one_line(place.exact[:60])}”?", take)


def _no_time(bench: Bench, one: Meant) -> None:
    bench.make(NoTime(id=new_id(), made=now(), place=bench.anchor(one)))


def _event(one: Meant) -> Event:
    assert isinstance(one.subject, Event)
    return one.subject


def _headline(bench: Bench, one: Meant) -> None:
    event = _event(one)
    ref = bench.work.name.event(event, bench.reading.index.times.get(event.time or ""))

    def take(words: str) -> None:
        bench.make(SetHeadline(id=new_id(), made=now(), event=ref, headline=words))

    bench.ask("What should the headline say?", event.headline, "enter saves it", take)


def _event_date(bench: Bench, one: Meant) -> None:
    event = _event(one)
    ref = bench.work.name.event(event, bench.reading.index.times.get(event.time or ""))

    def take(days: Days) -> None:
        bench.make(SetEventDate(id=new_id(), made=now(), event=ref, days=days))

    bench.ask_days("When did it happen?", take)


def _hide(bench: Bench, one: Meant) -> None:
    event = _event(one)
    ref = bench.work.name.event(event, bench.reading.index.times.get(event.time or ""))
    bench.make(HideEvent(id=new_id(), made=now(), event=ref))


# Selections


def _new_entity(bench: Bench, one: Meant) -> None:
    place = bench.anchor(one)
    name = one_line(place.exact)
    bench.choose_kind(
        lambda kind: bench.make(
            NewEntity(id=new_id(), made=now(), place=place, name=name, kind=kind)
        )
    )


def _add_mention(bench: Bench, one: Meant) -> None:
    place = bench.anchor(one)

    def take(entity: Entity) -> None:
        ref = bench.ref(entity)
        bench.make(AddMention(id=new_id(), made=now(), entity=ref, place=place))

    bench.choose_entity(f"Who or what is “{one_line(place.exact[:60])}”?", take)


def _new_quote(bench: Bench, one: Meant) -> None:
    place = bench.anchor(one)
    kind = QuoteKind.DIRECT if place.exact[:1] in "\"'“‘«" else QuoteKind.INDIRECT

    def take(entity: Entity | None) -> None:
        speaker = bench.ref(entity) if entity else None
        bench.make(NewQuote(id=new_id(), made=now(), place=place, kind=kind, speaker=speaker))

    def take_words(words: str) -> None:
        new, said = new_id(), new_id()
        bench.work.correct(
            NewQuote(id=new, made=now(), place=place, kind=kind),
            SetSpeaker(id=said, made=now(), quote=place, words=words),
        )

    bench.choose_entity("Who said it?", take, take_words=take_words)


def _set_extent(bench: Bench, one: Meant) -> None:
    """Let the quote in the selection reach from its start to its end."""
    start, end = span_of(one)
    found = [quote for _, _, quote in bench.reading.index.contents.touching(start, end)]
    if not found:
        bench.app.tell("There is no quote in this selection: q makes one.")
        return
    quote = bench.work.name.quote(found[0])
    bench.make(SetWords(id=new_id(), made=now(), quote=quote, place=bench.anchor(one)))


def _new_event(bench: Bench, one: Meant) -> None:
    place = bench.anchor(one)
    headline = one_line(place.exact[:200])

    def take(words: str) -> None:
        bench.ask_days(
            "When did it happen?",
            lambda days: bench.make(
                NewEvent(id=new_id(), made=now(), place=place, headline=words, days=days)
            ),
        )

    bench.ask("What should the headline say?", headline, "enter continues to the date", take)


ACTS: dict[type[Subject], tuple[MenuAct, ...]] = {
    Entity: (
        MenuAct("n", "rename it", _rename),
        MenuAct("k", "change its kind", _retype),
        MenuAct("m", "merge it with another", _merge),
        MenuAct("s", "split off this mention", _split_mention),
        MenuAct("a", "split off all mentions with these words", _split_name),
        MenuAct("d", "remove this mention", _no_mention),
        MenuAct("r", "say what it is (role)", _role),
        MenuAct("x", "remove it: not an entity", _nobody),
    ),
    Quote: (
        MenuAct("s", "set the speaker", _speaker),
        MenuAct("k", "change its kind", _quote_kind),
        MenuAct("x", "remove it: not a quote", _no_quote),
    ),
    TimeExpression: (
        MenuAct("d", "set its date", _date),
        MenuAct("x", "remove it: not a time", _no_time),
    ),
    Event: (
        MenuAct("h", "change the headline", _headline),
        MenuAct("d", "set its date", _event_date),
        MenuAct("x", "hide it", _hide),
    ),
    Passage: (
        MenuAct("e", "make it an entity", _new_entity),
        MenuAct("m", "link it to an entity", _add_mention),
        MenuAct("q", "make it a quote", _new_quote),
        MenuAct("w", "make it the extent of the quote", _set_extent),
        MenuAct("d", "make it a date", _date),
        MenuAct("t", "add it to the timeline", _new_event),
    ),
    Note: (),
}


def acts_for(one: Meant) -> tuple[MenuAct, ...]:
    """The acts that make sense for something."""
    return ACTS[type(one.subject)]


def sort_of(one: Meant) -> str:
    """What sort of thing it is, in a word."""
    words = {
        Entity: "entity",
        Quote: "quote",
        TimeExpression: "time",
        Event: "entry of the timeline",
        Passage: "selection",
        Note: "note",
    }
    return words[type(one.subject)]
