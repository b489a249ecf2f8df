"""Files and folders of every format, good and bad."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.articles import LONGEST, ArticleError, find, read_path
from kg.model import Article

PAGE = """<!doctype html><html><head><meta charset="utf-8">
<title>Blast {script} in Narvik | The Bell</title><meta property="og:site_name" content="The Bell">
<link rel="canonical" href="https://bell.example/narvik"><meta property="article:published_time" content="2019-05-06T10:11:12Z">
<meta property="article:tag" content="narvik"></head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Blast {script} in Narvik</h1>
<p>NARVIK, Norway (NTB) - A gas explosion destroyed a bakery in the town of Narvik on Monday and killed two people, police said.</p>
<h2>No foul play</h2><p>There was no sign of an attack on the bakery &amp; the shop beside it, which had stood there for forty years.</p>
</article><footer>All rights reserved</footer></body></html>"""
MARKDOWN = """---
title: "Blast in Narvik"
date: 2019-05-06
tags: [narvik, gas]
publisher: The Bell
---
# Blast in Narvik

NARVIK, Norway — A **gas** explosion
destroyed [a bakery](https://bell.example). ![picture](a.png)

## No foul play

- Two died.

<script>alert(1)</script>
"""


def blocks(article: Article) -> list[str]:
    return [article.text[begin:end] for begin, end in article.blocks]


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def one(path: Path) -> Article:
    [(name, article)] = read_path(path)
    assert isinstance(article, Article)
    assert name == path.stem
    return article


def test_text(tmp_path: Path) -> None:
    article = one(write(tmp_path / "ferry.no-1.txt", "\ufeffFerry sinks\r\n\r\nOslo - A ferry sank.\r\n"))
    assert article.text == "Ferry sinks\r\n\r\nOslo - A ferry sank.\r\n"
    assert blocks(article) == ["Ferry sinks", "A ferry sank."]


def test_markdown(tmp_path: Path) -> None:
    article = one(write(tmp_path / "a.md", MARKDOWN))
    assert blocks(article) == ["Blast in Narvik", "A gas explosion destroyed a bakery.", "No foul play", "Two died."]
    assert article.text.startswith("Blast in Narvik\n\nNARVIK, Norway — A gas")
    assert (article.published, article.publisher, article.keywords) == ("2019-05-06", "The Bell", ("narvik", "gas"))


@pytest.mark.parametrize("source, expected", [
    ("date 2019-05-06\n\n# Blast\n\nIt was loud.", ["Blast", "It was loud."]),
    ("Blast\n=====\n\nIt was *loud*.", ["Blast", "It was loud."]),
    ("# Blast <script>alert(1)</script>here\n\nIt was `loud`.", ["Blast here", "It was loud."]),
    ("No heading here.\n\n> It was loud &amp; bright.", ["No heading here.", "It was loud & bright."]),
])
def test_markdown_forms(tmp_path: Path, source: str, expected: list[str]) -> None:
    assert blocks(one(write(tmp_path / "a.markdown", source))) == expected


@pytest.mark.parametrize("script", ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "<b onclick=\"x()\"></b>", ""])
def test_page(tmp_path: Path, script: str) -> None:
    article = one(write(tmp_path / "a.html", PAGE.replace("{script}", script)))
    assert blocks(article)[0] == "Blast in Narvik"
    assert blocks(article)[1].startswith("A gas explosion")
    assert "No foul play" in blocks(article)
    assert not {"<", "alert", "Home", "All rights"} & {word for word in ("<", "alert", "Home", "All rights") if word in article.text}
    assert (article.published, article.publisher, article.url) == ("2019-05-06", "The Bell", "https://bell.example/narvik")
    assert article.keywords == ("narvik",)


def test_page_by_the_encoding_it_names(tmp_path: Path) -> None:
    page = PAGE.replace("utf-8", "windows-1252").replace("Narvik", "Tromsø").replace("{script}", "")
    assert "Tromsø" in one(write(tmp_path / "a.htm", page.encode("cp1252"))).text


@pytest.mark.parametrize("page", [
    "<html><body></body></html>", "<html><body><nav><a href='/'>Home</a></nav></body></html>", "<script>alert(1)</script>",
])
def test_page_without_article(tmp_path: Path, page: str) -> None:
    with pytest.raises(ArticleError, match="no article text"):
        one(write(tmp_path / "a.html", page))


def records(*lines: object) -> Iterator[bytes]:
    for line in lines:
        yield line if isinstance(line, bytes) else json.dumps(line).encode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_jsonl(tmp_path: Path, encoding: str) -> None:
    lines = [
        {"title": "Ferry sinks", "text": "Oslo - A ferry sank.", "date": "2019-05-06T10:00:00Z",
         "url": "https://b.example/1", "publisher": "Bell"},
        {"text": "date 2019-05-07\n\nMine floods\n\nA mine was flooded.", "title": None, "extra": 3},
    ]
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n\n"
    found = dict(read_path(write(tmp_path / "news.jsonl", text.encode(encoding))))
    assert list(found) == ["news-0001", "news-0002"]
    first, second = found.values()
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.text == "Ferry sinks\n\nOslo - A ferry sank."
    assert blocks(first) == ["Ferry sinks", "A ferry sank."]
    assert (first.published, first.url, first.publisher) == ("2019-05-06T10:00:00+00:00", "https://b.example/1", "Bell")
    assert (second.published, blocks(second)) == ("2019-05-07", ["Mine floods", "A mine was flooded."])


@pytest.mark.parametrize("bad, complaint", [
    (b"{broken", "JSON"), ([1], "object"), ({"title": "No text"}, "text"), ({"text": 3}, "string"), ({"text": " "}, "text"),
    ({"text": "A ferry sank.", "date": "03/04/2019"}, "YYYY-MM-DD"), ({"text": "A ferry sank.", "url": "bell"}, "address"),
    ({"text": "half \ud800"}, "surrogate"), ({"text": "a b " * 300_000}, "1,000,000"), (bytes(range(128, 256)), "UTF-8"),
    ({"text": "A ferry sank.", "publisher": "\ud800"}, "surrogate"), (b"[" * 100_000, "JSON"),
])
def test_bad_line_stops_no_other(tmp_path: Path, bad: object, complaint: str) -> None:
    path = write(tmp_path / "news.jsonl", b"\n".join(records({"text": "A ferry sank."}, bad, {"text": "A mine was flooded."})))
    (_, first), (name, error), (_, third) = read_path(path)
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert name == "news-0002"
    assert isinstance(error, ArticleError)
    assert str(error).startswith(f"{path}: line 2: ")
    assert complaint in str(error)
    assert "\n" not in str(error)


@pytest.mark.parametrize("name, content, complaint", [
    ("a.txt", "", "empty"), ("a.md", " \n", "empty"), ("a.jsonl", "\n\n", "empty"), ("a.html", "", "no article text"),
    ("a.txt", bytes(range(256)) * 8, "UTF-8"), ("a.md", b"\0\1\2" * 99, "UTF-8"), ("a.html", b"\x89PNG" + bytes(range(256)), "UTF-8"),
    ("a.txt", "word " * 1_000_000, f"{LONGEST:,}"), ("a.txt", "word " * 250_000, f"{LONGEST:,}"), ("a.pdf", "%PDF", "no reader"),
    ("a.md", "---\ntitle: x\ndate: tomorrow\n---\nA ferry sank.", "YYYY-MM-DD"), ("a.md", "```\ncode\n```", "empty"),
])
def test_bad_file(tmp_path: Path, name: str, content: str | bytes, complaint: str) -> None:
    path = write(tmp_path / name, content)
    with pytest.raises(ArticleError) as caught:
        list(read_path(path))
    assert str(caught.value).startswith(f"{path}: ")
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_file(tmp_path: Path) -> None:
    for read in (lambda path: list(read_path(path)), lambda path: find([path])):
        with pytest.raises(ArticleError, match=r"no\.txt: .*[Nn]o such file"):
            read(tmp_path / "no.txt")


def test_find(tmp_path: Path) -> None:
    for name in ("b/z.txt", "b/deep/a.md", "b/.git/x.txt", "b/.hidden.txt", "b/picture.png", "a.jsonl", "plain"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        write(tmp_path / name, "x")
    found = find([tmp_path / "b", tmp_path / "plain", tmp_path / "a.jsonl", tmp_path / "b/z.txt"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["a.jsonl", "b/deep/a.md", "b/z.txt", "plain"]


def test_folder_without_articles(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no article in this folder"):
        find([tmp_path])
