"""Web pages written for this project: four articles in many kinds of markup, with the truth."""

# ruff: noqa: E501  the markup of a page is one line

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product


@dataclass(frozen=True)
class Story:
    """An article: `parts` are marked p(aragraph), h(eading), q(uote) or l(ist item)."""

    title: str
    byline: str
    day: date
    parts: tuple[tuple[str, str], ...]

    def of(self, kind: str) -> list[str]:
        """The words of the parts of one kind."""
        return [words for mark, words in self.parts if mark == kind]


@dataclass(frozen=True)
class Page:
    """A page and what is right for it; None: the page does not say."""

    name: str
    html: str
    story: Story
    byline: str | None
    day: date | None
    has_headings: bool = True
    has_quotes: bool = True


STORIES = (
    Story(
        "Ferry crews vote to end the winter strike",
        "Mara Lindqvist",
        date(2021, 2, 12),
        (
            (
                "p",
                "The crews of the night ferries voted on Thursday to end a strike that had kept the outer islands without post for nineteen days.",
            ),
            (
                "p",
                "Of 412 members who took part, 305 were for the offer, the union said after the count in the hall of the fish market.",
            ),
            ("h", "What the offer says"),
            (
                "p",
                "Wages rise by four percent in March and again in October, and nobody has to work more than four nights in a row without a day ashore.",
            ),
            (
                "q",
                "“It is not what we asked for, but it is more than they swore they would ever give,” said Jonas Brekke, who led the talks for the crews.",
            ),
            (
                "p",
                "The company, which runs eleven ships, said that the first of them would leave at six on Friday evening with the mail and the milk.",
            ),
            ("l", "Route 4 sails every night from Friday"),
            ("l", "Route 7 sails on Sundays until Easter"),
            (
                "p",
                "On Skarholm the shop had sold its last flour on Tuesday. Its owner, Berit Aas, said she would meet the boat with a flag and a list.",
            ),
            (
                "p",
                "The county will now ask whether the islands need a ship of their own, a question it has put off since the storm of 1987.",
            ),
        ),
    ),
    Story(
        "A museum gives back the drum it never bought",
        "Tomas Okafor",
        date(2019, 9, 3),
        (
            (
                "p",
                "After eighty years in a glass case the drum of the Ilesi valley is going home, and nobody at the museum can say who paid for it, or whether anybody did.",
            ),
            (
                "p",
                "The trustees decided on Monday to return it with 31 other pieces that a surveyor had shipped in crates marked as soil samples.",
            ),
            (
                "p",
                "Its skin has been mended twice, once with parchment from a law book, as a conservator found last spring under the lamp.",
            ),
            ("h", "Soil samples"),
            (
                "p",
                "The surveyor, Edwin Harrow, wrote in his diary that he had been given the drum by a chief whose name he could not spell. The valley has no record of any gift.",
            ),
            (
                "q",
                "“We did not lose it. We know exactly where it was, every day, for eighty years,” said Adaeze Ilesi, whose grandmother used to play it.",
            ),
            (
                "p",
                "A plaster cast will stand in the case from October, with a label that the valley has written and the museum has promised not to edit.",
            ),
            (
                "p",
                "Three other museums have asked for the diary, which ends in the middle of a sentence about the rain.",
            ),
        ),
    ),
    Story(
        "Town council buys the last cinema for one crown",
        "Petra Holm",
        date(2023, 11, 28),
        (
            (
                "p",
                "The council of Vikby bought the Saga cinema on Monday for one crown and the promise to keep its doors open for ten years.",
            ),
            ("h", "A roof with holes"),
            (
                "p",
                "The price is the smaller part of the bill: the roof will cost 2.4 million, according to an engineer who went up there with an umbrella.",
            ),
            (
                "p",
                "Its owner, Karl Nyman, had shown films there since 1974 and sold the tickets himself, because, he says, machines do not know who is a child.",
            ),
            (
                "q",
                "“I would have given it away, but the lawyer said that a gift makes people suspicious,” said Nyman at the signing.",
            ),
            (
                "p",
                "Two members voted against. One of them, Lars Ek, said that he liked films but that the school had been waiting for windows for longer.",
            ),
            ("l", "Friday: a silent film with the church organist"),
            ("l", "Saturday: the first film that was shown there, in 1931"),
            (
                "p",
                "The cinema opens again in March if the spring is dry. The organist has asked for a second rehearsal and a heater.",
            ),
        ),
    ),
    Story(
        "River engineers find the leak that drained a lake",
        "Ines Carvalho",
        date(2017, 6, 21),
        (
            (
                "p",
                "A hole no wider than a door let most of Lake Orrin run into an old mine in nine days, the river authority said on Tuesday in its first report.",
            ),
            (
                "p",
                "Divers found it below the eastern bank, where a map of 1902 shows a shaft and every later map shows meadow.",
            ),
            ("h", "The forgotten shaft"),
            (
                "p",
                "The mine was closed in 1911. Its owners filled the shaft with timber and rubble, which held until somebody widened the beach in 2015.",
            ),
            (
                "q",
                "“Nobody did anything wrong that they could have known about,” said the engineer in charge, Paul Adeyemi, who has walked along the bank each morning since.",
            ),
            (
                "p",
                "Some 40,000 fish were carried to the upper lake in tanks. The swans walked there by themselves, which took them two days and closed a road.",
            ),
            ("h", "Concrete until autumn"),
            (
                "p",
                "The hole will be closed with concrete before the rains. The lake should be full again in two years, or in one if they are like those of last year.",
            ),
            (
                "p",
                "A diver brought up a miner's lamp, which the village wants for its hall and the county for its safe.",
            ),
        ),
    ),
)

_MENU = "".join(
    f'<li><a href="/{name.lower()}">{name}</a></li>'
    for name in ("Home", "News", "Opinion", "Culture", "Sport", "Weather", "Subscribe", "Log in")
)
_OTHERS = (
    "Bridge toll to double next spring, minister says",
    "Why the owls of Norrland have moved into town",
    "Ten things to do with a cabbage in November",
    "Watch: harbour crane falls into the sea",
)
_RELATED = "".join(f'<li><a href="/a/{n}">{words}</a></li>' for n, words in enumerate(_OTHERS))
_SHARE = (
    '<div class="share"><a href="#">Share</a> <a href="#">Tweet</a> <a href="#">E-mail</a></div>'
)
_COOKIES = '<div id="cookie-banner"><p>We use cookies to make this site better. By going on you agree to them.</p><button>Accept</button></div>'


def _body(
    story: Story,
    *,
    quote: str = "<blockquote><p>{}</p></blockquote>",
    paragraph: str = "<p>{}</p>",
    heading: str = "<h2>{}</h2>",
    between: str = "",
    every: int = 3,
) -> str:
    made: list[str] = []
    listed = False
    for number, (kind, words) in enumerate(story.parts):
        if (kind == "l") != listed:
            made.append("<ul>" if kind == "l" else "</ul>")
            listed = kind == "l"
        form = {"p": paragraph, "h": heading, "q": quote, "l": "<li>{}</li>"}[kind]
        made.append(form.format(words))
        if between and number % every == every - 1 and not listed:
            made.append(between)
    return "\n".join(made) + ("</ul>" if listed else "")


def _shell(head: str, body: str, title: str) -> str:
    return f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{body}</body></html>'


def newspaper(story: Story) -> Page:
    head = (
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",'
        f'"headline":"{story.title}","datePublished":"{story.day}T08:00:00+01:00","dateModified":"2024-01-01",'
        f'"author":[{{"@type":"Person","name":"{story.byline}"}}],"publisher":{{"@type":"Organization","name":"The Post"}}}}</script>'
    )
    body = f'{_COOKIES}<header><nav><ul>{_MENU}</ul></nav></header><main><article><h1>{story.title}</h1><p class="byline">By {story.byline}</p>{_SHARE}<figure><img src="a.jpg"><figcaption>The quay last winter. Photo: The Post</figcaption></figure><div class="article-body">{_body(story)}</div></article><aside><h3>Most read</h3><ul>{_RELATED}</ul></aside></main><footer><p>© The Post. All rights reserved.</p></footer>'
    return Page(
        "newspaper", _shell(head, body, f"{story.title} | The Post"), story, story.byline, story.day
    )


def agency(story: Story) -> Page:
    head = f'<meta property="og:title" content="{story.title}"><meta property="article:published_time" content="{story.day}T10:20:00Z"><meta property="og:site_name" content="Nordwire">'
    inner = _body(story, quote="<p>{}</p>").replace("<p>", "<p>VIKBY, Norland (NW) — ", 1)
    body = f'<div class="nav">{_MENU}</div><div class="headline"><h1>{story.title}</h1></div><div class="story-text">{inner}<p>(Reporting by {story.byline}; Editing by Ida Moe)</p></div><div class="more"><h4>More from Nordwire</h4><ul>{_RELATED}</ul></div>'
    return Page(
        "agency",
        _shell(head, body, f"{story.title} - Nordwire"),
        story,
        None,
        story.day,
        has_quotes=False,
    )


def blog(story: Story) -> Page:
    head = '<meta name="generator" content="WordPress 6.2">'
    body = f'<div id="page"><header id="masthead"><a href="/">Notes from the quay</a></header><article class="post hentry"><header class="entry-header"><h1 class="entry-title">{story.title}</h1><div class="entry-meta"><span class="posted-on">Posted on <time class="entry-date published" datetime="{story.day}T07:00:00+00:00">{story.day:%B} {story.day.day}, {story.day.year}</time></span> by <span class="author vcard"><a rel="author" href="/author">{story.byline}</a></span></div></header><div class="entry-content">{_body(story)}</div><footer class="entry-footer">Tags: <a href="/t/sea">sea</a></footer></article><div id="comments"><h2>3 thoughts on this</h2><ol><li><p>Great post, I was there too and it was even colder than you say.</p></li><li><p>My uncle worked on that ship for years and never complained once.</p></li></ol></div><aside class="widget"><h2>Recent posts</h2><ul>{_RELATED}</ul></aside></div>'
    return Page(
        "blog",
        _shell(head, body, f"{story.title} – Notes from the quay"),
        story,
        story.byline,
        story.day,
    )


def press_release(story: Story) -> Page:
    inner = _body(story, quote="<p>{}</p>", heading="<p><strong>{}</strong></p>")
    body = f'<div id="wrapper"><div id="menu">{_MENU}</div><div id="content"><p><strong>FOR IMMEDIATE RELEASE</strong></p><h1>{story.title}</h1><p>{story.day.day} {story.day:%B} {story.day.year}</p>{inner}<p>###</p></div><div id="footer">Harbour Board · Quay 1 · Vikby</div></div>'
    return Page(
        "press release",
        _shell("", body, f"Harbour Board: {story.title}"),
        story,
        None,
        story.day,
        has_headings=False,
        has_quotes=False,
    )


def magazine(story: Story) -> Page:
    pull = f'<aside class="pullquote">{story.of("q")[0][1:50]}</aside>'
    between = '<figure class="wide"><img src="x.jpg" alt=""><figcaption>A picture by Nobody in Particular</figcaption></figure>'
    head = f'<meta property="og:title" content="{story.title}"><meta name="author" content="{story.byline}"><meta name="date" content="{story.day}">'
    body = f'<nav>{_MENU}</nav><section class="hero"><h1>{story.title}</h1><p class="dek">A long look at a short affair.</p></section><section class="content">{pull}{_body(story, between=between, every=4)}</section><section class="newsletter"><h3>Sign up for our newsletter</h3><form><input type="email"><button>Sign up</button></form></section><section><h3>You may also like</h3><ul>{_RELATED}</ul></section>'
    return Page(
        "magazine",
        _shell(head, body, f"{story.title} | Slow Magazine"),
        story,
        story.byline,
        story.day,
    )


def old_table(story: Story) -> Page:
    inner = _body(story, quote="<p>{}</p>", heading="<p><b>{}</b></p>")
    body = f'<table width="100%"><tr><td colspan="3"><font size="6">The Vikby Courier</font></td></tr><tr><td width="150"><a href="/">Home</a><br><a href="/n">News</a><br><a href="/s">Sport</a></td><td><font face="Times"><h2>{story.title}</h2><i>By {story.byline}</i><br>{story.day:%B} {story.day.day}, {story.day.year}{inner}</font></td><td width="120"><b>Related</b><br><a href="/1">{_OTHERS[0]}</a><br><a href="/2">{_OTHERS[1]}</a></td></tr></table>'
    return Page(
        "old table",
        f"<html><head><title>Courier: {story.title}</title></head><body bgcolor=white>{body}</body></html>",
        story,
        story.byline,
        story.day,
        has_headings=False,
        has_quotes=False,
    )


def lazy(story: Story) -> Page:
    words = "<br><br>\n".join(words for _, words in story.parts)
    head = f'<meta property="og:title" content="{story.title}"><meta itemprop="datePublished" content="{story.day}">'
    body = f'<div class="top">{_MENU}</div><h1>{story.title}</h1><div class="text">{words}</div><div class="bottom"><a href="/">Back to the front page</a></div>'
    return Page(
        "lazy paragraphs",
        _shell(head, body, story.title),
        story,
        None,
        story.day,
        has_headings=False,
        has_quotes=False,
    )


def divs(story: Story) -> Page:
    inner = _body(
        story,
        paragraph='<div class="css-1a2b3c"><span>{}</span></div>',
        quote='<div class="css-quote"><em>{}</em></div>',
        heading='<h3 class="css-h">{}</h3>',
    )
    head = f'<script type="application/ld+json">[{{"@type":"WebSite","name":"X"}},{{"@graph":[{{"@type":["Article"],"headline":"{story.title}","datePublished":"{story.day}","author":"{story.byline}"}}]}}]</script>'
    body = f'<div id="root"><div class="css-nav">{_MENU}</div><div class="css-main"><div role="article"><h1>{story.title}</h1>{inner}</div></div><div class="css-rec"><h3>Recommended</h3><ul>{_RELATED}</ul></div></div>'
    return Page(
        "divs", _shell(head, body, story.title), story, story.byline, story.day, has_quotes=False
    )


def crowded(story: Story) -> Page:
    between = f'<div class="ad">Advertisement</div><p><a href="/a/1">Read more: {_OTHERS[0]}</a></p><div class="related-inline"><h4>Related</h4><ul>{_RELATED}</ul></div>'
    head = f'<meta property="og:title" content="{story.title}"/><meta property="og:site_name" content="Daily Noise"/><meta name="parsely-pub-date" content="{story.day}T00:00:00Z"/><meta name="parsely-author" content="{story.byline}"/>'
    body = f'{_COOKIES}<nav>{_MENU}</nav><article><h1>{story.title}</h1>{_SHARE}{_body(story, between=between)}<p><em>Follow us on Twitter for more.</em></p><p><a href="/app">Download our app</a></p></article><div class="comments"><h3>Comments</h3><p>This is an outrage and somebody should write to the mayor about all of it.</p></div>'
    return Page(
        "crowded",
        _shell(head, body, f"{story.title} - Daily Noise"),
        story,
        story.byline,
        story.day,
    )


def live(story: Story) -> Page:
    entries = "".join(
        f'<div class="entry"><time datetime="{story.day}T{9 + n:02}:10">{9 + n}.10am</time><{tag}>{words}</{tag}></div>'
        for n, (kind, words) in enumerate(story.parts)
        for tag in [{"p": "p", "h": "h2", "q": "blockquote", "l": "p"}[kind]]
    )
    head = f'<script type="application/ld+json">{{"@type":"LiveBlogPosting","headline":"{story.title}","datePublished":"{story.day}T09:00:00Z"}}</script>'
    body = f'<header>{_MENU}</header><main><h1>{story.title}</h1><div class="live">{entries}</div></main><footer>{_SHARE}</footer>'
    return Page(
        "live",
        _shell(head, body, f"{story.title} – live"),
        story,
        None,
        story.day,
        has_quotes=False,
    )


def xhtml(story: Story) -> Page:
    body = f'<div class="hd"><ul>{_MENU}</ul></div><div class="bd"><h1 itemprop="headline">{story.title}</h1><p itemprop="author">{story.byline}</p><p itemprop="datePublished" content="{story.day}">{story.day:%d.%m.%Y}</p><div itemprop="articleBody">{_body(story)}</div></div>'
    return Page(
        "xhtml",
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{story.title} :: Courier</title></head><body>{body}</body></html>',
        story,
        story.byline,
        story.day,
    )


def bare(story: Story) -> Page:
    return Page("bare", f"<h1>{story.title}</h1>{_body(story)}", story, None, None)


LAYOUTS: tuple[Callable[[Story], Page], ...] = (
    newspaper,
    agency,
    blog,
    press_release,
    magazine,
    old_table,
    lazy,
    divs,
    crowded,
    live,
    xhtml,
    bare,
)


def pages() -> Iterator[Page]:
    """All pages: 48."""
    for layout, story in product(LAYOUTS, STORIES):
        yield layout(story)
