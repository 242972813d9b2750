"""Make the program known to the desktop from a terminal."""

import argparse
import sys

from reader import paths
from reader.cli.saying import say
from reader.desktop.install import data_home, elsewhere, install, own_command, remove


def install_desktop(asked: argparse.Namespace) -> int:
    """Install or remove the entry, icons and file types; on other systems say what to do."""
    told = elsewhere(sys.platform)
    if told:
        say(asked, {"told": told}, told)
        return 0
    resources, home = paths.resources_folder(), data_home()
    done = remove(resources, home) if asked.remove else install(resources, home, own_command())
    for file in done.files:
        say(asked, {"file": str(file)}, str(file))
    if not asked.json:
        print(_summed_up(asked.remove, bool(done.files)), file=sys.stderr)
    return 0


def _summed_up(was_removal: bool, was_any: bool) -> str:
    if not was_removal:
        return "Clippings stands in the menus now, and under “Open with” of saved pages."
    return "Clippings was taken out of the menus." if was_any else "There was nothing to remove."
