"""All documents, carriers, designs and brands -> one frozen ``Catalog``, or all the problems there are."""

from broadside.catalog.data import Area, Brand, Carrier, Design, FaceRecord, Form, Language, Slot, Spot, Topic, Zone
from broadside.catalog.reading import NO_DRAFTS, gather_catalog, read_catalog
from broadside.catalog.settings import read_settings
from broadside.catalog.values import Catalog, Entry, Settings, choose, locate

__all__ = [
    "NO_DRAFTS",
    "Area",
    "Brand",
    "Carrier",
    "Catalog",
    "Design",
    "Entry",
    "FaceRecord",
    "Form",
    "Language",
    "Settings",
    "Slot",
    "Spot",
    "Topic",
    "Zone",
    "choose",
    "gather_catalog",
    "locate",
    "read_catalog",
    "read_settings",
]
