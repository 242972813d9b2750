"""Say what is wanted of a server, and why it was not had."""

import socket
import zlib
from dataclasses import dataclass
from http.client import HTTPException
from ssl import SSLCertVerificationError

from reader.errors import CannotFetch


@dataclass(frozen=True)
class Wanted:
    """A kind of thing, what it is called, and the types of it that are liked best."""

    name: str
    types: str


PAGE = Wanted("page", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5")
# Hosts that know both send a page about the picture to whoever likes pages best. Not every system
# shows AVIF, so that is not asked for.
PICTURE = Wanted("picture", "image/webp,image/png,image/jpeg,image/*;q=0.8,*/*;q=0.5")


def refusal(wanted: Wanted, host: str, status: int) -> str:
    """The sentence for a status that brings nothing."""
    if status in (404, 410):
        return f"“{host}” has no such {wanted.name} (any more)."
    if status in (401, 402, 403, 407, 429, 451):
        return (
            f"“{host}” does not hand the {wanted.name} out ({status}). "
            "Open it in the browser, save it there and add that."
        )
    return f"“{host}” answered with {status} instead of a {wanted.name}. Try again later."


def in_words(error: Exception, host: str, connecting: float) -> Exception:
    """The sentence for a fault of the line, as CannotFetch; any other is a bug and stays one.

    `connecting` are the seconds that a server has to answer.
    """
    if isinstance(error, SSLCertVerificationError):
        said = f"“{host}” could not prove that it is “{host}”, so nothing was fetched from it."
    elif isinstance(error, socket.gaierror):
        said = f"“{host}” could not be found. Is the address right, and this computer online?"
    elif isinstance(error, TimeoutError):
        said = f"“{host}” did not answer within {connecting:g} seconds. Try again later."
    elif isinstance(error, OSError):
        said = f"“{host}” could not be reached: {error.strerror or error}."
    elif isinstance(error, HTTPException | zlib.error | UnicodeError):
        said = f"“{host}” sent an answer that makes no sense. Try again later."
    else:
        return error
    return CannotFetch(said)
