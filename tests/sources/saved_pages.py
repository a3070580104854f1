"""Saved pages in the manner of real sites, each with the body that a person would copy from it."""

# ruff: noqa: E501  the markup of a page is one line

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from .pages import STORIES

FERRY, DRUM, CINEMA, LAKE = STORIES
COOKIES = '<div id="onetrust-consent-sdk"><div class="ot-sdk-container" role="region" aria-label="Cookie banner"><h2 id="onetrust-policy-title">We value your privacy</h2><div id="onetrust-policy-text">We and our 842 partners store and access information on a device, such as unique identifiers in cookies, to process personal data. You may accept or manage your choices by clicking below.<a href="/cookies">More information</a></div><button>Accept all</button><button>Reject all</button></div></div>'
MENU = '<header class="site-header"><a class="logo" href="/">The Alden Post</a><nav aria-label="Primary"><ul><li><a href="/news">News</a></li><li><a href="/politics">Politics</a></li><li><a href="/sport">Sport</a></li><li><a href="/culture">Culture</a></li></ul></nav><a href="/login">Sign in</a></header>'
FOOT = '<footer class="site-footer"><ul><li><a href="/about">About us</a></li><li><a href="/jobs">Careers</a></li><li><a href="/terms">Terms of use</a></li></ul><p>© 2024 Alden Media Group Ltd. Registered in Norland, number 443120.</p></footer>'


@dataclass(frozen=True)
class Saved:
    """A page and what is right for it: `body` are its paragraphs, headings, items and quotes."""

    name: str
    html: str
    body: tuple[str, ...]
    title: str | None = None
    byline: str | None = None
    day: date | None = None


def _page(
    name: str,
    content: str,
    body: Sequence[str],
    *,
    title: str | None = None,
    head: str = "",
    byline: str | None = None,
    day: date | None = None,
    around: tuple[str, str] = (COOKIES + MENU, FOOT),
) -> Saved:
    shown = f"{title or name.capitalize()} | The Alden Post"
    html = f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{shown}</title>{head}</head><body>{around[0]}{content}{around[1]}</body></html>'
    return Saved(name, html, tuple(body), title, byline, day)


def _p(lines: Sequence[str], mark: str = "") -> str:
    return "".join(f"<p{mark}>{line}</p>" for line in lines)


def related_boxes() -> Saved:
    """Boxes of other stories, of a letter and of an advertisement between the paragraphs."""
    lines = [*FERRY.of("p"), *LAKE.of("p")[:3]]
    related = '<div class="story-package-module_related"><h3>More on this story</h3><ul><li><a href="/1">Islands stock up as strike enters third week</a><p>Shelves are empty on Skarholm.</p></li><li><a href="/2">What the crews earn, and what they do</a></li></ul></div>'
    letter = '<div class="nl-inline-module"><h4>The Tide Table</h4><p>Our weekly letter on the coast, in your inbox on Thursdays.</p><form><input type="email" placeholder="Your e-mail"><button>Sign me up</button></form><p>By entering your e-mail you agree to our terms.</p></div>'
    advert = '<div class="ad-slot ad-slot--inline"><span>Advertisement</span><p>Summer cruises from 99 crowns. Book before Friday.</p></div>'
    inner = (
        _p(lines[:2]) + related + _p(lines[2:4]) + letter + _p(lines[4:6]) + advert + _p(lines[6:])
    )
    head = f'<meta property="og:title" content="{FERRY.title}"><meta property="article:published_time" content="2021-02-12T07:30:00+01:00"><meta name="author" content="Mara Lindqvist">'
    content = f'<main><article class="article"><header><h1>{FERRY.title}</h1><div class="byline">By <a href="/mara">Mara Lindqvist</a></div><time datetime="2021-02-12">12 Feb 2021</time><div class="share-bar"><button>Share</button><button>Save</button></div></header><div class="article-body">{inner}</div><ul class="topics"><li><a href="/t/ferries">Ferries</a></li><li><a href="/t/strikes">Strikes</a></li></ul></article><aside class="rail"><h2>Most read</h2><ol><li><a href="/3">Bridge toll to double</a></li><li><a href="/4">Owls move into town</a></li></ol></aside></main>'
    return _page(
        "related boxes",
        content,
        lines,
        title=FERRY.title,
        head=head,
        byline="Mara Lindqvist",
        day=FERRY.day,
    )


def live_posts() -> Saved:
    """A live report whose posts have a time, a heading and a name, with a summary above that repeats them."""
    posts = [
        ("18:42", "Count is over", FERRY.of("p")[:2]),
        ("17:55", "Doors of the hall are shut", FERRY.of("p")[2:4]),
        ("16:20", "Crews arrive on foot", [FERRY.of("p")[4], LAKE.of("p")[0]]),
        ("15:05", "Good afternoon", [LAKE.of("p")[1]]),
    ]
    made = "".join(
        f'<li class="lx-stream__post-container"><article class="lx-stream-post"><header><h3 class="lx-stream-post__header-title"><span class="time" aria-hidden="true">{clock}</span><span>{heading}</span></h3><time datetime="2021-02-12T{clock}:00Z">{clock}</time></header><p class="contributor">Mara Lindqvist<br>On the quay at Vikby</p><div class="lx-stream-post-body">{_p(lines)}</div><div class="share-tools"><button>Share this post</button><span>Copy link</span><a href="/about/sharing">Read more about these links.</a></div></article></li>'
        for clock, heading, lines in posts
    )
    summary = '<section class="summary"><h2>Summary</h2><ul><li>Crews vote on the offer after nineteen days</li><li>The first boat could leave on Friday evening</li></ul></section>'
    content = f'<main><h1>{FERRY.title}: as it happened</h1>{summary}<div class="live-stream"><div class="lx-pagination">Page 1 of 3</div><ol class="lx-stream__feed">{made}</ol></div></main>'
    body = [
        *chain.from_iterable([heading, *lines] for _, heading, lines in posts),
    ]
    return _page("live posts", content, body, title=f"{FERRY.title}: as it happened", day=FERRY.day)


def embedded_posts() -> Saved:
    """Posts of other sites, in a quote of theirs, between the paragraphs."""
    lines = DRUM.of("p")
    tweet = '<blockquote class="twitter-tweet" data-lang="en"><p lang="en" dir="ltr">The drum is going home. We will be at the gate with the band. <a href="https://t.example/x">pic.example/ab12</a></p>&mdash; Ilesi Valley Council (@ilesivalley) <a href="https://t.example/y">September 2, 2019</a></blockquote><script async src="https://platform.example/widgets.js"></script>'
    video = '<figure class="wp-block-embed"><div class="video-placeholder"><p>This content is hosted by a third party. To see it you must accept its cookies.</p><button>Accept and show</button></div><figcaption>The drum is played for the cameras. Video: Alden TV</figcaption></figure>'
    inner = _p(lines[:2]) + tweet + _p(lines[2:4]) + video + _p(lines[4:])
    body = [
        *lines[:2],
        "The drum is going home. We will be at the gate with the band. pic.example/ab12",
        *lines[2:],
    ]
    content = f'<article class="post-1203 post type-post"><h1 class="entry-title">{DRUM.title}</h1><div class="entry-content">{inner}</div><div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="#">Twitter</a></li><li><a href="#">Facebook</a></li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3></div></article><nav class="post-navigation"><a href="/prev">Previous: A cast for the case</a></nav>'
    return _page("embedded posts", content, body, title=DRUM.title)


def gallery() -> Saved:
    """A slide show in the middle of the text, each picture with words and a name below."""
    lines = LAKE.of("p")
    slides = "".join(
        f'<li class="slide"><img data-src="{n}.jpg" alt="{words}"><div class="slide__caption">{words}<span class="slide__credit">Photograph: Ines Carvalho/The Post</span></div></li>'
        for n, words in enumerate(
            (
                "The lake bed on the fourth day, with the pier that stands dry.",
                "Divers go down to the shaft on a rope that the fire brigade lent them.",
                "Fish wait for their lorry in a tank of the brewery, which is next door.",
            )
        )
    )
    show = f'<div class="gallery"><p class="gallery__count">1 / 3</p><ul class="slides">{slides}</ul><button>Next</button></div>'
    content = f'<main id="content"><h1>{LAKE.title}</h1><p class="standfirst">Nine days, one door, and a map that nobody had looked at.</p><div class="meta"><a rel="author" href="/ines">Ines Carvalho</a> <time itemprop="datePublished" datetime="2017-06-21T06:00">Wed 21 Jun 2017</time></div><div class="content__article-body">{_p(lines[:3])}{show}{_p(lines[3:])}</div></main>'
    return _page(
        "gallery",
        content,
        lines,
        title=LAKE.title,
        byline="Ines Carvalho",
        day=LAKE.day,
    )


def facts_beside() -> Saved:
    """A box of facts that floats in an encyclopedia's article, with its notes below."""
    lines = [*LAKE.of("p")[:3], *DRUM.of("p")[:3]]
    box = "".join(
        f"<tr><th>{key}</th><td>{value}</td></tr>"
        for key, value in (("Area", "12 km2"), ("Depth", "31 m"), ("Inflow", "Orrin Beck"))
    )
    notes = '<ol class="references"><li id="n1"><a href="#r1">^</a> <cite>River Authority: First report, 2017.</cite></li><li id="n2"><a href="#r2">^</a> <cite>Holm, P.: Lakes of the north. Vikby 1998.</cite></li></ol>'
    toc = '<div id="toc" class="toc" role="navigation"><h2>Contents</h2><ul><li><a href="#H">1 History</a></li><li><a href="#F">2 Fish</a></li></ul></div>'
    marked = [f"{line}<sup class=reference><a href=#n1>[1]</a></sup>" for line in lines]
    content = f'<div id="content"><h1 id="firstHeading">Lake Orrin</h1><div id="siteSub">From the free lexicon of the north</div><div id="mw-content-text"><div class="mw-parser-output"><div role="note" class="hatnote">For the ship, see <a href="/o">Orrin (ship)</a>.</div><table class="infobox"><caption>Lake Orrin</caption>{box}</table>{_p(marked[:2])}{toc}<h2><span id="H">History</span><span class="mw-editsection">[<a href="/edit">edit</a>]</span></h2>{_p(marked[2:4])}<div class="thumb"><div class="thumbinner"><img src="m.jpg"><div class="thumbcaption">The eastern bank on a map of 1902</div></div></div><h2><span id="F">Fish</span><span class="mw-editsection">[<a href="/edit">edit</a>]</span></h2>{_p(marked[4:])}<h2>References</h2>{notes}</div></div><div id="catlinks"><a href="/c">Categories</a>: <a href="/l">Lakes of Norland</a></div></div>'
    body = [*lines[:2], "History", *lines[2:4], "Fish", *lines[4:]]
    return _page("facts beside", content, body, title="Lake Orrin")


def author_and_comments() -> Saved:
    """A blog: who wrote it, what readers said and how to answer, below the article."""
    lines = CINEMA.of("p")
    bio = '<div class="author-box"><img class="avatar"><h4>About Petra Holm</h4><p>Petra Holm has written about towns and their roofs since 2009. She lives in Vikby with a cello and two hens.</p><a href="/petra">View all posts by Petra Holm</a></div>'
    comments = "".join(
        f'<li class="comment" id="c{n}"><article class="comment-body"><footer class="comment-meta"><b class="fn">{who}</b> says: <time datetime="2023-11-29T10:0{n}">29 November 2023</time></footer><div class="comment-content"><p>{words}</p></div><a class="comment-reply-link" href="#">Reply</a></article></li>'
        for n, (who, words) in enumerate(
            (
                (
                    "seadog",
                    "I saw my first film there and my last tooth was lost there too, in 1981, on a caramel that they no longer sell.",
                ),
                (
                    "Lars",
                    "The windows of the school have been waiting since my daughter went there, and she is a dentist now.",
                ),
                (
                    "Nils P.",
                    "Does anybody know whether the organ has been repaired? It was said to be under water.",
                ),
            )
        )
    )
    content = f'<div id="primary"><article class="post hentry"><header class="entry-header"><h1 class="entry-title">{CINEMA.title}</h1><div class="entry-meta">Posted on <time class="entry-date published" datetime="2023-11-28T09:00:00+00:00">November 28, 2023</time> by <span class="author vcard"><a class="url fn n" href="/petra">Petra Holm</a></span></div></header><div class="entry-content">{_p(lines[:3])}<blockquote><p>{CINEMA.of("q")[0]}</p></blockquote>{_p(lines[3:])}</div><footer class="entry-footer">Filed under <a href="/c">Culture</a>, <a href="/t">Town</a></footer>{bio}</article><div id="comments" class="comments-area"><h2 class="comments-title">3 thoughts on “{CINEMA.title}”</h2><ol class="comment-list">{comments}</ol><div id="respond"><h3>Leave a reply</h3><p>Your email address will not be published. Required fields are marked *</p><form><textarea></textarea></form></div></div></div><aside id="secondary"><h2>Archives</h2><ul><li><a href="/2023/10">October 2023</a></li></ul></aside>'
    body = [*lines[:3], CINEMA.of("q")[0], *lines[3:]]
    return _page(
        "author and comments",
        content,
        body,
        title=CINEMA.title,
        byline="Petra Holm",
        day=CINEMA.day,
    )


def paywall_teaser() -> Saved:
    """The first paragraphs, then an offer, then a list of what is free."""
    lines = FERRY.of("p")[:3]
    offer = '<div class="tp-container"><h2>Read this story for one crown</h2><p>You have read your three free articles this month. Subscribers can read everything, on all devices.</p><ul><li>All articles and the crossword</li><li>The paper as a PDF each morning</li><li>Cancel whenever you like</li></ul><a class="button" href="/buy">Try it for one crown</a><p>Already have an account? <a href="/in">Log in</a></p></div>'
    head = (
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","isAccessibleForFree":"False","headline":"'
        + FERRY.title
        + '","datePublished":"2021-02-12","author":{"@type":"Person","name":"Mara Lindqvist"},"hasPart":{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":".paid"}}</script>'
    )
    free = '<section class="teaser-list"><h2>Free to read</h2><article><h3><a href="/f1">Owls of Norrland move into town</a></h3><p>They come for the mice and stay for the lamps, a survey has found.</p></article><article><h3><a href="/f2">Ten things to do with a cabbage</a></h3><p>The seventh is not for eating and needs a ladder.</p></article></section>'
    content = f'<main><article><h1>{FERRY.title}</h1><p class="lead">Nineteen days without post come to an end.</p><div class="teaser">{_p(lines)}</div>{offer}</article>{free}</main>'
    return _page(
        "paywall teaser",
        content,
        ["Nineteen days without post come to an end.", *lines],
        title=FERRY.title,
        head=head,
        byline="Mara Lindqvist",
        day=FERRY.day,
    )


def amp() -> Saved:
    """A page for telephones."""
    lines = DRUM.of("p")
    head = '<script async src="https://cdn.example/v0.js"></script><style amp-boilerplate>body{visibility:hidden}</style><meta property="article:published_time" content="2019-09-03T10:00:00Z">'
    inner = (
        _p(lines[:2], ' class="amp-p"')
        + '<amp-ad width=300 height=250 type="x"><div placeholder>Advertisement</div></amp-ad>'
        + _p(lines[2:4], ' class="amp-p"')
        + '<amp-img src="d.jpg" alt="drum"></amp-img><p class="amp-img-caption">The drum in its case, in a picture of 1951</p>'
        + f"<h2>{DRUM.of('h')[0]}</h2>"
        + _p(lines[4:], ' class="amp-p"')
    )
    content = f'<amp-consent id="c" layout="nodisplay"><div id="ui"><p>We care about your data and would like to use cookies to give you a better time.</p><button>Agree</button></div></amp-consent><amp-sidebar id="s"><ul><li><a href="/">Home</a></li></ul></amp-sidebar><main role="main"><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{DRUM.title}</h1><div class="amp-wp-meta amp-wp-byline">Tomas Okafor</div></header><div class="amp-wp-article-content">{inner}</div><footer class="amp-wp-article-footer"><a href="#">Leave a comment</a></footer></article></main><amp-sticky-ad><p>Buy a drum today.</p></amp-sticky-ad>'
    return _page(
        "amp",
        content,
        [*lines[:4], DRUM.of("h")[0], *lines[4:]],
        title=DRUM.title,
        head=head,
        byline="Tomas Okafor",
        day=DRUM.day,
        around=("", ""),
    )


def old_tables() -> Saved:
    """A page of 1999: tables in tables, fonts, breaks; the menu in a cell on the left."""
    lines = LAKE.of("p")
    menu = "".join(
        f'<tr><td bgcolor="#cccccc"><font size="1"><a href="{n}.htm">{n}</a></font></td></tr>'
        for n in ("News", "Weather", "Tides", "Letters", "Small ads")
    )
    text = "".join(
        f'<p align="justify"><font face="Arial" size="2">{line}</font>' for line in lines
    )
    content = f'<table width="760" border="0"><tr><td colspan="2"><img src="top.gif" alt="The Orrin Gazette"></td></tr><tr><td width="140" valign="top"><table>{menu}</table><p><font size="1">You are visitor number 10422</font></td><td valign="top"><font size="5"><b>{LAKE.title}</b></font><br><font size="1">by Ines Carvalho</font>{text}<hr><font size="1"><a href="index.htm">Back to the front page</a> | <a href="mailto:ed@orrin.example">Write to the editor</a><br>Last updated 21 June 2017. Best viewed at 800 x 600.</font></td></tr></table>'
    return _page(
        "old tables",
        content,
        lines,
        title=LAKE.title,
        byline="Ines Carvalho",
        day=LAKE.day,
        around=("", ""),
    )


def double_breaks() -> Saved:
    """Paragraphs that only breaks part, with pictures and a menu of shares in the same element."""
    lines = [*CINEMA.of("p"), *FERRY.of("p")[:2]]
    text = (
        "<br /><br />".join(lines[:3])
        + '<br /><br /><a class="thickbox" href="b.jpg"><img src="s.jpg"></a><br /><i>Karl Nyman in the box of the cinema (Photo: P. Holm)</i><br /><br />'
        + "<br><br>".join(lines[3:])
        + '<br><br><b>Also read:</b> <a href="/x">The last reel of the Lantern in Moss</a><br><br><a href="/print">Print</a> <a href="/mail">Mail this</a>'
    )
    content = f'<div id="wrap"><div id="left"><b>Sections</b><br><a href="/a">Town</a><br><a href="/b">County</a></div><div id="mid"><h2 class="title">{CINEMA.title}</h2><div class="date">28.11.2023</div><div class="txt">{text}</div></div></div>'
    return _page("double breaks", content, lines, title=CINEMA.title, day=CINEMA.day)


def div_soup() -> Saved:
    """Names made by a program, paragraphs in spans, a heading that is a div, no article element."""
    lines = [*DRUM.of("p"), *CINEMA.of("p")[:3]]
    made = "".join(
        f'<div class="sc-bdVaJa kXyzAB"><span class="sc-htpNat">{line}</span></div>'
        for line in lines
    )
    card = '<div class="sc-EHOje"><a class="sc-ifAKCX" href="/n"><div class="sc-bxivhb">Museum opens a room for things it cannot explain</div><div class="sc-bwzfXH">4 min read</div></a></div>'
    content = f'<div id="__next"><div class="sc-a"><div class="sc-b"><a href="/">Home</a><a href="/w">World</a></div></div><div class="sc-c"><h1 class="sc-d">{DRUM.title}</h1><div class="sc-e"><div>Tomas Okafor</div><div>September 3, 2019 · 5 min read</div></div><div class="sc-f">{made}</div><div class="sc-g"><div>You may also like</div>{card * 3}</div></div></div>'
    return _page("div soup", content, lines, title=DRUM.title, day=DRUM.day)


def lazy_loaded() -> Saved:
    """Paragraphs that wait, hidden, for a scroll, each in a holder of its own with a picture."""
    lines = [*LAKE.of("p"), *FERRY.of("p")]
    made = "".join(
        f'<div class="body-chunk" data-chunk="{n}"{" hidden" if n > 2 else ""} style="{"display:none" if n > 2 else ""}"><div class="lazy-holder"><noscript><img src="{n}.jpg" alt=""></noscript></div><p>{line}</p></div>'
        for n, line in enumerate(lines)
    )
    content = f'<main><h1>{LAKE.title}</h1><div class="chunks">{made}</div><button class="continue">Continue reading</button><div class="outbrain"><span>Recommended by</span><ul><li><a href="/o1">Dentists hate this lake</a></li></ul></div></main>'
    return _page("lazy loaded", content, lines, title=LAKE.title)


def pull_quotes() -> Saved:
    """The same words again in large letters, a question and answer, and a correction below."""
    lines = CINEMA.of("p")
    pull = f'<blockquote class="pullquote"><p>{CINEMA.of("q")[0][1:60]}</p></blockquote>'
    inner = (
        f'<p class="dropcap"><span class="dropcap__letter">{lines[0][0]}</span>{lines[0][1:]}</p>'
        + _p(lines[1:3])
        + pull
        + f"<blockquote><p>{CINEMA.of('q')[0]}</p></blockquote>"
        + _p(lines[3:])
        + "<p><em>Correction: an earlier version of this article gave the wrong year.</em></p>"
    )
    head = f'<script type="application/ld+json">{{"@graph":[{{"@type":"WebPage","name":"x"}},{{"@type":["Article"],"headline":"{CINEMA.title}","datePublished":"2023-11-28T09:00:00Z","author":{{"@id":"#a"}}}},{{"@type":"Person","@id":"#a","name":"Petra Holm"}}]}}</script>'
    content = (
        f'<main><article><h1>{CINEMA.title}</h1><div class="prose">{inner}</div></article></main>'
    )
    body = [
        *lines[:3],
        CINEMA.of("q")[0],
        *lines[3:],
        "Correction: an earlier version of this article gave the wrong year.",
    ]
    return _page(
        "pull quotes",
        content,
        body,
        title=CINEMA.title,
        head=head,
        byline="Petra Holm",
        day=CINEMA.day,
    )


def forum() -> Saved:
    """A thread: all posts are the text, the names and counts beside them are not."""
    posts = (
        "My old bilge pump starts by itself at night, runs for a minute and stops. There is no water in the boat that I can find. Has anybody seen this?",
        "Mine did that for a year. It was the float switch: salt had grown on the hinge and it stuck half way. Clean it with vinegar before you buy anything.",
        "Before the switch I would look at the cable. A chafed wire that touches the engine block gives the same thing when the boat rolls.",
        "It was the cable. It had rubbed through where it passes the stringer. Thank you both, I can sleep again.",
    )
    made = "".join(
        f'<div id="p{n}" class="post has-profile"><div class="inner"><dl class="postprofile"><dt class="has-profile-rank"><a class="username" href="/u{n}">{who}</a></dt><dd class="profile-rank">Able seaman</dd><dd class="profile-posts"><strong>Posts:</strong> <a href="/s">{41 * n + 7}</a></dd><dd class="profile-joined"><strong>Joined:</strong> 12 Mar 2011</dd></dl><div class="postbody"><div id="pc{n}"><h3><a href="#p{n}">Re: Pump starts at night</a></h3><ul class="post-buttons"><li><a href="/q">Quote</a></li></ul><p class="author"><a href="#"><span>Post</span></a> by <strong><a href="/u{n}">{who}</a></strong> » 04 Jun 2022, 21:1{n}</p><div class="content">{words}</div><div class="signature">Fair winds and dry socks, s/y Brita</div></div></div></div></div>'
        for n, (who, words) in enumerate(
            zip(("brita", "oldsalt", "Mo", "brita"), posts, strict=True)
        )
    )
    content = f'<div id="wrap"><ul class="breadcrumbs"><li><a href="/">Board index</a></li><li><a href="/e">Engines</a></li></ul><div id="page-body"><h2 class="topic-title"><a href="/t">Pump starts at night</a></h2><div class="action-bar"><a href="/reply">Post Reply</a> <div class="pagination">4 posts • Page 1 of 1</div></div>{made}<div class="action-bar">4 posts • Page 1 of 1</div><p class="jumpbox-return"><a href="/e">Return to “Engines”</a></p></div></div>'
    return _page(
        "forum",
        content,
        posts,
        title="Pump starts at night",
        day=date(2022, 6, 4),
        around=("", '<div id="page-footer"><p>Powered by phpBoard</p></div>'),
    )


def product() -> Saved:
    """A shop: what the thing is and what it is made of; prices, baskets and reviews are beside."""
    about = (
        "The Halden is a lantern for boats that go out in weather. Its glass is four millimetres thick and sits in a frame of brass that we cast ourselves.",
        "A tank of half a litre burns for thirty hours. The wick can be trimmed from outside, without gloves being taken off.",
    )
    facts = (
        "Height: 31 cm, with the ring 38 cm",
        "Weight: 2.1 kg without oil",
        "Burns lamp oil and paraffin",
    )
    content = f'<main class="product"><nav class="breadcrumb"><a href="/">Home</a> / <a href="/l">Lanterns</a></nav><div class="gallery"><img src="1.jpg"><img src="2.jpg"></div><div class="summary"><h1 class="product_title">Halden storm lantern</h1><p class="price"><span class="amount">890.00 kr</span></p><p class="stock in-stock">12 in stock</p><form class="cart"><input type="number" value="1"><button>Add to basket</button></form></div><div class="woocommerce-tabs"><ul class="tabs"><li><a href="#d">Description</a></li><li><a href="#r">Reviews (2)</a></li></ul><div id="tab-description"><h2>Description</h2>{_p(about)}<ul>{"".join(f"<li>{fact}</li>" for fact in facts)}</ul></div></div><section class="related products"><h2>Related products</h2><ul class="products"><li><a href="/p1"><h3>Wick, three pieces</h3><span class="price">40.00 kr</span></a><a class="button">Add to basket</a></li><li><a href="/p2"><h3>Lamp oil</h3><span class="price">65.00 kr</span></a><a class="button">Add to basket</a></li></ul></section></main>'
    return _page("product", content, [*about, *facts], title="Halden storm lantern")


def documentation() -> Saved:
    """A manual: headings, code and lists are the text; the tree of chapters and the edit link are not."""
    prose = (
        "A tide table is a file with one line for each turn of the tide. The program reads it once, when it starts, and keeps it in memory.",
        "Each line holds a time, a height in metres and a letter, with blanks between. Lines that begin with a hash are remarks.",
        "If a line cannot be read, the program says its number and stops. Nothing that was read before is lost.",
    )
    code = "2021-02-12T06:14 2.31 H"
    content = f'<div class="body-wrapper"><nav class="wy-nav-side"><p class="caption"><span>Contents</span></p><ul><li class="toctree-l1"><a href="i.html">Installation</a></li><li class="toctree-l1 current"><a href="t.html">Tide tables</a><ul><li class="toctree-l2"><a href="#f">Format</a></li></ul></li><li class="toctree-l1"><a href="a.html">API</a></li></ul></nav><section class="wy-nav-content-wrap"><div class="rst-content"><div role="navigation"><ul class="wy-breadcrumbs"><li><a href="/">Docs</a></li><li>Tide tables</li><li><a href="/src">Edit on Forge</a></li></ul><hr></div><div role="main" class="document"><section id="t"><h1>Tide tables<a class="headerlink" href="#t">¶</a></h1><p>{prose[0]}</p><section id="f"><h2>Format<a class="headerlink" href="#f">¶</a></h2><p>{prose[1]}</p><div class="highlight-text notranslate"><div class="highlight"><pre>{code}</pre></div></div></section><section id="e"><h2>Errors<a class="headerlink" href="#e">¶</a></h2><p>{prose[2]}</p></section></section></div><footer><div class="rst-footer-buttons"><a href="i.html">Previous</a><a href="a.html">Next</a></div><hr><p>© Copyright 2021, the tide people.</p>Built with <a href="/x">Sphinx</a> using a <a href="/y">theme</a>.</footer></div></section></div>'
    return _page(
        "documentation",
        content,
        [prose[0], "Format", prose[1], code, "Errors", prose[2]],
        title="Tide tables",
        around=("", ""),
    )


def listing() -> Saved:
    """A page of events, each a heading, a line of facts and some words: all of it is the text."""
    events = (
        (
            "Night walk on the eastern bank",
            "Bring boots and a lamp. The walk takes two hours and ends at the old shaft, where there is soup.",
        ),
        (
            "Talk: what the map of 1902 knew",
            "Paul Adeyemi shows the map and the places where it was right. Children may touch the copy.",
        ),
        (
            "Swan count",
            "We need forty people with good eyes and patience. Coffee is free for all who have counted.",
        ),
        (
            "Concert in the pump house",
            "The brass band of the valley plays beside the engine, which will be running quietly.",
        ),
    )
    made = "".join(
        f'<div class="event-item"><h3><a href="/e{n}">{heading}</a></h3><p>{words}</p><a class="more" href="/e{n}">Read more</a></div>'
        for n, (heading, words) in enumerate(events)
    )
    intro = "These are the events of the lake society for June. All of them are free and none needs a ticket."
    content = f'<main><h1>What is on in June</h1><p>{intro}</p><form class="filter"><label>Month</label><select><option>June</option><option>July</option></select><button>Show</button></form><div class="event-list">{made}</div><ul class="pager"><li><a href="?p=2">Next page</a></li></ul></main>'
    return _page(
        "listing",
        content,
        [intro, *chain.from_iterable(events)],
        title="What is on in June",
    )


def questions() -> Saved:
    """Questions and answers that open and shut, and a table of figures."""
    asked = (
        (
            "When does the first boat leave?",
            "The first boat leaves Vikby at six on Friday evening. It carries mail and milk before it carries people.",
        ),
        (
            "Do old tickets still count?",
            "Tickets for days of the strike count until the end of March, on every route.",
        ),
        (
            "Whom can I call?",
            "The harbour office answers from seven to nineteen. On Sundays there is a recorded voice.",
        ),
    )
    rows = (("Route 4", "every night", "48 kr"), ("Route 7", "on Sundays", "60 kr"))
    made = "".join(
        f'<div class="accordion__item"><button class="accordion__button" aria-expanded="false"><h3>{question}</h3></button><div class="accordion__panel" aria-hidden="true" hidden><p>{answer}</p></div></div>'
        for question, answer in asked
    )
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    intro = FERRY.of("p")[3]
    content = f'<main><h1>After the strike: what travellers ask</h1><p>{intro}</p><div class="accordion">{made}</div><h2>Routes and prices</h2><table class="data"><thead><tr><th>Route</th><th>Sails</th><th>Price</th></tr></thead><tbody>{table}</tbody></table><p>{FERRY.of("p")[5]}</p><div class="feedback"><p>Was this page useful?</p><button>Yes</button><button>No</button></div></main>'
    body = [
        intro,
        *chain.from_iterable(asked),
        "Routes and prices",
        "Route  |  Sails  |  Price",
        *("  |  ".join(row) for row in rows),
        FERRY.of("p")[5],
    ]
    return _page("questions", content, body, title="After the strike: what travellers ask")


def recipe() -> Saved:
    """A recipe below a story: what one needs and does, with stars and a jump button beside."""
    lines = (
        "On the boat we had one pot, one flame and a great many mackerel. This is what came of it, and my family still asks for it.",
        "The trick is the vinegar, which goes in late. My aunt puts it in early and is wrong about other things as well.",
    )
    needs = ("4 mackerel, gutted", "600 g potatoes, in slices", "2 tablespoons vinegar")
    steps = (
        "Boil the potatoes with the salt for ten minutes, until a fork goes in without an argument.",
        "Lay the fish on top, put on the lid and wait for eight minutes.",
        "Pour the vinegar over it, take the pot off the flame and count to a hundred.",
    )
    card = f'<div class="wprm-recipe-container"><h2 class="wprm-recipe-name">Mackerel in one pot</h2><div class="wprm-rating">4.8 from 31 votes</div><a href="#" class="wprm-recipe-print">Print Recipe</a><h3>Ingredients</h3><ul class="wprm-recipe-ingredients">{"".join(f"<li>{one}</li>" for one in needs)}</ul><h3>Instructions</h3><ol class="wprm-recipe-instructions">{"".join(f"<li><div>{one}</div></li>" for one in steps)}</ol></div>'
    content = f'<article class="post"><h1>Mackerel in one pot, as we had it at sea</h1><div class="jump"><a href="#r">Jump to Recipe</a></div><div class="entry-content">{_p(lines)}{card}<p>If you make it, tell me how it went.</p></div><section class="rc"><h2>Reader Interactions</h2><h3>Comments</h3><div class="comment"><p>I used trout and nobody noticed. Five stars from me and from the cat.</p></div></section></article>'
    return _page(
        "recipe",
        content,
        [
            *lines,
            "Mackerel in one pot",
            "Ingredients",
            *needs,
            "Instructions",
            *steps,
            "If you make it, tell me how it went.",
        ],
        title="Mackerel in one pot, as we had it at sea",
    )


def newsroom_cards() -> Saved:
    """A wire story whose page goes on with the whole of the next stories, as endless pages do."""
    lines = FERRY.of("p")
    others = "".join(
        f'<article class="story story--next" data-url="/n{n}"><h2 class="headline">{story.title}</h2><div class="story-body">{_p(story.of("p")[:3])}</div></article>'
        for n, story in enumerate((DRUM, CINEMA))
    )
    keys = '<div class="key-points"><h2>Key points</h2><ul><li>Crews accept the offer by three to one</li><li>Wages rise twice this year</li></ul></div>'
    content = f'<div class="infinite"><article class="story" data-url="/f"><h1 class="headline">{FERRY.title}</h1><div class="story-body">{keys}{_p(lines)}<p class="tagline">Mara Lindqvist reported from Vikby. Additional reporting by Per Dahl.</p></div></article>{others}</div>'
    return _page(
        "endless",
        content,
        [
            "Key points",
            "Crews accept the offer by three to one",
            "Wages rise twice this year",
            *lines,
        ],
        title=FERRY.title,
    )


SAVED = tuple(
    make()
    for make in (
        related_boxes,
        live_posts,
        embedded_posts,
        gallery,
        facts_beside,
        author_and_comments,
        paywall_teaser,
        amp,
        old_tables,
        double_breaks,
        div_soup,
        lazy_loaded,
        pull_quotes,
        forum,
        product,
        documentation,
        listing,
        questions,
        recipe,
        newsroom_cards,
    )
)
