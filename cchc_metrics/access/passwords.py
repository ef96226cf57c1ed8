"""Passwords, one-time codes and second factors: how they are kept and checked."""

import hmac
import secrets
from functools import lru_cache
from hashlib import sha256

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

SHORTEST, LONGEST = 12, 200
# No letters that are mistaken for one another when somebody reads the code out.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_ISSUER = "CCHC Metrics"

# The library's defaults follow RFC 9106 (low memory); a check costs some 30 ms of one core.
_HASHER = PasswordHasher()


def hashed(password: str) -> str:
    """The argon2id hash by which a password is kept."""
    return _HASHER.hash(password)


def fits(kept: str, password: str) -> bool:
    """Whether the password is that of the hash. An empty hash costs as much time as any and fits nothing."""
    try:
        return _HASHER.verify(kept or _nobody(), password[:LONGEST]) and bool(kept)
    except (VerifyMismatchError, VerificationError, InvalidHashError):
        return False


def is_outdated(kept: str) -> bool:
    """Whether a hash was made with weaker settings than today's, and is to be made anew at this sign-in."""
    return _HASHER.check_needs_rehash(kept)


@lru_cache(maxsize=1)
def _nobody() -> str:
    return _HASHER.hash(secrets.token_urlsafe(16))


def one_time_code() -> str:
    """A code that is read out or handed over on paper, such as ``k7mp-2xhq-9rtw``: some 59 bits."""
    parts = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3))
    return "-".join(parts)


def code_digest(code: str) -> str:
    """By what a one-time code is kept, however it was typed: long enough by itself to need no slow hash."""
    return secret_digest(code.strip().lower())


def secret_digest(secret: str) -> str:
    """By what a browser's secret is kept."""
    return sha256(secret.encode()).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two digests are equal, in a time that does not tell where they differ."""
    return hmac.compare_digest(one.encode(), other.encode())


def new_second_factor() -> str:
    """A secret for an authenticator's app."""
    return pyotp.random_base32()


def second_factor_address(secret: str, account: str) -> str:
    """The ``otpauth://`` address of a secret, as an authenticator's app takes it."""
    return pyotp.TOTP(secret).provisioning_uri(name=account, issuer_name=_ISSUER)


def factor_step(secret: str, code: str, moment: float) -> int | None:
    """The half-minute whose code this is, the present one or the one before or after; None when it is none of them.

    Whoever accepts a code keeps the step and takes no code of it or an earlier one again.
    """
    digits, step = code.strip().replace(" ", ""), int(moment) // 30
    try:
        totp = pyotp.TOTP(secret)
        return next((one for one in (step - 1, step, step + 1) if same(totp.at(one * 30), digits)), None)
    except ValueError:  # no secret of ours
        return None
