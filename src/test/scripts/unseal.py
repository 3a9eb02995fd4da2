#!/usr/bin/env python3
"""Opens the sealed files of a disc after docs/disc-format.md and RFC 9180 alone, with none of the product's code.

usage: unseal.py FOLDER RAW_PRIVATE_KEY_HEX OUT    FOLDER holds head.bin and body-NN.bin
"""
import base64, hashlib, hmac, json, pathlib, sys
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

BLOCK = 65536


def extract(salt, ikm):
    return hmac.new(salt or bytes(32), ikm, hashlib.sha256).digest()


def expand(prk, info, length):
    out, last, n = b"", b"", 1
    while len(out) < length:
        last = hmac.new(prk, last + info + bytes([n]), hashlib.sha256).digest()
        out, n = out + last, n + 1
    return out[:length]


def labeled_extract(suite, salt, label, ikm):
    return extract(salt, b"HPKE-v1" + suite + label + ikm)


def labeled_expand(suite, prk, label, info, length):
    return expand(prk, length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info, length)


def hpke_open(private, enc, box, info):
    """RFC 9180 sections 4.1, 5.1 and 5.2: base mode, one message."""
    kem = b"KEM" + (0x0020).to_bytes(2, "big")
    own = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    dh = private.exchange(X25519PublicKey.from_public_bytes(enc))
    shared = labeled_expand(kem, labeled_extract(kem, b"", b"eae_prk", dh), b"shared_secret", enc + own, 32)
    suite = b"HPKE" + (0x0020).to_bytes(2, "big") + (0x0001).to_bytes(2, "big") + (0x0002).to_bytes(2, "big")
    context = b"\x00" + labeled_extract(suite, b"", b"psk_id_hash", b"") + labeled_extract(suite, b"", b"info_hash", info)
    secret = labeled_extract(suite, shared, b"secret", b"")
    key = labeled_expand(suite, secret, b"key", context, 32)
    nonce = labeled_expand(suite, secret, b"base_nonce", context, 12)
    return AESGCM(key).decrypt(nonce, box, b"")


def main(folder, private_hex, target):
    folder = pathlib.Path(folder)
    head = (folder / "head.bin").read_bytes()
    bodies = b"".join(path.read_bytes() for path in sorted(folder.glob("body-*.bin")))
    block, blocks = head[:BLOCK], head[BLOCK:] + bodies
    said = json.loads(block.rstrip(b"\x00"))
    assert said["format"] == "huizhan-sealed/1" and said["suite"] == "x25519-hkdf-sha256-aes-256-gcm"
    envelope = said["envelopes"][0]
    private = X25519PrivateKey.from_private_bytes(bytes.fromhex(private_hex))
    secret = hpke_open(private, base64.b64decode(envelope["enc"]), base64.b64decode(envelope["box"]), b"huizhan-sealed/1 key")
    key = AESGCM(expand(extract(hashlib.sha256(block).digest(), secret), b"huizhan-sealed/1 stream", 32))
    count = len(blocks) // BLOCK
    with open(target, "wb") as out:
        for number in range(count):
            nonce = number.to_bytes(11, "big") + (b"\x01" if number == count - 1 else b"\x00")
            out.write(key.decrypt(nonce, blocks[number * BLOCK:(number + 1) * BLOCK], b""))


main(*sys.argv[1:])
