"""A third lot of pages in the manner of sites: the first looks at them found few faults."""

# ruff: noqa: E501  the markup of a page is one line

from __future__ import annotations

from .saved_pages import Saved
from .site_parts import OTHERS, Told, saved, shell


def tech_press(s: Told) -> Saved:
    """A magazine of technology: boxes to read further, pictures to enlarge, who wrote it below."""
    made = [f"<p>{w}</p>" for w in s.lines]
    made[2:2] = [
        f'<aside class="pullbox sidebar story-sidebar right"><h3>Further Reading</h3><a href="/f">{OTHERS[0]}</a></aside>'
    ]
    made[4:4] = [
        '<figure class="image shortcode-img center large"><a class="enlarge" href="/e"><img></a><figcaption class="caption"><div class="caption-text"><a class="enlarge-link" href="/e">Enlarge</a> <span class="sep">/</span> The quay at night.</div><div class="caption-credit">Ana Ruiz</div></figcaption></figure>'
    ]
    content = f'<header class="site-header"><nav><ul><li><a href="/">Biz &amp; IT</a></li></ul></nav></header><div id="main" class="content-wrapper"><article class="article-single standalone intro-image" itemscope><header class="article-header"><h4 class="post-upperdek">Back to sea —</h4><h1 itemprop="headline">{s.title}</h1><h2 itemprop="description">{s.dek}</h2><section class="post-meta"><p class="byline"><a href="/a" rel="author"><span itemprop="name">{s.byline}</span></a> - <time class="date" datetime="{s.day}T12:00:00+00:00">{s.day.month}/{s.day.day}/{s.day.year}, 8:00 AM</time></p></section></header><section class="article-guts"><div itemprop="articleBody" class="article-content post-page">{"".join(made)}</div><div id="article-footer-wrap"><div class="sidebar-promo"><p>Listing image by Ana Ruiz</p></div></div></section><div id="social-footer"><a href="#comments">reader comments <span>93</span> with 50 posters participating</a><ul><li>Share this story</li></ul></div><section class="article-author"><a href="/a"><img></a><section class="author-info"><a href="/a" class="author-name">{s.byline}</a> <span class="author-bio">{s.byline.split()[0]} joined as senior reporter in 2011. {s.byline.split()[0]} lives in Vikby.</span></section></section><nav class="listing-nav"><a>Previous story</a></nav></article></div>'
    return saved(
        "tech press",
        shell(
            f"{s.title} | Arts Tec", f'<meta name="parsely-pub-date" content="{s.day}">', content
        ),
        s,
        s.lines,
    )


def gossip_platform(s: Told) -> Saved:
    """A platform whose names a program made, with cards of other posts in the text."""
    made = [f'<p class="sc-77igqf-0 bOfvBY">{w}</p>' for w in s.lines]
    made[3:3] = [
        f'<div class="sc-1jg76ko-0 hMpHWX"><a href="/k" class="sc-1out364-0 hMndXN js_link"><figure></figure><div class="sc-1mep9y1-0"><h6 class="sc-1pw4fyi-4">{OTHERS[1]}</h6><p class="sc-1d3a351-0">They came in the night, sat on the roofs and stayed; the mayor is said to feed one himself.</p><span>Read more</span></div></a></div>',
        '<div class="ad-container"><p class="ad-label">Advertisement</p></div>',
    ]
    content = f'<div class="js_page"><header><nav><a href="/">Gizmo</a><a href="/latest">Latest</a></nav></header><main class="sc-1x"><div class="sc-header"><h1 class="sc-1efpnfq-0">{s.title}</h1><div class="sc-mlvbrb"><div>By<a href="/a">{s.byline}</a></div><div class="js_meta-time"><time datetime="{s.day}T10:00:00-04:00">Published {s.shown}</time></div><span>Comments (41)</span></div></div><div class="r43lxo-0 gqfcxx js_post-content">{"".join(made)}</div><div class="sc-tags"><a>boats</a><a>pay</a></div></main><section class="js_recirc"><h4>You May Also Like</h4><p>The AV Club</p><a href="/z">{OTHERS[2]}</a></section></div>'
    head = f'<meta property="og:title" content="{s.title}"><meta name="author" content="{s.byline}"><meta property="article:published_time" content="{s.day}">'
    return saved("gossip platform", shell(s.title, head, content), s, s.lines)


def city_tabloid(s: Told) -> Saved:
    """A tabloid of a city: other stories beside the text, what it is filed under."""
    made = [f"<p>{w}</p>" for w in s.lines]
    made[3:3] = [
        f'<aside class="single__inline-module alignleft"><div class="inline-module inline-module--see-also"><h3 class="inline-module__heading">see also</h3><div class="inline-module__inner"><a class="inline-module__link" href="/p"><div class="inline-module__cta"><h4 class="inline-module__title">{OTHERS[3]}</h4></div></a></div></div></aside>'
    ]
    made[6:6] = [
        '<figure class="wp-block-image"><img><figcaption class="wp-element-caption"><span class="image-caption">The quay.</span><span class="credit">Getty Images</span></figcaption></figure><div class="nyp-slideshow-modal-image"><span>3</span></div>'
    ]
    content = (
        f'<div class="site-header"><a href="/">NP</a><ul><li>Metro</li></ul></div><div class="article-header"><div class="tag-list"><a>Metro</a></div><h1 class="headline headline--single">{s.title}</h1><div class="byline meta meta--byline"><span>By </span><div class="byline__author"><span><a href="/a" class="meta__link">{s.byline}</a></span></div></div><div class="date meta meta--date"><span>Published <span class="date__label"></span> {s.day:%B} {s.day.day}, {s.day.year}, 9:12 a.m. ET</span></div><div class="social-icons"><button>Share</button></div></div><div class="single__content entry-content m-bottom">{"".join(made)}</div><div class="more-on m-bottom"><h2>Filed under</h2><ul class="tags"><li><a>ferries</a></li><li><a>pay</a></li></ul><span>{s.day.month}/{s.day.day}/{s.day:%y}</span></div><div class="comments-inline-cta"><h3>What do you think?</h3><p>Post a comment.</p></div><div class="recirc-posts"><h3>Trending Now</h3>'
        + "".join(
            f'<article class="story"><h3 class="story__headline"><a href="/{n}">{o}</a></h3><p>This story has been shared 41,{n}12 times.</p></article>'
            for n, o in enumerate(OTHERS)
        )
        + "</div>"
    )
    head = (
        f'<meta property="og:title" content="{s.title}"><meta name="author" content="{s.byline}">'
    )
    return saved("city tabloid", shell(f"{s.title} - Norland Post", head, content), s, s.lines)


def buyers_guide(s: Told) -> Saved:
    """News of things to buy: lists that lead to guides, a letter to sign up for, prices."""
    made = [f"<p>{w}</p>" for w in s.lines]
    made[2:2] = [
        '<ul><li>Check out our <a href="/1"><u>best lanterns</u></a></li><li><a href="/2"><u>Best boats of 2021</u></a></li></ul>'
    ]
    made[5:5] = [
        '<div class="newsletter-signup slice-container newsletter-signup-article"><div class="newsletter-inbodyContent-slice"><section><h2 class="newsletter-form__strapline">Sign up for breaking news, reviews, opinion, top tech deals, and more.</h2><form><input type="email"><label>Contact me with news and offers from other Future brands</label><label>Receive email from us on behalf of our trusted partners or sponsors</label><button>SIGN ME UP</button></form><p>By submitting your information you agree to the <a>Terms</a> and <a>Privacy Policy</a> and are aged 16 or over.</p></section></div></div>'
    ]
    made[8:8] = [
        f'<div class="fancy-box"><div class="fancy_box-title">You may also like</div><div class="fancy_box_body"><p class="fancy-box__body-text"><a href="/3">{OTHERS[0]}</a></p></div></div>',
        '<div class="hawk-nest" data-widget-type="price"><p>Today\'s best lantern deals</p></div>',
    ]
    content = f'<header><a href="/">TR</a><nav><ul><li>Phones</li></ul></nav></header><main><article class="news-article"><header><nav class="breadcrumb"><ol><li><a>News</a></li></ol></nav><div class="news-article-header"><h1>{s.title}</h1><p class="strapline">{s.dek}</p></div><div class="byline-social"><div class="author-byline__authors">News <span>By <a rel="author" class="author-byline__link">{s.byline}</a></span> <span class="no-wrap">published <time class="relative-date" datetime="{s.day}T10:00:00Z"></time></span></div></div></header><section class="content-wrapper"><div id="article-body" class="text-copy bodyCopy auto">{"".join(made)}</div><div class="author author__default-layout"><div class="author__content"><div class="author__heading"><span class="author__name">{s.byline}</span><div class="author__role">Staff Writer</div></div><div class="author__biography"><p>{s.byline.split()[0]} has written about lanterns for nine years and owns eleven of them, two of which still work.</p></div></div></div><div id="slice-container-popularBox"><h2>Most Popular</h2></div></section></article></main>'
    head = f'<meta property="og:title" content="{s.title}"><meta name="parsely-author" content="{s.byline}"><meta name="pub_date" content="{s.day}T10:00:00Z">'
    return saved("buyers guide", shell(f"{s.title} | Tech Lamp", head, content), s, s.lines)


def science_wire(s: Told) -> Saved:
    """News of science: where to read more, who provided it, how to cite it, a notice."""
    made = [f"<p>{w}</p>" for w in s.lines]
    content = f'<header><a href="/">Phys</a></header><main><div class="row"><div class="col"><article class="news-article"><div class="d-flex"><p class="text-uppercase text-low">{s.day:%B} {s.day.day}, {s.day.year}</p></div><h1 class="text-extra-large line-low mb-2">{s.title}</h1><p class="article-byline text-low">by <a href="/u">{s.byline}</a></p><div class="article-main"><div class="article-gallery"><figure class="article-img"><img><figcaption class="text-darken text-low-up text-truncate-js text-truncate mt-3">The lake bed. Credit: River authority</figcaption></figure></div>{"".join(made)}<div class="article-main__more p-4"><strong>More information:</strong> P. Adeyemi et al, On leaks, <i>Journal of Lakes</i> (2017). <a href="/d">DOI: 10.1000/182</a></div><div class="article-main__more p-4"><strong>Journal information:</strong> <cite>Journal of Lakes</cite></div></div><div class="d-inline-block text-medium mt-4"><p>Provided by <a href="/v">University of Vikby</a></p></div><div class="article-main__citation"><p class="cite">Citation: {s.title} ({s.day.year}, {s.day:%B} {s.day.day}) retrieved 4 March 2024 from https://phys.example/news/1.html</p><p class="copyright">This document is subject to copyright. Apart from any fair dealing for the purpose of private study or research, no part may be reproduced without the written permission. The content is provided for information purposes only.</p></div></article></div><div class="col"><div class="sidebar"><h4>Explore further</h4><a>{OTHERS[0]}</a></div></div></div></main>'
    head = f'<meta property="og:title" content="{s.title}">'
    return saved("science wire", shell(s.title, head, content), s, s.lines)


def national_daily(s: Told) -> Saved:
    """A daily with a letter of its editor in the middle and rules for comments below."""
    made = [f"<p>{w}</p>" for w in s.lines]
    made[3:3] = [
        '<div class="article-ad"><div class="dfp-ad"></div></div>',
        f'<p><strong>Also read: <a href="/r">{OTHERS[2]}</a></strong></p>',
    ]
    made[6:6] = [
        '<div class="letter-from-editor"><h4>A letter from the Editor</h4><p>Dear reader, we have been keeping you up-to-date with information on the developments in Norland and the world that have a bearing on our health and wellbeing, our lives and livelihoods. Please support quality journalism by turning off ad blockers or purchasing a subscription.</p><a>Support Quality Journalism</a></div>'
    ]
    content = f'<header><ul class="menu"><li><a>Home</a></li></ul></header><section class="main"><div class="article-section"><h1 class="title">{s.title}</h1><h2 class="sub-title">{s.dek}</h2><div class="update-publish-time"><p class="publish-time">Published - {s.shown} 09:10 pm IST - VIKBY</p></div><div class="author"><div class="author-name"><a>{s.byline}</a></div></div><div class="article-picture"><div class="caption"><p>Crews at the quay. | Photo Credit: Ana Ruiz</p></div></div><div class="articlebodycontent"><div id="content-body-69" class="schemaDiv" itemprop="articleBody">{"".join(made)}</div></div><div class="related-topics"><h5>Related Topics</h5><p class="related-topics-list"><a>ferry</a> / <a>strike</a></p></div><div class="comments-shares"><p class="caption">Comments have to be in English, and in full sentences. They cannot be abusive or personal. Please abide by our <a>community guidelines</a> for posting your comments.</p></div></div></section>'
    head = f'<meta property="og:title" content="{s.title}"><meta name="article:author" content="{s.byline}"><meta name="publish-date" content="{s.day}T21:10:00+05:30">'
    return saved("national daily", shell(f"{s.title} - The Alden Hindi", head, content), s, s.lines)


def world_channel(s: Told) -> Saved:
    """A channel whose lists are counted for those who cannot see them."""
    made = [f"<p>{w}</p>" for w in s.lines]
    made[2:2] = [
        '<div class="more-on"><h2 class="more-on__heading">Recommended Stories</h2><span class="screen-reader-text">list of 3 items</span><ul class="more-on__list">'
        + "".join(
            f'<li><span class="screen-reader-text">list {n + 1} of 3</span><a href="/{n}"><span>{o}</span></a></li>'
            for n, o in enumerate(OTHERS[:3])
        )
        + '</ul><span class="screen-reader-text">end of list</span></div>'
    ]
    made[6:6] = ['<div class="container--ads"><span class="ads__title">Advertisement</span></div>']
    content = f'<div id="root"><div class="header"><nav><span class="screen-reader-text">Navigation menu</span><a>News</a></nav></div><main id="main-content-area"><div class="topics"><a>News</a>|<a>Labour</a></div><header class="article-header"><h1>{s.title}</h1><p class="article__subhead"><em>{s.dek}</em></p></header><figure class="article-featured-image"><img><figcaption>Crews cheer [Ana Ruiz/Agency]</figcaption></figure><div class="article-info-block"><div class="article-b-l"><div class="article-author-name"><span>By</span> <a class="author-link">{s.byline}</a></div></div><div class="article-dates"><div class="date-simple"><span class="screen-reader-text">Published On {s.day.day} {s.day:%b} {s.day.year}</span><span aria-hidden="true">{s.day.day} {s.day:%b} {s.day.year}</span></div></div><div class="article-share"><button>Share</button></div></div><div class="wysiwyg wysiwyg--all-content css-1ck9wyi" aria-live="polite" aria-atomic="true">{"".join(made)}<hr><div class="article-source">Source: <span>Al Alden</span></div></div></main></div>'
    head = f'<meta property="og:title" content="{s.title}"><script type="application/ld+json">{{"@type":"NewsArticle","headline":"{s.title}","datePublished":"{s.day}T10:00:00Z","author":{{"@type":"Person","name":"{s.byline}"}}}}</script>'
    return saved("world channel", shell(s.title, head, content), s, s.lines)


def test_report(s: Told) -> Saved:
    """A test: for and against in a box, a verdict, where to buy it."""
    made = [f"<p>{w}</p>" for w in s.lines[:-1]]
    box = '<div class="pros-cons"><div><h3>Pros</h3><ul><li>Burns all night</li><li>Looks well on a boat</li></ul></div><div><h3>Cons</h3><ul><li>Heavier than it seems</li></ul></div></div>'
    content = f'<header><nav><a>Reviews</a></nav></header><main><article><h1 class="title">{s.title}</h1><div class="dek">{s.dek}</div><div class="byline">by <a rel="author">{s.byline}</a><time datetime="{s.day}">{s.shown}</time></div><div class="rating"><span>8.5</span><span>/ 10</span></div><div class="entry">{box}{"".join(made)}<h2>Verdict</h2><p>{s.lines[-1]}</p></div><div class="where-to-buy"><h4>Where to buy</h4><a>$49 at Halden</a></div></article></main>'
    head = f'<meta property="og:title" content="{s.title}">'
    return saved(
        "test report",
        shell(s.title, head, content),
        s,
        [
            "Pros",
            "Burns all night",
            "Looks well on a boat",
            "Cons",
            "Heavier than it seems",
            *s.lines[:-1],
            "Verdict",
            s.lines[-1],
        ],
    )


def hosted_weblog(s: Told) -> Saved:
    """A weblog on a host of many: share, like, and what it was posted in."""
    made = [f"<p>{w}</p>" for w in s.lines]
    content = f'<div id="page"><header id="masthead"><h1 class="site-title"><a href="https://slow.example/" rel="home">Slow Water</a></h1><h2 class="site-description">Walks along the canal</h2><nav id="site-navigation"><div class="menu"><ul><li><a href="/">Home</a></li><li><a href="/about">About</a></li></ul></div></nav></header><div id="main" class="wrapper"><div id="primary" class="site-content"><div id="content" role="main"><article id="post-77" class="post-77 post"><header class="entry-header"><h1 class="entry-title">{s.title}</h1><div class="comments-link"><a href="#r"><span class="leave-reply">Leave a reply</span></a></div></header><div class="entry-content">{"".join(made)}<div id="jp-post-flair" class="sharedaddy sd-like-enabled sd-sharing-enabled"><div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social sd-social-icon-text sd-sharing"><h3 class="sd-title">Share this:</h3><div class="sd-content"><ul><li><a><span>Twitter</span></a></li><li><a><span>Facebook</span></a></li></ul></div></div></div><div class="sharedaddy sd-block sd-like"><h3 class="sd-title">Like this:</h3><span class="button"><span>Like</span></span> <span class="loading">Loading...</span></div><div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3></div></div></div><footer class="entry-meta">This entry was posted in <a rel="category tag">Walks</a> and tagged <a>boats</a> on <a rel="bookmark"><time class="entry-date" datetime="{s.day}T19:00:00+00:00">{s.shown}</time></a><span class="by-author"> by <span class="author vcard"><a class="url fn n" rel="author">{s.byline}</a></span></span>.</footer></article><nav class="nav-single"><h3 class="assistive-text">Post navigation</h3><span class="nav-previous"><a>← {OTHERS[0]}</a></span></nav></div></div><div id="secondary" class="widget-area" role="complementary"><aside class="widget"><h3>Recent Posts</h3></aside></div></div></div>'
    return saved("hosted weblog", shell(f"{s.title} | Slow Water", "", content), s, s.lines)


def bay_daily(s: Told) -> Saved:
    """A daily whose writers sign with their addresses at the end of the text."""
    made = [f"<p>{w}</p>" for w in s.lines]
    made[4:4] = [
        f'<div class="article--content-inline"><div class="hnp-related"><h3>More for you</h3><ul><li><a href="/1">{OTHERS[1]}</a><div>A flock of nine was counted on one roof alone</div></li></ul></div></div>'
    ]
    content = f'<header><nav><a>Bay Area</a></nav></header><main class="article--main"><article><header class="article--header"><h1>{s.title}</h1><div class="article--header-byline"><span class="header-author">By <a>{s.byline}</a>,<span>Staff writer</span></span><time class="article--header-date" datetime="{s.day}">{s.shown}</time></div></header><section class="article--body"><div class="article--content-body">{"".join(made)}<p><i>{s.byline} is an Alden Chronicle staff writer. Email: mlind@chronicle.example Twitter: @mlind</i></p></div></section><div class="article--footer"><div class="authorBio"><h3>Written By</h3><h4>{s.byline}</h4><p>Reach {s.byline.split()[0]} on</p><p>{s.byline} covers ports for the Chronicle. Before that she covered rain for nine years, and wind for two.</p></div></div></article></main>'
    head = f'<meta property="og:title" content="{s.title}"><meta name="date.release" content="x"><meta property="article:published_time" content="{s.day}"><meta name="author" content="{s.byline}">'
    return saved("bay daily", shell(s.title, head, content), s, s.lines)


def town_weekly(s: Told) -> Saved:
    """A weekly whose menu is longer than its article, without any heading."""
    nav = "".join(f'<li><a href="/s{n}">Section {n} of the town</a></li>' for n in range(60))
    made = "".join(f'<p align="left">{w}</p>' for w in s.lines[:4])
    content = f'<table width="100%"><tr><td width="180" valign="top"><ul>{nav}</ul></td><td valign="top"><div class="article_title">{s.title}</div><div class="article_date">Posted: {s.day:%b} {s.day.day}, {s.day.year}</div><div class="article_text">{made}</div><div class="tools">[ <a>Print</a> | <a>Email</a> ]</div></td><td width="160"><b>Poll of the week</b><form><input type="radio">Yes<br><input type="radio">No<br><input type="submit" value="Vote"></form></td></tr></table>'
    return saved(
        "town weekly", shell(f"{s.title} - Vikby Weekly", "", content), s, s.lines[:4], byline=None
    )


def counted_list(s: Told) -> Saved:
    """A list whose entries are headings with numbers and nothing below them."""
    intro, *lines = s.lines
    items = "".join(
        f'<div id="mod-subbuzz-{n}" class="subbuzz subbuzz-photo xs-mb4"><h2 class="subbuzz__title"><span class="subbuzz__number">{n}.</span> <span class="js-subbuzz__title-text">{w}</span></h2><div class="subbuzz__media-container"><img></div><div class="subbuzz__attribution"><p>Ana Ruiz / Via <a href="/v">example.com</a></p></div></div>'
        for n, w in enumerate(lines, 1)
    )
    content = f'<header><nav><a>Quizzes</a></nav></header><main><article class="buzz"><div class="headline"><p class="headline-timestamp">Posted on <time datetime="{s.day}T10:00:00">{s.day:%b} {s.day.day}, {s.day.year}</time></p><h1 class="headline__title">{s.title}</h1><p class="headline-description">{s.dek}</p><div class="headline-byline"><div class="bylines"><span class="by">by</span> <a class="metadata-link"><span>{s.byline}</span></a><p>Staff</p></div></div></div><div class="subbuzzes-wrapper"><div class="subbuzz subbuzz-text"><p>{intro}</p></div>{items}</div><div class="social-share"><h3>Share This Article</h3><button>Facebook</button></div></article></main>'
    head = (
        f'<meta property="og:title" content="{s.title}"><meta name="author" content="{s.byline}">'
    )
    return saved(
        "counted list",
        shell(s.title, head, content),
        s,
        [intro, *(f"{n}. {w}" for n, w in enumerate(lines, 1))],
    )


LATE = (
    tech_press,
    gossip_platform,
    city_tabloid,
    buyers_guide,
    science_wire,
    national_daily,
    world_channel,
    test_report,
    hosted_weblog,
    bay_daily,
    town_weekly,
    counted_list,
)
