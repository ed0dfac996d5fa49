from __future__ import annotations

from pathlib import Path

import pytest

from running_muscles import tables
from running_muscles.tables.references import read_references


def one(tmp_path: Path, entry: str) -> tables.Reference:
    (tmp_path / "references.bib").write_text(entry, encoding="utf-8")
    (reference,) = read_references(tmp_path).values()
    return reference


@pytest.mark.parametrize(
    ("authors", "short"),
    [
        ("Cooper, K. H.", "Cooper 2014"),
        ("Peeler, Jason D. and Anderson, Judy E.", "Peeler and Anderson 2014"),
        ("Strand, S. and Hjelm, J. and Shoepe, T.", "Strand et al. 2014"),
        ("Menz and others", "Menz et al. 2014"),
        ("van Dyk, N. and Behan, F. and Whiteley, R.", "van Dyk et al. 2014"),
        ("Montgomery, III, W. H. and Pink, M. and Perry, J.", "Montgomery et al. 2014"),
        ("{Topend Sports}", "Topend Sports 2014"),
    ],
)
def test_short_names(tmp_path: Path, authors: str, short: str) -> None:
    entry = f"@article{{a, author={{{authors}}}, title={{T}}, year={{2014}}}}"
    assert one(tmp_path, entry).short == short


def test_without_author_or_year_the_title_stands(tmp_path: Path) -> None:
    reference = one(tmp_path, "@misc{a, title={{What Muscles Does Running Work Out?!}}}")
    assert reference.short == "What Muscles Does Running Work Out?!"
    assert reference.year is None
    assert reference.url == ""
    assert "href" not in reference.html


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Strength of the toes: age and sex in many people", "Strength of the toes…"),
        ("Only Legs? Will There Be Problems in the Morning", "Only Legs?…"),
        ("The change of a measure in the open field", "The change of a measure…"),
    ],
)
def test_a_long_title_is_cut_where_it_can_end(tmp_path: Path, title: str, short: str) -> None:
    assert one(tmp_path, f"@misc{{a, title={{{title}}}}}").short == short


def test_sources_that_would_be_named_alike_get_letters(tmp_path: Path) -> None:
    entries = "".join(
        f"@misc{{{key}, author={{Clark, A.}}, title={{T}}, year={{2017}}}}\n" for key in "pq"
    )
    (tmp_path / "references.bib").write_text(entries, encoding="utf-8")
    shorts = [reference.short for reference in read_references(tmp_path).values()]
    assert shorts == ["Clark 2017a", "Clark 2017b"]


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ("doi={10.1/x}, pmid={7}", "https://doi.org/10.1/x"),
        ("pmid={7}, pmcid={PMC8}", "https://pubmed.ncbi.nlm.nih.gov/7"),
        ("pmcid={PMC8}, url={https://a.org}", "https://pmc.ncbi.nlm.nih.gov/articles/PMC8"),
        ("url={https://a.org/?b=1&c=2}", "https://a.org/?b=1&c=2"),
    ],
)
def test_the_best_link_comes_first(tmp_path: Path, fields: str, url: str) -> None:
    assert one(tmp_path, f"@misc{{a, title={{T}}, {fields}}}").url == url


def test_html_is_safe_and_holds_the_full_text(tmp_path: Path) -> None:
    entry = '@misc{a, author={{<b>"Q"</b> \\& Co}}, title={{1 < 2}}, url={https://a.org/"x"}}'
    html = one(tmp_path, entry).html
    assert "<b>" not in html
    assert 'href="https://a.org/&quot;x&quot;"' in html
    assert "1 &lt; 2" in html
    assert ">&lt;b&gt;&quot;Q&quot;&lt;/b&gt; &amp; Co</a>" in html


def test_the_text_of_a_real_reference() -> None:
    strand = tables.references()["strand2014"]
    assert strand.text == (
        "Strand, S. L.; Hjelm, J.; Shoepe, T. C.; Fajardo, M. A. 2014. "
        "Norms for an isometric muscle endurance test. "
        "Journal of Human Kinetics, 40, 93\N{EN DASH}102."
    )
    assert strand.url == "https://doi.org/10.2478/hukin-2014-0011"
    assert strand.complete


def test_what_is_not_complete_says_what_is_missing() -> None:
    bib = (tables.data_path() / "references.bib").read_text(encoding="utf-8")
    complete = bib.count("\n  note = {COMPLETE")
    partial = bib.count("\n  note = {PARTIAL: missing")
    assert complete == sum(reference.complete for reference in tables.references().values())
    assert complete + partial == len(tables.references())
    for reference in tables.references().values():
        assert reference.complete != bool(reference.missing), reference.key
