"""Further pages in the manner of sites, written after the first had been read right."""

# ruff: noqa: E501  the markup of a page is one line

from __future__ import annotations

from itertools import chain

from .saved_pages import Saved
from .site_parts import OTHERS, Told, mixed, p, saved, shell


def one_form(s: Told) -> Saved:
    """A server that puts the whole page into one form, with hidden fields and tables."""
    made = p(s.lines)
    content = f'<form method="post" action="./story.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="dDwtMTg3"><div id="wrapper"><div id="topmenu"><ul><li><a href="/">Home</a></li><li><a href="/arch">Archive</a></li></ul><input type="text" name="q"><input type="submit" value="Search"></div><div id="ctl00_main"><h1 id="ctl00_lblTitle">{s.title}</h1><span id="ctl00_lblAuthor">By {s.byline}</span> <span id="ctl00_lblDate">{s.shown}</span><div id="ctl00_lblBody">{made}</div><div class="tools"><a href="#">Print this page</a> <a href="#">E-mail to a friend</a></div></div><div id="side"><h3>Headlines</h3>{"".join(f"<a href=/{n}>{one}</a><br>" for n, one in enumerate(OTHERS))}</div></div></form>'
    return saved("one form", shell(s.title, "", content), s, [*s.lines])


def radio(s: Told) -> Saved:
    """A radio's page: a player, captions that open and shut, credits in bold, a box of a podcast, who contributed."""
    groups = mixed(s, ("h", s.heads[0]), every=4)
    made = [f'<h3 class="edTag">{w}</h3>' if k == "h" else f"<p>{w}</p>" for k, w in groups]
    image = '<div id="res1" class="bucketwrap image large"><div class="imagewrap" data-crop-type=""><picture><img></picture></div><div class="credit-caption"><div class="caption-wrap"><div class="caption" aria-label="Image caption"><p>Crews on the quay after the vote. <b class="credit" aria-label="Image credit"> Ana Ruiz/NPA </b> <b class="hide-caption"><b>hide caption</b></b></p></div><b class="toggle-caption"><b>toggle caption</b></b></div><span class="credit" aria-label="Image credit"> Ana Ruiz/NPA </span></div></div>'
    inset = f'<div id="res2" class="bucketwrap internallink insettwocolumn inset2col "><div class="bucket img"><a href="/i"><img></a><div class="bucketblock"><h3 class="slug"><a href="/s">Business</a></h3><h3><a href="/i">{OTHERS[1]}</a></h3></div></div></div>'
    made[1:1] = [image]
    made[4:4] = [inset]
    content = f'<header class="npr-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/mus">Music</a></li></ul></nav></header><main><article class="story"><div class="slug-wrap"><h3 class="slug"><a href="/n">National</a></h3></div><div class="storytitle"><h1>{s.title}</h1></div><div id="story-meta" class="story-meta"><div class="dateblock"><time datetime="{s.day}T05:00:00-05:00"><span class="date">{s.shown}</span><span class="time">5:00 AM ET</span></time></div><div class="byline-container--inline"><p class="byline__name byline__name--block"><a rel="author" href="/p">{s.byline}</a></p></div></div><div id="primaryaudio" class="bucketwrap resaudio primaryaudio"><h4 class="audio-module-title">Listen to this story</h4><b class="audio-module-listen">3-Minute Listen</b><ul><li>Playlist</li><li><a href="/d">Download</a></li><li><button>Embed</button></li></ul></div><div id="storytext" class="storytext storylocation linkLocation">{"".join(made)}<p><em>NPA’s Joe Hill contributed to this report.</em></p></div><div class="tags"><ul><li><a href="/t">ferries</a></li><li><a href="/u">pay</a></li></ul></div></article></main><footer><p>© 2021 npa</p></footer>'
    head = f'<meta property="og:title" content="{s.title}"><meta name="date" content="{s.day}"><script type="application/ld+json">{{"@type":"NewsArticle","headline":"{s.title}","datePublished":"{s.day}T05:00:00-05:00","author":{{"@type":"Person","name":["{s.byline}"]}}}}</script>'
    return saved("radio", shell(f"{s.title} : NPA", head, content), s, [w for _, w in groups])


def capital(s: Told) -> Saved:
    """Paragraphs each in a part of its own, a module of the most read in the middle, a correction at the end."""
    made = [
        f'<div class="container container--story story-layout--fixed-fluid"><div class="container__row container__row--story story-layout--fixed-fluid"><div class="container__column container__column--story story-layout__fixed--center"><p class="story-text__paragraph">{w}</p></div></div></div>'
        for w in s.lines
    ]
    module = f'<aside class="rec-module"><section class="media-item-list"><h2 class="media-item-list__header">Most Read</h2><ol>{"".join(f"<li><section class=media-item><h3 class=media-item__headline><a href=/{n}>{one}</a></h3></section></li>" for n, one in enumerate(OTHERS))}</ol></section></aside>'
    made[3:3] = [module]
    note = "CORRECTION: An earlier version of this report misstated the number of ships."
    content = f'<div class="header"><a href="/">CAPITOL</a><a href="/pro">Log In to Capitol Pro</a></div><main class="main-grid"><article class="story-main-content"><div class="media-article__header"><p class="category"><a href="/l">labor</a></p><h2 class="headline">{s.title}</h2><p class="dek">{s.dek}</p></div><div class="article-meta"><p class="story-meta__authors">By <span class="vcard"><a href="/s">{s.byline}</a></span></p><p class="story-meta__timestamp"><time datetime="{s.day} 14:05:00">{s.day:%m/%d/%Y} 02:05 PM EDT</time></p></div><div class="article__content">{"".join(made)}<div class="story-text__correction"><p class="story-text__paragraph"><em>{note}</em></p></div></div><div class="story-filed"><ul><li>Filed under:</li><li><a href="/a">Labor</a>,</li><li><a href="/b">Ports</a></li></ul></div></article></main>'
    head = f'<meta property="og:title" content="{s.title}"><meta property="article:author" content="{s.byline}"><meta property="article:published_time" content="{s.day}T14:05:00-04:00">'
    return saved("capital", shell(f"{s.title} - CAPITOL", head, content), s, [*s.lines, note])


def monthly(s: Told) -> Saved:
    """A magazine with names from modules: links to its other pieces between paragraphs, small capitals, an end mark."""
    first = s.lines[0].split(" ", 3)
    made = [
        f'<p class="ArticleParagraph_root__4mszW ArticleParagraph_dropcap__uIVzg" data-flatplan-paragraph="true" data-flatplan-dropcap="true"><span class="smallcaps">{" ".join(first[:3])}</span> {first[3]}</p>'
    ] + [
        f'<p class="ArticleParagraph_root__4mszW" data-flatplan-paragraph="true">{w}</p>'
        for w in s.lines[1:]
    ]
    made[2:2] = [
        f'<p class="ArticleRelatedContentLink_root__VYc9V" id="injected-recirculation-link-0" data-view-action="view link - injected link - item 1"><a href="/r">[ Read: {OTHERS[1]} ]</a></p>'
    ]
    made[6:6] = [
        f'<section class="ArticleRelatedContentModule_root__BBa6g" aria-label="Related content"><h2 class="ArticleRelatedContentModule_heading__O0lJB">Recommended Reading</h2><ul><li><a href="/1"><h3>{OTHERS[0]}</h3></a><div>Joe Hill</div></li><li><h3><a href="/2">{OTHERS[2]}</a></h3></li></ul></section>'
    ]
    content = f'<nav class="Nav_root"><a href="/">The Baltic</a><a href="/signin">Sign In</a></nav><main><article class="ArticleLayout_article__3pXau"><header class="ArticleHero_root"><div class="ArticleRubric_root"><a href="/b">Business</a></div><h1 class="ArticleTitle_root__VrZaG">{s.title}</h1><p class="ArticleDek_root__P3leE">{s.dek}</p><div class="ArticleBylines_root"><address id="byline">By <a class="ArticleBylines_link" href="/a">{s.byline}</a></address></div><figure><figcaption class="ArticleLeadArt_caption">Illustration by Ana Ruiz</figcaption></figure><time class="ArticleTimestamp_root__b3bL6" datetime="{s.day}T10:00:00Z">{s.shown}</time><div class="ArticleShare_root"><button>Share</button><button>Save</button></div></header><section class="ArticleBody_root__2gF81" data-event-module="article body">{"".join(made)}<div class="ArticleLegalDisclaimer_root"><p>When you buy a book using a link on this page, we receive a commission. Thank you for supporting The Baltic.</p></div></section><div class="ArticleWell_root"><address class="ArticleBio_root"><div class="ArticleBio_content"><a href="/a">{s.byline}</a> is a staff writer at The Baltic.</div></address></div></article><div class="RecirculationFeed"><h2>Explore More Topics</h2><a href="/t">Ships</a></div></main>'
    head = f'<meta property="og:title" content="{s.title}"><meta name="author" content="{s.byline}"><meta property="article:published_time" content="{s.day}T10:00:00Z">'
    return saved("monthly", shell(f"{s.title} - The Baltic", head, content), s, [*s.lines])


def startup_news(s: Told) -> Saved:
    """News of firms with a box for its own fair in the middle, and topics and contacts below."""
    made = [f'<p class="wp-block-paragraph">{w}</p>' for w in s.lines]
    made[4:4] = [
        '<div class="wp-block-techcrunch-inline-cta"><div class="inline-cta__wrapper"><p>Techfair event</p><div class="inline-cta__content"><p><span class="inline-cta__title">Join 10,000 founders at Floating 2021 for three days of talks</span></p><div class="inline-cta__meta"><p>Vikby</p><span class="inline-cta__meta-separator">|</span><p>October 13-15, 2021</p></div><a class="inline-cta__link" href="/fair">REGISTER NOW</a></div></div></div>'
    ]
    content = f'<div class="wp-site-blocks"><header><nav><a href="/">Deck Crunch</a></nav></header><main id="wp--skip-link--target" class="template-content-full wp-block-group"><div class="article-hero"><h1 class="article-hero__title wp-block-post-title">{s.title}</h1><div class="wp-block-tc23-author-card-name"><a class="wp-block-tc23-author-card-name__link" href="/a">{s.byline}</a></div><div class="wp-block-post-date"><time datetime="{s.day}T12:12:06-07:00">12:12 PM PDT · {s.shown}</time></div></div><div class="entry-content wp-block-post-content is-layout-constrained">{"".join(made)}</div><div class="tc23-post-relevant-terms"><h2>Topics</h2><div><a href="/t">Fleet</a>, <a href="/u">Pay</a></div></div><div class="wp-block-techcrunch-author-card"><div><h3><a href="/a">{s.byline}</a></h3><p>Senior Reporter</p><p>{s.byline} covers the sea and the firms that live off it. You can contact or verify outreach by emailing m@deck.example.</p><a href="/a">View Bio</a></div></div><div class="wp-block-group"><h2>Most Popular</h2><ul>{"".join(f"<li><h3><a href=/{n}>{one}</a></h3><ul><li>Joe Hill</li></ul></li>" for n, one in enumerate(OTHERS))}</ul></div></main></div>'
    head = f'<meta property="og:title" content="{s.title} | Deck Crunch"><meta name="author" content="{s.byline}"><meta property="article:published_time" content="{s.day}T19:12:06+00:00">'
    return saved("startup news", shell(f"{s.title} | Deck Crunch", head, content), s, [*s.lines])


def square_site(s: Told) -> Saved:
    """A site builder with its text in blocks of a grid, pictures between, who wrote it as a link."""
    groups = mixed(s, ("h", s.heads[0]), every=4)
    made = [
        f"<h2>{w}</h2>" if k == "h" else f'<p class="" style="white-space:pre-wrap;">{w}</p>'
        for k, w in groups
    ]
    block = '<div class="sqs-block html-block sqs-block-html" data-block-type="2" id="block-{}"><div class="sqs-block-content"><div class="sqs-html-content">{}</div></div></div>'
    picture = '<div class="sqs-block image-block sqs-block-image" data-block-type="5"><div class="sqs-block-content"><div class="image-block-outer-wrapper"><figure class="sqs-block-image-figure"><img><figcaption class="image-caption-wrapper"><div class="image-caption"><p>The boat at its place by the mill</p></div></figcaption></figure></div></div></div>'
    body = block.format("a", "".join(made[:3])) + picture + block.format("b", "".join(made[3:]))
    content = f'<div id="siteWrapper"><header id="header"><div class="header-title-text"><a href="/">Mill &amp; Mast</a></div><nav class="header-nav-list"><div class="header-nav-item"><a href="/shop">Shop</a></div></nav></header><main id="page"><article class="sections" id="sections"><section class="page-section"><div class="content-wrapper"><div class="content"><div class="blog-item-wrapper"><article class="h-entry entry"><div class="blog-item-top-wrapper"><div class="blog-item-title"><h1 class="entry-title entry-title--large p-name">{s.title}</h1></div><div class="blog-item-meta-wrapper"><div class="blog-meta-item"><a href="/c" class="blog-item-category">Boats</a></div><time class="dt-published blog-meta-item--date" datetime="{s.day}">{s.day:%b %d}</time><span class="blog-item-author-text">Written by <a class="blog-author-name" href="/a">{s.byline}</a></span></div></div><div class="blog-item-content-wrapper"><div class="blog-item-content e-content"><div class="sqs-layout sqs-grid-12 columns-12"><div class="row sqs-row"><div class="col sqs-col-12 span-12">{body}</div></div></div></div></div></article></div></div></div></section><section id="itemPagination"><a href="/prev"><div class="item-pagination-prev-next">Previous</div><h2 class="item-pagination-title">{OTHERS[1]}</h2></a></section></article></main><footer id="footer-sections"><p>Mill &amp; Mast, 3 Quay Street</p></footer></div>'
    head = f'<meta property="og:title" content="{s.title}"><meta itemprop="datePublished" content="{s.day}T09:00:00+0000"><meta itemprop="author" content="{s.byline}">'
    return saved(
        "square site", shell(f"{s.title} — Mill & Mast", head, content), s, [w for _, w in groups]
    )


def round_the_clock(s: Told) -> Saved:
    """A channel: a line to read more above some links, video boxes, where to follow it."""
    made = [f"<p>{w}</p>" for w in s.lines]
    made[3:3] = [
        f'<p><strong>Read more:<br><a href="/1">{OTHERS[0]}</a></strong><br><strong><a href="/2">{OTHERS[1]}</a></strong></p>',
        '<div class="sdc-site-video sdc-article-widget callfn" data-fn="sdc-site-video"><div class="sdc-site-video__inner"><p>Please use Chrome browser for a more accessible video player</p><span class="sdc-site-video__duration">0:41</span><div class="sdc-site-video__caption">Crews cheer as the count ends</div></div></div>',
    ]
    made[7:7] = [
        '<div class="ui-app-promo-cta"><p>This content is provided by <span>Tweeter</span>, which may be using cookies and other technologies. To show you this content, we need your permission to use cookies.</p><button>Enable Cookies</button><button>Allow Cookies Once</button></div>'
    ]
    content = f'<header class="ui-site-header"><nav><a href="/">Home</a><a href="/uk">UK</a></nav></header><div class="sdc-site-layout-wrap"><main class="sdc-site-layout__col1"><div class="sdc-article-header"><h1 class="sdc-article-header__title"><span class="sdc-article-header__long-title">{s.title}</span></h1><p class="sdc-article-header__sub-title">{s.dek}</p></div><div class="sdc-article-author"><p class="sdc-article-author__byline">By {s.byline}, business reporter</p></div><div class="sdc-article-date"><p class="sdc-article-date__date-time">{s.day.day} {s.day:%B} {s.day.year} 11:02, UK</p></div><div class="sdc-article-body sdc-article-body--lead">{"".join(made)}<p><strong>Follow Sky Deck on your favourite podcast app</strong></p></div><div class="sdc-site-share"><h3>Share</h3></div><div class="sdc-article-related-stories"><h3>Related Topics</h3><ul><li><a href="/t">Ferries</a></li></ul></div></main></div>'
    head = f'<meta property="og:title" content="{s.title}"><script type="application/ld+json">{{"@type":"NewsArticle","headline":"{s.title}","datePublished":"{s.day}T11:02:00+01:00","author":{{"@type":"Person","name":"{s.byline}, business reporter"}}}}</script>'
    return saved(
        "round the clock", shell(f"{s.title} | Sky Deck News", head, content), s, [*s.lines]
    )


def markets(s: Told) -> Saved:
    """Key points above the text, the names of shares with their figures in it, a video to watch now."""
    points = ("Crews accept the offer by three to one.", "Wages rise in March and in October.")
    made = [f"<p>{w}</p>" for w in s.lines]
    half = len(made) // 2
    group = '<div class="group">{}</div>'
    video = '<div id="Placeholder-ArticleBody-Video-1" class="PlaceHolder-wrapper"><div class="InlineVideo-videoEmbed"><div class="InlineVideo-wrapper"><div class="InlineVideo-videoButton"></div><span class="InlineVideo-duration">VIDEO</span>4:31<span>04:31</span><div class="InlineVideo-inlineThumbnailContainer"><span>What the vote means for fares</span></div></div></div></div>'
    keys = f'<div class="RenderKeyPoints-keyPoints" id="RegularArticle-KeyPoints-4"><div class="RenderKeyPoints-wrapper"><div class="RenderKeyPoints-keyPointsTitle">Key Points</div><div class="RenderKeyPoints-list"><div class="group"><ul><li>{points[0]}</li><li>{points[1]}</li></ul></div></div></div></div>'
    content = f'<div id="MainContentContainer"><div class="GlobalNavigation"><a href="/">Markets</a><a href="/w">Watchlist</a></div><div class="PageBuilder-article"><div id="main-article-header" class="ArticleHeader-wrapper"><h1 class="ArticleHeader-headline">{s.title}</h1><div class="ArticleHeader-time"><time datetime="{s.day}T13:03:11+0000" data-testid="published-timestamp">Published {s.day:%a, %b} {s.day.day} {s.day.year} 8:03 AM EST</time><time data-testid="lastpublished-timestamp">Updated Moments Ago</time></div><div class="Author-authorNameAndSocial"><a class="Author-authorName" href="/a">{s.byline}</a><a href="#">@m</a></div></div><div class="ArticleBody-articleBody" id="RegularArticle-ArticleBody-5" data-module="ArticleBody">{keys}{group.format("".join(made[:half]))}{video}{group.format("".join(made[half:]))}</div><div class="TrendingNow"><h2>Trending Now</h2><ul>{"".join(f"<li><a href=/{n}>{one}</a></li>" for n, one in enumerate(OTHERS))}</ul></div></div><footer><p>Data is a real-time snapshot *Data is delayed at least 15 minutes. Global Business and Financial News, Stock Quotes, and Market Data and Analysis.</p></footer></div>'
    head = f'<meta property="og:title" content="{s.title}"><meta name="author" content="{s.byline}"><meta property="article:published_time" content="{s.day}T13:03:11+0000">'
    return saved("markets", shell(s.title, head, content), s, ["Key Points", *points, *s.lines])


def capitals_between(s: Told) -> Saved:
    """Bold links in capitals between the paragraphs, an app to get, who contributed."""
    made = [
        f'<p class="speakable">{w}</p>' if n < 2 else f"<p>{w}</p>" for n, w in enumerate(s.lines)
    ]
    made[2:2] = [
        f'<p><a href="/1" target="_blank" rel="noopener"><strong>{OTHERS[0].upper()}</strong></a></p>'
    ]
    made[5:5] = [
        '<p><a href="/app" target="_blank"><strong><i><u>CLICK HERE TO GET THE FOX DEN APP</u></i></strong></a></p>',
        f'<p><a href="/2"><strong>{OTHERS[2].upper()}</strong></a></p>',
    ]
    content = f'<div class="site-header"><nav><a href="/">U.S.</a><a href="/p">Politics</a></nav></div><div class="page"><div class="page-content"><main class="main-content"><article class="article-wrap has-video"><header class="article-header"><div class="eyebrow"><a href="/l">Labor</a></div><h1 class="headline speakable">{s.title}</h1><h2 class="sub-headline speakable">{s.dek}</h2><div class="author-byline">By <span><a href="/a">{s.byline}</a> <span class="article-source"><a href="/">Fox Den</a></span></span></div><div class="article-date">Published <time datetime="{s.day}T09:29:37-04:00">{s.shown} 9:29am EDT</time></div><div class="article-social"><ul><li><a href="#">Facebook</a></li><li><a href="#">Print</a></li></ul></div></header><div class="article-content"><div class="article-body"><div class="featured featured-video video-ct"><div class="contain"><div class="info"><div class="caption"><h4 class="title">Ferry crews to go back to work</h4><p>A look at what the union got, and at what it gave for that.</p></div></div></div></div>{"".join(made)}<p><i>Fox Den’s Joe Hill contributed to this report.</i></p></div></div></article></main><aside class="sidebar"><section><h3>Fox Den Flash</h3><a href="/f">{OTHERS[3]}</a></section></aside></div></div>'
    head = f'<meta property="og:title" content="{s.title}"><meta name="dc.creator" content="{s.byline}"><meta name="dcterms.created" content="{s.day}T09:29:37-04:00">'
    return saved("capitals between", shell(f"{s.title} | Fox Den", head, content), s, [*s.lines])


def spanish_words(s: Told) -> Saved:
    """A page whose interface speaks Spanish, with boxes that may interest."""
    made = [f"<p>{w}</p>" for w in s.lines]
    made[2:2] = [
        f'<div class="c-related"><p class="c-related__t">Te puede interesar</p><a href="/1">{OTHERS[0]}</a></div>',
        f'<p><strong>Lea también: </strong><a href="/2">{OTHERS[1]}</a></p>',
    ]
    content = f'<header class="h"><a href="/">El Faro</a><nav><a href="/i">Internacional</a><a href="/s">Suscríbete</a></nav></header><main><article class="a"><h1 class="a_t">{s.title}</h1><h2 class="a_st">{s.dek}</h2><div class="a_md"><span class="a_md_a">Por <a href="/x" rel="author">{s.byline}</a></span><span class="a_md_f">{s.day.day} jun {s.day.year} - 17:41 CEST</span><ul><li><a href="#">Compartir en Facebook</a></li><li><a href="#">Copiar enlace</a></li></ul></div><div class="a_c clearfix" data-dtm-region="articulo_cuerpo">{"".join(made)}</div><p class="a_n">Únete a EL FARO para seguir toda la actualidad y leer sin límites. <a href="/sus">Suscríbete</a></p><div class="w_tl"><h4>Archivado en</h4><ul><li><a href="/t">Barcos</a></li></ul></div></article><section class="b"><h3>Lo más visto</h3><ol><li><a href="/1">{OTHERS[3]}</a></li></ol></section></main>'
    head = f'<meta property="og:title" content="{s.title}"><meta property="article:published_time" content="{s.day}T15:41:22.000Z"><meta name="author" content="{s.byline}">'
    return saved("spanish words", shell(f"{s.title} | EL FARO", head, content), s, [*s.lines])


def research_news(s: Told) -> Saved:
    """News of research: who gave it, a meta table beside, the journal and its number below, a disclaimer."""
    made = p(s.lines)
    facts = "".join(
        f'<div class="well"><h4>{k}</h4><p>{v}</p></div>'
        for k, v in (
            ("Journal", "Ports &amp; People"),
            ("DOI", '<a href="/d">10.1000/182</a>'),
            ("Method of Research", "Observational study"),
            ("Article Publication Date", "2-Jun-2021"),
        )
    )
    note = "Disclaimer: HeurekAlert! is not responsible for the accuracy of news releases posted to HeurekAlert! by contributing institutions or for the use of any information through the system."
    content = f'<div class="navbar"><a href="/">HeurekAlert!</a><ul><li><a href="/n">News Releases</a></li></ul></div><div class="container"><div class="row"><div class="col-md-8"><article><header class="article-header"><p class="release_date">News Release <time>{s.day.day}-{s.day:%b}-{s.day.year}</time></p><h1 class="page_title">{s.title}</h1><div class="subtitle">{s.dek}</div><p class="meta_institute">Peer-Reviewed Publication</p><p class="org_name">University of Vikby</p></header><div class="entry">{made}</div><p><hr></p><div class="details">{facts}</div><p class="disclaimer"><b>{note[:11]}</b>{note[11:]}</p></article></div><div class="col-md-4"><div class="contact-info"><h4>Media Contact</h4><p>Joe Hill<br>University of Vikby<br>j@vikby.example<br>Office: 555-0140</p></div></div></div></div>'
    head = f'<meta property="og:title" content="{s.title}"><meta name="date" content="{s.day}"><meta name="institution" content="University of Vikby">'
    return saved(
        "research news",
        shell(f"{s.title} | HeurekAlert!", head, content),
        s,
        [*s.lines],
        byline=None,
    )


def folded(s: Told) -> Saved:
    """The end of the text is hidden until a button is pressed."""
    lines = [*s.lines]
    content = f'<div class="top"><a href="/">The Lamp</a></div><div class="post"><h1>{s.title}</h1><div class="post-info">{s.shown} by {s.byline}</div><div class="post-body-text">{p(lines[:3])}<div class="readmore-button"><button>Read full story</button></div><div class="full-story" style="display: none;">{p(lines[3:])}</div></div><div class="post-bottom"><a href="/next">Next story</a></div></div>'
    return saved("folded", shell(f"{s.title} | The Lamp", "", content), s, lines, byline=s.byline)


def brief(s: Told) -> Saved:
    """Two sentences of news among a great many other things to read."""
    line = s.lines[0]
    others = "".join(
        f'<li class="feed-item"><a href="/{n}"><h3>{one}</h3><p>Nobody had asked for it, and yet it came on a Monday, with a letter and a bill for the stamp.</p></a><span>{n + 2} min ago</span></li>'
        for n, one in enumerate(OTHERS * 3)
    )
    content = f'<header><a href="/">Ticker</a></header><main><section class="item"><h1>{s.title}</h1><time datetime="{s.day}T10:00">{s.shown}</time><div class="item-text"><p>{line}</p></div><div class="item-share"><a>Share</a></div></section><section class="feed"><h2>Latest</h2><ul>{others}</ul></section></main>'
    head = f'<meta property="og:title" content="{s.title}">'
    return saved("brief", shell(f"{s.title} | Ticker", head, content), s, [line], byline=None)


def broken_paragraph(s: Told) -> Saved:
    """All of the text in one paragraph whose lines are parted by breaks, bold lines as headings."""
    groups = mixed(s, ("h", s.heads[0]), ("h", s.heads[1]), every=3)
    text = "<br /><br />".join(f"<b>{w}</b>" if k == "h" else w for k, w in groups)
    content = f'<div id="c"><div id="nav"><a href="/">Start</a> | <a href="/all">All texts</a></div><h1>{s.title}</h1><p class="who">By {s.byline}, {s.shown}</p><p>{text}</p><p><a href="/all">Back to all texts</a></p></div>'
    return saved("broken paragraph", shell(s.title, "", content), s, [w for _, w in groups])


def mailed_letter(s: Told) -> Saved:
    """A letter that was mailed, in tables in tables, as its archive shows it."""
    rows = "".join(
        f'<tr><td valign="top" class="mcnTextContent" style="padding:0 18px 9px;"><p dir="ltr">{w}</p></td></tr>'
        for w in s.lines
    )
    content = f'<div id="archivebar"><ul><li><a href="/sub">Subscribe</a></li><li><a href="/past">Past Issues</a></li><li><a href="/rss">RSS</a></li></ul></div><center><table align="center" border="0" cellpadding="0" cellspacing="0" height="100%" width="100%" id="bodyTable"><tr><td align="center" valign="top" id="bodyCell"><table border="0" width="600" class="templateContainer"><tr><td id="templatePreheader"><table class="mcnTextBlock"><tr><td class="mcnTextContent"><a href="/v">View this email in your browser</a></td></tr></table></td></tr><tr><td id="templateHeader"><table><tr><td class="mcnTextContent"><h1>{s.title}</h1></td></tr></table></td></tr><tr><td id="templateBody"><table class="mcnTextBlock" width="100%">{rows}</table></td></tr><tr><td id="templateFooter"><table><tr><td class="mcnTextContent"><em>Copyright © 2021 The Slow Boat, All rights reserved.</em><br><br><strong>Our mailing address is:</strong><br>12 Hill Road<br>Vikby<br><br>Want to change how you receive these emails?<br>You can <a href="/u">update your preferences</a> or <a href="/x">unsubscribe from this list</a>.</td></tr></table></td></tr></table></td></tr></table></center>'
    return saved("mailed letter", shell(s.title, "", content), s, [*s.lines], byline=None, day=None)


def columnist(s: Told) -> Saved:
    """Advice: a letter of a reader, the answer, where to write to, what may be edited."""
    ask, reply = s.lines[:3], s.lines[3:]
    body = ["Dear Mara,", *ask, "Sleepless in Vikby", *reply]
    made = (
        f"<p><strong>Dear Mara,</strong></p><p><em>{ask[0]}</em></p>{p(ask[1:])}<p><strong>Sleepless in Vikby</strong></p>"
        + p(reply)
    )
    content = f'<header><nav><a href="/">News</a><a href="/life">Life</a></nav></header><main><article><div class="kicker">Ask Mara</div><h1>{s.title}</h1><div class="by">{s.byline}</div><div class="when"><time datetime="{s.day}">{s.shown}</time></div><div class="text">{made}<hr><p class="callout-note"><em>Do you have a question for Mara? Write to <a href="mailto:ask@post.example">ask@post.example</a>. Letters may be edited.</em></p></div></article><section class="comments-teaser"><p>Comments are closed on this article.</p></section></main>'
    head = (
        f'<meta property="og:title" content="{s.title}"><meta name="author" content="{s.byline}">'
    )
    return saved(
        "columnist",
        shell(s.title, head, content),
        s,
        [
            *body,
            "Do you have a question for Mara? Write to ask@post.example. Letters may be edited.",
        ],
    )


def slides(s: Told) -> Saved:
    """Slides with a heading and words each, with numbers and buttons."""
    names = ("The hall", "The count", "The boats", "The shop", "The lake", "The lamp")
    items = [*zip(names, s.lines, strict=False)]
    made = "".join(
        f'<div class="slideshow-slide" data-slide="{n}"><div class="slide-count">{n} of {len(items)}</div><div class="slide-image"><img></div><div class="slide-caption-text"><h2>{name}</h2><p>{line}</p><div class="photo-credit">Ana Ruiz / Alden Post</div></div></div>'
        for n, (name, line) in enumerate(items, 1)
    )
    content = f'<header><a href="/">Alden Post</a></header><main><h1>{s.title}</h1><div class="byline">By {s.byline}</div><div class="intro"><p>{s.lines[6]}</p></div><div class="slideshow">{made}<button>Previous</button><button>Next</button></div><div class="more-galleries"><h3>More galleries</h3><a href="/1">{OTHERS[0]}</a></div></main>'
    head = f'<meta property="og:title" content="{s.title}"><meta property="article:published_time" content="{s.day}">'
    return saved(
        "slides", shell(s.title, head, content), s, [s.lines[6], *chain.from_iterable(items)]
    )


def with_notes(s: Told) -> Saved:
    """An essay with numbers in its text and notes below, a table of contents above, licence and how to cite it."""
    groups = mixed(s, ("h", s.heads[0]), ("h", s.heads[1]), every=3)
    made = [
        f'<h2 id="h{n}">{w}</h2>'
        if k == "h"
        else f'<p>{w}<sup class="footnote-ref"><a href="#fn{n}" id="fnref{n}">[{n}]</a></sup></p>'
        if n in {1, 3}
        else f"<p>{w}</p>"
        for n, (k, w) in enumerate(groups)
    ]
    notes = (
        "The count was repeated twice, with the same result.",
        "So the widow told it to me in her kitchen in 2009.",
    )
    foot = "".join(
        f'<li id="fn{n}" class="footnote-item"><p>{w} <a href="#fnref{n}" class="footnote-backref">↩︎</a></p></li>'
        for n, w in zip((1, 3), notes, strict=True)
    )
    content = f'<header class="page-header"><a href="/">Long Letters</a></header><main class="essay"><article><h1>{s.title}</h1><p class="subtitle">{s.dek}</p><p class="author"><a href="/a">{s.byline}</a> · <time datetime="{s.day}">{s.shown}</time></p><nav class="toc"><h2>Contents</h2><ul><li><a href="#h">{s.heads[0]}</a></li><li><a href="#i">{s.heads[1]}</a></li></ul></nav>{"".join(made)}<hr class="footnotes-sep"><section class="footnotes"><ol class="footnotes-list">{foot}</ol></section><p class="license">This work is licensed under a <a href="/l">Creative Commons Attribution 4.0 licence</a>.</p></article></main>'
    return saved(
        "with notes",
        shell(f"{s.title} · Long Letters", "", content),
        s,
        [*(w for _, w in groups), *notes],
    )


def spoken(s: Told) -> Saved:
    """The words of a podcast: a player and how to listen, who speaks in bold before each turn."""
    turns = [
        f"{'MARA LINDQVIST' if n % 2 == 0 else 'JOE HILL'}: {w}" for n, w in enumerate(s.lines[1:])
    ]
    made = "".join(
        f"<p><strong>{who}:</strong> {rest}</p>"
        for who, _, rest in (turn.partition(": ") for turn in turns)
    )
    content = f'<nav><a href="/">Deep Water</a><a href="/e">Episodes</a></nav><main><article class="episode"><h1>{s.title}</h1><div class="episode__meta">Episode 41 · {s.shown} · 34 min</div><div class="player"><button>Play</button><span>00:00</span><span>34:12</span></div><ul class="platforms"><li><a href="/a">Apple Podcasts</a></li><li><a href="/s">Spotify</a></li><li><a href="/r">RSS</a></li></ul><div class="episode__notes"><p>{s.lines[0]}</p><h2>Transcript</h2>{made}</div></article></main><footer><p>Deep Water is made by Studio Nord.</p></footer>'
    return saved(
        "spoken",
        shell(f"{s.title} – Deep Water", "", content),
        s,
        [s.lines[0], "Transcript", *turns],
        byline=None,
    )


MORE = (
    one_form,
    radio,
    capital,
    monthly,
    startup_news,
    square_site,
    round_the_clock,
    markets,
    capitals_between,
    spanish_words,
    research_news,
    folded,
    brief,
    broken_paragraph,
    mailed_letter,
    columnist,
    slides,
    with_notes,
    spoken,
)
