"""Pages in the manner of newspapers, agencies and stations, for any story, each with its right body."""

# ruff: noqa: E501  the markup of a page is one line

from __future__ import annotations

from .saved_pages import Saved
from .site_parts import OTHERS, Told, mixed, p, saved, shell


def metered(s: Told) -> Saved:
    """Columns with made-up class names, an advertisement after some paragraphs, notes of the print edition at the end."""
    a, _b = s.heads
    groups = mixed(s, ("h", a), every=3)
    made = []
    for number, (kind, words) in enumerate(groups):
        made.append(
            f'<h2 class="css-13o6u42 eoo0vm40" id="link-{number}">{words}</h2>'
            if kind == "h"
            else f'<p class="css-at9mc1 evys1bk0">{words}</p>'
        )
    half = len(made) // 2
    ad = '<div><div id="story-ad-1-wrapper" class="css-bsn42l"><div class="css-1ln2q7p"><p>Advertisement</p></div><a href="#after-story-ad-1" class="css-777zgl">SKIP ADVERTISEMENT</a><div id="story-ad-1" class="ad story-ad-1-wrapper"></div></div></div>'
    picture = f'<div data-testid="imageblock-wrapper"><figure aria-label="media" role="group"><div><picture><img alt="{OTHERS[0]}" src="x.jpg"></picture></div><figcaption data-testid="photoviewer-children-caption"><span aria-hidden="false">A view of the place on the day after, seen from the north.</span><span><span class="css-1ly73wi">Credit...</span><span aria-hidden="false">Ana Ruiz for The Alden Times</span></span></figcaption></figure></div>'
    body = f'<section name="articleBody" class="meteredContent css-1r7ky0e"><div class="css-s99gbd StoryBodyCompanionColumn"><div class="css-53u6y8">{"".join(made[:half])}</div><aside class="css-ew4tgv" aria-label="companion column"></aside></div>{ad}{picture}<div class="css-s99gbd StoryBodyCompanionColumn"><div class="css-53u6y8">{"".join(made[half:])}</div><aside class="css-ew4tgv" aria-label="companion column"></aside></div></section>'
    foot = f'<div class="bottom-of-article"><div class="css-10ofvn6"><div><p>{s.byline} is a reporter on the National desk, covering the coast and the people who live off it. <span class="css-4w91ra"><a href="/by">More about {s.byline}</a></span></p></div></div><div class="css-1e1s8k7"><p>A version of this article appears in print on <span>June 3</span>, Section <span>A</span>, Page <span>11</span> of the New York edition with the headline: {OTHERS[1]}<span>. <a href="/reprints">Order Reprints</a> | <a href="/today">Today’s Paper</a> | <a href="/sub">Subscribe</a></span></p></div></div>'
    related = f'<div id="more-in"><section><h2>Related Content</h2><div><h3>More in U.S.</h3>{"".join(f"<article><a href=/{n}><h3>{one}</h3><p>By Ana Ruiz</p></a></article>" for n, one in enumerate(OTHERS))}</div></section></div>'
    content = f'<div id="app"><div><header class="NYTAppHideMasthead"><section><a href="/">SKIP TO CONTENT</a><nav><a href="/us">U.S.</a><a href="/w">World</a></nav></section></header><main id="site-content"><div><div id="top-wrapper"><p>Advertisement</p><a href="#after-top">SKIP ADVERTISEMENT</a></div><article id="story" class="css-1vxca1d e1lmdhsb0"><header class="css-f4qlys e12qa4dv0"><div class="css-1vkm6nb ehdk2mb0"><h1 class="css-88wicj e1h9rw200" data-testid="headline">{s.title}</h1></div><p id="article-summary" class="css-79z44n e1wiw3jv0">{s.dek}</p><div class="css-18e8msd"><div class="css-vp77d3"><div class="css-1baulvz"><p class="css-4anu6l e1jsehar1">By <span class="byline-prefix"></span><a href="/by" class="css-n8ff4n">{s.byline}</a></p></div></div><ul><li><time class="css-129k401 e16638kd0" datetime="{s.day}T05:00:24-04:00"><span class="css-1sbuyqj">{s.shown}</span></time></li></ul><div><ul><li><button>Share full article</button></li><li><button>Save</button></li><li><button>211</button></li></ul></div></div></header>{body}{foot}<div></div></article></div>{related}</main><nav id="site-index"><h2>Site Index</h2><ul><li><a href="/n">News</a></li></ul></nav><footer><nav><ul><li>© 2024 The Alden Times Company</li><li><a href="/c">Contact Us</a></li></ul></nav></footer></div></div>'
    head = f'<meta property="og:title" content="{s.title}"><meta name="byl" content="By {s.byline}"><meta property="article:published_time" content="{s.day}T09:00:24.000Z"><meta property="og:type" content="article">'
    return saved(
        "metered", shell(f"{s.title} - The Alden Times", head, content), s, [w for _, w in groups]
    )


def public_station(s: Told) -> Saved:
    """Blocks by component: text, crossheads, pictures, lists of links in the text, topics, where to complain."""
    a, b = s.heads
    groups = [*mixed(s, ("h", a), ("h", b), every=4)]
    wrap = '<div data-component="text-block" class="ssrcss-uf6wea-RichTextComponentWrapper ep2nwvo0"><div class="ssrcss-7uxr49-RichTextContainer e5tfeyi1">{}</div></div>'
    made = []
    for n, (kind, words) in enumerate(groups):
        if kind == "h":
            made.append(
                f'<div data-component="subheadline-block" class="ssrcss-1vkoa2h"><h2 class="ssrcss-y2fd7s-StyledHeading e10rt3ze0" tabindex="-1" id="h{n}">{words}</h2></div>'
            )
        else:
            inner = f'<b class="ssrcss-hmf8ql-BoldText e5tfeyi3">{words}</b>' if n == 0 else words
            made.append(wrap.format(f'<p class="ssrcss-1q0x1qg-Paragraph e1jhz7w10">{inner}</p>'))
    picture = '<div data-component="image-block" class="ssrcss-ab5fd8-ComponentWrapper"><figure class="ssrcss-1qn0xuy-StyledFigure"><div><span class="ssrcss-11kpz0x-Placeholder"><img alt="Quay"></span><span role="text" class="ssrcss-1g95kol-Copyright"><span class="visually-hidden ssrcss-1f39n02-VisuallyHidden">Image source, </span>EPA</span></div><figcaption class="ssrcss-1cf6xzl-StyledFigureCaption"><span class="visually-hidden">Image caption, </span>The quay was empty at noon on Tuesday</figcaption></figure></div>'
    links = f'<div data-component="unordered-list-block" class="ssrcss-uf6wea-RichTextComponentWrapper"><div class="ssrcss-7uxr49-RichTextContainer"><div class="ssrcss-1pzprxn-BulletListContainer"><ul role="list" class="ssrcss-1uhngci-BulletList"><li><a href="/1" class="ssrcss-k17ofw-InlineLink">{OTHERS[0]}</a></li><li><a href="/2" class="ssrcss-k17ofw-InlineLink">{OTHERS[2]}</a></li></ul></div></div></div>'
    made[2:2] = [picture]
    made[5:5] = [links]
    foot = f'<section data-component="links-block"><div class="ssrcss-1s1kjo7"><h2>More on this story</h2><ul>{"".join(f"<li><a href=/{n}><span>{one}</span></a><div><span>Published</span><span>3 days ago</span></div></li>" for n, one in enumerate(OTHERS[:3]))}</ul></div></section><section data-component="topic-list"><h2>Related Topics</h2><ul><li><a href="/t1">Shipping</a></li><li><a href="/t2">Norland</a></li></ul></section>'
    top = f'<aside aria-labelledby="top-stories"><h2>Top stories</h2><ul>{"".join(f"<li><a href=/t{n}>{one}</a></li>" for n, one in enumerate(OTHERS))}</ul></aside><section><h2>Elsewhere on the BBS</h2><ul><li><a href="/e1">The woman who swam home</a></li></ul></section>'
    content = f'<div id="root"><nav aria-label="BBS"><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav><main id="main-content" data-testid="main"><article class="ssrcss-pv1rh6-ArticleWrapper e1nh2i2l6"><header data-component="headline-block" class="ssrcss-1eqcsb1-HeadingWrapper"><h1 id="main-heading" type="headline" tabindex="-1" class="ssrcss-15xko80-StyledHeading">{s.title}</h1></header><div data-component="byline-block" class="ssrcss-h3c0s8-ContributorLinkContainer"><div class="ssrcss-68pt20-Text-TextContributorName">{s.byline}</div><div class="ssrcss-84ltp5-Text">Business reporter</div></div><div><span><time data-testid="timestamp" datetime="{s.day}T11:02:11.000Z">{s.shown}</time></span><button>Share</button><button>Save</button></div>{"".join(made)}{foot}</article>{top}</main><footer><ul><li><a href="/terms">Terms of Use</a></li></ul><p>Copyright © 2024 BBS. The BBS is not responsible for the content of external sites. <a href="/l">Read about our approach to external linking.</a></p></footer></div>'
    head = f'<meta property="og:title" content="{s.title}"><script type="application/ld+json">{{"@context":"http://schema.org","@type":"NewsArticle","url":"https://bbs.example/1","publisher":{{"@type":"NewsMediaOrganization","name":"BBS News"}},"datePublished":"{s.day}T11:02:11.000Z","headline":"{s.title}","author":{{"@type":"Person","name":"{s.byline}"}}}}</script>'
    return saved(
        "public station", shell(f"{s.title} - BBS News", head, content), s, [w for _, w in groups]
    )


def trust_owned(s: Told) -> Saved:
    """Islands and figures for rich links, letters and an appeal for money, all inside the body."""
    _a, b = s.heads
    groups = mixed(s, ("h", b), every=5)
    made = [
        f'<h2 id="{n}">{w}</h2>' if k == "h" else f'<p class="dcr-130mj7b">{w}</p>'
        for n, (k, w) in enumerate(groups)
    ]
    rich = f'<figure id="r1" data-spacefinder-role="richLink" data-spacefinder-type="model.dotcomrendering.pageElements.RichLinkBlockElement" class="dcr-47fhrn"><gu-island name="RichLinkComponent" priority="feature" deferuntil="idle" props="{{}}"><div data-print-layout="hide" class="dcr-1mf0k0"><div class="dcr-1j2axip"></div><a href="/r"><div class="dcr-ar5yx5"><div class="dcr-1gnpa9l">{OTHERS[1]}</div><div>Read more</div></div></a></div></gu-island></figure>'
    letter = '<figure data-spacefinder-role="inline" data-spacefinder-type="model.dotcomrendering.pageElements.NewsletterSignupBlockElement" class="dcr-1ydaifw"><a data-ignore="global-link-styling" href="#EmailSignup-skip-link-5" class="dcr-jdlrg5">skip past newsletter promotion</a><aside aria-label="newsletter promotion" class="dcr-av1vqf"><div><p>Sign up to <span>First Edition</span></p><p>Our morning email breaks down the key stories of the day, telling you what’s happening and why it matters</p><div><label>Enter your email address</label><input name="email" type="email"><button>Sign up</button></div><span><strong>Privacy Notice: </strong>Newsletters may contain info about charities, online ads, and content funded by outside parties. For more information see our <a href="/p">Privacy Policy</a>. We use Google reCaptcha to protect our website and the Google <a href="/g">Privacy Policy</a> and <a href="/t">Terms of Service</a> apply.</span></div></aside><p id="EmailSignup-skip-link-5" tabindex="0" role="note">after newsletter promotion</p></figure>'
    picture = '<figure id="i1" data-spacefinder-role="inline" data-spacefinder-type="model.dotcomrendering.pageElements.ImageBlockElement" class="dcr-173mewl"><div><div class="dcr-1t8m8f2"><div>View image in fullscreen</div><picture><img alt="A boat"></picture></div></div><figcaption data-spacefinder-role="inline" class="dcr-fd61eq"><span class="dcr-1inf02i"><svg></svg></span><span class="dcr-1qvd3m6">A boat leaves the harbour before the count.</span> Photograph: Ana Ruiz/The Observer of Alden</figcaption></figure>'
    epic = '<div id="slot-body-end"><div class="contributions__epic"><h2>I hope you liked this article.</h2><p>Before you close this tab, I wanted to ask if you would consider supporting us as we prepare for a pivotal, uncertain year ahead. Millions of readers have turned to us since we started publishing 200 years ago, and we have no billionaire owner.</p><p><strong>Support us from just 2 crowns.</strong></p><button>Continue</button><button>Remind me in May</button></div></div>'
    made[1:1] = [rich]
    made[4:4] = [letter, picture]
    content = f'<div data-print-layout="hide"><header><nav><ul><li><a href="/news">News</a></li><li><a href="/opinion">Opinion</a></li></ul></nav></header></div><main data-layout="StandardLayout"><article><div data-gu-name="title"><a href="/n">Norland</a></div><div data-gu-name="headline"><h1 class="dcr-1w6uej9">{s.title}</h1></div><aside data-gu-name="standfirst"><div class="dcr-rkm8cd"><p>{s.dek}</p></div></aside><aside data-gu-name="meta"><address aria-label="Contributor info" data-component="meta-byline"><a rel="author" href="/b">{s.byline}</a></address><details><summary><span>{s.shown} 17.02 CET</span></summary>Last modified on {s.shown} 18.40 CET</details><div><ul><li><a href="#">Share</a></li></ul></div></aside><div data-gu-name="body"><div id="maincontent" class="article-body-commercial-selector article-body-viewer-selector dcr-1fnjjtg">{"".join(made)}</div>{epic}<div class="submeta"><span>Explore more on these topics</span><ul><li><a href="/a">Norland</a></li><li><a href="/b">Shipping industry</a></li><li><a href="/c">news</a></li></ul><ul><li><a href="#">Share</a></li><li><button>Reuse this content</button></li></ul></div></div></article><section id="onwards-upper"><h2>More on this story</h2><ul>{"".join(f"<li><a href=/{n}><h3>{one}</h3></a><time>2d ago</time></li>" for n, one in enumerate(OTHERS))}</ul></section><section id="most-viewed"><h2>Most viewed</h2><ol><li>{OTHERS[0]}</li></ol></section></main>'
    head = f'<meta property="og:title" content="{s.title}"><meta name="author" content="{s.byline}"><meta property="article:published_time" content="{s.day}T16:02:00.000Z"><meta property="article:author" content="https://alden.example/profile/x">'
    return saved(
        "trust owned",
        shell(f"{s.title} | Norland | The Observer of Alden", head, content),
        s,
        [w for _, w in groups],
    )


def french_words(s: Told) -> Saved:
    """A page whose interface speaks French."""
    a, _b = s.heads
    groups = mixed(s, ("h", a), every=3)
    made = [
        f'<h2 class="article__sub-title">{w}</h2>'
        if k == "h"
        else f'<p class="article__paragraph ">{w}</p>'
        for k, w in groups
    ]
    catcher = f'<section class="catcher catcher--inline"><div class="catcher__content"><div class="catcher__desc"><span class="catcher__label">Lire aussi&nbsp;<span class="sr-only">|</span></span> <a class="js-article-read-also" href="/l">{OTHERS[1]}</a></div></div></section>'
    made[2:2] = [catcher]
    services = '<section class="article__siblings"><p class="article__status">Il vous reste 0% de cet article à lire.</p><ul><li><a href="/s">S’abonner</a></li></ul></section><section class="article__reactions"><h2>L’espace des contributions est réservé aux abonnés.</h2><p>Abonnez-vous pour accéder à cet espace d’échange et contribuer à la discussion.</p><a href="/abo">S’abonner</a></section><section class="services"><h3>Le Quotidien d’Alden Ateliers</h3><a href="/c1">Cours en ligne, cours du soir, ateliers : développez vos compétences</a></section>'
    content = f'<header id="Header"><nav id="menu"><ul><li><a href="/">Accueil</a></li><li><a href="/i">International</a></li><li><a href="/c">Se connecter</a></li></ul></nav></header><main id="main"><ul class="breadcrumb"><li><a href="/e">Économie</a></li></ul><section class="zone zone--article"><header class="article__header"><h1 class="article__title">{s.title}</h1><p class="article__desc">{s.dek}</p><section class="meta__authors"><span class="meta__author">Par <a class="article__author-link" href="/x">{s.byline}</a></span></section><p class="meta__publisher meta__publisher--page"><span class="meta__date">Publié le {s.day:%d} juin {s.day.year} à 10h09, modifié le {s.day:%d} juin {s.day.year} à 11h00</span></p><p class="meta__reading-time">Temps de Lecture 3 min.</p><ul class="meta__social"><li><a href="#">Ajouter à vos sélections</a></li><li><a href="#">Partager sur Facebook</a></li></ul></header><article class="article__content old__article-content-single"><figure class="article__media"><img src="a.jpg"><figcaption class="article__legend">Le port, mardi. <span class="article__credit">ANA RUIZ POUR « LE QUOTIDIEN D’ALDEN »</span></figcaption></figure>{"".join(made)}<p class="article__author-desc">{s.byline}</p></article>{services}</section></main><footer><p>Mentions légales</p></footer>'
    head = f'<meta property="og:title" content="{s.title}"><meta property="og:article:author" content="{s.byline}"><script type="application/ld+json">{{"@context":"http://schema.org","@type":"NewsArticle","datePublished":"{s.day}T10:09:36+02:00","headline":"{s.title}","author":[{{"@type":"Person","name":"{s.byline}"}}],"isAccessibleForFree":true}}</script>'
    return saved("french words", shell(s.title, head, content), s, [w for _, w in groups])


def german_words(s: Told) -> Saved:
    """A page whose interface speaks German, its text in columns of a grid with teasers between."""
    a, b = s.heads
    groups = mixed(s, ("h", a), ("h", b), every=4)
    made = [
        f'<h3 class="font-brandUI font-bold">{w}</h3>'
        if k == "h"
        else f'<div data-area="text" class="clear-both"><div class="RichText RichText--iconLinks lg:w-8/12 md:w-10/12"><p>{w}</p></div></div>'
        for k, w in groups
    ]
    teaser = f'<section class="relative" data-area="related_articles"><div>Mehr zum Thema</div><ul><li><article aria-label="{OTHERS[0]}"><a href="/m"><span>{OTHERS[0]}</span></a><span>Von Ana Ruiz</span></article></li><li><article aria-label="{OTHERS[2]}"><a href="/m2"><span>{OTHERS[2]}</span></a></article></li></ul></section>'
    made[3:3] = [teaser]
    made.append(
        '<div class="flex"><div class="font-sansUI">alw/ARTS</div></div><div data-area="feedback"><button>Feedback</button></div>'
    )
    content = f'<header data-area="header"><nav><a href="/">Startseite</a><a href="/abo">Abonnement</a></nav></header><main id="Inhalt"><article><header data-area="intro"><h2><span class="block text-primary-base">Winterstreik</span><span class="hidden">: </span><span class="align-middle">{s.title}</span></h2><div class="RichText leading-loose">{s.dek}</div><div>Von <a href="/b">{s.byline}</a></div><time class="timeformat" datetime="{s.day} 17:12:00">{s.day:%d.%m.%Y}, 17.12 Uhr</time></header><section data-area="body"><figure><img><figcaption>Hafen von Vikby <span>Foto: Ana Ruiz / ARTS</span></figcaption></figure>{"".join(made)}</section></article><section data-area="comments"><h2>Diskutieren Sie mit</h2><p>Melden Sie sich an und diskutieren Sie mit</p><a href="/a">Anmelden</a></section></main><footer><ul><li><a href="/i">Impressum</a></li><li><a href="/d">Datenschutz</a></li></ul></footer>'
    head = f'<meta property="og:title" content="{s.title}"><meta name="author" content="{s.byline}, DER BOTE"><meta name="date" content="{s.day}T17:12:00+01:00">'
    made_page = shell(f"{s.title} - DER BOTE", head, content)
    return saved("german words", made_page, s, [w for _, w in groups])


def broadcaster(s: Told) -> Saved:
    """Divs for paragraphs, an editor's note, the site's name as source, boxes of facts and of links."""
    groups = [("p", line) for line in s.lines]
    made = [f'<div class="zn-body__paragraph speakable">{w}</div>' for _, w in groups[:2]]
    made += [f'<div class="zn-body__paragraph">{w}</div>' for _, w in groups[2:]]
    made[0] = (
        f'<div class="zn-body__paragraph speakable"><cite class="el-editorial-source"> (CNA)</cite>{groups[0][1]}</div>'
    )
    related = f'<div class="zn-body__read-more"><div class="el__storyelement--standard"><a href="/r"><img></a><div class="el__content"><h4 class="cd__headline"><a href="/r">{OTHERS[1]}</a></h4></div></div></div>'
    made[3:3] = [related]
    heading = f'<div class="zn-body__paragraph"><h3>{s.heads[0]}</h3></div>'
    made[5:5] = [heading]
    body = [w for _, w in groups]
    body[4:4] = [s.heads[0]]
    body[0] = f"(CNA) {body[0]}"
    content = f'<div class="nav-header"><div class="nav"><a href="/">CNA</a><a href="/us">US</a></div></div><article class="pg-rail-tall pg-rail--align-right" itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="datePublished" content="{s.day}T12:00:00Z"><div class="l-container"><h1 class="pg-headline">{s.title}</h1><div class="metadata"><div class="metadata__info js-byline-images"><p class="metadata__byline"><span class="metadata__byline__author">By {s.byline}, CNA</span></p><p class="update-time">Updated 1510 GMT (2310 HKT) June 3, 2021 <span id="js-pagetop_video_source" class="video__source top_source"></span></p></div></div><div class="pg-side-of-rail"><div class="media__video"><div class="js-media__caption media__caption el__storyelement__header">Watch the moment the doors open <span class="el__timestamp">02:11</span></div></div><section id="body-text"><div class="l-container"><div class="el__leafmedia el__leafmedia--sourced-paragraph">{"".join(made)}</div><div class="zn-body__footer"><p class="zn-body__paragraph zn-body__footer">CNA’s Ana Ruiz and Joe Hill contributed to this report.</p></div></div></section></div></div><div class="pg-rail"><div class="ob-widget"><h3>Paid Content</h3><a href="/p">Dentists stunned by this trick</a></div></div></article><footer><ul><li><a href="/t">Terms of Use</a></li></ul><p>© 2021 Cable News of Alden. All Rights Reserved.</p></footer>'
    head = f'<meta property="og:title" content="{s.title}"><meta name="author" content="{s.byline}, CNA">'
    return saved(
        "broadcaster",
        shell(f"{s.title} - CNA", head, content),
        s,
        body,
        byline=f"{s.byline}",
    )


def wire(s: Told) -> Saved:
    """An agency's page: a dateline, who reported and edited, its standards, what to sign up for."""
    body = [f"VIKBY, June 3 (Agency) - {s.lines[0]}", *s.lines[1:]]
    made = [
        f'<p data-testid="paragraph-{n}" class="text__text__1FZLe text__dark-grey__3Ml43 text__regular__2N1Xr text__large__nEccO body__full_width__ekUdw body__large_body__FV5_X article-body__element__2p5pI">{w}</p>'
        for n, w in enumerate(body)
    ]
    made[4:4] = [
        '<div data-testid="promo-box"><p>The Alden Briefing newsletter keeps you up to speed on the day. Sign up <a href="/s">here</a>.</p></div>',
        '<div class="ad-slot__container__FEnoz" data-testid="ResponsiveAdSlot"><div>Advertisement · Scroll to continue</div></div>',
    ]
    made.append(
        f'<p data-testid="sign-off" class="text__text__1FZLe">Reporting by {s.byline} in Vikby and Joe Hill in Alden; Editing by Sam Stone and Kim Oda</p><p data-testid="Body">Our Standards: <a data-testid="Link" href="/tr">The Agency Trust Principles.<span style="border:0;clip:rect(0 0 0 0);height:1px;position:absolute">, opens new tab</span></a></p><div data-testid="licensing"><button>Purchase Licensing Rights</button></div>'
    )
    content = f'<div id="fusion-app"><header><nav><a href="/w">World</a><a href="/b">Business</a></nav></header><div class="regular-article-layout__main__2-pzG"><main><article data-testid="Article"><div class="article-header__header__2-fnC"><h1 data-testid="Heading">{s.title}</h1><div class="info-content__author-date__1Epi_">By <a data-testid="AuthorNameLink" href="/a" rel="author">{s.byline}</a></div><time data-testid="Body" datetime="{s.day}T14:00:01Z"><span class="date-line__date___kNbY">{s.shown}</span><span class="date-line__date___kNbY">2:00 PM UTC</span><span>Updated 5 hours ago</span></time></div><ul data-testid="Summary"><li>Summary</li><li>Companies</li></ul><div class="article-body__content__17Yit article-body__two-columns__1Pq7r">{"".join(made)}</div><div data-testid="AuthorBio"><h3>{s.byline}</h3><p>Agency</p><p>Writes about ships and the people who sail them, with a focus on pay and safety. Formerly at the Orrin Gazette. Contact: +47 555 0101</p></div></article></main></div><aside><h2>Read Next</h2>{"".join(f"<li><a href=/{n} data-testid=Heading>{one}</a><span>ago 2 hours</span></li>" for n, one in enumerate(OTHERS))}</aside></div>'
    head = f'<meta property="og:title" content="{s.title}"><meta name="article:published_time" content="{s.day}T14:00:01Z"><meta name="article:author" content="{s.byline}">'
    return saved("wire", shell(f"{s.title} | Agency", head, content), s, body)


def cooperative(s: Told) -> Saved:
    """An agency of newspapers: related stories in the text, a line of underscores before the credits."""
    body = [f"VIKBY, Norland (AP) — {s.lines[0]}", *s.lines[1:]]
    made = [f"<p>{w}</p>" for w in body]
    box = f'<div class="PageListEnhancementGeneric"><bsp-list-loadmore class="PageList"><div class="PageList-header"><h2 class="PageList-header-title">RELATED COVERAGE</h2></div><div class="PageList-items"><div class="PageList-items-item"><div class="PagePromo"><div class="PagePromo-content"><div class="PagePromo-title"><a class="Link" href="/1"><span class="PagePromoContentIcons-text">{OTHERS[0]}</span></a></div></div></div></div><div class="PageList-items-item"><div class="PagePromo"><div class="PagePromo-title"><a href="/2"><span>{OTHERS[3]}</span></a></div></div></div></div></bsp-list-loadmore></div>'
    made[3:3] = [
        box,
        '<div class="SovrnAd Advertisement" id="ad"><div class="SovrnAd-holder"></div></div>',
    ]
    made.append("<p>___</p><p>Hill reported from Alden. Sam Stone in Orrin contributed.</p>")
    content = f'<bsp-header><nav><ul><li><a href="/w">World</a></li></ul></nav></bsp-header><div class="Page-content"><main class="Page-main"><div class="Page-lead"><figure class="Figure"><img><figcaption class="Figure-caption"><p>Crews wait outside the hall in Vikby, Norland, on Thursday. (AP Photo/Ana Ruiz)</p></figcaption></figure></div><h1 class="Page-headline">{s.title}</h1><div class="Page-byline"><div class="Page-authors">By <a class="Link" href="/a">{s.byline.upper()}</a></div><div class="Page-dateModified"><bsp-timestamp data-timestamp="1622721600000"><span>Updated 1:12 PM GMT, {s.shown}</span></bsp-timestamp></div></div><div class="Page-actions"><button>Share</button><ul><li>Copy</li><li>Email</li></ul></div><div class="RichTextStoryBody RichTextBody">{"".join(made)}</div><div class="Author"><div class="Author-name">{s.byline.upper()}</div><div class="Author-bio">{s.byline} reports on labor for the cooperative from Vikby. She has been there since 2009.</div></div></main><aside class="Page-aside"><h2>Most read</h2><ol><li><a href="/m">{OTHERS[1]}</a></li></ol></aside></div>'
    head = f'<meta property="og:title" content="{s.title}"><meta property="article:published_time" content="{s.day}T12:00:00"><script type="application/ld+json">[{{"@context":"http://schema.org","@type":"NewsArticle","headline":"{s.title}","datePublished":"{s.day}T12:00:00Z","author":[{{"@type":"Person","name":"{s.byline.upper()}"}}]}}]</script>'
    return saved("cooperative", shell(f"{s.title} | AP News", head, content), s, body)


def portal(s: Told) -> Saved:
    """A portal that shows the stories of others and folds the rest of them."""
    made = [f"<p>{w}</p>" for w in s.lines]
    half = len(made) // 2
    body = f'<div class="caas-body">{"".join(made[:half])}<figure class="caas-figure"><div class="caas-figure-with-pb"><img></div><div class="caption-wrapper caption-aligned-with-image"><figcaption class="caption-collapse">The hall on the evening of the count<button class="link caas-button collapse-button">More</button></figcaption></div></figure><div class="caas-da"></div><div class="caas-readmore caas-readmore-collapse"><button class="link caas-button collapse-button" aria-label="Story continues">Story continues</button></div>{"".join(made[half:])}<p><a href="/o1">{OTHERS[0]}</a></p><p><a href="/o2">{OTHERS[2]}</a></p><p><em>This article originally appeared on Alden Post: <a href="/x">{s.title}</a></em></p></div>'
    content = f'<div id="YDC-UH"><ul><li><a href="/">Home</a></li><li><a href="/mail">Mail</a></li></ul></div><div id="module-article"><div class="caas-container"><div class="caas-inner"><article role="article"><div class="caas-content-wrapper"><div class="caas-logo"><a href="/p"><span class="caas-img"></span>Alden Post</a></div><header class="caas-title-wrapper"><h1 data-test-locator="headline">{s.title}</h1></header><div class="caas-content-byline-wrapper"><div class="caas-attr"><div class="caas-attr-meta"><div class="caas-attr-item-author"><span class="caas-author-byline-collapse">{s.byline}</span></div><div class="caas-attr-time-style"><time datetime="{s.day}T09:12:00.000Z">{s.shown}</time><span class="caas-attr-mins-read">4 min read</span></div></div></div><div class="caas-share-buttons"><ul><li><button>Link Copied</button></li></ul></div></div>{body}</div></article></div></div></div><div id="sidebar"><h2>Recommended Stories</h2><ul>{"".join(f"<li><h3><a href=/{n}>{one}</a></h3><p>A short look at what happened, and at why nobody had seen it come before the week was out.</p><span>3h ago</span></li>" for n, one in enumerate(OTHERS))}</ul></div>'
    head = f'<meta property="og:title" content="{s.title}"><script type="application/ld+json">{{"@context":"http://schema.org","@type":"NewsArticle","headline":"{s.title}","datePublished":"{s.day}T09:12:00.000Z","author":{{"@type":"Person","name":"{s.byline}","url":""}},"provider":{{"@type":"Organization","name":"Alden Post"}}}}</script>'
    return saved("portal", shell(s.title, head, content), s, [*s.lines])


def tabloid(s: Told) -> Saved:
    """Points above the text, pictures with captions as paragraphs, a box of facts, links in capitals, comments."""
    points = (
        "Crews had been out for nineteen days over pay and nights",
        "The first boat may leave before the week is over",
    )
    made = [f'<p class="mol-para-with-font">{w}</p>' for w in s.lines]
    picture = '<div class="artSplitter mol-img-group"><div class="mol-img"><div class="image-wrap"><img class="blkBorder img-share" alt="x"></div></div><p class="imageCaption">Empty: the quay at Vikby, where no ship has tied up since the third of the month</p></div>'
    related = f'<div class="moduleFull related-carousel mol-fe-related"><h4>RELATED ARTICLES</h4><ul><li><button>Previous</button></li><li>1</li><li><button>Next</button></li></ul><ul class="rotator-panels link-bogr1"><li class="rotator-page"><ul><li><a href="/1"><span class="pufftext">{OTHERS[0]}</span></a></li><li><a href="/2"><span class="pufftext">{OTHERS[3]}</span></a></li></ul></li></ul><div class="mol-fe-related-share"><h5>Share this article</h5><button>Share</button><span>1.2k shares</span></div></div>'
    made[1:1] = [picture, related]
    made[5:5] = [picture.replace("Empty:", "Waiting:").replace("third", "fourth")]
    content = f'<div id="page-container"><div class="page-header"><ul><li><a href="/">Home</a></li><li><a href="/s">Showbiz</a></li></ul></div><div id="content" class="article"><div id="js-article-text" class="article-text wide  heading-tag-switch" itemprop="articleBody"><h2>{s.title}</h2><ul class="mol-bullets-with-font"><li class=""><font style="font-size: 1.2em;"><strong>{points[0]}</strong></font></li><li class=""><font style="font-size: 1.2em;"><strong>{points[1]}</strong></font></li></ul><p class="author-section byline-plain">By <a href="/b" class="author" rel="nofollow">{s.byline.upper()} FOR ALDEN DAILY</a></p><p class="byline-section"><span class="article-timestamp article-timestamp-published"><span class="article-timestamp-label">Published:</span><time datetime="{s.day}T12:18:14+0100"> 12:18 BST, {s.shown}</time></span> | <span class="article-timestamp">Updated: 14:02 BST, {s.shown}</span></p><div id="shareLinks"><ul><li>e-mail</li><li><a href="#comments">93 <span>View<br>comments</span></a></li></ul></div>{"".join(made)}<div class="column-content cleared"><div class="shareArticles"><h3>Share or comment on this article:</h3><span>{s.title}</span></div></div></div><div id="reader-comments"><h3>Comments <span>93</span></h3><ul><li>Newest</li><li>Oldest</li></ul><div class="comment"><p class="comment-body comment-text">Good for them. Let the bosses row.</p><p>Mo, Orrin, 2 hours ago</p></div><div class="comment"><p class="comment-body comment-text">And who pays for all this in the end? The passengers, as ever, and nobody asks us what we think of it.</p></div></div></div></div>'
    head = f'<meta property="og:title" content="{s.title}"><meta property="article:published_time" content="{s.day}T12:18:14+0100"><meta name="author" content="{s.byline}">'
    return saved(
        "tabloid", shell(f"{s.title} | Alden Daily", head, content), s, [*points, *s.lines]
    )


def breaking_lines(s: Told) -> Saved:
    """A large portal of a large country: bare lines parted by breaks in a div, offers between, an app at the end."""
    lines = s.lines
    body = "<br><br>".join(lines[:3])
    body += f'<div class="mgid_div"><span>Advertisement</span></div><div class="inlineArticle"><div><span>Also See:</span> <a href="/a">{OTHERS[0]}</a> | <a href="/b">Weather today</a></div></div>'
    body += "<br><br>".join(lines[3:])
    body += '<br><br><div class="cdatainfo id-r-component" data-pos="{}"><strong>Get the latest news on the go. Download the Alden App.</strong></div>'
    content = f'<div id="app"><div class="topnav"><a href="/">TOI</a><a href="/city">City</a></div><div class="JuyWl"><ul class="breadcrumb"><li><a href="/">News</a></li><li><a href="/c">City News</a></li></ul><div class="pqSbI"><h1 class="HNMDR"><span>{s.title}</span></h1><div class="xf8Pm byline">{s.byline} / TNN / <span>{s.shown}, 08:31 IST</span></div><div class="hs1V2"><button>Share</button><button>AA</button><button>Follow us</button></div></div><div class="_s30J clearfix" data-articlebody="1"><div class="ntPcH"><section class="D3Wk1"><img><div class="img_cptn">{OTHERS[2]}</div></section></div><div>{body}</div></div><div class="auth_detail"><h3>About the Author</h3><h4>{s.byline}</h4><p>The writer is a senior correspondent who has covered ports and rivers for nine years and likes long walks with a camera.</p><a href="/x">Read More</a></div><div class="end_of_art">End of Article</div><div class="follow">FOLLOW US ON SOCIAL MEDIA</div></div><div class="right"><h3>Trending Stories</h3><ul>{"".join(f"<li><a href=/{n}>{one}</a></li>" for n, one in enumerate(OTHERS))}</ul></div></div>'
    head = f'<meta property="og:title" content="{s.title} | City News - Times of Alden"><script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{s.title}","datePublished":"{s.day}T08:31:00+05:30","author":{{"@type":"Person","name":"{s.byline}"}}}}</script>'
    return saved("breaking lines", shell(s.title, head, content), s, [*lines])


def also_reads(s: Told) -> Saved:
    """Paragraphs that lead away between those of the text, a synopsis above, who agreed to be quoted below."""
    made = [f"<p>{w}</p>" for w in s.lines]
    made[2:2] = [
        f'<p><strong>Also Read | </strong><a href="/a"><strong>{OTHERS[0]}</strong></a></p>'
    ]
    made[5:5] = [
        f'<p><strong>READ |<a href="/b">{OTHERS[3]}</a></strong></p>',
        f'<div class="also-read-slider"><h4>Best of Express</h4><ul><li><a href="/c">{OTHERS[1]}</a></li><li><a href="/d">{OTHERS[2]}</a></li></ul></div>',
        '<div class="newsguard"><div class="subscription-widget"><p>Subscriber Only Stories</p><a href="/all">View All</a></div></div>',
    ]
    content = f'<header><div class="mainnav"><ul><li><a href="/">Home</a></li><li><a href="/e">ePaper</a></li></ul></div></header><div class="container native_story"><div class="row"><div class="leftpanel"><div class="heading-part"><h1 itemprop="headline" class="native_story_title">{s.title}</h1><h2 itemprop="description" class="synopsis">{s.dek}</h2></div><div class="story_details"><div class="editor">Written by <a class="bulletProj" href="/p">{s.byline}</a><br>Vikby | Updated: <span itemprop="dateModified" content="{s.day}T09:00:00+05:30">{s.shown} 09:00 IST</span></div><div class="custom-caption"><img><span class="custom-caption">The Vikby quay. (Express Photo by Ana Ruiz)</span></div><div id="pcl-full-content" class="story_details">{"".join(made)}<p><em>(With inputs from Joe Hill)</em></p></div><p class="copyright">© The Alden Express Pvt Ltd</p><div class="storytags"><ul><li>Tags:</li><li><a href="/t">Ferries</a></li></ul></div></div></div><div class="rightpanel"><h3>Latest News</h3><ul>{"".join(f"<li><h3><a href=/{n}>{one}</a></h3><p>5 min</p></li>" for n, one in enumerate(OTHERS))}</ul></div></div></div>'
    head = f'<meta property="og:title" content="{s.title}"><meta itemprop="datePublished" content="{s.day}T08:00:00+05:30"><meta name="author" content="{s.byline}">'
    return saved("also reads", shell(s.title, head, content), s, [*s.lines])


def local_station(s: Told) -> Saved:
    """A local station: place and letters before the text, the suggestion, the copyright line after it."""
    body = [f"VIKBY, Norland (WVKB) – {s.lines[0]}", *s.lines[1:]]
    made = [f"<p>{w}</p>" for w in body]
    made[3:3] = [
        f'<p class="article-inline-link"><strong><a href="/o">{OTHERS[2]}</a></strong></p>',
        '<div class="arcad-wrapper"><div class="arcad">Advertisement</div></div>',
    ]
    made.append(
        "<p><i>Copyright 2021 WVKB. All rights reserved.</i></p><p><em>Stay informed on local news and weather: get the free WVKB app.</em></p>"
    )
    content = f'<div class="page-header"><nav><a href="/">WVKB</a><a href="/w">Weather</a><a href="/l">Livestream</a></nav><div class="alert-bar">2 weather alerts in effect</div></div><main id="main"><div class="article-headline"><h1 class="headline">{s.title}</h1></div><div class="byline"><span>By <a href="/s">{s.byline}</a></span></div><div class="published-date-time">Published: <span>{s.shown} at 6:15 PM EDT</span></div><div class="social-share"><a>Facebook</a><a>Email</a></div><div class="article-body"><div class="video-player"><div class="caption-text">A report from the quay at six</div></div>{"".join(made)}</div><section class="taboola"><h2>Most Read</h2>{"".join(f"<div class=card><h4><a href=/{n}>{one}</a></h4></div>" for n, one in enumerate(OTHERS))}</section></main><footer><div>WVKB<br>12 Hill Road<br>Vikby</div><a href="/fcc">FCC Applications</a></footer>'
    head = f'<meta property="og:title" content="{s.title}"><script type="application/ld+json">{{"@type":"NewsArticle","headline":"{s.title}","datePublished":"{s.day}T22:15:00Z","author":[{{"@type":"Person","name":"{s.byline}"}}]}}</script>'
    return saved("local station", shell(s.title, head, content), s, body)


def teasers_in_articles(s: Told) -> Saved:
    """Many article elements: teasers above, beside and below the one that is meant; little text in it."""
    lines = s.lines[:3]
    tease = "".join(
        f'<article class="teaser teaser--small"><a href="/{n}"><h3 class="teaser__title">{one}</h3></a><p class="teaser__text">In a week of surprises nobody in the town had reckoned with this one, and some had even slept through it, as the mayor admits.</p><span class="teaser__meta">Joe Hill · 12 min</span></article>'
        for n, one in enumerate(OTHERS)
    )
    content = f'<header class="masthead"><nav class="nav"><a href="/">Home</a></nav></header><div class="ribbon">{tease[: len(tease) // 4]}</article></div><div class="wrap"><div class="grid"><main class="grid__main"><article class="story" id="story"><h1 class="story__title">{s.title}</h1><div class="story__meta"><span class="story__author">{s.byline}</span> <time datetime="{s.day}">{s.shown}</time></div><div class="story__body">{p(lines)}</div></article><section class="more"><h2>More from Norland</h2>{tease}</section></main><aside class="grid__rail"><h2>Latest</h2>{tease}</aside></div></div><footer class="foot"><p>The Vikby Courier is printed on Tuesdays and Fridays.</p></footer>'
    head = f'<meta property="og:title" content="{s.title}"><meta property="article:author" content="{s.byline}">'
    return saved("teasers in articles", shell(s.title, head, content), s, lines)


def endless(s: Told) -> Saved:
    """The next whole articles stand below the one that was opened."""
    nexts = (
        "The brass band of Orrin will play on the roof of its school, since the hall has been sold to a dealer in carpets.",
        "It will be the first concert there, the conductor said, and if it rains the last. Umbrellas are lent at the gate by the caretaker.",
        "A second date has been named for those who are afraid of heights: they may listen in the yard, where soup is sold.",
        "The dealer has offered a carpet for the drums. The band has not yet said whether it will take it.",
    )
    article = '<div class="infinite-item" data-url="/{0}"><article class="c-article"><header class="c-article__header"><a class="c-eyebrow" href="/n">Norland</a><h1 class="c-article__title">{1}</h1><p class="c-byline">By <a href="/a">{2}</a> | <time datetime="{3}">{3}</time></p></header><div class="c-article__content js-content">{4}</div><div class="c-tags"><a href="/t">Boats</a><a href="/u">Towns</a></div></article></div>'
    first = article.format("one", s.title, s.byline, s.day, p(s.lines))
    second = article.format("two", OTHERS[1], "Joe Hill", "2021-05-30", p(nexts))
    content = f'<div class="site-nav"><a href="/">Home</a><a href="/a">About</a></div><div id="infinite">{first}<div class="next-up">Next up</div>{second}</div>'
    head = f'<meta property="og:title" content="{s.title}"><link rel="canonical" href="https://alden.example/one"><meta property="article:published_time" content="{s.day}T06:00:00Z">'
    return saved("endless", shell(s.title, head, content), s, [*s.lines])


def scores(s: Told) -> Saved:
    """A sports site: an aside of picks, a table of results that belongs to the text, quotes, odds."""
    rows = (("Team", "Won", "Lost"), ("Vikby", "11", "2"), ("Orrin", "9", "4"))
    table = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    made = [f"<p>{w}</p>" for w in s.lines]
    made[2:2] = [
        f'<aside class="inline editorial float-r"><header class="editorial-header"><h1>Editor\'s Picks</h1></header><div class="editorial-item"><ul><li><a href="/1"><h1>{OTHERS[0]}</h1></a><div class="author">1d<span class="author-name">Joe Hill</span></div></li><li><a href="/2"><h1>{OTHERS[1]}</h1></a></li></ul><div><span>2 Related</span></div></div></aside>'
    ]
    half = len(made) // 2
    body = [*s.lines[: half - 1], *("  |  ".join(row) for row in rows), *s.lines[half - 1 :]]
    made[half:half] = [
        f'<div class="table-wrap"><table class="inline-table"><tbody>{table}</tbody></table></div>'
    ]
    content = f'<div id="global-header"><ul><li><a href="/nfl">Rowing</a></li></ul></div><section id="article-feed"><article class="article featured-article"><div class="container"><header class="article-header"><h1>{s.title}</h1></header><div class="article-body"><div class="article-meta"><ul class="authors"><li><div class="author has-bio">{s.byline}<span class="author-title">Senior Writer</span></div><div class="bio-wrap"><div class="article-bio"><b>Close</b><ul><li>Covers rowing and other things on water</li><li>Joined in 2011 after nine years at the Gazette</li></ul></div></div></li></ul><span class="timestamp" data-date="{s.day}T13:01:00Z">{s.shown}, 09:01 AM ET</span><ul class="article-social"><li>Facebook</li><li>Messenger</li></ul></div>{"".join(made)}<div class="content-reactions"></div></div></div></article></section>'
    head = f'<meta property="og:title" content="{s.title}"><script type="application/ld+json">{{"@type":"NewsArticle","headline":"{s.title}","datePublished":"{s.day}T13:01:00Z","author":{{"@type":"Person","name":"{s.byline}"}}}}</script>'
    return saved("scores", shell(f"{s.title} - Alden Sport", head, content), s, body)


NEWS = (
    metered,
    public_station,
    trust_owned,
    french_words,
    german_words,
    broadcaster,
    wire,
    cooperative,
    portal,
    tabloid,
    breaking_lines,
    also_reads,
    local_station,
    teasers_in_articles,
    endless,
    scores,
)
