"""One value in all the ways people write it, and nothing else."""

import io
import unicodedata
import zipfile

import pytest

from cchc_metrics.errors import CchcError
from cchc_metrics.storage.spelling import looked_into, wanted, windows

CITIZEN = [
    *("045099001234", "045 099 001 234", "045.099.001.234", "045-099-001-234", "045\u2011099\u2011001\u2011234"),
    *(
        "045\u200b099\u00a0001 234",
        "０４５０９９００１２３４",
        "45099001234",
        "45.099.001.234",
        "0 4 5 0 9 9 0 0 1 2 3 4",
    ),
]
PHONE = [
    *("0912345678", "0912 345 678", "0912.345.678", "(0912) 345-678", "+84912345678", "(+84) 912 345 678"),
    *("84912345678", "0084-912-345-678", "+84 (0) 912 345 678", "912345678"),
]
NAME = "Nguyễn Thị Hoà"
NAMES = [
    *(NAME, "Nguyễn Thị Hòa", "NGUYỄN THỊ HÒA", "nguyễn  thị\u00a0hoà", unicodedata.normalize("NFD", NAME)),
    *(unicodedata.normalize("NFD", NAME.upper()), "Nguye\u0302\u0303n Thi\u0323 Hòa", "Nguyễn\u200b Thị Ho\u00adà"),
]


@pytest.mark.parametrize("ways", [CITIZEN, PHONE, NAMES, ["a.B-c@Vd.vn", "A.b-C@VD.VN"]])
def test_every_way_of_writing_a_value_finds_every_other(ways: list[str]) -> None:
    for asked in ways:
        value = wanted(asked)
        for written in ways:
            assert value.is_in(f"Bà A: {written}, hết"), (asked, written)
            cleared = value.pattern.sub("#", f"Bà A: {written}, hết")
            assert cleared.replace("(#", "#") == "Bà A: #, hết", (asked, written)


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("045099001234", "145099001234 4509900123 0450990 01 235"),
        ("0912345678", "1912345678, 9123456789, 0912345679"),
        (NAME, "Nguyễn Thị Hoa, Nguyen Thi Hoa, Nguyễn Thị Hoá"),
        ("2024", "20 24, 2.024, 202"),
    ],
)
def test_other_values_are_not_taken_for_it(asked: str, other: str) -> None:
    assert not wanted(asked).is_in(other)


@pytest.mark.parametrize("ways", [CITIZEN, PHONE, NAMES])
def test_the_plain_way_is_found_again_in_every_other(ways: list[str]) -> None:
    plain = wanted(ways[0]).plain
    assert {wanted(one).plain for one in ways if wanted(one).plain.startswith(plain[0])} == {plain}
    for written in ways:
        assert plain in set(windows(f"Bà A: {written}, hết", len(plain))), written


def test_a_number_is_a_number_only_when_it_is_long_enough_to_be_somebodys() -> None:
    assert wanted("45099001234").number == wanted("045 099 001 234").number == 45_099_001_234
    assert wanted("2024").number is wanted("00000012").number is wanted("Hoà Bình").number is None
    with pytest.raises(CchcError, match="ít nhất 4"):
        wanted(" \u200b12\u200b3 ")


def packed(**members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("_", "."), text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (packed(sheet_xml="<c><v>12</v></c><c><v>45099001234</v></c>"), True),
        (packed(document_xml="<w:t>CCCD 045 099</w:t></w:r><w:r><w:t> 001 234</w:t>"), True),
        (packed(document_xml="<w:t>CCCD 045&#160;099 001 234</w:t>"), True),
        (packed(document_xml="<w:t>không có</w:t>"), False),
        (packed(document_xml="không có", image_png="\x89PNG"), None),
        ("họ tên;045.099.001.234".encode("utf-16"), True),
        ("họ tên;không".encode("utf-16"), False),
        (b"a,45099001234,b\n", True),
        (b"a,b\n", False),
        (b"%PDF-1.7 stream", None),
        (b"\xd0\xcf\x11\xe0\x00\x00", None),
        (b"PK\x03\x04 broken", None),
    ],
)
def test_a_file_is_looked_into_as_far_as_it_can_be_seen(data: bytes, found: bool | None) -> None:
    assert looked_into(data, wanted("045099001234")) is found
