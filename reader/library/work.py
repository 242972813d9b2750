"""What is asked of workers, and what they answer."""

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Generic, Literal, Protocol, TypeVar


class Named(Protocol):
    """A unit of work: what can be sent to a worker and has a name for the reader."""

    @property
    def name(self) -> str: ...


class Ended(Enum):
    """Stands for “there is no more of this unit” among its values."""

    ENDED = "ended"


U = TypeVar("U", bound=Named)
T = TypeVar("T")
ENDED: Literal[Ended.ENDED] = Ended.ENDED
Work = Callable[[U], Iterator[T | Exception]]
Batch = list[tuple[U, T | Exception | Ended]]


class Answered(Generic[U, T]):
    """A unit whose values are known already, and that needs no work."""

    def __init__(self, unit: U, *values: T | Exception) -> None:
        self.unit = unit
        self.values = values


def attempted(work: Work[U, T], unit: U) -> Iterator[T | Exception]:
    try:
        yield from work(unit)
    except Exception as error:  # noqa: BLE001  a bug one page shows must not keep the others out
        yield error
