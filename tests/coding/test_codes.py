"""The closed lists are the field's, and hang together."""

from __future__ import annotations

import csv

import pytest
from communique.coding import codes

from ..conftest import ORIGINAL


def test_plover_has_82_pairs_of_event_and_mode() -> None:
    """The vocabulary is complete, and no pair stands in it twice."""
    assert 82 == len(codes.plover())


def test_plover_is_the_codebooks_table() -> None:
    """Each score and quad code is that of the table the vocabulary was taken from."""
    given = ORIGINAL.with_name("plover-0.8.csv")
    if not given.is_file():
        pytest.skip("the codebook's table is not on this machine (../shared/plover-0.8.csv)")
    with given.open(encoding="utf-8", newline="") as file:
        rows = {(r["event"], r["mode"]): (float(r["event_scale"]), int(r["quad_code"])) for r in csv.DictReader(file)}
    assert rows == {pair: (code.event_scale, code.quad_code) for pair, code in codes.plover().items()}


def test_scores_and_quad_codes_stay_in_their_ranges() -> None:
    """Scores run from -10 to 10; deeds of cooperation are above zero, deeds of conflict below."""
    names = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
    for code in codes.plover().values():
        assert -10 <= code.event_scale <= 10
        assert names[code.quad_code] == code.quad_name
    deeds = {2: [], 4: []}
    for code in codes.plover().values():
        deeds.get(code.quad_code, []).append(code.event_scale)
    assert min(deeds[2]) > 0
    assert max(deeds[4]) < 0


def test_every_event_can_stand_without_a_mode() -> None:
    """A coder who is not sure of the mode leaves it empty."""
    assert set(codes.event_names()) == {event for event, mode in codes.plover() if not mode}


def test_modes_belong_to_their_event() -> None:
    """The modes of an event are those of the codebook, the empty one left out."""
    assert ("disapprove", "investigate", "allege") == codes.modes_of("ACCUSE")
    assert () == codes.modes_of("NO-SUCH-EVENT")


def test_the_ladder_of_certainty_has_five_steps() -> None:
    """From denied up to happened, in the order in which a chart and a lesson show them."""
    assert ("denied", "conditional", "threatened", "agreed", "happened") == codes.CERTAINTY


def test_a_position_has_five_steps_around_a_middle() -> None:
    """As many steps against as for."""
    assert 5 == len(codes.STANCES)
    assert "mixed" == codes.STANCES[2]


def test_factuality_has_factbanks_values() -> None:
    """Certain, probable and possible for both polarities, and one for unknown."""
    assert {"CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"} == set(codes.FACTUALITY)


@pytest.mark.parametrize("code", ["KOR", "PRK", "RUS", "UKR", "VNM"])
def test_countries_have_iso_codes(code: str) -> None:
    """The parties of the report are in ISO 3166-1."""
    assert code in codes.country_codes()


def test_each_country_has_the_name_that_newspapers_use() -> None:
    """No turned official name, no state as a part of another, and no name for two."""
    names = {code: codes.country_name(code) for code in codes.country_codes()}
    assert ["North Korea", "South Korea", "Taiwan", "Iran"] == [names[code] for code in ("PRK", "KOR", "TWN", "IRN")]
    assert [] == [name for name in names.values() if name.endswith((" of", " of the")) or "Province" in name]
    assert len(names) == len(set(names.values()))
    assert "QQQ" == codes.country_name("QQQ")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("KR", "KOR"), ("kor", "KOR"), ("Russia", "RUS"), ("Korea", ""), ("South Korea", ""), ("GER", ""), ("", "")],
)
def test_a_country_is_suggested_only_where_one_is_meant(written: str, meant: str) -> None:
    """No country is guessed from a likeness in spelling."""
    assert meant == codes.nearest_country(written)
