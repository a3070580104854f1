"""An article as everything else sees it."""

from reader.article import Article


def test_the_opening_and_the_title_of_a_book_are_known_without_its_end() -> None:
    text = "Night ferries to sail\n\n" + "The boats left the quay at noon today. " * 20_000
    article = Article.from_text(text)
    assert article.title == "Night ferries to sail"
    assert [(block.start, block.end) for block in article.opening] == [(0, 21), (23, 100_000)]
    assert article.opening[0] == article.blocks[0]
    assert article.opening == article.blocks
