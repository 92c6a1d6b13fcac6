"""What the parsers of all formats of pictures share: a picture in parts, its faults, and the little of EXIF that is kept."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from broadside.intake.unfit import UnfitFileError

PROFILE_MAX = 4_000_000
"""Our choice: bytes of a colour profile; a printing press's has two million."""
ORIENTATION, GPS = 0x0112, 0x8825
"""Tags of EXIF 2.32, 4.6.4 and 4.6.3."""


def find_damage(byte: int) -> UnfitFileError:
    """Return the fault of a picture that cannot be read from ``byte`` on."""
    return UnfitFileError("picture-broken", byte=byte)


@dataclass
class Rebuilt:
    """A picture while it is put together again; ``removed`` names what was left out."""

    width_px: int = 0
    height_px: int = 0
    inks: int = 3
    is_moving: bool = False
    parts: list[bytes] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)

    def remove_exif(self, tiff: bytes) -> bytes:
        """Note that EXIF data is left out; returns an EXIF block with nothing but the turn, where the picture has one."""
        turn, has_place = read_exif(tiff)
        self.removed.extend(["GPS", "EXIF"] if has_place else ["EXIF"])
        return b"II*\0\x08\0\0\0" + struct.pack("<HHHIHHI", 1, ORIENTATION, 3, 1, turn, 0, 0) if turn > 1 else b""


def read_exif(tiff: bytes) -> tuple[int, bool]:
    """Return how a picture is turned (1 to 8, 1 where it does not say) and whether it says where it was taken.

    Only the first directory is looked at (TIFF 6.0, section 2): it has both.
    """
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    turn, has_place = 1, False
    if order is None:
        return turn, has_place
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for index in range(count):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * index)
            has_place = has_place or tag == GPS
            if tag == ORIENTATION and kind == 3 and 1 <= value <= 8:
                turn = value
    except struct.error:  # it ends too early: what it said so far counts
        pass
    return turn, has_place
