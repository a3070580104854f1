"""Pages in the manner of blogs, platforms, offices, firms and manuals, for any story, with the right body."""

# ruff: noqa: E501  the markup of a page is one line

from __future__ import annotations

from itertools import chain

from .saved_pages import Saved
from .site_parts import OTHERS, Told, mixed, p, saved, shell


def block_theme(s: Told) -> Saved:
    """A blog of blocks: pull quote, picture, separator, a long list of comments with a form below."""
    groups = mixed(s, ("h", s.heads[0]), every=4)
    made = [
        f'<h2 class="wp-block-heading">{w}</h2>' if k == "h" else f"<p>{w}</p>" for k, w in groups
    ]
    made[2:2] = [
        '<figure class="wp-block-image size-large"><img src="a.jpg" class="wp-image-93"><figcaption class="wp-element-caption">The hall before the count</figcaption></figure>'
    ]
    made[4:4] = ['<hr class="wp-block-separator has-alpha-channel-opacity"/>']
    talk = (
        "I was there that night and it was colder than you say. Otherwise a fair report, thank you for it.",
        "What nobody mentions is the price of oil, which has doubled since the last time the crews and the company sat down together.",
        "My father sailed on these ships for thirty years and never once got an answer to a letter. Good luck to them all.",
        "Could you write about the trains next? We have been waiting for a word on them since the autumn of the year before last.",
    )
    comments = "".join(
        f'<li id="comment-{n}" class="comment even thread-even depth-1"><article id="div-comment-{n}" class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn"><a href="/u">Reader {n}</a></b> <span class="says">says:</span></div><div class="comment-metadata"><a href="#"><time datetime="2021-06-0{n + 1}T10:00:00+00:00">June {n + 1}, 2021 at 10:00 am</time></a></div></footer><div class="comment-content"><p>{w}</p></div><div class="reply"><a rel="nofollow" class="comment-reply-link" href="#">Reply</a></div></article></li>'
        for n, w in enumerate(talk * 3)
    )
    content = f'<div id="page" class="site"><a class="skip-link screen-reader-text" href="#content">Skip to content</a><header id="masthead" class="site-header"><div class="site-branding"><p class="site-title"><a href="/">Letters from the quay</a></p><p class="site-description">A weblog about boats</p></div></header><div id="content" class="site-content"><main id="main" class="site-main"><article id="post-93" class="post-93 post type-post status-publish format-standard hentry category-boats entry"><header class="entry-header alignwide"><h1 class="entry-title">{s.title}</h1></header><div class="entry-content">{"".join(made)}</div><footer class="entry-footer default-max-width"><div class="posted-by"><span class="posted-on">Published <time class="entry-date published updated" datetime="{s.day}T19:25:43+00:00">{s.shown}</time></span><span class="byline">By <a href="/author/x" rel="author">{s.byline}</a></span></div><div class="post-taxonomies"><span class="cat-links">Categorized as <a href="/c" rel="category tag">Boats</a> </span><span class="tags-links">Tagged <a href="/t">pay</a>, <a href="/t2">winter</a></span></div></footer></article><nav class="navigation post-navigation" aria-label="Posts"><h2 class="screen-reader-text">Post navigation</h2><div class="nav-links"><div class="nav-previous"><a href="/p" rel="prev"><p class="meta-nav">Previous post</p><p class="post-title">{OTHERS[3]}</p></a></div></div></nav><div id="comments" class="comments-area default-max-width show-avatars"><h2 class="comments-title">12 comments</h2><ol class="comment-list">{comments}</ol><div id="respond" class="comment-respond"><h2 id="reply-title" class="comment-reply-title">Leave a comment</h2><form><p class="comment-notes"><span id="email-notes">Your email address will not be published.</span> <span class="required-field-message">Required fields are marked <span class="required">*</span></span></p><textarea></textarea></form></div></div></main></div><footer id="colophon" class="site-footer"><div class="powered-by">Proudly powered by WordPress.</div></footer></div>'
    return saved(
        "block theme",
        shell(f"{s.title} – Letters from the quay", "", content),
        s,
        [w for _, w in groups],
    )


def news_theme(s: Told) -> Saved:
    """A bought news theme: advertisements by name, author box, three related posts, tags, sharing."""
    groups = mixed(s, ("h", s.heads[1]), every=4)
    made = [f"<h3><strong>{w}</strong></h3>" if k == "h" else f"<p>{w}</p>" for k, w in groups]
    made[3:3] = [
        '<div class="td-a-rec td-a-rec-id-content_inline tdi_2 td_block_template_1"><span class="td-adspot-title">- Advertisement -</span><div class="td-visible-desktop"><a href="/ad"><img></a></div></div>'
    ]
    others = "".join(
        f'<div class="td_module_related_posts td-animation-stack td_mod_related_posts"><div class="td-module-image"><a href="/r{n}" class="td-post-category">Coast</a></div><div class="item-details"><h3 class="entry-title td-module-title"><a href="/r{n}" rel="bookmark">{one}</a></h3></div></div>'
        for n, one in enumerate(OTHERS[:3])
    )
    content = f'<div id="td-outer-wrap"><div class="td-header-wrap"><ul id="menu-main" class="sf-menu"><li><a href="/">HOME</a></li><li><a href="/n">NEWS</a></li></ul></div><div class="td-main-content-wrap"><div class="td-container"><div class="td-crumb-container"><span><a href="/">Home</a></span> <i class="td-icon-right td-bread-sep"></i> <span><a href="/c">Coast</a></span></div><div class="td-pb-row"><div class="td-pb-span8 td-main-content" role="main"><article id="post-5" class="post-5 post type-post" itemscope itemtype="https://schema.org/Article"><div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="/c">Coast</a></li></ul><header class="td-post-title"><h1 class="entry-title">{s.title}</h1><div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">By</div> <a href="/author">{s.byline}</a><div class="td-author-line"> - </div></div><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="{s.day}T08:00:10+00:00">{s.shown}</time></span><div class="td-post-comments"><a href="#"><i></i>0</a></div><div class="td-post-views"><span>1041</span></div></div></header></div><div class="td-post-sharing-top"><div class="td-social-but-text">Share</div><a href="#">Facebook</a></div><div class="td-post-content tagdiv-type">{"".join(made)}</div><footer><div class="td-post-source-tags"><ul class="td-tags td-post-small-box clearfix"><li><span>TAGS</span></li><li><a href="/t">ferry</a></li><li><a href="/u">pay</a></li></ul></div><div class="td-block-row td-post-next-prev"><div class="td-block-span6 td-post-prev-post"><div class="td-post-next-prev-content"><span>Previous article</span><a href="/p">{OTHERS[3]}</a></div></div></div><div class="author-box-wrap"><a href="/author"><img></a><div class="desc"><div class="td-author-name vcard author"><span class="fn"><a href="/author">{s.byline}</a></span></div><div class="td-author-description">Lives in a house by the water with two dogs and writes about everything that floats, sinks or is late.</div></div></div><span class="td-page-meta" itemprop="author" itemscope itemtype="https://schema.org/Person"><meta itemprop="name" content="{s.byline}"></span><meta itemprop="datePublished" content="{s.day}T08:00:10+00:00"></footer></article><div class="td_block_wrap td_block_related_posts"><h4 class="td-related-title td-block-title"><a class="td-related-left">RELATED ARTICLES</a><a class="td-related-right">MORE FROM AUTHOR</a></h4><div class="td_block_inner">{others}</div></div></div><div class="td-pb-span4 td-main-sidebar" role="complementary"><h4>Must read</h4><p>{OTHERS[0]}</p></div></div></div></div></div>'
    head = f'<meta property="og:title" content="{s.title}">'
    return saved(
        "news theme", shell(f"{s.title} | Coast News", head, content), s, [w for _, w in groups]
    )


def page_builder(s: Told) -> Saved:
    """A page put together from widgets, with its text in one of them and a posts grid below."""
    groups = mixed(s, ("h", s.heads[0]), ("h", s.heads[1]), every=3)
    made = [f"<h2>{w}</h2>" if k == "h" else f"<p>{w}</p>" for k, w in groups]
    widget = '<div class="elementor-element elementor-element-{0} elementor-widget elementor-widget-{1}" data-element_type="widget" data-widget_type="{1}.default"><div class="elementor-widget-container">{2}</div></div>'
    grid = "".join(
        f'<article class="elementor-post elementor-grid-item post-{n} post type-post"><div class="elementor-post__text"><h3 class="elementor-post__title"><a href="/{n}">{one}</a></h3><div class="elementor-post__excerpt"><p>It had rained for a week when the first of them came down to the harbour and asked for the man in charge [&hellip;]</p></div><a class="elementor-post__read-more" href="/{n}">Read More »</a></div></article>'
        for n, one in enumerate(OTHERS)
    )
    content = f'<div data-elementor-type="header" class="elementor elementor-location-header"><nav class="elementor-nav-menu--main"><ul><li><a href="/">Home</a></li></ul></nav></div><div data-elementor-type="single-post" class="elementor elementor-location-single post-8 post type-post"><section class="elementor-section"><div class="elementor-container"><div class="elementor-column"><div class="elementor-widget-wrap">{widget.format("a1", "theme-post-title", f"<h1 class=elementor-heading-title>{s.title}</h1>")}{widget.format("a2", "post-info", f"<ul class=elementor-icon-list-items><li itemprop=author><a href=/a><span class=elementor-icon-list-text>{s.byline}</span></a></li><li itemprop=datePublished><span class=elementor-icon-list-text>{s.shown}</span></li></ul>")}{widget.format("a3", "theme-post-content", "".join(made))}{widget.format("a4", "share-buttons", "<div>Facebook</div><div>Twitter</div><div>LinkedIn</div>")}{widget.format("a5", "author-box", f"<h4>{s.byline}</h4><div class=elementor-author-box__bio><p>Writes on ports and rivers, and teaches sailing to people who are afraid of it.</p></div>")}{widget.format("a6", "post-navigation", "<a href=/p>PrevPrevious</a><a href=/n>NextNext</a>")}</div></div></div></section><section class="elementor-section"><h2 class="elementor-heading-title">More to read</h2>{widget.format("a7", "posts", f"<div class=elementor-posts-container>{grid}</div>")}</section></div><div data-elementor-type="footer" class="elementor elementor-location-footer"><p>Built with care by Studio Nord</p></div>'
    return saved(
        "page builder", shell(f"{s.title} - Port & River", "", content), s, [w for _, w in groups]
    )


def weblog(s: Told) -> Saved:
    """An old weblog: divs and breaks for paragraphs, pictures in separators, who posted, labels, an archive."""
    inner = "".join(f"<div>{w}</div><div><br /></div>" for w in s.lines[:3])
    inner += '<div class="separator" style="clear: both; text-align: center;"><a href="/b.jpg"><img src="s.jpg"></a></div><br />'
    inner += "<br />".join(f"<div style='text-align: justify;'>{w}</div>" for w in s.lines[3:6])
    inner += "<br /><br />" + "<br /><br />".join(s.lines[6:])
    archive = "".join(
        f'<ul class="hierarchy"><li class="archivedate collapsed"><a class="toggle" href="#">►</a><a class="post-count-link" href="/{y}">{y}</a><span class="post-count" dir="ltr">({y % 37})</span></li></ul>'
        for y in range(2009, 2022)
    )
    content = f'<div class="content"><div class="content-outer"><header><div class="header section"><h1 class="title"><a href="/">The Slow Boat</a></h1><p class="description"><span>Notes from a small harbour</span></p></div></header><div class="main-outer"><div class="column-center-outer"><div class="main section" id="main"><div class="widget Blog" id="Blog1"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header"><span>{s.day:%A}, {s.shown}</span></h2><div class="date-posts"><div class="post-outer"><div class="post hentry uncustomized-post-template" itemprop="blogPost" itemscope itemtype="http://schema.org/BlogPosting"><a name="1"></a><h3 class="post-title entry-title" itemprop="name">{s.title}</h3><div class="post-header"></div><div class="post-body entry-content" id="post-body-1" itemprop="description articleBody">{inner}<div style="clear: both;"></div></div><div class="post-footer"><div class="post-footer-line post-footer-line-1"><span class="post-author vcard">Posted by <span class="fn" itemprop="author" itemscope itemtype="http://schema.org/Person"><a class="g-profile" href="/p" rel="author"><span itemprop="name">{s.byline}</span></a></span></span> <span class="post-timestamp">at <a class="timestamp-link" href="/x" rel="bookmark"><abbr class="published" itemprop="datePublished" title="{s.day}T21:30:00+02:00">9:30 PM</abbr></a></span><div class="post-share-buttons goog-inline-block"><a href="#"><span class="share-button-link-text">Email This</span></a><a href="#"><span class="share-button-link-text">BlogThis!</span></a></div></div><div class="post-footer-line post-footer-line-2"><span class="post-labels">Labels: <a href="/l" rel="tag">boats</a>, <a href="/m" rel="tag">winter</a></span></div></div></div><div class="comments" id="comments"><h4>2 comments:</h4><div id="Blog1_comments-block-wrapper"><dl class="avatar-comment-indent"><dt class="comment-author">Brita said...</dt><dd class="comment-body"><p>We could see the lights from our kitchen and wondered what was going on down there at such an hour.</p></dd><dd class="comment-footer"><span class="comment-timestamp"><a href="#">June 4, 2021 at 7:11 AM</a></span></dd></dl></div><p class="comment-footer"><a href="/c">Post a Comment</a></p></div></div></div></div></div><div class="blog-pager"><a href="/n">Newer Post</a> <a href="/o">Older Post</a> <a href="/">Home</a></div><div class="post-feeds">Subscribe to: <a href="/f">Post Comments (Atom)</a></div></div></div></div><div class="column-right-outer"><div class="sidebar section"><div class="widget Profile"><h2>About Me</h2><dl class="profile-datablock"><dt class="profile-data"><a href="/p">{s.byline}</a></dt></dl></div><div class="widget BlogArchive"><h2>Blog Archive</h2>{archive}</div></div></div></div></div></div>'
    return saved("weblog", shell(f"The Slow Boat: {s.title}", "", content), s, [*s.lines])


def membership(s: Told) -> Saved:
    """A platform for writers: claps, a button to follow, reading time, tags, more of the writer below."""
    groups = mixed(s, ("h", s.heads[0]), every=4)
    made = [
        f'<h1 id="h" class="pe pf fr be pg">{w}</h1>'
        if k == "h"
        else f'<p id="{n}a0" class="pw-post-body-paragraph nb nc fr nd b ne nf ng">{w}</p>'
        for n, (k, w) in enumerate(groups)
    ]
    made[3:3] = [
        '<figure class="nz oa ob oc od"><div role="button" tabindex="0"><span class="speechify-ignore">Press enter or click to view image in full size</span><img></div><figcaption class="ou ov ow">Photo by <a href="/u">Ana Ruiz</a> on <a href="/v">Splash</a></figcaption></figure>'
    ]
    cards = "".join(
        f'<div><article data-testid="post-preview"><div><a href="/{n}"><h2>{one}</h2><div><h3>What I learned in nine days of doing nothing at all but that</h3></div></a></div><div><span>Mar {n + 2}</span><div>A clap icon<span>2.1K</span></div></div></article></div>'
        for n, one in enumerate(OTHERS)
    )
    content = f'<div id="root"><div class="a b c"><div class="d"><a href="/">Open in app</a><a href="/s">Sign up</a><a href="/i">Sign in</a></div><div><main><article class="meteredContent"><div class="l"><section><div><div class="speechify-ignore ab cp"><div class="l"><span>Member-only story</span></div></div><h1 id="t" class="pw-post-title gz ha" data-testid="storyTitle">{s.title}</h1><h2 class="pw-subtitle-paragraph ib ha">{s.dek}</h2><div class="speechify-ignore"><div><a rel="noopener follow" data-testid="authorName" href="/@x">{s.byline}</a><button>Follow</button></div><div><span data-testid="storyReadTime">6 min read</span>·<span data-testid="storyPublishDate">{s.day:%b} {s.day.day}, {s.day.year}</span></div><div><span>--</span><button>Listen</button><button>Share</button></div></div>{"".join(made)}</div></section></div></article></main><footer><div><a href="/t"><div>Boats</div></a><a href="/u"><div>Winter</div></a></div><div class="pw-multi-vote-count">312</div><div><h2>Written by {s.byline}</h2><div>1.2K followers · 210 following</div><p>I write about boats, work and the weather. New story each Tuesday, if the wind allows.</p></div></footer><div class="responses"><h2>Responses (7)</h2><p>Write a response</p></div><h2>More from {s.byline}</h2>{cards}<h2>Recommended from Midium</h2>{cards}</div></div></div>'
    head = f'<meta property="og:title" content="{s.title}"><meta name="author" content="{s.byline}"><meta property="article:published_time" content="{s.day}T11:12:13.000Z"><script type="application/ld+json">{{"@type":"NewsArticle","headline":"{s.title}","datePublished":"{s.day}T11:12:13Z","author":{{"@type":"Person","name":"{s.byline}"}}}}</script>'
    return saved(
        "membership",
        shell(f"{s.title} | by {s.byline} | Midium", head, content),
        s,
        [w for _, w in groups],
    )


def letters(s: Told) -> Saved:
    """A letter by subscription: boxes to subscribe in the text, thanks at the end, notes, a comment or two."""
    groups = mixed(s, ("h", s.heads[1]), every=4)
    made = [
        f'<h3 class="header-anchor-post">{w}<div class="pencraft header-anchor-parent"><button aria-label="Link"></button></div></h3>'
        if k == "h"
        else f"<p>{w}</p>"
        for k, w in groups
    ]
    box = '<div class="subscription-widget-wrap-editor" data-attrs="{}"><div class="subscription-widget show-subscribe"><div class="preamble"><p class="cta-caption">The Slow Tide is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p></div><form class="subscription-widget-subscribe"><input type="email" class="email-input" name="email" placeholder="Type your email…"><input type="submit" class="button primary" value="Subscribe"></form></div></div>'
    share = '<p class="button-wrapper" data-attrs="{}"><a class="button primary" href="/share"><span>Share</span></a></p>'
    made[2:2] = [box]
    made[5:5] = [share]
    made.append(
        '<p class="button-wrapper"><a class="button primary" href="/c"><span>Leave a comment</span></a></p>'
        + box.replace(
            "The Slow Tide is a reader-supported publication. To receive new posts",
            "Thanks for reading The Slow Tide! Subscribe for free to receive new posts",
        )
    )
    content = f'<div id="main"><div class="main-menu"><h1 class="navbar-title"><a href="/">The Slow Tide</a></h1><button>Subscribe</button><button>Sign in</button></div><div class="single-post-container"><div class="container"><div class="single-post"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published">{s.title}</h1><h3 class="subtitle">{s.dek}</h3><div class="pencraft byline-wrapper"><div class="profile-hover-card-target"><a href="/@x">{s.byline}</a></div><div class="pencraft _meta">{s.day:%b} {s.day.day}, {s.day.year}</div></div><div class="post-ufi"><a>12</a><a>3</a><a>Share</a></div></div><div><div class="available-content"><div dir="auto" class="body markup">{"".join(made)}</div></div></div></article></div></div><div class="container comments-page"><h4>Discussion about this post</h4><div class="comment"><div class="comment-body"><p>This one made me miss the islands. I have not been since they took the old boat off the route.</p></div></div></div><div class="portable-archive"><h4>Ready for more?</h4></div></div></div>'
    head = f'<meta property="og:title" content="{s.title}"><meta name="author" content="{s.byline}"><script type="application/ld+json">{{"@type":"NewsArticle","headline":"{s.title}","datePublished":"{s.day}T05:01:10+00:00","isAccessibleForFree":true,"author":[{{"@type":"Person","name":"{s.byline}"}}]}}</script>'
    return saved(
        "letters",
        shell(f"{s.title} - by {s.byline}", head, content),
        s,
        [w for _, w in groups],
    )


def field_names(s: Told) -> Saved:
    """A system of fields: submitted by, the body a field, tags and attachments fields too."""
    groups = mixed(s, ("h", s.heads[0]), every=3)
    made = [f"<h2>{w}</h2>" if k == "h" else f"<p>{w}</p>" for k, w in groups]
    content = f'<a href="#main-content" class="visually-hidden focusable">Skip to main content</a><div class="dialog-off-canvas-main-canvas"><header role="banner"><nav role="navigation" aria-labelledby="m"><h2 id="m" class="visually-hidden">Main navigation</h2><ul class="menu"><li class="menu-item"><a href="/">Home</a></li></ul></nav></header><main role="main"><div class="region region-content"><div id="block-page-title"><h1 class="page-header"><span class="field field--name-title field--type-string field--label-hidden">{s.title}</span></h1></div><article role="article" about="/node/12" class="node node--type-article node--view-mode-full"><footer class="node__meta"><div class="node__submitted">Submitted by <span class="field field--name-uid"><span lang="" typeof="schema:Person" property="schema:name">{s.byline}</span></span> on <span class="field field--name-created">{s.day:%a}, {s.day:%m/%d/%Y} - 09:15</span></div></footer><div class="node__content clearfix"><div class="field field--name-field-image field--type-image field--label-hidden field__item"><img></div><div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item">{"".join(made)}</div><div class="field field--name-field-tags field--type-entity-reference field--label-above"><h3 class="field__label">Tags</h3><ul class="links field__items"><li><a href="/t">Ports</a></li><li><a href="/u">Labour</a></li></ul></div><div class="field field--name-field-files"><div class="field__label">Attachments</div><table class="table"><thead><tr><th>Attachment</th><th>Size</th></tr></thead><tbody><tr><td><span class="file"><a href="/f.pdf">offer.pdf</a></span></td><td>204 KB</td></tr></tbody></table></div><ul class="links inline"><li><a href="/login">Log in</a> to post comments</li></ul></div></article></div></main><aside role="complementary"><h2>Recent content</h2><ul><li><a href="/1">{OTHERS[0]}</a></li></ul></aside></div>'
    return saved(
        "field names",
        shell(f"{s.title} | Port of Alden", "", content),
        s,
        [w for _, w in groups],
    )


def made_by_program(s: Told) -> Saved:
    """A page whose styles are modules and whose data stand in a script, with a table of contents beside."""
    groups = mixed(s, ("h", s.heads[0]), ("h", s.heads[1]), every=3)
    made = [
        f'<h2 id="s{n}" class="Heading_h2__9cA2b">{w}</h2>'
        if k == "h"
        else f'<div class="Paragraph_root__x1Yz0">{w}</div>'
        for n, (k, w) in enumerate(groups)
    ]
    toc = f'<aside class="Toc_root__aa"><div class="Toc_title__b">On this page</div><ul><li><a href="#1">{s.heads[0]}</a></li><li><a href="#2">{s.heads[1]}</a></li></ul></aside>'
    cta = '<div class="Cta_root__qq1"><h3>Ship faster with Halden Cloud</h3><p>Move your fleet to one screen. Start your 14-day trial, no card needed.</p><a href="/try">Try it free</a></div>'
    made[4:4] = [cta]
    content = f'<div id="__next"><header class="Header_root__k1"><a href="/">Halden</a><a href="/pricing">Pricing</a><a href="/blog">Blog</a></header><main class="Post_main__z"><div class="Post_hero__1"><a href="/blog/c">Engineering</a><h1 class="Post_title__2">{s.title}</h1><div class="Post_meta__3"><img alt=""><span>{s.byline}</span><span>Harbour engineer</span><span>{s.shown}</span></div></div><div class="Post_grid__4">{toc}<div class="Post_content__5">{"".join(made)}</div></div><div class="Share_root__7"><span>Share this post</span></div><section class="Related_root__8"><h2>Related posts</h2>{"".join(f"<a href=/{n}><h3>{one}</h3><p>How we moved nine ports to one map without anybody losing a night of sleep over it.</p></a>" for n, one in enumerate(OTHERS))}</section></main><footer class="Footer_root__6"><div>Product</div><div>Company</div><p>© Halden Inc. 2024</p></footer></div><script id="__NEXT_DATA__" type="application/json">{{"props":{{"pageProps":{{"post":{{"title":"x"}}}}}}}}</script>'
    head = f'<meta property="og:title" content="{s.title}"><meta property="article:author" content="{s.byline}"><meta property="article:published_time" content="{s.day}">'
    return saved(
        "made by program",
        shell(f"{s.title} | Halden Blog", head, content),
        s,
        [w for _, w in groups],
    )


def announcement(s: Told) -> Saved:
    """A wire of firms: place and date, the release, about the firm, a contact, a source, more from it."""
    body = [f"VIKBY, Norland, {s.shown} /PRWire/ -- {s.lines[0]}", *s.lines[1:]]
    about = "Alden Ferries carries people, mail and milk between forty islands. It was founded in 1911 and owns eleven ships."
    made = [f"<p>{w}</p>" for w in body]
    made[0] = (
        f'<p><span class="legendSpanClass"><span class="xn-location">VIKBY, Norland</span></span>, <span class="legendSpanClass"><span class="xn-chron">{s.shown}</span></span> /PRWire/ -- {s.lines[0]}</p>'
    )
    content = f'<header><div class="container"><a href="/">PR Wire</a><ul><li><a href="/login">Log In</a></li><li><a href="/su">Sign Up</a></li></ul></div></header><main><article class="news-release static-dateline"><header class="container release-header"><div class="row"><h1>{s.title}</h1></div><div class="row"><div class="col-lg-8"><span>News provided by</span><br><a href="/o"><strong>Alden Ferries</strong></a></div><p class="mb-no">{s.day:%b} {s.day:%d}, {s.day.year}, 09:00 ET</p><div class="share"><span>Share this article</span></div></div></header><section class="release-body container"><div class="row"><div class="col-lg-10">{"".join(made)}<p><b>About Alden Ferries</b><br>{about}</p><p><b>Media contact:</b><br>Joe Hill<br>+47 555 0199<br><a href="mailto:p@alden.example">press@alden.example</a></p><p>SOURCE Alden Ferries</p></div></div></section><section class="release-more"><h2>More Releases From This Source</h2><div class="card"><a href="/1"><h3>{OTHERS[0]}</h3><p>The port and the county have agreed on a toll for the bridge that both had long called impossible.</p></a></div></section><section><h2>Explore</h2><ul><li><a href="/e">Transportation</a></li></ul></section></article></main><footer><p>Contact PR Wire</p><ul><li>888-555-0100</li></ul></footer>'
    head = f'<meta property="og:title" content="{s.title}"><meta name="date" content="{s.day}T09:00:00-04:00">'
    return saved(
        "announcement",
        shell(s.title, head, content),
        s,
        [*body, "About Alden Ferries", about],
        byline=None,
    )


def department(s: Told) -> Saved:
    """A department's release: from whom and when, the body, notes, a list of links to share and to receive mails."""
    groups = mixed(s, ("h", "Further information"), every=len(s.lines) - 1)
    made = [f'<h2 id="f">{w}</h2>' if k == "h" else f"<p>{w}</p>" for k, w in groups]
    content = f'<div id="global-cookie-message" class="gem-c-cookie-banner"><h2>Cookies on GOV.ND</h2><p>We use some essential cookies to make this website work.</p><button>Accept additional cookies</button></div><div id="wrapper"><div class="gem-c-contextual-breadcrumbs"><ol><li><a href="/">Home</a></li></ol></div><main role="main" id="content" class="press_release"><div class="gem-c-heading"><span class="govuk-caption-xl">Press release</span><h1 class="gem-c-heading__text govuk-heading-l">{s.title}</h1></div><p class="gem-c-lead-paragraph">{s.dek}</p><div class="gem-c-metadata"><dl><dt class="gem-c-metadata__term">From:</dt><dd class="gem-c-metadata__definition"><a href="/d">Department of Ports</a> and <a href="/m">{s.byline}</a></dd><dt>Published</dt><dd>{s.day.day} {s.day:%B} {s.day.year}</dd></dl></div><div class="gem-c-govspeak-html-publication"><div class="gem-c-govspeak govuk-govspeak"><div class="govspeak">{"".join(made)}</div></div></div><div class="gem-c-share-links"><h2>Share this page</h2><ul><li><a href="#">Share on Facebook</a><span>(opens in new tab)</span></li></ul></div><div class="gem-c-published-dates">Published {s.day.day} {s.day:%B} {s.day.year}</div><div class="gem-c-single-page-notification-button"><button>Get emails about this page</button></div></main><div class="gem-c-contextual-footer"><h2>Explore the topic</h2><ul><li><a href="/t">Ports and sea</a></li></ul></div><div class="gem-c-feedback"><h2>Is this page useful?</h2><button>Yes this page is useful</button><button>Report a problem with this page</button><p>Don’t include personal or financial information like your National Insurance number or credit card details.</p></div></div>'
    head = f'<meta property="og:title" content="{s.title}"><meta name="govuk:first-published-at" content="{s.day}T12:00:00+00:00">'
    return saved(
        "department",
        shell(f"{s.title} - GOV.ND", head, content),
        s,
        [w for _, w in groups],
        byline=None,
    )


def encyclopedia(s: Told) -> Saved:
    """An article of an encyclopedia: a box of facts, contents, notes and boxes of navigation around the text."""
    groups = mixed(s, ("h", s.heads[0]), ("h", s.heads[1]), every=3)
    made = [
        f'<div class="mw-heading mw-heading2"><h2 id="h{n}">{w}</h2><span class="mw-editsection"><span class="mw-editsection-bracket">[</span><a href="/e"><span>edit</span></a><span class="mw-editsection-bracket">]</span></span></div>'
        if k == "h"
        else f'<p>{w}<sup id="cite_ref-{n}" class="reference"><a href="#cite_note-{n}"><span class="cite-bracket">&#91;</span>{n}<span class="cite-bracket">&#93;</span></a></sup>\n</p>'
        for n, (k, w) in enumerate(groups)
    ]
    facts = "".join(
        f'<tr><th scope="row" class="infobox-label">{k}</th><td class="infobox-data">{v}</td></tr>'
        for k, v in (
            ("Date", "3 June 2021"),
            ("Location", '<a href="/v">Vikby</a>, Norland'),
            ("Coordinates", "59°51′N 5°07′E"),
            ("Participants", "412 members of the crews"),
            ("Outcome", "Offer accepted"),
        )
    )
    box = f'<table class="infobox vevent"><tbody><tr><th colspan="2" class="infobox-above summary">{s.title}</th></tr><tr><td colspan="2" class="infobox-image"><img><div class="infobox-caption">The hall in 2009</div></td></tr>{facts}</tbody></table>'
    toc = f'<div id="toc" class="toc" role="navigation"><div class="toctitle"><h2>Contents</h2></div><ul><li><a href="#1"><span class="tocnumber">1</span> <span class="toctext">{s.heads[0]}</span></a></li><li><a href="#2">{s.heads[1]}</a></li></ul></div>'
    notes = '<div class="mw-heading"><h2 id="References">References</h2></div><div class="reflist"><div class="mw-references-wrap"><ol class="references"><li id="cite_note-0"><span class="mw-cite-backlink"><b><a href="#r">^</a></b></span> <span class="reference-text"><cite class="citation news cs1"><a href="/x">"What the crews want"</a>. <i>The Alden Post</i>. 2 June 2021<span class="reference-accessdate">. Retrieved 4 June 2021</span>.</cite></span></li></ol></div></div>'
    navbox = '<div class="navbox" role="navigation"><table class="nowraplinks navbox-inner"><tbody><tr><th class="navbox-title" colspan="2"><div><a href="/n">Ferries of Norland</a></div></th></tr><tr><th class="navbox-group">Routes</th><td class="navbox-list"><ul><li><a href="/r4">Route 4</a></li><li><a href="/r7">Route 7</a></li></ul></td></tr></tbody></table></div>'
    content = f'<div class="vector-header-container"><nav aria-label="Site"><ul><li><a href="/">Main page</a></li><li><a href="/r">Random article</a></li></ul></nav></div><div class="mw-page-container"><div id="mw-panel-toc"></div><main id="content" class="mw-body"><header class="mw-body-header"><h1 id="firstHeading" class="firstHeading mw-first-heading"><span class="mw-page-title-main">{s.title}</span></h1><div id="p-lang-btn"><label>3 languages</label></div></header><div id="bodyContent" class="vector-body"><div id="siteSub" class="noprint">From Vikipedia, the free encyclopedia</div><div id="mw-content-text" class="mw-body-content"><div class="mw-content-ltr mw-parser-output" lang="en"><div class="shortdescription nomobile noexcerpt noprint">Event in Norland</div><div role="note" class="hatnote navigation-not-searchable">For the film, see <a href="/f">The Strike (film)</a>.</div>{box}{"".join(made[:2])}{toc}{"".join(made[2:])}{notes}{navbox}</div></div><div id="catlinks" class="catlinks"><div class="mw-normal-catlinks"><a href="/c">Categories</a>: <ul><li><a href="/c1">2021 in Norland</a></li></ul></div></div></div></main><footer id="footer" class="mw-footer"><ul id="footer-info"><li id="footer-info-lastmod"> This page was last edited on 4 June 2021, at 11:05<span class="anonymous-show">&#160;(UTC)</span>.</li></ul></footer></div>'
    return saved(
        "encyclopedia",
        shell(f"{s.title} - Vikipedia", "", content),
        s,
        [w for _, w in groups],
        byline=None,
        day=None,
    )


def code_blog(s: Told) -> Saved:
    """A blog with code: a banner, breadcrumbs, code in blocks, contents on the right, the next page, an edit link."""
    code = "const tide = require('tide');\ntide.load('vikby.txt');"
    made = [f"<p>{w}</p>" for w in s.lines]
    made[2:2] = [
        f'<h2 class="anchor anchorWithStickyNavbar_LWe7" id="load">{s.heads[0]}<a href="#load" class="hash-link" aria-label="Direct link" title="Direct link">\u200b</a></h2>',
        '<div class="language-js codeBlockContainer_Ckt0 theme-code-block"><div class="codeBlockContent_biex"><pre tabindex="0" class="prism-code language-js"><code class="codeBlockLines_e6Vv"><span class="token-line"><span class="token keyword">const</span><span class="token plain"> tide = require(\'tide\');</span><br></span><span class="token-line"><span class="token plain">tide.load(\'vikby.txt\');</span><br></span></code></pre><div class="buttonGroup__atx"><button type="button" aria-label="Copy code to clipboard" title="Copy"></button></div></div></div>',
    ]
    body = [*s.lines[:2], s.heads[0], code, *s.lines[2:]]
    content = f'<div id="__docusaurus"><div role="region" aria-label="Skip to main content"><a class="skipToContent_fXgn" href="#x">Skip to main content</a></div><nav class="navbar navbar--fixed-top"><a href="/">Tide</a><a href="/docs">Docs</a></nav><div class="container margin-vert--lg"><div class="row"><aside class="col col--3"><nav class="sidebar_re4s"><div class="sidebarItemTitle_pO2u">Recent posts</div><ul><li><a href="/1">{OTHERS[0]}</a></li></ul></nav></aside><main class="col col--7"><article itemprop="blogPost" itemscope itemtype="https://schema.org/BlogPosting"><header><h1 class="title_f1Hy" itemprop="headline">{s.title}</h1><div class="container_mt6G margin-vert--md"><time datetime="{s.day}T00:00:00.000Z" itemprop="datePublished">{s.shown}</time> · 5 min read</div><div class="margin-top--md"><div class="avatar"><div class="avatar__name"><a href="/u" itemprop="url"><span itemprop="author">{s.byline}</span></a></div><small class="avatar__subtitle">Keeper of the tables</small></div></div></header><div id="__blog-post-container" class="markdown" itemprop="articleBody">{"".join(made)}</div><footer class="row docusaurus-mt-lg"><div class="col"><b>Tags:</b><ul><li><a href="/t">release</a></li></ul></div><div class="col"><a href="/edit">Edit this page</a></div></footer></article><nav class="pagination-nav" aria-label="Blog post page navigation"><a href="/n"><div class="pagination-nav__sublabel">Older Post</div><div class="pagination-nav__label">{OTHERS[1]}</div></a></nav></main><div class="col col--2"><div class="tableOfContents_bqdL"><ul><li><a href="#load">{s.heads[0]}</a></li></ul></div></div></div></div></div>'
    return saved("code blog", shell(f"{s.title} | Tide", "", content), s, body)


def live_pinned(s: Told) -> Saved:
    """A live report: pinned summary, posts with a clock and a person, buttons to share, older posts."""
    times = ("18:40", "17:05", "15:30", "14:10")
    shares = [s.lines[n::4] for n in range(4)]
    heads = ("Count is over", s.heads[0], s.heads[1], "Good afternoon")
    posts = "".join(
        f'<article id="block-{n}" class="block dcr-abc" itemprop="liveBlogUpdate"><div class="dcr-head"><a href="#block-{n}" class="dcr-time"><time datetime="{s.day}T{clock}:00.000Z" data-relativeformat="med"><span class="dcr-rel">{3 * n + 1}h ago</span><span class="dcr-abs">{clock} CET</span></time></a></div><h2 class="dcr-blocktitle">{head}</h2><div class="dcr-contrib"><span>{s.byline}</span></div><div class="dcr-text">{p(lines)}</div><footer class="dcr-foot"><a href="#">Share</a><span>Updated at {clock} CET</span></footer></article>'
        for n, (clock, head, lines) in enumerate(zip(times, heads, shares, strict=True))
    )
    body = [*chain.from_iterable([head, *lines] for head, lines in zip(heads, shares, strict=True))]
    content = f'<header><nav><a href="/">Home</a></nav></header><main><article><h1>{s.title}</h1><div class="standfirst"><p>{s.dek}</p></div><div class="meta"><address>By <a rel="author" href="/a">{s.byline}</a></address><div>{s.shown} 18.41 CET</div></div><div id="key-events-carousel"><h2>Key events</h2><ol><li><a href="#b1"><time>1h ago</time>{heads[0]}</a></li><li><a href="#b2"><time>4h ago</time>{heads[1]}</a></li></ol></div><div id="liveblog-body" class="article-body-commercial-selector"><div id="filter-toggle"><label>Show key events only</label></div><div id="top-of-blog"></div>{posts}<div class="pagination"><button>Newest</button><span>1 of 3</span><button>Oldest</button></div></div></article><section><h2>Most viewed</h2><ol><li><a href="/1">{OTHERS[0]}</a></li></ol></section></main>'
    head = f'<meta property="og:title" content="{s.title}"><script type="application/ld+json">{{"@type":"LiveBlogPosting","headline":"{s.title}","datePublished":"{s.day}T13:00:00Z","author":[{{"@type":"Person","name":"{s.byline}"}}]}}</script>'
    return saved("live pinned", shell(f"{s.title} | live", head, content), s, body)


def talk(s: Told) -> Saved:
    """An interview: questions bold, answers plain, a picture's words between, who edited it at the end."""
    asked = ("How did it begin?", "What did the others say?", "Would you do it again?", "And now?")
    intro, *answers = s.lines
    pairs = [*zip(asked, answers, strict=False)]
    rest = answers[len(pairs) :]
    made = "".join(f"<p><strong>{q}</strong></p><p>{a}</p>" for q, a in pairs)
    body = [intro, *chain.from_iterable(pairs), *rest]
    content = f'<div class="l-header"><nav class="c-global-header"><ul><li><a href="/">Verse</a></li></ul></nav></div><section class="l-wrapper"><main id="content"><article class="l-segment"><div class="c-entry-hero"><div class="c-entry-group-labels"><ul><li><a href="/i">Interviews</a></li></ul></div><h1 class="c-page-title">{s.title}</h1><p class="c-entry-summary p-dek">{s.dek}</p><div class="c-byline"><span class="c-byline__item">By <a href="/a"><span class="c-byline__author-name">{s.byline}</span></a></span> <span class="c-byline__item"><time class="c-byline__item" data-ui="timestamp" datetime="{s.day}T10:00:00">{s.shown}, 10:00am EDT</time></span></div><div class="c-social-buttons"><ul><li><a href="#">Share this on Facebook</a></li><li><a href="#">Share</a></li><li>All sharing options</li></ul></div></div><div class="c-entry-content"><p>{intro}</p><p><em>This interview has been edited for length and clarity.</em></p>{made}<aside id="x1" class="c-read-more"><h2 class="c-read-more__title">Related</h2><ul><li><a href="/1"><div>{OTHERS[0]}</div></a></li></ul></aside>{p(rest)}</div><div class="c-contact-widget"><form><h3>Sign up for Verse Weekly</h3><p>The best of the week, on Fridays.</p><input type="email" name="email"></form></div></article></main><div class="c-rock-list"><h2>Most Popular</h2><ol><li>{OTHERS[1]}</li></ol></div></section>'
    body[1:1] = ["This interview has been edited for length and clarity."]
    head = f'<meta property="og:title" content="{s.title}"><meta name="author" content="{s.byline}"><meta property="article:published_time" content="{s.day}T14:00:00Z">'
    return saved("talk", shell(f"{s.title} - Verse", head, content), s, body)


def counted_things(s: Told) -> Saved:
    """A list with numbers in its headings, buttons to buy, what the site earns, pictures with names."""
    names = (
        "A lantern that burns for a night",
        "A rope for two",
        "A map with pockets",
        "Dry socks",
    )
    intro, *lines = s.lines
    items = [*zip(names, lines, strict=False)]
    made = "".join(
        f'<div class="list-item" id="i{n}"><h2 class="listicle-heading"><span class="listicle-number">{n}</span> {name}</h2><div class="product-image"><img><div class="image-credit">Halden</div></div><p>{line}</p><div class="product-button"><a class="btn" href="/buy" rel="sponsored">$39 at Amazon</a><a class="btn" href="/buy2" rel="sponsored">Shop Now</a></div></div>'
        for n, (name, line) in enumerate(items, 1)
    )
    rest = lines[len(items) :]
    body = [
        intro,
        *chain.from_iterable((f"{n} {name}", line) for n, (name, line) in enumerate(items, 1)),
        *rest,
    ]
    note = '<div class="affiliate-disclosure"><em>We may earn a commission from links on this page, but we only recommend products we back.</em></div>'
    content = f'<nav class="nav"><a href="/">Good Deck</a></nav><main><header class="content-header"><div class="breadcrumbs"><a href="/">Home</a> &gt; <a href="/g">Gear</a></div><h1 class="content-hed">{s.title}</h1><div class="content-dek"><p>{s.dek}</p></div><div class="byline">By <a href="/a"><span>{s.byline}</span></a> <span class="publish-date">Published: {s.shown}</span></div></header>{note}<div class="article-body-content">{p([intro])}{made}{p(rest)}</div><div class="author-bio"><img><div class="author-name">{s.byline}</div><div class="author-text">{s.byline} tests gear for Good Deck and has sailed round the cape twice, once on purpose.</div></div><section class="related"><h3>{OTHERS[2]}</h3></section></main>'
    head = f'<meta property="og:title" content="{s.title}"><script type="application/ld+json">{{"@type":"Article","headline":"{s.title}","datePublished":"{s.day}","author":{{"@type":"Person","name":"{s.byline}"}}}}</script>'
    return saved("counted things", shell(s.title, head, content), s, body)


def ghostly(s: Told) -> Saved:
    """A publishing system of cards: a callout, a bookmark of another page, a button, who wrote it below."""
    groups = mixed(s, ("h", s.heads[1]), every=4)
    made = [f'<h2 id="x">{w}</h2>' if k == "h" else f"<p>{w}</p>" for k, w in groups]
    made[2:2] = [
        f'<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="/b"><div class="kg-bookmark-content"><div class="kg-bookmark-title">{OTHERS[1]}</div><div class="kg-bookmark-description">Nobody had counted them until now, and the number is larger than the forest office believed.</div><div class="kg-bookmark-metadata"><span class="kg-bookmark-author">Alden Post</span></div></div></a></figure>'
    ]
    made[5:5] = [
        '<div class="kg-card kg-signup-card"><h2 class="kg-signup-card-heading">Sign up for The Pilot</h2><p class="kg-signup-card-subheading">Slow news from the coast, once a week.</p><form data-members-form="signup"><input type="email" data-members-email name="email"><button>Subscribe</button></form><p class="kg-signup-card-disclaimer">No spam. Unsubscribe anytime.</p></div>'
    ]
    content = f'<div class="viewport"><header id="gh-head" class="gh-head"><a href="/">The Pilot</a><nav class="gh-head-menu"><ul class="nav"><li><a href="/a">About</a></li></ul></nav></header><main id="site-main" class="site-main"><article class="article post tag-boats"><header class="article-header gh-canvas"><div class="article-tag post-card-tags"><a href="/t">Boats</a></div><h1 class="article-title">{s.title}</h1><p class="article-excerpt">{s.dek}</p><div class="article-byline"><section class="article-byline-content"><h4 class="author-name"><a href="/au">{s.byline}</a></h4><div class="byline-meta-content"><time class="byline-meta-date" datetime="{s.day}">{s.day:%b} {s.day.day}, {s.day.year}</time><span class="byline-reading-time"><span class="bull">•</span> 4 min read</span></div></section></div></header><section class="gh-content gh-canvas">{"".join(made)}</section></article><section class="footer-cta outer"><div class="inner"><h2 class="footer-cta-title">Sign up for more like this.</h2><a class="footer-cta-button" href="#"><div class="footer-cta-input">Enter your email</div><span>Subscribe</span></a></div></section><aside class="read-more-wrap outer"><div class="read-more inner">{"".join(f"<article class=post-card><a class=post-card-content-link href=/{n}><h2 class=post-card-title>{one}</h2><div class=post-card-excerpt>It began with a letter that had lain behind a stove since the year of the flood.</div></a></article>" for n, one in enumerate(OTHERS[:3]))}</div></aside></main></div>'
    head = f'<meta property="og:title" content="{s.title}"><meta property="article:published_time" content="{s.day}T07:00:00.000Z"><script type="application/ld+json">{{"@type":"Article","headline":"{s.title}","datePublished":"{s.day}T07:00:00.000Z","author":{{"@type":"Person","name":"{s.byline}"}}}}</script>'
    return saved("ghostly", shell(s.title, head, content), s, [w for _, w in groups])


def builder_blog(s: Told) -> Saved:
    """A site builder's blog: paragraphs in holders of their own, spans with fonts, empty lines between."""
    made = "".join(
        f'<div type="paragraph" data-hook="rcv-block{n}"></div><p class="mm8Nw _1j-51 _1FoOD" id="viewer-{n}"><span class="_2PHJq public-DraftStyleDefault-ltr">{w}</span></p><div type="empty-line" data-hook="rcv-block-e{n}"></div><p class="mm8Nw _1j-51" id="viewer-e{n}"><span><br role="presentation"></span></p>'
        for n, w in enumerate(s.lines)
    )
    content = f'<div id="SITE_CONTAINER"><div id="main_MF"><div id="site-root"><header id="SITE_HEADER"><nav><ul><li><a href="/">HOME</a></li></ul></nav></header><main id="PAGES_CONTAINER"><div id="SITE_PAGES"><div class="post-page"><div data-hook="post-page-header"><nav><a href="/blog">All Posts</a><button>Search</button><button>Log in / Sign up</button></nav></div><article data-hook="post"><div class="post-header"><ul><li><span data-hook="user-name" title="{s.byline}">{s.byline}</span></li><li><span data-hook="time-ago" title="{s.day:%b} {s.day.day}, {s.day.year}">{s.day:%b} {s.day.day}, {s.day.year}</span></li><li><span data-hook="time-to-read">3 min read</span></li></ul></div><h1 data-hook="post-title"><span class="post-title__text">{s.title}</span></h1><div data-hook="post-description"><div class="rich-content-viewer"><div data-breakout="normal">{made}</div></div></div><div class="post-footer"><div data-hook="view-count">112 views</div><div data-hook="comments-count">0 comments</div><span>Post not marked as liked</span></div></article><div class="related-posts"><h2>Recent Posts</h2><a href="/all">See All</a><div class="gallery"><a href="/1"><div><p>{OTHERS[1]}</p></div></a></div></div></div></div></main><footer id="SITE_FOOTER"><p>©2021 by Port & River. Proudly created with Vix.com</p></footer></div></div></div>'
    head = f'<meta property="og:title" content="{s.title}"><meta property="article:published_time" content="{s.day}T07:00:00.000Z"><meta property="article:author" content="{s.byline}">'
    return saved("builder blog", shell(s.title, head, content), s, [*s.lines])


def nineties(s: Told) -> Saved:
    """Capital tags, paragraphs that nobody closed, rules for lines, a counter; no class anywhere."""
    text = "".join(f"<P>{w}\n" for w in s.lines)
    html = f'<HTML><HEAD><TITLE>Vikby Weekly: {s.title}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF" TEXT="#000000"><CENTER><IMG SRC="logo.gif" ALT="Vikby Weekly"><BR><A HREF="index.html">Front page</A> | <A HREF="sport.html">Sport</A> | <A HREF="letters.html">Letters</A></CENTER><HR><H2>{s.title}</H2><I>By {s.byline}</I><BR><FONT SIZE="-1">{s.shown}</FONT>{text}<HR><A HREF="prev.html">Previous story</A> | <A HREF="next.html">Next story</A><BR><FONT SIZE="-2">Copyright 1998 Vikby Weekly. All rights reserved.</FONT></BODY></HTML>'
    return saved("nineties", html, s, [*s.lines])


def fading(s: Told) -> Saved:
    """Some paragraphs before an offer that lies over the page; the rest is not there; regions of the offer are."""
    lines = s.lines[:4]
    offer = '<div id="paywall-wrap" class="tp-container-inner"><div class="offer-template"><h2>Continue reading your article with a subscription</h2><p>Try 3 months for 3 crowns. Then 12 crowns a month. Cancel anytime online.</p><ul class="benefits"><li>Unlimited access to every story</li><li>The daily puzzle and the archive since 1911</li><li>Two guest passes a month to give to friends</li></ul><button>Subscribe now</button><p>Already a subscriber? <a href="/login">Log in</a></p><p class="legal">Offer for new subscribers only. Renews until you cancel. See the terms of sale.</p></div></div>'
    content = f'<header class="hdr"><a href="/">The Ledger</a><a class="hdr__sub" href="/sub">Subscribe</a></header><main class="wsj-main"><article class="article--premium"><div class="article-header"><h1 class="headline">{s.title}</h1><h2 class="dek">{s.dek}</h2></div><div class="byline-row"><span>By</span> <span class="author"><button>{s.byline}</button></span> <time datetime="{s.day}">{s.shown} 5:30 am ET</time></div><div class="snippet article-content is-faded">{p(lines)}<div class="fade-out"></div></div>{offer}</article><section class="what-next"><h3>What to read next</h3>{"".join(f"<a href=/{n}><h4>{one}</h4></a>" for n, one in enumerate(OTHERS))}</section></main>'
    head = f'<meta property="og:title" content="{s.title}"><meta name="article.published" content="{s.day}T09:30:00Z"><meta name="author" content="{s.byline}"><script type="application/ld+json">{{"@type":"NewsArticle","headline":"{s.title}","datePublished":"{s.day}","isAccessibleForFree":false,"author":{{"@type":"Person","name":"{s.byline}"}}}}</script>'
    return saved("fading", shell(f"{s.title} - The Ledger", head, content), s, lines)


def listed_paragraphs(s: Told) -> Saved:
    """Points with paragraphs in them, a quote box with a name below, facts as a definition list."""
    head_lines, points, rest = s.lines[:3], s.lines[3:6], s.lines[6:]
    items = "".join(f"<li><p>{w}</p></li>" for w in points)
    content = f'<div class="wrapper"><div class="top"><ul class="menu"><li><a href="/">Home</a></li><li><a href="/i">Issues</a></li></ul></div><div class="content-area"><div class="breadcrumbs">You are here: <a href="/">Home</a> / <a href="/b">Briefings</a> / {s.title}</div><article class="briefing"><h1>{s.title}</h1><p class="author">{s.byline}</p><p class="date">{s.shown}</p><div class="body">{p(head_lines)}<ol>{items}</ol>{p(rest)}</div><div class="download"><a href="/b.pdf">Download the briefing (PDF, 1.2 MB)</a></div><div class="about-author"><h4>About the author</h4><p>{s.byline} is a fellow at the Institute of Ports, where she leads the work on pay.</p></div></article></div><div class="footer"><p>Institute of Ports, 12 Hill Road, Vikby</p></div></div>'
    return saved(
        "listed paragraphs",
        shell(f"{s.title} : Institute of Ports", "", content),
        s,
        [*s.lines],
    )


OTHER = (
    block_theme,
    news_theme,
    page_builder,
    weblog,
    membership,
    letters,
    field_names,
    made_by_program,
    announcement,
    department,
    encyclopedia,
    code_blog,
    live_pinned,
    talk,
    counted_things,
    ghostly,
    builder_blog,
    nineties,
    fading,
    listed_paragraphs,
)
