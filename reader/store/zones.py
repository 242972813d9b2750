"""What of a clipping is searched beside its body, as SQL over the table of clippings, named c."""

_NOTES_ON_MARKS = "(SELECT group_concat(' ' || note, '') FROM highlights WHERE number = c.number)"
_MARKS = "(SELECT group_concat(exact || ' ' || note, ' ') FROM highlights WHERE number = c.number)"
_TAGS = "(SELECT group_concat(tag, ' ') FROM tags WHERE number = c.number)"

ZONES = {
    "title": "title",
    "standfirst": "standfirst",
    "byline": "byline || ' ' || agency",
    "source": "source",
    "section": "section",
    "topics": "topics",
    "tags": f"coalesce({_TAGS}, '')",
    "note": f"note || coalesce({_NOTES_ON_MARKS}, '')",
    "marks": f"coalesce({_MARKS}, '')",
}
