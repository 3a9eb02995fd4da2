#!/usr/bin/env python3
"""Makes disc images that mean harm, each in one way, after ECMA-119 and RRIP alone, with none of the product's code.

usage: hostile_images.py FOLDER      prints the name of each image
"""
import os, pathlib, struct, sys

SECTOR = 2048


def both(n):
    return struct.pack("<I", n & 0xFFFFFFFF) + struct.pack(">I", n & 0xFFFFFFFF)


def both16(n):
    return struct.pack("<H", n) + struct.pack(">H", n)


def record(name, sector, size, directory=False, extra=b"", flags=0):
    name = name if isinstance(name, bytes) else name.encode("ascii")
    body = b"\0" + both(sector) + both(size) + bytes([115, 7, 10, 1, 0, 0, 32]) + bytes([2 if directory else flags]) + b"\0\0" + both16(1) + bytes([len(name)]) + name
    if len(name) % 2 == 0:
        body += b"\0"
    body += extra
    if len(body) % 2 == 0:
        body += b"\0"
    return bytes([len(body) + 1]) + body


def rock_name(name):
    name = name.encode()
    return b"NM" + bytes([5 + len(name), 1, 0]) + name


def rock_link(target):
    parts = b"\x08\0" + b"".join(bytes([0, len(p)]) + p.encode() for p in target.strip("/").split("/"))
    return b"SL" + bytes([5 + len(parts), 1, 0]) + parts


SP = b"SP\x07\x01\xbe\xef\x00"


def packed(records):
    """Records in sectors, none across a border."""
    out = bytearray()
    for each in records:
        if len(out) % SECTOR + len(each) > SECTOR:
            out += bytes(SECTOR - len(out) % SECTOR)
        out += each
    return bytes(out) + bytes(-len(out) % SECTOR)


def descriptor(root_sector, root_size, sectors, table_sector, table_size):
    d = bytearray(SECTOR)
    d[0:7] = b"\x01CD001\x01"
    d[8:40] = b" " * 32
    d[40:72] = b"HOSTILE".ljust(32)
    d[80:88] = both(sectors)
    d[120:124], d[124:128], d[128:132] = both16(1), both16(1), both16(SECTOR)
    d[132:140] = both(table_size)
    d[140:144] = struct.pack("<I", table_sector)
    d[148:152] = struct.pack(">I", table_sector)
    d[156:190] = record(b"\0", root_sector, root_size, True)
    for a, b in ((190, 813), (813, 881)):
        d[a:b] = b" " * (b - a)
    d[881] = 1
    return bytes(d)


def image(path, root, more=b"", size=None, root_sector=20):
    """Sector 19 is a path table of the root alone, 20 the root, then whatever follows."""
    body = root + more
    sectors = root_sector + len(body) // SECTOR + 150
    table = struct.pack("<BBIH", 1, 0, root_sector, 1) + b"\0\0"
    with open(path, "wb") as out:
        out.write(bytes(16 * SECTOR))
        out.write(descriptor(root_sector, len(root), sectors, 19, len(table)))
        out.write(b"\xffCD001\x01".ljust(SECTOR, b"\0"))
        out.write(bytes(SECTOR))
        out.write(table.ljust(SECTOR, b"\0"))
        out.write(body)
        out.truncate(size or sectors * SECTOR)


def root(*entries, sector=20, sp=False):
    """A root that knows its own length."""
    for _ in range(3):
        length = len(packed([record(b"\0", sector, 0, True, SP if sp else b""), record(b"\1", sector, 0, True), *entries]))
    return packed([record(b"\0", sector, length, True, SP if sp else b""), record(b"\1", sector, length, True), *entries])


def file_at(name, sector, size, **more):
    return record(name + ";1", sector, size, **more)


def nested(depth):
    sectors = b""
    for level in range(depth):
        here = 21 + level
        inner = [record(b"\0", here, SECTOR, True), record(b"\1", max(20, here - 1), SECTOR, True)]
        if level + 1 < depth:
            inner.append(record("D", here + 1, SECTOR, True))
        sectors += packed(inner)
    return sectors


def long_paths(depth, files):
    """Folders with long names in one another, and in the last one many files with short names: few bytes, and very long paths."""
    last = 21 + depth - 1
    names = packed([record(b"\0", last, 0, True), record(b"\1", last - 1, SECTOR, True), *[file_at("F%05d" % i, 20, 0) for i in range(files)]])
    sectors = b""
    for level in range(depth - 1):
        here = 21 + level
        size = len(names) if here + 1 == last else SECTOR
        sectors += packed([record(b"\0", here, SECTOR, True), record(b"\1", max(20, here - 1), SECTOR, True), record("D", here + 1, size, True, rock_name("x" * 200))])
    length = len(names)
    fixed = packed([record(b"\0", last, length, True), record(b"\1", last - 1, SECTOR, True)])
    head = len(record(b"\0", last, length, True)) + len(record(b"\1", last - 1, SECTOR, True))
    return sectors + fixed[:head] + names[head:]


def main(folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    made = {}

    def put(name, *args, **kw):
        image(folder / (name + ".iso"), *args, **kw)
        made[name] = 1

    hello = b"hello".ljust(SECTOR, b"\0")
    put("traversal", root(file_at("A", 21, 5, extra=rock_name("../../../tmp/evil")), sp=True), hello)
    put("absolute", root(file_at("A", 21, 5, extra=rock_name("/etc/cron.d/evil")), sp=True), hello)
    put("backslash", root(file_at("A", 21, 5, extra=rock_name("..\\..\\evil.exe")), sp=True), hello)
    put("dots", root(file_at("A", 21, 5, extra=rock_name("..")), sp=True), hello)
    put("control-letters", root(file_at("A", 21, 5, extra=rock_name("a\x1b[2Jb")), sp=True), hello)
    put("link", root(file_at("A", 0, 0, extra=rock_name("passwd") + rock_link("/etc/passwd")), sp=True), hello)
    put("million-entries", root(*[file_at("F%06d" % i, 21, 0) for i in range(1_000_000)]))
    put("thousand-deep", root(record("D", 21, SECTOR, True)), nested(1000))
    put("long-paths", root(record("D", 21, SECTOR, True, rock_name("x" * 200)), sp=True), long_paths(28, 90_000))
    put("itself", root(record("D", 20, SECTOR, True)))
    put("two-that-turn", root(record("A", 21, SECTOR, True)), packed([record(b"\0", 21, SECTOR, True), record(b"\1", 22, SECTOR, True), record("B", 22, SECTOR, True)])
        + packed([record(b"\0", 22, SECTOR, True), record(b"\1", 21, SECTOR, True), record("A", 21, SECTOR, True)]))
    put("past-the-end", root(file_at("A", 0xFFFFFFF0, 5), record("D", 0xFFFFFFF0, SECTOR, True)))
    put("size-4g", root(file_at("A", 21, 0xFFFFFFFF)), hello)
    put("directory-4g", root(record("D", 21, 0xFFFFF800, True)), hello)
    put("extents-without-end", root(*[file_at("A", 21, 0xFFFFF800, flags=0x80) for _ in range(50_000)], file_at("A", 21, 5)), hello)
    put("one-file-many-names", root(*[file_at("F%05d" % i, 21, 30_000_000) for i in range(5_000)]), hello, size=40_000_000)
    put("root-elsewhere", root(), root_sector=20, size=21 * SECTOR - 1)
    put("record-past-its-sector", root() [:-SECTOR] + packed([record(b"\0", 20, SECTOR, True), record(b"\1", 20, SECTOR, True)])[:-1] + b"\xff")
    oxum = b"Payload-Oxum: 9223372036854775808.18446744073709551616\n"
    tags = {"BAGIT.TXT": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "BAG-INFO.TXT": oxum, "MANIFEST-SHA256.TXT": b"0" * 64 + b"  data/" + b"x" * 60_000}
    rock = {"BAGIT.TXT": "bagit.txt", "BAG-INFO.TXT": "bag-info.txt", "MANIFEST-SHA256.TXT": "manifest-sha256.txt"}
    entries, data, sector = [], b"", 21
    for name, text in tags.items():
        entries.append(file_at(name, sector, len(text), extra=rock_name(rock[name])))
        data += text + bytes(-len(text) % SECTOR)
        sector += (len(text) + SECTOR - 1) // SECTOR
    put("size-over-two-to-63", root(*entries, sp=True), data)
    for name in made:
        print(folder / (name + ".iso"))


main(*sys.argv[1:])
