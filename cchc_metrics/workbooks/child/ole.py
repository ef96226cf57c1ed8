"""The old Office container (compound file): which streams it holds, and one of them."""

import struct
from typing import NamedTuple

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # this and above: not a sector
_ENTRY = 128


class Stream(NamedTuple):
    """One stream directly under the root."""

    name: str
    start: int
    size: int


class CompoundFile:
    """An opened compound file. Raises ValueError when its tables do not make sense."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 512 or not data.startswith(MAGIC):
            raise ValueError("not a compound file")
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise ValueError("unknown sector size")
        self._data, self._size = data, 1 << shift
        self._fat = self._read_fat()
        first_directory, cutoff, first_mini_fat = struct.unpack_from("<I4xII", data, 48)
        self._cutoff = cutoff
        self._directory = self._chain(first_directory)
        self._mini_fat = self._numbers(self._chain(first_mini_fat)) if first_mini_fat < _END else ()
        root_start, root_size = struct.unpack_from("<II", self._directory, 116)
        self._mini = self._chain(root_start)[:root_size] if root_start < _END else b""
        self.streams = {stream.name: stream for stream in self._root_streams()}

    def read(self, stream: Stream) -> bytes:
        """The bytes of a stream."""
        if stream.size >= self._cutoff:
            return self._chain(stream.start)[: stream.size]
        places = _follow(stream.start, self._mini_fat)
        return b"".join(self._mini[place * 64 : place * 64 + 64] for place in places)[: stream.size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._data[start : start + self._size]

    def _chain(self, first: int) -> bytes:
        return b"".join(map(self._sector, _follow(first, self._fat)))

    def _numbers(self, block: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4])

    def _read_fat(self) -> tuple[int, ...]:
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        following, count = struct.unpack_from("<II", self._data, 68)
        for _ in range(min(count, len(self._data) // self._size)):
            if following >= _END:
                break
            *more, following = self._numbers(self._sector(following))
            sectors += more
        present = [number for number in sectors if number < len(self._data) // self._size]
        return self._numbers(b"".join(map(self._sector, present)))

    def _root_streams(self) -> list[Stream]:
        """Streams below the root, not those of embedded objects: the siblings of the root's child."""
        found: list[Stream] = []
        waiting, seen = [self._link(0, 76)], set[int]()
        while waiting:
            entry = waiting.pop()
            if entry in seen or (entry + 1) * _ENTRY > len(self._directory):
                continue
            seen.add(entry)
            raw = self._directory[entry * _ENTRY : (entry + 1) * _ENTRY]
            length = struct.unpack_from("<H", raw, 64)[0]
            name = raw[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            if raw[66] == 2:
                start, size = struct.unpack_from("<II", raw, 116)
                found.append(Stream(name, start, size))
            waiting += [self._link(entry, 68), self._link(entry, 72)]
        return found

    def _link(self, entry: int, offset: int) -> int:
        return int(struct.unpack_from("<I", self._directory, entry * _ENTRY + offset)[0])


def _follow(first: int, table: tuple[int, ...]) -> list[int]:
    """Sector numbers of a chain. Raises ValueError when it leaves the table or bites its own tail."""
    places: list[int] = []
    current = first
    while current < _END:
        if current >= len(table) or len(places) > len(table):
            raise ValueError("broken sector chain")
        places.append(current)
        current = table[current]
    return places
