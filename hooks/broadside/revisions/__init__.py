"""Git's objects -> folders: a revision's files as they are committed, and a proposal's content laid over them.

Only objects are read: no filter, hook, attribute, submodule or link of a repository has any effect.
"""

from broadside.revisions.objects import Committed, NoRevision, list_files, read_commit, write_files
from broadside.revisions.proposals import Change, Proposal, parse_proposal, write_proposal

__all__ = [
    "Change",
    "Committed",
    "NoRevision",
    "Proposal",
    "list_files",
    "parse_proposal",
    "read_commit",
    "write_files",
    "write_proposal",
]
