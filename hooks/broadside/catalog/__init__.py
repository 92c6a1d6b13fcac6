"""All documents, carriers, designs and brands -> one frozen ``Catalog``, or all the problems there are."""

from broadside.catalog.reading import read_catalog
from broadside.catalog.settings import read_settings
from broadside.catalog.values import Brand, Carrier, Catalog, Design, Entry, Language, Settings, Slot, Topic, choose

__all__ = [
    "Brand",
    "Carrier",
    "Catalog",
    "Design",
    "Entry",
    "Language",
    "Settings",
    "Slot",
    "Topic",
    "choose",
    "read_catalog",
    "read_settings",
]
