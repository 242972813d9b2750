"""Collect garbage on the GUI thread alone."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 250  # milliseconds


class Sweeper(QObject):
    """From its making until `stop`, Python collects garbage nowhere else.

    Whichever thread allocates most would collect otherwise, a worker then, and with the
    garbage it would destroy timers, documents and widgets there. Qt forbids that: the
    program crashes, seldom and far from the cause.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()

    def sweep(self) -> None:
        """Collect the oldest generation whose turn it is, as Python itself would."""
        due = zip(gc.get_count(), gc.get_threshold(), strict=True)
        generations = [at for at, (count, most) in enumerate(due) if most and count > most]
        if generations:
            gc.collect(generations[-1])

    def stop(self) -> None:
        """Leave it to Python again, with nothing of ours left behind."""
        self._timer.stop()
        gc.collect()
        gc.enable()
