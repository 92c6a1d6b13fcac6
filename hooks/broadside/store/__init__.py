"""Finished bytes by key: a folder that processes share, how large it may grow, and a store elsewhere behind it."""

from broadside.store.asking import Asking
from broadside.store.clearing import Cleared, Kept, Limits, Tally, choose_removed, clear, keeps_times, list_drafts, list_kept
from broadside.store.filling import word_full_disk
from broadside.store.keeping import Store, open_store
from broadside.store.keys import hash_folder, make_key
from broadside.store.remote import AddressError
from broadside.store.using import GRACE_S, NOTED_S, FullDiskError

__all__ = [
    "GRACE_S",
    "NOTED_S",
    "AddressError",
    "Asking",
    "Cleared",
    "FullDiskError",
    "Kept",
    "Limits",
    "Store",
    "Tally",
    "choose_removed",
    "clear",
    "hash_folder",
    "keeps_times",
    "list_drafts",
    "list_kept",
    "make_key",
    "open_store",
    "word_full_disk",
]
