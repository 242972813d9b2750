"""Show and correct what was left out of clippings, and clean them again, from a terminal."""

import argparse
import sys

from reader.articles.quote import quote_of
from reader.cli import records
from reader.cli.saying import say, short
from reader.errors import ReaderError
from reader.library.library import Library


def show_removed(library: Library, asked: argparse.Namespace) -> int:
    id_ = library.resolve(asked.id)
    source = library.clipping(id_).article.source
    for one in library.removed(id_):
        record = records.of_removed(one, source)
        words = short(one.block.text) or "(a picture)"
        say(asked, record, f"{record['block']}  {one.place:3}  {record['reason']}: {words}")
    return 0


def keep(library: Library, asked: argparse.Namespace) -> int:
    id_ = library.resolve(asked.id)
    library.put_back(id_, asked.blocks)
    return _corrected(library, asked, id_, "put back")


def drop(library: Library, asked: argparse.Namespace) -> int:
    id_ = library.resolve(asked.id)
    if bool(asked.blocks) == bool(asked.quote):
        raise ReaderError("Name the blocks to leave out, or words in them with --quote.")
    if asked.blocks:
        library.drop(id_, asked.blocks)
        return _corrected(library, asked, id_, "left out")
    article = library.clipping(id_).article
    quote = quote_of(article.text, asked.quote)
    if quote is None:
        raise ReaderError(f"“{asked.quote}” does not stand in “{article.title}”.")
    library.drop(id_, quote)
    return _corrected(library, asked, id_, "left out")


def reclean(library: Library, asked: argparse.Namespace) -> int:
    failed = False
    ids = [library.resolve(id_) for id_ in asked.ids]
    if not ids:
        ids = list(library.all_ids() if asked.all else library.outdated())
    if not ids:
        print("There is nothing to clean again.", file=sys.stderr)
    for one in library.clean_again(ids):
        failed = failed or bool(one.reason)
        said = one.reason or f"{short(one.title)}: {', '.join(one.changed) or 'nothing'} changed"
        if one.unplaced:
            said += f"; {len(one.unplaced)} marks stand nowhere in it any more"
        say(asked, records.of_recleaned(one), f"{one.id[:8]}  {said}")
    library.learn()
    library.update_index()
    return int(failed)


def _corrected(library: Library, asked: argparse.Namespace, id_: str, what: str) -> int:
    library.update_index()
    corrections = library.clipping(id_).additions.corrections
    record = {"id": id_, "corrections": [records.of_correction(one) for one in corrections]}
    say(asked, record, f"{id_[:8]}  {what}")
    return 0
