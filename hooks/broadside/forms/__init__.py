"""What an editor writes into, made from the kinds, the texts and the site's lists: schema, tables, snippets, the form."""

from broadside.forms.choices import Choices, list_choices
from broadside.forms.fields import Field, make_fields
from broadside.forms.writing import make_files, read_guides

__all__ = ["Choices", "Field", "list_choices", "make_fields", "make_files", "read_guides"]
