"""What lies in the content folders -> what of it may be read and published, or why not."""

from broadside.intake.contents import check_contents, read_picture
from broadside.intake.files import Intake, is_refused, leaves, read_intake
from broadside.intake.letters import check_letters

__all__ = ["Intake", "check_contents", "check_letters", "is_refused", "leaves", "read_intake", "read_picture"]
